"""A form filled in: facts in, a flat PDF out that was read back from its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.errors import FactsMissing, LeakFound
from documents.forms import faces
from documents.forms.attachments import Attachment, attached, pages_of
from documents.forms.errors import DoesNotFit, NotAChoice, TwoChecked
from documents.forms.facts import catalogue, starred
from documents.forms.fields import Field, Kind
from documents.forms.plates import Check
from documents.forms.read_back import read_back
from documents.forms.telling import Facts, Teller
from documents.forms.tying import TiedForm, TiedRows, TiedSet, TiedText
from documents.forms.typesetting import Setting, one_line, set_text
from documents.leaks import find_leaks

REFERENCES = ("See attachment {}", "See att. {}", "Att. {}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form. ``withheld`` names the facts that its audience may not see: their fields are blank."""

    pdf: bytes
    title: str
    pages: int
    attachments: tuple[Attachment, ...]
    withheld: tuple[str, ...]


@dataclass(slots=True)
class _Page:
    """What is to be printed, as it is being worked out."""

    texts: dict[str, tuple[Field, str, TiedText | None]] = field(default_factory=dict)
    states: dict[str, tuple[Field, str, str]] = field(default_factory=dict)
    attachments: list[Attachment] = field(default_factory=list)


def fill(form: TiedForm, facts: Facts) -> Filled:
    """The filled form with its attachments, flat, the same bytes for the same facts.

    ``facts`` are traced facts by their dotted names, as ``documents.slots.leaves`` tells them. Raises FactsMissing for
    a required fact without a value, DoesNotFit, NotAChoice, TwoChecked, LeakFound, and ReadBackFailed where the
    finished pages do not show what they were told to show.
    """
    teller = Teller(facts, form.mapping.audience)
    page = _Page()
    missing = [*_tell_texts(form, teller, page), *_tell_sets(form, teller, page)]
    if missing:
        raise FactsMissing(tuple(missing))
    for rows in form.rows:
        _tell_rows(rows, teller, page)
    _keep_defaults(form, page)
    settings = _settings(form, page)
    checks = _checks(form, page)
    heading = tuple((path, teller.text(path)) for path in form.mapping.heading)
    return _finished(form, page, settings, checks, heading, tuple(dict.fromkeys(teller.withheld)))


def _tell_texts(form: TiedForm, teller: Teller, page: _Page) -> Iterator[str]:
    """Puts the texts into their fields; gives what is missing."""
    for text in form.texts:
        words = text.words
        if words.total:
            said = teller.total(words.facts, words.formats)
        else:
            said = words.between.join(filter(None, (teller.text(path, words.formats) for path in words.facts)))
        if words.required and not said:
            yield words.item or words.facts[0]
        for each in text.fields:
            page.texts[each.name] = each, faces.printable(_choice(each, said, words.facts[0])), text


def _choice(field: Field, said: str, fact: str) -> str:
    """The words of a choice as the form shows them."""
    if not said or field.kind is not Kind.CHOICE or not field.options:
        return said
    for shown, kept in field.options:
        if said.casefold() in (shown.casefold(), kept.casefold()):
            return shown
    raise NotAChoice(fact, said, tuple(shown for shown, _ in field.options))


def _tell_sets(form: TiedForm, teller: Teller, page: _Page) -> Iterator[str]:
    """Checks the box of each set that stands for its fact, and no other of the set; gives what is missing."""
    for one in form.sets:
        said = teller.text(one.set.fact)
        if one.set.required and not said:
            yield one.set.item or one.set.fact
        if said:
            _check_one(one, said, page)


def _check_one(one: TiedSet, said: str, page: _Page) -> None:
    values = [value for value, _, _ in one.boxes]
    if len(values) > 1 and said.casefold() not in (*values, "no", "none"):
        raise NotAChoice(one.set.fact, said, tuple(value for value, _ in one.set.boxes))
    for value, held, state in one.boxes:
        if value == said.casefold():
            if page.states.get(held.name, (held, state, ""))[1] != state:
                raise TwoChecked((held.short,))
            page.states[held.name] = held, state, one.set.sign


def _tell_rows(tied: TiedRows, teller: Teller, page: _Page) -> None:
    rows = tied.rows
    count = teller.count(rows.of)
    told = [
        [faces.printable(teller.text(f"{rows.of}.{place}.{column.fact}", column.formats)) for column in rows.columns]
        for place in range(count)
    ]
    shown, rest = told[: len(tied.lines)], told[len(tied.lines) :]
    if rest and tied.continued is None:
        shown, rest = shown[:-1], told[len(tied.lines) - 1 :]
    for line, values in zip(tied.lines, shown, strict=False):
        for held, value in zip(line, values, strict=True):
            page.texts[held.name] = held, value, None
    if not rest:
        return
    labels = tuple(column.label for column in rows.columns)
    listed = "\n".join(
        "; ".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True) if value) for values in rest
    )
    name = _attach(page, rows.item, listed, rows.attachment)
    if tied.continued:
        page.states[tied.continued[0].name] = *tied.continued, ""
    else:
        held = tied.lines[-1][0]
        page.texts[held.name] = held, REFERENCES[0].format(name), None


def _attach(page: _Page, item: str, text: str, wanted: str) -> str:
    """The name of the attachment that says this; the same text of the same item is attached once."""
    for each in page.attachments:
        if (each.item, each.text) == (item, text):
            return each.name
    names = {each.name for each in page.attachments}
    numbers = (str(number) for number in range(1, len(names) + 2))
    name = wanted if wanted and wanted not in names else next(number for number in numbers if number not in names)
    page.attachments.append(Attachment(name, item, text))
    return name


def _keep_defaults(form: TiedForm, page: _Page) -> None:
    """What the form says before anybody fills it in stays where the mapping says nothing."""
    mapped = form.used
    for each in form.plate.form.fields:
        if each.value and each.name not in mapped:
            if each.takes_text:
                page.texts[each.name] = each, faces.printable(each.value), None
            elif each.kind is Kind.CHECK:
                page.states[each.name] = each, each.value, ""


def _settings(form: TiedForm, page: _Page) -> list[tuple[Field, str, Setting]]:
    told = [text for _, text, _ in page.texts.values()]
    held = faces.brought(faces.foreign(told))
    made = []
    for each, text, tied in page.texts.values():
        if text:
            shown, settings = _set(each, text, tied, page, held)
            made += [(each, shown, setting) for setting in settings]
    return made


def _set(
    field: Field, text: str, tied: TiedText | None, page: _Page, foreign: faces.Brought
) -> tuple[str, list[Setting]]:
    """What the field shows, set: the text, or where that does not fit, a reference to its attachment."""
    words = tied.words if tied else None
    policy = words.too_long if words else "smaller"
    down = words.lines_down if words else 0
    said = text if field.lines else one_line(text)
    settings = set_text(field, said, foreign, smaller=policy != "attach", lines_down=down)
    if settings:
        return said, settings
    fact = words.facts[0] if words else field.short
    if policy == "refuse":
        raise DoesNotFit(field.short, fact)
    item = (words.item if words else "") or field.tooltip or field.short
    name = _attach(page, item, text, words.attachment if words else "")
    if tied and tied.continued:
        page.states[tied.continued[0].name] = *tied.continued, ""
    for reference in REFERENCES:
        shown = reference.format(name)
        if settings := set_text(field, shown, lines_down=down):
            return shown, settings
    raise DoesNotFit(field.short, fact)


def _checks(form: TiedForm, page: _Page) -> list[tuple[Field, Check]]:
    on = {(held.name, state) for held, state, _ in page.states.values()}
    for alternatives in form.exclusive:
        both = [held.short for held, state in alternatives if (held.name, state) in on]
        if len(both) > 1:
            raise TwoChecked(tuple(both))
    return [
        (held, Check(box, sign))
        for held, state, sign in page.states.values()
        for box in held.boxes
        if box.state == state
    ]


def _finished(
    form: TiedForm,
    page: _Page,
    settings: list[tuple[Field, str, Setting]],
    checks: list[tuple[Field, Check]],
    heading: tuple[tuple[str, str], ...],
    withheld: tuple[str, ...],
) -> Filled:
    mapping = form.mapping
    texts = [text for _, text, _ in settings]
    every = [*texts, *(each.text for each in page.attachments), *(said for _, said in heading)]
    _refuse_leaks(every, birth_dates=mapping.birth_dates)
    title = f"{mapping.name} {mapping.title}"
    plain = [setting for _, _, setting in settings]
    pdf = form.plate.printed(plain, [check for _, check in checks], title, faces.foreign(texts))
    read_back(form.plate, mapping.name, pdf, [(held, text, each.box) for held, text, each in settings], checks)
    known = catalogue()
    named = tuple((known[starred(path)][1] if starred(path) in known else path, said) for path, said in heading if said)
    attachments = tuple(page.attachments)
    pages = len(form.plate.form.pages)
    if attachments:
        behind = pages_of(mapping.name, mapping.title, named, attachments)
        pdf, pages = attached(pdf, behind, attachments)
    return Filled(pdf, title, pages, attachments, withheld)


def _refuse_leaks(texts: list[str], *, birth_dates: bool) -> None:
    leaks = find_leaks("\n".join(texts), birth_dates=birth_dates)
    if leaks:
        raise LeakFound(tuple(dict.fromkeys(leak.kind for leak in leaks)))

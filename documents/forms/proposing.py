"""A mapping proposed for a form: every field with what is known about it, a fact for each, sets of check boxes."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from documents.forms.fields import Field, Form, Kind
from documents.forms.synonyms import entry, guess, plain_words

_INDEX = re.compile(r"\[\d+\]$")
LONGEST_VALUE, LONGEST_TOOLTIP = 40, 60


def proposal(form: Form, name: str) -> str:
    """The mapping as TOML with comments, ready to be finished by a person with the numbered pictures at hand."""
    return "\n".join([*_head(form, name), *_Proposal(form).lines()]) + "\n"


def _head(form: Form, name: str) -> Iterator[str]:
    yield f"# Proposed by `courtready forms map` for a file of {len(form.pages)} pages and {len(form.fields)} fields."
    yield "# Each field is told with its number in the pictures. Facts under 'entry' are written by a person: give them"
    yield "# better names, put facts of the record in their place where there are any, and look at the filled pages."
    yield f"name = {_quoted(name)}"
    yield f"title = {_quoted(form.title)}"
    yield f'sha256 = "{form.sha256}"'
    yield 'audience = "court"  # internal, court, other party or public file: who may see the filled form'
    yield "birth_dates = false  # true where the form asks for full dates of birth"
    yield 'heading = ["caption.file_number"]  # facts at the top of attachments'
    yield ""


class _Proposal:
    def __init__(self, form: Form) -> None:
        self._form = form
        self._numbers = {each.name: number for number, each in enumerate(form.fields, start=1)}
        self._tooltips = Counter(each.tooltip for each in form.fields if each.tooltip)
        self._shorts = Counter(each.short for each in form.fields)
        self._taken: set[str] = set()
        self._done: set[str] = set()

    def lines(self) -> Iterator[str]:
        for each in self._form.fields:
            if each.name in self._done:
                continue
            if each.takes_text:
                yield from self._text(each)
            elif each.kind is Kind.CHECK:
                yield from self._check(each)
            else:
                yield from (f"{self._about(each)}: nothing is filled in here", "")

    def _text(self, field: Field) -> Iterator[str]:
        found = guess(field.tooltip, field.short)
        path, formats = found or (entry(field.tooltip, field.short, self._taken), ())
        same = [each for each in self._form.fields if found and each.tooltip and each.tooltip == field.tooltip]
        repeats = same if len(same) > 1 and all(each.takes_text for each in same) and len(_pages(same)) > 1 else [field]
        self._done |= {each.name for each in repeats}
        yield from map(self._about, repeats)
        yield "[[text]]"
        yield f"fact = {_quoted(path)}" + ("" if found else "  # to be written by a person")
        every = f"{{ tooltip = {_quoted(field.tooltip)}, every = true }}"
        yield f"into = {every if len(repeats) > 1 else self._where(field)}"
        if formats:
            yield f"as = {_quoted(formats[0])}"
        yield f"item = {_quoted(field.tooltip or plain_words(field.short))}"
        if field.required:
            yield "required = true"
        yield ""

    def _check(self, field: Field) -> Iterator[str]:
        boxes = list(self._alternatives(field))
        self._done |= {each.name for each, _ in boxes}
        yield from (self._about(each) for each in dict.fromkeys(each for each, _ in boxes))
        path = entry(field.tooltip, field.short, self._taken)
        if len(boxes) == 1:
            yield from ("[[check]]", f"fact = {_quoted(path)}", f"into = {self._where(field)}", "")
            return
        yield "# Only one of these may be checked."
        yield "[[one_of]]"
        yield f"fact = {_quoted(path)}"
        yield "[one_of.boxes]"
        values: set[str] = set()
        for each, state in boxes:
            value = _value(each, state, values)
            yield f"{_quoted(value)} = {self._where(each, state if len(_states(each)) > 1 else '')}"
        yield ""

    def _alternatives(self, field: Field) -> Iterator[tuple[Field, str]]:
        """Every box of the set: the states of one field, or fields that differ in index and state alone."""
        if len(_states(field)) > 1:
            yield from ((field, state) for state in _states(field))
            return
        stem = _INDEX.sub("", field.name)
        same = [each for each in self._form.fields if each.kind is Kind.CHECK and _INDEX.sub("", each.name) == stem]
        states = [_states(each)[0] for each in same]
        alternatives = same if len(same) > 1 and len(set(states)) == len(states) else [field]
        yield from ((each, _states(each)[0]) for each in alternatives)

    def _where(self, field: Field, state: str = "") -> str:
        """The shortest way to name the field that means no other."""
        more = f", state = {_quoted(state)}" if state else ""
        named = self._shorts[field.short] == 1 and field.short not in self._tooltips
        if (
            field.tooltip
            and self._tooltips[field.tooltip] == 1
            and not (named and len(field.tooltip) > LONGEST_TOOLTIP)
        ):
            return f"{{ tooltip = {_quoted(field.tooltip)}{more} }}" if more else _quoted(field.tooltip)
        if named:
            return f"{{ name = {_quoted(field.short)}{more} }}" if more else _quoted(field.short)
        return f"{{ name = {_quoted(field.name)}{more} }}"

    def _about(self, field: Field) -> str:
        places = ", ".join(str(page) for page in _pages([field]))
        parts = [
            f"# {self._numbers[field.name]}: page {places}, {field.kind.value}",
            _quoted(field.tooltip or field.short),
        ]
        parts += [f"at most {field.longest} characters"] if field.longest else []
        parts += ["several lines"] if field.lines else []
        parts += ["read-only: its own script fills it, so we must"] if field.read_only else []
        parts += [f"states {', '.join(_states(field))}"] if len(_states(field)) > 1 else []
        parts += [f"says {_quoted(field.value)} already"] if field.value else []
        return "; ".join(parts)


def _pages(fields: list[Field]) -> list[int]:
    return sorted({box.page for field in fields for box in field.boxes})


def _states(field: Field) -> list[str]:
    return list(dict.fromkeys(box.state for box in field.boxes))


def _value(field: Field, state: str, taken: set[str]) -> str:
    words = plain_words(field.tooltip)[:LONGEST_VALUE].strip()
    first = words.split()[0] if words else ""
    value = first if first in ("yes", "no") else words or state
    value = value if value not in taken else f"{value} {state}"
    taken.add(value)
    return value


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False)

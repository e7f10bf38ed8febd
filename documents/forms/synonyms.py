"""Which fact a field asks for, by the words of its tooltip and name: the guesses of ``courtready forms map``."""

import re
from collections.abc import Iterator

from documents.forms.facts import ENTRY, is_known

Guess = tuple[str, tuple[str, ...]]
"""A fact's name and the ways in which it is to be written."""

_COURT = r"\b(court|crt|trial court)\b"
_ASKED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"\b(case|cause|docket|file) ?(number|no)\b", "caption.file_number", ()),
    (r"\bbar ?(no|number)\b", "office.bar_number", ()),
    (r"\battorney for\b", f"{ENTRY}.attorney_for", ()),
    (rf"{_COURT}.*\b(county|circuit)\b|\bcounty of\b|^county\b", "caption.county", ()),
    (rf"{_COURT}.*\bmailing\b|^mailing add", f"{ENTRY}.court_mailing_address", ()),
    (rf"{_COURT}.*\b(phone|telephone)\b", f"{ENTRY}.court_phone", ()),
    (rf"{_COURT}.*\b(city|zip)\b|\bcity (and )?zip\b", f"{ENTRY}.court_town", ()),
    (rf"{_COURT}.*\b(street|address)\b", "hearing.courthouse_address", ("one line",)),
    (r"\bbranch\b", "hearing.courthouse", ()),
    (r"\bfirm\b", "office.name", ()),
    (r"\bzip\b", "office.town", ("ZIP",)),
    (r"\bbirth ?date\b|\bdate of birth\b|\bborn\b", "children.{child}.born_on", ("short date",)),
    (r"\bchild(ren)?\b.*\bage\b|\bage\b.*\bchild\b|^age\b", "children.{child}.age", ()),
    (r"\bchild(ren)?\b.*\bname\b|\bname of child\b|\bfull name\b", "children.{child}.name", ()),
    (r"\b(petitioner|plaintiff)s?\b.*\b(attorney|counsel)\b", "obligee.counsel", ()),
    (r"\b(respondent|defendant)s?\b.*\b(attorney|counsel)\b", "obligor.counsel", ()),
    (r"\b(petitioner|plaintiff)s?\b", "caption.plaintiff", ()),
    (r"\b(respondent|defendant)s?\b", "caption.defendant", ()),
    (r"\b(payer|obligor|person paying)\b", "obligor.name", ()),
    (r"\b(payee|obligee|person receiving)\b", "obligee.name", ()),
    (r"\bjudge\b", "hearing.judge", ()),
    (r"\b(employer|source of income)\b", "jobs.0.employer", ()),
    (r"\beffective\b", "order.0.effective_on", ("short date",)),
    (r"\bhearing date\b|\bdate of hearing\b", "hearing.on", ()),
    (r"\bhearing time\b|\btime of hearing\b", "hearing.time", ()),
    (r"\b(dept|department|room|courtroom)\b", "hearing.courtroom", ()),
    (r"\bfax\b", f"{ENTRY}.fax", ()),
    (r"\b(phone|telephone)\b", "office.phone", ()),
    (r"\be ?mail\b", "office.attorney_email", ()),
    (r"\b(atty|attorney) (street|address)\b|\bstreet address\b", "office.street", ()),
    (r"\b(atty|attorney) city\b|^city$", "office.town", ("city",)),
    (r"\b(atty|attorney) state\b|^state$", "office.town", ("state",)),
    (r"\b(atty|attorney) ?name\b|^name$", "office.attorney", ()),
)
_NUMBERED = re.compile(r"\bchild(?:ren)? ?(\d+)|^([a-h])\b")


def guess(tooltip: str, name: str) -> Guess | None:
    """The fact that a field most likely asks for, by its tooltip, else its name; None where nobody can tell."""
    told, named = plain_words(tooltip), plain_words(name)
    if re.search(_COURT, named) and not re.search(_COURT, told):
        told = f"court {told}"
    for words in (told, named):
        for asked, path, formats in _ASKED:
            if words and re.search(asked, words):
                return path.format(child=_child(f"{told} {named}")), formats
    return None


def plain_words(text: str) -> str:
    """The words of a tooltip or a field's name, small, apart from one another: ``CaseNo[0]`` gives ``case no``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])", " ", re.sub(r"\[\d+\]", "", text))
    return " ".join(re.findall(r"[a-z0-9]+", apart.casefold()))


def entry(tooltip: str, name: str, taken: set[str]) -> str:
    """A name of its own for a fact that a person writes: ``entry.reason_for_request``."""
    words = [word for word in plain_words(tooltip or name).split() if word not in _SMALL][:5] or plain_words(
        name
    ).split()
    wanted = f"{ENTRY}.{'_'.join(words) or 'field'}"
    path = next(path for path in _numbered(wanted) if path not in taken)
    taken.add(path)
    return path


def unknown_guesses() -> tuple[str, ...]:
    """Facts that a guess names and the catalogue does not know: none, as a test makes sure."""
    return tuple(path.format(child=0) for _, path, _ in _ASKED if not is_known(path.format(child=0)))


_SMALL = frozenset((
    "a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "have", "if", "in", "is", "it", "of", "on", "or",
    "that", "the", "this", "to", "was", "were", "with", "you", "your",
))  # fmt: skip


def _child(words: str) -> int:
    found = _NUMBERED.search(words)
    if found is None:
        return 0
    return int(found[1]) - 1 if found[1] and found[1] != "0" else ord(found[2]) - ord("a") if found[2] else 0


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}_{number}"
        number += 1

"""What a person filled in for an outcome, checked and in one spelling."""

import re
from collections.abc import Mapping
from datetime import date, time

from hearings.calendar.causes import NoSuchCause, cause_of
from hearings.court_day.errors import FieldMissing, FieldUnknown, FieldWrong
from hearings.court_day.facts import Field, FieldKind, OutcomeKind
from kernel.legal_text import NotLegalText, legal_text
from kernel.money import ZERO, NotMoney, money

LONGEST = 1000
PLACE = re.compile(r"(?P<session>[0-9]{1,9})(@(?P<at>([01][0-9]|2[0-3]):[0-5][0-9]))?")
YES = "yes"


def read_fields(kind: OutcomeKind, given: Mapping[str, str]) -> dict[str, str]:
    """The fields that are filled, each in one spelling: amounts as dollars, days as ISO.

    Raises FieldUnknown, FieldMissing or FieldWrong.
    """
    filled = {name: words for name, words in given.items() if words.strip()}
    if set(filled) - {field.name for field in kind.fields}:
        raise FieldUnknown(kind.name)
    for field in kind.needs:
        if field.name not in filled:
            raise FieldMissing(kind.name, field.label)
    return {field.name: _read(field, filled[field.name]) for field in kind.fields if field.name in filled}


def place_of(written: str) -> tuple[int, time | None]:
    """The court session and the hour of a next date; no hour where the hearing keeps its own."""
    found = PLACE.fullmatch(written)
    assert found is not None  # noqa: S101  read_fields has seen it
    return int(found["session"]), time.fromisoformat(found["at"]) if found["at"] else None


def _read(field: Field, written: str) -> str:
    words = _text(field, written)
    match field.kind:
        case FieldKind.MONEY:
            return _amount(field, words)
        case FieldKind.DAY:
            return _day(field, words)
        case FieldKind.CAUSE:
            return _cause(field, words)
        case FieldKind.PLACE:
            fits = PLACE.fullmatch(words) is not None
            return _matching(field, words, fits, "a court session with an hour, such as 12@09:00")
        case FieldKind.YES:
            return _matching(field, words, words == YES, "'yes' or empty")
        case FieldKind.CHOICE:
            return _matching(field, words, words in field.choices, f"one of: {', '.join(field.choices)}")
    return words


def _text(field: Field, written: str) -> str:
    try:
        return legal_text(written, longest=LONGEST, lines=field.kind in (FieldKind.WORDS, FieldKind.LINES))
    except NotLegalText as wrong:
        raise FieldWrong(field.label, f"not written as it must be: the text {wrong.why}") from None


def _amount(field: Field, words: str) -> str:
    try:
        amount = money(words)
    except NotMoney:
        raise FieldWrong(field.label, "an amount of dollars and cents, such as 1,234.50") from None
    return _matching(field, str(amount), amount > ZERO, "more than nothing")


def _day(field: Field, words: str) -> str:
    try:
        day = date.fromisoformat(words) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words) else None
    except ValueError:
        day = None
    return _matching(field, words, day is not None and 1950 <= day.year <= 2100, "a day, such as 2027-01-14")


def _cause(field: Field, words: str) -> str:
    try:
        return cause_of(words).code
    except NoSuchCause:
        raise FieldWrong(field.label, "not on the list of causes") from None


def _matching(field: Field, words: str, fits: bool, how: str) -> str:
    if not fits:
        raise FieldWrong(field.label, how)
    return words

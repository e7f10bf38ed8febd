"""An outcome in one sentence, and the line of facts that stands beside a hearing on its docket."""

from collections.abc import Mapping
from datetime import date, time

from hearings.calendar.causes import cause_of
from hearings.court_day.facts import FieldKind, OutcomeKind, Promise
from kernel.money import ZERO, Money

NEXT_ON, NEXT_AT = "next_on", "next_at"
"""Where a next date led, kept beside what was filled in."""


def sentence(kind: OutcomeKind, fields: Mapping[str, str], *, outside: bool = False) -> str:
    """The outcome with what was filled in, such as: Found in contempt, with a purge; purge: $500.00.

    For readers ``outside`` the office without what is internal.
    """
    parts = [kind.name]
    for field in kind.fields:
        if outside and field.internal:
            continue
        if field.name not in fields:
            if field.kind is FieldKind.PLACE:
                parts.append("no next date yet")
            continue
        value = fields[field.name]
        if field.kind is FieldKind.CAUSE:
            parts.append(_lower(cause_of(value).name))
        elif field.kind is FieldKind.PLACE:
            parts.append(f"next date {next_date(fields)}")
        elif field.kind is FieldKind.DAY:
            parts.append(f"{_lower(field.label)} {spoken(date.fromisoformat(value))}")
        elif field.kind is FieldKind.YES:
            parts.append("notice to be served")
        elif field.kind is FieldKind.CHOICE:
            parts.append(value)
        else:
            parts.append(f"{_lower(field.label)}: {_one_line(value)}")
    return "; ".join(parts).removesuffix(".") + "."


def next_date(fields: Mapping[str, str]) -> str:
    """The day and hour of the next date."""
    if NEXT_ON not in fields:
        return "not known"
    at = f", {time.fromisoformat(fields[NEXT_AT]):%-I:%M %p}" if NEXT_AT in fields else ""
    return spoken(date.fromisoformat(fields[NEXT_ON])) + at


def promises(lines: str) -> tuple[Promise, ...]:
    """The promises of a text, one a line, each ``who: what``; a line without a colon names nobody."""
    found = []
    for line in lines.splitlines():
        who, colon, what = line.partition(":")
        if line.strip():
            found.append(Promise(who.strip(), what.strip()) if colon and what.strip() else Promise("", line.strip()))
    return tuple(found)


def key_facts(
    *, monthly: Money | None, owed: Money | None, last_paid: tuple[date, Money] | None, children: int, continued: int
) -> tuple[str, ...]:
    """What an attorney wants to see when a case is called, in a few words each."""
    said = []
    if monthly is not None:
        said.append(f"{monthly} a month")
    if owed is not None:
        said.append(f"owes {owed}" if owed > ZERO else "owes nothing")
    if last_paid is not None:
        said.append(f"last paid {last_paid[1]} on {last_paid[0]:%b %-d, %Y}")
    elif monthly is not None:
        said.append("never paid")
    said.append(f"{children} child" + ("" if children == 1 else "ren"))
    if continued:
        said.append(f"continued {continued} time" + ("" if continued == 1 else "s"))
    return tuple(said)


def spoken(day: date) -> str:
    """A day as people read it."""
    return f"{day:%b %-d, %Y}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _one_line(words: str) -> str:
    return "; ".join(line.strip() for line in words.splitlines() if line.strip())

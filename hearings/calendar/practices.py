"""An office's own numbers: how long matters and service take, by when a hearing is ready. Rows, not code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from law.hearing_types import HearingType

OTHER, ANY = "other", "any"


class Subject(StrEnum):
    """What a number of an office's practice is about."""

    MINUTES = "minutes"
    LEAD_DAYS = "lead_days"
    REFILL_DAYS = "refill_days"
    READY_DAYS = "ready_days"
    FACTS_DAYS = "facts_days"


@dataclass(frozen=True, slots=True)
class Practices:
    """The numbers of one office; what it has not set itself is what every office starts with."""

    own: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def number(self, subject: Subject, name: str) -> int:
        """The office's number, or the first one; a name without any has that of the others."""
        first = started_with()[subject]
        known = self.own.get((subject, name), first.get(name))
        return known if known is not None else self.own.get((subject, OTHER), first[OTHER])

    def minutes_of(self, kind: HearingType) -> int:
        """Minutes of court time that a hearing of this type takes; the office may set them for one schedule code."""
        own = self.own.get((Subject.MINUTES, kind.code))
        return own if own is not None else self.number(Subject.MINUTES, kind.kind)

    def lead_days(self, method: str) -> int:
        """Days that service by this method takes; none where no papers are served."""
        return self.number(Subject.LEAD_DAYS, method) if method else 0

    @property
    def refill_days(self) -> int:
        """Days before a session on which a slot can still be filled."""
        return self.number(Subject.REFILL_DAYS, ANY)


@dataclass(frozen=True, slots=True)
class Numbered:
    """One number of an office's practice; ``own`` says whether the office has set it itself."""

    subject: Subject
    name: str
    number: int
    own: bool


def numbers_of(practices: Practices) -> dict[Subject, tuple[Numbered, ...]]:
    """Every number by subject: those with which every office starts, then those that only this office has."""
    found = {}
    for subject in Subject:
        names = dict.fromkeys([*started_with()[subject], *(name for of, name in practices.own if of == subject)])
        found[subject] = tuple(
            Numbered(subject, name, practices.number(subject, name), (subject, name) in practices.own)
            for name in names
        )
    return found


@cache
def started_with() -> dict[str, dict[str, int]]:
    """The numbers with which every office starts, by subject and name."""
    return tomllib.loads((Path(__file__).parent / "practice.toml").read_text(encoding="utf-8"))

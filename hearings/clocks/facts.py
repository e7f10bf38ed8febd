"""The nouns of clocks as frozen values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from hearings.service.facts import Timeline
from law.asking import Known
from law.deadline import Deadline


class Owner(StrEnum):
    """Whose move a deadline is."""

    AGENT = "agent"
    ATTORNEY = "attorney"
    OTHER_PARTY = "other party"


@dataclass(frozen=True, slots=True)
class Event:
    """A day of the record that starts a clock, and the record that tells it. No address, no employer, no name."""

    on: date
    evidence: str


@dataclass(frozen=True, slots=True)
class NoticeOf:
    """Notice of a hearing to one person: how the papers go to the person, and when service of them is complete."""

    hearing_id: int
    rule: str
    mpi_no: str
    on: date
    courthouse: str
    method: str
    evidence: str
    complete_on: date | None


@dataclass(frozen=True, slots=True)
class CaseDates:
    """The days of one case that start or stop a clock, as known on ``as_of``. ``orders`` are in order of entry."""

    case_no: str
    as_of: date
    closed: bool = False
    process_status: str | None = None
    assigned: bool = False
    locating: Event | None = None
    located: Event | None = None
    orders: tuple[Event, ...] = ()
    behind: Event | None = None
    employed: bool = False
    employers: tuple[tuple[str, Event], ...] = ()
    jailed: tuple[tuple[str, Event], ...] = ()
    timelines: tuple[Timeline, ...] = ()
    notices: tuple[NoticeOf, ...] = ()
    look_on: date | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A rule that runs in a case: from which day, on what evidence, and since when it is met."""

    rule: str
    subject: str
    trigger_on: date
    evidence: str
    owner: Owner = Owner.AGENT
    known: Known = Known.TRIGGER
    method: str = ""
    hearing_id: int | None = None
    courthouse: str | None = None
    met_on: date | None = None
    kept_by: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the other clocks of its case."""
        return self.rule, self.subject

    @property
    def start(self) -> tuple[str, date, str]:
        """What its date is counted from."""
        return self.known, self.trigger_on, self.method


@dataclass(frozen=True, slots=True)
class Standing:
    """A kept deadline that has not been superseded."""

    id: int
    clock: Clock
    on: date
    last_safe_day: date
    pack: str
    kept_at: datetime
    met_by: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A clock and the day to which it leads."""

    clock: Clock
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a sweep: ``ends`` is a kept deadline that is superseded, ``keeps`` what is kept in its place."""

    ends: int | None
    keeps: Counted | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sweep found to be done about one case. ``met`` names kept deadlines with the day on which they were met.

    ``past`` counts dates that were over before the sweep first looked at the case, ``uncounted`` says why others have
    no date.
    """

    case_no: str
    changes: tuple[Change, ...] = ()
    met: tuple[tuple[int, date | None], ...] = ()
    look_on: date | None = None
    past: int = 0
    uncounted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """A bounded batch that a sweep has looked at. ``closings`` is told where they differ from those seen before."""

    office_id: int
    today: date
    plans: tuple[Plan, ...] = ()
    touched: tuple[int, ...] = ()
    closings: tuple[int, ...] | None = None
    closed_days: tuple[date, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did, counted. ``again`` cases were changed by another sweep meanwhile and are looked at again."""

    cases: int = 0
    kept: int = 0
    moved: int = 0
    ended: int = 0
    met: int = 0
    past: int = 0
    again: int = 0
    uncounted: tuple[str, ...] = ()
    more: bool = False

    def __add__(self, other: "Swept") -> "Swept":
        return Swept(
            self.cases + other.cases,
            self.kept + other.kept,
            self.moved + other.moved,
            self.ended + other.ended,
            self.met + other.met,
            self.past + other.past,
            self.again + other.again,
            tuple(dict.fromkeys((*self.uncounted, *other.uncounted))),
            other.more,
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept deadline as it is told. ``readings`` are plain: day, why, and the days left out."""

    id: int
    case_no: str
    hearing_id: int | None
    courthouse: str | None
    rule: str
    what: str
    owner: Owner
    trigger_on: date
    method: str
    evidence: str
    on: date
    last_safe_day: date
    sentence: str
    cite: str
    verified: bool
    pack: str
    kept_by: str | None
    met_on: date | None
    met_how: str
    superseded_at: datetime | None
    why: str
    readings: tuple[dict[str, Any], ...] = field(default=())

"""The nouns of the calendar as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime, time

from hearings.service.manner import Check, Manner
from kernel.traced import Trace
from law.deadline import Deadline
from law.hearing_types import HearingType


@dataclass(frozen=True, slots=True)
class SessionOnCalendar:
    """A court session, how many hearings are set in it and what it takes.

    Hours are local to the courthouse. ``capacity`` counts matters, ``minutes`` their time; None is no limit. ``takes``
    names kinds of hearing or schedule codes; empty takes any.
    """

    id: int
    on: date
    courthouse: str
    room: str
    judge: str
    hearings: int
    opens: time | None = None
    closes: time | None = None
    capacity: int | None = None
    minutes: int | None = None
    takes: tuple[str, ...] = ()
    locked_at: datetime | None = None
    locked_by: str | None = None

    @property
    def locked(self) -> bool:
        """Whether its calendar is locked."""
        return self.locked_at is not None

    @property
    def where(self) -> str:
        """Courthouse and room."""
        return place_of(self.courthouse, self.room)

    def takes_type(self, kind: HearingType) -> bool:
        """Whether hearings of this type are heard in it."""
        return not self.takes or kind.kind in self.takes or kind.code in self.takes


@dataclass(frozen=True, slots=True)
class SetHearing:
    """A hearing with its place on the calendar. ``trace`` leads to the listing it came from.

    ``is_set`` is False when it was continued and has no new date yet; the place is then the one that it left.
    """

    id: int
    office_id: int
    case_no: str
    docket: str
    code: str
    session_id: int
    on: date
    at: time
    courthouse: str
    room: str
    judge: str
    disposition: str | None
    trace: Trace
    setting_id: int = 0
    is_set: bool = True

    @property
    def where(self) -> str:
        """Courthouse and room."""
        return place_of(self.courthouse, self.room)


@dataclass(frozen=True, slots=True)
class Served:
    """One attempt at service, as known on a day.

    ``manner`` is told where a person or a server's list said more than the state's record; ``check`` is what the law
    makes of service; where it was not asked, service does not count. ``key`` names the record, ``other_key`` a second
    one of the same attempt.
    """

    paper: str
    mpi_no: str
    method: str
    issued_on: date | None
    attempted_on: date | None
    result: str | None
    served_on: date | None
    served_upon: str | None
    returned_on: date | None
    trace: Trace
    key: str = ""
    other_key: str = ""
    manner: Manner | None = None
    check: Check | None = None

    @property
    def complete_on(self) -> date | None:
        """The day on which service is or will be complete, None where it is not, or where no law was found for it."""
        return self.check.completed_on if self.check and self.result == "served" else None

    @property
    def by_mail(self) -> bool:
        """Whether the papers went by mail of any kind."""
        return "mail" in self.method


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """Whether a hearing has the notice that its rule demands.

    ``deadline`` is None while nobody is served; ``last_day`` is the last day on which service still gives notice.
    """

    rule: str
    period: str
    cite: str
    verified_by: str
    deadline: Deadline | None
    met: bool
    last_day: date


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing before a hearing: what, why, and whose move it is."""

    what: str
    cause: str
    owner: str
    page: str = ""
    """Where a person sees more of it, if there is a page for that."""


def place_of(courthouse: str, room: str) -> str:
    """Courthouse and room as people write them; the state's system writes in capitals."""
    name = courthouse.title() if courthouse.isupper() else courthouse
    return f"{name}, room {room}" if room else name

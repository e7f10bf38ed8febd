"""The nouns of the calendar as frozen values."""

from dataclasses import dataclass
from datetime import date, time

from kernel.traced import Trace
from law.deadline import Deadline


@dataclass(frozen=True, slots=True)
class SessionOnCalendar:
    """A court session and how many hearings are set in it."""

    id: int
    on: date
    courthouse: str
    room: str
    judge: str
    hearings: int


@dataclass(frozen=True, slots=True)
class SetHearing:
    """A hearing with its current place on the calendar. ``trace`` leads to the listing it came from."""

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


@dataclass(frozen=True, slots=True)
class Served:
    """One attempt at service, as known on a day."""

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

"""The nouns of readiness: the cells of a hearing, how each stands, and what they are filled in from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hearings.calendar.causes import Cell
from hearings.facts import SetHearing
from hearings.service.facts import State
from law.hearing_types import HearingType

CELLS: tuple[Cell, ...] = tuple(cell for cell in Cell if cell is not Cell.NONE)
"""Every cell in the order of a row."""


class CellState(StrEnum):
    """How a cell stands. What is at risk is open and has a way; what is blocked cannot go on so, or is too late."""

    DONE = "done"
    AT_RISK = "at risk"
    BLOCKED = "blocked"
    NOT_NEEDED = "not needed"


RED = (CellState.BLOCKED, CellState.AT_RISK)
"""States of a cell in which something is left to do, the graver one first."""


class Outlook(StrEnum):
    """What can become of a hearing: everything is done, it can be saved, or a last safe day is gone."""

    READY = "ready"
    SAVABLE = "savable"
    HOPELESS = "hopeless"


class PaperState(StrEnum):
    """Where a paper stands in its review."""

    NOT_MADE = "not made"
    MADE = "made"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class EnvelopeState(StrEnum):
    """Where the newest envelope of a hearing stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Role(StrEnum):
    """Whose move it is."""

    AGENT = "agent"
    ATTORNEY = "attorney"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose move it is, with the name of the person who is assigned, where there is one."""

    role: Role
    name: str = ""

    def __str__(self) -> str:
        return self.name or self.role.value


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of a caption, as the court reads them."""

    plaintiff: str
    defendant: str

    def __str__(self) -> str:
        return f"{self.plaintiff} v. {self.defendant}"


@dataclass(frozen=True, slots=True)
class FilledCell:
    """How one cell stands. Where nothing is left to do there is no owner, no next action and no last safe day.

    ``last_safe_day`` is None in an open cell only where the court days of the year are not on file.
    """

    state: CellState
    cause: str
    owner: Owner | None = None
    next_action: str = ""
    last_safe_day: date | None = None
    page: str = ""
    """Where a person sees more of it, if there is a page for that."""

    @property
    def red(self) -> bool:
        """Whether something is left to do."""
        return self.state in RED

    def past(self, as_of: date) -> bool:
        """Whether it is not done and its last safe day is gone."""
        return self.red and self.last_safe_day is not None and self.last_safe_day < as_of


@dataclass(frozen=True, slots=True)
class ServedPaper:
    """Service of one paper on one person. ``last_safe_day`` is None where the law cannot be counted."""

    paper: str
    person: str
    mpi_no: str
    state: State
    complete_on: date | None
    last_attempt: str
    next_action: str
    last_safe_day: date | None


@dataclass(frozen=True, slots=True)
class PaperKnown:
    """One paper of a hearing: why it cannot be made, which facts it lacks, and what changed since it was made."""

    title: str
    state: PaperState
    problem: str = ""
    lacking: str = ""
    changed: str = ""
    other_template: bool = False

    @property
    def approved(self) -> bool:
        """Approved, and still true."""
        return self.state is PaperState.APPROVED and not self.changed


@dataclass(frozen=True, slots=True)
class ExhibitKnown:
    """An exhibit of a hearing. ``opened`` is False while nobody has looked into it."""

    title: str
    opened: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class EnvelopeKnown:
    """The newest envelope of a hearing, and why the clerk rejected it or the one that it replaces."""

    number: str
    state: EnvelopeState
    rejection: str = ""


@dataclass(frozen=True, slots=True)
class HearingKnown:
    """Everything that the cells of one hearing are filled in from, as known on a day.

    ``notice`` is the period with its cite; where it cannot be counted ``uncounted`` says why. ``filed_on`` is the day
    on which the paper that gives notice was filed, ``record_on`` that of the newest extract. ``unanswered`` names what
    nobody has found out yet of an obligor's ability to pay, ``figures_differ`` where the papers contradict each other,
    ``figures_unknown`` which of them cannot be compared.
    """

    hearing: SetHearing
    kind: HearingType
    caption: Parties
    served: tuple[ServedPaper, ...]
    notice: str
    uncounted: str
    papers: tuple[PaperKnown, ...]
    exhibits: tuple[ExhibitKnown, ...]
    envelope: EnvelopeKnown | None
    filed_on: date | None
    record_on: date | None
    agent: Owner
    attorney: Owner
    unanswered: str = ""
    figures_differ: str = ""
    figures_unknown: str = ""


@dataclass(frozen=True, slots=True)
class HearingRow:
    """One hearing of a board."""

    hearing: SetHearing
    kind: HearingType
    caption: Parties
    attorney: Owner
    cells: Mapping[Cell, FilledCell]
    as_of: date

    @property
    def outlook(self) -> Outlook:
        """Ready, savable or hopeless."""
        if not self.red:
            return Outlook.READY
        past = any(filled.past(self.as_of) for _, filled in self.red)
        return Outlook.HOPELESS if past else Outlook.SAVABLE

    @property
    def worst(self) -> CellState:
        """The state of its gravest cell; done where nothing is left to do."""
        found = {cell.state for cell in self.cells.values()}
        return next((state for state in RED if state in found), CellState.DONE)

    @property
    def last_safe_day(self) -> date | None:
        """The first of the last safe days of what is not done."""
        return min((filled.last_safe_day for _, filled in self.red if filled.last_safe_day), default=None)

    @property
    def red(self) -> list[tuple[Cell, FilledCell]]:
        """What is left to do, the first last safe day first, and of one day the graver state."""
        found = [one for one in self.cells.items() if one[1].red]
        return sorted(found, key=lambda one: (one[1].last_safe_day or date.max, RED.index(one[1].state)))


@dataclass(frozen=True, slots=True)
class Board:
    """A court session, hearing by hearing in call order."""

    session: int
    as_of: date
    rows: tuple[HearingRow, ...]

    def count(self, outlook: Outlook) -> int:
        """How many hearings are ready, savable or hopeless."""
        return sum(1 for row in self.rows if row.outlook is outlook)

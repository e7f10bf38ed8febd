"""The nouns of a court day as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class FieldKind(StrEnum):
    """How a field of an outcome is written."""

    MONEY = "money"
    DAY = "day"
    CAUSE = "cause"
    PLACE = "place"
    YES = "yes"
    CHOICE = "choice"
    WORDS = "words"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an outcome. ``notes`` names, by state, the entry of the case that takes its value over.

    ``internal`` is told inside the office only.
    """

    name: str
    label: str
    kind: FieldKind
    hint: str = ""
    choices: tuple[str, ...] = ()
    notes: Mapping[str, str] | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeKind:
    """One thing that a court does with a hearing, and what it needs to be told.

    ``disposition`` is empty where the hearing is not heard yet; ``moves`` gives it a next date, or none yet.
    """

    code: str
    key: str
    name: str
    hearings: tuple[str, ...]
    states: tuple[str, ...]
    disposition: str
    moves: bool
    cause: str
    needs: tuple[Field, ...]
    may: tuple[Field, ...]
    papers: tuple[str, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, those that must be filled first."""
        return (*self.needs, *self.may)


@dataclass(frozen=True, slots=True)
class Due:
    """A task that follows from an outcome. ``rule`` is the rule of law it was counted by, empty for practice."""

    kind: str
    words: str
    owner: str
    due_on: date
    rule: str


@dataclass(frozen=True, slots=True)
class Entered:
    """One entry of an outcome. ``beside`` is the number that stood when it came and that it was not based on.

    ``outside`` is its sentence for readers outside the office.
    """

    id: int
    hearing_id: int
    number: int
    based_on: int
    code: str
    name: str
    fields: Mapping[str, str]
    sentence: str
    outside: str
    by: str
    by_name: str
    at: datetime
    superseded_at: datetime | None
    beside: int | None


@dataclass(frozen=True, slots=True)
class TaskToDo:
    """A task as it stands."""

    id: int
    case_no: str
    hearing_id: int | None
    kind: str
    words: str
    due_on: date
    owner: str
    person: str
    rule: str
    cite: str
    made_at: datetime
    done_at: datetime | None
    done_by: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody promised in court."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What one attorney leaves for the next."""

    words: str
    promised: tuple[Promise, ...]
    by_name: str
    at: datetime

"""A guideline run as it is kept, and what a person is offered to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kernel.money import Money
from kernel.traced import Trace


class Parent(StrEnum):
    """Who a parent is in this case, whatever a state's guideline calls the two."""

    OBLIGOR = "obligor"
    OBLIGEE = "obligee"


COLUMNS: Mapping[str, Mapping[str, Parent]] = {
    "nc": {"plaintiff": Parent.OBLIGEE, "defendant": Parent.OBLIGOR},
    "ca": {"parent_a": Parent.OBLIGOR, "parent_b": Parent.OBLIGEE},
}
"""Which of a guideline's two columns is which parent: as the captions of each state's papers have it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A value that the record holds for an entry of a run, with where it stands."""

    value: Any
    trace: Trace


@dataclass(frozen=True, slots=True)
class Figured:
    """What the guideline of a state answers.

    ``asked`` is what went in, in full; ``told`` the answer with every line. ``payer`` is None where nobody pays.
    ``schedule_digest`` is over the rows that carry the amounts, ``pack`` the version of all rows.
    """

    state: str
    on: date
    asked: dict[str, Any]
    told: dict[str, Any]
    payer: Parent | None
    amount: Money
    schedule_digest: str
    pack: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why papers may no longer use a run."""

    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a case by its number. It never changes; ``digest`` is over all that was asked and answered.

    ``children`` are the participant numbers of those it is for, ``left_out`` of the others who were under age then.
    """

    id: int
    case_no: str
    number: int
    figured: Figured
    traces: Mapping[str, Trace]
    children: tuple[str, ...]
    left_out: tuple[str, ...]
    remark: str
    made_by: str
    made_at: datetime
    digest: str
    withdrawn: Withdrawal | None

    def column(self, parent: Parent) -> str:
        """What the guideline calls a parent: ``defendant``, ``parent_a``."""
        return next(name for name, who in COLUMNS[self.figured.state].items() if who is parent)

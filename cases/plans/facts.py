"""The nouns of payment plans."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cases.ledger import Frequency
from kernel.money import ZERO, Money

WHOLE = 100


class Basis(StrEnum):
    """What a plan rests on."""

    COURT = "court order"
    AGREEMENT = "agreement"


class Covers(StrEnum):
    """What an instalment is: money toward arrears beside the current support, or both in one amount."""

    ARREARS = "arrears"
    EVERYTHING = "current support and arrears"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How late and how short an instalment may be, and how many in a row may fail before the plan is broken.

    ``short`` is in whole percent of the instalment. No statute sets these; each plan says them itself.
    """

    days: int = 0
    short: int = 0
    failures: int = 1

    def is_enough(self, paid: Money, due: Money) -> bool:
        """Whether so much money is an instalment kept."""
        return paid.cents * WHOLE >= due.cents * (WHOLE - self.short)

    def __str__(self) -> str:
        late = f"up to {self.days} day{'' if self.days == 1 else 's'} late" if self.days else "on its day"
        short = f"at most {self.short} percent short" if self.short else "in full"
        many = f"{self.failures} that fail in a row break" if self.failures > 1 else "one that fails breaks"
        return f"An instalment is kept when it comes {late} and {short}; {many} the plan."


@dataclass(frozen=True, slots=True)
class Plan:
    """The terms of one payment plan. ``first_payment`` is due when the plan is made, the first instalment later.

    Monthly instalments fall due on the day of the month of ``first_due_on``, weekly ones counted from it, semimonthly
    ones on the 1st and the 15th. ``until`` is the last day on which one may fall due; ``ended_on`` the day on which the
    plan itself ended. Money counts from ``made_on``.
    """

    basis: Basis
    source: str
    made_on: date
    first_due_on: date
    instalment: Money
    frequency: Frequency = Frequency.MONTHLY
    covers: Covers = Covers.ARREARS
    first_payment: Money = ZERO
    until: date | None = None
    tolerance: Tolerance = field(default_factory=Tolerance)
    review_on: date | None = None
    ended_on: date | None = None
    id: int | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which an instalment can fall due; None where only the debt ends it."""
        return min((day for day in (self.until, self.ended_on) if day), default=None)


@dataclass(frozen=True, slots=True, order=True)
class Instalment:
    """One amount that a plan asks for on one day."""

    due_on: date
    number: int
    amount: Money


@dataclass(frozen=True, slots=True, order=True)
class Collected:
    """What of one payment counts toward a plan, out of how much; the rest was current support."""

    on: date
    reference: str
    counts: Money
    whole: Money


@dataclass(frozen=True, slots=True, order=True)
class Stub:
    """What a pay stub tells: so much was withheld from what the obligor was paid on a day."""

    paid_on: date
    withheld: Money
    evidence: str
    id: int = 0


class State(StrEnum):
    """How one instalment stands on a day."""

    KEPT = "on time"
    LATE = "late"
    PARTIAL = "partial"
    MISSED = "missed"
    WITHHELD = "withheld but not sent"
    OPEN = "open"
    CLEARED = "nothing owed"

    @property
    def failed(self) -> bool:
        """Whether the obligor did not keep it."""
        return self in (State.PARTIAL, State.MISSED)


class Standing(StrEnum):
    """How a whole plan stands on a day."""

    NOT_BEGUN = "not begun"
    KEPT = "kept"
    BEHIND = "behind"
    BROKEN = "broken"
    PAID_OFF = "paid off"
    ENDED = "ended"

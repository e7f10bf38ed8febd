"""A mistake that the state may have made, as a ledger with that mistake in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from cases.ledger.book import Ledger
from cases.ledger.off import Off
from kernel.money import Money

LONGEST_RETURN = timedelta(days=366)
"""How long after its collection a returned payment may still have earned its interest."""


MADE_UP = 4
"""How a suspicion is founded for which the record tells nothing, and which explains any difference."""


class Cause(StrEnum):
    """Why a balance of the state may be off, the best founded first when several explain it."""

    ENTERED_HERE = "entered here, unknown to the state"
    INTEREST = "interest counted otherwise"
    REVERSED_PAYMENT = "reversed payment"
    DUPLICATE_PAYMENT = "duplicate payment"
    MISSED_ORDER_CHANGE = "missed order change"
    STEP_DOWN = "step-down"
    SUSPENDED_MONTHS = "suspended months"
    WRONG_FREQUENCY = "wrong frequency"
    OPENING_BALANCE = "opening balance"


@dataclass(frozen=True)
class Suspicion:
    """One mistake that the state may have made, from a day on; ``ledger`` is the account with that mistake in it."""

    cause: Cause
    on: date
    words: str
    ledger: Callable[[], Ledger]
    founded: int
    """How well the record bears it out, 0 the best: 0 for an event on file, more where something is supposed."""
    off: Off | None = None
    """From when on support is higher or lower by how much, where that is plain before counting."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What gives every figure of the state to the cent; ``on`` is the day on which the accounts part."""

    cause: Cause
    on: date
    words: str
    founded: int

    @property
    def ours_stands(self) -> bool:
        """Whether the state lacks something that belongs into the account, so that ours needs no adjustment."""
        return self.cause in {Cause.ENTERED_HERE, Cause.INTEREST}


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which the accounts part, both included; by how much the state is higher on the last day it told."""

    first: date
    last: date
    told_until: date
    apart: Money

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def as_large(ours: Ledger, since: date, principal: Money, window: Window) -> bool:
    """Whether support that is off by so much since a day can come to what the state is apart, interest included."""
    off, apart = principal.cents, window.apart.cents
    if not ours.mixes_interest:
        return off == apart
    if not ours.terms.bears:
        return min(off, 0) <= apart <= max(off, 0)
    years = (window.told_until - since + LONGEST_RETURN).days // 365 + 1
    most = int(off * (1 + max(rate.yearly for rate in ours.terms.every_rate)) ** years)
    return min(off, most) - 1 <= apart <= max(off, most) + 1


def altered(ours: Ledger, **changed: object) -> Callable[[], Ledger]:
    """The same ledger with other parts, made when it is asked for."""
    return lambda: replace(ours, **changed)  # type: ignore[arg-type]


def in_words(day: date) -> str:
    """A day as a sentence says it."""
    return f"{day:%B %-d, %Y}"

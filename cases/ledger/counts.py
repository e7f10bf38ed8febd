"""Contempt counts: one for each month whose support was not paid in full."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.ledger.book import Ledger
from cases.ledger.instalments import Instalment, instalments
from cases.ledger.kinds import Kind
from cases.ledger.suspension import Suspension
from kernel.money import ZERO, Money, total
from law.contempt import ContemptWindow


@dataclass(frozen=True, slots=True)
class UnpaidMonth:
    """One month's support that was not paid in full; ``last_day`` is the last one within the years of the window.

    ``paid`` is money that the state collected, ``credited`` direct payments, credits found and corrections. ``kinds``
    tells its kinds of support apart, where the account has more than one.
    """

    due_on: date
    ordered: Money
    paid: Money
    last_day: date
    credited: Money = ZERO
    kinds: tuple[Instalment, ...] = ()

    @property
    def unpaid(self) -> Money:
        """What is left of the month's support."""
        return self.ordered - self.paid - self.credited


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts in order of their due days, and the unpaid months that are none.

    ``in_custody`` fell due while the obligor was in custody, ``too_old`` longer ago than the window reaches.
    """

    as_of: date
    window: ContemptWindow
    counts: tuple[UnpaidMonth, ...]
    in_custody: tuple[UnpaidMonth, ...]
    too_old: tuple[UnpaidMonth, ...]

    @property
    def credits(self) -> bool:
        """Whether anything was credited on the month of a count."""
        return any(one.credited != ZERO for one in self.counts)

    @property
    def total(self) -> Money:
        """What is unpaid in all counts."""
        return total(one.unpaid for one in self.counts)


def contempt_counts(
    ledger: Ledger, as_of: date, window: ContemptWindow, custody: Sequence[Suspension] = ()
) -> Counts:
    """Every month not paid in full by a day, sorted into what can be charged and what cannot."""
    unpaid = [one for one in _months(ledger, as_of, window) if one.unpaid.cents > 0]
    timely = [one for one in unpaid if one.last_day >= as_of]
    inside = [one for one in timely if any(stay.holds(one.due_on) for stay in custody)]
    return Counts(
        as_of, window,
        tuple(one for one in timely if one not in inside),
        tuple(inside),
        tuple(one for one in unpaid if one.last_day < as_of),
    )  # fmt: skip


def _months(ledger: Ledger, as_of: date, window: ContemptWindow) -> list[UnpaidMonth]:
    held: dict[tuple[int, int], list[Instalment]] = defaultdict(list)
    found = instalments(ledger, as_of)
    for one in found:
        held[one.due_on.year, one.due_on.month].append(one)
    several = len({one.kind for one in found}) > 1
    return [_month(due, window, several=several) for due in held.values()]


def _month(due: list[Instalment], window: ContemptWindow, *, several: bool) -> UnpaidMonth:
    whole = _together(due)
    of_kinds = ([one for one in due if one.kind is kind] for kind in Kind) if several else ()
    kinds = tuple(_together(held) for held in of_kinds if held)
    return UnpaidMonth(
        whole.due_on, whole.ordered, whole.paid, window.last_day(whole.due_on), whole.credited, kinds
    )  # fmt: skip


def _together(due: list[Instalment]) -> Instalment:
    """Several instalments as one, with the day and kind of the first."""
    sums = (total(getattr(one, name) for one in due) for name in ("ordered", "paid", "credited"))
    return Instalment(due[0].due_on, due[0].kind, *sums)

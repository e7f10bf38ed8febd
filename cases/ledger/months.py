"""A ledger by calendar month, and since when somebody is behind."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.account import Line, running_account
from cases.ledger.book import Ledger
from cases.ledger.crediting import credited
from cases.ledger.obligation import next_month
from cases.ledger.unpaid import unpaid
from kernel.money import ZERO, Money, total

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: support that fell due, money collected in it, and arrears at its end.

    ``credited`` is what credits, direct payments and adjustments took off the support (negative where they added to
    it), ``to_interest`` how much of all the money went to interest instead. The arrears of the month before plus
    ``owed`` and ``to_interest`` less ``paid`` and ``credited`` are the arrears of this one.
    """

    first: date
    owed: Money
    paid: Money
    arrears: Money
    credited: Money = ZERO
    to_interest: Money = ZERO


def months(ledger: Ledger, *, first: date, as_of: date) -> list[Month]:
    """Every month from that of ``first`` to that of ``as_of``; the last one ends on ``as_of``."""
    charged = _by_month((charge.due_on, charge.amount) for charge in ledger.charges(as_of))
    counted = (entry for entry in ledger.entries if ledger.counts(entry.collected_on, as_of))
    paid = _by_month((entry.collected_on, entry.amount) for entry in counted)
    lines = running_account(ledger, as_of) if ledger.mixes_interest else ()
    start = first.replace(day=1)
    balance, given = ledger.arrears(start - ONE_DAY), _by_month(_given(ledger, as_of))
    found = []
    while start <= as_of:
        last = min(as_of, next_month(start) - ONE_DAY)
        if ledger.opening and start <= ledger.opening.on <= last:
            balance = balance + ledger.opening.amount
        owed, collected, taken = (sums.get(start, ZERO) for sums in (charged, paid, given))
        ordered = balance + owed - collected - taken
        balance = _standing(lines, last) if ledger.mixes_interest else ordered
        found.append(Month(start, owed, collected, balance, taken, balance - ordered))
        start = next_month(start)
    return found


def _standing(lines: Sequence[Line], by: date) -> Money:
    """The support owed after the last line of a day or before it."""
    after = bisect_right(lines, by, key=lambda line: line.on)
    return lines[after - 1].balance.support if after else ZERO


def credited_by(ledger: Ledger, known_on: date) -> Money:
    """What credits, direct payments and adjustments took off the support by a day, as they were known on it."""
    return total(amount for _, amount in _given(ledger, known_on))


def _given(ledger: Ledger, known_on: date) -> Iterable[tuple[date, Money]]:
    return ((one.counts_from, one.amount) for one in credited(ledger, known_on))


def months_behind(arrears: Money, monthly: Money) -> int:
    """How many full months of current support the arrears amount to."""
    return arrears.cents // monthly.cents if monthly > ZERO and arrears > ZERO else 0


def delinquent_since(ledger: Ledger, as_of: date) -> date | None:
    """The due day of the oldest support that is unpaid once money went where the law sends it; None if none is.

    A debt that stood in the opening balance gives the opening day; money returned that was never charged or carried
    over, the day of its return.
    """
    return min((due_on for due_on, _ in unpaid(ledger, as_of)), default=None)


def _by_month(dated: Iterable[tuple[date, Money]]) -> dict[date, Money]:
    sums: dict[date, Money] = {}
    for day, amount in dated:
        sums[day.replace(day=1)] = sums.get(day.replace(day=1), ZERO) + amount
    return sums

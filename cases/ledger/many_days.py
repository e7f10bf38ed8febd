"""What is owed at the end of each of many days, with the account played through once and not once for each day."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, groupby

from cases.ledger.account import turns
from cases.ledger.balance import Balance
from cases.ledger.book import Ledger
from cases.ledger.playing import Account
from kernel.money import Money


def owed_on(ledger: Ledger, days: Iterable[date]) -> dict[date, Money]:
    """What a state's balance counts at the end of each day: support, and the interest that runs on it."""
    asked = sorted(set(days))
    if not ledger.mixes_interest:
        return _summed(ledger, asked)
    balances = balances_on(ledger, asked)
    return {day: one.total if ledger.terms.bears else one.support for day, one in balances.items()}


def balances_on(ledger: Ledger, days: Iterable[date]) -> dict[date, Balance]:
    """The balance at the end of each day. Played anew only where something done before turns out otherwise."""
    asked = sorted(set(days))
    turned = sorted(turns(ledger, asked[-1])) if asked else []
    found: dict[date, Balance] = {}
    for _, alike in groupby(asked, key=lambda day: bisect_right(turned, day)):
        found.update(_played(ledger, list(alike)))
    return found


def _summed(ledger: Ledger, asked: Sequence[date]) -> dict[date, Money]:
    """The moves of the support taken together up to each day; from before the opening balance nothing is known."""
    if not asked:
        return {}
    moves = sorted(ledger.moves(asked[-1]))
    days = [day for day, _ in moves]
    sums = [0, *accumulate(cents for _, cents in moves)]
    return {day: Money(sums[bisect_right(days, day)]) for day in asked}


def _played(ledger: Ledger, asked: Sequence[date]) -> Iterator[tuple[date, Balance]]:
    """The balances of days between which nothing turns out otherwise."""
    events, done = ledger.events(asked[-1], known_on=asked[-1]), 0
    days = [event.on for event in events]
    account = Account(ledger.terms)
    for day in asked:
        until = bisect_right(days, day)
        account.play(events[done:until], day)
        done = until
        yield day, account.balance(day)

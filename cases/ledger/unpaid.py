"""What is unpaid of each instalment, today or on every day on which it changes. The one place that says it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import groupby

from cases.ledger.account import ONE_DAY, turns
from cases.ledger.book import Ledger
from cases.ledger.crediting import Cell, left_by_instalment
from cases.ledger.playing import Account


def unpaid(ledger: Ledger, as_of: date) -> Mapping[Cell, int]:
    """The cents unpaid of each instalment, by due day and kind, once money went where the law sends it.

    The support of a month comes before older support (42 U.S.C. § 657(a); 45 C.F.R. § 302.51), as in the counts of
    contempt. What has no kind stood in the opening balance, or is owed again since the day that it bears.
    """
    account = Account(ledger.terms)
    account.play(ledger.events(as_of, known_on=as_of), as_of)
    return _left(account)


def unpaid_by_day(
    ledger: Ledger, until: date, *, known_on: date, days: Collection[date] = ()
) -> Iterator[tuple[date, Mapping[Cell, int]]]:
    """The same at the end of each day on which something happens and of ``days``, as it was known on that day.

    After ``known_on`` support falls due and nothing is paid.
    """
    turned = sorted(turns(ledger, known_on))
    for first, last in zip([date.min, *turned], [*(day - ONE_DAY for day in turned), until], strict=True):
        yield from _as_known(ledger, first, last, known_on, {first, *days} - {date.min})


def _as_known(
    ledger: Ledger, first: date, last: date, known_on: date, days: Collection[date]
) -> Iterator[tuple[date, Mapping[Cell, int]]]:
    """A time in which nothing turns out otherwise."""
    account = Account(ledger.terms)
    events = ledger.events(last, known_on=min(last, known_on))
    by_day = {on: list(held) for on, held in groupby(events, key=lambda one: one.on)}
    for day in sorted(on for on in {*by_day, *days} if on <= last):
        account.play(by_day.get(day, ()), day)
        if day >= first:
            yield day, _left(account)


def _left(account: Account) -> Mapping[Cell, int]:
    return {cell: cents for cell, cents in left_by_instalment(account).items() if cents}

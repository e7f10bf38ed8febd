"""What is unpaid of each instalment, today or as it changes from day to day. The one place that says it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import groupby

from cases.ledger.account import ONE_DAY, turns
from cases.ledger.book import Ledger
from cases.ledger.crediting import Cell, left_by_instalment
from cases.ledger.kinds import PAYEES
from cases.ledger.playing import CURRENT, Account, Happened, What

OWED = frozenset({What.OPENING, What.CHARGE, What.DEBT})
SUPPORT = frozenset({CURRENT, *PAYEES})


def unpaid(ledger: Ledger, as_of: date) -> Mapping[Cell, int]:
    """The cents unpaid of each instalment, by due day and kind, once money went where the law sends it.

    The support of a month comes before older support (42 U.S.C. § 657(a); 45 C.F.R. § 302.51), as in the counts of
    contempt. What has no kind stood in the opening balance, or is owed again since the day that it bears.
    """
    account = Account(ledger.terms)
    account.play(ledger.events(as_of, known_on=as_of), as_of)
    return {cell: cents for cell, cents in left_by_instalment(account).items() if cents}


def unpaid_by_day(
    ledger: Ledger, until: date, *, known_on: date, days: Collection[date] = ()
) -> Iterator[tuple[date, Mapping[Cell, int]]]:
    """By how many cents the same changes on each day on which something happens, as it was known on that day.

    ``days`` are told too, with nothing where nothing happens. After ``known_on`` support falls due and nothing is paid.
    """
    told: dict[Cell, int] = {}
    turned = sorted(turns(ledger, known_on))
    for first, last in zip([date.min, *turned], [*(day - ONE_DAY for day in turned), until], strict=True):
        stood, told = told, defaultdict(int)
        for day, moved in _moved(ledger, last, known_on, {first, *days} - {date.min}):
            for cell, cents in moved.items():
                told[cell] += cents
            if day > first:
                yield day, moved
            elif day == first:
                yield day, _difference(stood, told)


def _moved(
    ledger: Ledger, last: date, known_on: date, days: Collection[date]
) -> Iterator[tuple[date, Mapping[Cell, int]]]:
    """By how many cents each day moves what is unpaid where nothing turns out otherwise, from the beginning."""
    moved: dict[Cell, int] = defaultdict(int)

    def tell(account: Account, happened: Happened) -> None:
        if happened.event and happened.what in OWED:
            cell = happened.event.on, happened.event.kind
            moved[cell] += sum(cents for bucket, cents in happened.changed if bucket in SUPPORT)
        for part in happened.paid:
            moved[part.due_on, part.kind] -= part.cents

    account = Account(ledger.terms, tell)
    events = ledger.events(last, known_on=min(last, known_on))
    by_day = {on: list(held) for on, held in groupby(events, key=lambda one: one.on)}
    for day in sorted(on for on in {*by_day, *days} if on <= last):
        account.play(by_day.get(day, ()), day)
        yield day, {cell: cents for cell, cents in moved.items() if cents}
        moved.clear()


def _difference(stood: Mapping[Cell, int], now: Mapping[Cell, int]) -> Mapping[Cell, int]:
    found = {cell: now.get(cell, 0) - stood.get(cell, 0) for cell in {*stood, *now}}
    return {cell: cents for cell, cents in found.items() if cents}

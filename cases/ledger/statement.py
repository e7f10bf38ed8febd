"""The statement of arrears: support ordered and paid by month and year, an account for each kind of support."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, groupby

from cases.ledger.book import Ledger
from cases.ledger.crediting import CREDITS
from cases.ledger.kinds import Kind
from cases.ledger.months import Month, months
from cases.ledger.playing import Account, Happened
from kernel.money import ZERO, Money, total

Cell = tuple[str, date]
"""A kind of support in a month, by the month's first day."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What the months of an account come to: ``owed`` fell due, ``arrears`` is what was left at the end."""

    owed: Money
    paid: Money
    credited: Money
    to_interest: Money
    arrears: Money


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year of an account."""

    year: int
    months: tuple[Month, ...]

    @property
    def sums(self) -> Sums:
        """What its months come to."""
        return _sums(self.months)


@dataclass(frozen=True, slots=True)
class KindAccount:
    """One kind of support: ``opening`` + owed + to interest - paid - credited = arrears, month by month."""

    kind: Kind
    opening_on: date | None
    opening: Money
    years: tuple[Year, ...]

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month."""
        return tuple(month for year in self.years for month in year.months)

    @property
    def sums(self) -> Sums:
        """What all its months come to; without a month the opening balance stands."""
        return _sums(self.months) if self.years else Sums(ZERO, ZERO, ZERO, ZERO, self.opening)


def statement(ledger: Ledger, as_of: date) -> tuple[KindAccount, ...]:
    """An account for each kind of support that fell due by a day, child support first.

    The first holds what has no kind: the opening balance, money returned that nobody knows, money paid ahead. Each of
    the others begins with the first month in which anything of it happened. Empty where nothing is owed or was paid.
    """
    charges = ledger.charges(as_of)
    first = _first_day(ledger, as_of)
    if first is None:
        return ()
    whole = months(ledger, first=first, as_of=as_of)
    kinds = [kind for kind in Kind if any(charge.kind is kind for charge in charges)] or [Kind.CHILD]
    owed: dict[Cell, Money] = defaultdict(lambda: ZERO)
    for charge in charges:
        owed[charge.kind, charge.due_on.replace(day=1)] += charge.amount
    paid, credited = _applied(ledger, as_of, kinds[1:]) if kinds[1:] else ({}, {})
    others = [_of_kind(kind, whole, owed, paid, credited) for kind in kinds[1:]]
    opening = ledger.opening if ledger.opening and ledger.opening.on <= as_of else None
    opened_on, opened_with = (opening.on, opening.amount) if opening else (None, ZERO)
    return (
        KindAccount(kinds[0], opened_on, opened_with, _by_year(_rest(whole, others))),
        *(
            KindAccount(kind, None, ZERO, _by_year(dropwhile(_idle, held)))
            for kind, held in zip(kinds[1:], others, strict=True)
        ),
    )


def _idle(month: Month) -> bool:
    return (month.owed, month.paid, month.credited, month.arrears) == (ZERO, ZERO, ZERO, ZERO)


def _first_day(ledger: Ledger, as_of: date) -> date | None:
    """The first day that the account has to tell of."""
    days = [day for day, _ in ledger.moves(as_of)]
    if ledger.opening and ledger.opening.on <= as_of and len(days) > 1:
        days.remove(ledger.opening.on)
    return min(days, default=None)


def _of_kind(
    kind: Kind,
    whole: Iterable[Month],
    owed: dict[Cell, Money],
    paid: dict[Cell, Money],
    credited: dict[Cell, Money],
) -> list[Month]:
    found, left = [], ZERO
    for month in whole:
        cell = (kind, month.first)
        due, came, taken = owed.get(cell, ZERO), paid.get(cell, ZERO), credited.get(cell, ZERO)
        left = left + due - came - taken
        found.append(Month(month.first, due, came, left, taken))
    return found


def _rest(whole: list[Month], others: list[list[Month]]) -> list[Month]:
    """The months less what other kinds have of them."""
    return [
        Month(
            month.first,
            month.owed - total(one.owed for one in of_month),
            month.paid - total(one.paid for one in of_month),
            month.arrears - total(one.arrears for one in of_month),
            month.credited - total(one.credited for one in of_month),
            month.to_interest,
        )
        for month, *of_month in zip(whole, *others, strict=True)
    ]


def _applied(ledger: Ledger, as_of: date, kinds: list[Kind]) -> tuple[dict[Cell, Money], dict[Cell, Money]]:
    """By month, how much of some kinds was paid and how much credited, as it is known on the day."""
    paid: dict[Cell, Money] = defaultdict(lambda: ZERO)
    credited: dict[Cell, Money] = defaultdict(lambda: ZERO)

    def tell(account: Account, happened: Happened) -> None:
        target = credited if happened.what in CREDITS else paid
        for part in happened.paid:
            if part.kind in kinds:
                target[part.kind, happened.on.replace(day=1)] += Money(part.cents)

    Account(ledger.terms, tell).play(ledger.events(as_of, known_on=as_of), as_of)
    return paid, credited


def _by_year(held: Iterable[Month]) -> tuple[Year, ...]:
    return tuple(Year(year, tuple(each)) for year, each in groupby(held, key=lambda month: month.first.year))


def _sums(held: tuple[Month, ...]) -> Sums:
    return Sums(
        total(month.owed for month in held),
        total(month.paid for month in held),
        total(month.credited for month in held),
        total(month.to_interest for month in held),
        held[-1].arrears,
    )

"""Random ledgers with everything in them that a ledger can hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from math import prod
from typing import Any

from hypothesis import strategies as st

from cases.ledger import (
    Adjustment,
    Assignment,
    Credit,
    DayCount,
    DirectPayment,
    Entry,
    Fee,
    Frequency,
    Kind,
    Ledger,
    Obligation,
    Opening,
    Payee,
    Split,
    Step,
    Suspension,
    Terms,
    terms_of,
    with_judgment,
)
from cases.ledger.terms import Begins
from kernel.cite import Cite
from kernel.money import ZERO, Money

BEGINNINGS = (date(1983, 2, 1), date(2008, 7, 1), date(2023, 10, 1))
"""The rate changes in 1983, the order of application in 2009, and a leap year comes in 2024."""
LONGEST = 330
CALIFORNIA = [terms_of("CA", count) for count in DayCount]
DUE_DAY = replace(terms_of("CA"), begins=Begins.DUE_DAY)
Laws = Callable[[date], Terms]


def _judged(*judgments: tuple[int, int, str, int | None]) -> "Laws":
    """North Carolina with judgments: their day, the day of their interest, the rate and the principal."""

    def laws(first: date) -> Terms:
        terms = terms_of("NC")
        for on, runs_from, rate, principal in judgments:
            terms = with_judgment(
                terms, first + timedelta(days=on), yearly=Decimal(rate), runs_from=first + timedelta(days=runs_from),
                cite=Cite(f"made up {on}"), principal=Money(principal) if principal else None,
            )  # fmt: skip
        return terms

    return laws


def _always(terms: Terms) -> Laws:
    return lambda first: terms


INTEREST = st.sampled_from([_always(terms) for terms in CALIFORNIA])
JUDGED = (
    _judged((120, 150, "0.08", None)),
    _judged((120, 150, "0.08", None), (200, 200, "0.06", None)),
    _judged((90, 100, "0.08", 40_000), (180, 260, "0.05", None), (240, 240, "0.08", 30_000)),
)
EVERY = st.sampled_from([*(_always(terms) for terms in (terms_of("NC"), *CALIFORNIA, DUE_DAY)), *JUDGED])


def _drawn(*sizes: int) -> st.SearchStrategy[tuple[int, ...]]:
    """A number below each size, drawn as one number: what is drawn one by one takes longer than what is tested."""
    assert prod(sizes) <= DRAWN_EVENLY
    return st.integers(0, prod(sizes) - 1).map(lambda number: _taken_apart(number, sizes))


def _taken_apart(number: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    parts = []
    for size in sizes:
        number, part = divmod(number, size)
        parts.append(part)
    return tuple(parts)


DAYS = LONGEST + 1
DRAWN_EVENLY = 2**24
"""Of larger numbers Hypothesis draws small ones most of the time."""
NEVER = 0
KINDS, FREQUENCIES, PAYEES, DUE_DAYS = tuple(Kind), tuple(Frequency), tuple(Payee), (1, 1, 15, 31)
PROOFS = ("", "cancelled check", "admitted by the obligee", "word of mouth")
_DATED = _drawn(DAYS, 50_000)
_TIME = _drawn(DAYS, DAYS)
_ORDER = _drawn(1 + DAYS, len(KINDS), len(FREQUENCIES), len(DUE_DAYS), len(PAYEES), 3)
ROWS = (
    (_DATED, 6),
    (_drawn(DAYS, 8, 3), 3),
    (_drawn(DAYS, DAYS, 2, 5), 3),
    (_drawn(DAYS, 1 + DAYS, 150), 3),
    (_drawn(DAYS, 1 + DAYS, len(PROOFS), 37), 3),
    (_drawn(DAYS, len(PAYEES), 2, 8_000), 3),
    (_DATED, 3),
    (_TIME, 2),
    (_DATED, 2),
)
"""What is drawn for each row of money paid, money returned, suspensions and so on, and how many rows at most."""
_COUNTS = _drawn(3, 2, *(1 + most for _, most in ROWS))
_ASKED = _drawn(len(BEGINNINGS), LONGEST + 41)
_OPENING = _drawn(20_000, 800)


@st.composite
def ledgers(draw: st.DrawFn, laws: st.SearchStrategy[Laws] = EVERY) -> tuple[Ledger, date]:
    """A ledger and a day on which to ask it."""
    beginning, asked = draw(_ASKED)
    first = BEGINNINGS[beginning]
    orders, opened, *counts = draw(_COUNTS)
    ordered = [_order(draw) for _ in range(1 + orders)]
    opening = (draw(_DATED), draw(_OPENING)) if opened else None
    rows = [[draw(row) for _ in range(count)] for count, (row, _) in zip(counts, ROWS, strict=True)]
    return _ledger(first, draw(laws)(first), ordered, opening, *rows), first + timedelta(days=asked)


def _order(draw: st.DrawFn) -> tuple[Any, ...]:
    *of, steps = draw(_ORDER)
    return draw(_DATED), of, [draw(_DATED) for _ in range(steps)]


def _ledger(
    first: date, terms: Terms, orders: Any, opening: Any, paid: Any, returned: Any, suspended: Any, credited: Any,
    direct: Any, adjusted: Any, fees: Any, assigned: Any, split: Any,
) -> Ledger:  # fmt: skip
    def on(day: int) -> date:
        return first + timedelta(days=day)

    def known(day: int) -> date | None:
        return None if day == NEVER else on(day - 1)

    entries = [Entry(on(day), f"R{number}", Money(1 + 2 * cents)) for number, (day, cents) in enumerate(paid)]
    for number, (day, which, share) in enumerate(returned):
        cents = entries[which].amount.cents // (1 + share // 2) if which < len(paid) else 5_000
        entries.append(Entry(on(day), f"V{number}", Money(-cents), f"R{which}"))
    return Ledger(
        tuple(
            Obligation(
                Money(1 + cents), on(day), known(until), KINDS[kind], FREQUENCIES[frequency], DUE_DAYS[due],
                tuple(Step(on(step), Money(1 + amount)) for step, amount in dict(steps).items()), PAYEES[payee],
            )
            for (day, cents), (until, kind, frequency, due, payee), steps in orders
        ),
        _opening(on(opening[0][0]), opening[0][1] - 20_000, *opening[1]) if opening else None,
        tuple(entries),
        tuple(
            Suspension(
                on(min(one, two)), on(max(one, two)), "incarceration", "jail record" if proven else "",
                Money(6_001 * portion) if portion else None,
            )
            for one, two, proven, portion in suspended
        ),
        tuple(Credit(on(day), Money(1 + 593 * n), "child with obligor", known(found)) for day, found, n in credited),
        tuple(
            DirectPayment(on(day), Money(1 + 2_411 * n), PROOFS[proof], known(found))
            for day, found, proof, n in direct
        ),
        tuple(
            Adjustment(on(day), Money(11 * (n - 4_000)), "A", "b", PAYEES[payee], bool(of_interest))
            for day, payee, of_interest, n in adjusted
        ),
        tuple(Fee(on(day), Money(n - 25_000), "fee") for day, n in fees),
        tuple(Assignment(on(min(time)), on(max(time))) for time in assigned),
        tuple(Split(on(day), Money(4 * n), "state") for day, n in dict(split).items()),
        terms,
    )  # fmt: skip


def _opening(on: date, cents: int, assigned: int, interest: int) -> Opening:
    return Opening(on, Money(cents), Money(min(assigned, max(0, cents))), ZERO, Money(11 * interest), Money(2_500))

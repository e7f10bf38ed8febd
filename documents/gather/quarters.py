"""Income by source and quarter, beside the support that fell due and was paid in the same quarters."""

from collections.abc import Iterator
from typing import Any

from cases.ability.income import IncomeTable, Quarter
from cases.ledger.crediting import Way
from documents.facts.ability import InQuarters, Quarters
from documents.gather import support
from documents.gather.matter import Matter
from documents.gather.paid import Between, between
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money
from kernel.traced import Traced, computed

SHOWN = 6
CREDITED = {
    Way.DIRECT: "Direct payments proven",
    Way.FOUND: "Credits found by a court",
    Way.CORRECTED: "Corrections of the account",
}
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def quarters(of: Matter, income: IncomeTable) -> tuple[Quarters, ...]:
    """The newest six quarters with income; none where no wages are on record."""
    if not income.quarters:
        return ()
    shown = _newest(income.quarters[-1])
    place = {quarter: at for at, quarter in enumerate(income.quarters)}
    lines = tuple(
        _line(of, one.source, [_told_of(one.amounts, place.get(each)) for each in shown], one.confirmed)
        for one in income.sources
    )
    totals = [_told_of(income.totals, place.get(each)) for each in shown]
    held, since = [_support(of, each) for each in shown], _partial(of, shown)
    return (
        Quarters(
            **{name: _told(of, str(each), "quarters of the wages") for name, each in zip(PLACES, shown, strict=True)},
            income=lines,
            totals=_line(of, "All income", totals, all(one.confirmed for one in income.sources)),
            ordered=_line(of, f"Support due{since}", [each.ordered if each else None for each in held], confirmed=True),
            paid=_line(of, f"Support paid{since}", [each.paid if each else None for each in held], confirmed=True),
            credits=tuple(_credits(of, held)),
            average_month=_told(of, income.average_month, "a third of the newest quarter, rounded down"),
        ),
    )


def _told_of(amounts: tuple[Money, ...], place: int | None) -> Money | None:
    """What was told of a quarter; nothing where no wages were."""
    return None if place is None or amounts[place] == ZERO else amounts[place]


def _newest(last: Quarter) -> list[Quarter]:
    at = last.year * 4 + last.number - 1
    return [Quarter(each // 4, each % 4 + 1) for each in range(at - SHOWN + 1, at + 1)]


def _support(of: Matter, quarter: Quarter) -> Between | None:
    """What fell due, was paid and was credited; nothing for a quarter that no month of the account reaches.

    What came by the day of the opening balance stands in it and in no quarter.
    """
    opening = of.record.opening()
    if opening and quarter.last_day <= opening.on:
        return None
    months = support.months_of_support(of.record, of.as_of)
    if not any(quarter.first_day <= one.month.value <= quarter.last_day for one in months):
        return None
    return between(of.record, of.as_of, quarter.first_day, quarter.last_day)


def _partial(of: Matter, shown: list[Quarter]) -> str:
    """Of which quarter only a part is told, the part after the opening balance, in words; empty where of none."""
    opening = of.record.opening()
    cut = [each for each in shown if opening and each.first_day <= opening.on < each.last_day]
    return f" ({cut[0]} only after {opening.on:%b} {opening.on.day}, {opening.on.year})" if opening and cut else ""


def _credits(of: Matter, held: list[Between | None]) -> Iterator[InQuarters]:
    """A line for each way by which something was credited in any of the quarters."""
    for way, label in CREDITED.items():
        amounts = [each.by(way) if each else None for each in held]
        if any(amounts):
            yield _line(of, label, amounts, confirmed=True)


def _line(of: Matter, source: str, amounts: list[Money | None], confirmed: bool) -> InQuarters:
    rule = "sum of the quarter"
    told = {name: _told(of, amount, rule) for name, amount in zip(PLACES, amounts, strict=True)}
    return InQuarters(source=_told(of, source, rule), confirmed=_told(of, confirmed, "45 CFR 303.21"), **told)


def _told(of: Matter, value: object, rule: str) -> Traced[Any]:
    return computed(value, rule=rule, inputs=("jobs", "months"), as_of=of.as_of, disclosure=Disclosure.INTERNAL)

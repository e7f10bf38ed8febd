"""Income by source and quarter, beside the support that fell due and was paid in the same quarters."""

from datetime import date
from typing import Any

from cases.ability.income import IncomeTable, Quarter
from documents.facts.ability import InQuarters, Quarters
from documents.gather import support
from documents.gather.matter import Matter
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money, total
from kernel.traced import Traced, computed

SHOWN = 6
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
    ordered, paid = zip(*(_support(of, each) for each in shown), strict=True)
    return (
        Quarters(
            **{name: _told(of, str(each), "quarters of the wages") for name, each in zip(PLACES, shown, strict=True)},
            income=lines,
            totals=_line(of, "All income", totals, all(one.confirmed for one in income.sources)),
            ordered=_line(of, "Support due", list(ordered), confirmed=True),
            paid=_line(of, "Support paid", list(paid), confirmed=True),
            average_month=_told(of, income.average_month, "a third of the newest quarter, rounded down"),
        ),
    )


def _told_of(amounts: tuple[Money, ...], place: int | None) -> Money | None:
    """What was told of a quarter; nothing where no wages were."""
    return None if place is None or amounts[place] == ZERO else amounts[place]


def _newest(last: Quarter) -> list[Quarter]:
    at = last.year * 4 + last.number - 1
    return [Quarter(each // 4, each % 4 + 1) for each in range(at - SHOWN + 1, at + 1)]


def _support(of: Matter, quarter: Quarter) -> tuple[Money | None, Money | None]:
    """What fell due and was paid; nothing for a quarter that no month of the account reaches."""
    months = [one for one in support.months_of_support(of.record, of.as_of) if _within(one.month.value, quarter)]
    if not months:
        return None, None
    return total(one.ordered.value for one in months), total(one.paid.value for one in months)


def _within(day: date, quarter: Quarter) -> bool:
    return quarter.first_day <= day <= quarter.last_day


def _line(of: Matter, source: str, amounts: list[Money | None], confirmed: bool) -> InQuarters:
    rule = "sum of the quarter"
    told = {name: _told(of, amount, rule) for name, amount in zip(PLACES, amounts, strict=True)}
    return InQuarters(source=_told(of, source, rule), confirmed=_told(of, confirmed, "45 CFR 303.21"), **told)


def _told(of: Matter, value: object, rule: str) -> Traced[Any]:
    return computed(value, rule=rule, inputs=("jobs", "months"), as_of=of.as_of, disclosure=Disclosure.INTERNAL)

"""What a contempt hearing turns on: the last twelve months, and what people wrote down about ability to pay."""

from collections.abc import Callable
from typing import Any

from documents.facts import Contempt, MonthOfSupport
from documents.gather import people, support
from documents.gather.entries import entries
from documents.gather.matter import CONTEMPT, Matter
from documents.gather.noted import filled_up, noted
from kernel.money import Money, total
from kernel.traced import Traced, computed

YEAR_OF_MONTHS = 12
MAJORITY = 18


def contempt_section(of: Matter) -> tuple[Contempt, ...]:
    """The contempt section of a sheet; none for a hearing of another kind. The purge is the one that is proposed."""
    if of.kind.kind != CONTEMPT:
        return ()
    found = noted(of)
    proposed = {name: found[name] for name in ("purge_amount", "purge_evidence") if name in found}
    return (Contempt(**numbers(of), **filled_up(entries(of.record, Contempt), found) | proposed),)


def numbers(of: Matter) -> dict[str, Any]:
    """Children under 18, and what fell due and was paid in the last twelve months, by name of the fact."""
    return {
        "minors": minors(of),
        "ordered_in_year": _in_year(of, lambda month: month.ordered.value),
        "paid_in_year": _in_year(of, lambda month: month.paid.value),
    }


def minors(of: Matter) -> Traced[int]:
    """How many children of the case are under 18 on the hearing day."""
    ages = [child.age.value for child in people.children(of.record, of.hearing.on)]
    young = sum(1 for age in ages if age is not None and age < MAJORITY)
    return computed(young, rule="children under 18 on the hearing day", inputs=("children", "hearing.on"))


def _in_year(of: Matter, amount: Callable[[MonthOfSupport], Money]) -> Traced[Money]:
    months = support.months_of_support(of.record, of.as_of, last=YEAR_OF_MONTHS)
    return computed(
        total(amount(month) for month in months),
        rule="sum over the last 12 months",
        inputs=("months",),
        as_of=of.as_of,
    )

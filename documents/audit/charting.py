"""The months of an audit as the chart draws them."""

from datetime import date
from itertools import groupby
from typing import Any

from cases.ledger import Month
from documents.audit.work_paper import WorkPaper
from documents.chart import ChartedMonth, payment_drawing
from kernel.money import total


def drawn(paper: WorkPaper) -> Any:
    """The chart of an audit."""
    return payment_drawing(charted(paper), interest=paper.balance.interest)


def charted(paper: WorkPaper) -> list[ChartedMonth]:
    """Ordered, paid, credited and owed in each month, all kinds of support together."""
    told = sorted((month for account in paper.accounts for month in account.months), key=_first)
    return [_charted(first, list(held)) for first, held in groupby(told, key=_first)]


def _first(month: Month) -> date:
    return month.first


def _charted(first: date, of_month: list[Month]) -> ChartedMonth:
    return ChartedMonth(
        first,
        total(one.owed for one in of_month),
        total(one.paid for one in of_month),
        total(one.arrears for one in of_month),
        total(one.credited for one in of_month),
    )

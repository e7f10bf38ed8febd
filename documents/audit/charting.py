"""The months of an audit as the chart draws them."""

from documents.audit.work_paper import WorkPaper
from documents.chart import ChartedMonth
from kernel.money import total


def charted(paper: WorkPaper) -> list[ChartedMonth]:
    """Ordered, paid, credited and owed in each month, all kinds of support together."""
    return [
        ChartedMonth(
            of_month[0].first,
            total(one.owed for one in of_month),
            total(one.paid for one in of_month),
            total(one.arrears for one in of_month),
            total(one.credited for one in of_month),
        )
        for of_month in zip(*(account.months for account in paper.accounts), strict=True)
    ]

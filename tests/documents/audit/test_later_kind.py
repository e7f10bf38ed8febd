"""The audit of a case that got support of another kind years after the child's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from cases.ledger import Kind
from cases.money.actions import enter_obligation
from cases.money.facts import ObligationTold
from documents.audit import WorkPaper, audit_told, work_paper_pdf, work_paper_xlsx
from documents.audit.charting import charted, drawn
from documents.audit.gathering import work_paper
from documents.drawn import svg
from documents.reading import page_texts
from kernel.money import Money
from tests.county import DAY, NOON, county_of, data_folder, import_, in_folder
from tests.documents.audit.cases import OFF, staff

SPOUSAL = ObligationTold(
    "spousal support", Money(25_000), "monthly", date(2026, 9, 15), None, date(2026, 9, 1), "order, page 2"
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkPaper]:
    with data_folder(tmp_path_factory.mktemp("later") / "data") as opened:
        import_(opened, in_folder(tmp_path_factory.mktemp("extract"), county_of(OFF)))
        with opened.transaction() as db:
            enter_obligation(db, OFF, SPOUSAL, by=staff(db)["agent"], now=NOON)
        with opened.transaction() as db:
            yield work_paper(db, 1, OFF, as_of=DAY)


def test_every_month_is_charted_once_with_what_all_kinds_of_support_come_to_in_it(paper: WorkPaper) -> None:
    child, spousal = paper.accounts
    assert (spousal.kind, [month.first.month for month in spousal.months]) == (Kind.SPOUSAL, [9, 10, 11])
    months = charted(paper)
    assert [month.month for month in months] == [month.first for month in child.months]
    assert months[-1].arrears == child.sums.arrears + spousal.sums.arrears
    assert months[-2].ordered == child.months[-2].owed + Money(25_000)


def test_where_interest_is_owed_the_chart_says_that_its_line_leaves_it_out(paper: WorkPaper) -> None:
    owed = replace(paper, balance=replace(paper.balance, interest=Money(6_074)))
    assert b"without interest" not in svg(drawn(paper))
    assert b"Arrears at the end of each month, without interest" in svg(drawn(owed))


def test_the_statement_of_a_later_kind_does_not_list_the_months_before_it(paper: WorkPaper) -> None:
    text = " ".join(page_texts(work_paper_pdf(paper)))
    told = text[text.index("Spousal support.") : text.index("6. Months that were not paid in full")]
    assert "September 2026" in told
    assert "August 2026" not in told
    assert "Year 2025" not in told


def test_an_unpaid_month_tells_its_kinds_apart_in_the_work_paper_the_workbook_and_the_api(paper: WorkPaper) -> None:
    told = audit_told(paper)["counts"]
    assert [one["kind"] for one in told[-1]["kinds"]] == ["child support", "spousal support"]
    for month in told:
        for name in ("ordered", "paid", "credited", "unpaid"):
            assert sum(one[name] for one in month["kinds"]) == month[name]
    spousal = told[-1]["kinds"][-1]
    assert spousal == {"kind": "spousal support", "ordered": 25_000, "paid": 0, "credited": 0, "unpaid": 25_000}
    text = " ".join(" ".join(page_texts(work_paper_pdf(paper))).split())
    assert "spousal support $250.00 $0.00 $250.00" in text[text.index("6. Months that were not paid in full") :]
    sheet = openpyxl.load_workbook(BytesIO(work_paper_xlsx(paper)))["Unpaid months"]
    assert (None, "spousal support", 250, 0, 0, 250) in [row[:6] for row in sheet.iter_rows(values_only=True)]

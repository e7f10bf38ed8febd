"""The work paper of an audit: everything in it adds up, names its record, and prints, whatever the case."""

import io
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pdfua import Severity, validate

from cases.ledger import Ledger, Obligation
from cases.ledger.reconciling import StateFigure, reconcile
from cases.ledger.suspicion import Cause
from cases.queries import case_record
from cases.tables import StateBalance
from documents.audit import WorkPaper, audit_told, work_paper_pdf, work_paper_xlsx
from documents.audit.gathering import work_paper
from documents.audit.tracing import NO_RECORD
from documents.embedded import fonts_not_embedded
from documents.leaks import find_leaks
from documents.reading import page_texts
from infra.db import Database
from kernel.money import ZERO, Money, total
from offices.queries import office_named
from offices.seeds import seed_for
from tests.county import DAY, NOON, OFFICE, PAYMENT_SOURCES, county_of, data_folder, import_, in_folder
from tests.documents.audit.cases import (
    AHEAD,
    CASES,
    EMPTY,
    ENTERED,
    OBLIGOR,
    OFF,
    PROTECTED,
    REASON,
    THIRTY_YEARS,
    county,
    enter_everything,
)

TEXT = {"s", "inlineStr"}
EVERY = pytest.mark.parametrize("case_no", CASES)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with data_folder(tmp_path_factory.mktemp("audit") / "data") as opened:
        import_(opened, in_folder(tmp_path_factory.mktemp("extract"), county()))
        with opened.transaction() as db:
            enter_everything(db)
        yield opened


@pytest.fixture(scope="module")
def papers(filled: Database) -> dict[str, WorkPaper]:
    with filled.reading() as db:
        return {case_no: work_paper(db, 1, case_no, as_of=DAY) for case_no in CASES}


@pytest.fixture(scope="module")
def hidden(filled: Database) -> dict[str, tuple[str, ...]]:
    """What no paper of a case may say."""
    with filled.reading() as db:
        return {case_no: case_record(db, 1, case_no).protected_words for case_no in CASES}


@pytest.fixture(scope="module")
def texts(papers: dict[str, WorkPaper]) -> dict[str, list[str]]:
    return {case_no: page_texts(work_paper_pdf(paper)) for case_no, paper in papers.items()}


@EVERY
def test_the_lines_add_up_to_what_is_owed_and_so_do_the_months(papers: dict[str, WorkPaper], case_no: str) -> None:
    paper = papers[case_no]
    assert total(one.moved for one in paper.lines) == paper.balance.total
    assert [one.number for one in paper.lines] == list(range(1, len(paper.lines) + 1))
    assert total(account.sums.arrears for account in paper.accounts) == paper.balance.support
    running = ZERO
    for one in paper.lines:
        running = running + one.moved
        assert one.line.balance.total == running


@EVERY
def test_every_line_names_its_record_and_its_day(papers: dict[str, WorkPaper], case_no: str) -> None:
    for one in papers[case_no].lines:
        assert one.source != NO_RECORD
        assert one.source.startswith("Computed: ") or re.search(r"\d\d/\d\d/\d{4}$", one.source), one.source


def test_a_payment_names_its_receipt_a_charge_its_order_and_an_entry_the_person_who_typed_it(
    papers: dict[str, WorkPaper],
) -> None:
    told = {(str(one.line.what), one.source) for one in papers[ENTERED].lines}
    assert ("payment", "ACTS PAYMENTS.csv R0701110001, 11/20/2026") in told
    assert ("charge", "ACTS ORDERS.csv 7000070111 25CV025813-590 2025-05-01, 11/20/2026") in told
    typed = {what for what, source in told if "entered by Agent Person" in source}
    assert typed == {"charge", "change", "direct payment", "adjustment"}


def test_a_time_without_support_and_a_step_stand_among_the_orders(papers: dict[str, WorkPaper]) -> None:
    paper = papers[ENTERED]
    assert [one.what for one in paper.orders] == ["Order of 05/01/2025", "Step: the eldest left"]
    assert [(one.since.isoformat(), one.why) for one in paper.pauses] == [("2025-11-01", "incarceration (jail record)")]
    due = {one.first: one.owed for account in paper.accounts for one in account.months}
    assert {f"{first:%Y-%m}": owed.cents for first, owed in due.items() if first.year == 2025}["2025-12"] == 0


@EVERY
def test_every_page_is_numbered_and_says_case_and_day(texts: dict[str, list[str]], case_no: str) -> None:
    for number, text in enumerate(texts[case_no], start=1):
        assert f"Page {number} of {len(texts[case_no])}" in text
        assert f"IV-D Case No. {case_no} · Audit as of November 20, 2026" in text


@EVERY
def test_every_line_and_every_month_stands_on_the_paper(
    papers: dict[str, WorkPaper], texts: dict[str, list[str]], case_no: str
) -> None:
    text = " ".join(" ".join(texts[case_no]).split())
    for one in papers[case_no].lines:
        assert f"{one.number} {one.line.on:%m/%d/%Y}" in text
        assert str(one.line.balance.total) in text
    for account in papers[case_no].accounts:
        for month in account.months:
            assert f"{month.first:%B %Y} {month.owed} {month.paid}" in text


def test_thirty_years_of_weekly_payments_are_more_than_1500_lines_on_pages_that_a_person_turns(
    papers: dict[str, WorkPaper], texts: dict[str, list[str]]
) -> None:
    assert len(papers[THIRTY_YEARS].lines) > 1_500
    assert len(texts[THIRTY_YEARS]) < 90
    assert OBLIGOR in texts[THIRTY_YEARS][0]
    assert "=1+1 & Sons <Smith>" in " ".join(texts[THIRTY_YEARS][0].split())


def test_an_empty_case_says_in_words_what_is_not_there(texts: dict[str, list[str]]) -> None:
    text = " ".join(" ".join(texts[EMPTY]).split())
    for words in (
        "The state has told no balance by this day.", "The record holds no support order in effect by this day.",
        "No support has fallen due and nothing was paid.", "No month within these years is unpaid.",
        "The account has no line.",
    ):  # fmt: skip
        assert words in text


def test_money_paid_ahead_is_told_as_such(papers: dict[str, WorkPaper], texts: dict[str, list[str]]) -> None:
    assert papers[AHEAD].balance.total < ZERO
    assert f"Paid ahead in all, without fees {papers[AHEAD].balance.total}" in " ".join(texts[AHEAD][0].split())


def test_where_the_state_is_off_the_paper_says_the_day_and_what_explains_it(texts: dict[str, list[str]]) -> None:
    text = " ".join(texts[OFF][0].split())
    assert "is $125.00 higher than ours of $5,110.00" in text
    assert "State's balance This account Difference Record and its day" in text
    assert "Opening balance December 31, 2021 The state began on December 31, 2021 from $125.00" in text


def test_of_many_explanations_of_one_cause_the_first_five_are_told_and_the_rest_counted(
    papers: dict[str, WorkPaper],
) -> None:
    ours = Ledger((Obligation(Money(20_000), date(2021, 1, 1)),), None, ())
    found = reconcile(ours, [StateFigure(DAY, ours.arrears(DAY) - Money(20_000))])
    assert len([one for one in found.likeliest if one.cause is Cause.SUSPENDED_MONTHS]) == 71
    paper = replace(papers[OFF], reconciliation=found)
    printed = " ".join(" ".join(page_texts(work_paper_pdf(paper))).split())
    cells = [str(row[4]) for row in _book(paper)["State's balance"].iter_rows(values_only=True) if row[4]]
    for text in (printed, "\n".join(cells)):
        told = [one for one in found.likeliest if one.words in text]
        assert told == list(found.likeliest[:5])
        assert text.count("and 66 more") == 1
    assert len(audit_told(paper)["state"]["likeliest"]) == 71


@EVERY
def test_no_payment_source_and_nothing_confidential_stands_on_paper_or_in_the_workbook(
    papers: dict[str, WorkPaper], texts: dict[str, list[str]], hidden: dict[str, tuple[str, ...]], case_no: str
) -> None:
    assert bool(hidden[case_no]) or case_no != PROTECTED
    cells = [str(value) for sheet in _book(papers[case_no]) for row in sheet.values for value in row if value]
    for text in ("\n".join(texts[case_no]), "\n".join(cells)):
        assert [word for word in PAYMENT_SOURCES if re.search(rf"\b{word}\b", text)] == []
        assert find_leaks(text, protected=hidden[case_no]) == ()


def test_a_balance_from_before_the_account_is_set_beside_nothing(sqlite: Database, tmp_path: Path) -> None:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(OFF)))
    with sqlite.transaction() as db:
        before = work_paper(db, 1, OFF, as_of=DAY)
        opening = case_record(db, 1, OFF).opening()
        assert opening is not None
        on, own = date(opening.on.year - 1, 1, 31), Money(5_000_00)
        db.add(StateBalance(
            office_id=1, case_no=OFF, source_key="earlier", content="-", source="ACTS", source_record="BALANCE",
            retrieved_at=NOON, on=on, family_arrears=own, assigned_arrears=ZERO, fees=ZERO, arrears=own,
            is_opening=False,
        ))  # fmt: skip
        db.flush()
        assert work_paper(db, 1, OFF, as_of=DAY).compared == before.compared != ()


def test_an_office_of_california_has_three_parties_its_interest_and_its_own_rows(
    sqlite: Database, tmp_path: Path
) -> None:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(OFF)))
    with sqlite.transaction() as db:
        place = office_named(db, OFFICE)
        place.state, place.settings = "CA", asdict(seed_for("San Joaquin County"))
        db.flush()
        paper = work_paper(db, 1, OFF, as_of=DAY)
    text = " ".join(" ".join(page_texts(work_paper_pdf(paper))).split())
    assert "SUPERIOR COURT OF CALIFORNIA COUNTY OF SAN JOAQUIN" in text
    assert [label for _, label in paper.caption.parties] == [
        "Petitioner/Plaintiff", "Respondent/Defendant", "Other Parent/Party",
    ]  # fmt: skip
    assert f"Interest {paper.balance.interest}" in text
    assert "Interest on $36.00 from Apr 1, 2022 to Apr 23, 2022" in text
    assert total(one.moved for one in paper.lines) == paper.balance.total
    assert "No month is charged later than 3 years" in text
    assert {one.cite for one in paper.rules if "N.C." in one.cite or "G.S." in one.cite} == set()


@EVERY
def test_the_paper_can_be_read_aloud_and_carries_its_fonts(
    papers: dict[str, WorkPaper], tmp_path: Path, case_no: str
) -> None:
    file, pdf = tmp_path / "audit.pdf", work_paper_pdf(papers[case_no])
    file.write_bytes(pdf)
    assert fonts_not_embedded(pdf) == ()
    assert [issue for issue in validate(file).findings if issue.severity is Severity.ERROR] == []


@EVERY
def test_the_same_work_paper_gives_the_same_bytes(papers: dict[str, WorkPaper], case_no: str) -> None:
    assert work_paper_pdf(papers[case_no]) == work_paper_pdf(papers[case_no])
    assert work_paper_xlsx(papers[case_no]) == work_paper_xlsx(papers[case_no])


@EVERY
def test_the_workbook_holds_values_that_add_up_and_no_formula(papers: dict[str, WorkPaper], case_no: str) -> None:
    book = _book(papers[case_no])
    assert book.sheetnames == [
        "Summary", "Account", "By month", "By year", "Unpaid months", "State's balance", "Orders", "Law",
    ]  # fmt: skip
    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {*TEXT, "n", "d"}
    account = list(book["Account"].iter_rows(min_row=2, values_only=True))
    assert len(account) == len(papers[case_no].lines)
    assert sum(Decimal(str(row[6])) for row in account) * 100 == papers[case_no].balance.total.cents
    for row in account:
        buckets = [Decimal(str(value)) for value in row[15:22]]
        assert sum(buckets[:5]) - buckets[6] == Decimal(str(row[7]))


@EVERY
def test_amounts_are_dollars_in_numbers_and_days_are_days_and_no_amount_touches_what_stands_beside_it(
    papers: dict[str, WorkPaper], case_no: str
) -> None:
    for sheet in _book(papers[case_no]):
        for row in sheet.iter_rows():
            for cell, beside in pairwise(row):
                if cell.is_date:
                    assert cell.number_format == "mm/dd/yyyy"
                if cell.alignment.horizontal == "right" and beside.alignment.horizontal == "left":
                    assert beside.alignment.indent == 1
    account = _book(papers[case_no])["Account"]
    formats = {cell.number_format for row in account.iter_rows(min_row=2, min_col=6) for cell in row
               if cell.value is not None}  # fmt: skip
    assert formats == ({'"$"#,##0.00;-"$"#,##0.00'} if papers[case_no].lines else set())
    assert (account.freeze_panes, account.print_title_rows) == ("C2", "$1:$1")
    assert account.page_setup.orientation == "landscape"


def test_text_that_begins_like_a_formula_stays_text(papers: dict[str, WorkPaper]) -> None:
    words = [cell for row in _book(papers[ENTERED])["Account"].iter_rows() for cell in row if REASON in str(cell.value)]
    assert [(cell.data_type in TEXT, cell.quotePrefix) for cell in words] == [(True, True)]
    names = [cell for row in _book(papers[THIRTY_YEARS])["Summary"].iter_rows() for cell in row
             if "=1+1" in str(cell.value)]  # fmt: skip
    assert [cell.data_type in TEXT for cell in names] == [True]


@EVERY
def test_what_programs_read_comes_to_the_same(papers: dict[str, WorkPaper], case_no: str) -> None:
    told = audit_told(papers[case_no])
    assert told["total"] == papers[case_no].balance.total.cents
    assert sum(account["owed"] for account in told["statement"]) == papers[case_no].balance.support.cents
    assert told["counts_total"] == sum(one["unpaid"] for one in told["counts"])
    assert total(Money(one["unpaid"]) for one in told["counts"]) == papers[case_no].counts.total


def _book(paper: WorkPaper) -> Any:
    return openpyxl.load_workbook(io.BytesIO(work_paper_xlsx(paper)))

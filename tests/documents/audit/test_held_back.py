"""No identifier and no hidden address stands on the work paper of an audit, however it came into the record."""

import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select, update

from cases.money.facts import JudgmentTold
from cases.money.governing import enter_judgment
from cases.money.tables import (
    AdjustmentProposal,
    CreditEntry,
    DirectPaymentEntry,
    InterestJudgment,
    MoneyEntry,
    OrderStep,
    SuspensionEntry,
)
from cases.tables import Address, Participant
from documents.audit import audit_told, work_paper_pdf, work_paper_xlsx
from documents.audit.gathering import work_paper
from documents.errors import LeakFound
from documents.leaks import find_leaks
from documents.reading import page_texts
from infra.db import Database
from offices.queries import staff_named
from tests.county import DAY, NOON, county_of, import_, in_folder
from tests.documents.audit.cases import ENTERED, enter_everything

SSN = "921-80-7955"
NOT_PRINTED = {
    (OrderStep, "proof"), (DirectPaymentEntry, "proof_kind"), (DirectPaymentEntry, "proof"),
    (AdjustmentProposal, "proof"), (AdjustmentProposal, "decided_words"),
}  # fmt: skip
TYPED = [
    (OrderStep, "why"), (OrderStep, "proof"), (SuspensionEntry, "proof"), (CreditEntry, "why"), (CreditEntry, "proof"),
    (DirectPaymentEntry, "proof"), (DirectPaymentEntry, "proof_kind"), (AdjustmentProposal, "reason"),
    (AdjustmentProposal, "proof"), (AdjustmentProposal, "decided_words"), (InterestJudgment, "proof"),
]  # fmt: skip


@pytest.fixture
def entered(sqlite: Database, tmp_path: Path) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(ENTERED)))
    with sqlite.transaction() as db:
        enter_everything(db)
        told = JudgmentTold(date(2026, 10, 15), "8", date(2026, 11, 1), "file 25 CVD 25813, page 3")
        enter_judgment(db, ENTERED, told, by=staff_named(db, "agent@here.example.gov"), now=NOON)
    return sqlite


@pytest.mark.parametrize(("table", "column"), TYPED)
def test_an_identifier_that_came_into_the_record_holds_the_paper_back_or_stands_on_none(
    entered: Database, table: type[MoneyEntry], column: str
) -> None:
    with entered.transaction() as db:
        db.execute(update(table).values({column: f"{SSN} left"}))
        if (table, column) not in NOT_PRINTED:
            with pytest.raises(LeakFound, match="holds a Social Security number") as refused:
                work_paper(db, 1, ENTERED, as_of=DAY)
            assert SSN not in str(refused.value)
            return
        paper = work_paper(db, 1, ENTERED, as_of=DAY)
    assert SSN not in json.dumps(audit_told(paper))
    assert find_leaks("\n".join(page_texts(work_paper_pdf(paper)))) == ()
    book = openpyxl.load_workbook(io.BytesIO(work_paper_xlsx(paper)))
    cells = [str(value) for sheet in book for row in sheet.values for value in row if value]
    assert find_leaks("\n".join(cells)) == ()


def test_an_address_that_was_protected_after_it_was_typed_holds_the_paper_back(entered: Database) -> None:
    with entered.transaction() as db:
        obligee = db.scalars(select(Participant).where(Participant.case_no == ENTERED, Participant.role == "obligee"))
        lives = db.scalars(select(Address.line1).where(Address.mpi_no == obligee.one().mpi_no)).first()
        assert lives
        db.execute(update(AdjustmentProposal).values(reason=f"rent of {lives.upper()} was taken for support"))
        assert work_paper(db, 1, ENTERED, as_of=DAY)
        db.execute(update(Participant).where(Participant.role == "obligee").values(protective_order=True))
        db.expire_all()
        with pytest.raises(LeakFound, match="protected words"):
            work_paper(db, 1, ENTERED, as_of=DAY)

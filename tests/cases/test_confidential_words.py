"""What people type about money stands in accounts and papers: an identifier or a hidden address is refused at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.money.actions import enter_credit, enter_direct_payment, enter_step, enter_suspension, withdraw_entry
from cases.money.deciding import decide_adjustment, propose_adjustment
from cases.money.errors import Confidential
from cases.money.facts import (
    Bucket,
    CreditTold,
    DirectPaymentTold,
    EntryKind,
    IssuingTold,
    JudgmentTold,
    StepTold,
    SuspensionTold,
)
from cases.money.governing import enter_issuing_state, enter_judgment
from cases.money.tables import CreditEntry
from cases.tables import Address, Participant
from infra.db import Database
from kernel.money import Money
from tests.cases.money_desk import AGENT, ATTORNEY, CASE, NOW, OTHER, opened, person

SSN = "921-80-7955"
NAMES_IT = f"letter to {SSN} of March 3"
STREET = "12 Oakwood Drive"

STEP = StepTold(date(2026, 1, 1), Money(30_000), "the oldest child turned 18", "order of Jan 2, 2025")
JAIL = SuspensionTold("incarceration", date(2025, 2, 10), date(2025, 9, 20), "letter of the jail")
CREDIT = CreditTold(date(2026, 1, 10), Money(5_000), "derivative benefits", "award letter")
DIRECT = DirectPaymentTold(date(2026, 1, 10), Money(5_000), "cancelled check", "check 118")
JUDGMENT = JudgmentTold(date(2026, 10, 15), "8", date(2026, 11, 1), "file 19 CVD 1234, page 3")
ISSUED = IssuingTold("OH", date(2025, 3, 1), "registration", "", "10", "due day", "Ohio Rev. Code 3123.17")


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (enter_step, replace(STEP, why=NAMES_IT)), (enter_step, replace(STEP, proof=NAMES_IT)),
        (enter_suspension, replace(JAIL, proof=NAMES_IT)),
        (enter_credit, replace(CREDIT, why=NAMES_IT)), (enter_credit, replace(CREDIT, proof=NAMES_IT)),
        (enter_direct_payment, replace(DIRECT, proof_kind=NAMES_IT)),
        (enter_direct_payment, replace(DIRECT, proof=NAMES_IT)),
        (enter_judgment, replace(JUDGMENT, proof=NAMES_IT)),
        (enter_issuing_state, replace(ISSUED, proof=NAMES_IT)), (enter_issuing_state, replace(ISSUED, cite=NAMES_IT)),
    ],
)  # fmt: skip
def test_an_identifier_in_any_words_of_an_entry_is_refused_and_not_repeated(
    sqlite: Database, verb: Callable[..., Any], told: Any
) -> None:
    opened(sqlite)
    with pytest.raises(Confidential, match="holds a Social Security number") as refused, sqlite.transaction() as db:
        verb(db, CASE, told, by=person(db, AGENT), now=NOW)
    assert SSN not in str(refused.value)
    assert str(refused.value).count(".") == 1


def test_the_same_entries_without_it_are_taken(sqlite: Database) -> None:
    opened(sqlite)
    verbs: list[tuple[Callable[..., Any], Any]] = [
        (enter_step, STEP), (enter_suspension, JAIL), (enter_credit, CREDIT), (enter_direct_payment, DIRECT),
        (enter_judgment, JUDGMENT), (enter_issuing_state, ISSUED),
    ]  # fmt: skip
    with sqlite.transaction() as db:
        for verb, told in verbs:
            verb(db, CASE, told, by=person(db, AGENT), now=NOW)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("bank account 4417123456", "an account number"),
        ("driver's license A4417123 shown", "a driver licence number"),
        ("the tax intercept of March", "where a payment came from"),
        ("born on 02/14/2002", "a full birth date"),
    ],
)
def test_whatever_no_paper_may_tell_is_refused_with_its_kind(sqlite: Database, words: str, kind: str) -> None:
    opened(sqlite)
    with pytest.raises(Confidential, match=kind), sqlite.transaction() as db:
        enter_credit(db, CASE, replace(CREDIT, why=words), by=person(db, AGENT), now=NOW)


def propose(db: Session, reason: str, proof: str = "the clerk's ledger") -> int:
    row = propose_adjustment(
        db, CASE, date(2026, 3, 1), Bucket.FAMILY, Money(100), reason, by=person(db, AGENT), now=NOW, proof=proof
    )
    return row.id


def test_neither_a_proposal_nor_a_decision_nor_a_withdrawal_takes_one(sqlite: Database) -> None:
    opened(sqlite)
    for told in ((NAMES_IT, "ledger"), ("charged twice", NAMES_IT)):
        with pytest.raises(Confidential), sqlite.transaction() as db:
            propose(db, *told)
    with sqlite.transaction() as db:
        made = propose(db, "charged twice")
    for approve in (True, False):
        with pytest.raises(Confidential), sqlite.transaction() as db:
            decide_adjustment(db, CASE, made, approve=approve, words=NAMES_IT, by=person(db, OTHER), now=NOW)
    with pytest.raises(Confidential), sqlite.transaction() as db:
        withdraw_entry(db, CASE, EntryKind.ADJUSTMENT, made, why=NAMES_IT, by=person(db, ATTORNEY), now=NOW)


def protect(db: Session) -> None:
    """The obligee hides from violence."""
    told = {"office_id": 1, "content": "-", "source": "test", "retrieved_at": NOW, "mpi_no": "1"}
    db.add(Participant(**told, source_key="obligee", source_record="PARTICIPANT", case_no=CASE, role="obligee",
                       name="ROE, JANE", family_violence=True, protective_order=False))  # fmt: skip
    db.add(Address(**told, source_key="address", source_record="ADDRESS", kind="residence", line1=STREET,
                   city="Raleigh", state="NC", postcode="27601", told_by="state"))  # fmt: skip


def test_where_a_protected_person_lives_is_refused_in_any_spelling(sqlite: Database) -> None:
    opened(sqlite)
    with sqlite.transaction() as db:
        enter_credit(db, CASE, replace(CREDIT, why=f"rent of {STREET}"), by=person(db, AGENT), now=NOW)
        protect(db)
    with pytest.raises(Confidential, match="protection of this case hides") as refused, sqlite.transaction() as db:
        enter_credit(db, CASE, replace(CREDIT, proof="lease, 12  OAKWOOD drive"), by=person(db, AGENT), now=NOW)
    assert "oakwood" not in str(refused.value).lower()
    with sqlite.reading() as db:
        assert db.scalar(select(func.count()).select_from(CreditEntry)) == 1

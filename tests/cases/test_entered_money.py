"""What people enter about money moves the ledger exactly as the law lets it, and every step of it stays readable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from cases.actions import post_payment
from cases.errors import NoOrder, NotYetCollected, UnknownFrequency
from cases.ledger.account import running_account
from cases.ledger.playing import What
from cases.money.actions import enter_credit, enter_direct_payment, enter_step, enter_suspension, withdraw_entry
from cases.money.deciding import decide_adjustment, propose_adjustment
from cases.money.errors import (
    AlreadyDecided,
    AlreadyEntered,
    BeforeTheOpening,
    EntryRefused,
    InterestByLaw,
    NoSuchEntry,
    NoSuchOrder,
    OwnProposal,
)
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
from cases.money.queries import entry_shown, money_of_case
from cases.money.tables import AdjustmentProposal, OrderStep, SuspensionEntry
from cases.tables import SupportOrder
from documents.audit.gathering import work_paper
from documents.gather.accounts import counts_of
from infra.audit import Audit
from infra.db import Database
from kernel.money import Money
from kernel.refusals import Refused
from law.contempt import contempt_window
from offices.errors import NotYourRole
from tests.cases.money_desk import AGENT, ATTORNEY, CASE, DAY, NOW, OTHER, opened, owed, paid, person, record

STEP = StepTold(date(2026, 1, 1), Money(30_000), "the oldest child turned 18", "order of Jan 2, 2025, paragraph 4")
JAIL = SuspensionTold("incarceration", date(2025, 2, 10), date(2025, 9, 20), "letter of the jail, no work release")


def entered(database: Database, verb: Callable[..., Any], told: Any, by: str = AGENT) -> Any:
    with database.transaction() as db:
        return verb(db, CASE, told, by=person(db, by), now=NOW)


def withdrawn(database: Database, kind: EntryKind, row: Any, why: str = "a wrong case", by: str = AGENT) -> None:
    with database.transaction() as db:
        withdraw_entry(db, CASE, kind, row.id, why=why, by=person(db, by), now=NOW)


def proposed(database: Database, cents: int, bucket: Bucket = Bucket.FAMILY, by: str = AGENT) -> AdjustmentProposal:
    with database.transaction() as db:
        return propose_adjustment(
            db, CASE, date(2026, 3, 1), bucket, Money(cents), "a double charge in March", by=person(db, by), now=NOW
        )


def decided(
    database: Database, row: AdjustmentProposal, *, approve: bool = True, words: str = "", by: str = ATTORNEY
) -> None:
    with database.transaction() as db:
        decide_adjustment(db, CASE, row.id, approve=approve, words=words, by=person(db, by), now=NOW)


def test_a_step_down_changes_what_falls_due_from_its_day_on_and_no_earlier(db: Database) -> None:
    opened(db)
    entered(db, enter_step, STEP)
    charges = record(db).ledger().charges(DAY)
    assert [one.amount.cents for one in charges] == [50_000] * 12 + [30_000] * 11
    assert owed(db) == 12 * 50_000 + 11 * 30_000


def test_a_step_whose_order_a_later_one_replaced_says_that_it_counts_nothing(sqlite: Database) -> None:
    """As when the state corrects the day of an order, which its extract then tells as another order."""
    opened(sqlite)
    row = entered(sqlite, enter_step, STEP)
    with sqlite.transaction() as db:
        assert entry_shown(db, 1, row).effect == "Counted."
        old = db.scalars(select(SupportOrder)).one()
        db.add(SupportOrder(
            office_id=1, case_no=CASE, source_key="order|B", content="-", source="test", source_record="ORDER B",
            retrieved_at=NOW, entered_on=date(2025, 1, 2), kind="original", support=old.support, frequency="monthly",
            toward_arrears=old.toward_arrears, effective_on=old.effective_on,
        ))  # fmt: skip
        db.flush()
        told = entry_shown(db, 1, row)
        assert (told.counts, told.effect) == (
            False, "Nothing: a later order takes the place of the one that it belongs to.",
        )  # fmt: skip
        old.superseded_at = NOW
        db.flush()
        assert "not on record any more" in entry_shown(db, 1, row).effect
    assert owed(sqlite) == 23 * 50_000


def test_a_corrected_step_supersedes_the_first_one_and_a_withdrawn_one_no_longer_counts(sqlite: Database) -> None:
    opened(sqlite)
    first = entered(sqlite, enter_step, STEP)
    second = entered(sqlite, enter_step, StepTold(STEP.on, Money(35_000), STEP.why, STEP.proof))
    assert owed(sqlite) == 12 * 50_000 + 11 * 35_000
    withdrawn(sqlite, EntryKind.STEP, second, "the order has no such paragraph")
    assert owed(sqlite) == 23 * 50_000
    with sqlite.reading() as db:
        rows = db.scalars(select(OrderStep).order_by(OrderStep.id)).all()
        assert [(one.id, one.superseded_by) for one in rows] == [(first.id, second.id), (second.id, None)]
        assert (rows[1].withdrawn, rows[1].withdrawn_by) == ("the order has no such paragraph", "Avery Agent")
        assert all(one.superseded_at == NOW for one in rows)


def test_the_same_entered_twice_is_one_row(sqlite: Database) -> None:
    opened(sqlite)
    assert entered(sqlite, enter_step, STEP).id == entered(sqlite, enter_step, STEP).id


@pytest.mark.parametrize(
    ("state", "suspended"),
    [
        ("NC", [f"2025-{month:02}" for month in range(3, 10)]),
        ("CA", [f"2025-{month:02}" for month in range(3, 13)] + [f"2026-{month:02}" for month in range(1, 7)]),
    ],
)
def test_incarceration_suspends_as_the_law_of_each_state_counts_it(
    sqlite: Database, state: str, suspended: list[str]
) -> None:
    """California: from the first full month, and support runs again on the first day of the tenth month after."""
    opened(sqlite, state=state)
    entered(sqlite, enter_suspension, JAIL)
    due = {f"{one.due_on:%Y-%m}" for one in record(sqlite).ledger().charges(DAY)}
    every = {f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)} - {"2026-12"}
    assert sorted(every - due) == suspended


def test_causes_that_began_on_one_day_stand_beside_each_other_whether_or_not_one_of_them_has_ended(
    sqlite: Database,
) -> None:
    opened(sqlite)
    entered(sqlite, enter_suspension, JAIL)
    entered(sqlite, enter_suspension, SuspensionTold("child with obligor", JAIL.began_on, None, "school records"))
    assert [one.until for one in record(sqlite).ledger().suspensions] == [JAIL.ended_on, None]
    assert owed(sqlite) == 2 * 50_000


def test_in_california_ninety_days_of_custody_suspend_nothing(sqlite: Database) -> None:
    opened(sqlite, state="CA")
    entered(sqlite, enter_suspension, SuspensionTold("incarceration", date(2025, 2, 10), date(2025, 5, 10), "letter"))
    assert record(sqlite).ledger().suspensions == ()


def test_a_month_that_fell_due_in_entered_custody_too_short_to_suspend_it_is_no_count_of_contempt(
    sqlite: Database,
) -> None:
    opened(sqlite, state="CA")
    entered(sqlite, enter_suspension, SuspensionTold("incarceration", date(2025, 2, 10), date(2025, 5, 10), "letter"))
    found = counts_of(record(sqlite), DAY, contempt_window("CA", DAY))
    assert [one.due_on for one in found.in_custody] == [date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)]
    assert len(found.counts) == 20
    with sqlite.reading() as db:
        assert len(work_paper(db, 1, CASE, as_of=DAY).counts.in_custody) == 3


@pytest.mark.parametrize(("began_on", "charges"), [(date(2026, 8, 22), 20), (date(2026, 8, 23), None)])
def test_in_california_custody_that_goes_on_suspends_only_once_it_has_lasted_more_than_ninety_days(
    sqlite: Database, began_on: date, charges: int | None
) -> None:
    """On November 20, 2026 custody since August 22 has lasted 91 days, and nothing falls due since September."""
    opened(sqlite, state="CA")
    told = SuspensionTold("incarceration", began_on, None, "letter")
    if charges is None:
        with pytest.raises(EntryRefused, match="more than 90 days of incarceration, and 90 have passed"):
            entered(sqlite, enter_suspension, told)
    else:
        entered(sqlite, enter_suspension, told)
        assert len(record(sqlite).ledger().charges(DAY)) == charges


def test_in_california_custody_from_before_its_statute_is_entered_and_suspends_from_then(sqlite: Database) -> None:
    opened(sqlite, state="CA")
    entered(sqlite, enter_suspension, SuspensionTold("incarceration", date(2022, 3, 10), None, "CDCR record"))
    assert [one.since for one in record(sqlite).ledger().suspensions] == [date(2022, 9, 27)]
    assert record(sqlite).ledger().charges(DAY) == []


def test_an_end_that_becomes_known_supersedes_the_open_suspension(sqlite: Database) -> None:
    opened(sqlite)
    entered(sqlite, enter_suspension, SuspensionTold("incarceration", JAIL.began_on, None, "letter of the jail"))
    assert owed(sqlite) == 2 * 50_000
    entered(sqlite, enter_suspension, JAIL)
    assert owed(sqlite) == (23 - 7) * 50_000
    with sqlite.reading() as db:
        assert [one.superseded_at is None for one in db.scalars(select(SuspensionEntry))] == [False, True]


def test_a_child_with_the_obligor_suspends_by_law_in_north_carolina_and_by_a_finding_in_california(
    sqlite: Database,
) -> None:
    opened(sqlite, state="CA")
    told = SuspensionTold("child with obligor", date(2025, 3, 1), date(2025, 6, 30), "school records")
    entered(sqlite, enter_suspension, told)
    assert owed(sqlite) == 23 * 50_000
    entered(sqlite, enter_suspension, SuspensionTold(told.cause, told.began_on, told.ended_on, "order of Oct 1, 2026",
                                                     date(2026, 10, 1)))  # fmt: skip
    assert owed(sqlite) == 19 * 50_000


def test_a_credit_counts_once_a_court_found_it_and_on_no_balance_before(sqlite: Database) -> None:
    opened(sqlite)
    credit = CreditTold(date(2026, 3, 1), Money(40_000), "derivative Social Security", "award letter")
    entered(sqlite, enter_credit, credit)
    assert owed(sqlite) == 23 * 50_000
    found = CreditTold(credit.on, credit.amount, credit.why, credit.proof, date(2026, 9, 15))
    entered(sqlite, enter_credit, found)
    assert owed(sqlite) == 23 * 50_000 - 40_000
    assert owed(sqlite, date(2026, 9, 14)) == 21 * 50_000
    with pytest.raises(AlreadyEntered):
        entered(sqlite, enter_credit, found)


@pytest.mark.parametrize(
    ("state", "kind", "counts"),
    [
        ("NC", "money order", True),
        ("NC", "admitted by the obligee", False),
        ("CA", "admitted by the obligee", True),
        ("CA", "money order", False),
        ("NC", "his word", False),
    ],
)
def test_a_direct_payment_counts_by_the_proofs_that_each_state_accepts(
    sqlite: Database, state: str, kind: str, counts: bool
) -> None:
    opened(sqlite, state=state)
    entered(sqlite, enter_direct_payment, DirectPaymentTold(date(2025, 1, 20), Money(50_000), kind, "exhibit 4"))
    assert owed(sqlite) == (22 if counts else 23) * 50_000


def test_two_equal_direct_payments_of_one_day_count_twice_only_where_their_proof_tells_them_apart(
    sqlite: Database,
) -> None:
    opened(sqlite)
    told = DirectPaymentTold(date(2025, 1, 20), Money(20_000), "money order", "no. 4711")
    entered(sqlite, enter_direct_payment, told)
    with pytest.raises(AlreadyEntered):
        entered(sqlite, enter_direct_payment, told)
    entered(sqlite, enter_direct_payment, DirectPaymentTold(told.paid_on, told.amount, told.proof_kind, "no. 4712"))
    assert owed(sqlite) == 23 * 50_000 - 40_000


def test_an_adjustment_moves_nothing_until_a_second_person_approved_it(db: Database) -> None:
    opened(db)
    row = proposed(db, -50_000)
    assert owed(db) == 23 * 50_000
    decided(db, row)
    assert owed(db) == 22 * 50_000
    (line,) = (one for one in running_account(record(db).ledger(), DAY) if one.what.value == "adjustment")
    assert line.words == "a double charge in March (proposed by Avery Agent, approved by Taylor Attorney)"


def test_nobody_decides_about_his_own_proposal_and_the_database_itself_forbids_it(db: Database) -> None:
    opened(db)
    row = proposed(db, -50_000, by=ATTORNEY)
    with pytest.raises(OwnProposal, match="Taylor Attorney proposed this adjustment"):
        decided(db, row, by=ATTORNEY)
    with pytest.raises(DBAPIError), db.transaction() as session:
        session.execute(text("UPDATE adjustment_proposal SET decision = 'approved', decider_id = author_id"))
    decided(db, row, by=OTHER)
    assert owed(db) == 22 * 50_000


def test_only_an_attorney_decides_and_only_once_and_a_refusal_says_why(sqlite: Database) -> None:
    opened(sqlite)
    row = proposed(sqlite, -50_000, by=ATTORNEY)
    with pytest.raises(NotYourRole):
        decided(sqlite, row, by=AGENT)
    with pytest.raises(EntryRefused, match="The reason is blank"):
        decided(sqlite, row, approve=False, by=OTHER)
    decided(sqlite, row, approve=False, words="March was charged once", by=OTHER)
    with pytest.raises(AlreadyDecided, match="was refused by Olga Other already"):
        decided(sqlite, row, by=OTHER)
    assert owed(sqlite) == 23 * 50_000


def test_what_an_attorney_approved_only_an_attorney_takes_back(sqlite: Database) -> None:
    opened(sqlite)
    row = proposed(sqlite, -50_000)
    decided(sqlite, row)
    with pytest.raises(NotYourRole):
        withdrawn(sqlite, EntryKind.ADJUSTMENT, row)
    withdrawn(sqlite, EntryKind.ADJUSTMENT, row, by=ATTORNEY)
    assert owed(sqlite) == 23 * 50_000
    with pytest.raises(NoSuchEntry):
        withdrawn(sqlite, EntryKind.ADJUSTMENT, row, by=ATTORNEY)


@pytest.mark.parametrize(
    ("bucket", "moved"),
    [
        (Bucket.FAMILY, {"family": 1_000}),
        (Bucket.ASSIGNED, {"assigned": 1_000}),
        (Bucket.OTHER_STATE, {"other_state": 1_000}),
        (Bucket.INTEREST, {"interest": 1_000}),
        (Bucket.FEES, {"fees": 1_000}),
    ],
)
def test_an_adjustment_moves_its_own_bucket_and_no_other(
    sqlite: Database, bucket: Bucket, moved: dict[str, int]
) -> None:
    opened(sqlite)
    before = record(sqlite).ledger().balance(DAY).cents()
    decided(sqlite, proposed(sqlite, 1_000, bucket))
    after = record(sqlite).ledger().balance(DAY).cents()
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == moved


def test_a_judgment_lets_interest_run_in_north_carolina_at_its_own_rate_from_its_own_day(sqlite: Database) -> None:
    """$11,000 due by the judgment of October 15, 2026, 8 percent from November 1: 20 days, $48.22."""
    opened(sqlite)
    judgment = JudgmentTold(date(2026, 10, 15), "8", date(2026, 11, 1), "file 19 CVD 1234, page 3")
    entered(sqlite, enter_judgment, judgment)
    balance = record(sqlite).ledger().balance(DAY)
    assert (balance.support, balance.interest) == (Money(23 * 50_000), Money(4_822))
    said = record(sqlite).terms().sentence()
    assert "8 percent a year, from November 1, 2026 on what was due by the judgment of October 15, 2026" in said
    assert "file 19 CVD 1234, page 3" in said


def test_a_second_judgment_leaves_the_first_its_interest_and_bears_on_what_came_due_since(db: Database) -> None:
    """$10,500 due by September 15, 2026 at 8 percent: 50 days, $115.07; $500 of October at 6: 20 days, $1.64."""
    opened(db)
    first = JudgmentTold(date(2026, 9, 15), "8", date(2026, 10, 2), "file 19 CVD 1234, page 3")
    second = JudgmentTold(date(2026, 10, 20), "6", date(2026, 11, 1), "file 19 CVD 1234, page 9")
    entered(db, enter_judgment, first)
    alone = record(db).ledger().balance(DAY).interest
    assert alone == Money(11_507)
    entered(db, enter_judgment, second)
    assert record(db).ledger().balance(DAY).interest == alone + Money(164)
    with db.reading() as session:
        told = [one for one in money_of_case(session, 1, CASE, as_of=DAY).standing if one.kind is EntryKind.JUDGMENT]
    assert [(one.counts, one.effect) for one in told] == [
        (True, "Interest runs by it on what bears none by an earlier judgment; none runs twice.")
    ] * 2
    lines = [line.words for line in running_account(record(db).ledger(), DAY) if line.what is What.JUDGMENT]
    assert lines == [
        "Judgment of interest, 8 percent a year from Oct 2, 2026, on $10,500.00, all that was due and unpaid and bore "
        "none by an earlier judgment",
        "Judgment of interest, 6 percent a year from Nov 1, 2026, on $500.00, all that was due and unpaid and bore "
        "none by an earlier judgment",
    ]


def test_two_judgments_of_one_day_are_told_apart_by_file_and_page_and_a_corrected_one_supersedes(
    sqlite: Database,
) -> None:
    opened(sqlite)
    day = date(2026, 10, 15)
    entered(sqlite, enter_judgment, JudgmentTold(day, "8", day, "file 19 CVD 1234, page 3", Money(400_000)))
    entered(sqlite, enter_judgment, JudgmentTold(day, "8", day, "file 20 CVD 99, page 1", Money(300_000)))
    assert [one.principal for one in record(sqlite).terms().judgments] == [Money(300_000), Money(400_000)]
    entered(sqlite, enter_judgment, JudgmentTold(day, "8", day, "file 20 CVD 99, page 1", Money(350_000)))
    assert [one.principal for one in record(sqlite).terms().judgments] == [Money(350_000), Money(400_000)]
    # 7,500 at 8 percent for the 37 days from October 15
    assert record(sqlite).ledger().balance(DAY).interest == Money(6_082)


def test_a_judgment_of_the_day_of_the_opening_balance_lets_interest_run_on_all_of_it(sqlite: Database) -> None:
    """$1,000.00 of June 30, 2025, 8 percent for the 365 days after it: $80.00."""
    opened(sqlite, opening=100_000)
    entered(sqlite, enter_judgment, JudgmentTold(date(2025, 6, 30), "8", date(2025, 6, 30), "file 19 CVD 1234"))
    assert record(sqlite).ledger().balance(date(2026, 6, 30)).interest == Money(8_000)


def test_in_california_interest_runs_by_law_and_a_judgment_is_refused(sqlite: Database) -> None:
    opened(sqlite, state="CA")
    assert record(sqlite).ledger().balance(DAY).interest > Money(0)
    with pytest.raises(InterestByLaw, match="In CA the law itself says what interest runs"):
        entered(sqlite, enter_judgment, JudgmentTold(date(2026, 10, 15), "8", date(2026, 11, 1), "file"))


def test_a_registered_order_bears_interest_by_the_law_of_the_state_that_issued_it(sqlite: Database) -> None:
    opened(sqlite)
    assert record(sqlite).ledger().balance(DAY).interest == Money(0)
    entered(sqlite, enter_issuing_state, IssuingTold("ca", date(2026, 5, 1), "registration of May 1, 2026"))
    found = record(sqlite)
    assert (found.terms().state, found.ledger().balance(DAY).interest > Money(0)) == ("CA", True)


def test_an_issuing_state_without_rows_of_ours_needs_its_rate_and_cite_and_counts_by_them(sqlite: Database) -> None:
    """Georgia's 7 percent as its own statement of arrears would swear to it, on each instalment from its due day."""
    opened(sqlite)
    told = IssuingTold("GA", date(2026, 5, 1), "registration of May 1, 2026")
    with pytest.raises(EntryRefused, match="No rows of this state's law are on file"):
        entered(sqlite, enter_issuing_state, told)
    known = IssuingTold(told.state, told.registered_on, told.proof, "", "7", "due day", "O.C.G.A. § 7-4-12.1")
    entered(sqlite, enter_issuing_state, known)
    paid(sqlite, DAY, 1)
    ledger = record(sqlite).ledger()
    days = sum((DAY - one.due_on).days + 1 for one in ledger.charges(DAY))
    assert ledger.balance(DAY).interest.cents == pytest.approx(50_000 * 0.07 * days / 365, abs=1)
    assert "O.C.G.A. § 7-4-12.1" in ledger.terms.sentence()


def test_where_the_issuing_state_lets_no_interest_run_no_judgment_entered_before_lets_any_run(sqlite: Database) -> None:
    """UIFSA § 604(a): the law of the state that issued the order governs the interest on its arrears."""
    opened(sqlite)
    entered(sqlite, enter_judgment, JudgmentTold(date(2026, 10, 15), "8", date(2026, 11, 1), "file 19 CVD 1234"))
    none = IssuingTold("GA", date(2026, 5, 1), "registration", "", "", "never", "told by the issuing state")
    entered(sqlite, enter_issuing_state, none)
    assert record(sqlite).ledger().balance(DAY).interest == Money(0)
    with sqlite.reading() as db:
        (told,) = [one for one in money_of_case(db, 1, CASE, as_of=DAY).standing if one.kind is EntryKind.JUDGMENT]
    says = "Nothing: the law of the state that issued the order governs interest."
    assert (told.counts, told.effect) == (False, says)
    with pytest.raises(InterestByLaw, match="In GA the law itself says what interest runs"):
        entered(sqlite, enter_judgment, JudgmentTold(date(2026, 10, 20), "8", date(2026, 11, 1), "file 20 CVD 9"))


def test_a_cause_that_the_governing_law_has_no_row_for_suspends_nothing_and_the_account_is_still_told(
    sqlite: Database,
) -> None:
    """A court found it under the law of another state, and then the office learns that its own law governs."""
    opened(sqlite)
    issued = IssuingTold("GA", date(2026, 5, 1), "registration", "", "7", "due day", "O.C.G.A. § 7-4-12.1")
    row = entered(sqlite, enter_issuing_state, issued)
    strike = SuspensionTold("strike", date(2026, 1, 1), None, "order of March 2, 2026", date(2026, 3, 2))
    entered(sqlite, enter_suspension, strike)
    assert len(record(sqlite).ledger().charges(DAY)) == 12
    withdrawn(sqlite, EntryKind.ISSUING, row)
    assert owed(sqlite) == 23 * 50_000
    with sqlite.reading() as db:
        (told,) = [one for one in money_of_case(db, 1, CASE, as_of=DAY).standing if one.kind is EntryKind.SUSPENSION]
    assert (told.counts, told.effect[:27]) == (False, "No row of the rule 'strike'")


@pytest.mark.parametrize(
    ("state", "frequency", "due"),
    [
        ("NC", "weekly", [(date(2026, 1, 1), 43_300), (date(2026, 2, 1), 43_300)]),
        ("NC", "biweekly", [(date(2026, 1, 1), 21_600), (date(2026, 2, 1), 21_600)]),
        ("NC", "semimonthly", [(date(2026, 1, 1), 20_000), (date(2026, 2, 1), 20_000)]),
        ("CA", "semimonthly", [(date(2026, 1, 1), 10_000), (date(2026, 1, 15), 10_000), (date(2026, 2, 1), 10_000)]),
        ("NC", "quarterly", [(date(2026, 1, 1), 10_000)]),
        ("NC", "yearly", [(date(2026, 1, 1), 10_000)]),
        ("CA", "two-monthly", [(date(2026, 1, 1), 10_000)]),
        ("CA", "biweekly", [(date(2026, 1, 1), 10_000), (date(2026, 1, 15), 10_000), (date(2026, 1, 29), 10_000)]),
    ],
)
def test_support_of_another_frequency_is_made_monthly_or_falls_due_on_its_own_days_as_the_state_has_it(
    sqlite: Database, state: str, frequency: str, due: list[tuple[date, int]]
) -> None:
    opened(sqlite, state=state, frequency=frequency, support=10_000, effective_on=date(2026, 1, 1))
    assert [(one.due_on, one.amount.cents) for one in record(sqlite).ledger().charges(date(2026, 2, 1))] == due


def test_support_of_a_frequency_that_no_row_knows_is_never_counted(sqlite: Database) -> None:
    opened(sqlite, frequency="now and then")
    with pytest.raises(UnknownFrequency, match="due 'now and then'; no row of law says how often that is"):
        owed(sqlite)


@pytest.mark.parametrize(
    ("verb", "told", "refused", "words"),
    [
        (enter_step, StepTold(date(2025, 1, 1), Money(1), "why", "proof"), EntryRefused, "after the order took effect"),
        (enter_step, StepTold(date(2026, 1, 1), Money(-1), "why", "proof"), EntryRefused, "not below nothing"),
        (enter_step, StepTold(date(2026, 1, 1), Money(1), " ", "proof"), EntryRefused, "reason of the step is blank"),
        (enter_step, StepTold(date(2026, 1, 1), Money(1), "why", ""), EntryRefused, "The proof is blank"),
        (enter_step, StepTold(date(2026, 1, 1), Money(1), "why", "p", "other"), NoSuchOrder, "no such order"),
        (enter_suspension, SuspensionTold("holiday", date(2025, 2, 1), None, "p"), EntryRefused,
         "The cause is one of: .*incarceration"),
        (enter_suspension, SuspensionTold("incarceration", date(2025, 2, 1), date(2025, 1, 1), "p"), EntryRefused,
         "The last day comes before the first"),
        (enter_suspension, SuspensionTold("incarceration", date(2026, 12, 1), None, "p"), EntryRefused, "the future"),
        (enter_credit, CreditTold(date(2026, 1, 1), Money(0), "w", "p"), EntryRefused, "above nothing"),
        (enter_credit, CreditTold(date(2026, 1, 1), Money(1_000_000_001), "w", "p"), EntryRefused,
         "larger than anything that can be meant; the most is .10,000,000.00"),
        (enter_step, StepTold(date(2026, 1, 1), Money(1_000_000_001), "why", "p"), EntryRefused, "can be meant"),
        (enter_credit, CreditTold(date(2025, 6, 30), Money(5), "w", "p"), BeforeTheOpening, "June 30, 2025"),
        (enter_direct_payment, DirectPaymentTold(date(2027, 1, 1), Money(5), "k", "p"), EntryRefused, "in the future"),
        (enter_judgment, JudgmentTold(date(2026, 1, 1), "eight", date(2026, 1, 1), "p"), EntryRefused, "percent"),
        (enter_judgment, JudgmentTold(date(2026, 1, 1), "1_0", date(2026, 1, 1), "p"), EntryRefused, "such as 8 or"),
        (enter_judgment, JudgmentTold(date(2026, 1, 1), "٨", date(2026, 1, 1), "p"), EntryRefused, "such as 8 or"),
        (enter_judgment, JudgmentTold(date(2026, 1, 1), "NaN", date(2026, 1, 1), "p"), EntryRefused, "between 0 and"),
        (enter_judgment, JudgmentTold(date(2026, 6, 1), "8", date(2026, 1, 1), "p"), EntryRefused,
         "from the day of the judgment or later"),
        (enter_judgment, JudgmentTold(date(2025, 6, 1), "8", date(2025, 6, 1), "p"), BeforeTheOpening, "June 30, 2025"),
        (enter_judgment, JudgmentTold(date(2026, 1, 1), "8", date(2026, 1, 1), "p", Money(0)), EntryRefused,
         "The principal of a judgment is an amount above nothing"),
        (enter_issuing_state, IssuingTold("XX", date(2026, 1, 1), "p"), EntryRefused, "two letters"),
    ],
)  # fmt: skip
def test_what_cannot_stand_in_a_ledger_is_refused_in_one_sentence(
    sqlite: Database, verb: Callable[..., Any], told: Any, refused: type[Refused], words: str
) -> None:
    opened(sqlite, opening=100_000)
    with pytest.raises(refused, match=words):
        entered(sqlite, verb, told)


def test_an_adjustment_moves_something_and_no_more_than_can_be_meant(sqlite: Database) -> None:
    opened(sqlite)
    for cents in (0, 1_000_000_001, -1_000_000_001):
        with pytest.raises(EntryRefused):
            proposed(sqlite, cents)


def test_in_the_evening_nothing_of_tomorrow_is_entered_though_it_is_tomorrow_in_utc(sqlite: Database) -> None:
    """8:30 in the evening of November 20 in Raleigh."""
    opened(sqlite)
    evening, tomorrow = datetime(2026, 11, 21, 1, 30, tzinfo=UTC), date(2026, 11, 21)
    told = DirectPaymentTold(tomorrow, Money(100), "cancelled check", "check 12")
    with sqlite.transaction() as db:
        agent = person(db, AGENT)
        with pytest.raises(EntryRefused, match="The day of the payment lies in the future"):
            enter_direct_payment(db, CASE, told, by=agent, now=evening)
        with pytest.raises(NotYetCollected):
            post_payment(db, CASE, receipt_no="R9", collected_on=tomorrow, amount=Money(100), by=agent, now=evening)
        entered_today = enter_direct_payment(db, CASE, replace(told, paid_on=DAY), by=agent, now=evening)
        assert entered_today.as_of == DAY
        posted = post_payment(db, CASE, receipt_no="R9", collected_on=DAY, amount=Money(100), by=agent, now=evening)
        assert posted.posted_on == DAY


def test_a_step_needs_an_order(sqlite: Database) -> None:
    opened(sqlite)
    with sqlite.transaction() as db:
        db.execute(text("DELETE FROM support_order"))
    with pytest.raises(NoOrder):
        entered(sqlite, enter_step, STEP)


def test_every_entry_stands_in_the_audit_log_with_who_did_it(sqlite: Database) -> None:
    opened(sqlite)
    row = entered(sqlite, enter_step, STEP)
    withdrawn(sqlite, EntryKind.STEP, row)
    decided(sqlite, proposed(sqlite, -1))
    with sqlite.reading() as db:
        verbs = list(db.execute(select(Audit.actor, Audit.verb).where(Audit.subject == f"case {CASE}")))
    assert [tuple(one) for one in verbs] == [
        (f"agent:{AGENT}", "entered order step"),
        (f"agent:{AGENT}", "withdrew entry"),
        (f"agent:{AGENT}", "entered adjustment proposal"),
        (f"attorney:{ATTORNEY}", "approved adjustment"),
    ]

"""Where our account and the state's part, and why: faults put in on purpose are found by day and cause."""

import random
import sys
from dataclasses import replace
from datetime import date

import pytest

from cases.ledger import Entry, Ledger, Obligation, Opening, Suspension, terms_of
from cases.ledger.reconciling import StateFigure, reconcile
from cases.ledger.suspicion import Cause
from cases.queries import case_numbers, case_record
from kernel.money import ZERO, Money
from tests.cases.ledger.faults import FAULTS, LAST, MONTH_ENDS, Fault, a_case
from tests.county import DAY, SAMPLE, data_folder, import_

EACH = 100
TOLD = (*MONTH_ENDS[:-2], LAST)

SUPPORT = Money(20_000)


def fault(cause: Cause, number: int, state: str = "NC") -> Fault:
    chance = random.Random(f"{cause}{number}")
    return FAULTS[cause](chance, a_case(chance, terms_of(state)))


def found(one: Fault, *days: date) -> tuple[bool, bool]:
    """Whether day and cause stand first, and whether they stand among all that explain it."""
    told = reconcile(one.ours, one.figures(*days))
    named = [(each.cause, each.on) for each in (*told.likeliest, *told.others)]
    return named[:1] == [(one.cause, one.on)], (one.cause, one.on) in named


@pytest.mark.parametrize(("cause", "least"), [
    (Cause.MISSED_ORDER_CHANGE, 100), (Cause.STEP_DOWN, 100), (Cause.DUPLICATE_PAYMENT, 90),
    (Cause.REVERSED_PAYMENT, 95), (Cause.OPENING_BALANCE, 100), (Cause.SUSPENDED_MONTHS, 95),
    (Cause.WRONG_FREQUENCY, 90), (Cause.ENTERED_HERE, 100),
], ids=str)  # fmt: skip
def test_a_fault_is_found_with_its_day_and_cause_where_the_state_tells_its_balance_by_the_month(
    cause: Cause, least: int, capsys: pytest.CaptureFixture[str]
) -> None:
    results = [found(fault(cause, number), *TOLD) for number in range(EACH)]
    first, among = sum(one for one, _ in results), sum(two for _, two in results)
    with capsys.disabled():
        sys.stdout.write(f"\n{cause}: first {first} %, among the explanations {among} % of {EACH}\n")
    assert among == EACH
    assert first >= least


@pytest.mark.parametrize("cause", FAULTS, ids=str)
def test_with_one_balance_alone_the_fault_is_always_among_the_explanations(
    cause: Cause, capsys: pytest.CaptureFixture[str]
) -> None:
    """One figure cannot tell two payments of one amount apart, nor one month of equal support from another."""
    results = [found(fault(cause, number), LAST) for number in range(EACH)]
    with capsys.disabled():
        sys.stdout.write(f"\n{cause}, one balance: first {sum(one for one, _ in results)} % of {EACH}\n")
    assert all(among for _, among in results)


@pytest.mark.parametrize("cause", FAULTS, ids=str)
def test_a_fault_is_found_through_the_interest_that_it_left_behind(cause: Cause) -> None:
    assert [found(fault(cause, number, "CA"), LAST)[1] for number in range(5)] == [True] * 5


@pytest.mark.parametrize("cause", FAULTS, ids=str)
def test_an_account_without_a_fault_is_never_named(cause: Cause) -> None:
    for number in range(20):
        one = fault(cause, number)
        told = reconcile(one.ours, replace(one, states=one.ours).figures(*TOLD))
        assert (told.differs, told.apart, told.likeliest, told.others) == (False, ZERO, (), ())


def a_year(*entries: Entry, **parts: object) -> Ledger:
    held = Ledger((Obligation(SUPPORT, date(2025, 1, 1)),), Opening(date(2024, 12, 31), Money(50_000)), entries)
    return replace(held, **parts)  # type: ignore[arg-type]


def test_what_parts_and_what_it_is_are_said_in_one_sentence() -> None:
    returned = a_year(Entry(date(2025, 3, 3), "R1", SUPPORT), Entry(date(2025, 3, 9), "R2", -SUPPORT, "R1"))
    told = reconcile(returned, [
        StateFigure(date(2025, 2, 28), Money(90_000)), StateFigure(date(2025, 3, 31), Money(90_000)),
    ])  # fmt: skip
    assert (told.agreed_on, told.parted_by, told.apart) == (date(2025, 2, 28), date(2025, 3, 31), -SUPPORT)
    assert told.sentence() == (
        "The state's balance of $900.00 on March 31, 2025 is $200.00 lower than ours of $1,100.00. Payment R1 was "
        "returned on March 9, 2025 (R2), and the state has not taken its $200.00 back."
    )


def test_where_several_mistakes_explain_a_difference_all_are_told() -> None:
    twice = a_year(*(Entry(date(2025, month, 5), f"R{month}", Money(7_777)) for month in (1, 2, 3)))
    owed = Money(50_000 + 6 * 20_000 - 4 * 7_777)
    told = reconcile(twice, [StateFigure(date(2025, 6, 30), owed)])
    assert [(each.cause, each.on) for each in told.likeliest] == [
        (Cause.DUPLICATE_PAYMENT, date(2025, month, 5)) for month in (1, 2, 3)
    ]
    assert told.sentence().endswith(" 2 others explain it as well.")
    assert {each.cause for each in told.others} == {Cause.OPENING_BALANCE}


def test_a_cause_of_suspension_on_file_without_proof_explains_what_the_state_did_not_charge() -> None:
    possible = Suspension(date(2025, 3, 10), date(2025, 5, 20), "incarceration", "")
    told = reconcile(a_year(), [StateFigure(date(2025, 6, 30), Money(50_000 + 4 * 20_000))], (possible,))
    assert [(each.cause, each.on) for each in told.likeliest] == [(Cause.SUSPENDED_MONTHS, date(2025, 4, 1))]
    assert told.likeliest[0].words == (
        "The state did not charge the support due from April 1, 2025 to May 1, 2025; the record tells of incarceration "
        "without proof"
    )


def test_two_receipts_of_one_day_and_amount_may_be_one_payment_in_our_record() -> None:
    day = date(2025, 2, 3)
    doubled = a_year(Entry(day, "R1", Money(12_345)), Entry(day, "R1A", Money(12_345)))
    told = reconcile(doubled, [StateFigure(date(2025, 2, 28), Money(90_000 - 12_345))])
    assert [(each.cause, each.on) for each in told.likeliest] == [(Cause.DUPLICATE_PAYMENT, day)]


def test_a_difference_on_a_record_without_an_opening_balance_is_told_as_one_that_we_lack() -> None:
    bare = a_year(opening=None)
    told = reconcile(bare, [StateFigure(date(2025, 1, 31), Money(20_000 + 12_321))])
    assert [(each.cause, each.on) for each in told.likeliest] == [(Cause.OPENING_BALANCE, date(2024, 12, 31))]
    assert told.likeliest[0].words == (
        "The state began on December 31, 2024 from $123.21, our record has no opening balance"
    )


def test_an_earlier_difference_that_was_made_good_is_still_told() -> None:
    told = reconcile(a_year(), [
        StateFigure(date(2025, 1, 31), Money(60_000)), StateFigure(date(2025, 2, 28), Money(90_000)),
    ])  # fmt: skip
    assert (told.differs, told.apart, told.parted_by) == (True, ZERO, date(2025, 1, 31))


def test_on_the_sample_county_every_wrong_balance_is_named_with_the_right_amount_and_none_that_is_right(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with data_folder(tmp_path_factory.mktemp("county")) as opened:
        import_(opened, SAMPLE)
        with opened.reading() as db:
            records = {case_no: case_record(db, 1, case_no) for case_no in case_numbers(db, 1)}
    wrong = {}
    for case_no, record in records.items():
        told = reconcile(record.ledger(), record.state_figures(DAY), record.possible_suspensions())
        right = record.ledger().balance(DAY).total
        assert told.ours == right == record.ledger().arrears(DAY)
        if told.differs:
            wrong[case_no] = (told.apart, told.theirs - right)
            assert told.likeliest
    assert wrong == dict.fromkeys(
        ("7000070296", "7000070999", "7000071184", "7000071776", "7000072479", "7000072516", "7000072849",
         "7000072886", "7000073330", "7000073922", "7000074366"),
        (Money(12_500), Money(12_500)),
    )  # fmt: skip



"""Counted together, many cases come to what each comes to by itself."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from cases.county.facts import CaseBalance
from cases.county.queries import balances_of, money_of
from cases.county.telling import COLUMNS, Tally, case_row, county_told
from cases.ledger import Ledger, Opening, terms_of
from cases.ledger.reconciling import StateFigure, reconcile
from cases.money.told import balances_told, figures_told
from cases.queries import case_numbers, case_record, case_records
from cases.tables import StateBalance
from infra.db import Database
from kernel.money import Money
from kernel.refusals import Refused
from tests.cases.random_county import LAST, RandomCounty
from tests.county import DAY, SAMPLE, data_folder, import_

EACH = 150
OFFICES = {"North": ("NC", "365"), "South": ("CA", "365"), "Month": ("CA", "monthly")}


def hold_together(db: Session, office_id: int, day: date) -> Counter[str]:
    """Each case counted together beside its own record; what there was."""
    seen: Counter[str] = Counter()
    for case_no, money in money_of(db, office_id, case_numbers(db, office_id), day):
        record = case_record(db, office_id, case_no)
        if isinstance(money, Refused):
            with pytest.raises(type(money)) as refusal:
                record.ledger()
            assert str(refusal.value) == str(money)
            seen["refused"] += 1
            continue
        assert money.ledger == record.ledger()
        assert (money.figures, money.possible) == (record.state_figures(day), record.possible_suspensions())
        parts = ("entries", "suspensions", "credits", "direct_payments", "adjustments", "fees", "splits", "opening")
        seen.update(part for part in parts if getattr(money.ledger, part))
        seen.update(["interest"] * money.ledger.terms.bears + ["possible"] * bool(money.possible))
        seen.update(["steps"] * any(one.steps for one in money.ledger.obligations))
    return seen


def test_the_ledgers_of_a_county_with_every_kind_of_row_are_those_of_its_records(db: Database) -> None:
    with db.transaction() as session:
        offices = [
            RandomCounty(session, name, state=state, day_count=count).fill(EACH)
            for name, (state, count) in OFFICES.items()
        ]  # fmt: skip
    with db.reading() as session:
        seen = sum((hold_together(session, office.id, LAST) for office in offices), Counter[str]())
    assert min(seen.values()) > 5
    assert set(seen) == {
        "refused", "entries", "suspensions", "credits", "direct_payments", "adjustments", "fees", "splits", "opening",
        "interest", "possible", "steps",
    }  # fmt: skip


def test_the_balances_of_the_sample_county_are_those_of_its_records_and_its_wrong_ones_are_named(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with data_folder(tmp_path_factory.mktemp("county")) as opened:
        import_(opened, SAMPLE)
        with opened.reading() as db:
            assert hold_together(db, 1, DAY)["entries"] > 100
            found = balances_of(db, 1, case_numbers(db, 1), DAY)
            records = case_records(db, 1, case_numbers(db, 1))
    assert [one.case_no for one in found] == list(records)
    for one in found:
        record = records[one.case_no]
        assert one.balance == record.ledger().balance(DAY)
        whole = reconcile(record.ledger(), record.state_figures(DAY), record.possible_suspensions())
        assert one.beside == replace(whole, likeliest=whole.likeliest[:1], others=())
        assert one.explanations == len(whole.likeliest) + len(whole.others)
    assert [one.case_no for one in found if one.wrong] == [
        "7000070296", "7000070999", "7000071184", "7000071776", "7000072479", "7000072516", "7000072849",
        "7000072886", "7000073330", "7000073922", "7000074366",
    ]  # fmt: skip


def test_a_balance_that_the_state_told_before_the_opening_one_is_beside_nothing() -> None:
    def told(on: date, *, is_opening: bool) -> StateBalance:
        return StateBalance(on=on, arrears=Money(100), is_opening=is_opening)

    days = [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2026, 9, 30)]
    balances = [told(day, is_opening=day == days[1]) for day in days]
    assert figures_told(balances, date(2026, 1, 1)) == [StateFigure(days[2], Money(100))]
    assert balances_told(balances, date(2026, 1, 1)) == [balances[2]]
    assert balances_told(balances[::-1], date(2026, 12, 31)) == balances[2:]


def test_a_case_of_another_office_has_no_rows_here(sqlite: Database) -> None:
    with sqlite.transaction() as db:
        there = RandomCounty(db, "North", state="NC").fill(10)
        here = RandomCounty(db, "South", state="CA").fill(1)
        for one in balances_of(db, here.id, case_numbers(db, there.id), LAST):
            assert one.balance == Ledger((), None, (), terms=terms_of("CA")).balance(LAST)


def test_the_tally_adds_up_what_is_owed_and_keeps_what_a_person_has_to_look_at(sqlite: Database) -> None:
    with sqlite.transaction() as db:
        office = RandomCounty(db, "North", state="NC").fill(60)
        found, tally = balances_of(db, office.id, case_numbers(db, office.id), LAST), Tally()
    for one in found:
        tally.add(one)
    told = county_told(tally, found, LAST)
    assert (told["cases"], told["wrong"], told["refused"]) == (60, len(tally.wrong), len(tally.refused))
    assert min(told["wrong"], told["refused"]) > 0
    for name, cents in told["sums"].items():
        assert sum(one.get(name, 0) for one in told["balances"]) == cents


def test_a_row_of_the_file_holds_dollars_and_text_that_no_spreadsheet_takes_for_a_formula() -> None:
    owed = Ledger((), Opening(date(2026, 1, 1), Money(-123_405)), ()).balance(LAST)
    one = CaseBalance("=HYPERLINK(1)", owed, refused="-no")
    row = dict(zip(COLUMNS, case_row(one), strict=True))
    shown = ("'=HYPERLINK(1)", "-1234.05", "1234.05", "'-no")
    assert (row["case_no"], row["total"], row["ahead"], row["refused"]) == shown
    assert dict(zip(COLUMNS, case_row(CaseBalance("1", None, refused="No.")), strict=True))["total"] == ""

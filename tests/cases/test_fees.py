"""A fee waiver counts once, whoever tells of it first: the office that approved it, or the state's next balance."""

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cases.ledger import Fee
from cases.ledger.account import running_account
from cases.ledger.playing import What
from cases.money.deciding import decide_adjustment, propose_adjustment
from cases.money.facts import Bucket
from cases.money.fees import fees_booked
from cases.tables import StateBalance
from infra.db import Database
from kernel.money import ZERO, Money, total
from tests.cases.money_desk import AGENT, ATTORNEY, CASE, DAY, NOW, opened, person, record

FIRST = date(2026, 1, 31)
WAIVED_ON, SHOWN_ON = date(2026, 3, 1), date(2026, 3, 31)


def told(on: date, cents: int, *, opening: bool = False) -> StateBalance:
    return StateBalance(
        office_id=1, content="-", source="test", retrieved_at=NOW, case_no=CASE, source_key=f"balance {on}",
        source_record=f"BALANCE {on}", on=on, family_arrears=ZERO, assigned_arrears=ZERO, fees=Money(cents),
        arrears=ZERO, is_opening=opening,
    )  # fmt: skip


def import_balance(database: Database, on: date, cents: int) -> None:
    with database.transaction() as db:
        db.add(told(on, cents))


def waive(database: Database, cents: int) -> None:
    """Propose and approve."""
    with database.transaction() as db:
        row = propose_adjustment(
            db, CASE, WAIVED_ON, Bucket.FEES, Money(-cents), "waived by the order", by=person(db, AGENT), now=NOW
        )
        decide_adjustment(db, CASE, row.id, approve=True, by=person(db, ATTORNEY), now=NOW)


def owed(fees: tuple[Fee, ...], by: date = date.max) -> Money:
    return total(one.amount for one in fees if one.on <= by)


def test_a_waiver_that_the_states_next_balance_shows_counts_once_and_is_named_once(sqlite: Database) -> None:
    opened(sqlite)
    import_balance(sqlite, FIRST, 2_500)
    waive(sqlite, 2_000)
    assert record(sqlite).ledger().balance(DAY).fees == Money(500)

    import_balance(sqlite, SHOWN_ON, 500)

    ledger = record(sqlite).ledger()
    assert ledger.balance(DAY).fees == Money(500)
    lines = [one for one in running_account(ledger, DAY) if one.what is What.FEE]
    assert [(one.on, one.amount) for one in lines] == [(FIRST, Money(2_500)), (WAIVED_ON, Money(-2_000))]


def test_any_order_of_approval_and_import_gives_the_same_fees(sqlite: Database) -> None:
    opened(sqlite)
    steps = (
        lambda: import_balance(sqlite, FIRST, 2_500),
        lambda: waive(sqlite, 2_000),
        lambda: import_balance(sqlite, SHOWN_ON, 500),
        lambda: import_balance(sqlite, SHOWN_ON + timedelta(days=30), 700),
    )
    for number, order in enumerate(permutations(steps)):
        if number:
            with sqlite.transaction() as db:
                record_now = record(sqlite)
                for row in (*record_now.balances, *record_now.money.adjustments):
                    db.delete(db.merge(row))
        for step in order:
            step()
        assert record(sqlite).ledger().balance(DAY).fees == Money(700)


def test_what_the_state_moved_beyond_the_adjustment_is_booked_as_told_by_it() -> None:
    waived = Fee(WAIVED_ON, Money(-1_500), "waived")
    booked = fees_booked([told(FIRST, 2_500), told(SHOWN_ON, 500)], [waived], after=None)
    assert [one.amount.cents for one in booked] == [2_500, -1_500, -500]


def test_a_waiver_that_the_state_has_not_booked_yet_stays_beside_a_new_fee() -> None:
    waived = Fee(WAIVED_ON, Money(-2_000), "waived")
    booked = fees_booked([told(FIRST, 2_500), told(SHOWN_ON, 3_000)], [waived], after=None)
    assert owed(booked) == Money(1_000)
    later = [told(FIRST, 2_500), told(SHOWN_ON, 3_000), told(SHOWN_ON + timedelta(days=30), 1_000)]
    assert owed(fees_booked(later, [waived], after=None)) == Money(1_000)


def test_an_adjustment_dated_after_the_state_has_waived_the_whole_fee_takes_off_nothing_more() -> None:
    late = Fee(SHOWN_ON + timedelta(days=5), Money(-2_500), "waived")
    booked = fees_booked([told(FIRST, 2_500), told(SHOWN_ON, 0)], [late], after=None)
    assert [one.amount.cents for one in booked] == [2_500, -2_500]


def test_an_adjustment_before_the_opening_balance_is_in_it() -> None:
    early = Fee(FIRST, Money(-500), "waived")
    booked = fees_booked([told(FIRST, 2_000, opening=True), told(SHOWN_ON, 1_500)], [early], after=FIRST)
    assert [(one.on, one.amount.cents) for one in booked] == [(FIRST, 2_000), (SHOWN_ON, -500)]


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(
    levels=st.lists(st.tuples(days, st.integers(0, 20_000)), max_size=6, unique_by=lambda one: one[0]),
    corrections=st.lists(st.tuples(days, st.integers(-9_000, 9_000)), max_size=4),
)
def test_fees_are_never_below_nothing_and_are_the_states_own_where_nobody_corrected_them(
    levels: list[tuple[date, int]], corrections: list[tuple[date, int]]
) -> None:
    balances = [told(on, cents) for on, cents in levels]
    assert all(
        owed(fees_booked(balances, [], after=None), on) == Money(cents) for on, cents in levels
    )
    booked = fees_booked(balances, [Fee(on, Money(cents), "corrected") for on, cents in corrections], after=None)
    assert all(owed(booked, one.on) >= ZERO for one in booked)
    assert booked == tuple(sorted(booked, key=lambda one: one.on))


@given(
    before=st.integers(0, 20_000), waived=st.integers(1, 20_000), days_apart=st.integers(0, 90),
    silent=st.lists(st.integers(1, 89), max_size=3),
)  # fmt: skip
def test_a_waiver_counts_once_however_many_balances_come_before_the_one_that_shows_it(
    before: int, waived: int, days_apart: int, silent: list[int]
) -> None:
    """Balances in between that do not show it yet change nothing either."""
    waived = min(before, waived)
    fee = Fee(WAIVED_ON, Money(-waived), "waived")
    shown_on = WAIVED_ON + timedelta(days=days_apart)
    between = [told(WAIVED_ON + timedelta(days=one), before) for one in silent if one < days_apart]
    balances = [told(FIRST, before), *between, told(shown_on, before - waived)]
    assert owed(fees_booked(balances, [fee], after=None)) == Money(before - waived)
    assert owed(fees_booked(balances, [], after=None)) == Money(before - waived)

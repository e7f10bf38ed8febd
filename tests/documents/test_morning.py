"""The morning of court: each balance is counted anew, and what moved it since the papers were made is named."""

import json
from datetime import date, timedelta
from pathlib import Path

from cases.actions import post_payment
from cases.ledger import Adjustment, Credit, Entry, Ledger, Obligation, Opening
from documents.morning.between import between
from documents.morning.docket import morning
from documents.morning.facts import Matter, Morning, Move
from documents.morning.telling import morning_told
from documents.tables import Revision
from infra.blobs import blobs
from kernel.money import ZERO, Money, money, total
from tests.county import DAY, NOON, changed, import_, in_folder
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, Desk, extract
from tests.documents.test_binding import session_of

DEC_2 = date(2026, 12, 2)
ORDER = Obligation(money("400.00"), date(2025, 1, 1), None)
PAID = Entry(date(2026, 11, 3), "R1", money("400.00"), None)


def ledger(*entries: Entry, opening: Opening | None = None) -> Ledger:
    return Ledger((ORDER,), opening, entries)


def refreshed(desk: Desk, as_of: date = DAY) -> Morning:
    with desk.database.reading() as db:
        return morning(db, 1, session_of(desk), as_of=as_of)


def of(found: Morning, case_no: str) -> Matter:
    return next(one for one in found.matters if one.hearing.case_no == case_no)


def test_a_payment_that_came_since_is_named_with_its_receipt_day_and_effect() -> None:
    came = Entry(date(2026, 11, 18), "R2", money("150.00"), None)
    assert between(ledger(PAID), DAY, ledger(PAID, came), DAY) == (
        Move(date(2026, 11, 18), "Payment, receipt R2", money("-150.00")),
    )


def test_support_that_fell_due_between_two_days_is_named() -> None:
    assert between(ledger(PAID), DAY, ledger(PAID), DEC_2) == (
        Move(date(2026, 12, 1), "Support that fell due", money("400.00")),
    )


def test_a_payment_that_came_back_is_named_and_so_is_one_that_is_no_longer_on_record() -> None:
    back = Entry(date(2026, 11, 19), "R1B", money("-400.00"), "R1")
    assert between(ledger(PAID), DAY, ledger(PAID, back), DAY) == (
        Move(date(2026, 11, 19), "Payment R1 returned unpaid", money("400.00")),
    )
    assert between(ledger(PAID), DAY, ledger(), DAY) == (
        Move(date(2026, 11, 3), "Payment, receipt R1, no longer counted", money("400.00")),
    )


def test_a_corrected_amount_is_one_line_with_what_it_was_before() -> None:
    corrected = Entry(PAID.collected_on, "R1", money("380.00"), None)
    assert between(ledger(PAID), DAY, ledger(corrected), DAY) == (
        Move(PAID.collected_on, "Payment, receipt R1 (before: $400.00)", money("20.00")),
    )


def test_the_moves_always_add_up_to_the_difference_of_the_two_balances() -> None:
    then = ledger(PAID, opening=Opening(date(2025, 6, 30), money("1,200.00")))
    now = Ledger(
        (Obligation(money("450.00"), date(2025, 1, 1), None),), Opening(date(2025, 6, 30), money("1,100.00")),
        (Entry(date(2026, 11, 4), "R1", money("410.00"), None), Entry(date(2026, 11, 30), "R9", money("35.50"), None)),
        credits=(Credit(date(2026, 10, 1), money("75.00"), "Clothes", date(2026, 11, 25), "order"),),
        adjustments=(Adjustment(date(2026, 11, 26), money("-12.34"), "A", "counted twice"),),
    )  # fmt: skip
    moves = between(then, DAY, now, DEC_2)
    assert total(move.effect for move in moves) == now.arrears(DEC_2) - then.arrears(DAY)
    assert any("Credit: Clothes" in move.words for move in moves)
    assert any(move.words.startswith("Adjustment") for move in moves)


def test_on_the_day_of_the_papers_nothing_changed(desk: Desk) -> None:
    found = refreshed(desk)
    assert [one.hearing.case_no for one in found.matters] == [REVIEW, PROTECTED, SHOW_CAUSE]
    assert (found.changed, found.uncounted, found.without_figure) == ((), (), ())
    assert all(len(one.papers) >= 2 for one in found.matters)


def test_a_payment_posted_after_approval_is_listed_with_the_approved_papers_that_say_the_old_figure(desk: Desk) -> None:
    desk.approve(SHOW_CAUSE, "payment-history")
    before = of(refreshed(desk), SHOW_CAUSE).owed
    assert before is not None
    with desk.database.transaction() as db:
        post_payment(db, SHOW_CAUSE, receipt_no="M77", collected_on=DAY, amount=money("123.45"), by=desk.agent,
                     now=NOON + timedelta(hours=2))  # fmt: skip

    found = refreshed(desk)

    (one,) = found.changed
    assert one.hearing.case_no == SHOW_CAUSE
    assert one.owed == before - money("123.45")
    assert one.moves == (Move(DAY, "Payment, receipt M77", money("-123.45")),)
    assert one.unexplained == ZERO
    assert {paper.title: paper.approved for paper in one.outdated} == {
        "Fact sheet": False, "Motion and Order to Appear and Show Cause": False, "Payment History": True,
    }  # fmt: skip
    assert {paper.owed for paper in one.outdated} == {before}


def test_what_the_next_extract_corrects_is_named_by_what_it_was_and_is(desk: Desk, tmp_path: Path) -> None:
    files = extract()
    row = next(at for at, one in reversed(list(enumerate(files["PAYMENTS.csv"])))
               if one["IVD_CASE_NO"] == REVIEW and not one["AMT"].startswith("-"))  # fmt: skip
    was = files["PAYMENTS.csv"][row]["AMT"]
    later = changed(files, "PAYMENTS.csv", lambda one: one.update(AMT="1.00"), row)
    import_(desk.database, in_folder(tmp_path / "next", later), at=NOON + timedelta(days=1))
    one = of(refreshed(desk), REVIEW)
    assert one.difference == money(was) - Money(100)
    assert [move.effect for move in one.moves] == [one.difference]
    assert f"(before: {money(was)})" in one.moves[0].words


def test_every_balance_told_is_the_one_that_a_paper_made_now_would_say(desk: Desk) -> None:
    for one in refreshed(desk).matters:
        for paper in one.papers:
            with desk.database.reading() as db:
                kept = json.loads(blobs().get(db.get_one(Revision, paper.revision).facts_sha))
            assert one.owed == Money(next(fact["value"] for fact in kept if fact["name"] == "arrears.total"))


def test_a_program_reads_the_same_in_cents(desk: Desk) -> None:
    told = morning_told(refreshed(desk, DEC_2))
    assert (told["session"], told["as_of"], told["changed"]) == (session_of(desk), "2026-12-02", 3)
    for one in told["hearings"]:
        assert one["changed"]
        difference = one["owed"] - one["papers"][0]["owed"]
        assert sum(move["effect"] for move in one["moves"]) == difference
        assert one["unexplained"] == 0

"""Entering outcomes: once, on what was seen, with all that follows, and put right without losing anything."""

import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from cases.queries import case_record
from hearings.calendar.causes_report import causes_by_month, continuances_of
from hearings.calendar.errors import AlreadyHeard, SessionFull
from hearings.calendar.session_changes import lock_session
from hearings.court_day.actions import close_day, finish_task, hand_over
from hearings.court_day.errors import (
    FieldMissing,
    IdUsed,
    MovedOn,
    NoSuchOutcome,
    NoSuchTask,
    NothingHandedOver,
    NotOnDocket,
    RowsWithoutOutcome,
)
from hearings.court_day.facts import Promise
from hearings.court_day.queries import court_docket, handed_over, history, tasks, without_outcome
from hearings.court_day.tables import Outcome
from hearings.errors import NoSuchHearing
from hearings.queries import hearing, hearings_of_session
from infra import audit
from infra.db import Database
from kernel.refusals import Courteous
from offices.errors import NotYourRole
from offices.facts import Role
from tests.county import Files, changed, import_, in_folder
from tests.hearings.calendar.court import REVIEW, SHOW_CAUSE, continued, hearing_of, opened, staff
from tests.hearings.court_day.day import AT, DAY, entered, session_of

JANUARY = date(2027, 1, 14)


def test_a_purge_goes_into_the_outcome_the_draft_order_and_a_task_of_its_day(either: Database) -> None:
    attorney = staff(either, Role.ATTORNEY)
    called = hearing_of(either, SHOW_CAUSE)
    session = session_of(either, called)

    made = entered(either, called, session, "contempt", attorney, purge="500", purge_by="2027-01-08")

    assert made.mine.sentence == "Found in contempt, with a purge; purge: $500.00; purge due on Jan 8, 2027."
    assert (made.mine.number, made.mine.based_on, made.other, made.papers[0]) == (1, 0, None, "order-of-contempt")
    with either.reading() as db:
        assert hearing(db, 1, called).disposition == "CTMP"
        notes = {one.name: one.words for one in case_record(db, 1, SHOW_CAUSE).notes}
        assert (notes["purge_amount"], notes["purge_due_on"]) == ("$500.00", "01/08/2027")
        assert [(one.words, one.due_on, one.owner) for one in tasks(db, 1)] == [
            ("Have the order signed and filed", date(2026, 12, 17), "agent"),
            ("See whether the purge was paid", date(2027, 1, 8), "agent"),
        ]
        assert audit.verify(db, 1).ok


def test_a_continued_hearing_stands_in_its_new_session_and_stays_on_the_docket_of_the_day(either: Database) -> None:
    attorney = staff(either, Role.ATTORNEY)
    called, to = hearing_of(either, SHOW_CAUSE), opened(either, attorney, JANUARY)
    session = session_of(either, called)

    made = entered(
        either, called, session, "continued", attorney, cause="counsel", to=f"{to}@10:30",
        promised="Mr. Teague: three pay stubs\nbrings his lease", know="Job starts January 4.",
    )  # fmt: skip

    assert made.mine.sentence.startswith(
        "Continued; a party is to have counsel; next date Jan 14, 2027, 10:30 AM; what was promised: Mr. Teague: three"
    )
    with either.reading() as db:
        now = hearing(db, 1, called)
        assert (now.session_id, now.on, now.disposition) == (to, JANUARY, None)
        (row,) = [row for row in court_docket(db, 1, session, as_of=DAY).rows if row.hearing.id == called]
        assert (row.outcome, row.based_on) == (made.mine, 1)
        assert "continued 1 time" in row.facts
        assert [one.cause.code for one in continuances_of(db, 1, called)] == ["counsel"]
        (card,) = handed_over(db, 1, called)
        assert card.promised == (Promise("Mr. Teague", "three pay stubs"), Promise("", "brings his lease"))
        assert (card.words, card.by_name) == ("Job starts January 4.", "Avery")
        notes = {one.name: one.words for one in case_record(db, 1, SHOW_CAUSE).notes}
        assert notes["continued_to"] == "Jan 14, 2027 at 10:30"
        assert (row.tasks[0].words, row.tasks[0].due_on) == (
            "Have the order of continuance signed and filed", date(2026, 12, 15),
        )  # fmt: skip


def test_the_same_id_sent_twice_is_one_entry_and_another_entry_may_not_use_it(either: Database) -> None:
    attorney = staff(either, Role.ATTORNEY)
    called, to = hearing_of(either, SHOW_CAUSE), opened(either, attorney, JANUARY)
    session = session_of(either, called)
    how = {"cause": "court", "to": str(to), "key": "made-by-the-browser"}

    first = entered(either, called, session, "continued", attorney, **how)
    second = entered(either, called, session, "continued", attorney, **how)

    assert (second.again, second.mine, second.papers) == (True, first.mine, ())
    with either.reading() as db:
        assert len(history(db, 1, called)) == 1
        assert len(continuances_of(db, 1, called)) == 1
    with pytest.raises(IdUsed):
        entered(either, called, session, "words", attorney, words="No.", key="made-by-the-browser")


def test_an_entry_based_on_what_no_longer_stands_is_kept_beside_it_and_does_nothing(either: Database) -> None:
    first, second = staff(either, Role.ATTORNEY, "Taylor"), staff(either, Role.AGENT, "Avery")
    called = hearing_of(either, SHOW_CAUSE)
    session = session_of(either, called)
    theirs = entered(either, called, session, "dismissed", first, prejudice="without prejudice")

    mine = entered(either, called, session, "contempt", second, purge="200.00", purge_by="2027-01-08")

    assert (mine.other, mine.mine.beside, mine.papers) == (theirs.mine, 1, ())
    with either.reading() as db:
        assert hearing(db, 1, called).disposition == "DSMS"
        (row,) = court_docket(db, 1, session, as_of=DAY).rows
        assert (row.outcome, row.beside) == (theirs.mine, (mine.mine,))
        assert {one.kind for one in row.tasks} == {"order"}


def test_whoever_keeps_one_of_two_entries_loses_neither(court: Database) -> None:
    first, second = staff(court, Role.ATTORNEY, "Taylor"), staff(court, Role.AGENT, "Avery")
    called = hearing_of(court, SHOW_CAUSE)
    session = session_of(court, called)
    entered(court, called, session, "dismissed", first, prejudice="without prejudice")
    entered(court, called, session, "contempt", second, purge="200.00", purge_by="2027-01-08")

    kept = entered(court, called, session, "contempt", second, purge="200.00", purge_by="2027-01-08", based_on=1)

    assert kept.other is None
    with court.reading() as db:
        told = history(db, 1, called)
        assert [(one.number, one.code, one.superseded_at is None) for one in told] == [
            (1, "dismissed", False), (2, "contempt", False), (3, "contempt", True),
        ]  # fmt: skip
        (row,) = court_docket(db, 1, session, as_of=DAY).rows
        assert row.beside == ()
        assert hearing(db, 1, called).disposition == "CTMP"
        assert [one.words for one in row.tasks] == ["Have the order signed and filed", "See whether the purge was paid"]


def test_choosing_the_entry_that_stands_settles_it_and_keeps_its_tasks(court: Database) -> None:
    first, second = staff(court, Role.ATTORNEY, "Taylor"), staff(court, Role.AGENT, "Avery")
    called = hearing_of(court, SHOW_CAUSE)
    session = session_of(court, called)
    entered(court, called, session, "dismissed", first, prejudice="without prejudice")
    entered(court, called, session, "no-contempt", second)
    with court.reading() as db:
        before = tasks(db, 1)

    entered(court, called, session, "dismissed", second, prejudice="without prejudice", based_on=1)

    with court.reading() as db:
        (row,) = court_docket(db, 1, session, as_of=DAY).rows
        assert (row.beside, row.based_on) == ((), 3)
        assert tasks(db, 1) == before
        assert len(history(db, 1, called)) == 3


def test_two_people_who_enter_the_same_do_not_part_but_a_third_value_still_waits(court: Database) -> None:
    first, second = staff(court, Role.ATTORNEY, "Taylor"), staff(court, Role.AGENT, "Avery")
    called = hearing_of(court, SHOW_CAUSE)
    session = session_of(court, called)
    entered(court, called, session, "no-contempt", first)
    entered(court, called, session, "words", second, words="Purge is paid.")
    assert entered(court, called, session, "no-contempt", second).other is None
    with court.reading() as db:
        (row,) = court_docket(db, 1, session, as_of=DAY).rows
        assert (row.based_on, [one.code for one in row.beside]) == (1, ["words"])


def test_a_corrected_continuance_gives_the_hearing_its_place_back_and_counts_for_nothing(either: Database) -> None:
    attorney = staff(either, Role.ATTORNEY)
    called, to = hearing_of(either, SHOW_CAUSE), opened(either, attorney, JANUARY)
    session = session_of(either, called)
    with either.transaction() as db:
        lock_session(db, session, by=attorney, now=AT)
    entered(either, called, session, "continued", attorney, cause="court", to=str(to))

    entered(either, called, session, "dismissed", attorney, prejudice="with prejudice", based_on=1)

    with either.reading() as db:
        now = hearing(db, 1, called)
        assert (now.session_id, now.on, now.disposition) == (session, DAY, "DSMS")
        assert hearings_of_session(db, 1, to) == []
        assert continuances_of(db, 1, called) == []
        assert causes_by_month(db, 1, since=date(2026, 1, 1), until=date(2027, 12, 31)) == []
        assert [one.words for one in tasks(db, 1)] == ["Have the order of dismissal signed and filed"]

    entered(either, called, session, "continued", attorney, cause="weather", to=str(to), based_on=2)
    with either.reading() as db:
        assert (hearing(db, 1, called).on, hearing(db, 1, called).disposition) == (JANUARY, None)
        assert [one.cause.code for one in continuances_of(db, 1, called)] == ["weather"]


def test_a_task_that_was_done_stays_when_the_outcome_is_corrected(court: Database) -> None:
    attorney = staff(court, Role.ATTORNEY)
    called = hearing_of(court, SHOW_CAUSE)
    session = session_of(court, called)
    entered(court, called, session, "no-contempt", attorney)
    with court.transaction() as db:
        done = tasks(db, 1)[0].id
        finish_task(db, done, by=attorney, now=AT)
        finish_task(db, done, by=attorney, now=AT)
    entered(court, called, session, "words", attorney, words="Come back.", based_on=1)
    with court.reading() as db:
        assert [one.id for one in tasks(db, 1, done=True)] == [done]
        assert [one.kind for one in tasks(db, 1)] == ["decide"]
    with court.transaction() as db, pytest.raises(NoSuchTask):
        finish_task(db, 999, by=attorney, now=AT)


def test_a_hearing_that_was_moved_on_or_called_again_is_not_set_back(court: Database) -> None:
    attorney = staff(court, Role.ATTORNEY)
    called, to = hearing_of(court, SHOW_CAUSE), opened(court, attorney, JANUARY)
    later = opened(court, attorney, date(2027, 2, 11))
    session = session_of(court, called)
    entered(court, called, session, "continued", attorney, cause="court", to=str(to))
    continued(court, called, later, attorney)
    with pytest.raises(MovedOn):
        entered(court, called, session, "no-contempt", attorney, based_on=1)
    entered(court, called, later, "advisement", attorney)
    with court.reading() as db:
        assert [(one.number, one.code) for one in history(db, 1, called)] == [(1, "continued"), (2, "advisement")]


def test_what_speaks_against_a_next_date_refuses_the_entry_whole(court: Database) -> None:
    agent = staff(court)
    called, full = hearing_of(court, SHOW_CAUSE), opened(court, agent, JANUARY, capacity=1)
    continued(court, hearing_of(court, REVIEW), full, agent)
    session = session_of(court, called)
    with pytest.raises(SessionFull):
        entered(court, called, session, "continued", agent, cause="court", to=str(full))
    with court.reading() as db:
        assert history(db, 1, called) == ()
        assert without_outcome(db, 1, session)


def test_only_hearings_of_the_session_and_outcomes_of_the_type_are_taken(court: Database) -> None:
    attorney = staff(court, Role.ATTORNEY)
    called, other = hearing_of(court, SHOW_CAUSE), hearing_of(court, REVIEW)
    session = session_of(court, called)
    with pytest.raises(NotOnDocket):
        entered(court, other, session, "advisement", attorney)
    with pytest.raises(NoSuchHearing):
        entered(court, 9999, session, "advisement", attorney)
    with pytest.raises(NoSuchOutcome, match="'tests' is no outcome of this hearing; outcomes are contempt,"):
        entered(court, called, session, "tests", attorney)
    with pytest.raises(FieldMissing, match="'Found in contempt, with a purge' needs 'Purge due on'"):
        entered(court, called, session, "contempt", attorney, purge="5.00")
    with pytest.raises(NotYourRole):
        entered(court, called, session, "advisement", staff(court, Role.CLERK, "Riley"))


def test_a_day_is_closed_with_an_outcome_for_each_row_or_with_every_open_row_named(either: Database) -> None:
    attorney = staff(either, Role.ATTORNEY)
    called = hearing_of(either, SHOW_CAUSE)
    session = session_of(either, called)
    with (
        pytest.raises(RowsWithoutOutcome, match=rf"^1 hearing has no outcome: .+ \(case {SHOW_CAUSE}\)\. Enter them"),
        either.transaction() as db,
    ):
        close_day(db, session, words=" ", by=attorney, now=AT)
    with either.transaction() as db:
        close_day(db, session, words="Left to Friday.", by=attorney, now=AT)
    with either.reading() as db:
        closed = court_docket(db, 1, session, as_of=DAY).closed
        assert closed is not None
        assert [one["case_no"] for one in closed.without] == [SHOW_CAUSE]
        assert (closed.words, closed.by_name) == ("Left to Friday.", "Avery")
    entered(either, called, session, "advisement", attorney)
    with either.transaction() as db:
        assert close_day(db, session, words="", by=attorney, now=AT).without == []


def test_a_handoff_says_something(court: Database) -> None:
    agent = staff(court)
    called = hearing_of(court, SHOW_CAUSE)
    with court.transaction() as db, pytest.raises(NothingHandedOver):
        hand_over(db, called, words=" ", promised="", by=agent, now=AT)
    with court.transaction() as db:
        hand_over(db, called, words="", promised="Agent: asks the employer", by=agent, now=AT)
    with court.reading() as db:
        assert handed_over(db, 1, called)[0].promised == (Promise("Agent", "asks the employer"),)


def test_an_import_that_knows_no_disposition_leaves_a_heard_hearing_heard(
    court: Database, tmp_path: Path, two_cases: Files
) -> None:
    attorney = staff(court, Role.ATTORNEY)
    called = hearing_of(court, SHOW_CAUSE)
    entered(court, called, session_of(court, called), "no-contempt", attorney)
    numbers = [row["IVD_CASE_NO"] for row in two_cases["HEARINGS.csv"]]
    judged = changed(
        two_cases, "HEARINGS.csv", lambda row: row.update(JUDGE="Hon. A. Other"), numbers.index(SHOW_CAUSE)
    )
    import_(court, in_folder(tmp_path / "again", judged))
    with court.reading() as db:
        assert hearing(db, 1, called).disposition == "NTMP"
    with pytest.raises(AlreadyHeard):
        continued(court, called, None, attorney)


def test_of_two_people_at_one_instant_both_entries_are_kept_and_one_stands(either: Database) -> None:
    people = [staff(either, Role.ATTORNEY, "Taylor"), staff(either, Role.AGENT, "Avery")]
    called = hearing_of(either, SHOW_CAUSE)
    session = session_of(either, called)
    parted: list[bool] = []
    failed: list[Courteous] = []

    def enter(index: int) -> None:
        try:
            how = {"words": f"Words {index}.", "key": f"at-once-{index}"}
            made = entered(either, called, session, "words", people[index], **how)
            parted.append(made.other is not None)
        except Courteous as refused:
            failed.append(refused)

    hands = [threading.Thread(target=enter, args=(index,)) for index in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert failed == []
    assert sorted(parted) == [False, True]
    with either.reading() as db:
        rows = db.scalars(select(Outcome).where(Outcome.hearing_id == called)).all()
        assert {row.fields["words"] for row in rows} == {"Words 0.", "Words 1."}
        assert sum(row.superseded_at is None for row in rows) == 1

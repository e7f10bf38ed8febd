"""The sweep: what it keeps, moves and ends, and that it never does anything twice."""

import threading
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from hearings.calendar.closings import close_court, lift_closing
from hearings.clocks.actions import sweep
from hearings.clocks.facts import Swept
from hearings.clocks.queries import look
from hearings.clocks.tables import KeptDeadline
from hearings.clocks.writing import write_down
from infra.db import Database
from tests.hearings.calendar.court import continued, hearing_of, opened, staff
from tests.hearings.clocks.county import NOW, REVIEW, SHOW_CAUSE, TODAY, at_noon, kept, served, swept, touched

NOTICE = "nc.notice"


def test_a_case_is_marked_by_the_database_when_a_row_about_it_is_written(either: Database) -> None:
    assert touched(either) == sorted((REVIEW, SHOW_CAUSE))
    swept(either)
    assert touched(either) == []
    served(either, SHOW_CAUSE, "order to show cause", date(2026, 11, 19), staff(either))
    assert touched(either) == [SHOW_CAUSE]


def test_the_last_day_to_serve_is_kept_with_all_that_it_was_counted_from(either: Database) -> None:
    swept(either)
    (found,) = kept(either, REVIEW, NOTICE)
    assert (found.rule, found.trigger_on, found.on) == ("nc.notice.motion", date(2026, 12, 8), date(2026, 11, 28))
    assert found.last_safe_day == date(2026, 11, 25)
    assert found.sentence.endswith("[unverified rule].")
    assert found.pack.startswith("NC ")
    assert found.readings[0]["on"] == "2026-11-28"


def test_sweeping_again_changes_nothing(either: Database) -> None:
    first = swept(either)
    assert first.kept > 0
    assert swept(either) == Swept()
    with either.transaction() as db:
        assert sweep(db, 1, today=TODAY, now=NOW).cases == 0


def test_batches_of_one_find_the_same_as_one_batch(either: Database) -> None:
    swept(either, most=1)
    assert len(kept(either, REVIEW, NOTICE)) == 1
    assert touched(either) == []


def test_a_continuance_supersedes_the_old_day_and_keeps_the_new_one(either: Database) -> None:
    swept(either)
    agent = staff(either)
    later = opened(either, agent, date(2027, 1, 20))
    continued(either, hearing_of(either, REVIEW), later, agent)
    swept(either)
    old, new = kept(either, REVIEW, NOTICE, history=True)
    assert old.superseded_at == at_noon(TODAY)
    assert old.why.startswith("It is counted from 01/20/2027 now")
    assert (new.trigger_on, new.superseded_at) == (date(2027, 1, 20), None)


def test_service_in_time_meets_the_deadline_and_the_day_stays(either: Database) -> None:
    swept(either)
    served(either, REVIEW, "notice of hearing", date(2026, 11, 23), staff(either))
    assert swept(either, date(2026, 11, 24)).met == 1
    (found,) = kept(either, REVIEW, NOTICE)
    assert found.met_on == date(2026, 11, 23)


def test_a_hearing_that_left_the_calendar_ends_its_clock_with_the_reason(either: Database) -> None:
    swept(either)
    continued(either, hearing_of(either, REVIEW), None, staff(either))
    swept(either)
    assert kept(either, REVIEW, NOTICE) == []
    (old,) = kept(either, REVIEW, NOTICE, history=True)
    assert old.why == "The hearing is no longer to come on that day."


def test_a_closing_moves_the_last_safe_day_and_lifting_it_moves_it_back(either: Database) -> None:
    swept(either)
    agent = staff(either)
    with either.transaction() as db:
        storm = close_court(db, on=date(2026, 11, 25), courthouse="", why="Ice storm", cite="", by=agent, now=NOW)
    swept(either)
    (found,) = kept(either, REVIEW, NOTICE)
    assert found.last_safe_day == date(2026, 11, 24)
    with either.transaction() as db:
        lift_closing(db, storm.closing.id, by=agent, now=NOW + timedelta(hours=1))
    swept(either)
    (found,) = kept(either, REVIEW, NOTICE)
    assert found.last_safe_day == date(2026, 11, 25)
    assert [one.why for one in kept(either, REVIEW, NOTICE, history=True) if one.superseded_at] == [
        "The days on which the court is open have changed."
    ] * 2


def test_a_hearing_whose_day_is_past_is_looked_at_though_nothing_changed(either: Database) -> None:
    swept(either)
    assert swept(either, date(2026, 12, 8)) == Swept()
    assert swept(either, date(2026, 12, 9)).ended >= 1
    assert kept(either, REVIEW, NOTICE) == []


def test_a_sweep_that_dies_leaves_nothing_half_done(either: Database) -> None:
    with pytest.raises(ZeroDivisionError), either.transaction() as db:
        sweep(db, 1, today=TODAY, now=NOW).kept / 0
    assert kept(either, REVIEW) == []
    swept(either)
    assert len(kept(either, REVIEW, NOTICE)) == 1


def test_a_sweep_that_saw_an_older_record_never_overwrites_a_newer_one(either: Database) -> None:
    with either.reading() as db:
        look(db, 1, today=TODAY)
    swept(either)
    agent = staff(either)
    with either.reading() as db:
        stale = look(db, 1, today=TODAY)
    later = opened(either, agent, date(2027, 1, 20))
    continued(either, hearing_of(either, REVIEW), later, agent)
    with either.reading() as db:
        early = look(db, 1, today=TODAY)
    swept(either)
    with either.transaction() as db:
        assert write_down(db, early, now=NOW).again == 1
        write_down(db, stale, now=NOW)
    swept(either)
    (found,) = kept(either, REVIEW, NOTICE)
    assert found.trigger_on == date(2027, 1, 20)


def test_two_sweeps_at_once_keep_each_date_once(either: Database) -> None:
    sweepers = [threading.Thread(target=swept, args=(either,), kwargs={"most": 1}) for _ in range(2)]
    for one in sweepers:
        one.start()
    for one in sweepers:
        one.join()
    with either.reading() as db:
        standing = select(func.count()).select_from(KeptDeadline).where(KeptDeadline.superseded_at.is_(None))
        kinds = select(KeptDeadline.case_no, KeptDeadline.rule, KeptDeadline.subject).distinct().subquery()
        assert db.scalar(standing) == db.scalar(select(func.count()).select_from(kinds)) > 0
    assert touched(either) == []


def test_a_second_setting_on_the_same_day_moves_nothing(either: Database) -> None:
    swept(either)
    agent = staff(either)
    hearing = hearing_of(either, REVIEW)
    room = opened(either, agent, date(2026, 12, 8), room="9")
    continued(either, hearing, room, agent, at=time(10))
    assert swept(either).moved == 0

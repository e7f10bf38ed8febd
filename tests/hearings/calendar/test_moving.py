"""Continuances: cause, lock, capacity, hours, and two people at once."""

import threading
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from hearings.actions import set_hearing
from hearings.calendar.causes import NoSuchCause, causes
from hearings.calendar.causes_report import causes_by_month, continuances_of
from hearings.calendar.closings import close_court
from hearings.calendar.errors import (
    AlreadyThere,
    CalendarLocked,
    DayPast,
    MovedMeanwhile,
    NotSet,
    OutOfHours,
    SayWhy,
    SessionFull,
    SessionTakesOthers,
)
from hearings.calendar.local import NoSuchHour, instant
from hearings.calendar.moving import place_hearing
from hearings.calendar.session_changes import Frame, change_session, lock_session, unlock_session
from hearings.errors import CourtClosed, NoSuchHearing, NoSuchSession
from hearings.queries import hearing, hearings_of_session, hearings_that_left, hearings_without_date, session
from hearings.tables import Setting
from infra import audit
from infra.audit import Audit
from infra.db import Database
from kernel.refusals import Courteous
from offices.errors import NotYourRole
from offices.facts import Role
from tests.county import Files, changed, import_, in_folder
from tests.hearings.calendar.court import (
    NOW,
    REVIEW,
    SHOW_CAUSE,
    TODAY,
    continued,
    hearing_of,
    opened,
    staff,
)

JANUARY = date(2027, 1, 14)


def test_a_continued_hearing_stands_in_its_new_session_and_its_old_one_remembers_it(either: Database) -> None:
    agent = staff(either)
    moved, to = hearing_of(either, SHOW_CAUSE), opened(either, agent, JANUARY)
    with either.reading() as db:
        was = hearing(db, 1, moved)

    continued(
        either, moved, to, agent, cause="late service", words="Served on December 8.", at=time(10), seen=was.setting_id
    )

    with either.reading() as db:
        now = hearing(db, 1, moved)
        assert (now.session_id, now.on, now.at, now.is_set) == (to, JANUARY, time(10), True)
        assert [one.id for one in hearings_that_left(db, 1, was.session_id)] == [moved]
        (kept,) = continuances_of(db, 1, moved)
        assert (kept.cause.code, kept.cause.cell, kept.words) == ("late service", "notice", "Served on December 8.")
        assert (kept.left_on, kept.to_setting_id) == (was.on, now.setting_id)
        assert audit.verify(db, 1).ok


def test_a_hearing_continued_without_a_date_is_listed_until_it_has_one(court: Database) -> None:
    agent = staff(court)
    moved = hearing_of(court, SHOW_CAUSE)
    continued(court, moved, None, agent)
    with court.reading() as db:
        found = hearing(db, 1, moved)
        assert (found.on, found.is_set) == (date(2026, 12, 10), False)
        assert [one.id for one in hearings_without_date(db, 1)] == [moved]
    to = opened(court, agent, JANUARY)
    with court.transaction() as db:
        place_hearing(
            db, moved, to_session=to, at=time(9), because="", seen=None, by=agent, now=NOW, today=TODAY
        )  # fmt: skip
    with court.reading() as db:
        assert hearings_without_date(db, 1) == []
        assert hearing(db, 1, moved).is_set


def test_a_hearing_without_a_date_is_not_continued_again(court: Database) -> None:
    agent = staff(court)
    moved = hearing_of(court, SHOW_CAUSE)
    continued(court, moved, None, agent)
    with pytest.raises(NotSet):
        continued(court, moved, None, agent)


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMIN])
def test_only_an_agent_or_an_attorney_continues_a_hearing(court: Database, role: Role) -> None:
    with pytest.raises(NotYourRole):
        continued(court, hearing_of(court, SHOW_CAUSE), None, staff(court, role))


def test_a_cause_is_one_of_the_rows(court: Database) -> None:
    with pytest.raises(NoSuchCause, match="'fog' is no cause of a continuance; causes are no service, late service"):
        continued(court, hearing_of(court, SHOW_CAUSE), None, staff(court), cause="fog")
    assert {one.cell.value for one in causes().values()} >= {"service", "notice", "sheet", "approval", "filing", "none"}


def test_nothing_leaves_or_enters_a_locked_calendar_but_by_an_attorney(court: Database) -> None:
    agent, attorney = staff(court), staff(court, Role.ATTORNEY, "Taylor")
    moved, other, to = hearing_of(court, SHOW_CAUSE), hearing_of(court, REVIEW), opened(court, agent, JANUARY)
    with court.transaction() as db:
        locked = lock_session(db, hearing(db, 1, moved).session_id, by=attorney, now=NOW).id
    with pytest.raises(CalendarLocked) as refused:
        continued(court, moved, to, agent)
    assert str(refused.value) == (
        "The calendar of December 10, 2026 was locked by Taylor; only an attorney sets a hearing into it or moves one "
        "out, and says why."
    )
    with pytest.raises(CalendarLocked):
        continued(court, other, locked, agent, at=time(13, 30))
    with court.reading() as db:
        assert hearing(db, 1, moved).session_id == locked

    continued(court, moved, to, attorney, cause="attorney asks")

    with court.reading() as db:
        assert hearing(db, 1, moved).session_id == to
        told = db.execute(select(Audit.verb, Audit.detail).where(Audit.actor == attorney.actor)).all()
    assert ("continued out of a locked calendar", f"attorney asks: session {locked} to {to}") in told


def test_a_hearing_is_set_into_a_locked_calendar_by_an_attorney_who_says_why(court: Database) -> None:
    agent, attorney = staff(court), staff(court, Role.ATTORNEY, "Taylor")
    with court.transaction() as db:
        place = session(db, 1, hearing(db, 1, hearing_of(court, SHOW_CAUSE)).session_id)
        lock_session(db, place.id, by=agent, now=NOW)
    named = {"on": place.on, "at": time(13, 30), "courthouse": place.courthouse, "room": place.room,
             "judge": place.judge, "code": "HREV"}  # fmt: skip
    for person in (agent, attorney):
        with pytest.raises(CalendarLocked), court.transaction() as db:
            set_hearing(db, REVIEW, by=person, **named)
    with court.transaction() as db:
        made = set_hearing(db, REVIEW, by=attorney, because="The judge asks for it.", **named)
    assert made.session_id == place.id


def test_only_an_attorney_unlocks_a_calendar_and_says_why(court: Database) -> None:
    agent, attorney = staff(court), staff(court, Role.ATTORNEY, "Taylor")
    to = opened(court, agent, JANUARY)
    with court.transaction() as db:
        lock_session(db, to, by=agent, now=NOW)
    with pytest.raises(NotYourRole), court.transaction() as db:
        unlock_session(db, to, why="No reason", by=agent)
    with pytest.raises(SayWhy), court.transaction() as db:
        unlock_session(db, to, why="  ", by=attorney)
    with court.transaction() as db:
        unlock_session(db, to, why="Two matters were added by the judge.", by=attorney)
    with court.reading() as db:
        assert not session(db, 1, to).locked


def test_an_import_moves_nothing_in_or_out_of_a_locked_calendar(
    court: Database, tmp_path: Path, two_cases: Files
) -> None:
    agent = staff(court)
    with court.transaction() as db:
        before = hearing(db, 1, hearing_of(court, SHOW_CAUSE))
        lock_session(db, before.session_id, by=agent, now=NOW)
    at = next(n for n, one in enumerate(two_cases["HEARINGS.csv"]) if one["IVD_CASE_NO"] == SHOW_CAUSE)
    moved = changed(two_cases, "HEARINGS.csv", lambda row: row.update(HRG_TM="09:00 AM", COURTROOM="1"), at)
    import_(court, in_folder(tmp_path / "moved", moved))
    with court.reading() as db:
        after = hearing(db, 1, before.id)
    assert (after.session_id, after.at) == (before.session_id, before.at)


def test_an_import_does_not_set_a_hearing_back_to_where_a_person_continued_it_from(
    court: Database, tmp_path: Path, two_cases: Files
) -> None:
    agent = staff(court)
    moved, to = hearing_of(court, SHOW_CAUSE), opened(court, agent, JANUARY)
    continued(court, moved, to, agent)
    at = next(n for n, one in enumerate(two_cases["HEARINGS.csv"]) if one["IVD_CASE_NO"] == SHOW_CAUSE)
    again = changed(two_cases, "HEARINGS.csv", lambda row: row.update(DISP_CD=" "), at)
    import_(court, in_folder(tmp_path / "again", again), at=NOW + timedelta(days=1))
    with court.reading() as db:
        assert hearing(db, 1, moved).session_id == to


def test_the_states_listing_of_a_continued_hearing_is_the_same_hearing_not_another(
    court: Database, tmp_path: Path, two_cases: Files
) -> None:
    agent = staff(court)
    moved, to = hearing_of(court, SHOW_CAUSE), opened(court, agent, JANUARY)
    continued(court, moved, to, agent)
    at = next(n for n, one in enumerate(two_cases["HEARINGS.csv"]) if one["IVD_CASE_NO"] == SHOW_CAUSE)
    listed = {"HRG_DT": "01/14/2027", "HRG_TM": "09:00 AM", "COURTROOM": "4110", "JUDGE": "Hon. P. Okafor"}
    import_(
        court, in_folder(tmp_path / "later", changed(two_cases, "HEARINGS.csv", lambda row: row.update(listed), at))
    )
    with court.reading() as db:
        assert [one.id for one in hearings_of_session(db, 1, to)] == [moved]


def test_an_imported_session_keeps_the_limits_that_a_person_set(
    court: Database, tmp_path: Path, two_cases: Files
) -> None:
    agent = staff(court)
    with court.transaction() as db:
        place = hearing(db, 1, hearing_of(court, SHOW_CAUSE)).session_id
        change_session(db, place, frame=Frame(time(13), time(17), 30, 240, ("contempt",)), by=agent)
    import_(court, in_folder(tmp_path / "again", two_cases), at=NOW + timedelta(days=1))
    with court.reading() as db:
        kept = session(db, 1, place)
    assert (kept.opens, kept.closes, kept.capacity, kept.minutes, kept.takes) == (
        time(13), time(17), 30, 240, ("contempt",)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        ({"capacity": 1}, "1 of 1 matters are set"),
        ({"minutes": 15}, "6 of 15 minutes are taken and this matter needs 12"),
    ],
)
def test_a_full_session_takes_one_more_only_from_an_attorney(court: Database, frame: dict[str, int], why: str) -> None:
    agent, attorney = staff(court), staff(court, Role.ATTORNEY, "Taylor")
    to = opened(court, agent, JANUARY, **frame)
    continued(court, hearing_of(court, REVIEW), to, agent)
    with pytest.raises(SessionFull) as refused:
        continued(court, hearing_of(court, SHOW_CAUSE), to, agent)
    assert why in str(refused.value)
    continued(court, hearing_of(court, SHOW_CAUSE), to, attorney)
    with court.reading() as db:
        assert session(db, 1, to).hearings == 2


def test_a_new_hour_in_a_full_session_takes_no_further_place(court: Database) -> None:
    agent = staff(court)
    moved, to = hearing_of(court, REVIEW), opened(court, agent, JANUARY, capacity=1)
    continued(court, moved, to, agent)
    with court.transaction() as db:
        place_hearing(db, moved, to_session=to, at=time(11), because="", seen=None, by=agent, now=NOW, today=TODAY)
    with court.reading() as db:
        assert hearing(db, 1, moved).at == time(11)
    with pytest.raises(AlreadyThere), court.transaction() as db:
        place_hearing(db, moved, to_session=to, at=time(11), because="", seen=None, by=agent, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("frame", "at", "refusal"),
    [
        ({"takes": ("establishment",)}, time(9), SessionTakesOthers),
        ({"opens": time(13)}, time(9), OutOfHours),
        ({"closes": time(12)}, time(12), OutOfHours),
    ],
)
def test_a_session_takes_only_its_own_types_in_its_own_hours(
    court: Database, frame: dict[str, object], at: time, refusal: type[Courteous]
) -> None:
    agent = staff(court)
    to = opened(court, agent, JANUARY, **frame)
    with pytest.raises(refusal):
        continued(court, hearing_of(court, SHOW_CAUSE), to, agent, at=at)
    with court.reading() as db:
        assert hearing(db, 1, hearing_of(court, SHOW_CAUSE)).on == date(2026, 12, 10)


def test_no_hearing_is_continued_to_a_closed_or_past_day_or_to_no_session_of_ours(court: Database) -> None:
    agent = staff(court)
    moved = hearing_of(court, SHOW_CAUSE)
    storm, spring = opened(court, agent, JANUARY), opened(court, agent, date(2027, 3, 15))
    with court.transaction() as db:
        close_court(db, on=JANUARY, courthouse="", why="ice storm", cite="", by=agent, now=NOW)
    with pytest.raises(CourtClosed, match="closed on January 14, 2027: ice storm"):
        continued(court, moved, storm, agent)
    with pytest.raises(DayPast):
        continued(court, moved, spring, agent, today=date(2027, 3, 16))
    with pytest.raises(NoSuchSession):
        continued(court, moved, 999, agent)
    with pytest.raises(NoSuchHearing):
        continued(court, 999, spring, agent)


def test_an_hour_that_the_clocks_skip_is_refused_in_words() -> None:
    with pytest.raises(NoSuchHour, match="There is no 2:30 AM on March 14, 2027"):
        instant(date(2027, 3, 14), time(2, 30), ZoneInfo("America/New_York"))


def test_minutes_are_lost_only_when_the_slot_comes_back_too_late_to_be_filled(court: Database) -> None:
    agent = staff(court)
    early, late = hearing_of(court, SHOW_CAUSE), hearing_of(court, REVIEW)
    continued(court, early, None, agent, cause="party asks", today=date(2026, 11, 25))
    continued(court, late, None, agent, cause="no interpreter", today=date(2026, 12, 8))
    with court.reading() as db:
        (month,) = causes_by_month(db, 1, since=date(2026, 12, 1), until=date(2026, 12, 31))
        assert causes_by_month(db, 1, since=date(2027, 1, 1), until=date(2027, 12, 31)) == []
    assert (month.month, month.count, month.minutes) == (date(2026, 12, 1), 2, 6)
    assert [(one.cause.code, one.count, one.minutes) for one in month.causes] == [
        ("no interpreter", 1, 6),
        ("party asks", 1, 0),
    ]


def test_somebody_who_looked_at_an_older_setting_is_told_where_the_hearing_is_now(court: Database) -> None:
    agent = staff(court)
    moved, to, other = hearing_of(court, SHOW_CAUSE), opened(court, agent, JANUARY), opened(court, agent, JANUARY, "2")
    with court.reading() as db:
        seen = hearing(db, 1, moved).setting_id
    continued(court, moved, to, agent, seen=seen)
    with pytest.raises(MovedMeanwhile, match="it now stands on January 14, 2027 at 9:00 AM"):
        continued(court, moved, other, agent, seen=seen)


def test_of_two_people_who_continue_one_hearing_at_once_one_is_told(either: Database) -> None:
    first, second = staff(either), staff(either, Role.AGENT, "Blair")
    moved = hearing_of(either, SHOW_CAUSE)
    to = [opened(either, first, JANUARY, room) for room in ("1", "2")]
    with either.reading() as db:
        seen = hearing(db, 1, moved).setting_id

    outcomes = at_once(
        lambda: continued(either, moved, to[0], first, seen=seen),
        lambda: continued(either, moved, to[1], second, seen=seen),
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["MovedMeanwhile", "int"]
    with either.reading() as db:
        standing = select(func.count()).where(Setting.hearing_id == moved, Setting.ended_at.is_(None))
        assert db.scalar(standing) == 1


def test_two_people_do_not_fill_the_last_place_of_a_session_twice(either: Database) -> None:
    agent = staff(either)
    to = opened(either, agent, JANUARY, capacity=1)
    moved = [hearing_of(either, case) for case in (SHOW_CAUSE, REVIEW)]
    outcomes = at_once(*(lambda id=id: continued(either, id, to, agent) for id in moved))  # type: ignore[misc]
    assert sorted(type(one).__name__ for one in outcomes) == ["SessionFull", "int"]
    with either.reading() as db:
        assert session(db, 1, to).hearings == 1


def at_once(*verbs: object) -> list[object]:
    """What each verb gave or raised, all begun together."""
    together, found = threading.Barrier(len(verbs)), []

    def run(verb: object) -> None:
        together.wait()
        try:
            found.append(verb())  # type: ignore[operator]
        except Courteous as refused:
            found.append(refused)

    threads = [threading.Thread(target=run, args=(verb,)) for verb in verbs]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return found

"""The same person in two places, told in instants and over all cases."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hearings.calendar.clashes import AGENT, ATTORNEY, JUDGE, PARTY, Needed, Placed, blocks, clashes
from hearings.calendar.feeds import assign
from hearings.calendar.local import instant
from hearings.calendar.placed import clashes_of_session, loads
from hearings.calendar.session_changes import set_courthouse
from hearings.queries import hearing
from infra.db import Database
from offices.facts import Role
from tests.hearings.calendar.court import NOW, REVIEW, SHOW_CAUSE, continued, hearing_of, opened, staff

EASTERN, CENTRAL = ZoneInfo("America/New_York"), ZoneInfo("America/Chicago")
TUESDAY = date(2026, 12, 8)
LEE = Needed(PARTY, "1000000001", "LEE, SAM")
HERE = Placed(1, "7000000001", 1, TUESDAY, time(9), None, "Courthouse, room 1", EASTERN, 15, (LEE,))
THERE = replace(HERE, hearing_id=2, case_no="7000000002", session_id=2, where="Courthouse, room 2")


def test_a_party_with_two_cases_in_two_rooms_at_one_hour_is_named_in_one_sentence() -> None:
    (found,) = clashes([HERE, THERE])
    assert found.sentence == (
        "The party LEE, SAM is needed at 9:00 AM in Courthouse, room 1 (case 7000000001) and at 9:00 AM in "
        "Courthouse, room 2 (case 7000000002) on Tue Dec 8, 2026."
    )


def test_matters_of_one_session_are_called_one_after_the_other_and_never_clash() -> None:
    assert clashes([HERE, replace(THERE, session_id=1, where=HERE.where)]) == []


def test_a_hearing_that_begins_as_another_ends_does_not_clash() -> None:
    assert clashes([HERE, replace(THERE, at=time(9, 15))]) == []
    assert len(clashes([HERE, replace(THERE, at=time(9, 14))])) == 1


def test_whoever_is_called_for_nine_may_wait_until_every_matter_of_nine_is_heard() -> None:
    others = [replace(HERE, hearing_id=10 + n, case_no=f"70{n}", needed=()) for n in range(5)]
    assert len(clashes([HERE, *others, replace(THERE, at=time(10, 15))])) == 1
    assert clashes([HERE, *others, replace(THERE, at=time(10, 30))]) == []


def test_nobody_waits_longer_than_the_session_is_open() -> None:
    others = [replace(HERE, hearing_id=10 + n, needed=(), closes=time(10)) for n in range(5)]
    assert clashes([replace(HERE, closes=time(10)), *others, replace(THERE, at=time(10, 15))]) == []


def test_overlap_is_judged_in_instants_between_courthouses_of_two_time_zones() -> None:
    west = replace(THERE, zone=CENTRAL)
    assert clashes([HERE, west]) == []
    assert len(clashes([HERE, replace(west, at=time(8))])) == 1


def test_nine_in_the_morning_stays_nine_on_both_sides_of_daylight_saving() -> None:
    assert instant(date(2026, 3, 6), time(9), EASTERN) == datetime(2026, 3, 6, 14, tzinfo=UTC)
    assert instant(date(2026, 3, 9), time(9), EASTERN) == datetime(2026, 3, 9, 13, tzinfo=UTC)
    assert instant(date(2026, 10, 30), time(9), EASTERN) == datetime(2026, 10, 30, 13, tzinfo=UTC)
    assert instant(date(2026, 11, 2), time(9), EASTERN) == datetime(2026, 11, 2, 14, tzinfo=UTC)


def test_an_hour_that_passes_over_the_change_of_the_clocks_is_as_long_as_it_is() -> None:
    night = replace(HERE, on=date(2026, 11, 1), at=time(0, 30), minutes=120)
    assert blocks([night])[1].end == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    spring = replace(HERE, on=date(2026, 3, 8), at=time(1, 30), minutes=60)
    assert blocks([spring])[1].end.astimezone(EASTERN).time() == time(3, 30)


def test_a_judge_an_attorney_and_an_agent_cannot_be_in_two_rooms_but_take_two_sessions_of_one() -> None:
    for role, words in ((JUDGE, "The judge"), (ATTORNEY, "The attorney"), (AGENT, "The agent")):
        both = (Needed(role, "7", "A. Ames"),)
        here, there = replace(HERE, needed=both), replace(THERE, needed=both)
        assert [one.sentence.split(" is needed")[0] for one in clashes([here, there])] == [f"{words} A. Ames"]
        assert clashes([here, replace(there, where=here.where)]) == []


def test_a_judge_with_twenty_matters_in_two_rooms_is_told_once() -> None:
    judge = (Needed(JUDGE, "ames", "Hon. Ames"),)
    one = [replace(HERE, hearing_id=n, needed=judge) for n in range(20)]
    other = [replace(THERE, hearing_id=100 + n, at=time(9 + n % 3), needed=judge) for n in range(20)]
    assert len(clashes([*one, *other])) == 1


def test_the_calendar_finds_the_agent_of_two_cases_and_the_judge_in_two_rooms(court: Database) -> None:
    agent, attorney = staff(court), staff(court, Role.ATTORNEY, "Taylor")
    here, there = hearing_of(court, SHOW_CAUSE), hearing_of(court, REVIEW)
    with court.transaction() as db:
        for person in (agent, attorney):
            assert assign(db, [here, there], person=person, by=agent, now=NOW) == 2
            assert assign(db, [here, there], person=person, by=agent, now=NOW) == 0
        place = hearing(db, 1, here)
    to = opened(court, agent, place.on, "4110", judge=place.judge)
    continued(court, there, to, agent, at=place.at)
    with court.reading() as db:
        found = clashes_of_session(db, 1, to)
        assert {one.who.role for one in found} == {AGENT, ATTORNEY, JUDGE}
        assert [one.who.name for one in found if one.who.role == AGENT] == ["Avery"]
        assert clashes_of_session(db, 2, to) == []


def test_a_session_in_a_courthouse_of_another_zone_is_judged_by_its_own_clock(court: Database) -> None:
    agent = staff(court)
    with court.transaction() as db:
        set_courthouse(db, name="Border Annex", zone="America/Chicago", address="", by=agent)
        place = hearing(db, 1, hearing_of(court, SHOW_CAUSE))
    to = opened(court, agent, place.on, "1", courthouse="Border Annex", judge=place.judge)
    continued(court, hearing_of(court, REVIEW), to, agent, at=place.at)
    with court.reading() as db:
        assert clashes_of_session(db, 1, to) == []
        assert loads(db, 1, [to])[to].matters == 1

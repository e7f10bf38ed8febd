"""Proposed dates are lawful, free and in time for service, and say why no earlier one is."""

from datetime import date, time

import pytest

from hearings.actions import set_hearing
from hearings.calendar.closings import close_court, lift_closing, office_calendar
from hearings.calendar.errors import AlreadyClosed, NoSuchClosing
from hearings.calendar.next_dates import next_dates
from hearings.calendar.practices import Subject
from hearings.calendar.session_changes import lock_session, set_practice
from hearings.queries import hearing
from infra.db import Database
from law.deadlines import first_day_allowed
from law.states import law_of
from offices.errors import NotYourRole
from offices.facts import Role
from tests.hearings.calendar.court import NOW, REVIEW, SHOW_CAUSE, TODAY, continued, hearing_of, opened, staff

DAYS = [date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 16), date(2026, 12, 17), date(2026, 12, 18),
        date(2027, 1, 5), date(2027, 1, 6)]  # fmt: skip


def test_the_first_date_in_time_for_service_and_notice_is_proposed_and_each_earlier_one_is_explained(
    court: Database,
) -> None:
    agent = staff(court)
    closed, locked, full, typed, first = (
        opened(court, agent, day, **({"takes": ("review",)} if day.day == 18 else {"capacity": 1, "opens": time(9)}))
        for day in (DAYS[1], DAYS[2], DAYS[3], DAYS[4], DAYS[5])
    )
    soon = opened(court, agent, DAYS[0])
    continued(court, hearing_of(court, REVIEW), full, agent)
    with court.transaction() as db:
        close_court(db, on=DAYS[1], courthouse="", why="ice storm", cite="", by=agent, now=NOW)
        lock_session(db, locked, by=agent, now=NOW)
    with court.reading() as db:
        (found,) = next_dates(db, hearing(db, 1, hearing_of(court, SHOW_CAUSE)), today=TODAY, method="sheriff")
    assert (found.session.id, found.at) == (first, time(9))
    assert found.serve_by is not None
    assert date(2026, 12, 4) < found.serve_by < DAYS[5]
    said = {one.session.id: one.why for one in found.passed_over}
    assert said[soon].startswith(
        "Service by sheriff is expected by Fri Dec 4, 2026; the hearing may then be held no earlier than "
    )
    assert said[closed] == "The court is closed: ice storm."
    assert said[locked] == "Its calendar was locked by Avery."
    assert said[full] == "It is full: 1 of 1 matters are set."
    assert said[typed] == "It takes review, not contempt (HOSC)."


def test_every_proposed_date_has_notice_from_the_day_on_which_service_is_expected(court: Database) -> None:
    agent = staff(court)
    for n in range(1, 22):
        day = date(2026, 12, n)
        if law_of("NC").calendar().is_court_day(day):
            opened(court, agent, day, f"room {n}", judge=f"Judge {n}")
    with court.reading() as db:
        one = hearing(db, 1, hearing_of(court, SHOW_CAUSE))
        found = next_dates(db, one, today=TODAY, method="sheriff")
        told_in_court = next_dates(db, one, today=TODAY, method="")
    law = law_of("NC")
    earliest = first_day_allowed(law, law.hearing_type("HOSC").notice, date(2026, 12, 4)).on
    assert len(found) == 5
    assert found[0].session.on == earliest
    assert all(one.notice is not None and one.session.on >= one.notice.on for one in found)
    assert told_in_court[0].session.on == date(2026, 12, 1)
    assert (told_in_court[0].notice, told_in_court[0].serve_by) == (None, None)


def test_an_office_whose_sheriff_is_quick_is_proposed_an_earlier_date(court: Database) -> None:
    agent = staff(court)
    opened(court, agent, DAYS[0])
    opened(court, agent, DAYS[5])
    with court.transaction() as db:
        one = hearing(db, 1, hearing_of(court, SHOW_CAUSE))
        assert next_dates(db, one, today=TODAY, method="sheriff")[0].session.on >= date(2026, 12, 8)
        set_practice(db, subject=Subject.LEAD_DAYS, name="sheriff", number=2, by=agent)
        assert next_dates(db, one, today=TODAY, method="sheriff")[0].session.on == DAYS[0]


def test_a_date_on_which_a_party_has_another_hearing_is_passed_over(court: Database) -> None:
    agent = staff(court)
    moved = hearing_of(court, SHOW_CAUSE)
    one, other = (opened(court, agent, DAYS[5], room) for room in ("1", "2"))
    with court.transaction() as db:
        set_hearing(db, SHOW_CAUSE, code="HREV", on=DAYS[5], at=time(13, 30), courthouse="Annex", room="9", judge="",
                    by=agent)  # fmt: skip
        found = next_dates(db, hearing(db, 1, moved), today=TODAY, method="")
        at = {found_.session.id: found_.at for found_ in found}
        said = {out.session.room: out.why for found_ in found for out in found_.passed_over}
    assert at.get(one) is None
    assert at.get(other) is None
    assert said["1"].startswith("The party ")


def test_a_closing_counts_in_every_date_until_it_is_lifted(either: Database) -> None:
    agent = staff(either)
    monday = date(2026, 11, 30)
    with either.transaction() as db:
        made = close_court(db, on=monday, courthouse="", why="ice storm", cite="Order of the Chief Justice", by=agent,
                           now=NOW)  # fmt: skip
        assert office_calendar(db, 1).is_closed_for(monday) == "ice storm"
        assert "A period that ends on Mon Nov 30, 2026 now ends on Tue Dec 1, 2026." in made.moved
        with pytest.raises(AlreadyClosed, match="November 30, 2026 is closed already: ice storm"):
            close_court(db, on=monday, courthouse="", why="snow", cite="", by=agent, now=NOW)
        with pytest.raises(AlreadyClosed, match="Saturday"):
            close_court(db, on=date(2026, 11, 28), courthouse="", why="snow", cite="", by=agent, now=NOW)
        lift_closing(db, made.closing.id, by=agent, now=NOW)
        assert office_calendar(db, 1).is_court_day(monday)
        with pytest.raises(NoSuchClosing):
            lift_closing(db, made.closing.id, by=agent, now=NOW)


def test_a_closing_of_one_courthouse_leaves_the_others_open(court: Database) -> None:
    agent = staff(court)
    monday = date(2026, 11, 30)
    with court.transaction() as db:
        close_court(db, on=monday, courthouse="Annex", why="burst pipe", cite="", by=agent, now=NOW)
        assert office_calendar(db, 1).is_court_day(monday)
        assert office_calendar(db, 1, courthouse="Annex").is_closed_for(monday) == "burst pipe"
        assert office_calendar(db, 1, courthouse="Courthouse").is_court_day(monday)


def test_a_closing_lists_the_hearings_it_hits_and_the_last_days_to_serve_that_it_moves(court: Database) -> None:
    agent = staff(court)
    with court.transaction() as db:
        hit = close_court(db, on=date(2026, 12, 10), courthouse="", why="flood", cite="", by=agent, now=NOW)
        assert [(one.session.on, [h.case_no for h in one.hearings]) for one in hit.hit] == [
            (date(2026, 12, 10), [SHOW_CAUSE])
        ]
        lift_closing(db, hit.closing.id, by=agent, now=NOW)
        before = close_court(db, on=date(2026, 12, 7), courthouse="", why="flood", cite="", by=agent, now=NOW)
        assert before.hit == ()
        assert any("on Thu Dec 10, 2026 the last day to serve moves from" in said for said in before.moved)


def test_only_agents_and_attorneys_close_a_court(court: Database) -> None:
    clerk = staff(court, Role.CLERK)
    with pytest.raises(NotYourRole), court.transaction() as db:
        close_court(db, on=date(2026, 12, 7), courthouse="", why="x", cite="", by=clerk, now=NOW)

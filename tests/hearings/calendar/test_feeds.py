"""A person's calendar feed: whose hearings it tells, in words that may lie on anybody's telephone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import ics
import pytest
from icalendar import Calendar

from hearings.calendar.errors import NoSuchFeed, NotOnStaff
from hearings.calendar.feed_text import FeedEntry, feed_text
from hearings.calendar.feeds import assign, entries_of, feed_of, new_feed, reader_of, revoke_feed
from hearings.calendar.moving import place_hearing
from hearings.calendar.session_changes import set_courthouse
from hearings.calendar.tables import CalendarFeed
from infra.db import Database
from offices.errors import NotYourRole
from offices.facts import Person, Role
from offices.tables import Staff
from tests.hearings.calendar.court import NOW, REVIEW, SHOW_CAUSE, TODAY, continued, hearing_of, opened, staff

EASTERN, CENTRAL, PACIFIC = (ZoneInfo(f"America/{name}") for name in ("New_York", "Chicago", "Los_Angeles"))
SITE = "https://court.example.gov"
ENTRY = FeedEntry(
    7, "Show cause (civil contempt)", date(2026, 12, 10), time(9), EASTERN, 12, "Courthouse, room 8110", 0, None, False
)


def parsed(*entries: FeedEntry) -> Calendar:
    """The feed as a strict reader has it, after a second reader has taken it too."""
    raw = feed_text(entries, site=SITE, now=NOW)
    assert len(ics.Calendar(raw.decode()).events) == len(entries)
    return Calendar.from_ical(raw, multiple=False)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("on", "at", "zone", "starts", "ends"),
    [
        (date(2026, 3, 6), time(9), EASTERN, (2026, 3, 6, 14, 0), (2026, 3, 6, 14, 12)),
        (date(2026, 3, 9), time(9), EASTERN, (2026, 3, 9, 13, 0), (2026, 3, 9, 13, 12)),
        (date(2026, 3, 8), time(1, 55), EASTERN, (2026, 3, 8, 6, 55), (2026, 3, 8, 7, 7)),
        (date(2026, 3, 8), time(9), EASTERN, (2026, 3, 8, 13, 0), (2026, 3, 8, 13, 12)),
        (date(2026, 11, 1), time(9), EASTERN, (2026, 11, 1, 14, 0), (2026, 11, 1, 14, 12)),
        (date(2026, 11, 1), time(0, 55), EASTERN, (2026, 11, 1, 4, 55), (2026, 11, 1, 5, 7)),
        (date(2026, 10, 30), time(9), EASTERN, (2026, 10, 30, 13, 0), (2026, 10, 30, 13, 12)),
        (date(2026, 11, 2), time(9), EASTERN, (2026, 11, 2, 14, 0), (2026, 11, 2, 14, 12)),
        (date(2026, 11, 2), time(9), CENTRAL, (2026, 11, 2, 15, 0), (2026, 11, 2, 15, 12)),
        (date(2027, 3, 15), time(8, 30), PACIFIC, (2027, 3, 15, 15, 30), (2027, 3, 15, 15, 42)),
    ],
)
def test_two_strict_readers_read_the_same_instants_on_both_sides_of_daylight_saving(
    on: date, at: time, zone: ZoneInfo, starts: tuple[int, ...], ends: tuple[int, ...]
) -> None:
    entry = FeedEntry(7, "Review", on, at, zone, 12, "Courthouse", 0, None, False)
    begins, over = datetime(*starts, tzinfo=UTC), datetime(*ends, tzinfo=UTC)  # type: ignore[misc, arg-type]
    (event,) = parsed(entry).events
    assert (event.start.astimezone(UTC), event.end.astimezone(UTC)) == (begins, over)
    assert (event.start.date(), event.start.time()) == (on, at)
    (second,) = ics.Calendar(feed_text([entry], site=SITE, now=NOW).decode()).events
    assert (second.begin.datetime.astimezone(UTC), second.end.datetime.astimezone(UTC)) == (begins, over)


def test_the_zone_of_a_feed_is_told_in_the_feed_with_both_of_its_clocks() -> None:
    (zone,) = parsed(ENTRY).walk("VTIMEZONE")
    assert str(zone["TZID"]) == "America/New_York"
    assert {one.name for one in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}


def test_a_feed_has_what_a_calendar_program_needs_and_lines_no_longer_than_75_octets() -> None:
    raw = feed_text([ENTRY], site=SITE, now=NOW)
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    (event,) = parsed(ENTRY).events
    assert str(event["UID"]) == "hearing-7@court.example.gov"
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == ("Show cause (civil contempt)", "Courthouse, room 8110")
    assert (str(event["STATUS"]), event["SEQUENCE"], str(event["URL"])) == ("CONFIRMED", 0, f"{SITE}/hearings/7")


def test_a_feed_without_a_hearing_is_a_calendar_without_an_event() -> None:
    assert parsed().events == []


def test_words_with_commas_quotes_and_letters_of_any_alphabet_come_out_as_they_went_in() -> None:
    where = 'Palais "O\'Brien"; étage 2, Saal 李\\B'
    (event,) = parsed(FeedEntry(7, "Review", ENTRY.on, ENTRY.at, EASTERN, 12, where, 0, None, False)).events
    assert str(event["LOCATION"]) == where


def entries(court: Database, person: Person) -> dict[int, FeedEntry]:
    with court.reading() as db:
        return {one.hearing_id: one for one in entries_of(db, person, today=TODAY)}


def test_an_agents_feed_has_the_hearings_of_the_agents_cases_and_those_taken_over(court: Database) -> None:
    own, other = staff(court, name="Avery", code="CS101"), staff(court, name="Blair")
    show_cause, review = hearing_of(court, SHOW_CAUSE), hearing_of(court, REVIEW)
    assert list(entries(court, own)) == [show_cause]
    assert entries(court, other) == {}
    with court.transaction() as db:
        assign(db, [show_cause, review], person=other, by=own, now=NOW)
    assert sorted(entries(court, other)) == sorted([show_cause, review])
    assert entries(court, own) == {}


def test_an_attorneys_feed_has_only_what_the_attorney_stands_in(court: Database) -> None:
    agent, attorney = staff(court), staff(court, Role.ATTORNEY, "Taylor")
    review = hearing_of(court, REVIEW)
    with court.transaction() as db:
        assign(db, [review], person=attorney, by=agent, now=NOW)
    assert list(entries(court, attorney)) == [review]
    with pytest.raises(NotOnStaff), court.transaction() as db:
        assign(db, [review], person=staff(court, Role.CLERK, "Riley"), by=agent, now=NOW)


def test_every_move_makes_the_sequence_grow_and_a_hearing_without_a_date_is_cancelled(court: Database) -> None:
    agent = staff(court, code="CS101")
    id = hearing_of(court, SHOW_CAUSE)
    told = [entries(court, agent)[id]]
    continued(court, id, None, agent)
    told.append(entries(court, agent)[id])
    to = opened(court, agent, date(2027, 1, 14))
    with court.transaction() as db:
        place_hearing(db, id, to_session=to, at=time(9), because="", seen=None, by=agent, now=NOW, today=TODAY)
    told.append(entries(court, agent)[id])
    continued(court, id, opened(court, agent, date(2027, 1, 14), "2"), agent)
    told.append(entries(court, agent)[id])
    assert [(one.on, one.cancelled) for one in told] == [
        (date(2026, 12, 10), False),
        (date(2026, 12, 10), True),
        (date(2027, 1, 14), False),
        (date(2027, 1, 14), False),
    ]
    assert [one.sequence for one in told] == sorted({one.sequence for one in told})
    assert str(parsed(told[1]).events[0]["STATUS"]) == "CANCELLED"


def test_a_feed_tells_the_hours_of_the_courthouse_and_forgets_hearings_of_long_ago(court: Database) -> None:
    agent = staff(court, code="CS101")
    id = hearing_of(court, SHOW_CAUSE)
    with court.transaction() as db:
        set_courthouse(db, name="Border Annex", zone="America/Chicago", address="", by=agent)
    continued(court, id, opened(court, agent, date(2027, 1, 14), "1", courthouse="Border Annex"), agent, at=time(9))
    entry = entries(court, agent)[id]
    assert (entry.zone, entry.at, entry.where) == (CENTRAL, time(9), "Border Annex, room 1")
    with court.reading() as db:
        assert entries_of(db, agent, today=date(2027, 1, 14) + timedelta(days=60)) != []
        assert entries_of(db, agent, today=date(2027, 1, 14) + timedelta(days=61)) == []


def test_a_secret_opens_one_persons_feed_until_it_is_ended_replaced_or_the_person_leaves(either: Database) -> None:
    agent = staff(either)
    with either.transaction() as db:
        first = new_feed(db, by=agent, now=NOW)
        assert reader_of(db, first).id == agent.id
        second = new_feed(db, by=agent, now=NOW)
        with pytest.raises(NoSuchFeed):
            reader_of(db, first)
        assert reader_of(db, second).id == agent.id
        for none in ("", "x" * 43, second[:-1], "\ud800"):
            with pytest.raises(NoSuchFeed):
                reader_of(db, none)
        assert revoke_feed(db, by=agent, now=NOW) == 1
        assert revoke_feed(db, by=agent, now=NOW) == 0
        with pytest.raises(NoSuchFeed):
            reader_of(db, second)
        third = new_feed(db, by=agent, now=NOW)
        db.get_one(Staff, agent.id).ended_at = NOW
        with pytest.raises(NoSuchFeed):
            reader_of(db, third)


def test_the_secret_itself_is_nowhere_in_the_database(court: Database) -> None:
    agent = staff(court)
    with court.transaction() as db:
        secret = new_feed(db, by=agent, now=NOW)
        found = feed_of(db, agent)
    assert found is not None
    assert secret not in repr([getattr(found, one.key) for one in CalendarFeed.__table__.columns])
    with court.reading() as db:
        held = [db.connection().exec_driver_sql(f"SELECT * FROM {name}").all() for name in ("calendar_feed", "audit")]
    assert secret not in repr(held)


def test_only_those_who_stand_in_court_have_a_feed(court: Database) -> None:
    with pytest.raises(NotYourRole), court.transaction() as db:
        new_feed(db, by=staff(court, Role.CLERK), now=NOW)

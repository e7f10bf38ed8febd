"""A court's docket list beside ours, as CSV and as a calendar file; nothing changes until a person accepts it."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from hearings.calendar.docket_csv import read_csv
from hearings.calendar.docket_ics import read_ics
from hearings.calendar.docket_lines import DocketLine, DocketUnreadable, text_of
from hearings.calendar.docket_lists import Compared, accept, accept_all, compared, read_docket_list, set_aside
from hearings.calendar.errors import CalendarLocked, NoSuchDifference, NoSuchDocketList, NotAcceptable, TypeNeeded
from hearings.calendar.session_changes import lock_session
from hearings.errors import NoSuchSession
from hearings.queries import hearing, hearings_of_session, hearings_without_date
from hearings.tables import Hearing
from infra.audit import Audit
from infra.db import Database
from offices.errors import NotYourRole
from offices.facts import Person, Role
from tests.hearings.calendar.court import NOW, REVIEW, SHOW_CAUSE, TODAY, hearing_of, staff

EASTERN = ZoneInfo("America/New_York")
TENTH = date(2026, 12, 10)
SAME = "25CV051049-590"
"""The docket number of the show cause of December 10 at 1:30 PM in room 8110 before Judge Ellison."""
OTHER = "18 CVD 6482"
"""That of the review, which stands on December 8."""


def listed(*lines: str, heading: str = "Case Number,Time,Courtroom,Judicial Officer,Code") -> bytes:
    return "\r\n".join((heading, *lines)).encode()


def session_of(court: Database, case_no: str) -> int:
    with court.reading() as db:
        return hearing(db, 1, hearing_of(court, case_no)).session_id


def brought(court: Database, by: Person, raw: bytes, name: str = "list.csv") -> Compared:
    with court.transaction() as db:
        return read_docket_list(db, session_of(court, SHOW_CAUSE), raw, name=name, by=by, now=NOW)


def accepted(court: Database, by: Person, session_id: int, key: str, code: str = "") -> None:
    with court.transaction() as db:
        accept(db, session_id, key, code=code, by=by, now=NOW, today=TODAY)


def test_a_list_that_says_what_we_say_has_no_difference_however_it_spells_it(court: Database) -> None:
    same = brought(court, staff(court), listed(f"{SAME},1:30 PM,8110,\"ELLISON, C.\",HOSC"))
    assert (same.lines, same.open, same.set_aside) == (1, (), ())


def test_every_difference_is_named_in_words_and_nothing_has_changed(court: Database) -> None:
    agent = staff(court)
    found = brought(
        court,
        agent,
        listed(f"{SAME},9:00 AM,4110,Hon. C. Ellison,HOSC", f"{OTHER},2:00 PM,8110,,", "99 CVD 1,9:00 AM,8110,,"),
    )
    assert [(one.parted.value, one.words) for one in found.open] == [
        ("other place", f"The court has {SAME} at 9:00 AM, not 1:30 PM and in room 4110, not 8110."),
        ("not on ours", f"The court has {OTHER} at 2:00 PM; it is not on ours."),
        ("no case of ours", "The court has 99 CVD 1 at 9:00 AM; no case of ours has this docket number."),
    ]
    missing = brought(court, agent, listed("99 CVD 1,9:00 AM,8110,,"))
    assert missing.open[-1].words == f"We have {SAME} at 1:30 PM; the court's list does not."
    with court.reading() as db:
        one = hearing(db, 1, hearing_of(court, SHOW_CAUSE))
    assert (one.on, one.at, one.room, one.is_set) == (TENTH, time(13, 30), "8110", True)


def test_an_accepted_hour_and_room_move_the_hearing_and_the_difference_is_gone(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    found = brought(court, agent, listed(f"{SAME},9:00 AM,4110,Hon. C. Ellison,HOSC"))
    accepted(court, agent, id, found.open[0].key)
    with court.reading() as db:
        one = hearing(db, 1, hearing_of(court, SHOW_CAUSE))
        after = compared(db, 1, id)
    assert (one.on, one.at, one.room, one.judge) == (TENTH, time(9), "4110", "Hon. C. Ellison")
    assert after is not None
    assert [one.parted.value for one in after.open] == ["not on ours"]


def test_a_matter_that_the_court_took_off_is_continued_without_a_date_as_the_courts_own(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    found = brought(court, agent, listed("99 CVD 1,9:00 AM,8110,,"))
    (ours,) = [one for one in found.open if one.parted.value == "not on theirs"]
    accepted(court, agent, id, ours.key)
    with court.reading() as db:
        assert [one.case_no for one in hearings_without_date(db, 1)] == [SHOW_CAUSE]
        assert hearings_of_session(db, 1, id) == []


def test_a_matter_that_we_have_on_another_day_moves_to_where_the_court_has_it(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    found = brought(court, agent, listed(f"{SAME},1:30 PM,8110,,", f"{OTHER},2:00 PM,8110,,"))
    accepted(court, agent, id, found.open[0].key)
    with court.reading() as db:
        one = hearing(db, 1, hearing_of(court, REVIEW))
    assert (one.session_id, one.on, one.at) == (id, TENTH, time(14))


def test_a_matter_without_a_case_of_ours_is_set_aside_and_cannot_be_accepted(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    found = brought(court, agent, listed(f"{SAME},1:30 PM,8110,,", "99 CVD 1,9:00 AM,8110,,"))
    with pytest.raises(NotAcceptable, match="No case of ours has the docket number"):
        accepted(court, agent, id, found.open[0].key)
    with court.transaction() as db:
        set_aside(db, id, found.open[0].key, by=agent)
    with court.reading() as db:
        after = compared(db, 1, id)
    assert after is not None
    assert (after.open, [one.docket for one in after.set_aside]) == ((), [found.open[0].docket])


def test_a_new_hearing_of_a_case_that_was_heard_needs_its_type_where_the_list_tells_none(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    with court.transaction() as db:
        db.get_one(Hearing, hearing_of(court, SHOW_CAUSE)).disposition = "HELD"
    (again,) = brought(court, agent, listed(f"{SAME},1:30 PM,8110,,", f"{SAME},3:00 PM,8110,,")).open
    with pytest.raises(TypeNeeded, match="Say which type of hearing"):
        accepted(court, agent, id, again.key)
    accepted(court, agent, id, again.key, code="HREV")
    with court.reading() as db:
        assert ("HREV", time(15)) in [(each.code, each.at) for each in hearings_of_session(db, 1, id)]


def test_all_are_followed_at_once_but_what_the_list_lacks_or_no_case_has(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    brought(court, agent, listed(f"{SAME},9:00 AM,8110,,", f"{OTHER},2:00 PM,8110,,", "99 CVD 1,9:00 AM,8110,,"))
    with court.transaction() as db:
        assert accept_all(db, id, by=agent, now=NOW, today=TODAY) == 2
    with court.reading() as db:
        left = compared(db, 1, id)
        told = [one.detail for one in db.scalars(select(Audit).where(Audit.verb == "accepted docket list"))]
    assert left is not None
    assert [one.parted.value for one in left.open] == ["no case of ours"]
    assert sorted(told) == ["not on ours", "other place"]
    brought(court, agent, listed("99 CVD 1,9:00 AM,8110,,"))
    with court.transaction() as db:
        assert accept_all(db, id, by=agent, now=NOW, today=TODAY) == 0
        assert len(hearings_of_session(db, 1, id)) == 2


def test_a_newer_list_takes_the_place_of_an_older_one_with_what_was_set_aside(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    first = brought(court, agent, listed(f"{SAME},1:30 PM,8110,,", "99 CVD 1,9:00 AM,8110,,"))
    with court.transaction() as db:
        set_aside(db, id, first.open[0].key, by=agent)
    second = brought(court, agent, listed(f"{SAME},1:30 PM,8110,,", "99 CVD 1,9:00 AM,8110,,"), "newer.csv")
    assert (second.name, len(second.open), second.set_aside) == ("newer.csv", 1, ())


def test_the_courts_list_moves_nothing_out_of_a_locked_calendar_for_an_agent(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    found = brought(court, agent, listed(f"{SAME},9:00 AM,8110,,"))
    with court.transaction() as db:
        lock_session(db, id, by=agent, now=NOW)
    with pytest.raises(CalendarLocked):
        accepted(court, agent, id, found.open[0].key)


def test_only_people_of_the_office_compare_and_only_lists_that_are_there(court: Database) -> None:
    agent, id = staff(court), session_of(court, SHOW_CAUSE)
    with pytest.raises(NotYourRole):
        brought(court, staff(court, Role.CLERK, "Riley"), listed(f"{SAME},9:00 AM,8110,,"))
    with pytest.raises(NoSuchDocketList):
        accepted(court, agent, id, "0" * 32)
    brought(court, agent, listed(f"{SAME},9:00 AM,8110,,"))
    with pytest.raises(NoSuchDifference):
        accepted(court, agent, id, "0" * 32)
    with court.reading() as db, pytest.raises(NoSuchSession):
        compared(db, 2, id)


def test_a_csv_is_read_below_a_title_with_semicolons_in_utf_16_and_in_other_orders_of_columns() -> None:
    told = f"Calendar of the court;;\nRoom;Start Time;File No;Type\n8110;9 a.m.;{SAME};Show cause\n;;;\n"
    expected = DocketLine(SAME, None, time(9), "8110", kind="Show cause")
    assert read_csv(told) == [expected]
    assert read_csv(text_of(told.encode("utf-16"))) == [expected]
    assert read_csv(text_of("Case #,Time,Judge\n1 CVD 2,14:05,Muñoz".encode("cp1252"))) == [
        DocketLine("1 CVD 2", None, time(14, 5), judge="Muñoz")
    ]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "the file is empty"),
        (b"\x00\x01\x02", "it is no text"),
        (b"a,b\n1,2", "no column is headed as a docket number"),
        (b"Case Number,Time\n1 CVD 2,noonish", "line 2 has no hour of the day"),
        (b"Case Number,Date\n1 CVD 2,2026-13-40", "line 2 has no day"),
        (b"Case Number,Time\n,9:00", "no line below the headings has a docket number"),
        (b'Case Number,Time\n"1 CVD 2,9:00', "is not CSV"),
        ("Case Number,Time\n1\u202e CVD 2,9:00".encode(), "in line 2 a text"),
        (b"Case Number,Time\n" + b"1" * 41 + b",9:00", "longer than 40 characters"),
        (b"x" * (1024 * 1024 + 1), "larger than 1 MB"),
        (b"Case Number,Time\n" + b"1 CVD 2,9:00\n" * 2001, "more than 2,000 lines"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_in_one_sentence_and_not_kept(
    raw: bytes, why: str, court: Database
) -> None:
    with pytest.raises(DocketUnreadable, match=why):
        brought(court, staff(court), raw)
    with court.reading() as db:
        assert compared(db, 1, session_of(court, SHOW_CAUSE)) is None


def ics(*entries: str) -> str:
    lines = [f"BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT\r\n" for one in entries]
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(lines)}END:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("start", "on", "at"),
    [
        ("DTSTART:20261210T183000Z", TENTH, time(13, 30)),
        ("DTSTART:20260708T173000Z", date(2026, 7, 8), time(13, 30)),
        ("DTSTART;TZID=America/New_York:20261210T133000", TENTH, time(13, 30)),
        ("DTSTART;TZID=America/Chicago:20261210T123000", TENTH, time(13, 30)),
        ("DTSTART;TZID=\"Eastern Standard Time\":20261210T133000", TENTH, time(13, 30)),
        ("DTSTART:20261210T133000", TENTH, time(13, 30)),
        ("DTSTART:20260309T133000Z", date(2026, 3, 9), time(9, 30)),
        ("DTSTART:20260306T143000Z", date(2026, 3, 6), time(9, 30)),
        ("DTSTART:20261101T053000Z", date(2026, 11, 1), time(1, 30)),
        ("DTSTART:20261101T063000Z", date(2026, 11, 1), time(1, 30)),
    ],
)
def test_hours_of_a_calendar_file_become_those_of_the_courthouse(start: str, on: date, at: time) -> None:
    (line,) = read_ics(ics(f"SUMMARY:25CV051049-590 State v. O'Brien\r\n{start}"), EASTERN)
    assert (line.docket, line.on, line.at) == (SAME, on, at)


def test_a_calendar_file_tells_docket_and_room_and_leaves_out_what_was_cancelled() -> None:
    folded = "SUMMARY:25CV0510\r\n 49-590 Show cause\\, child support\r\nLOCATION:Courthouse\\, Courtroom 8110"
    day = "DTSTART:20261210T133000"
    found = read_ics(
        ics(f"{folded}\r\n{day}", f"SUMMARY:18 CVD 6482\r\n{day}\r\nSTATUS:CANCELLED", f"SUMMARY:Lunch\r\n{day}"),
        EASTERN,
    )
    assert [(one.docket, one.room, one.kind) for one in found] == [
        (SAME, "8110", "25CV051049-590 Show cause, child support")
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ics("SUMMARY:Lunch\r\nDTSTART:20261210T120000"), "no entry of it names a docket number"),
        (ics(f"SUMMARY:{SAME}\r\nDTSTART:20261210"), "entry 1 has no day and hour"),
        (ics(f"SUMMARY:{SAME}\r\nDTSTART:20261399T999999"), "that does not exist"),
        (ics(f"SUMMARY:{SAME}\r\nDTSTART:20261210T120000\r\nRRULE:FREQ=DAILY"), "entry 1 repeats itself"),
        (ics(f"SUMMARY:{SAME}\r\nDTSTART:20261210T120000").replace("END:VCALENDAR", ""), "breaks off in the middle"),
        (ics("SUMMARY:x").replace("END:VEVENT", "END:VTODO"), "not closed as they were opened"),
        (ics("SUMMARY:" + "x" * 10_001), "a line of it is longer"),
    ],
)
def test_a_calendar_file_that_cannot_be_a_docket_list_is_refused(text: str, why: str) -> None:
    with pytest.raises(DocketUnreadable, match=why):
        read_ics(text, EASTERN)


def test_a_calendar_file_is_compared_like_a_csv_and_only_for_the_day_of_its_session(court: Database) -> None:
    text = ics(
        f"SUMMARY:{SAME}\r\nDTSTART:20261210T140000Z",
        f"SUMMARY:{OTHER}\r\nDTSTART:20261211T140000Z",
    )
    found = brought(court, staff(court), text.encode(), "list.ics")
    assert [one.words for one in found.open] == [f"The court has {SAME} at 9:00 AM, not 1:30 PM."]
    with pytest.raises(DocketUnreadable, match="no matter of December 10, 2026"):
        brought(court, staff(court, name="Blair"), ics(f"SUMMARY:{OTHER}\r\nDTSTART:20261211T140000Z").encode())

"""Court sessions, hearings and service of process as known on a day."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from cases.errors import NoSuchCase
from hearings.actions import set_hearing
from hearings.errors import CourtClosed, NoSuchHearing, NoSuchSession
from hearings.facts import SessionOnCalendar
from hearings.queries import hearing, hearings_of_case, hearings_of_session, session, sessions
from hearings.service.queries import services
from infra import audit
from infra.db import Database
from kernel.refusals import Missing
from kernel.traced import Trace
from law.calendar import YearUnknown
from law.hearing_types import NoSuchHearingType
from offices.actions import open_office
from offices.facts import OfficeSettings, Person, Role
from tests.county import DAY, NOON, SAMPLE, Files, changed, county_of, import_, in_folder, rows

CASE, PROTECTED, RETURNED = "7000070074", "7000070222", "7000070037"
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)


@pytest.fixture(scope="module")
def small() -> Files:
    """Two show causes and a case without a hearing."""
    return county_of(CASE, PROTECTED, RETURNED)


@pytest.fixture
def county(sqlite: Database, tmp_path: Path, small: Files) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", small))
    return sqlite


def test_the_sample_county_has_three_sessions_of_twenty_hearings(sqlite: Database) -> None:
    import_(sqlite, SAMPLE)
    house = "MECKLENBURG COUNTY COURTHOUSE"
    with sqlite.reading() as db:
        found = sessions(db, 1)
        codes = sorted(one.code for one in hearings_of_session(db, 1, found[0].id))
    assert [(one.on, one.courthouse, one.room, one.judge, one.hearings) for one in found] == [
        (date(2026, 12, 8), house, "8110", "Hon. R. Whitfield", 20),
        (date(2026, 12, 10), house, "8110", "Hon. C. Ellison", 20),
        (date(2027, 1, 12), house, "8110", "Hon. T. Navarro", 20),
    ]
    assert codes == sorted(row["SCHED_CD"] for row in rows("HEARINGS.csv") if row["HRG_DT"] == "12/08/2026")


def test_hearings_stand_in_call_order_by_time_and_case_number(sqlite: Database) -> None:
    import_(sqlite, SAMPLE)
    with sqlite.reading() as db:
        order = [(one.at, one.case_no) for one in hearings_of_session(db, 1, 1)]
    assert len(order) == 20
    assert order == sorted(order)
    assert {at for at, _ in order} == {time(9), time(13, 30)}


def test_a_hearing_leads_back_to_the_row_it_came_from(county: Database, small: Files) -> None:
    row = next(one for one in small["HEARINGS.csv"] if one["IVD_CASE_NO"] == CASE)
    with county.reading() as db:
        (found,) = hearings_of_case(db, 1, CASE)
    assert (found.code, found.docket) == ("HOSC", row["DOCKET_NO"])
    assert (found.on, found.at) == (date(2026, 12, 10), time(13, 30))
    assert found.trace == Trace(
        "ACTS", f"HEARINGS.csv {CASE} {row['DOCKET_NO']} HOSC 2026-12-10", as_of=DAY, retrieved_at=NOON
    )


def test_a_hearing_that_is_moved_to_another_hour_and_room_leaves_its_old_session(
    county: Database, tmp_path: Path, small: Files
) -> None:
    place = next(at for at, one in enumerate(small["HEARINGS.csv"]) if one["IVD_CASE_NO"] == CASE)
    moved = changed(small, "HEARINGS.csv", lambda row: row.update(HRG_TM="09:00 AM", COURTROOM="4110"), place)
    with county.reading() as db:
        (before,) = hearings_of_case(db, 1, CASE)

    report = import_(county, in_folder(tmp_path / "moved", moved))

    with county.reading() as db:
        (after,) = hearings_of_case(db, 1, CASE)
        assert session(db, 1, before.session_id).hearings == 0
        assert session(db, 1, after.session_id) == SessionOnCalendar(
            after.session_id, date(2026, 12, 10), "MECKLENBURG COUNTY COURTHOUSE", "4110", "Hon. C. Ellison", 1
        )
    assert report.files["HEARINGS.csv"].changed == 1
    assert (before.id, before.room, before.at) == (after.id, "8110", time(13, 30))
    assert (after.room, after.at) == ("4110", time(9))


def test_a_session_and_a_hearing_of_another_office_are_missing(county: Database, tmp_path: Path, small: Files) -> None:
    import_(county, in_folder(tmp_path / "theirs", small), office="Union County")
    with county.reading() as db:
        theirs = sessions(db, 2)[0]
        their_hearing = hearings_of_session(db, 2, theirs.id)[0]
        with pytest.raises(NoSuchSession, match=f"There is no court session {theirs.id} in this office."):
            session(db, 1, theirs.id)
        with pytest.raises(NoSuchHearing, match=f"There is no hearing {their_hearing.id} in this office."):
            hearing(db, 1, their_hearing.id)
        assert hearings_of_session(db, 1, theirs.id) == []
        assert [one.id for one in sessions(db, 1) if one.id == theirs.id] == []
    with county.transaction() as db:
        third = open_office(db, "Gaston County", state="NC", new_settings=OfficeSettings()).id
        assert services(db, third, CASE, as_of=DAY) == []
    assert issubclass(NoSuchSession, Missing)
    assert issubclass(NoSuchHearing, Missing)


SERVED_CASE = CASE
"""Issued 11/04, attempted and served 11/13, returned 11/15/2026, by certified mail."""


@pytest.mark.parametrize(
    ("as_of", "known"),
    [
        (date(2026, 11, 3), []),
        (date(2026, 11, 4), [(None, None, None, None)]),
        (date(2026, 11, 12), [(None, None, None, None)]),
        (date(2026, 11, 13), [(date(2026, 11, 13), "served", date(2026, 11, 13), None)]),
        (date(2026, 11, 14), [(date(2026, 11, 13), "served", date(2026, 11, 13), None)]),
        (date(2026, 11, 15), [(date(2026, 11, 13), "served", date(2026, 11, 13), date(2026, 11, 15))]),
    ],
)
def test_service_is_known_only_from_the_day_on_which_it_happened(
    county: Database, as_of: date, known: list[tuple[date | None, str | None, date | None, date | None]]
) -> None:
    with county.reading() as db:
        found = services(db, 1, SERVED_CASE, as_of=as_of)
    assert [(one.attempted_on, one.result, one.served_on, one.returned_on) for one in found] == known
    assert {one.paper for one in found} <= {"order to show cause"}


def test_papers_stand_in_the_order_of_their_issue(county: Database, tmp_path: Path, small: Files) -> None:
    first = next(row for row in small["SERVICE.csv"] if row["IVD_CASE_NO"] == CASE)
    earlier = first | {"ISSUED_DT": "10/01/2026", "ATTEMPT_DT": "10/05/2026", "RESULT": "MOVED", "SERVED_DT": ""}
    undated = first | {"ISSUED_DT": "", "ATTEMPT_DT": "", "RESULT": "", "SERVED_DT": "", "RETURN_DT": ""}
    import_(county, in_folder(tmp_path / "more", {"SERVICE.csv": [first, earlier, undated]}))
    with county.reading() as db:
        found = services(db, 1, CASE, as_of=DAY)
    assert [one.issued_on for one in found] == [None, date(2026, 10, 1), date(2026, 11, 4)]


def by_hand(database: Database, case_no: str = RETURNED, *, code: str = "HOSC", on: date = date(2026, 12, 9)) -> int:
    place = {"at": time(9, 30), "courthouse": "Annex", "room": "2", "judge": "Hon. A. O'Dell"}
    with database.transaction() as db:
        return set_hearing(db, case_no, code=code, on=on, by=AGENT, **place).id  # type: ignore[arg-type]


def test_a_hearing_set_by_hand_stands_on_the_calendar_with_the_docket_of_its_case(county: Database) -> None:
    made = by_hand(county)
    with county.reading() as db:
        found = hearing(db, 1, made)
        assert audit.verify(db, 1).ok
    assert (found.case_no, found.docket, found.at, found.room) == (RETURNED, "14 CVD 18165", time(9, 30), "2")
    assert found.trace == Trace("Courtready", f"hearing {made}")


def test_the_same_hearing_set_twice_is_one_hearing(county: Database) -> None:
    assert by_hand(county) == by_hand(county)


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2026, 12, 5), "The courthouse is closed on December 5, 2026: Saturday."),
        (date(2026, 11, 26), "The courthouse is closed on November 26, 2026: Thanksgiving."),
        (date(2026, 12, 24), "The courthouse is closed on December 24, 2026: Christmas Eve."),
    ],
)
def test_no_hearing_is_set_for_a_day_on_which_the_courthouse_is_closed(county: Database, on: date, why: str) -> None:
    with pytest.raises(CourtClosed) as refused:
        by_hand(county, on=on)
    assert str(refused.value) == why


def test_no_hearing_is_set_in_a_year_whose_holidays_are_unknown(county: Database) -> None:
    with pytest.raises(YearUnknown, match="holidays of 2031 are not yet on file"):
        by_hand(county, on=date(2031, 3, 4))


def test_a_hearing_set_by_hand_has_a_listed_type_and_a_case_of_the_office(county: Database) -> None:
    with pytest.raises(NoSuchHearingType, match="There is no hearing type 'HXYZ'"):
        by_hand(county, code="HXYZ")
    with pytest.raises(NoSuchCase):
        by_hand(county, "7999999999")


def test_a_hearing_of_the_extract_may_have_a_code_that_is_not_on_the_list(
    county: Database, tmp_path: Path, small: Files
) -> None:
    odd = [dict(small["HEARINGS.csv"][0]) | {"SCHED_CD": "HXYZ", "HRG_DT": "01/04/2031"}]
    report = import_(county, in_folder(tmp_path / "odd", {"HEARINGS.csv": odd}))
    assert report.rejects == []
    with county.reading() as db:
        codes = [one.code for one in hearings_of_case(db, 1, odd[0]["IVD_CASE_NO"])]
    assert codes == ["HXYZ", "HOSC"]


def test_importing_the_calendar_again_sets_no_hearing_twice(county: Database, tmp_path: Path, small: Files) -> None:
    import_(county, in_folder(tmp_path / "again", small), at=NOON + timedelta(days=3))
    with county.reading() as db:
        assert sum(one.hearings for one in sessions(db, 1)) == len(small["HEARINGS.csv"]) == 2

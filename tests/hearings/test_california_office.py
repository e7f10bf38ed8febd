"""An office under California's law: opened, its record imported, its hearings set by hand and their notice counted."""

from datetime import date, time
from pathlib import Path

import pytest

from documents.gather import matter
from documents.manifests import ALWAYS, papers_for, templates
from filings.board import board
from hearings.actions import import_extract, set_hearing
from hearings.calendar.causes import Cell
from hearings.errors import CourtClosed
from hearings.queries import hearing
from hearings.readiness.facts import CellState
from infra.db import Database
from law.hearing_types import NoSuchHearingType
from law.states import law_of
from offices.actions import open_office
from offices.facts import Person, Role
from offices.seeds import seed_for
from tests.county import DAY, NOON, changed, county_of, in_folder
from tests.house.tree import ROOT

CASE = "7000070074"
MAPPING = ROOT / "cases" / "mappings" / "nc-acts.toml"
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
CA = law_of("CA")


@pytest.fixture
def stockton(sqlite: Database, tmp_path: Path) -> Database:
    """One case of the sample county, its papers handed over, told by a system of California in the same columns."""
    mapping = tmp_path / "cse.toml"
    mapping.write_text(MAPPING.read_text(encoding="utf-8").replace('state = "NC"', 'state = "CA"'), encoding="utf-8")
    with sqlite.transaction() as db:
        office = open_office(db, "San Joaquin County", state="CA", new_settings=seed_for("San Joaquin County"))
        handed = changed(county_of(CASE), "SERVICE.csv", lambda row: row.update(METHOD="SHERIFF"))
        extract = in_folder(tmp_path / "extract", handed)
        report = import_extract(db, office, extract, mapping=str(mapping), by="operator:test", now=NOON)
    assert report.files["CASES.csv"].created == 1
    return sqlite


def by_hand(stockton: Database, code: str, on: date = date(2026, 12, 15)) -> int:
    with stockton.transaction() as db:
        return set_hearing(
            db, CASE, code=code, on=on, at=time(8, 15), courthouse="180 E Weber Ave", room="4A", judge="", by=AGENT
        ).id


def test_an_office_of_san_joaquin_starts_with_the_words_of_californias_caption() -> None:
    seed = seed_for("San Joaquin County")
    assert (seed.plaintiff, seed.plaintiff_label, seed.other_parent_label, seed.time_zone) == (
        "County of {county}", "Petitioner/Plaintiff", "Other Parent/Party", "America/Los_Angeles",
    )  # fmt: skip


@pytest.mark.parametrize("code", sorted(CA.hearing_types()))
def test_a_hearing_of_every_type_is_set_and_its_last_day_to_serve_is_counted(stockton: Database, code: str) -> None:
    made = by_hand(stockton, code)
    with stockton.reading() as db:
        found = matter(db, 1, made, as_of=DAY)
        assert hearing(db, 1, made).room == "4A"
    assert found.kind == CA.hearing_type(code)
    assert found.uncounted == ""
    assert found.notice is not None
    assert found.notice.rule == found.kind.notice
    assert found.notice.last_day < date(2026, 12, 15)


def test_contempt_needs_sixteen_court_days_from_the_personal_service_on_record(stockton: Database) -> None:
    with stockton.reading() as db:
        found = matter(db, 1, by_hand(stockton, "OSC-CONT"), as_of=DAY).notice
    assert found is not None
    assert (found.last_day, found.met) == (date(2026, 11, 19), True)
    assert found.deadline is not None
    assert (found.deadline.trigger, found.deadline.on) == (date(2026, 11, 13), date(2026, 12, 9))


def test_a_holiday_of_california_closes_the_courthouse_and_one_of_north_carolina_does_not(stockton: Database) -> None:
    with pytest.raises(CourtClosed, match="March 31, 2027: Cesar Chavez Day"):
        by_hand(stockton, "MOD", on=date(2027, 3, 31))
    assert by_hand(stockton, "MOD", on=date(2027, 3, 26))


def test_a_schedule_code_of_north_carolina_is_refused(stockton: Database) -> None:
    with pytest.raises(NoSuchHearingType, match="no hearing type 'HOSC' on the list of California"):
        by_hand(stockton, "HOSC")


def test_every_type_of_hearing_has_its_fact_sheet_and_contempt_its_counts() -> None:
    def papers(code: str) -> list[str]:
        found = papers_for(CA.hearing_type(code), DAY, templates("ca"))
        return [each.manifest.kind for each in found if each.manifest.prepared == ALWAYS]

    assert papers("OSC-CONT") == ["fact-sheet", "contempt-counts", "statement-of-arrears"]
    assert papers("MOD") == ["fact-sheet", "notice-of-motion-and-declaration", "statement-of-arrears"]
    assert {papers(code)[0] for code in CA.hearing_types()} == {"fact-sheet"}


@pytest.mark.parametrize("code", sorted(CA.hearing_types()))
def test_every_type_has_a_row_of_readiness_whose_red_cells_say_all(stockton: Database, code: str) -> None:
    made = by_hand(stockton, code)
    with stockton.reading() as db:
        (row,) = board(db, 1, hearing(db, 1, made).session_id, DAY).rows
    assert row.kind.code == code
    for name, cell in row.red:
        assert all((cell.cause, cell.owner, cell.next_action, cell.last_safe_day)), name


def test_a_motion_to_modify_is_filed_by_the_sixteenth_court_day_before_its_hearing(stockton: Database) -> None:
    made = by_hand(stockton, "MOD")
    with stockton.reading() as db:
        (row,) = board(db, 1, hearing(db, 1, made).session_id, DAY).rows
    filing = row.cells[Cell.FILING]
    assert (filing.state, filing.last_safe_day) == (CellState.BLOCKED, date(2026, 11, 19))
    assert row.outlook.value == "hopeless"

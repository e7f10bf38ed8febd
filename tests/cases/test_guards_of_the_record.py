"""What the record refuses to count or repeat."""

from datetime import date
from pathlib import Path

import pytest

from cases.errors import MappingBroken, OtherState, UnknownFrequency
from cases.mapping import read_mapping
from cases.placing import normalise_anew
from cases.queries import case_record, find_case
from documents.gather.told_by import needs_second_source
from hearings.actions import import_extract
from hearings.records import kinds
from infra.clock import now
from infra.db import Database
from offices.actions import open_office, set_office
from offices.facts import OfficeSettings
from tests.county import county_of, import_, in_folder

CASE = "7000070000"


def test_support_of_an_unknown_frequency_is_never_counted_as_monthly(sqlite: Database, tmp_path: Path) -> None:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE)))
    with sqlite.transaction() as db:
        case_record(db, 1, CASE).orders[0].frequency = "fortnightly"
    with (
        sqlite.reading() as db,
        pytest.raises(UnknownFrequency, match="due 'fortnightly'; no row of law says how often"),
    ):
        case_record(db, 1, CASE).ledger().arrears(date(2026, 11, 20))


@pytest.mark.parametrize(
    ("teller", "second"), [("EMPL", False), ("DMV", False), ("NDNH", True), ("SESA", True), ("W4X", True)]
)
def test_a_registry_and_a_teller_nobody_knows_need_a_second_source(teller: str, second: bool) -> None:
    assert needs_second_source(teller) is second


def test_a_mapping_of_another_state_is_refused(sqlite: Database, tmp_path: Path) -> None:
    extract = in_folder(tmp_path / "extract", county_of(CASE))
    with sqlite.transaction() as db:
        office = open_office(db, "Elsewhere", state="CA", new_settings=OfficeSettings())
    with sqlite.transaction() as db, pytest.raises(OtherState, match="is for NC, but the office 'Elsewhere' is not"):
        import_extract(db, office, extract, mapping="nc-acts", by="operator:test", now=now())


def test_a_code_told_in_more_words_than_the_record_holds_is_refused_with_its_field() -> None:
    mapping = Path("cases/mappings/nc-acts.toml").read_text().replace('NCP = "obligor"', f'NCP = "{"x" * 13}"')
    with pytest.raises(MappingBroken, match="field 'role': a text is longer than 12 characters"):
        read_mapping(mapping.encode(), kinds(), name="long")


def test_docket_numbers_are_found_under_the_courts_suffix_that_was_set_after_the_import(
    sqlite: Database, tmp_path: Path
) -> None:
    with sqlite.transaction() as db:
        open_office(db, "Mecklenburg County", state="NC", new_settings=OfficeSettings())
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE)))
    with sqlite.transaction() as db:
        office = open_office(db, "Mecklenburg County", state="NC", new_settings=OfficeSettings())
        set_office(db, office, OfficeSettings(court_suffix="590"), by="operator:test")
        db.flush()
        assert normalise_anew(db, office.id) == 1
    with sqlite.reading() as db:
        assert find_case(db, 1, "19CVD005843-590") == CASE

"""What docs/importing.md tells an office to write can be written, and does what it says."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from cases.cells import _FLAGS
from cases.import_report import Report
from cases.mapping import SHIPPED, load_mapping, read_mapping
from cases.queries import case_record
from cases.records import RecordKind
from documents.gather import case_facts
from documents.gather.told_by import REGISTRIES, TOLD_BY
from hearings.actions import import_extract
from hearings.queries import sessions
from hearings.records import kinds
from infra.clock import now
from infra.db import Database
from kernel.money import Money
from offices.actions import open_office
from offices.facts import OfficeSettings

PAGE = (Path(__file__).parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")
_FENCED = "```{}\n(.*?)```"
EXTRACT = dict(re.findall(r"`([a-z]+\.csv)`:\n\n" + _FENCED.format("csv"), PAGE, flags=re.DOTALL))
SHORT, WHOLE = re.findall(_FENCED.format("toml"), PAGE, flags=re.DOTALL)
(REJECTS,) = re.findall(r"writes them:\n\n" + _FENCED.format("csv"), PAGE, flags=re.DOTALL)
SEEN_ON = date(2026, 11, 20)


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The made-up county's mapping and extract as the page prints them."""
    folder = tmp_path / "extract"
    folder.mkdir()
    for name, text in EXTRACT.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "piedmont.toml").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def _import(db: Database, county: Path) -> Report:
    with db.transaction() as session:
        office = open_office(session, "Piedmont County", state="NC", new_settings=OfficeSettings())
        mapping = str(county / "piedmont.toml")
        return import_extract(session, office, county / "extract", mapping=mapping, by="test", now=now())


def test_both_mappings_on_the_page_pass_the_check_of_a_mapping() -> None:
    assert read_mapping(SHORT.encode(), kinds(), name="short").files[0].drop.keys() == {"SRC_CD"}
    whole = read_mapping(WHOLE.encode(), kinds(), name="whole")
    assert [file.name for file in whole.files] == list(EXTRACT)


def test_every_shipped_mapping_passes_the_check_of_a_mapping() -> None:
    names = [file.stem for file in SHIPPED.glob("*.toml")]
    assert "nc-acts" in names
    assert [load_mapping(name, kinds()).name for name in names] == names


def test_the_extract_on_the_page_is_imported_as_the_page_says(sqlite: Database, county: Path) -> None:
    report = _import(sqlite, county)
    rows = sum(len(list(csv.reader(io.StringIO(text)))) - 1 for text in EXTRACT.values())
    assert sum(count.read for count in report.files.values()) == rows
    assert sum(count.created for count in report.files.values()) == 16
    told = [(one.file, str(one.line), one.column or "", one.reason) for one in report.rejects]
    assert [("file", "line", "column", "reason"), *told] == [tuple(row) for row in csv.reader(io.StringIO(REJECTS))]


def test_the_extract_on_the_page_imported_again_changes_nothing(sqlite: Database, county: Path) -> None:
    _import(sqlite, county)
    again = _import(sqlite, county)
    assert {(count.created, count.changed) for count in again.files.values()} == {(0, 0)}
    assert sum(count.unchanged for count in again.files.values()) == 16


def test_the_made_up_county_shows_the_facts_that_the_page_tells(sqlite: Database, county: Path) -> None:
    _import(sqlite, county)
    with sqlite.reading() as db:
        facts = case_facts(case_record(db, 1, "P-1001"), SEEN_ON)
        (session,) = sessions(db, 1)
    assert facts.arrears.total.value == Money(303000)
    assert facts.state_balance[0].total.value == Money(303000)
    assert (facts.obligor.name.value, facts.obligee.name.value) == ("JORDAN O'DELL", "ANA NUÑEZ")
    assert [one.written.value for one in facts.obligor.addresses] == ["12 Quarry Rd, Piedmont, NC 27000"]
    assert (facts.obligee.protected.value, facts.children[0].protected.value) == (True, True)
    assert facts.obligee.addresses == ()
    assert (session.on, session.hearings) == (date(2026, 12, 15), 1)


def test_a_dropped_column_of_the_page_reaches_no_file_of_the_data_folder(
    sqlite: Database, county: Path, data: Path
) -> None:
    told = EXTRACT["receipts.csv"].replace(",W,", ",QXORIGINQX,")
    (county / "extract" / "receipts.csv").write_text(told, encoding="utf-8")
    _import(sqlite, county)
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert b"R2" in kept
    assert b"QXORIGINQX" not in kept


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_the_page_lists_every_field_of_a_record_as_the_import_has_it(kind: RecordKind) -> None:
    sized = {"code", "text"}
    has = [
        (f.name, f"{f.kind} {f.longest}" if f.kind in sized else str(f.kind), "yes" if f.required else "no")
        for f in kind.fields
    ]
    section = PAGE.split(f"### Record `{kind.name}`")[1].split("\n### ")[0]
    assert re.findall(r"^\| `(\w+)` \| ([a-z]+(?: \d+)?) \| (yes|no) \|", section, flags=re.MULTILINE) == has


def test_the_page_lists_every_key_of_a_mapping() -> None:
    for table, keys in (("", ["source", "state", "date", "time", "dated_by", "file"]),
                        ("file.", ["name", "record", "key", "fields", "drop"])):  # fmt: skip
        assert [key for key in keys if f"| `{table}{key}` |" not in PAGE] == []


def test_the_page_lists_every_teller_and_names_those_that_stay_inside_the_office() -> None:
    table = PAGE.split("### Who told us")[1].split("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    named = {code for line in lines for code in re.findall(r"`([A-Z]+)`", line)}
    inside = {code for line in lines if "stays inside" in line for code in re.findall(r"`([A-Z]+)`", line)}
    assert named == set(TOLD_BY)
    assert inside == REGISTRIES


def test_the_page_lists_every_word_for_yes_and_no() -> None:
    (said,) = re.findall(r"is neither yes \(Y\) nor no \(N\)` \| ([A-Z0-9, ]+);", PAGE)
    assert set(said.split(", ")) == set(_FLAGS) - {""}

"""The sample county as tests use it: read as plain CSV, cut down, changed, written anew, imported."""

import csv
import io
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from cases.import_report import Report
from cases.queries import case_numbers, case_record
from documents.freeze import freeze
from documents.gather import case_facts
from hearings.actions import import_extract
from infra.db import Base, Database, database
from offices.actions import open_office
from offices.facts import Role
from offices.seeds import seed_for
from offices.tables import Staff
from tests.house.tree import ROOT

SAMPLE = ROOT / "samples" / "extract-nc"
OFFICE = "Mecklenburg County"
DAY = date(2026, 11, 20)
"""The day of the sample extract."""
NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
NAMES = tuple(sorted(path.name for path in SAMPLE.glob("*.csv")))
PAYMENT_SOURCES = ("FEDTAX", "STTAX", "UIB", "CASHBOND", "LUMP", "IWO", "SELF")

Rows = list[dict[str, str]]
Files = dict[str, Rows]


@cache
def _sample(name: str) -> tuple[Mapping[str, str], ...]:
    with (SAMPLE / name).open(newline="", encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def rows(name: str) -> Rows:
    """The rows of one file of the sample county, as text."""
    return [dict(row) for row in _sample(name)]


def county_of(*case_nos: str) -> Files:
    """Every row of the sample county that is about these cases, or all of it."""
    chosen = set(case_nos) or {row["IVD_CASE_NO"] for row in _sample("CASES.csv")}
    people = {row["MPI_NO"] for row in _sample("PARTICIPANTS.csv") if row["IVD_CASE_NO"] in chosen}
    return {
        name: [row for row in rows(name) if row.get("IVD_CASE_NO", "") in chosen or
               ("IVD_CASE_NO" not in row and row["MPI_NO"] in people)]
        for name in NAMES
    }  # fmt: skip


def as_csv(found: Rows, *, columns: Iterable[str] | None = None) -> bytes:
    """Rows as an extract writes them."""
    held = io.StringIO(newline="")
    writer = csv.DictWriter(held, list(columns or found[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(found)
    return held.getvalue().encode()


def in_folder(folder: Path, files: Files) -> Path:
    """The files as a folder of CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in files.items():
        (folder / name).write_bytes(as_csv(found, columns=_sample(name)[0]))
    return folder


def in_zip(path: Path, files: Files, *, inside: str = "") -> Path:
    """The files as a zip, in a folder of it if one is named."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, found in files.items():
            archive.writestr(inside + name, as_csv(found, columns=_sample(name)[0]))
    return path


def in_workbook(path: Path, files: Files) -> Path:
    """The files as sheets of a workbook, as people make one: dates are dates, amounts numbers, the rest text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, found in files.items():
        sheet = book.create_sheet(Path(name).stem)
        sheet.append(list(_sample(name)[0]))
        for row in found:
            sheet.append([_cell(value) for value in row.values()])
    book.save(path)
    return path


def _cell(value: str) -> object:
    if re.fullmatch(r"\d\d/\d\d/\d{4}", value):
        return datetime.strptime(value, "%m/%d/%Y")
    if re.fullmatch(r"-?[\d,]+\.\d\d", value):
        return float(value.replace(",", ""))
    return value or None


def import_(db: Database, path: Path, *, office: str = OFFICE, dry_run: bool = False, at: datetime = NOON) -> Report:
    """Import an extract for an office, made if it is new."""
    with db.transaction() as session:
        place = open_office(session, office, state="NC", new_settings=seed_for(office))
        return import_extract(session, place, path, mapping="nc-acts", by="operator:test", now=at, dry_run=dry_run)


def told(db: Database, office_id: int = 1, as_of: date = DAY) -> dict[str, str]:
    """The digest of every fact of every case of an office, with values and traces."""
    with db.reading() as session:
        return {
            case_no: freeze(case_facts(case_record(session, office_id, case_no), as_of)).digest
            for case_no in case_numbers(session, office_id)
        }


@contextmanager
def data_folder(folder: Path) -> Iterator[Database]:
    """A database of its own in a folder, made when it is new, for as long as the block lasts."""
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith("COURTREADY_")]:
            environment.delenv(name)
        environment.setenv("COURTREADY_DATA", str(folder))
        opened = database()
        Base.metadata.create_all(opened.writer)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def county_with_an_agent(folder: Path, *case_nos: str) -> Iterator[Database]:
    """The sample county of some cases in a folder, where Avery Agent can enter what people tell."""
    with data_folder(folder) as opened:
        import_(opened, in_folder(folder / "extract", county_of(*case_nos)))
        with opened.transaction() as db:
            db.add(Staff(office_id=1, name="Avery Agent", email="a@here.gov", role=Role.AGENT, password_hash="-"))
        yield opened


def changed(files: Files, name: str, change: Callable[[dict[str, str]], None], at: int = 0) -> Files:
    """The same files with one row changed."""
    copied = {each: [dict(row) for row in found] for each, found in files.items()}
    change(copied[name][at])
    return copied

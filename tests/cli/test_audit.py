"""``courtready audit``: the work paper as PDF and as a workbook."""

import io
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from documents.reading import page_texts
from tests.cli.courtready import courtready
from tests.county import OFFICE, county_of, in_folder

HIGHER = "7000070296"
AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture
def county(data: Path, tmp_path: Path) -> Path:
    extract = in_folder(tmp_path / "extract", county_of(HIGHER))
    assert courtready(data, "import", extract, "--mapping", "nc-acts", "--office", OFFICE).status == 0
    return data


def test_the_paper_and_the_workbook_come_to_what_arrears_tells(county: Path, tmp_path: Path) -> None:
    total = courtready(county, "arrears", HIGHER, *AS_OF, "--json").json["total"]
    paper, workbook = tmp_path / "a" / "audit.pdf", tmp_path / "audit.xlsx"
    said = courtready(county, "audit", HIGHER, "--out", paper, *AS_OF)
    assert "$5,110.00 on November 20, 2026. The state's balance of $5,235.00" in said.out
    told = courtready(county, "audit", "17cvd13947", "--out", workbook, *AS_OF, "--json").json
    assert (told["total"], told["lines"][-1]["total"], told["state"]["apart"]) == (total, total, 12_500)
    assert told["lines"][-2]["source"] == "ACTS ORDERS.csv 7000070296 17 CVD 13947 2017-06-19, 11/20/2026"
    assert "$5,110.00" in page_texts(paper.read_bytes())[0]
    account = openpyxl.load_workbook(io.BytesIO(workbook.read_bytes()))["Account"]
    assert account.cell(account.max_row, 8).value * 100 == total


@pytest.mark.parametrize("name", ["audit.docx", "audit"])
def test_a_file_that_is_neither_paper_nor_workbook_is_refused(county: Path, tmp_path: Path, name: str) -> None:
    said = courtready(county, "audit", HIGHER, "--out", tmp_path / name)
    assert said.refusal == "--out takes a file that ends in .pdf or .xlsx."


def test_a_case_that_is_not_there_is_refused_and_no_file_is_written(county: Path, tmp_path: Path) -> None:
    said = courtready(county, "audit", "7", "--out", tmp_path / "audit.pdf")
    assert said.refusal == "There is no case with this number in this office."
    assert not (tmp_path / "audit.pdf").exists()


@pytest.mark.parametrize("name", ["audit.pdf", "audit.xlsx"])
def test_an_identifier_among_the_words_holds_paper_and_workbook_back_in_one_sentence(
    county: Path, tmp_path: Path, name: str
) -> None:
    """It stood in the record before entries were looked over, or came by an import."""
    with sqlite3.connect(county / "courtready.db") as db:
        db.execute("UPDATE state_balance SET source_record = 'letter to 921-80-7955'")
    said = courtready(county, "audit", HIGHER, "--out", tmp_path / name)
    assert said.refusal == "The document was held back because its text holds a Social Security number."
    assert not (tmp_path / name).exists()

"""Where an obligor is protected, the work paper does not tell that the obligor was in custody, in whatever words."""

import io
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cases.money.actions import enter_suspension
from cases.money.facts import SuspensionTold
from documents.audit import WorkPaper, audit_told, work_paper_pdf, work_paper_xlsx
from documents.audit.gathering import work_paper
from documents.reading import page_texts
from infra.db import Database
from tests.county import DAY, NOON, Files, county_of, import_, in_folder
from tests.documents.audit.cases import PROTECTED, staff

CUSTODY = re.compile(r"incarcerat|custody|jail", re.IGNORECASE)
FIVE_MONTHS_LESS = {"NPA_ARR": "4,968.00", "TOTAL": "4,968.00"}


def test_what_explains_a_difference_does_not_say_that_a_protected_obligor_was_in_custody(
    sqlite: Database, tmp_path: Path
) -> None:
    paper = _paper(sqlite, tmp_path, _jailed(protected="Y"))
    assert paper.reconciliation is not None
    assert "from February 1, 2026 to June 1, 2026; the record tells of a cause" in paper.reconciliation.sentence()
    assert _says(paper) == set()


def test_neither_a_time_without_support_nor_its_rule_says_so(sqlite: Database, tmp_path: Path) -> None:
    paper = _paper(sqlite, tmp_path, _jailed(protected="Y"), entered=True)
    assert len(paper.pauses) == 1
    assert _says(paper) == set()


@pytest.mark.parametrize("entered", [False, True], ids=["on the record", "entered with its proof"])
def test_of_an_obligor_whom_nothing_protects_it_is_told(sqlite: Database, tmp_path: Path, entered: bool) -> None:
    assert "incarcerat" in _says(_paper(sqlite, tmp_path, _jailed(protected="N"), entered=entered))


def _jailed(*, protected: str) -> Files:
    """An obligor five months in jail, for which the state charged no support."""
    files = county_of(PROTECTED)
    for row in files["PARTICIPANTS.csv"]:
        if row["PART_TYPE"] == "NCP":
            row |= {"INCARC_FAC": "COUNTY", "INCARC_DT": "01/15/2026", "RELEASE_DT": "06/15/2026"}
        row |= {"FVI": protected if row["PART_TYPE"] == "NCP" else "N", "PROT_ORDER": "N"}
    for row in files["CASES.csv"]:
        row["FVI_CASE"] = "N"
    files["BALANCES.csv"][-1] |= FIVE_MONTHS_LESS
    return files


def _paper(db_of: Database, tmp_path: Path, files: Files, *, entered: bool = False) -> WorkPaper:
    import_(db_of, in_folder(tmp_path / "extract", files))
    with db_of.transaction() as db:
        if entered:
            told = SuspensionTold("incarceration", date(2026, 1, 15), date(2026, 6, 15), "jail record")
            enter_suspension(db, PROTECTED, told, by=staff(db)["agent"], now=NOON)
        return work_paper(db, 1, PROTECTED, as_of=DAY)


def _says(paper: WorkPaper) -> set[str]:
    """The words of custody on the pages, in the workbook, and in what programs read."""
    book = openpyxl.load_workbook(io.BytesIO(work_paper_xlsx(paper)))
    cells = [str(value) for sheet in book for row in sheet.values for value in row if value]
    text = "\n".join((*page_texts(work_paper_pdf(paper)), *cells, str(audit_told(paper))))
    return {word.lower() for word in CUSTODY.findall(text)}

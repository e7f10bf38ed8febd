"""``courtready readiness`` and ``courtready docket``: for programs, for people, and on paper."""

from pathlib import Path

import pytest
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from pypdf import PdfReader

from infra.migrate import MIGRATIONS
from tests.cli.courtready import courtready
from tests.desks import Desks, desks, made_desks

__all__ = ["desks", "made_desks"]

AS_OF = ("--session", "1", "--as-of", "2026-11-20")


@pytest.fixture(autouse=True)
def as_commands_find_it(desks: Desks) -> None:
    """The tables are marked as those of the newest version, so that a command leaves them as they are."""
    with desks.database.writer.begin() as connection:
        MigrationContext.configure(connection).stamp(ScriptDirectory(str(MIGRATIONS)), "head")


def test_readiness_is_told_to_programs_as_the_api_tells_it(desks: Desks, data: Path) -> None:
    told = courtready(data, "readiness", *AS_OF, "--json").json
    assert told == desks.bearer("agent").get("/api/v1/sessions/1/readiness").json()
    later = courtready(data, "readiness", "--session", "1", "--as-of", "2026-12-07", "--json").json
    assert later["hopeless"] > told["hopeless"]


def test_a_person_reads_the_counts_and_each_thing_that_is_left(data: Path) -> None:
    said = courtready(data, "readiness", *AS_OF).out
    assert said.startswith("0 of 20 ready; 20 can still be saved; 0 should be continued now. As of Nov 20, 2026.")
    assert "approval, at risk, agent: Submit the fact sheet. [by Tue Dec 8]" in " ".join(said.split())


def test_the_docket_is_written_where_it_is_asked_for(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "court" / "docket.pdf"
    assert courtready(data, "docket", *AS_OF, "--out", file).out.strip() == f"{file}: the docket of session 1"
    text = PdfReader(file).pages[0].extract_text()
    assert "Docket of Tuesday, December 8, 2026" in text


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("readiness", "--session", "99"), "There is no court session 99 in this office."),
        (("docket", "--session", "99", "--out", "x.pdf"), "There is no court session 99 in this office."),
        (("readiness", "--session", "1", "--as-of", "2525-01-01"), "--as-of takes a day between 1950 and 2100"),
    ],
)
def test_what_cannot_be_told_is_refused_in_one_sentence(data: Path, words: tuple[str, ...], why: str) -> None:
    assert why in courtready(data, *words).refusal

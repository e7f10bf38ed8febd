"""``courtready packet``: bound for somebody, written out, and handed out by a person of the office."""

from pathlib import Path

import pytest
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from pypdf import PdfReader

from infra.migrate import MIGRATIONS
from tests.cli.courtready import courtready
from tests.desks import Desks, desks, email, made_desks

__all__ = ["desks", "made_desks"]

AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture(autouse=True)
def as_commands_find_it(desks: Desks) -> None:
    """The tables are marked as those of the newest version, so that a command leaves them as they are."""
    with desks.database.writer.begin() as connection:
        MigrationContext.configure(connection).stamp(ScriptDirectory(str(MIGRATIONS)), "head")


def approved(desks: Desks, kind: str) -> bytes:
    """The PDF of a paper of the hearing, approved by an attorney."""
    agent, attorney, path = desks.bearer("agent"), desks.bearer("attorney"), f"/api/v1/revisions/{desks.revision(kind)}"
    assert agent.post(f"{path}/submit").status_code == 200
    sha = agent.get(path).json()["pdf_sha"]
    assert attorney.post(f"{path}/approve", json={"pdf_sha": sha}).status_code == 200
    return agent.get(f"{path}/pdf").content


def test_a_packet_is_written_out_and_handed_out_by_a_person(desks: Desks, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "packet.pdf"
    words = ("packet", str(desks.hearing), *AS_OF, "--out", file, "--json")
    told = courtready(data, *words).json
    assert (told["audience"], told["issue"]) == ("attorney", None)
    assert len(PdfReader(file).pages) == told["pages"]
    assert [one["number"] for one in desks.bearer("agent").get(_issues(desks)).json()] == []

    told = courtready(data, *words, "--hand-out", "--by", email("attorney")).json
    assert told["issue"] == 1
    (issue,) = desks.bearer("agent").get(_issues(desks)).json()
    assert (issue["pdf_sha"], issue["issued_by"]) == (told["sha256"], f"attorney:{email('attorney')}")


def test_a_filing_is_a_folder_with_each_approved_paper_byte_for_byte(desks: Desks, data: Path, tmp_path: Path) -> None:
    words = ("packet", str(desks.hearing), *AS_OF, "--audience", "filing", "--out", tmp_path / "filing")
    refused = courtready(data, *words).err.strip().splitlines()[-1]
    assert refused == "No paper of this hearing can be filed yet; an attorney approves papers first."
    for name in ("screening", "ability", "subsistence", "prior_contempts", "counsel_status", "withholding"):
        desks.bearer("agent").put(f"/api/v1/cases/{desks.case_no}/notes/{name}", json={"words": "None found"})
    desks.bearer("agent").post(f"/api/v1/hearings/{desks.hearing}/prepare")
    desks.work()
    paper = approved(desks, "motion-and-order-to-show-cause")

    told = courtready(data, *words, "--json").json

    (one,) = told["files"]
    assert (one["file"], one["lead"]) == (str(tmp_path / "filing" / "01-lead-1.pdf"), True)
    assert Path(one["file"]).read_bytes() == paper


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("999",), "There is no hearing 999 in this office."),
        (("{hearing}", "--hand-out"), "Say with --by E-MAIL which agent or attorney hands the packet out."),
        (
            ("{hearing}", "--hand-out", "--by", "nobody@here.example.gov"),
            "Nobody signs in as 'nobody@here.example.gov'.",
        ),
        (("{hearing}", "--hand-out", "--by", email("clerk")), "Only an agent or an attorney may do this."),
        (
            ("{hearing}", "--hand-out", "--by", email("attorney", "elsewhere")),
            "There is no hearing {hearing} in this office.",
        ),
    ],
)  # fmt: skip
def test_what_is_refused_is_one_sentence(
    desks: Desks, data: Path, tmp_path: Path, words: tuple[str, ...], refusal: str
) -> None:
    said = courtready(
        data, "packet", *(word.format(hearing=desks.hearing) for word in words), *AS_OF, "--out", tmp_path / "p.pdf"
    )
    assert said.err.strip().splitlines()[-1] == refusal.format(hearing=desks.hearing)
    assert said.status == 1
    assert desks.bearer("agent").get(_issues(desks)).json() == []


def _issues(desks: Desks) -> str:
    return f"/api/v1/hearings/{desks.hearing}/packet/issues"

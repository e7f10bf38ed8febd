"""Commands with folders, files and databases that cannot be used: one sentence, no traceback, nothing for others."""

import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cli.serving import without_question
from tests.house.tree import ROOT


def courtready(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it."""
    return subprocess.run(
        [sys.executable, "-c", "from cli.main import run; run()", *words],
        env={**os.environ, **environment}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_what_lies_in_a_data_folder_that_others_may_enter_is_readable_by_its_owner_alone(data: Path) -> None:
    data.mkdir(mode=0o755)
    data.chmod(0o755)
    assert courtready("offices", "set", "A", "--settings", str(ROOT / "offices/seeds/mecklenburg.toml")).returncode == 0
    held = [path for path in data.rglob("*") if path.is_file()]
    assert "courtready.db" in {path.name for path in held}
    assert [path.name for path in held if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


@pytest.mark.parametrize(
    "place", [{"COURTREADY_DATA": "/proc/nope"}, {"COURTREADY_DATA": "/etc/hostname"}, {"COURTREADY_DATABASE_URL": "x"}]
)
def test_a_place_that_cannot_be_used_is_told_in_one_sentence(place: dict[str, str]) -> None:
    told = courtready("sessions", **place)
    assert (told.returncode, told.stdout, "Traceback" in told.stderr) == (1, "", False)
    assert len(told.stderr.strip().splitlines()) == 1


def test_a_file_that_is_no_database_is_told_in_one_sentence(data: Path) -> None:
    data.mkdir()
    (data / "courtready.db").write_text("no database at all, but long enough to look at")
    told = courtready("sessions")
    assert "file is not a database" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("prepare", "--session", "99999999999999999999"),
        ("facts", "7000073996", "--as-of", "9999-12-31"),
        ("facts", "7000073996", "--as-of", "0001-01-01"),
        ("facts", "a\udcffb", "--office", "A"),
    ],
)
def test_numbers_days_and_bytes_out_of_range_are_refused(words: tuple[str, ...]) -> None:
    courtready("offices", "set", "A", "--settings", str(ROOT / "offices/seeds/mecklenburg.toml"))
    told = courtready(*words)
    assert told.returncode in (1, 2)
    assert (told.stdout, "Traceback" in told.stderr) == ("", False)


def test_the_access_log_holds_no_search_words() -> None:
    line = logging.LogRecord(
        "uvicorn.access", logging.INFO, "", 0, '%s - "%s %s HTTP/%s" %d',
        ("127.0.0.1:1", "GET", "/cases?q=PRUITT", "1.1", 404), None,
    )  # fmt: skip
    assert without_question(line)
    assert line.getMessage() == '127.0.0.1:1 - "GET /cases HTTP/1.1" 404'

"""What the README and the docs promise exists."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from infra.config import Config
from tests.house.tree import ROOT, documents

COMMANDS = {
    "import", "sessions", "prepare", "facts", "binder", "users", "jobs", "openapi", "doctor", "serve", "work", "demo",
    "templates", "forms", "packet", "reprint", "offices", "deadline", "law", "readiness", "docket", "arrears", "audit",
    "plans",
    "guideline", "today", "refresh", "figures",
}  # fmt: skip
OPTIONS = {
    "today": ["--person", "--json"],
    "import": ["--mapping", "--office", "--dry-run", "--json"],
    "sessions": ["--json"],
    "prepare": ["--session", "--also", "--json"],
    "facts": ["--as-of", "--json"],
    "arrears": ["--as-of", "--json"],
    "plans": ["--as-of", "--json"],
    "audit": ["--out", "--as-of", "--json"],
    "binder": ["--session", "--out"],
    "refresh": ["--as-of", "--json"],
    "figures": ["--audience", "--as-of", "--json"],
    "jobs": ["--json"],
    "doctor": ["--json"],
    "readiness": ["--session", "--as-of", "--json"],
    "docket": ["--session", "--out"],
    "guideline": ["--state", "--worksheet", "--input", "--json"],
    "deadline": ["--state", "--rule", "--trigger", "--method", "--json"],
}
CODE = re.compile(r"```.*?```|`[^`\n]+`", flags=re.DOTALL)
TYPED = re.compile(r"\bcourtready ([a-z][a-z-]*)")


def _settings_named() -> Iterator[tuple[Path, str]]:
    for file in (*documents(), ROOT / "compose.yaml", ROOT / "Dockerfile"):
        for name in re.findall(r"\bCOURTREADY_[A-Z_]+", file.read_text()):
            yield file, name


def _settings_known() -> set[str]:
    return {f"COURTREADY_{name.upper()}" for name in Config.model_fields}


def _commands_named() -> set[str]:
    """Commands as somebody would type them: in a fenced block or between backticks."""
    return {name for file in documents() for part in CODE.findall(file.read_text()) for name in TYPED.findall(part)}


@cache
def _help(*words: str) -> str:
    wide = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    command = [str(Path(sys.executable).with_name("courtready")), *words, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=wide, timeout=120).stdout


def _commands_known() -> set[str]:
    return set(re.findall(r"^[│| ]+([a-z][a-z-]*)\s{2,}", _help(), flags=re.MULTILINE))


def test_every_setting_that_is_named_in_a_document_exists() -> None:
    known = _settings_known()
    assert {name: file.name for file, name in _settings_named() if name not in known} == {}


def test_every_setting_that_exists_is_named_in_a_document() -> None:
    assert _settings_known() - {name for _, name in _settings_named()} == set()


def test_every_command_that_is_named_in_a_document_exists() -> None:
    named = _commands_named()
    assert "demo" in named, "the README names no command"
    assert named - _commands_known() == set()


def test_every_promised_command_exists() -> None:
    assert COMMANDS - _commands_known() == set()


@pytest.mark.parametrize("command", sorted(OPTIONS))
def test_a_command_that_other_programs_call_keeps_its_options(command: str) -> None:
    said = _help(command)
    assert [option for option in OPTIONS[command] if option not in said] == []


def test_every_make_target_that_is_named_in_a_document_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    code = [part for file in documents() for part in CODE.findall(file.read_text())]
    assert {name for part in code for name in re.findall(r"\bmake ([a-z]+)", part)} - targets == set()

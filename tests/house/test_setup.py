"""Set-up takes only what is pinned, names no address, and says in words what it may not do."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.tree import ROOT, pyproject

PINNED = ("requirements.txt", "requirements-dev.txt")
ADDRESS = re.compile(r"https?://|--(extra-)?index-url|--find-links|\bgit\+")
SCRIPTS = [str(file.relative_to(ROOT)) for file in sorted((ROOT / "tools").glob("*.sh"))]
MUST_NAME_NO_ADDRESS = (*PINNED, *SCRIPTS, "Makefile", ".ci/run", "Dockerfile", "compose.yaml")
OUR_OWN = re.compile(r"http://(localhost|127\.0\.0\.1)\b")


def _entries(file: str) -> dict[str, str]:
    """Each pinned package with its whole entry."""
    text = (ROOT / file).read_text()
    return {entry.split("==")[0]: entry for entry in re.split(r"\n(?=[a-z])", text)}


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", Requirement(requirement).name).lower()


@pytest.mark.parametrize("file", MUST_NAME_NO_ADDRESS)
def test_nothing_that_sets_up_names_an_address(file: str) -> None:
    lines = (ROOT / file).read_text().splitlines()
    assert [line for line in lines if ADDRESS.search(OUR_OWN.sub("", line))] == []


@pytest.mark.parametrize("file", PINNED)
def test_every_requirement_is_one_version_with_its_hashes(file: str) -> None:
    entry = re.compile(r"[a-z0-9._-]+(\[[a-z0-9,_-]+\])?==[^\s;]+( ;[^\\]+)? \\\n\s+--hash=sha256:[0-9a-f]{64}")
    assert [name for name, whole in _entries(file).items() if not entry.match(whole)] == []


@pytest.mark.parametrize(("file", "groups"), list(zip(PINNED, (["build"], ["build", "dev"]), strict=True)))
def test_the_pinned_versions_are_those_that_the_project_asks_for(file: str, groups: list[str]) -> None:
    asked = [*pyproject()["project"]["dependencies"]]
    asked += [line for group in groups for line in pyproject()["dependency-groups"][group]]
    pinned = {re.sub(r"\[.*", "", name): whole for name, whole in _entries(file).items()}
    wrong = [line for line in asked if not _satisfied(line, pinned.get(_name(line), ""))]
    assert wrong == []


def test_what_runs_in_the_tests_is_what_runs_in_production() -> None:
    run, tested = (_entries(file) for file in PINNED)
    assert [name for name, whole in run.items() if _pins(whole) != _pins(tested.get(name, ""))] == []


def test_an_account_that_may_not_install_is_told_in_one_sentence_what_is_missing(tmp_path: Path) -> None:
    said = _set_up_where_nothing_is_installed(tmp_path, "run")
    assert said.returncode == 1
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1
    assert said.stderr.startswith("Courtready needs Debian packages that this account may not install; ")
    assert "apt-get install --no-install-recommends " in said.stderr
    assert "libreoffice-writer-nogui" in said.stderr
    assert "chromium" not in said.stderr


def test_running_needs_no_browser_and_no_broker_but_testing_does(tmp_path: Path) -> None:
    said = _set_up_where_nothing_is_installed(tmp_path, "tests").stderr
    assert [name for name in ("chromium", "rabbitmq-server", "redis-server") if name not in said] == []


def _set_up_where_nothing_is_installed(tmp_path: Path, for_what: str) -> subprocess.CompletedProcess[str]:
    """The real set-up script, with stand-ins for the three programs that tell it about the machine."""
    for program, answer in {"id": "echo 1000", "sudo": "exit 1", "dpkg-query": "exit 1"}.items():
        stand_in = tmp_path / program
        stand_in.write_text(f"#!/bin/sh\n{answer}\n")
        stand_in.chmod(0o755)
    told = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    command = [str(ROOT / "tools/setup.sh"), for_what]
    return subprocess.run(command, capture_output=True, text=True, env=told, timeout=60, check=False)


def _satisfied(asked: str, whole: str) -> bool:
    found = re.match(r"[^=]+==([^\s;]+)", whole)
    return found is not None and Requirement(asked).specifier.contains(found[1], prereleases=True)


def _pins(whole: str) -> list[str]:
    return [line for line in whole.splitlines() if not line.strip().startswith("#")]

"""The documents hold together: links lead somewhere, decisions are listed, pictures are small, no line is endless."""

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, documents

TEXTS = (*documents(), *(ROOT / name for name in ("GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md")))
DECISIONS = ROOT / "docs" / "decisions"
LARGEST_PICTURE = 200_000
LONGEST_LINE = 120
NOT_FOR_READERS = re.compile(r"/home/|/Users/|\bhttps?://(?!127\.0\.0\.1|localhost)")


def _named(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", TEXTS, ids=_named)
def test_every_link_of_a_document_leads_to_a_file(file: Path) -> None:
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text())]
    assert [target for target in targets if target and not (file.parent / target).is_file()] == []


@pytest.mark.parametrize("file", TEXTS, ids=_named)
def test_no_line_of_prose_is_endless_and_no_code_is_cut_in_two(file: Path) -> None:
    prose = re.sub(r"```.*?```", "", file.read_text(), flags=re.DOTALL).splitlines()
    prose = [line for line in prose if not line.lstrip().startswith("|") and file.parent.name != "law"]
    assert [line for line in prose if len(line) > LONGEST_LINE] == []
    assert [line for line in prose if line.count("`") % 2] == []


@pytest.mark.parametrize("file", TEXTS, ids=_named)
def test_no_document_names_a_machine_or_an_address(file: Path) -> None:
    assert NOT_FOR_READERS.findall(file.read_text()) == []


def test_every_decision_is_listed_and_says_context_decision_and_consequences() -> None:
    listed = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (DECISIONS / "README.md").read_text())
    files = sorted(DECISIONS.glob("[0-9]*.md"))
    assert listed == [file.name for file in files]
    assert [int(name[:4]) for name in listed] == list(range(1, len(files) + 1))
    parts = ("**Context.**", "**Decision.**", "**Consequences.**")
    assert {file.name for file in files if not all(part in file.read_text() for part in parts)} == set()


def test_every_picture_is_shown_in_the_readme_and_small() -> None:
    shown = re.findall(r"!\[[^]]{20,}\]\((docs/pictures/[a-z-]+\.png)\)", (ROOT / "README.md").read_text())
    pictures = sorted((ROOT / "docs" / "pictures").iterdir())
    assert sorted(shown) == [_named(file) for file in pictures]
    assert [file.name for file in pictures if file.stat().st_size > LARGEST_PICTURE] == []


def test_every_file_that_contributors_are_sent_to_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text() + (ROOT / "docs" / "importing.md").read_text()
    named = re.findall(r"`((?:api|cases|cli|documents|hearings|infra|law|offices|tests|worker)/[a-z_/.-]+)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_readme_and_changes_count_the_papers_that_there_are() -> None:
    carolina, california = (len(list((ROOT / "templates" / state).glob("*/manifest.toml"))) for state in ("nc", "ca"))
    told = rf"\*\*{carolina + california} papers\*\*, {carolina} for North Carolina and {california} for California"
    assert re.search(told, (ROOT / "README.md").read_text())
    assert f"**Papers**, {carolina + california} of them" in (ROOT / "CHANGELOG.md").read_text()

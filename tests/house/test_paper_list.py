"""The list of papers says what the templates say."""

import shutil
from pathlib import Path

import pytest

from documents.manifests import ROOT
from tools.paper_list import PAGE, STATES, page

WRITE_IT = "run: python -m tools.paper_list"


def test_the_list_of_papers_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), WRITE_IT


def test_every_template_stands_on_the_list_with_its_title_and_its_cites() -> None:
    folders = sorted(file.parent for file in ROOT.glob("*/*/manifest.toml"))
    listed = PAGE.read_text(encoding="utf-8")
    assert len(folders) > 20
    assert [folder.name for folder in folders if f"`{folder.parent.name}/{folder.name}`" not in listed] == []
    assert {folder.parent.name for folder in folders} == set(STATES)


@pytest.mark.parametrize(("was", "now"), [('"Proof of Service"', '"Certificate"'), ("§ 17212(b)(3)", "§ 17213")])
def test_a_changed_title_or_cite_makes_the_list_out_of_date(tmp_path: Path, was: str, now: str) -> None:
    shutil.copytree(ROOT, tmp_path / "templates")
    file = tmp_path / "templates" / "ca" / "proof-of-service" / "manifest.toml"
    assert was in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    assert page(tmp_path / "templates") != page()

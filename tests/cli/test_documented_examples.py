"""What the guides show as JSON is what the commands tell of the sample county: an example that aged is found."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.courtready import courtready
from tests.county import OFFICE, SAMPLE
from tests.house.tree import ROOT

AS_OF = ("--as-of", "2026-11-20")
LEFT_OUT = "..."
"""What an example leaves out: a value, or as a key whatever stands beside the keys that it names."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county") / "data"
    folder.mkdir()
    assert courtready(folder, "import", SAMPLE, "--mapping", "nc-acts", "--office", OFFICE).status == 0
    return folder


def examples(guide: str) -> list[Any]:
    """The JSON of a guide in its order."""
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    return [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, flags=re.DOTALL)]


def example(guide: str, *keys: str) -> dict[str, Any]:
    """The one example of a guide that has these keys."""
    (found,) = [one for one in examples(guide) if set(keys) <= set(one)]
    return dict(found)


def parted(shown: Any, told: Any, place: str = "") -> list[str]:
    """Where an example says what was not told. Of a list it may show some entries; what it shows has its every key."""
    if isinstance(shown, str) and shown.endswith(LEFT_OUT) and str(told).startswith(shown.removesuffix(LEFT_OUT)):
        return []
    if isinstance(shown, dict) and isinstance(told, dict):
        left_out = set() if LEFT_OUT in shown else set(told) - set(shown)
        gone = [f"{place}.{key}" for key in sorted(set(shown) - set(told) - {LEFT_OUT} | left_out)]
        return gone + [
            each for key in shown if key in told for each in parted(shown[key], told[key], f"{place}.{key}")
        ]
    if isinstance(shown, list) and isinstance(told, list):
        return [f"{place}: {one}" for one in shown if all(parted(one, each) for each in told)]
    return [] if shown == told else [f"{place}: {shown} and not {told}"]


def test_the_example_of_arrears_is_what_is_owed(county: Path) -> None:
    shown = example("money.md", "total_is", "lines")
    assert parted(shown, courtready(county, "arrears", shown["case_no"], *AS_OF, "--json").json) == []


def test_the_example_of_the_balances_of_a_county_is_their_count(county: Path) -> None:
    shown = example("money.md", "sums", "balances")
    assert parted(shown, courtready(county, "balances", *AS_OF, "--processes", "1", "--json").json) == []


def test_the_example_of_an_audit_is_the_audit(county: Path, tmp_path: Path) -> None:
    shown = example("money.md", "statement", "counts")
    file = tmp_path / "audit.xlsx"
    told = courtready(county, "audit", shown["case_no"], "--out", file, *AS_OF, "--json").json
    assert told.pop("file") == str(file)
    assert parted(shown, told) == []


@pytest.mark.parametrize(
    ("state", "asked", "answer"),
    [("NC", ("worksheet", "obligor"), ("lines", "shaded")), ("CA", ("timeshare_a",), ("low_income", "k"))],
)
def test_the_example_of_a_guideline_is_its_answer(
    state: str, asked: tuple[str, ...], answer: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "input.json"
    file.write_text(json.dumps(example("guideline.md", *asked)))
    told = courtready(tmp_path / "data", "guideline", "--state", state, "--input", file, "--json").json
    assert parted(example("guideline.md", *answer) | {LEFT_OUT: LEFT_OUT}, told) == []


def test_an_example_that_aged_is_found_with_its_place() -> None:
    told = {"total": 1, "lines": [{"on": "2026-01-01", "kind": "child support"}], "words": "A long sentence."}
    assert parted({"total": 2, "...": None}, told) == [".total: 2 and not 1"]
    assert parted({"total": 1, "words": "A long ..."}, told) == [".lines"]
    assert parted(told | {"lines": [{"on": "2026-01-01"}]}, told) == [".lines: {'on': '2026-01-01'}"]
    assert parted(told | {"more": 1}, told) == [".more"]

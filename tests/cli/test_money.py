"""``courtready arrears``: what is owed by bucket, every line, and the state's balance beside it."""

from pathlib import Path

import pytest

from tests.cli.courtready import courtready
from tests.county import OFFICE, county_of, in_folder

HIGHER, ASSIGNED = "7000070296", "7000070111"
AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture
def county(data: Path, tmp_path: Path) -> Path:
    extract = in_folder(tmp_path / "extract", county_of(HIGHER, ASSIGNED))
    assert courtready(data, "import", extract, "--mapping", "nc-acts", "--office", OFFICE).status == 0
    return data


def test_the_buckets_are_told_in_cents_and_the_last_line_comes_to_them(county: Path) -> None:
    told = courtready(county, "arrears", ASSIGNED, *AS_OF, "--json").json
    buckets = ("current", "family", "assigned", "other_state", "interest", "fees", "ahead")
    assert {name: told[name] for name in ("case_no", "as_of", "total", *buckets)} == {
        "case_no": ASSIGNED, "as_of": "2026-11-20", "total": 1_469_400, "current": 91_000, "family": 888_600,
        "assigned": 489_800, "other_state": 0, "interest": 0, "fees": 2_500, "ahead": 0,
    }  # fmt: skip
    assert told["lines"][-1]["balance"] == {name: told[name] for name in buckets}
    assert told["lines"][-1]["total"] == told["total"]
    assert told["state"]["apart"] == 0
    assert told["interest_rule"] == "No interest runs on this account under the law of NC."


def test_a_balance_of_the_state_that_is_off_is_named_with_the_amount(county: Path) -> None:
    told = courtready(county, "arrears", HIGHER, *AS_OF, "--json").json
    assert (told["total"], told["state"]["state"], told["state"]["apart"]) == (511_000, 523_500, 12_500)
    assert "is $125.00 higher than ours of $5,110.00" in courtready(county, "arrears", HIGHER, *AS_OF).out


def test_on_a_day_before_the_state_told_a_balance_ours_stands_alone(county: Path) -> None:
    assert courtready(county, "arrears", ASSIGNED, "--as-of", "2026-11-19", "--json").json["state"] is None


def test_a_case_that_is_not_there_is_refused_in_one_sentence(county: Path) -> None:
    said = courtready(county, "arrears", "7", "--json")
    assert said.refusal == "There is no case with this number in this office."

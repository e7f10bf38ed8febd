"""``courtready plans``: how the plans of a case stand, what to do next, and when the debt is paid off."""

from pathlib import Path

import pytest

from tests.cli.courtready import courtready
from tests.county import OFFICE, county_of, in_folder

ORDERED = "7000070222"
"""A case whose order sets $50.00 a month toward the arrears, of which nothing is paid."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    extract = in_folder(folder / "extract", county_of(ORDERED))
    courtready(folder / "data", "import", extract, "--mapping", "nc-acts", "--office", OFFICE)
    return folder / "data"


def test_what_an_order_sets_toward_the_arrears_is_told_as_a_plan(county: Path) -> None:
    told = courtready(county, "plans", ORDERED, "--as-of", "2026-11-20", "--json").json
    (plan,) = told["plans"]
    assert (plan["id"], plan["instalment"], plan["standing"]) == (None, 5_000, "broken")
    assert plan["behind"] == sum(one["amount"] - one["paid"] for one in plan["instalments"] if one["state"] == "missed")
    assert plan["next_steps"][0]["rule"] == "nc.plan.broken-order"
    assert told["pay_off"]["owed"] == 1_398_900


def test_in_words_it_says_what_to_do_and_when_the_debt_is_paid(county: Path) -> None:
    said = courtready(county, "plans", ORDERED, "--as-of", "2026-11-20").out
    assert "Ask for an order to show cause" in said
    assert "$13,989.00 is owed; if all is paid as ordered, nothing is from" in said


def test_a_case_that_is_not_there_is_refused_in_one_sentence(county: Path) -> None:
    assert courtready(county, "plans", "123").refusal == "There is no case with this number in this office."

"""``courtready arrears``: what is owed by bucket, every line, and the state's balance beside it."""

import csv
import json
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


def test_the_balances_of_every_case_go_to_a_file_and_the_wrong_one_is_shown(county: Path, tmp_path: Path) -> None:
    said = courtready(county, "balances", *AS_OF, "--out", tmp_path / "all.csv")
    assert said.status == 0, said.err
    assert HIGHER in said.out
    assert ASSIGNED not in said.out
    assert "2 cases on November 20, 2026" in said.out
    assert "wrong in 1; 0 cannot be counted" in said.out
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["case_no"]: row for row in csv.DictReader(file)}
    assert [(row["total"], row["apart"]) for row in rows.values()] == [("14694.00", "0.00"), ("5110.00", "125.00")]
    assert (rows[HIGHER]["cause"], rows[ASSIGNED]["cause"]) == ("opening balance", "")


def test_the_balances_as_json_are_those_of_each_case(county: Path, tmp_path: Path) -> None:
    told = courtready(county, "balances", *AS_OF, "--wrong", "--json", "--out", tmp_path / "wrong.json").json
    (wrong,) = told["balances"]
    alone = courtready(county, "arrears", HIGHER, *AS_OF, "--json").json
    buckets = ("total", "current", "family", "assigned", "other_state", "interest", "fees", "ahead")
    assert {name: wrong[name] for name in buckets} == {name: alone[name] for name in buckets}
    assert wrong["state"]["sentence"] == alone["state"]["sentence"]
    assert (told["cases"], told["sums"]["total"]) == (2, 511_000 + 1_469_400)
    assert json.loads((tmp_path / "wrong.json").read_text()) == {"as_of": "2026-11-20", "balances": [wrong]}


def test_balances_in_another_kind_of_file_are_refused_before_anything_is_counted(county: Path, tmp_path: Path) -> None:
    refusal = courtready(county, "balances", "--out", tmp_path / "balances.xls").refusal
    assert refusal == "Balances are written to a file that ends in .csv or .json, and 'balances.xls' does not."
    assert not (tmp_path / "balances.xls").exists()

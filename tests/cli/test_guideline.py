"""``courtready guideline``: both states from a file, JSON as promised, and a refusal in one sentence for the rest."""

import json
import os
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.guideline import RUNS
from cli.main import app
from kernel.refusals import Courteous, Refused
from kernel.strict_json import strict_json
from tests.cli.courtready import courtready
from tests.law.nc_guideline.asking import run, written

GUIDE = Path(__file__).parents[2] / "docs" / "guideline.md"
JSON = re.compile(r"```json\n(.*?)```", flags=re.DOTALL)
PROMISED = ["payer", "amount", "lines", "shaded", "schedule"]
CALIFORNIA = {
    "period_on": "2026-12-01", "children": 2, "parent_a": {"net": 250000}, "parent_b": {"net": 400000},
    "timeshare_a": "0.80", "addons": [],
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "input.json"
    place.write_text(json.dumps(written()))
    return place


def test_a_worksheet_is_told_as_promised_with_no_office_no_database_and_no_folder(file: Path, tmp_path: Path) -> None:
    words = ("guideline", "--state", "NC", "--worksheet", "A", "--input", file, "--json")
    told = courtready(tmp_path / "data", *words).json
    assert list(told)[:5] == PROMISED
    assert told == run()
    assert (told["payer"], told["amount"], told["shaded"]) == ("defendant", 96091, False)
    assert told["lines"]["5d"] == {"plaintiff": 40000, "defendant": 10000, "combined": 50000}
    assert told["schedule"] == {"effective": "2023-01-01", "verified": False}
    assert not (tmp_path / "data").exists()


def test_a_person_reads_each_line_the_order_and_that_no_attorney_has_checked_the_rows(file: Path) -> None:
    said = spoken("--state", "nc", "--worksheet", "a", "--input", str(file)).output
    lines = [[cell.strip() for cell in line.strip("│").split("│")] for line in said.splitlines() if "│" in line]
    assert ["1", "Monthly gross income", "$2,500.00", "$3,000.00", ""] in lines
    assert ["3", "Share of income", "45.45 %", "54.55 %", ""] in lines
    assert ["5d", "Total of these costs", "$400.00", "$100.00", "$500.00"] in lines
    assert said.splitlines()[-2:] == [
        "The defendant pays $960.91 a month by Worksheet A (AOC-CV-627), for a hearing on December 8, 2026.",
        "Some rows of law are unverified.",
    ]


def test_a_shaded_decision_is_read_by_a_person_too(file: Path) -> None:
    file.write_text(json.dumps(written(children=1, defendant={"gross": 170000})))
    assert "is in the shaded area for 1 child (up to $1,750.00)" in spoken("--state", "NC", "--input", str(file)).output


def test_nobody_pays_where_the_obligor_pays_more_directly(file: Path) -> None:
    file.write_text(json.dumps(written(defendant={"gross": 250000, "insurance": 200000})))
    assert "Nobody pays the other parent by Worksheet A" in spoken("--state", "NC", "--input", str(file)).output


def test_california_is_told_from_the_same_command(file: Path) -> None:
    file.write_text(json.dumps(CALIFORNIA))
    told = json.loads(spoken("--state", "CA", "--input", str(file), "--json").output)
    assert {"payer", "amount", "k", "fraction", "per_child", "low_income", "addons"} <= set(told)
    assert {"threshold", "max_reduction", "low", "high"} <= set(told["low_income"])
    # TN 6,500: K = 1.2 x 0.25; 0.3 x (4,000 - 0.2 x 6,500) = 810 for one child, x 1.6 for two
    assert (told["payer"], told["amount"], told["per_child"]) == ("parent_b", 129600, [81000, 48600])
    assert "Parent B pays $1,296.00 a month by the guideline." in spoken("--state", "CA", "--input", str(file)).output


def test_the_total_with_the_shares_of_additional_support_is_said_after_the_support(file: Path) -> None:
    # nets of 4,000.00 less 1,296.00 and 2,500.00: B bears 2,704 / 5,204 of 600.00
    file.write_text(json.dumps(CALIFORNIA | {"addons": [{"kind": "child care", "amount": 60000}]}))
    said = spoken("--state", "CA", "--input", str(file)).output
    assert "Support of $1,296.00 and shares of additional support of $311.76 are $1,607.76." in said
    assert "paid straight to a provider" in said


@pytest.mark.parametrize(("state", "shortened"), [("NC", {"lines"}), ("CA", {"steps", "rows"})])
def test_the_example_of_the_guide_gives_what_it_says(state: str, shortened: set[str], file: Path) -> None:
    told = [json.loads(block) for block in JSON.findall(GUIDE.read_text(encoding="utf-8"))]
    asked, answer = told[:2] if state == "NC" else told[2:]
    file.write_text(json.dumps(asked))
    found = json.loads(spoken("--state", state, "--input", str(file), "--json").output)
    assert {name: found[name] for name in answer if name not in shortened} == {
        name: value for name, value in answer.items() if name not in shortened
    }
    for name in shortened:
        in_full, in_part = found[name], answer[name]
        if isinstance(in_part, dict):
            in_part.pop("...", None)
        assert all((each in in_full) and (state == "CA" or in_full[each] == in_part[each]) for each in in_part)


REFUSED = {
    "empty": (b"", "The JSON cannot be used: it is empty."),
    "not JSON": (b"gross: 3000", "The JSON cannot be used: line 1, column 1 is not JSON."),
    "NaN": (b'{"hearing_on": NaN}', "The JSON cannot be used: NaN is not a number."),
    "deep nesting": (b"[" * 100_000 + b"]" * 100_000, "The JSON cannot be used: it is nested deeper than 32 levels."),
    "a list": (b"[]", "The input is not a group of names and values, as in {…}."),
    "negative income": (
        json.dumps(written(defendant={"gross": -5})).encode(),
        "The guideline input 'defendant.gross' is less than zero.",
    ),
    "400 overnights": (
        json.dumps(written(children=1, defendant={"gross": 5, "overnights": 400})).encode(),
        "The defendant has 400 overnights, and one child has 365 in a year (AOC-CV-628, line 7).",
    ),
    "a child born after the hearing": (
        json.dumps(written(children=["2026-12-25"])).encode(),
        "A child born on December 25, 2026 cannot be supported by an order of December 8, 2026, the day",
    ),
    "a year without a schedule": (
        json.dumps(written(hearing_on="2020-03-02")).encode(),
        "No Schedule of Basic Support Obligations is on file for hearings on March 2, 2020;",
    ),
    "another worksheet": (
        json.dumps(written(worksheet="B")).encode(),
        "The guideline input 'worksheet' is B, and Worksheet A was asked for.",
    ),
}


CAROLINA_IN_FULL = written(
    worksheet="B", children=1,
    plaintiff={"gross": 250_000, "pre_existing": 1, "other_children": 1, "childcare": 1, "insurance": 1,
               "extraordinary": 1, "overnights": 165, "children_living": 0},
    defendant={"gross": 300_000, "overnights": 200},
)  # fmt: skip
CALIFORNIA_IN_FULL = CALIFORNIA | {
    "parent_a": {"net": 250_000, "hardship": ["0.5"]}, "addons": [{"kind": "travel", "amount": 100}],
    "addon_split": "half", "spousal_support": {"paid_by": "parent_b", "amount": 100}, "base_support": 100,
    "other_case": {"of": "parent_a", "other_parent": {"net": 100}, "children": 1, "timeshare": "0"},
}  # fmt: skip
IN_FULL = {"NC": CAROLINA_IN_FULL, "CA": CALIFORNIA_IN_FULL}
NO_NUMBER = ("true", "false", "1.5", "2.0", '"1"', "-1", "1e3", "9" * 30, "9" * 5000, "NaN", "Infinity", "[]", "{}")
NO_WORD = ("true", "false", "1", "1.5", "-1", "NaN", "[]", "{}", '""', '"x"')


def places(whole: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Where each single entry stands."""
    if not isinstance(whole, dict | list):
        yield path, whole
        return
    for key, value in whole.items() if isinstance(whole, dict) else enumerate(whole):
        yield from places(value, (*path, key))


@pytest.mark.parametrize("state", IN_FULL)
def test_an_entry_of_another_kind_or_beyond_meaning_is_refused_wherever_it_stands(state: str, file: Path) -> None:
    file.write_text(json.dumps(IN_FULL[state]))
    assert spoken("--state", state, "--input", str(file), "--json").exit_code == 0
    taken = []
    for path, value in places(IN_FULL[state]):
        for wrong in NO_NUMBER if isinstance(value, int) else NO_WORD:
            sent = deepcopy(IN_FULL[state])
            at = sent
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = "here"
            if not refusal(state, json.dumps(sent).replace('"here"', wrong).encode()).endswith("."):
                taken.append((path, wrong))
    assert taken == []


def refusal(state: str, held: bytes) -> str:
    """The sentence with which the command refuses what a file holds; empty where it takes it."""
    try:
        RUNS[state](strict_json(held), None)
    except Refused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("wrong", [{"judge": 1}, {"Children": 2}, {"plaintiff2": {}}])
@pytest.mark.parametrize("state", IN_FULL)
def test_an_unknown_key_is_named(state: str, wrong: dict[str, Any], file: Path) -> None:
    file.write_text(json.dumps(IN_FULL[state] | wrong))
    assert f"'{next(iter(wrong))}'" in str(spoken("--state", state, "--input", str(file)).exception)


@pytest.mark.parametrize("children", [1, 2, 3])
@pytest.mark.parametrize("whose", ["plaintiff", "defendant"])
def test_worksheet_b_stops_at_400_overnights_of_one_parent_where_the_others_do_not_fill_the_years_of_the_children(
    whose: str, children: int, file: Path
) -> None:
    """B1 of the worked numbers has 400 and 330 for two children: line 7 counts all children together."""
    shared = {side: {"gross": 300_000, "overnights": 165} for side in ("plaintiff", "defendant")}
    shared[whose]["overnights"] = 400
    file.write_text(json.dumps(written(worksheet=None, children=children, **shared)))
    said = str(spoken("--state", "NC", "--worksheet", "B", "--input", str(file)).exception)
    if children == 1:
        assert said == f"The {whose} has 400 overnights, and one child has 365 in a year (AOC-CV-628, line 7)."
    else:
        there_are = f"{children} children together have {children * 365} in a year (AOC-CV-628, line 7)."
        assert said == f"The overnights of both parents add up to 565, and {there_are}"


@pytest.mark.parametrize("case", REFUSED)
def test_an_input_that_cannot_be_used_is_refused_in_one_sentence(case: str, file: Path) -> None:
    held, begins = REFUSED[case]
    file.write_bytes(held)
    ended = spoken("--state", "NC", "--worksheet", "A", "--input", str(file), "--json")
    assert isinstance(ended.exception, Courteous)
    assert str(ended.exception).startswith(begins)
    assert ended.stdout == ""


def test_a_refusal_is_one_sentence_on_standard_error_and_a_status_of_one(file: Path, tmp_path: Path) -> None:
    file.write_bytes(REFUSED["negative income"][0])
    said = courtready(tmp_path / "data", "guideline", "--state", "NC", "--input", file, "--json")
    assert (said.status, said.refusal) == (1, REFUSED["negative income"][1])


def test_a_file_that_never_ends_or_is_too_large_is_refused_before_it_is_read(file: Path, tmp_path: Path) -> None:
    os.truncate(file, 1024 * 1024 + 1)
    for place, why in (
        (Path("/dev/zero"), "it is not a regular file"),
        (tmp_path, "it is not a regular file"),
        (file, "it is larger than 1 MB"),
    ):
        ended = spoken("--state", "NC", "--input", str(place))
        assert str(ended.exception) == f"{place} cannot be used: {why}."


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = courtready(tmp_path / "data", "guideline", "--state", "NC", "--input", tmp_path / "none.json")
    assert said.refusal == f"{tmp_path / 'none.json'} cannot be used: No such file or directory."


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--state", "TX"), "The law of 'TX' is not on file; on file are CA, NC."),
        (("--state", "NC", "--worksheet", "D"), "The guideline input 'worksheet' is none of A, B, C."),
        (("--state", "CA", "--worksheet", "A"), "The guideline of California has one worksheet for every case;"),
        (("--state", "CA"), ""),
    ],
)
def test_a_question_that_fits_no_guideline_is_refused(words: tuple[str, ...], begins: str, file: Path) -> None:
    ended = spoken(*words, "--input", str(file))
    assert isinstance(ended.exception, Courteous)
    assert str(ended.exception).startswith(begins)


def spoken(*words: str) -> Any:
    """How the command ended, run in this process on a wide screen."""
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["guideline", *words])

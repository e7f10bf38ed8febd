"""What is refused, each in one sentence that names the key."""

from typing import Any

import pytest

from kernel.refusals import Refused
from law.nc.guideline.reading import read_inputs
from tests.law.nc_guideline.asking import run, written

P, D = {"gross": 250000}, {"gross": 300000}
SHARED = {"plaintiff": P | {"overnights": 400}, "defendant": D | {"overnights": 330}}
SPLIT = {"plaintiff": P | {"children_living": 1}, "defendant": D | {"children_living": 1}}

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "negative income": ({"defendant": {"gross": -1}}, "The guideline input 'defendant.gross' is less than zero."),
    "a negative cost": (
        {"plaintiff": P | {"childcare": -100}}, "The guideline input 'plaintiff.childcare' is less than zero.",
    ),
    "400 overnights of one child": (
        {"children": 1, "defendant": D | {"overnights": 400}},
        "The defendant has 400 overnights, and one child has 365 in a year (AOC-CV-628, line 7).",
    ),
    "overnights that do not add up": (
        {"worksheet": "B", **SHARED, "children": 3},
        "The overnights of both parents add up to 730, and 3 children together have 1095 in a year "
        "(AOC-CV-628, line 7).",
    ),
    "122 overnights on Worksheet B": (
        {"worksheet": "B", "children": 1, "plaintiff": P | {"overnights": 243}, "defendant": D | {"overnights": 122}},
        "The defendant has 122 overnights, and Worksheet B stops unless each parent has at least 123 "
        "(N.C. Child Support Guidelines (Jan. 1, 2023); AOC-CV-628).",
    ),
    "Worksheet B without income": (
        {
            "worksheet": "B", "plaintiff": {"gross": 0, "overnights": 365},
            "defendant": {"gross": 0, "overnights": 365},
        },
        "Neither parent has adjusted gross income, so that no share of the obligation can be computed.",
    ),
    "Worksheet C without income": (
        {
            "worksheet": "C", "plaintiff": {"gross": 0, "children_living": 1},
            "defendant": {"gross": 0, "children_living": 1},
        },
        "Neither parent has adjusted gross income, so that no share of the obligation can be computed.",
    ),
    "all children with one parent on Worksheet C": (
        {"worksheet": "C", "plaintiff": P | {"children_living": 2}},
        "Worksheet C needs at least one child living with each parent, 2 in all, not 2 with the plaintiff and 0 "
        "with the "
        "defendant.",
    ),
    "all children with the other parent on Worksheet C": (
        {"worksheet": "C", "defendant": D | {"children_living": 2}},
        "Worksheet C needs at least one child living with each parent, 2 in all, not 0 with the plaintiff and 2 with ",
    ),
    "a child counted nowhere on Worksheet C": (
        {"worksheet": "C", **SPLIT, "children": 3},
        "Worksheet C needs at least one child living with each parent, 3 in all, not 1 with the plaintiff and 1 "
        "with the "
        "defendant.",
    ),
    "a child born after the hearing": (
        {"children": ["2020-05-01", "2026-12-09"]},
        "A child born on December 9, 2026 cannot be supported by an order of December 8, 2026, the day of the hearing.",
    ),
    "a hearing before the schedule": (
        {"hearing_on": "2022-06-01"},
        "No Schedule of Basic Support Obligations is on file for hearings on June 1, 2022; those on file cover "
        "hearings "
        "from January 1, 2023 to December 31, 2030, and the county attorney adds the next.",
    ),
    "a hearing after the schedule": ({"hearing_on": "2031-06-01"}, "No Schedule of Basic Support Obligations is "
        "on file"),
    "over the cap": (
        {"plaintiff": {"gross": 3700001}},
        "The parents' combined adjusted gross income of $40,000.01 is above $40,000.00 a month, where the "
        "schedule ends; "
        "the court sets support case by case (N.C. Child Support Guidelines (Jan. 1, 2023); N.C. Gen. Stat. "
        "§ 50-13.4(c)).",
    ),
    "over the cap for other children": (
        {"plaintiff": {"gross": 4000001, "other_children": 1, "pre_existing": 3900000}},
        "The plaintiff's gross income of $40,000.01 is above $40,000.00 a month, where the schedule ends;",
    ),
    "seven children": (
        {"children": 7},
        "'children' says 7 children, and the schedule has columns for at most 6; the court sets support case by case",
    ),
    "seven birth dates": ({"children": ["2020-05-01"] * 7}, "'children' says 7 children,"),
    "seven other children": (
        {"plaintiff": P | {"other_children": 7}},
        "'plaintiff.other_children' says 7 children, and the schedule has columns for at most 6;",
    ),
    "no children": ({"children": 0}, "The guideline input 'children' is zero, and a worksheet is for at least "
        "one child."),
    "an empty list of children": ({"children": []}, "The guideline input 'children' is zero,"),
    "children as text": (
        {"children": "2"},
        "The guideline input 'children' takes a number of children, or the list of their birth dates, as a "
        "whole number",
    ),
    "a birth date in words": (
        {"children": ["2020-05-01", "May"]}, "The guideline input 'children.2' is not a day such as 2026-12-08.",
    ),
    "endless birth dates": (
        {"children": ["2020-05-01"] * 101}, "The guideline input 'children' lists more than 100 birth dates.",
    ),
    "no hearing": ({"hearing_on": None}, "The guideline input 'hearing_on' is missing."),
    "a hearing on no day": (
        {"hearing_on": "2026-02-29"}, "The guideline input 'hearing_on' is not a day such as 2026-12-08.",
    ),
    "a hearing in other digits": ({"hearing_on": "٢٠٢٦-12-08"}, "The guideline input 'hearing_on' is not a day"),
    "a hearing as a number": ({"hearing_on": 20261208}, "The guideline input 'hearing_on' is not a day"),
    "an unknown worksheet": ({"worksheet": "D"}, "The guideline input 'worksheet' is none of A, B, C."),
    "no worksheet": ({"worksheet": None}, "The guideline input 'worksheet' is missing: A, B or C."),
    "a worksheet in a list": ({"worksheet": ["A"]}, "The guideline input 'worksheet' is none of A, B, C."),
    "no obligor on Worksheet A": (
        {"obligor": None},
        "The guideline input 'obligor' is needed for Worksheet A: 'plaintiff' or 'defendant'.",
    ),
    "an unknown obligor": ({"obligor": "father"}, "The guideline input 'obligor' is none of plaintiff, defendant."),
    "no defendant": ({"defendant": None}, "The guideline input 'defendant' is missing."),
    "a defendant in a list": (
        {"defendant": []}, "The guideline input 'defendant' is not a group of names and values, as in {…}.",
    ),
    "no gross income": ({"defendant": {}}, "The guideline input 'defendant.gross' is missing."),
    "gross income as text": (
        {"defendant": {"gross": "300000"}},
        "The guideline input 'defendant.gross' takes cents as a whole number, such as 250000.",
    ),
    "gross income as a fraction": ({"defendant": {"gross": 300000.5}}, "The guideline input 'defendant.gross' takes"),
    "gross income that is no number": ({"defendant": {"gross": float("nan")}}, "The guideline input 'defendant.gross'"),
    "gross income as yes": ({"defendant": {"gross": True}}, "The guideline input 'defendant.gross' takes cents"),
    "no amount": ({"defendant": D | {"childcare": None}}, "The guideline input 'defendant.childcare' takes cents"),
    "half a night": ({"defendant": D | {"overnights": 0.5}}, "The guideline input 'defendant.overnights' takes "
        "overnights"),
    "a huge number": (
        {"defendant": {"gross": 10**12}},
        "The guideline input 'defendant.gross' is larger than anything that can be meant.",
    ),
    "a huge number of children": ({"children": 10**40}, "The guideline input 'children' is larger than anything"),
    "an unknown key": (
        {"father": D},
        "The guideline input has the unknown key 'father'; known are hearing_on, worksheet, children, "
        "plaintiff, "
        "defendant, obligor.",
    ),
    "an unknown key of a parent": (
        {"defendant": D | {"income": 1}}, "The guideline input 'defendant' has the unknown key 'income'; known "
            "are gross,",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_computed_is_refused_in_one_sentence(case: str) -> None:
    changes, begins = REFUSED[case]
    with pytest.raises(Refused) as refused:
        run(**changes)
    said = str(refused.value)
    assert said.startswith(begins)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 400


@pytest.mark.parametrize("told", [[], None, "A", 7, [written()]])
def test_an_input_that_is_no_group_is_refused(told: object) -> None:
    with pytest.raises(Refused, match="is not a group of names and values"):
        read_inputs(told)


def test_a_worksheet_may_be_named_beside_the_input_but_must_agree() -> None:
    assert read_inputs(written(worksheet=None), kind="A") == read_inputs(written())
    assert read_inputs(written(), kind="A") == read_inputs(written())
    with pytest.raises(Refused, match="'worksheet' is A, and Worksheet B was asked for"):
        read_inputs(written(), kind="B")


def test_what_worksheet_a_does_not_ask_may_be_null() -> None:
    unasked = {"overnights": None, "children_living": None}
    assert run(plaintiff=P | unasked, defendant=D | unasked) == run(plaintiff=P, defendant=D)


def test_birth_dates_count_the_children_and_the_day_of_the_hearing_is_not_after_it() -> None:
    dated = run(children=["2026-12-08", "2019-02-28"])
    assert (dated["children"], dated["amount"]) == (2, 96091)

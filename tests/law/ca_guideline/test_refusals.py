"""What a run refuses, each in one sentence that says what is wrong."""

from typing import Any

import pytest

from kernel.refusals import Refused
from law.ca.guideline import InputRefused, guideline, read_input
from law.rows import NoRuleInForce
from tests.law.ca_guideline.runs import asked, told

A_RUN = asked(400_000, 200_000)
VISITS = {"timeshare_a": None, "visits_a": [{"hours": "48", "times": 26}]}
DEFAULT = {"custodial": "parent_b", "absent": "parent_a", "moving": "agency"}


def changed(**entries: object) -> dict[str, Any]:
    """A good run with some entries changed."""
    return {**A_RUN, **entries}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in A_RUN.items() if key != name}


BAD = [
    (changed(parent_a={"net": -1}), "parent_a.net is negative; an amount of nothing is 0."),
    (changed(parent_a={"net": "4000.00"}), "parent_a.net is a whole number of cents, such as 400000 for $4,000.00,"),
    (changed(parent_a={"net": 4000.5}), "parent_a.net is a whole number of cents"),
    (changed(parent_a={"net": True}), "parent_a.net is a whole number of cents"),
    (changed(parent_a={"net": 10**13}), "parent_a.net is over $10,000,000.00 a month; amounts are given in cents."),
    (changed(parent_a={}), "parent_a.net is missing."),
    (changed(parent_a={"net": 1, "gross": 2}), "'gross' is no entry of parent_a; known are hardship, net."),
    (changed(parent_a=400_000), "parent_a is an object with the entries hardship, net."),
    (changed(parent_a={"net": 1, "hardship": ["1.5"]}), "parent_a.hardship 1 is a decimal from 0 to 1 in quotes"),
    (changed(parent_a={"net": 1, "hardship": "0.5"}), "parent_a.hardship is a list."),
    (without("parent_b"), "parent_b is missing."),
    (without("period_on"), "period_on is missing."),
    (without("children"), "children is missing."),
    (without("timeshare_a"), "A run tells the timeshare in one way: timeshare_a, visits_a or default."),
    (changed(visits_a=[]), "A run tells the timeshare in one way: timeshare_a, visits_a or default."),
    (changed(period_on="2026"), "period_on is a day of the support period, such as 2026-03-01, not '2026'."),
    (changed(period_on="2026-02-30"), "period_on is a day of the support period, such as 2026-03-01, not"),
    (changed(period_on="20260301"), "period_on is a day of the support period"),
    (changed(period_on=2026), "period_on is a day of the support period"),
    (changed(children=0), "children is 0; the guideline knows 1 to 10 children, and for more the court sets support"),
    (changed(children=40), "children is 40; the guideline knows 1 to 10 children"),
    (changed(children=-1), "children is -1; the guideline knows 1 to 10 children"),
    (changed(children="2"), "children is a whole number of children, not '2'."),
    (changed(children=True), "children is a whole number of children, not true."),
    (changed(timeshare_a="1.2"), 'timeshare_a is a decimal from 0 to 1 in quotes, such as "0.20", not \'1.2\'.'),
    (changed(timeshare_a="x"), 'timeshare_a is a decimal from 0 to 1 in quotes, such as "0.20", not \'x\'.'),
    (changed(timeshare_a="NaN"), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a="-0.1"), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a="1e-1"), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a="20%"), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a=""), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a="0.٢"), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a=0.2), "timeshare_a is a decimal from 0 to 1 in quotes"),
    (changed(timeshare_a=["0.2", "0.3"]), "timeshare_a lists 2 timeshares for 1 children."),
    (changed(**VISITS, colour="red"), "'colour' is no entry of the run; known are addon_split, addons, base_support"),
    (changed(timeshare_a=None, visits_a=[{"hours": "400", "times": 26}]), "The hours of a year with parent A come to"),
    (changed(timeshare_a=None, visits_a=[{"hours": "48", "times": 0}]), "visits_a 1.times is 0; a stay comes 1 to 366"),
    (changed(timeshare_a=None, visits_a=[{"hours": 48, "times": 26}]), "visits_a 1.hours is a decimal in quotes"),
    (changed(addons=[{"kind": "ballet", "amount": 1}]), "addons 1.kind is one of child care, uninsured health care"),
    (changed(addons=[{"kind": "travel"}]), "addons 1.amount is missing."),
    (changed(addons={"kind": "travel"}), "addons is a list."),
    (changed(addons=[{"kind": "travel", "amount": 1}] * 41), "addons has 41 items; one run takes 40."),
    (changed(addon_split="thirds"), "addon_split is proportional or half, not 'thirds'."),
    (changed(spousal_support={"paid_by": "payer", "amount": 1}), "spousal_support.paid_by is parent_a or parent_b"),
    (changed(timeshare_a=None, default={**DEFAULT, "absent": "parent_b"}), "The timeshare cannot be set by default:"),
    (changed(timeshare_a=None, default={**DEFAULT, "moving": "parent_a"}), "The timeshare cannot be set by default:"),
    (changed(timeshare_a=None, default={**DEFAULT, "moving": "clerk"}), "default.moving is parent_a or"),
    (changed(other_case={"of": "parent_a", "children": 1, "timeshare": "0"}), "other_case.other_parent is missing."),
]  # fmt: skip


@pytest.mark.parametrize(("told_badly", "sentence"), BAD, ids=[sentence[:60] for _, sentence in BAD])
def test_bad_input_is_refused_in_one_sentence(told_badly: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_input(told_badly)
    assert str(refusal.value).startswith(sentence)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 220


@pytest.mark.parametrize("not_an_object", [[], "run", 7, None])
def test_a_run_that_is_no_object_is_refused(not_an_object: Any) -> None:
    with pytest.raises(InputRefused, match="the run is an object with the entries"):
        read_input(not_an_object)


@pytest.mark.parametrize("on", ["2027-01-01", "2003-12-31", "1993-06-01", "9999-12-31"])
def test_a_period_whose_rows_are_not_on_file_is_refused_with_its_day(on: str) -> None:
    with pytest.raises(NoRuleInForce) as refusal:
        read_input(changed(period_on=on))
    assert on[:4] in str(refusal.value)
    assert "ask the county attorney to add it" in str(refusal.value)


def test_two_cases_that_agree_at_more_than_one_pair_of_amounts_are_refused() -> None:
    """With ten children in each, $3,606.71 with $2,955.65 agrees, and so does the reverse: K jumps there."""
    second = {"of": "parent_a", "other_parent": {"net": 0}, "children": 10, "timeshare": "0"}
    with pytest.raises(Refused) as refusal:
        told(800_000, 0, "0", 10, other_case=second)
    assert str(refusal.value).startswith("The two cases do not settle on one pair of amounts")


def test_a_good_run_is_not_refused() -> None:
    assert guideline(read_input(A_RUN)).amount.cents == 84_000
    assert guideline(read_input(changed(**VISITS))).amount.cents > 84_000

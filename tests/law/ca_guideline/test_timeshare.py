"""How the time of a parent is found, and what follows for the children and for costs."""

import pytest

from tests.law.ca_guideline.runs import told

STAYS_AWAY = {"custodial": "parent_b", "absent": "parent_a", "moving": "agency"}
BEFORE = "2024-08-31"
CHILD_CARE = [{"kind": "child care", "amount": 60_001}]


def test_children_with_different_timeshares_are_averaged_and_the_amount_is_not_divided_among_them() -> None:
    found = told(400_000, 200_000, "", 2, timeshare_a=["0.10", "0.30"])
    assert found["high_earner_share"] == "0.200000"
    assert found["amount"] == told(400_000, 200_000, "0.20", 2)["amount"] == 134_400
    assert found["per_child"] == []
    assert any("different timeshares" in note for note in found["notes"])


def test_children_who_share_one_timeshare_are_divided_even_when_it_is_listed_for_each() -> None:
    assert told(400_000, 200_000, "", 2, timeshare_a=["0.20", "0.20"])["per_child"] == [84_000, 50_400]


@pytest.mark.parametrize(
    ("hours", "times", "share"),
    [
        ("48", 26, "0.142466"),
        ("8760", 1, "1.000000"),
        ("24", 365, "1.000000"),
        ("0", 1, "0.000000"),
        ("10.5", 52, "0.062329"),
    ],
)
def test_hours_are_counted_against_a_year_of_8760(hours: str, times: int, share: str) -> None:
    assert told(400_000, 200_000, "", visits_a=[{"hours": hours, "times": times}])["high_earner_share"] == share


def test_several_kinds_of_stay_are_added_up() -> None:
    stays = [{"hours": "48", "times": 26}, {"hours": "4", "times": 52}, {"hours": "336", "times": 1}]
    assert told(400_000, 200_000, "", visits_a=stays)["high_earner_share"] == "0.204566"  # 1,792 of 8,760


@pytest.mark.parametrize(("net_a", "net_b", "share"), [(400_000, 200_000, "0.000000"), (200_000, 400_000, "1.000000")])
def test_a_noncustodial_parent_who_stays_away_has_no_time_whoever_earns_more(
    net_a: int, net_b: int, share: str
) -> None:
    found = told(net_a, net_b, "", default=STAYS_AWAY)
    assert found["high_earner_share"] == share
    assert found["payer"] == "parent_a"
    assert any("did not appear" in note for note in found["notes"])


def test_a_custodial_parent_a_has_all_of_the_time_by_default() -> None:
    found = told(400_000, 200_000, "", default={"custodial": "parent_a", "absent": "parent_b", "moving": "parent_a"})
    assert (found["high_earner_share"], found["payer"]) == ("1.000000", "parent_b")


def test_costs_were_halved_before_september_2024_and_are_in_proportion_since() -> None:
    before, since = (told(400_000, 200_000, on=on, addons=CHILD_CARE)["addons"][0] for on in (BEFORE, "2024-09-01"))
    assert (before["split"], before["parent_a"], before["parent_b"]) == ("half", 30_001, 30_000)
    assert (since["split"], since["parent_a"]) == ("proportional", since["proportional"]["parent_a"])


@pytest.mark.parametrize("split", ["half", "proportional"])
def test_an_office_chooses_how_costs_are_shared_and_sees_both(split: str) -> None:
    (cost,) = told(400_000, 200_000, addon_split=split, addons=CHILD_CARE)["addons"]
    assert cost["split"] == split
    assert cost["parent_a"] == cost[split]["parent_a"]
    assert cost["half"]["parent_a"] != cost["proportional"]["parent_a"]


def test_costs_are_shared_on_the_support_that_is_ordered_where_that_is_not_the_guideline_amount() -> None:
    (cost,) = told(400_000, 200_000, base_support=40_000, addons=[{"kind": "travel", "amount": 56_000}])["addons"]
    assert cost["parent_a"] == 36_000  # 3,600 of 5,600
    assert cost["mandatory"] is False


def test_parents_without_any_income_share_costs_by_halves() -> None:
    found = told(0, 0, addons=CHILD_CARE)
    assert (found["payer"], found["amount"]) == (None, 0)
    assert found["addons"][0]["proportional"]["share_a"] == "0.500000"


def test_before_2024_the_amount_is_told_and_the_range_is_not() -> None:
    found = told(100_000, 0, "0", on="2019-06-01")
    assert found["amount"] == 25_000
    its = found["low_income"]
    assert (its["threshold"], its["max_reduction"], its["low"], its["high"]) == (None, None, None, 25_000)
    assert "No threshold of the low-income adjustment is on file for June 2019, so no range is told." in found["notes"]


def test_every_row_that_was_used_is_named_and_no_other() -> None:
    used = [row["id"] for row in told(600_000, 500_000, "0.40", 2, addons=CHILD_CARE)["rows"]]
    assert "ca.guideline.k.4" in used
    assert "ca.guideline.k.3" not in used
    assert "ca.guideline.children.2" in used
    assert "ca.guideline.children.3" not in used
    assert "ca.guideline.add-on.child-care" in used
    assert "ca.guideline.minimum-wage" in used


def test_the_steps_can_be_followed_line_by_line() -> None:
    lines = [(step["what"], step["value"]) for step in told(600_000, 500_000, "0.40", 2)["steps"]]
    assert lines == [
        ("Net monthly disposable income of parent A", "$6,000.00"),
        ("Net monthly disposable income of parent B", "$5,000.00"),
        ("TN, total net income", "$11,000.00"),
        ("HN, net income of the high earner, parent A", "$6,000.00"),
        ("H%, the high earner's share of the time", "40%"),
        ("Fraction of K: 0.10 + 1,499/TN", "0.236273"),
        ("K = (1 + H%) x the fraction", "0.330782"),
        ("CS for one child = K x (HN - H% x TN)", "$529.25"),
        ("Multiplier of the support of one child for 2 children", "1.6"),
        ("Guideline support, to be paid by parent A", "$846.80"),
        ("Of this for the youngest child", "$529.25"),
        ("Of this for child 2 from the youngest", "$317.55"),
        ("Threshold of the low-income adjustment", "$2,929.33"),
    ]

"""Runs worked out from the statute by arithmetic that stands beside them; the product's own code has no part in it."""

from pathlib import Path

import pytest

from tests.law.ca_guideline.runs import cents, reckoned, rounded, told

WORKED = Path(__file__).with_name("vectors.txt").read_text()
# day | net | children | CS, worked out | threshold
LOW_INCOMES = """
2024-06-01 | 1,500.00 | 1 | 0.25 x 1500 | 2,137.00
2024-10-01 | 2,700.00 | 2 | (0.165 + 2700/82857) x 2700 x 1.6 | 2,773.33
2025-03-01 | 2,859.99 | 1 | (0.165 + 2859.99/82857) x 2859.99 | 2,860.00
2026-03-01 | 2,929.32 | 3 | (0.131 + 2929.32/42149) x 2929.32 x 2 | 2,929.33
2026-03-01 | 900.00 | 4 | (0.165 + 900/82857) x 900 x 2.3 | 2,929.33
"""
# net A | net B | children | parts for other children of A | of B | CS = m K (HN - parts x CS / n), solved
HARDSHIPS = """
8,000.00 | 0.00 | 1 | 1 | | 0.25 x 8000 / (1 + 0.25 x 1 / 1)
8,000.00 | 0.00 | 2 | 0.5 | | 1.6 x 0.25 x 8000 / (1 + 1.6 x 0.25 x 0.5 / 2)
9,000.00 | 0.00 | 3 | 1 0.5 | | 2 x 0.25 x 9000 / (1 + 2 x 0.25 x 1.5 / 3)
5,000.00 | 3,000.00 | 1 | | 1 | 0.25 x 5000
9,900.00 | 0.00 | 1 | 1 1 1 | | 0.25 x 9900 / (1 + 0.25 x 3)
"""
# net of the parent of both | children of one case | of the other | CS of the one in closed form | of the other
TWO_CASES = """
9,000.00 | 1 | 1 | 0.25 x 9000 x 0.75 / (1 - 0.25 x 0.25) | 0.25 x 9000 x 0.75 / (1 - 0.25 x 0.25)
9,600.00 | 2 | 1 | 0.4 x 9600 x 0.75 / (1 - 0.4 x 0.25) | 0.25 x 9600 x 0.6 / (1 - 0.4 x 0.25)
9,999.00 | 3 | 1 | 0.5 x 9999 x 0.75 / (1 - 0.5 x 0.25) | 0.25 x 9999 x 0.5 / (1 - 0.5 x 0.25)
"""


def _lines(table: str) -> list[list[str]]:
    lines = [line for line in table.strip().splitlines() if not line.startswith("#")]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize("line", _lines(WORKED), ids=lambda line: f"{line[0]}: {line[-1]}")
def test_the_formula_is_what_the_statute_gives_on_paper(line: list[str]) -> None:
    on, net_a, net_b, time, children, arithmetic, one, multiplier, amount, payer, _ = line
    exact = reckoned(arithmetic)
    assert rounded(exact) == cents(one)
    assert rounded(exact * reckoned(multiplier)) == cents(amount)
    found = told(cents(net_a), cents(net_b), time, int(children), on)
    assert (found["payer"], found["amount"], found["one_child"]) == (payer, cents(amount), cents(one))
    assert found["per_child"][0] == cents(one)
    assert sum(found["per_child"]) == cents(amount)


@pytest.mark.parametrize("line", _lines(LOW_INCOMES), ids=lambda line: " ".join(line[:3]))
def test_the_low_end_is_the_amount_by_the_part_that_the_net_is_of_the_threshold(line: list[str]) -> None:
    on, net, children, arithmetic, threshold = line
    amount = reckoned(arithmetic)
    low = amount * cents(net) / cents(threshold)
    found = told(cents(net), 0, "0", int(children), on)
    its = found["low_income"]
    assert (found["amount"], its["high"]) == (rounded(amount), rounded(amount))
    assert (its["applies"], its["threshold"]) == (True, cents(threshold))
    assert (its["max_reduction"], its["low"]) == (rounded(amount - low), rounded(low))
    assert sum(its["low_per_child"]) == rounded(low)


@pytest.mark.parametrize("net", [292_933, 292_934, 500_000])
def test_an_obligor_at_the_threshold_has_no_low_income_adjustment(net: int) -> None:
    its = told(net, 0, "0")["low_income"]
    assert (its["applies"], its["max_reduction"]) == (False, 0)
    assert its["low"] == its["high"] == told(net, 0, "0")["amount"]


def test_the_threshold_looks_at_the_parent_who_pays_and_at_no_other() -> None:
    assert told(500_000, 100_000, "0.20")["low_income"]["applies"] is False
    assert told(500_000, 200_000, "0.80")["low_income"]["applies"] is True  # parent B pays


@pytest.mark.parametrize("line", _lines(HARDSHIPS), ids=lambda line: " ".join(line[:5]))
def test_a_hardship_deduction_agrees_with_the_support_that_it_lowers(line: list[str]) -> None:
    net_a, net_b, children, of_a, of_b, amount = line
    parent_a, parent_b = ({"net": cents(net), "hardship": of.split()} for net, of in ((net_a, of_a), (net_b, of_b)))
    found = told(0, 0, "0", int(children), parent_a=parent_a, parent_b=parent_b)
    assert found["amount"] == rounded(reckoned(amount))
    of_each = reckoned(amount) / int(children)
    assert found["hardship"] == {
        "parent_a": rounded(of_each * sum(map(reckoned, of_a.split()))),
        "parent_b": rounded(of_each * sum(map(reckoned, of_b.split()))),
    }


@pytest.mark.parametrize("line", _lines(TWO_CASES), ids=lambda line: " ".join(line[:3]))
def test_two_cases_of_one_payer_agree_with_one_another_to_the_cent(line: list[str]) -> None:
    net, children, others, amount, in_other = line
    second = {"of": "parent_a", "other_parent": {"net": 100_000}, "children": int(others), "timeshare": "0"}
    found = told(cents(net), 100_000, "0", int(children), other_case=second)
    assert (found["amount"], found["other_case"]["amount"]) == (rounded(reckoned(amount)), rounded(reckoned(in_other)))
    assert found["paid_elsewhere"] == found["other_case"]["amount"]
    assert found["other_case"]["paid_elsewhere"] == found["amount"]
    assert found["nets"]["parent_a"] == cents(net) - found["other_case"]["amount"]


def test_the_payers_shares_of_the_costs_are_added_to_the_support_and_nothing_of_the_other_parents() -> None:
    costs = [{"kind": "child care", "amount": 60_000}, {"kind": "travel", "amount": 10_001}]
    of_a = told(400_000, 200_000, addons=costs)
    assert of_a["amount"] == 84_000
    shares = rounded(reckoned("600 x 3160 / 5160")) + rounded(reckoned("100.01 x 3160 / 5160"))
    assert of_a["with_addons"] == {"base": 84_000, "shares": shares, "total": 84_000 + shares}
    of_b = told(500_000, 200_000, "0.80", addons=costs, addon_split="half")
    assert of_b["payer"] == "parent_b"
    assert of_b["with_addons"] == {"base": 18_000, "shares": 30_000 + 5_001, "total": 53_001}
    assert "paid straight to a provider" in of_a["notes"][-1]


def test_costs_are_added_to_the_support_that_is_ordered_in_place_of_the_guidelines() -> None:
    found = told(400_000, 200_000, addons=[{"kind": "child care", "amount": 60_000}], addon_split="half",
                 base_support=50_000)  # fmt: skip
    assert (found["amount"], found["with_addons"]) == (84_000, {"base": 50_000, "shares": 30_000, "total": 80_000})


def test_without_costs_nothing_is_added_and_where_nobody_pays_there_is_no_total() -> None:
    assert told(400_000, 200_000)["with_addons"] == {"base": 84_000, "shares": 0, "total": 84_000}
    nobody = told(300_000, 300_000, "0.50", addons=[{"kind": "child care", "amount": 60_000}])
    assert (nobody["payer"], nobody["with_addons"]) == (None, None)
    assert "the order must say who pays the costs" in nobody["notes"][-1]


def test_where_k_jumps_the_hardship_deduction_stays_below_what_the_support_would_allow() -> None:
    """At a total of $5,000.50 the fraction steps from 0.249639 to 0.250: no amount agrees with half of itself."""
    found = told(0, 0, "0.10", 2, parent_a={"net": 477_000, "hardship": ["1"]}, parent_b={"net": 100_000})
    assert (found["total_net"], found["fraction"]) == (500_050, "0.250000")
    assert found["amount"] == rounded(reckoned("(1 + .10) x 0.250 x (4000.50 - .10 x 5000.50) x 1.6"))
    assert found["hardship"]["parent_a"] == 76_950 < found["amount"] / 2
    assert any("jumps" in note for note in found["notes"])

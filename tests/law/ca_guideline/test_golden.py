"""The worked figures that the product was given, to the cent and with each step between."""

from decimal import Decimal

import pytest

from tests.law.ca_guideline.runs import cents, told

#  net A | net B | time of A | children | TN | fraction | K | CS of one child | CS | payer | each child, youngest first
WORKED = """
4,000.00 | 2,000.00 | 0.20 | 1 | 6,000.00 | .25 | .30 | 840.00 | 840.00 | parent_a | 840.00
4,000.00 | 2,000.00 | 0.20 | 2 | 6,000.00 | .25 | .30 | 840.00 | 1,344.00 | parent_a | 840.00 504.00
4,000.00 | 2,000.00 | 0.20 | 3 | 6,000.00 | .25 | .30 | 840.00 | 1,680.00 | parent_a | 840.00 504.00 336.00
6,000.00 | 5,000.00 | 0.40 | 2 | 11,000.00 | .236273 | .330782 | 529.25 | 846.80 | parent_a | 529.25 317.55
12,000.00 | 6,000.00 | 0.35 | 2 | 18,000.00 | .186667 | .252 | 1,436.40 | 2,298.24 | parent_a | 1,436.40 861.84
5,000.00 | 2,000.00 | 0.80 | 1 | 7,000.00 | .25 | .30 | 180.00 | 180.00 | parent_b | 180.00
5,000.00 | 4,000.00 | 0.70 | 1 | 9,000.00 | .25 | .325 | 422.50 | 422.50 | parent_b | 422.50
"""
LOW_INCOMES = """
2,000.00 | 1,500.00 | 0.10 | 1 | 388.48 | 123.25 | 265.23
1,800.00 | 0.00 | 0 | 1 | 336.10 | 129.58 | 206.53
2,400.00 | 0.00 | 0 | 2 | 744.83 | 134.59 | 610.24
1,750.00 | 1,200.00 | 0 | 3 | 703.46 | 283.21 | 420.25
"""


def _lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", _lines(WORKED), ids=lambda line: " ".join(line[:4]))
def test_the_formula_gives_each_worked_amount_with_each_of_its_steps(line: list[str]) -> None:
    net_a, net_b, time, children, total, fraction, k, one, amount, payer, each = line
    found = told(cents(net_a), cents(net_b), time, int(children))
    assert found["total_net"] == cents(total)
    assert Decimal(found["fraction"]) == Decimal(fraction)
    assert Decimal(found["k"]) == Decimal(k)
    assert found["one_child"] == cents(one)
    assert (found["payer"], found["amount"]) == (payer, cents(amount))
    assert found["per_child"] == [cents(child) for child in each.split()]


@pytest.mark.parametrize("time", ["0.20", "0.80"])
def test_the_example_of_the_statute_gives_the_same_k_on_either_side_of_half(time: str) -> None:
    found = told(100_000, 0, time)
    assert found["k"] == "0.212483"
    assert round(Decimal(found["k"]), 2) == Decimal("0.21")


@pytest.mark.parametrize("time", ["0.20", "0.80"])
def test_the_example_of_the_former_statute_gives_thirty_percent(time: str) -> None:
    assert Decimal(told(100_000, 0, time, on="2024-08-31")["k"]) == Decimal("0.30")


@pytest.mark.parametrize("line", _lines(LOW_INCOMES), ids=lambda line: " ".join(line[:4]))
def test_the_low_income_range_of_each_worked_case(line: list[str]) -> None:
    net_a, net_b, time, children, amount, cut, low = line
    found = told(cents(net_a), cents(net_b), time, int(children))
    assert found["amount"] == cents(amount)
    its = found["low_income"]
    assert (its["applies"], its["threshold"]) == (True, 292_933)
    assert (its["max_reduction"], its["low"], its["high"]) == (cents(cut), cents(low), cents(amount))


@pytest.mark.parametrize(
    ("on", "threshold"), [("2024-09-01", 277_333), ("2025-06-01", 286_000), ("2026-12-31", 292_933)]
)
def test_the_threshold_is_the_months_pay_of_a_full_time_minimum_wage(on: str, threshold: int) -> None:
    assert told(200_000, 0, "0", on=on)["low_income"]["threshold"] == threshold


def test_a_cost_is_shared_in_proportion_after_the_payer_has_paid_support() -> None:
    found = told(400_000, 200_000, "0.20", addons=[{"kind": "child care", "amount": 60_000}])
    (cost,) = found["addons"]
    assert (cost["parent_a"], cost["parent_b"]) == (36_744, 23_256)
    assert cost["proportional"]["share_a"] == "0.612403"  # 3,160 of 5,160
    assert cost["half"] == {"parent_a": 30_000, "parent_b": 30_000}


def test_spousal_support_moves_from_one_net_income_to_the_other_before_costs_are_shared() -> None:
    spousal = {"paid_by": "parent_a", "amount": 100_000}
    costs = [{"kind": "child care", "amount": 100_000}]
    found = told(700_000, 300_000, spousal_support=spousal, base_support=50_000, addons=costs)
    (cost,) = found["addons"]
    assert cost["proportional"]["share_a"] == "0.578947"  # 5,500 of 9,500
    assert (cost["parent_a"], cost["parent_b"]) == (57_895, 42_105)


def test_every_other_weekend_is_one_seventh_of_the_time() -> None:
    found = told(400_000, 200_000, "", visits_a=[{"hours": "48", "times": 26}])
    assert found["high_earner_share"] == "0.142466"  # 1,248 of 8,760 hours
    assert found["timeshare_from"] == "hours of a year"


@pytest.mark.parametrize("line", _lines(WORKED), ids=lambda line: " ".join(line[:4]))
def test_every_printed_step_of_a_worked_amount_is_the_worked_figure(line: list[str]) -> None:
    net_a, net_b, time, children, total, fraction, k, one, amount, payer, each = line
    steps = told(cents(net_a), cents(net_b), time, int(children))["steps"]
    share, who = Decimal(time), f"parent {payer[-1].upper()}"
    weight = "1 + H%" if share <= Decimal("0.5") else "2 - H%"
    worked = {
        "Net monthly disposable income of parent A": f"${net_a}",
        "Net monthly disposable income of parent B": f"${net_b}",
        "TN, total net income": f"${total}",
        "HN, net income of the high earner, parent A": f"${net_a}",
        "H%, the high earner's share of the time": f"{(share * 100).normalize():f}%",
        "Fraction of K": f"{Decimal(fraction):.6f}",
        f"K = ({weight}) x the fraction": f"{Decimal(k):.6f}",
        "CS for one child = K x (HN - H% x TN)": f"{'-' if who == 'parent B' else ''}${one}",
        MULTIPLIED[children]: {"1": "1", "2": "1.6", "3": "2"}[children],
        f"Guideline support, to be paid by {who}": f"${amount}",
        **dict(zip(YOUNGEST_FIRST, (f"${child}" for child in each.split()), strict=False)),
    }
    of_range = {"Threshold of the low-income adjustment", "Greatest low-income adjustment",
                "Lowest amount of the range", "Highest amount of the range"}  # fmt: skip
    printed = {step["what"].split(":")[0]: step["value"] for step in steps}
    assert {what: value for what, value in printed.items() if what not in of_range} == worked


MULTIPLIED = {
    children: f"Multiplier of the support of one child for {children} {'child' if children == '1' else 'children'}"
    for children in "123"
}
YOUNGEST_FIRST = tuple(
    f"Of this for {which}" for which in ("the youngest child", "child 2 from the youngest", "child 3 from the youngest")
)

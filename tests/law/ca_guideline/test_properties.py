"""What holds of every run, whatever the incomes, the time and the number of children."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kernel.refusals import Refused
from law.ca.guideline import guideline, read_input
from tests.law.ca_guideline.runs import asked, rounded, told

MULTIPLIERS = (None, "1", "1.6", "2", "2.3", "2.5", "2.625", "2.75", "2.813", "2.844", "2.86")
MOST_FRACTION = Fraction(1, 4)
"""Neither table of K goes above a quarter."""

NETS = st.one_of(st.integers(0, 3_000_000), st.sampled_from([0, 1, 80_000, 290_000, 500_000, 1_000_000, 1_500_000]))
PARTS = st.integers(0, 10_000).map(lambda part: str(Decimal(part).scaleb(-4)))
CHILDREN = st.integers(1, 10)
PERIODS = st.sampled_from(["2010-05-01", "2024-03-01", "2024-08-31", "2024-09-01", "2025-07-15", "2026-12-31"])
COSTS = st.lists(
    st.fixed_dictionaries({"kind": st.sampled_from(["child care", "travel"]), "amount": st.integers(0, 300_000)}),
    max_size=3,
)
MANY = settings(max_examples=300, deadline=None)
SOME = settings(max_examples=60, deadline=None)


def signed(found: Any) -> int:
    """What parent A pays; negative where parent B does."""
    return -found["amount"] if found["payer"] == "parent_b" else found["amount"]


def mirrored(part: str) -> str:
    return str(1 - Decimal(part))


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN, on=PERIODS)
def test_an_independent_reading_of_the_statute_in_long_decimals_agrees(
    net_a: int, net_b: int, time: str, children: int, on: str
) -> None:
    found = told(net_a, net_b, time, children, on)
    payer, amount = _by_the_statute(net_a, net_b, Decimal(time), children, former=on < "2024-09-01")
    assert (found["payer"], found["amount"]) == (payer, amount)


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN, on=PERIODS)
def test_nobody_pays_more_than_a_quarter_of_the_own_net_for_one_child_and_its_multiple_for_more(
    net_a: int, net_b: int, time: str, children: int, on: str
) -> None:
    found = told(net_a, net_b, time, children, on)
    if found["payer"] is None:
        assert found["amount"] == 0
    else:
        most = MOST_FRACTION * Fraction(MULTIPLIERS[children]) * found["nets"][found["payer"]] / 100
        assert found["amount"] <= rounded(most)


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN, on=PERIODS, costs=COSTS)
def test_parents_who_change_places_change_nothing_but_the_names(
    net_a: int, net_b: int, time: str, children: int, on: str, costs: list[dict[str, object]]
) -> None:
    one = told(net_a, net_b, time, children, on, addons=costs)
    other = told(net_b, net_a, mirrored(time), children, on, addons=costs)
    assert signed(one) == -signed(other)
    assert (one["per_child"], one["low_income"], one["k"]) == (other["per_child"], other["low_income"], other["k"])
    if one["payer"]:
        assert [cost["parent_a"] for cost in one["addons"]] == [cost["parent_b"] for cost in other["addons"]]


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN, costs=COSTS)
def test_the_children_and_the_parts_of_each_cost_come_to_the_whole_to_the_cent(
    net_a: int, net_b: int, time: str, children: int, costs: list[dict[str, Any]]
) -> None:
    found = told(net_a, net_b, time, children, addons=costs)
    assert len(found["per_child"]) == children
    assert sum(found["per_child"]) == found["amount"]
    assert min(found["per_child"]) >= 0
    for cost, given_cost in zip(found["addons"], costs, strict=True):
        for way in (cost, cost["proportional"], cost["half"]):
            assert way["parent_a"] + way["parent_b"] == given_cost["amount"]
            assert min(way["parent_a"], way["parent_b"]) >= 0


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, more=PARTS, children=CHILDREN, on=PERIODS)
def test_more_time_never_makes_a_parent_pay_more(
    net_a: int, net_b: int, time: str, more: str, children: int, on: str
) -> None:
    less, longer = sorted((time, more), key=Decimal)
    assert signed(told(net_a, net_b, longer, children, on)) <= signed(told(net_a, net_b, less, children, on))


@MANY
@given(low=st.integers(0, 499_900), added=st.integers(0, 499_900), time=PARTS, children=CHILDREN)
def test_where_k_is_flat_a_parent_who_earns_more_never_pays_less(
    low: int, added: int, time: str, children: int
) -> None:
    before = told(low, 500_100, time, children)
    after = told(min(low + added, 499_900), 500_100, time, children)
    assert before["fraction"] == after["fraction"] == "0.250000"
    assert signed(after) >= signed(before)


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=st.integers(1, 9))
def test_one_child_more_never_lowers_the_amount(net_a: int, net_b: int, time: str, children: int) -> None:
    assert told(net_a, net_b, time, children)["amount"] <= told(net_a, net_b, time, children + 1)["amount"]


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN)
def test_the_low_income_range_ends_at_the_amount_and_begins_at_no_less_than_nothing(
    net_a: int, net_b: int, time: str, children: int
) -> None:
    found = told(net_a, net_b, time, children)
    its = found["low_income"]
    assert 0 <= its["low"] <= its["high"] == found["amount"]
    assert abs(its["high"] - its["max_reduction"] - its["low"]) <= 1
    assert its["applies"] == (found["payer"] is not None and found["nets"][found["payer"]] < its["threshold"])


@SOME
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN, parts=st.lists(PARTS, max_size=4), on_b=st.booleans())
def test_a_hardship_deduction_is_the_part_allowed_of_the_support_of_each_child(
    net_a: int, net_b: int, time: str, children: int, parts: list[str], on_b: bool
) -> None:
    who, net = ("parent_b", net_b) if on_b else ("parent_a", net_a)
    run = {**asked(net_a, net_b, time, children), who: {"net": net, "hardship": parts}}
    found = guideline(read_input(run)).as_json()
    deducted = found["hardship"][who]
    assert found["nets"][who] == net - deducted >= 0
    allowed = min(sum(map(Fraction, parts), Fraction(0)) * found["amount"] / children, Fraction(net))
    if not any("jumps" in note for note in found["notes"]):
        assert abs(deducted - allowed) <= 1 + sum(map(Fraction, parts), Fraction(0)) / children * 2


@SOME
@given(net=NETS, others=st.tuples(NETS, NETS), time=st.tuples(PARTS, PARTS), children=st.integers(1, 4))
def test_two_cases_each_deduct_what_the_other_costs(
    net: int, others: tuple[int, int], time: tuple[str, str], children: int
) -> None:
    second = {"of": "parent_a", "other_parent": {"net": others[1]}, "children": 1, "timeshare": time[1]}
    found = _told_or_refused(asked(net, others[0], time[0], children, other_case=second))
    if isinstance(found, str):
        assert "do not settle" in found
        return
    other = found["other_case"]
    assert found["paid_elsewhere"] == max(0, signed(other))
    assert other["paid_elsewhere"] == max(0, signed(found))
    assert found["nets"]["parent_a"] == max(0, net - found["paid_elsewhere"])
    assert other["nets"]["parent_a"] == max(0, net - other["paid_elsewhere"])


@MANY
@given(net_a=NETS, net_b=NETS, time=PARTS, children=CHILDREN, on=PERIODS, costs=COSTS)
def test_a_run_that_is_read_back_from_its_own_input_comes_out_the_same(
    net_a: int, net_b: int, time: str, children: int, on: str, costs: list[dict[str, object]]
) -> None:
    found = told(net_a, net_b, time, children, on, addons=costs)
    assert guideline(read_input(found["input"])).as_json() == found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


KEYS = (*asked(1, 1), "addons", "visits_a", "default", "other_case", "colour")


@MANY
@given(key=st.sampled_from(KEYS), value=JSON)
def test_whatever_is_written_a_run_is_read_or_refused_in_one_sentence(key: str, value: object) -> None:
    found = _told_or_refused({**asked(400_000, 200_000), key: value})
    if isinstance(found, str):
        assert found.endswith(".")
        assert "\n" not in found
    else:
        assert found["amount"] >= 0


def _told_or_refused(run: dict[str, Any]) -> Any:
    """The run in plain values, or the sentence that refuses it."""
    try:
        return guideline(read_input(run)).as_json()
    except Refused as refusal:
        return str(refusal)


def _by_the_statute(
    net_a: int, net_b: int, time_of_a: Decimal, children: int, *, former: bool
) -> tuple[str | None, int]:
    """The section again, read for this test alone: 60 digits, one question after another."""
    with localcontext(prec=60):
        a, b = Decimal(net_a) / 100, Decimal(net_b) / 100
        tn, high = a + b, "parent_a" if a >= b else "parent_b"
        hn, h = (a, time_of_a) if high == "parent_a" else (b, 1 - time_of_a)
        k = (1 + h if h <= Decimal("0.5") else 2 - h) * (_former(tn) if former else _present(tn))
        cs = k * (hn - h * tn) * Decimal(MULTIPLIERS[children])
        cents = int((abs(cs) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    if not cs:
        return None, 0
    low = "parent_b" if high == "parent_a" else "parent_a"
    return (high if cs > 0 else low), cents


def _present(tn: Decimal) -> Decimal:
    dollars = tn.quantize(Decimal(1), ROUND_HALF_UP)
    if dollars <= 2900:
        return Decimal("0.165") + tn / 82857
    if dollars <= 5000:
        return Decimal("0.131") + tn / 42149
    if dollars <= 10000:
        return Decimal("0.250")
    return Decimal("0.10") + 1499 / tn if dollars <= 15000 else Decimal("0.12") + 1200 / tn


def _former(tn: Decimal) -> Decimal:
    dollars = tn.quantize(Decimal(1), ROUND_HALF_UP)
    if dollars <= 800:
        return Decimal("0.20") + tn / 16000
    if dollars <= 6666:
        return Decimal("0.25")
    return Decimal("0.10") + 1000 / tn if dollars <= 10000 else Decimal("0.12") + 800 / tn

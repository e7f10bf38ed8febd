"""What holds of every worksheet, over random cases."""

from dataclasses import asdict, replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from law.nc.guideline.facts import Inputs, Kind, Parent, Side
from law.nc.guideline.figures import Figures
from law.nc.guideline.worksheet import worksheet
from tests.law.nc_guideline.asking import HEARING, asked, parent, told
from tests.law.nc_guideline.counted_apart import order, signed

calmly = settings(deadline=None)
"""A case may take its time on a busy machine."""
GROSS = st.integers(0, 20_000_00)
COST = st.integers(0, 1500_00)


@st.composite
def cases(draw: st.DrawFn, kinds: str = "ABC") -> Inputs:
    """Any case within the cap, with overnights and children that its worksheet takes."""
    kind = Kind(draw(st.sampled_from(kinds)))
    children = draw(st.integers(2 if kind is Kind.C else 1, 6))
    nights = draw(st.integers(123, 365 * children - 123)) if kind is Kind.B else 0
    living = draw(st.integers(1, children - 1)) if kind is Kind.C else 0
    of_both = [
        (nights, living),
        (365 * children - nights if kind is Kind.B else 0, children - living if kind is Kind.C else 0),
    ]
    plaintiff, defendant = (
        Parent(
            gross=draw(GROSS),
            pre_existing=draw(st.just(0) | st.integers(0, 800_00)),
            other_children=draw(st.just(0) | st.integers(1, 6)),
            childcare=draw(st.just(0) | COST),
            insurance=draw(st.just(0) | COST),
            extraordinary=draw(st.just(0) | COST),
            overnights=overnights,
            children_living=children_living,
        )
        for overnights, children_living in of_both
    )
    obligor = draw(st.sampled_from(Side)) if kind is Kind.A else None
    return Inputs(kind, HEARING, children, plaintiff, defendant, obligor)


def has_income(inputs: Inputs) -> bool:
    plaintiff, defendant = (replace(each, overnights=0) for each in (inputs.plaintiff, inputs.defendant))
    alone = worksheet(replace(inputs, kind=Kind.A, obligor=Side.PLAINTIFF, plaintiff=plaintiff, defendant=defendant))
    return bool(alone.line("2").combined)


@calmly
@given(cases())
def test_every_order_agrees_with_one_computed_apart_to_the_cent(inputs: Inputs) -> None:
    assume(inputs.kind is Kind.A or has_income(inputs))
    obligor = inputs.obligor.value if inputs.obligor else "defendant"
    apart = order(inputs.kind.value, inputs.children, asdict(inputs.plaintiff), asdict(inputs.defendant), obligor)
    assert signed(told(inputs)) == apart


@calmly
@given(cases())
def test_no_order_is_negative_and_nobody_pays_exactly_where_it_is_nothing(inputs: Inputs) -> None:
    assume(inputs.kind is Kind.A or has_income(inputs))
    found = worksheet(inputs)
    assert found.amount.cents >= 0
    assert (found.payer is None) == (found.amount.cents == 0)
    assert inputs.kind is not Kind.A or found.payer in (None, inputs.obligor)


@calmly
@given(cases())
def test_every_line_is_exact_and_is_told_in_whole_cents(inputs: Inputs) -> None:
    assume(inputs.kind is Kind.A or has_income(inputs))
    found = worksheet(inputs)
    figures = [each for line in found.lines for each in (line.plaintiff, line.defendant, line.combined)]
    assert {type(each) for each in figures} <= {Fraction, type(None)}
    last = found.lines[-1]
    (ordered,) = [each for each in (last.plaintiff, last.defendant) if each is not None]
    assert abs(ordered - found.amount.cents) <= Fraction(1, 2)
    for line in told(inputs)["lines"].values():
        assert {type(each) for each in line.values()} <= {int, str, type(None)}


@calmly
@given(cases())
def test_shares_add_up_to_one_and_each_total_to_its_parts(inputs: Inputs) -> None:
    assume(has_income(inputs))
    found = worksheet(inputs)
    share, adjusted = found.line("3"), found.line("2")
    assert share.plaintiff is not None
    assert share.defendant is not None
    assert share.plaintiff + share.defendant == 1
    assert (adjusted.plaintiff or 0) + (adjusted.defendant or 0) == adjusted.combined


@calmly
@given(cases())
def test_it_makes_no_difference_who_is_called_plaintiff(inputs: Inputs) -> None:
    assume(inputs.kind is Kind.A or has_income(inputs))
    mirrored = replace(
        inputs,
        plaintiff=inputs.defendant,
        defendant=inputs.plaintiff,
        obligor=inputs.obligor.other if inputs.obligor else None,
    )
    here, there = worksheet(inputs), worksheet(mirrored)
    assert here.amount == there.amount
    assert here.payer == (there.payer.other if there.payer else None)
    assert (here.shaded, here.minimum) == (there.shaded, there.minimum)


@calmly
@given(cases("A"), st.integers(0, 3000_00))
def test_more_income_of_the_obligor_is_never_less_support_on_the_same_side_of_the_shaded_area(
    inputs: Inputs, more: int
) -> None:
    inputs = replace(inputs, obligor=Side.DEFENDANT)
    richer = replace(inputs, defendant=replace(inputs.defendant, gross=inputs.defendant.gross + more))
    assume(richer.plaintiff.gross + richer.defendant.gross <= 40_000_00)
    poor, rich = worksheet(inputs), worksheet(richer)
    assume((poor.shaded, poor.minimum) == (rich.shaded, rich.minimum))
    assert poor.amount <= rich.amount


@calmly
@given(cases("BC"), st.integers(0, 3000_00))
def test_more_income_never_means_less_to_pay_or_more_to_get_above_the_shaded_incomes(inputs: Inputs, more: int) -> None:
    richer = replace(inputs, defendant=replace(inputs.defendant, gross=inputs.defendant.gross + more))
    assume(richer.plaintiff.gross + richer.defendant.gross <= 40_000_00)
    assume(has_income(inputs))
    assume((worksheet(inputs).line("2").combined or 0) > Figures(HEARING).shaded(inputs.children).cents + 50_00)
    assert signed(told(inputs)) <= signed(told(richer))


def test_leaving_the_shaded_area_by_a_cent_can_lower_the_order() -> None:
    """The rule says so: inside it the obligor's income alone counts, outside it a share of both incomes."""
    last, beyond = (told(asked("A", 1, parent("5000"), parent(gross))) for gross in ("1750.00", "1750.01"))
    assert (last["amount"], last["shaded"]) == (34300, True)
    assert (beyond["amount"], beyond["shaded"]) == (27508, False)


def test_costs_make_leaving_the_shaded_area_raise_the_order() -> None:
    """Beyond it child care counts: 3,750.01: 697.0016 + 600 = 1,297.0016; x 1,750.01/3,750.01 = 605.2693."""
    last, beyond = (
        told(asked("A", 1, parent("2000", childcare="600"), parent(gross))) for gross in ("1750.00", "1750.01")
    )
    assert (last["amount"], beyond["amount"]) == (34300, 60527)


@calmly
@given(cases("B"), st.integers(1, 200))
def test_more_overnights_never_mean_more_to_pay(inputs: Inputs, nights: int) -> None:
    assume(has_income(inputs))
    assume(inputs.plaintiff.overnights - nights >= 123)
    moved = replace(
        inputs,
        plaintiff=replace(inputs.plaintiff, overnights=inputs.plaintiff.overnights - nights),
        defendant=replace(inputs.defendant, overnights=inputs.defendant.overnights + nights),
    )
    assert signed(told(moved)) <= signed(told(inputs))


@calmly
@given(cases("A"), st.sampled_from(["childcare", "insurance", "extraordinary"]), COST)
def test_a_cost_of_the_other_parent_never_lowers_the_order_and_the_reserve_ignores_it(
    inputs: Inputs, cost: str, more: int
) -> None:
    inputs = replace(inputs, obligor=Side.DEFENDANT)
    dearer = replace(inputs.plaintiff, **{cost: getattr(inputs.plaintiff, cost) + more})
    before, after = worksheet(inputs), worksheet(replace(inputs, plaintiff=dearer))
    assert before.amount <= after.amount
    if before.shaded or before.minimum:
        assert before.amount == after.amount


@pytest.mark.parametrize("children", range(1, 7))
def test_the_shaded_area_is_never_applied_on_worksheets_b_and_c(children: int) -> None:
    nights = 365 * children
    shared = asked("B", children, parent("3000", overnights=nights - 123), parent("1400", overnights=123))
    assert not worksheet(shared).shaded
    split = asked("C", children + 1, parent("3000", children_living=children), parent("1000", children_living=1))
    if children < 6:
        assert not worksheet(split).shaded
        assert not worksheet(split).minimum

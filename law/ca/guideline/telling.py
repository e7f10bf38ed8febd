"""A run in plain values: amounts in cents, rates and parts of one as decimals in quotes."""

from collections.abc import Iterable

from kernel.money import Money
from law.ca.guideline.add_ons import AddOnShares, AdjustedNets, Shared, WithAddOns
from law.ca.guideline.asked import Parent
from law.ca.guideline.case import CaseSupport
from law.ca.guideline.exact import in_cents, told
from law.ca.guideline.low_income import LowIncomeRange
from law.ca.guideline.rows import AnyRow
from law.ca.guideline.steps import Step

MULTIPLIER_PLACES = 3


def case_told(found: CaseSupport) -> dict[str, object]:
    """A case in plain values."""
    support = found.support
    return {
        "payer": found.payer.value if found.payer else None,
        "amount": found.amount.cents,
        "children": found.children,
        "k": told(support.k),
        "fraction": told(support.fraction),
        "total_net": in_cents(support.total).cents,
        "high_earner": support.high_earner.value,
        "high_earner_share": told(support.share),
        "timeshare_from": found.timeshare.source.value,
        "one_child": in_cents(abs(support.one_child)).cents,
        "multiplier": told(support.multiplier, MULTIPLIER_PLACES),
        "per_child": [amount.cents for amount in found.per_child],
        "low_income": _low_income(found.low_income),
        "nets": {parent.value: in_cents(support.nets[parent]).cents for parent in Parent},
        "hardship": {parent.value: found.settled.deductions[parent].cents for parent in Parent},
        "paid_elsewhere": found.paid_elsewhere.cents,
    }


def add_on_told(one: AddOnShares, incomes: AdjustedNets) -> dict[str, object]:
    """A cost with both ways to share it, and the parts by the way that the run goes by."""
    parts = {"share_a": told(incomes.share_a), "share_b": told(1 - incomes.share_a)}
    return {
        "kind": one.kind.kind,
        "amount": one.amount.cents,
        "mandatory": one.kind.mandatory,
        "split": one.used.value,
        **_shared(one.shared),
        "proportional": {**_shared(one.proportional), **parts},
        "half": _shared(one.half),
    }


def with_add_ons_told(found: WithAddOns | None) -> dict[str, int] | None:
    """What the payer bears with the shares of the costs."""
    if found is None:
        return None
    return {"base": found.base.cents, "shares": found.shares.cents, "total": found.total.cents}


def steps_told(steps: Iterable[Step]) -> list[dict[str, str]]:
    """The lines of the worksheet."""
    return [{"what": step.what, "value": step.value, "cite": str(step.cite)} for step in steps]


def rows_told(rows: Iterable[AnyRow]) -> list[dict[str, object]]:
    """The rows of law that a run rests on."""
    return [
        {
            "id": row.id,
            "cite": str(row.cite),
            "in_force_from": row.in_force_from.isoformat(),
            "verified": bool(row.verified_by),
        }
        for row in rows
    ]


def _low_income(found: LowIncomeRange) -> dict[str, object]:
    return {
        "applies": found.applies,
        "threshold": _cents(found.threshold),
        "max_reduction": _cents(found.max_reduction),
        "low": _cents(found.low),
        "high": found.high.cents,
        "low_per_child": [amount.cents for amount in found.low_per_child],
    }


def _shared(parts: Shared) -> dict[str, object]:
    return {Parent.A.value: parts.parent_a.cents, Parent.B.value: parts.parent_b.cents}


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.cents

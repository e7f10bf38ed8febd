"""Made-up facts for the guideline calculation: a payer below the threshold, two children, child care."""

from typing import Any

from law.ca.guideline import guideline, read_input
from tools.ca_papers.samples import CAPTION, FILING, children, made

ASKED: dict[str, Any] = {
    "period_on": "2026-12-01", "children": 3, "parent_a": {"net": 280_000}, "parent_b": {"net": 150_000},
    "timeshare_a": "0.20", "addons": [{"kind": "child care", "amount": 60_000}],
}  # fmt: skip


def calculation() -> dict[str, Any]:
    """The facts, with the steps that the rows give."""
    told: Any = guideline(read_input(ASKED)).as_json()

    def said(value: Any) -> dict[str, Any]:
        return made("Fam. Code § 4055", value, disclosure="party")

    return FILING | {
        "obligor": CAPTION["defendant"], "obligee": CAPTION["other_parent"], "children": children(),
        "period_on": said("2026-12-01"), "recommended": said(told["amount"]), "payer": said("obligor"),
        "nets_from": said("obligor: Entered by hand, the state’s Guideline Calculator of November 18, 2026; obligee: the same"),
        "steps": [{name: said(step[name]) for name in ("what", "value", "cite")} for step in told["steps"]],
        "low_income": [{name: said(told["low_income"][name]) for name in ("threshold", "max_reduction", "low", "high")}],
        "costs": [{
            "kind": said(cost["kind"]), "amount": said(cost["amount"]), "way": said("in proportion to net incomes"),
            "obligor": said(cost["parent_a"]), "obligee": said(cost["parent_b"]),
            "obligor_proportional": said(cost["proportional"]["parent_a"]), "obligor_half": said(cost["half"]["parent_a"]),
        } for cost in told["addons"]],
        "with_shares": [{name: said(amount) for name, amount in told["with_addons"].items()}],
        "remarks": [{"words": said(note)} for note in told["notes"]],
        "rows": said("CA guideline 0123456789ab"), "unverified": said(True), "prepared_by": said("Rosalind Agent"),
        "prepared_on": said("2026-11-20"),
    }

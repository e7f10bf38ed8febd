"""Property, household, earlier contempts, purge and limits of withholding, as the contempt sheet shows them."""

from typing import Any

from cases.ability.means import left_over
from cases.ability.queries import household, prior_contempt, proposal
from cases.ability.withholding import Limit
from cases.trace import traced
from documents.facts import ability as facts
from documents.gather.ability import holding_rows
from documents.gather.matter import Matter
from kernel.disclosure import Disclosure
from kernel.traced import Traced, computed

INSIDE = Disclosure.INTERNAL


def holdings_shown(of: Matter) -> tuple[facts.HoldingShown, ...]:
    """The obligor's property; what nobody has looked at yet says so."""
    return tuple(
        facts.HoldingShown(
            what=traced(row, held.what, INSIDE),
            value=traced(row, held.value, INSIDE),
            seen_on=traced(row, held.seen_on, INSIDE),
            note=traced(row, held.note or None, INSIDE),
            looked_at=traced(row, held.looked_at, INSIDE),
            reachable=traced(row, held.reachable, INSIDE),
            proof=traced(row, getattr(row, "proof", None), INSIDE),
        )
        for row, held in holding_rows(of)
    )


def households_shown(of: Matter) -> tuple[facts.HouseholdShown, ...]:
    """The household, where somebody noted one."""
    row = of.ability.household
    if row is None:
        return ()
    found = household(row)
    left = left_over(row.disposable, found) if row.disposable else None
    rule, inputs = "disposable income less basic needs", ("households.0.disposable", "households.0.monthly")
    return (
        facts.HouseholdShown(
            people=traced(row, row.people, INSIDE),
            needs=tuple(
                facts.NeedShown(what=traced(row, one.what, INSIDE), monthly=traced(row, one.monthly, INSIDE))
                for one in found.needs
            ),
            monthly=_told(of, found.monthly, "sum of the needs", ("households.0.needs",)),
            disposable=traced(row, row.disposable, INSIDE),
            left_over=_told(of, left, rule, inputs),
            proof=traced(row, row.proof, INSIDE),
        ),
    )


def priors_shown(of: Matter) -> tuple[facts.PriorShown, ...]:
    """Earlier findings of contempt, the oldest first."""
    return tuple(
        facts.PriorShown(
            found_on=traced(row, row.found_on, INSIDE),
            kind=traced(row, row.kind, INSIDE),
            purge=traced(row, prior_contempt(row).purge, INSIDE),
            outcome=traced(row, row.outcome, INSIDE),
            proof=traced(row, row.proof, INSIDE),
        )
        for row in sorted(of.ability.contempts, key=lambda row: (row.found_on, row.kind))
    )


def purges_shown(of: Matter) -> tuple[facts.PurgeShown, ...]:
    """The purge that is proposed for this hearing, with its funds."""
    row = of.ability.purge_for(of.hearing.on)
    if row is None:
        return ()
    found, inputs = proposal(row), ("purges.0.funds", "purges.0.needs_first")
    return (
        facts.PurgeShown(
            amount=traced(row, row.amount, INSIDE),
            pay_on=traced(row, row.pay_on, INSIDE),
            funds=tuple(
                facts.FundsShown(
                    what=traced(row, one.what, INSIDE),
                    amount=traced(row, one.amount, INSIDE),
                    available_on=traced(row, one.available_on, INSIDE),
                    shown_by=traced(row, one.shown_by, INSIDE),
                    seen_on=traced(row, one.seen_on, INSIDE),
                )
                for one in found.funds
            ),
            needs_first=traced(row, row.needs_first, INSIDE),
            means=_told(of, found.means, "funds less basic needs until the day", inputs),
        ),
    )


def limits_shown(limits: tuple[tuple[str, Limit], ...], of: Matter) -> tuple[facts.LimitShown, ...]:
    """The limits of withholding, the one that governs first; none where the disposable income is not noted."""
    row = of.ability.household
    if row is None:
        return ()
    return tuple(
        facts.LimitShown(
            law=traced(row, name, INSIDE),
            percent=_told(of, one.percent, "limits of withholding", ("households.0.disposable",)),
            most=_told(of, one.most, "limits of withholding", ("households.0.disposable",)),
            cite=_told(of, "; ".join(str(each.cite) for each in one.rows), "limits of withholding", ("law",)),
        )
        for name, one in limits
    )


def _told(of: Matter, value: object, rule: str, inputs: tuple[str, ...]) -> Traced[Any]:
    return computed(value, rule=rule, inputs=inputs, as_of=of.as_of, disclosure=INSIDE)

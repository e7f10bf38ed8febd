"""Gathers the guideline findings and the order after hearing."""

from decimal import Decimal
from typing import Any

from cases.guideline.facts import Parent
from documents.facts import NamedChild
from documents.facts.california import Departure, Guideline, OrderAfterHearing
from documents.gather import people, run, support
from documents.gather.california.heading import amounts_for_court, filing, for_court
from documents.gather.matter import Matter
from kernel.disclosure import Disclosure
from kernel.traced import Traced


def order_after_hearing(of: Matter) -> OrderAfterHearing:
    """What the court found and ordered, as people wrote it down after the hearing."""
    entries = for_court(of, "appearances", "advisement", "support_begins", "health_insurance", "add_ons")
    return OrderAfterHearing(
        **filing(of),
        obligor=people.party(of.record, "obligor").name,
        obligee=people.party(of.record, "obligee").name,
        children=tuple(NamedChild(name=child.name) for child in people.children(of.record, of.hearing.on)),
        guideline=guideline(of),
        departure=_departure(of),
        arrears=support.arrears(of.record, of.as_of),
        **entries,
        **amounts_for_court(of, "ordered_support", "toward_arrears"),
    )


def guideline(of: Matter) -> Guideline:
    """What the certified calculator gave (Fam. Code § 4056(b))."""
    written = {
        **amounts_for_court(of, "obligor_net", "obligee_net", "guideline_amount"),
        **for_court(
            of,
            "obligor_filing",
            "obligee_filing",
            "obligor_deductions",
            "obligee_deductions",
            "time_share",
            "guideline_run",
        ),
    }
    return Guideline(**written | _of_the_run(of))


def _of_the_run(of: Matter) -> dict[str, Any]:
    """What the guideline run gives, before anything typed; the program that gave the nets is named by a person.

    A run for another period gives no amount, and what was typed beside it is no amount of this hearing either.
    """
    found = run.run_for(of)
    if found is None:
        return {"guideline_amount": run.amount(of)} if run.stale(of) else {}
    told = found.figured.told
    share = Decimal(told["high_earner_share"]) * 100
    of_obligor = share if told["high_earner"] == found.column(Parent.OBLIGOR) else 100 - share
    percent = f"{of_obligor.quantize(Decimal('0.01')).normalize():f} percent of the time"
    return {
        "obligor_net": run.entry(found, Parent.OBLIGOR, "net").as_(Disclosure.OPEN),
        "obligee_net": run.entry(found, Parent.OBLIGEE, "net").as_(Disclosure.OPEN),
        "guideline_amount": run.amount(of),
        "time_share": Traced(percent, run.trace(found, "timeshare")),
    }


def _departure(of: Matter) -> tuple[Departure, ...]:
    """Reasons, where the amounts differ or somebody wrote down why they do (Fam. Code § 4056(a))."""
    amounts = {**amounts_for_court(of, "ordered_support"), "guideline_amount": guideline(of).guideline_amount}
    reasons = for_court(of, "departure_reasons", "best_interests")
    ordered, formula = amounts["ordered_support"].value, amounts["guideline_amount"].value
    differs = ordered is not None and formula is not None and ordered != formula
    return (Departure(**reasons),) if differs or reasons["departure_reasons"].value else ()

"""Gathers what a first order is made from: paternity, the guideline worksheet, the proposal."""

from datetime import date
from decimal import Decimal

from cases.names import spoken
from cases.tables import Participant
from cases.trace import traced
from documents.facts.establishing import Guidelines, Paternity, PaternityOfChild, Proposal
from documents.gather.entries import day_note, entries
from documents.gather.matter import Matter
from documents.gather.people import birthday
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.traced import Traced, computed

REASONABLE_INSURANCE = Decimal("0.05")
"""G.S. 50-13.11(a1): cover for the child costs a reasonable amount up to this part of the parent's gross income."""
GENETIC_TEST_AFTER = 3
"""G.S. 49-14(d): an action brought more years than this after birth needs a genetic test where it is contested."""
MAJORITY = 18


def paternity(of: Matter) -> Paternity:
    """How paternity is proved, with what each child's age means for the action."""
    return Paternity(children=paternity_of_children(of), **entries(of.record, Paternity))


def paternity_of_children(of: Matter) -> tuple[PaternityOfChild, ...]:
    """For each child whether the action is in time, and whether it needs a genetic test where it is contested."""
    begun = day_note(of.record, "complaint_filed_on").value or of.as_of
    return tuple(_of_child(row, begun) for row in of.record.children)


def guidelines(of: Matter) -> Guidelines:
    """The worksheet's figures. One parent's income may be told to the other for setting support (G.S. 110-139(b))."""
    written = entries(of.record, Guidelines, Disclosure.PARTY)
    return Guidelines(
        obligor_insurance_limit=_insurance_limit(written["obligor_income"], "obligor"),
        obligee_insurance_limit=_insurance_limit(written["obligee_income"], "obligee"),
        **written,
    )


def proposal(of: Matter) -> Proposal:
    """What the agency asks the court to order; the court and the parties may see it."""
    return Proposal(**entries(of.record, Proposal, Disclosure.PARTY))


def _of_child(row: Participant, begun: date) -> PaternityOfChild:
    three_on = birthday(row.born_on, GENETIC_TEST_AFTER) if row.born_on else None
    eighteen_on = birthday(row.born_on, MAJORITY) if row.born_on else None
    inputs = ("paternity.complaint_filed_on", "children")
    late = three_on is not None and begun > three_on
    timely = eighteen_on is not None and begun < eighteen_on
    return PaternityOfChild(
        name=traced(row, spoken(row.name)),
        three_on=traced(row, three_on, Disclosure.PARTY),
        needs_genetic_test=computed(late, rule="more than 3 years after birth (G.S. 49-14(d))", inputs=inputs),
        before_eighteen=computed(timely, rule="before the 18th birthday (G.S. 49-14(a))", inputs=inputs),
    )


def _insurance_limit(income: Traced[Money | None], whose: str) -> Traced[Money | None]:
    return computed(
        income.value.times(REASONABLE_INSURANCE) if income.value else None,
        rule="five percent of gross monthly income (G.S. 50-13.11(a1))",
        inputs=(f"guidelines.{whose}_income",),
        disclosure=Disclosure.PARTY,
    )

"""Gathers what a first order is made from: paternity, the guideline worksheet, the proposal."""

from datetime import date
from typing import Any

from cases.guideline.facts import Parent, Run
from cases.names import spoken
from cases.tables import Participant
from cases.trace import traced
from documents.facts.establishing import Guidelines, Paternity, PaternityOfChild, Proposal
from documents.gather import run
from documents.gather.entries import day_note, entries, entry
from documents.gather.matter import Matter
from documents.gather.people import birthday
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.traced import Traced, computed
from law.nc.guideline.figures import Figures
from law.nc.guideline.insurance import insurance_limit

GENETIC_TEST_AFTER = 3
"""G.S. 49-14(d): an action brought more years than this after birth needs a genetic test where it is contested."""
MAJORITY = 18
IN_WORDS = ("childcare", "insurance", "extraordinary", "overnights", "other_children")
"""Facts of a sheet that say in words what a run has as entries."""


def paternity(of: Matter) -> Paternity:
    """How paternity is proved, with what each child's age means for the action."""
    return Paternity(children=paternity_of_children(of), **entries(of.record, Paternity))


def paternity_of_children(of: Matter) -> tuple[PaternityOfChild, ...]:
    """For each child whether the action is in time, and whether it needs a genetic test where it is contested."""
    begun = day_note(of.record, "complaint_filed_on").value or of.as_of
    return tuple(_of_child(row, begun) for row in of.record.children)


def guidelines(of: Matter) -> Guidelines:
    """The worksheet's figures. One parent's income may be told to the other for setting support (G.S. 110-139(b))."""
    written = {**entries(of.record, Guidelines, Disclosure.PARTY), **_of_the_run(of)}
    return Guidelines(
        obligor_insurance_limit=_insurance_limit(of, written["obligor_income"], "obligor"),
        obligee_insurance_limit=_insurance_limit(of, written["obligee_income"], "obligee"),
        **written,
    )


def proposal(of: Matter) -> Proposal:
    """What the agency asks the court to order: the guideline amount, unless somebody wrote another."""
    written = entries(of.record, Proposal, Disclosure.PARTY)
    if written["proposed_support"].value is None:
        written["proposed_support"] = run.amount(of).as_(Disclosure.PARTY)
    return Proposal(**written)


def _of_the_run(of: Matter) -> dict[str, Traced[Any]]:
    """What the guideline run gives, before anything typed; costs and overnights in words only where nobody wrote any.

    A run for another day gives no amount, and what was typed beside it is no amount of this hearing either.
    """
    found = run.run_for(of)
    if found is None:
        return {"guideline_support": run.amount(of).as_(Disclosure.PARTY)} if run.stale(of) else {}
    said = {
        "obligor_income": run.entry(found, Parent.OBLIGOR, "gross"),
        "obligee_income": run.entry(found, Parent.OBLIGEE, "gross"),
        "guideline_support": run.amount(of).as_(Disclosure.PARTY),
        "worksheet": _worksheet(of, found),
    }
    typed = {row.name for row in of.record.notes}
    return said | {name: words for name, words in _in_words(found).items() if name not in typed}


def _worksheet(of: Matter, found: Run) -> Traced[str]:
    why = entry(of.record, "worksheet").value
    return Traced(f"{run.title(found.figured)}{f': {why}' if why else ''}", run.trace(found, "form"), Disclosure.PARTY)


def _in_words(found: Run) -> dict[str, Traced[Any]]:
    return {
        name: Traced(said, run.trace(found, name), Disclosure.PARTY)
        for name in IN_WORDS
        if (said := run.in_words(found, name))
    }


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


def _insurance_limit(of: Matter, income: Traced[Money | None], whose: str) -> Traced[Money | None]:
    part = Figures(of.hearing.on)["insurance"]
    return computed(
        insurance_limit(income.value, of.hearing.on) if income.value else None,
        rule=f"{part.value} percent of gross monthly income ({part.cite})",
        inputs=(f"guidelines.{whose}_income",),
        disclosure=Disclosure.PARTY,
    )

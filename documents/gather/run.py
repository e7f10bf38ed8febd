"""The guideline run of a case as papers use it: its amount, its entries with their own traces, its words."""

from typing import Any

from cases.guideline.facts import Figured, Parent, Run
from cases.guideline.figuring import to_be_checked
from cases.guideline.speaking import rows_wanted_on, what_to_do
from documents.gather.matter import Matter
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money
from kernel.traced import Trace, Traced


def run_for(of: Matter) -> Run | None:
    """The run that speaks for this hearing; none where the rows of its day give other lines, or for other children.

    A worksheet goes by the day of the hearing, California's formula by the support period: after a continuance the same
    entries must still give the same lines.
    """
    return None if stale(of) else of.run


def stale(of: Matter) -> str:
    """What is to be done where there is a run that does not speak for this hearing; else empty."""
    if of.run is None:
        return ""
    if of.run.figured.state != of.kind.state.lower():
        return f"guideline run {of.run.number} is by the law of another state: run the guideline again"
    return what_to_do(of.run, of.record, rows_wanted_on(of.record, of.hearing.on))


def to_check(of: Matter) -> str:
    """What is to be done before the guideline's rows of this hearing are relied on; empty where nothing is."""
    return to_be_checked(of.kind.state.lower(), rows_wanted_on(of.record, of.hearing.on))


def amount(of: Matter) -> Traced[Money | None]:
    """What the obligor pays by the run. None where there is no run, or where it has the obligee pay."""
    run = run_for(of)
    found = run.figured if run else None
    by_obligee = found is not None and found.payer is Parent.OBLIGEE
    value = found.amount if found is not None and not by_obligee else None
    if run is None:
        return Traced(None, Trace("the record", stale(of) or "no guideline run on file"))
    return Traced(value, trace(run, "recommended order" if not by_obligee else "the obligee pays, not the obligor"))


def entry(run: Run, parent: Parent, name: str) -> Traced[Any]:
    """One entry of a parent with its own trace; amounts are Money."""
    path = f"{run.column(parent)}.{name}"
    value = run.figured.asked[run.column(parent)].get(name, 0)
    return Traced(value if name in COUNTS else Money(value), run.traces.get(path, trace(run, path)), Disclosure.PARTY)


def in_words(run: Run, name: str) -> str:
    """What a run has under a name for both parents: ``obligor $0.00, obligee $400.00 a month``; empty where nothing."""
    of_both = {parent: entry(run, parent, name).value for parent in Parent}
    if all(value in (0, ZERO) for value in of_both.values()):
        return ""
    unit = "" if name in COUNTS else " a month"
    return ", ".join(f"{parent.value} {value}" for parent, value in of_both.items()) + unit


def trace(run: Run, what: str) -> Trace:
    """The trace of something that the run computed, naming the run, its rows and its entries."""
    return Trace(
        "Courtready",
        f"guideline run {run.number} by {run.made_by}",
        as_of=run.figured.on,
        retrieved_at=run.made_at,
        rule=f"{title(run.figured)}, {what}: guideline run {run.number} by {run.made_by}, rows {run.figured.pack}",
        inputs=tuple(run.traces),
    )


def title(found: Figured) -> str:
    """What the guideline of a state is computed on: ``Worksheet A (AOC-CV-627)``, ``Fam. Code § 4055``."""
    if found.state == "nc":
        return f"Worksheet {found.told['worksheet']} ({found.told['form']})"
    return "Fam. Code § 4055"


COUNTS = frozenset({"other_children", "overnights", "children_living"})
"""Entries of a parent that are no amounts."""

"""What the record lacks before the papers of a hearing can be right, in the words of what is to be done."""

from cases.guideline.speaking import overtaken
from documents.gather import run
from documents.gather.ability import ability_gaps
from documents.gather.matter import Matter
from hearings.facts import Gap
from hearings.readiness.gaps import AGENT, ATTORNEY

BY_GUIDELINE = frozenset({"establishment", "modification", "review"})
"""Kinds of hearing whose papers say a guideline amount."""


def record_gaps(of: Matter) -> list[Gap]:
    """Open questions of ability to pay, and a guideline run that is for another day or whose entries have changed."""
    return [*ability_gaps(of), *run_gaps(of)]


def run_gaps(of: Matter) -> list[Gap]:
    """Gaps of a hearing about the amount of support: a schedule that may have been replaced, a run to be made again."""
    if of.kind.kind not in BY_GUIDELINE:
        return []
    check = run.to_check(of)
    return [*([Gap("A newer guideline schedule may hold", check, ATTORNEY)] if check else []), *_of_the_run(of)]


def _of_the_run(of: Matter) -> list[Gap]:
    if of.run is None:
        return []
    if why := run.stale(of):
        return [Gap("The guideline run is not for this hearing", f"{why[0].upper()}{why[1:]}.", AGENT)]
    changed = overtaken(of.run, of.record)
    if not changed:
        return []
    cause = f"It now has otherwise: {', '.join(changed)}; run the guideline again, or say where the figures come from."
    return [Gap(f"The record has changed since guideline run {of.run.number}", cause, AGENT)]

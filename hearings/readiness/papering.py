"""The cells of sheet, approval and facts: are the papers made, approved, and still true?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hearings.calendar.causes import Cell
from hearings.readiness.facts import CellState, FilledCell, HearingKnown, PaperKnown, PaperState
from hearings.readiness.filling import done, gravest, left, not_needed
from hearings.readiness.last_days import LastDays

AGAIN = "Prepare the papers again."


def sheet_cell(known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    """Whether every paper of the hearing is made and lacks no fact, and ability to pay is found out for contempt."""
    if not known.papers:
        return not_needed("No paper is prepared for a hearing of this type.")
    last = days.of[Cell.SHEET]
    found = [_sheet(paper, known, last, as_of) for paper in known.papers]
    if known.unanswered:
        told, action = f"Ability to pay is not answered: {known.unanswered}.", "Answer it on the page Ability to pay."
        found.append(left(CellState.BLOCKED, told, known.agent, action, last, as_of=as_of))
    return _told(found, f"{_papers(len(found))} made, and no fact is missing.")


def approval_cell(known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    """Whether an attorney approved every paper as it is, and none has changed since."""
    if not known.papers:
        return not_needed("No paper is prepared for a hearing of this type.")
    found = [_approval(paper, known, days.of[Cell.APPROVAL], as_of) for paper in known.papers]
    return _told(found, f"{_papers(len(found))} approved.")


def facts_cell(known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    """Whether papers say what the case says and do not contradict each other, and the record was read lately enough."""
    last = days.of[Cell.FACTS]
    stale = [f"{paper.title} is out of date: {paper.changed}." for paper in known.papers if paper.changed]
    found = [left(CellState.AT_RISK, told, known.agent, AGAIN, last, as_of=as_of) for told in stale]
    if known.figures_differ:
        told = f"The packet is not built, because the same figure differs in it: {known.figures_differ}"
        action = "Compare the figures, and do what is said beside each that differs."
        cell = left(CellState.BLOCKED, told, known.agent, action, last, as_of=as_of)
        found.append(replace(cell, page=f"/hearings/{known.hearing.id}/figures"))
    if known.figures_unknown:
        told = f"The packet is not built, because its figures cannot be compared: {known.figures_unknown}"
        found.append(left(CellState.BLOCKED, told, known.agent, AGAIN, last, as_of=as_of))
    return _told([*found, _record(known, days, as_of)], "")


def _record(known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    last = days.of[Cell.FACTS]
    if known.record_on is None:
        action = "Import an extract of the state's system."
        return left(CellState.AT_RISK, "No extract is on record.", known.agent, action, last, as_of=as_of)
    age = (as_of - known.record_on).days
    told = f"The record is of {known.record_on:%b %-d, %Y}"
    if age <= days.facts_age:
        return done(f"{told}; it may be {days.facts_age} days old.")
    late = f"{told}, {age} days old; {days.facts_age} are the most for a hearing of this kind."
    return left(CellState.AT_RISK, late, known.agent, "Import the newest extract.", last, as_of=as_of)


def _sheet(paper: PaperKnown, known: HearingKnown, last: date | None, as_of: date) -> FilledCell:
    if paper.state is PaperState.NOT_MADE and paper.problem:
        told = f"{paper.title} cannot be made: {paper.problem.rstrip('.')}."
        action = f"Put the record right and prepare {_named(paper)}."
        return left(CellState.BLOCKED, told, known.agent, action, last, as_of=as_of)
    if paper.state is PaperState.NOT_MADE:
        return left(
            CellState.AT_RISK, f"{paper.title} is not made.", known.agent, f"Prepare {_named(paper)}.", last,
            as_of=as_of,
        )  # fmt: skip
    if paper.lacking:
        action = f"Find what is missing and prepare {_named(paper)} again."
        return left(CellState.BLOCKED, f"{paper.title} lacks {paper.lacking}.", known.agent, action, last, as_of=as_of)
    if paper.other_template and paper.state is not PaperState.APPROVED:
        told = f"{paper.title} is made from another version of its template than the one in force."
        return left(CellState.AT_RISK, told, known.agent, AGAIN, last, as_of=as_of)
    return done("")


def _approval(paper: PaperKnown, known: HearingKnown, last: date | None, as_of: date) -> FilledCell:
    if paper.approved:
        return done("")
    state, why, owner, action = {
        PaperState.NOT_MADE: (CellState.AT_RISK, "is not made, so nobody can approve it", known.agent, "Prepare"),
        PaperState.MADE: (CellState.AT_RISK, "is not handed to an attorney", known.agent, "Submit"),
        PaperState.SUBMITTED: (CellState.AT_RISK, "waits for an attorney", known.attorney, "Approve or return"),
        PaperState.RETURNED: (CellState.BLOCKED, "came back with remarks", known.agent, "Mend and submit"),
        PaperState.WITHDRAWN: (CellState.BLOCKED, "lost its approval", known.agent, "Mend and submit"),
        PaperState.APPROVED: (
            CellState.AT_RISK, "is approved, but its facts have changed since", known.agent, "Prepare again and submit",
        ),
    }[paper.state]  # fmt: skip
    return left(state, f"{paper.title} {why}.", owner, f"{action} {_named(paper)}.", last, as_of=as_of)


def _told(found: Sequence[FilledCell], all_done: str) -> FilledCell:
    """The gravest finding, with the number of others that are left."""
    worst = gravest(found)
    if not worst.red:
        return replace(worst, cause=all_done or worst.cause)
    more = sum(1 for cell in found if cell.red) - 1
    return replace(worst, cause=f"{worst.cause.rstrip('.')} ({more} more to do).") if more else worst


def _named(paper: PaperKnown) -> str:
    """The paper inside a sentence; a title of several capitals keeps them."""
    first, _, rest = paper.title.partition(" ")
    return f"the {paper.title if rest != rest.lower() else f'{first.lower()} {rest}'.strip()}"


def _papers(number: int) -> str:
    return "The paper is" if number == 1 else f"All {number} papers are"

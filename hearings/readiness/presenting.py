"""The cells of exhibits and filing: is what comes from elsewhere attached, and does the court have its papers?"""

import re
from datetime import date

from hearings.calendar.causes import Cell
from hearings.readiness.facts import CellState, EnvelopeState, ExhibitKnown, FilledCell, HearingKnown, Owner, Role
from hearings.readiness.filling import done, gravest, left, not_needed
from hearings.readiness.last_days import LastDays
from hearings.readiness.needs import Needs

FILE_IT = "Assemble the envelope and submit it to the clerk, or write down when the paper was filed."


def exhibits_cell(known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    """Whether every exhibit can be used, and each paper that is prepared elsewhere is among them."""
    if not known.exhibits and not known.kind.later:
        return not_needed("No exhibit is attached, and none is asked for.")
    last = days.of[Cell.EXHIBITS]
    found = [_exhibit(one, known, last, as_of) for one in known.exhibits]
    found += [
        left(
            CellState.AT_RISK, f"{_first(paper)} is not attached; there is no template for it.", known.attorney,
            f"Prepare the {paper} as before and attach it as an exhibit of that name.", last, as_of=as_of,
        )
        for paper in known.kind.later
        if not any(is_that_paper(one.title, paper) for one in known.exhibits)
    ]  # fmt: skip
    return gravest(found)


def is_that_paper(title: str, paper: str) -> bool:
    """Whether an exhibit is the paper that a type of hearing asks for, by its name or the number of its form."""
    name, _, forms = paper.partition(" (")
    numbers = re.findall(r"[A-Z]+[ -]?[0-9]+", forms)
    return name.casefold() in title.casefold() or any(number in title for number in numbers)


def filing_cell(known: HearingKnown, needs: Needs, days: LastDays, as_of: date) -> FilledCell:
    """Whether the court has taken the papers. Once an envelope was begun it has to be."""
    envelope, last = known.envelope, days.of[Cell.FILING]
    if envelope and envelope.state is EnvelopeState.ACCEPTED:
        return done(f"The clerk accepted envelope {envelope.number}.")
    if known.filed_on and known.filed_on <= as_of:
        return done(f"The paper was filed on {known.filed_on:%b %-d, %Y}.")
    if envelope is None:
        if Cell.FILING not in needs.cells:
            return not_needed("Nothing is filed before a hearing of this type.")
        return left(CellState.AT_RISK, "No envelope is assembled.", known.agent, FILE_IT, last, as_of=as_of)
    if envelope.state in (EnvelopeState.SUBMITTED, EnvelopeState.RECEIVED):
        told, clerk = f"Envelope {envelope.number} waits for the clerk.", Owner(Role.CLERK)
        return left(CellState.AT_RISK, told, clerk, f"Answer envelope {envelope.number}.", last, as_of=as_of)
    if envelope.rejection:
        action = "Mend what the clerk named and submit the envelope again."
        return left(CellState.BLOCKED, envelope.rejection, known.agent, action, last, as_of=as_of)
    told, action = f"Envelope {envelope.number} is a draft.", f"Submit envelope {envelope.number} to the clerk."
    return left(CellState.AT_RISK, told, known.agent, action, last, as_of=as_of)


def _exhibit(one: ExhibitKnown, known: HearingKnown, last: date | None, as_of: date) -> FilledCell:
    if one.problem:
        told = f"Exhibit {one.title} cannot be used: {one.problem.rstrip('.')}."
        action = "Save it as a new PDF and attach it again, or leave it out."
        return left(CellState.BLOCKED, told, known.agent, action, last, as_of=as_of)
    if not one.opened:
        told = f"Exhibit {one.title} is being opened."
        return left(CellState.AT_RISK, told, known.agent, "Look again in a minute.", last, as_of=as_of)
    return done(f"{len(known.exhibits)} {'exhibit' if len(known.exhibits) == 1 else 'exhibits'} attached.")


def _first(words: str) -> str:
    return words[0].upper() + words[1:]

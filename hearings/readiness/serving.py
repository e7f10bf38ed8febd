"""The cells of service and notice: was everybody served who has to be, and early enough?"""

from collections.abc import Sequence
from datetime import date

from hearings.calendar.causes import Cell
from hearings.readiness.facts import CellState, FilledCell, HearingKnown, ServedPaper
from hearings.readiness.filling import done, gravest, left
from hearings.readiness.last_days import LastDays
from hearings.readiness.needs import Needs
from hearings.service.facts import State

BEST_FIRST = (
    State.SERVED, State.UNPROVED, State.ATTEMPTED, State.ISSUED, State.NOT_ISSUED, State.FAILED, State.TOO_LATE,
)  # fmt: skip
IN_TIME = (State.SERVED, State.UNPROVED)
NOBODY = "Nobody is on record on whom papers can be served."


def service_cell(known: HearingKnown, needs: Needs, days: LastDays, as_of: date) -> FilledCell:
    """Whether the papers were served and the proof of it is back. Whether in time is the notice's cell."""
    found = [_service(row, known, days, as_of) for row in that_count(known.served, needs)]
    return gravest(found) if found else _nobody(known, days, as_of)


def notice_cell(known: HearingKnown, needs: Needs, days: LastDays, as_of: date) -> FilledCell:
    """Whether service leaves the period that the law demands before the hearing."""
    if known.uncounted:
        action = "Say by when notice of this hearing has to be given."
        last = days.of[Cell.NOTICE]
        return left(CellState.BLOCKED, known.uncounted, known.attorney, action, last, as_of=as_of)
    found = [_notice(row, known, days, as_of) for row in that_count(known.served, needs)]
    return gravest(found) if found else _nobody(known, days, as_of)


def that_count(served: Sequence[ServedPaper], needs: Needs) -> list[ServedPaper]:
    """Of each person the papers that have to be served: the one that has come farthest, and those needed besides it."""
    rows: list[ServedPaper] = []
    for person in dict.fromkeys(one.mpi_no for one in served):
        own = [one for one in served if one.mpi_no == person]
        besides = [one for one in own if any(words in one.paper for words in needs.besides)]
        others = [one for one in own if one not in besides]
        rows += besides + sorted(others, key=lambda one: BEST_FIRST.index(one.state))[:1]
    return rows


def _nobody(known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    action = "Put the other party of the case on record."
    return left(CellState.BLOCKED, NOBODY, known.agent, action, days.of[Cell.SERVICE], as_of=as_of)


def _service(row: ServedPaper, known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    if row.state is State.UNPROVED:
        return left(
            CellState.AT_RISK, f"{row.person} was served; the proof of service is not back.", known.agent,
            row.next_action, days.proof, as_of=as_of,
        )  # fmt: skip
    if row.complete_on and row.state in (State.SERVED, State.TOO_LATE):
        return done(f"{row.person} was served; service was complete on {row.complete_on:%b %-d, %Y}.")
    tried = row.last_attempt or ("nothing is issued" if row.state is State.NOT_ISSUED else "nothing is tried yet")
    return left(
        CellState.BLOCKED if row.state in (State.FAILED, State.TOO_LATE) else CellState.AT_RISK,
        f"{row.person} is not served with the {row.paper}: {tried}.",
        known.agent,
        row.next_action,
        _last(row, days),
        as_of=as_of,
    )


def _notice(row: ServedPaper, known: HearingKnown, days: LastDays, as_of: date) -> FilledCell:
    last = _last(row, days)
    if row.complete_on and row.state in IN_TIME:
        return done(f"Service was complete on {row.complete_on:%b %-d, %Y}, in time for {known.notice}.")
    if row.complete_on and row.state is State.TOO_LATE:
        told = f"Service was complete on {row.complete_on:%b %-d, %Y}, too late for {known.notice}."
        return left(CellState.BLOCKED, told, known.attorney, "Ask for another hearing date.", last, as_of=as_of)
    told = f"{row.person} is not served, and {known.notice} have to lie before the hearing."
    return left(CellState.AT_RISK, told, known.agent, "Have service completed.", last, as_of=as_of)


def _last(row: ServedPaper, days: LastDays) -> date | None:
    return row.last_safe_day or days.of[Cell.SERVICE]

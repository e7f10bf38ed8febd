"""How a cell is filled in, and which of several findings it tells."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hearings.readiness.facts import CellState, FilledCell, Owner

ORDER = (CellState.BLOCKED, CellState.AT_RISK, CellState.DONE, CellState.NOT_NEEDED)


def done(cause: str) -> FilledCell:
    """Nothing is left to do."""
    return FilledCell(CellState.DONE, cause)


def not_needed(cause: str) -> FilledCell:
    """The hearing needs none of it."""
    return FilledCell(CellState.NOT_NEEDED, cause)


def left(
    state: CellState, cause: str, owner: Owner, next_action: str, last_safe_day: date | None, *, as_of: date
) -> FilledCell:
    """Something is left to do. Once its last safe day is gone the cell is blocked and only another date helps."""
    found = FilledCell(state, cause, owner, next_action, last_safe_day)
    if not found.past(as_of):
        return found
    gone = f"Have the hearing continued; the last safe day was {last_safe_day:%a %b %-d, %Y}."
    return replace(found, state=CellState.BLOCKED, next_action=gone)


def gravest(found: Iterable[FilledCell]) -> FilledCell:
    """What a cell tells where several things stand in it: the gravest state, of those the first last safe day."""
    return min(found, key=lambda cell: (ORDER.index(cell.state), cell.last_safe_day or date.max))

"""One row of a board: every cell of a hearing, filled in by the rules of its type."""

from datetime import date

from hearings.calendar.causes import Cell
from hearings.readiness.facts import CELLS, FilledCell, HearingKnown, HearingRow
from hearings.readiness.filling import not_needed
from hearings.readiness.last_days import LastDays
from hearings.readiness.needs import Needs
from hearings.readiness.papering import approval_cell, facts_cell, sheet_cell
from hearings.readiness.presenting import exhibits_cell, filing_cell
from hearings.readiness.serving import notice_cell, service_cell

DECIDED_BY_THE_HEARING = (Cell.EXHIBITS, Cell.FILING)
"""Cells that can be needed though the type of hearing does not ask for them."""


def row_of(known: HearingKnown, needs: Needs, days: LastDays, *, as_of: date) -> HearingRow:
    """How ready a hearing is on a day; one that was heard needs nothing more."""
    cells: dict[Cell, FilledCell] = {cell: _filled(cell, known, needs, days, as_of) for cell in CELLS}
    return HearingRow(known.hearing, known.kind, known.caption, known.attorney, cells, as_of)


def _filled(cell: Cell, known: HearingKnown, needs: Needs, days: LastDays, as_of: date) -> FilledCell:
    if known.hearing.disposition:
        return not_needed(f"The court has heard it: {known.hearing.disposition}.")
    if cell not in needs.cells and cell not in DECIDED_BY_THE_HEARING:
        return not_needed("A hearing of this type needs none.")
    match cell:
        case Cell.SERVICE:
            return service_cell(known, needs, days, as_of)
        case Cell.NOTICE:
            return notice_cell(known, needs, days, as_of)
        case Cell.SHEET:
            return sheet_cell(known, days, as_of)
        case Cell.APPROVAL:
            return approval_cell(known, days, as_of)
        case Cell.FACTS:
            return facts_cell(known, days, as_of)
        case Cell.EXHIBITS:
            return exhibits_cell(known, days, as_of)
        case _:
            return filing_cell(known, needs, days, as_of)

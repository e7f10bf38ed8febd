"""Questions: the docket of a session as pages to take to court, with how ready each matter is."""

from datetime import date

from sqlalchemy.orm import Session

from documents.docket_print import PrintedDocket, PrintedMatter, docket_pdf
from filings.board import board
from hearings.calendar.causes import Cell
from hearings.queries import session
from hearings.readiness.facts import Board, HearingRow, Outlook
from offices.queries import settings_of

TOLD = {Cell.SERVICE: "Service", Cell.NOTICE: "Notice"}
"""Cells that stand in a row by themselves; of the others the outlook tells enough."""
FOR_WHOM = "For the office and its attorney; it is not filed."


def docket(db: Session, office_id: int, session_id: int, as_of: date) -> bytes:
    """The docket as a PDF in call order. It names the parties as the court's caption does and tells no address.

    Raises NoSuchSession, also for another office's, or NoRuleInForce.
    """
    place, settings = session(db, office_id, session_id), settings_of(db, office_id)
    found = board(db, office_id, session_id, as_of)
    return docket_pdf(
        PrintedDocket(
            title=f"Docket of {place.on:%A, %B %-d, %Y}",
            running=f"{settings.letterhead} · docket of {place.on:%m/%d/%Y} as of {as_of:%m/%d/%Y}",
            lines=(" · ".join(filter(None, (place.where, place.judge))), f"{top_line(found)} {FOR_WHOM}"),
            matters=tuple(_matter(row, settings.attorney_name) for row in found.rows),
        )
    )


def top_line(found: Board) -> str:
    """How many are ready, can still be saved, should be continued."""
    ready, savable, hopeless = (found.count(outlook) for outlook in Outlook)
    return (
        f"{ready} of {len(found.rows)} ready; {savable} can still be saved; {hopeless} should be continued now. "
        f"As of {found.as_of:%b %-d, %Y}."
    )


def _matter(row: HearingRow, attorney: str) -> PrintedMatter:
    return PrintedMatter(
        at=f"{row.hearing.at:%-I:%M %p}",
        number=row.hearing.docket,
        case_no=row.hearing.case_no,
        caption=str(row.caption),
        hearing=row.kind.name,
        attorney=row.attorney.name or attorney,
        readiness=(_outlook(row), *(f"{words}: {row.cells[cell].state.value}" for cell, words in TOLD.items())),
    )


def _outlook(row: HearingRow) -> str:
    match row.outlook:
        case Outlook.READY:
            return "Ready"
        case Outlook.HOPELESS:
            return "Continue"
        case _:
            by = row.last_safe_day
            return f"Save by {by:%b %-d}" if by else "Not ready"

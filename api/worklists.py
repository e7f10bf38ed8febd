"""What a page and the API say of worklists, kept deadlines and dates that other rows of law would move."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.clocks.lines import Kind, Line, Worklist
from hearings.clocks.tables import CaseClock

MOST = 200
"""Lines that a page shows; the heading tells how many there are."""


def place_of(line: Line) -> str:
    """Where a line is worked on."""
    if line.kind is Kind.PROOF:
        return f"/cases/{line.case_no}/service"
    if line.kind is Kind.PLAN:
        return f"/cases/{line.case_no}/plans"
    if line.kind is Kind.ADJUSTMENT:
        return f"/cases/{line.case_no}/money"
    if line.hearing_id is not None:
        return f"/hearings/{line.hearing_id}"
    return f"/cases/{line.case_no}/deadlines"


def may_be_met_by_hand(line: Line) -> bool:
    """Whether a person may write down that the line's deadline is met."""
    return line.kind in (Kind.DEADLINE, Kind.DEFAULT)


def shown(found: Worklist) -> tuple[Line, ...]:
    """The lines of a page, the most urgent ones."""
    return found.lines[:MOST]


def swept_before(db: Session, office_id: int) -> bool:
    """Whether the clocks of an office were ever swept; until then a worklist says so."""
    return db.scalar(select(CaseClock.id).where(CaseClock.office_id == office_id).limit(1)) is not None


def days_left(by: date, today: date) -> str:
    """How far a day is, in words."""
    days = (by - today).days
    if days == 0:
        return "today"
    return f"in {days} day{'s' if days != 1 else ''}" if days > 0 else f"{-days} day{'s' if days != -1 else ''} ago"


"""How ready a session is, and its docket to print."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.desk.people import Office
from api.giving import PDF, give
from api.looking import looking_at
from api.pages import page
from api.patterns import Id
from filings.board import board
from filings.docket import docket
from hearings.queries import session
from hearings.readiness.facts import CellState, HearingRow, Outlook

router = APIRouter()
ALL = "all"
SHOWN = {
    ALL: "All hearings",
    Outlook.READY.value: "Ready",
    Outlook.SAVABLE.value: "Can be saved",
    Outlook.HOPELESS.value: "Continue now",
    CellState.BLOCKED.value: "Something is blocked",
}
"""What a page can be narrowed to, and its words."""


@router.get("/sessions/{session_id:int}/readiness")
def show_readiness(
    request: Request, visitor: Office, session_id: Id, show: Annotated[str, Query(max_length=20)] = ALL
) -> Response:
    """Every hearing of a session with its cells, or those that stand in one way."""
    with looking_at(f"court session {session_id}", visitor, verb="read readiness of") as db:
        place = session(db, visitor.office_id, session_id)
        found = board(db, visitor.office_id, session_id, visitor.today)
    rows = {name: _of(found.rows, name) for name in SHOWN}
    return page(
        request, visitor, "session_readiness.html", session=place, rows=rows.get(show, rows[ALL]), show=show,
        shown=SHOWN, counts={name: len(each) for name, each in rows.items()},
    )  # fmt: skip


@router.get("/sessions/{session_id:int}/docket.pdf")
def print_docket(visitor: Office, session_id: Id) -> Response:
    """The docket to take to court."""
    with looking_at(f"court session {session_id}", visitor, verb="printed docket of") as db:
        data = docket(db, visitor.office_id, session_id, visitor.today)
    return give(data, PDF, f"docket-session-{session_id}.pdf")


def _of(rows: Sequence[HearingRow], show: str) -> list[HearingRow]:
    return [row for row in rows if show in (ALL, row.outlook.value, row.worst.value)]

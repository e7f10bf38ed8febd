"""The morning of court: what changed in the balances of a docket since its papers were made."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.desk.people import Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id
from documents.morning.docket import morning
from hearings.queries import session

router = APIRouter()


@router.get("/sessions/{session_id:int}/morning")
def show_morning(request: Request, visitor: Office, session_id: Id) -> Response:
    """Every matter whose papers say what is not owed any more, and why."""
    with looking_at(f"court session {session_id}", visitor, verb="refreshed balances of") as db:
        place = session(db, visitor.office_id, session_id)
        found = morning(db, visitor.office_id, session_id, as_of=visitor.today)
    return page(request, visitor, "session_morning.html", session=place, morning=found)

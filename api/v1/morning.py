"""The morning of court."""

from fastapi import APIRouter

from api.looking import looking_at
from api.patterns import Id
from api.v1.people import Office
from api.v1.told.morning import MorningTold
from documents.morning.docket import morning
from documents.morning.telling import morning_told

router = APIRouter(prefix="/sessions", tags=["Court sessions"])


@router.get("/{session_id:int}/morning")
def show_morning(visitor: Office, session_id: Id) -> MorningTold:
    """The balances of a docket counted anew, with what moved each since its papers were made."""
    with looking_at(f"court session {session_id}", visitor, verb="refreshed balances of") as db:
        found = morning(db, visitor.office_id, session_id, as_of=visitor.today)
    return MorningTold.model_validate(morning_told(found))

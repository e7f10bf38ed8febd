"""Readiness of a whole session."""

from fastapi import APIRouter

from api.looking import looking_at
from api.patterns import Id
from api.v1.people import Office
from api.v1.told.readiness import BoardTold
from filings.board import board
from hearings.readiness.telling import board_told

router = APIRouter(prefix="/sessions", tags=["Court sessions"])


@router.get("/{session_id:int}/readiness")
def show_readiness(visitor: Office, session_id: Id) -> BoardTold:
    """A row for each hearing in call order, a cell for each part of its preparation."""
    with looking_at(f"court session {session_id}", visitor, verb="read readiness of") as db:
        return BoardTold.model_validate(board_told(board(db, visitor.office_id, session_id, visitor.today)))

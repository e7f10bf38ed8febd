"""Whether the application answers."""

from fastapi import APIRouter
from sqlalchemy import text

from infra.db import database

router = APIRouter()


@router.get("/healthz", include_in_schema=False)
def health() -> dict[str, bool]:
    """Answers when the database does."""
    with database().reading() as db:
        db.execute(text("SELECT 1"))
    return {"ok": True}

"""Makes the row of an envelope, and moves it from one state to the next, once, with its audit row."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from filings.errors import NotThatMove
from filings.states import State, Verb, after
from filings.tables import Envelope, Filing
from infra import audit
from infra.clock import now
from offices.facts import Person


def made(
    db: Session, hearing_id: int, held: dict[str, Any], told: str, by: Person, *, replaces: int | None
) -> Envelope:
    """A new draft with a row for each of its documents; ``told`` is the digest by which it is known."""
    row = Envelope(
        office_id=by.office_id,
        hearing_id=hearing_id,
        digest=told,
        manifest=held,
        state=State.DRAFT.value,
        replaces_id=replaces,
        assembled_by=by.actor,
        assembled_by_name=by.name,
        assembled_at=now(),
    )
    db.add(row)
    db.flush()
    items = [held["lead"], *held["attachments"]]
    db.add_all(_filing(row, place, item) for place, item in enumerate(items, start=1) if item)
    db.flush()
    _tell(db, row, Verb.ASSEMBLE, by)
    return row


def move(db: Session, row: Envelope, verb: Verb, by: Person, **stamps: Any) -> None:
    """One step, taken only from the state that was seen: of two who decide at once, one is refused."""
    was = State(row.state)
    state = after(was, verb)
    moved = db.execute(
        update(Envelope)
        .where(Envelope.id == row.id, Envelope.state == was.value)
        .values(state=state.value, **stamps)
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:  # type: ignore[attr-defined]
        raise NotThatMove(was.value, verb.value)
    db.refresh(row)
    _tell(db, row, verb, by)


def _filing(row: Envelope, place: int, item: dict[str, Any]) -> Filing:
    return Filing(
        office_id=row.office_id,
        envelope_id=row.id,
        position=place,
        revision_id=item["revision_id"],
        pdf_sha=item["sha256"],
    )


def _tell(db: Session, row: Envelope, verb: Verb, by: Person) -> None:
    audit.record(
        db,
        office_id=row.office_id,
        actor=by.actor,
        verb=f"{verb.value} envelope",
        subject=f"envelope {row.id}",
        detail=f"manifest {row.digest}",
    )

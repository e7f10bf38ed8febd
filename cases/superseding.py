"""How a row that a person wrote comes into the record: under its key, once; what it replaces is superseded."""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.fingerprints import fingerprint, fingerprint_key
from cases.tables import Sourced
from offices.facts import Person
from offices.queries import day_of

Row = TypeVar("Row", bound=Sourced)


def standing(db: Session, table: type[Row], source_key: str, *, by: Person) -> Row | None:
    """The row under a key of this office that is neither superseded nor withdrawn, if there is one."""
    return db.scalar(
        select(table).where(
            table.office_id == by.office_id, table.source_key == source_key, table.superseded_at.is_(None)
        )
    )


def written(
    db: Session, table: type[Row], source_key: str, values: dict[str, Any], *, called: str, by: Person, now: datetime,
    **of_the_author: Any,
) -> tuple[Row, bool]:  # fmt: skip
    """The row of these values under a key, and whether it is new: the same values once more are the same row.

    ``called`` is what the row is named as a source; columns ``of_the_author`` make no row another one.
    """
    content = fingerprint(values, fingerprint_key())
    old = standing(db, table, source_key, by=by)
    if old is not None and old.content == content:
        return old, False
    if old is not None:
        old.superseded_at = now
        db.flush()
    sourced: dict[str, Any] = {
        "office_id": by.office_id, "source_key": source_key, "content": content, "source": "Entered by hand",
        "source_record": called, "as_of": day_of(db, by.office_id, now), "retrieved_at": now, "entered_by": by.name,
    }  # fmt: skip
    row = table(**values, **sourced, **of_the_author)
    db.add(row)
    db.flush()
    if old is not None:
        old.superseded_by = row.id
    return row, True

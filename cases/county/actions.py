"""Verbs: having every balance of an office counted anew, by jobs of some cases each."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.county import jobs
from cases.county.errors import NothingToCount
from cases.county.running import under_way
from cases.tables import Case
from infra import audit
from infra.jobs import enqueue
from infra.jobs.clearing import clear_done
from offices.facts import Person, Role
from offices.queries import require_role
from offices.tables import Office

EACH: Final = 250
"""Cases that one job counts: a second or two of work, so that other jobs come in between."""
KEPT: Final = timedelta(days=30)
"""How long the jobs of a county run are kept; what they found is of an old day by then."""


@dataclass(frozen=True, slots=True)
class AskedRun:
    """A county run that was asked for, or the one that is under way already."""

    batch: str
    jobs: int


def ask_for_run(db: Session, *, by: Person, as_of: date, now: datetime) -> AskedRun:
    """Have every case counted at the end of a day; one run at a time. Raises NotYourRole or NothingToCount."""
    require_role(by, Role.AGENT)
    db.execute(select(Office.id).where(Office.id == by.office_id).with_for_update())
    if running := under_way(db, by.office_id):
        return AskedRun(running, 0)
    ids = list(db.scalars(select(Case.id).where(Case.office_id == by.office_id).order_by(Case.id)))
    if not ids:
        raise NothingToCount()
    clear_done(db, by.office_id, (jobs.COUNT,), before=now - KEPT)
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="asked to count the balances of", subject="every case"
    )
    batch = f"county-{as_of.isoformat()}-{now:%Y%m%d%H%M%S}"
    parts = [ids[start : start + EACH] for start in range(0, len(ids), EACH)]
    for part in parts:
        args = {
            "office_id": by.office_id, "batch": batch, "as_of": as_of.isoformat(), "first": part[0], "last": part[-1],
            "cases": len(part), "by": by.name,
        }  # fmt: skip
        enqueue(db, jobs.COUNT, args, office_id=by.office_id, key=f"{batch}:{part[0]}", batch=batch)
    return AskedRun(batch, len(parts))

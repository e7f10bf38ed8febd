"""Which workers live, and what is done when one does not."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningDelete

from infra.clock import now
from infra.jobs.lease import release_worker
from infra.jobs.machine import named
from infra.jobs.tables import WorkerDeath, WorkerSeen

FRESH = timedelta(seconds=10)
REMEMBERED = timedelta(days=30)


def show_presence(db: Session, name: str, slots: int) -> None:
    """Say that this worker lives and takes ``slots`` jobs at once."""
    row = db.get(WorkerSeen, name) or WorkerSeen(name=name)
    row.slots, row.seen_at = slots, now()
    db.add(row)


def leave(db: Session, name: str) -> list[int]:
    """Sign a worker off; what it still had in hand goes back."""
    db.execute(delete(WorkerSeen).where(WorkerSeen.name == name))
    return release_worker(db, name)


def bury(db: Session, dead: str, *, holding: str = "") -> list[int]:
    """Note a death and give back at once what the dead had in hand, or all that ``holding`` had."""
    given_back = release_worker(db, holding or dead)
    db.add(WorkerDeath(worker=dead, jobs_given_back=len(given_back)))
    db.execute(delete(WorkerDeath).where(WorkerDeath.at < now() - REMEMBERED))
    return given_back


def bury_the_dead(db: Session) -> list[int]:
    """Bury every worker of this machine whose process has gone, each exactly once, and forget long-silent others."""
    given_back: list[int] = []
    for row in db.scalars(select(WorkerSeen)):
        if _is_gone(row) and db.execute(_removal(row)).first():
            given_back += bury(db, row.name)
    return given_back


def has_dead(db: Session) -> bool:
    """Whether there is anybody to bury."""
    return any(_is_gone(row) for row in db.scalars(select(WorkerSeen)))


def living(db: Session) -> list[WorkerSeen]:
    """The workers that live as far as can be known."""
    fresh = db.scalars(select(WorkerSeen).where(WorkerSeen.seen_at > now() - FRESH))
    return [row for row in fresh if not _is_gone(row)]


def deaths_since(db: Session, at: datetime) -> int:
    """How many worker processes have died since."""
    return db.scalar(select(func.count()).select_from(WorkerDeath).where(WorkerDeath.at >= at)) or 0


def _is_gone(row: WorkerSeen) -> bool:
    process = named(row.name)
    return not process.lives if process.here else row.seen_at < now() - 6 * FRESH


def _removal(row: WorkerSeen) -> ReturningDelete[str]:
    return delete(WorkerSeen).where(WorkerSeen.name == row.name).returning(WorkerSeen.name)

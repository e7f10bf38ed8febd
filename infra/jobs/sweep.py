"""Ringing again for what is due: the answer to every lost bell."""

from datetime import datetime, timedelta

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.orm import Session

from infra.clock import now
from infra.jobs.lease import MOST_LOSSES, due, is_busy
from infra.jobs.presence import living
from infra.jobs.tables import Job, JobState

RING_AGAIN = timedelta(seconds=5)
BELLS_PER_SLOT = 10


def sweep(db: Session) -> list[int]:
    """Ids of jobs to ring for now: only as many as idle workers can hear, so that bells never pile up."""
    _give_up(db)
    rung = list(db.scalars(_unheard(now()).limit(_idle_slots(db) * BELLS_PER_SLOT)))
    if rung:
        db.execute(update(Job).where(Job.id.in_(rung)).values(rung_at=now()))
    return rung


def needs_sweep(db: Session) -> bool:
    """Whether anything is due that nobody was lately told of; asked first, because asking does not write."""
    return db.scalar(_unheard(now()).limit(1)) is not None


def is_deaf(db: Session, worker: str) -> bool:
    """Whether work lies about while this worker does none."""
    return not is_busy(db, worker) and db.scalar(select(Job.id).where(due(now())).limit(1)) is not None


def _unheard(at: datetime) -> Select[int]:
    told = or_(Job.rung_at.is_(None), Job.rung_at < at - RING_AGAIN, Job.rung_at > at + RING_AGAIN)
    return select(Job.id).where(due(at), told).order_by(Job.id)


def _give_up(db: Session) -> None:
    """A job in whose hands so many workers died is the likely cause."""
    words = f"{MOST_LOSSES} workers were lost while they did this job; it is not tried again."
    spent = (due(now()), Job.losses > MOST_LOSSES)
    dead = {"state": JobState.DEAD, "error": words, "done_at": now(), "token": None, "lease_until": None}
    db.execute(update(Job).where(*spent).values(**dead))


def _idle_slots(db: Session) -> int:
    slots = sum(worker.slots for worker in living(db))
    busy = db.scalar(select(func.count()).select_from(Job).where(Job.state == JobState.RUNNING, ~due(now()))) or 0
    return max(0, slots - busy)

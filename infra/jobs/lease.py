"""Holding a job: claimed by one worker at a time, kept by a heartbeat, ended behind a fence."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select, update
from sqlalchemy.orm import Session

from infra.clock import now
from infra.jobs.tables import Job, JobState

LEASE = timedelta(seconds=15)
MOST_ATTEMPTS = 5
MOST_LOSSES = 30
FIRST_PAUSE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do a job until the lease runs out. Only the newest token finishes it."""

    job_id: int
    kind: str
    office_id: int
    worker: str
    attempts: int
    args: dict[str, Any]
    token: str


def claim(db: Session, job_id: int, worker: str) -> Claim | None:
    """The claim, or None when the job is done, held by another worker or not yet due."""
    at, token = now(), secrets.token_hex(16)
    taken = db.execute(
        update(Job)
        .where(Job.id == job_id, due(at), Job.losses <= MOST_LOSSES)
        .values(
            state=JobState.RUNNING, token=token, lease_until=at + LEASE, worker=worker, not_before=None,
            losses=Job.losses + case((Job.state == JobState.RUNNING, 1), else_=0),
        )
        .returning(Job.id, Job.kind, Job.office_id, Job.worker, Job.attempts, Job.args)
    ).first()
    return Claim(taken.id, taken.kind, taken.office_id, worker, taken.attempts, taken.args, token) if taken else None


def heartbeat(db: Session, held: Claim, progress: dict[str, Any]) -> bool:
    """Whether the job is still ours; if so, its lease runs anew."""
    return _change(db, held, lease_until=now() + LEASE, progress=progress)


def finish(db: Session, held: Claim) -> bool:
    """Whether the job was ours and is now done. The fence: first thing in the transaction that writes the result."""
    return _change(db, held, state=JobState.DONE, done_at=now(), token=None, lease_until=None, error=None)


def fail(db: Session, held: Claim, why: str, *, again: bool = True) -> bool:
    """Whether the job was ours: it waits a little longer each time, and is dead after the last attempt."""
    attempts = held.attempts + 1
    kept = {"attempts": attempts, "error": why, "token": None, "lease_until": None, "worker": None}
    if not again or attempts >= MOST_ATTEMPTS:
        return _change(db, held, state=JobState.DEAD, done_at=now(), **kept)
    pause = FIRST_PAUSE * 2 ** (attempts - 1)
    return _change(db, held, state=JobState.QUEUED, not_before=now() + pause, rung_at=None, **kept)


def release_worker(db: Session, worker: str) -> list[int]:
    """Give back at once what a dead worker, or one process ``worker/pid`` of it, had in hand."""
    given_back = (
        update(Job)
        .where(Job.state == JobState.RUNNING, _held_by(worker))
        .values(state=JobState.QUEUED, token=None, lease_until=None, worker=None, rung_at=None, losses=Job.losses + 1)
        .returning(Job.id)
    )
    return sorted(db.scalars(given_back))


def is_busy(db: Session, worker: str) -> bool:
    """Whether any process of this worker holds a job under a lease that runs."""
    in_hand = select(Job.id).where(Job.state == JobState.RUNNING, _held_by(worker), ~due(now()))
    return db.scalar(in_hand.limit(1)) is not None


def due(at: datetime) -> ColumnElement[bool]:
    """Waiting and allowed to start, or running under a lease that ran out.

    A lease far in the future was written by a clock that has since been put back; it holds nothing.
    """
    lapsed = or_(Job.lease_until < at, Job.lease_until > at + 4 * LEASE)
    waiting = and_(Job.state == JobState.QUEUED, or_(Job.not_before.is_(None), Job.not_before <= at))
    return or_(waiting, and_(Job.state == JobState.RUNNING, lapsed))


def _held_by(worker: str) -> ColumnElement[bool]:
    return or_(Job.worker == worker, Job.worker.startswith(worker + "/", autoescape=True))


def _change(db: Session, held: Claim, **values: Any) -> bool:
    ours = (Job.id == held.job_id, Job.token == held.token, Job.state == JobState.RUNNING)
    changed = db.execute(update(Job).where(*ours).values(**values).returning(Job.id)).first()
    return changed is not None

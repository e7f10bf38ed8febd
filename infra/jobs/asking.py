"""Asking for work, in the same transaction as the change that needs it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from infra.clock import now
from infra.db import after_commit
from infra.doorbell import ring
from infra.jobs.tables import Job, JobState

_BELLS = "courtready.bells"


def enqueue(
    db: Session,
    kind: str,
    args: dict[str, Any],
    *,
    office_id: int,
    key: str,
    batch: str | None = None,
    not_before: datetime | None = None,
) -> Job:
    """The job for this key in this office: made now, or the one that exists.

    A dead or cancelled one is queued again with the new ``args``; a done one stays done. The bell rings after the
    commit; should nobody hear it, the sweep rings again.
    """
    made = _insert(db, kind, args, office_id, key, batch, not_before)
    asked = select(Job).where(Job.office_id == office_id, Job.idempotency_key == key)
    job = db.scalars(asked.execution_options(populate_existing=True)).one()
    if not made and job.state in (JobState.DEAD, JobState.CANCELLED):
        _queue_again(job, args, not_before)
        made = True
    if batch is not None:
        job.batch = batch
    if made and not_before is None:
        _ring_after_commit(db, job.id)
    return job


def cancel(db: Session, job: Job) -> bool:
    """Whether the job was still waiting and now will not be done."""
    if job.state != JobState.QUEUED:
        return False
    job.state = JobState.CANCELLED
    return True


def _insert(
    db: Session,
    kind: str,
    args: dict[str, Any],
    office_id: int,
    key: str,
    batch: str | None,
    not_before: datetime | None,
) -> bool:
    """Whether the row is new; two who ask at once get one row."""
    dialect = sqlite if db.get_bind().dialect.name == "sqlite" else postgresql
    row = dialect.insert(Job).values(
        kind=kind, args=args, office_id=office_id, idempotency_key=key, batch=batch, not_before=not_before,
        rung_at=now() if not_before is None else None,
    )
    fresh = row.on_conflict_do_nothing(index_elements=["office_id", "idempotency_key"]).returning(Job.id)
    return db.execute(fresh).first() is not None


def _queue_again(job: Job, args: dict[str, Any], not_before: datetime | None) -> None:
    job.state, job.args, job.not_before = JobState.QUEUED, args, not_before
    job.attempts = job.losses = 0
    job.error = job.token = job.worker = job.lease_until = job.done_at = None
    job.rung_at = now() if not_before is None else None


def _ring_after_commit(db: Session, job_id: int) -> None:
    if _BELLS not in db.info:
        db.info[_BELLS] = []
        after_commit(db, lambda: ring(db.info.pop(_BELLS)))
    db.info[_BELLS].append(job_id)

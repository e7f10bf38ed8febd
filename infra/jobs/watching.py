"""Questions about work that was asked for, and asking once more for what gave up."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from infra.jobs.asking import enqueue
from infra.jobs.tables import Job, JobState
from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchJob(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no job {self.id} in this office."


@dataclass(eq=False)
class NotGivenUp(Refused):
    """A job that is still in hand, or done."""

    state: str

    def __str__(self) -> str:
        return f"The job is {self.state}; only one that failed is tried again."


@dataclass(frozen=True, slots=True)
class Tally:
    """How many jobs stand where."""

    queued: int = 0
    running: int = 0
    done: int = 0
    failed: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        return self.queued + self.running + self.done + self.failed + self.cancelled

    @property
    def ended(self) -> int:
        return self.done + self.failed + self.cancelled

    @property
    def over(self) -> bool:
        """Whether nothing of it is still to be done."""
        return self.ended == self.total


def tally(db: Session, office_id: int, *, batch: str | None = None) -> Tally:
    """The jobs of an office, or of one batch of it, counted by state."""
    asked = select(Job.state, func.count().label("jobs")).where(Job.office_id == office_id).group_by(Job.state)
    if batch is not None:
        asked = asked.where(Job.batch == batch)
    counted: Counter[str] = Counter({row.state: row.jobs for row in db.execute(asked)})
    states = (JobState.QUEUED, JobState.RUNNING, JobState.DONE, JobState.DEAD, JobState.CANCELLED)
    return Tally(*(counted[state] for state in states))


def jobs_of(
    db: Session, office_id: int, *, batch: str | None = None, state: JobState | None = None, most: int = 100
) -> list[Job]:
    """The newest jobs of an office, at most so many."""
    asked = select(Job).where(Job.office_id == office_id).order_by(Job.id.desc()).limit(most)
    if batch is not None:
        asked = asked.where(Job.batch == batch)
    if state is not None:
        asked = asked.where(Job.state == state)
    return list(db.scalars(asked))


def oldest_open(db: Session, office_id: int) -> datetime | None:
    """When the oldest job that is not yet done was asked for."""
    still_open = Job.state.in_((JobState.QUEUED, JobState.RUNNING))
    return db.scalar(select(func.min(Job.made_at)).where(Job.office_id == office_id, still_open))


def ask_again(db: Session, office_id: int, job_id: int) -> Job:
    """Queue a job that gave up once more. Raises NoSuchJob or NotGivenUp."""
    job = db.scalar(select(Job).where(Job.office_id == office_id, Job.id == job_id))
    if job is None:
        raise NoSuchJob(job_id)
    if job.state != JobState.DEAD:
        raise NotGivenUp(str(job.state))
    return enqueue(db, job.kind, job.args, office_id=office_id, key=job.idempotency_key)

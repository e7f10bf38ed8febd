"""What is told about work in hand."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from infra.jobs import Job
from infra.jobs.watching import Tally


class AskedTold(BaseModel):
    """Work that was asked for. ``batch`` tells how far it is."""

    batch: str
    jobs: int


class BatchTold(BaseModel):
    queued: int
    running: int
    done: int
    failed: int
    cancelled: int
    total: int
    over: bool


class JobTold(BaseModel):
    id: int
    kind: str
    state: str
    attempts: int
    losses: int
    error: str | None
    progress: dict[str, Any] | None
    batch: str | None
    made_at: datetime
    done_at: datetime | None


class JobsTold(BaseModel):
    counts: BatchTold
    oldest_open: datetime | None
    jobs: list[JobTold]


def batch_told(tally: Tally) -> BatchTold:
    return BatchTold.model_validate(tally, from_attributes=True)


def job_told(job: Job) -> JobTold:
    return JobTold.model_validate(job, from_attributes=True)

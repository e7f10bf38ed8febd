"""Rows of work, of the workers that are alive, and of those that died."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infra.base import Base
from infra.clock import now


class JobState(StrEnum):
    """Where a job stands. Queued and running move; done, dead and cancelled stay until asked for again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"


class Job(Base):
    """One piece of work. This row is the truth; the broker only rings a bell.

    ``token`` fences: only the claim that wrote it may finish the job. ``attempts`` counts refusals and defects,
    ``losses`` counts workers that vanished with the job in hand.
    """

    __tablename__ = "job"
    __table_args__ = (
        UniqueConstraint("office_id", "idempotency_key"),
        Index("ix_job_state_not_before", "state", "not_before"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(80))
    args: Mapped[dict[str, Any]]
    idempotency_key: Mapped[str] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(12), default=JobState.QUEUED)
    token: Mapped[str | None] = mapped_column(String(32), default=None)
    lease_until: Mapped[datetime | None] = mapped_column(default=None)
    worker: Mapped[str | None] = mapped_column(String(200), default=None)
    attempts: Mapped[int] = mapped_column(default=0)
    losses: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None] = mapped_column(default=None)
    rung_at: Mapped[datetime | None] = mapped_column(default=None)
    error: Mapped[str | None] = mapped_column(Text, default=None)
    progress: Mapped[dict[str, Any] | None] = mapped_column(default=None)
    batch: Mapped[str | None] = mapped_column(String(120), default=None, index=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    done_at: Mapped[datetime | None] = mapped_column(default=None)


class WorkerSeen(Base):
    """A worker that says it is alive, and how many jobs it takes at once."""

    __tablename__ = "worker_seen"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    slots: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)


class WorkerDeath(Base):
    """A worker, or one process of it, that ended without being asked to."""

    __tablename__ = "worker_death"

    id: Mapped[int] = mapped_column(primary_key=True)
    worker: Mapped[str] = mapped_column(String(200))
    jobs_given_back: Mapped[int]
    at: Mapped[datetime] = mapped_column(default=now, index=True)

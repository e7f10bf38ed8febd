"""Work that outlives a request: asked for in a transaction, claimed by lease, finished behind a fence."""

from infra.jobs.asking import cancel, enqueue
from infra.jobs.errand import Errand, Errands, LeaseLost, Progress
from infra.jobs.tables import Job, JobState, WorkerDeath, WorkerSeen

__all__ = [
    "Errand", "Errands", "Job", "JobState", "LeaseLost", "Progress", "WorkerDeath", "WorkerSeen", "cancel", "enqueue",
]  # fmt: skip

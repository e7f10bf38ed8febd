"""Every table of this package, for the migrations."""

from infra.audit import Audit
from infra.jobs.tables import Job, WorkerDeath, WorkerSeen

__all__ = ["Audit", "Job", "WorkerDeath", "WorkerSeen"]

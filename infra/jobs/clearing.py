"""Forgetting jobs that were done long ago and that nobody will ask for again."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from infra.jobs.tables import Job, JobState


def clear_done(db: Session, office_id: int, kinds: Collection[str], *, before: datetime) -> None:
    """Forget the done jobs of these kinds; what failed stays until somebody has seen to it.

    Only for kinds whose keys name an instant or a row: a job that is asked for again by the same key must stay known.
    """
    db.execute(
        delete(Job).where(
            Job.office_id == office_id, Job.kind.in_(kinds), Job.state == JobState.DONE, Job.done_at < before
        )
    )

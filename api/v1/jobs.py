"""Work in hand."""

from fastapi import APIRouter

from api.patterns import Batch, Id
from api.v1.people import Keeper, Office
from api.v1.told.work import BatchTold, JobsTold, JobTold, batch_told, job_told
from infra.db import database
from infra.jobs.watching import ask_again, jobs_of, oldest_open, tally

router = APIRouter(tags=["Jobs"])


@router.get("/batches/{batch}")
def progress(visitor: Office, batch: Batch) -> BatchTold:
    """How far work that was asked for together is."""
    with database().reading() as db:
        return batch_told(tally(db, visitor.office_id, batch=batch))


@router.get("/jobs")
def list_jobs(visitor: Keeper) -> JobsTold:
    """The jobs of the office: counts by state, the age of the oldest, and the newest hundred."""
    with database().reading() as db:
        return JobsTold(
            counts=batch_told(tally(db, visitor.office_id)),
            oldest_open=oldest_open(db, visitor.office_id),
            jobs=[job_told(job) for job in jobs_of(db, visitor.office_id)],
        )


@router.post("/jobs/{job_id:int}/retry")
def retry(visitor: Keeper, job_id: Id) -> JobTold:
    """Try a failed job once more."""
    with database().transaction() as db:
        return job_told(ask_again(db, visitor.office_id, job_id))

"""The work in hand: what waits, runs, failed and why, and asking once more."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from api.desk.people import Keeper
from api.pages import page
from api.patterns import Id, PageForm
from api.saying import done
from infra.db import database
from infra.jobs import JobState
from infra.jobs.presence import living
from infra.jobs.watching import ask_again, jobs_of, oldest_open, tally

router = APIRouter()


@router.get("/jobs")
def show_jobs(request: Request, visitor: Keeper) -> Response:
    """Every job of the office by state, the newest first; failed ones in words."""
    with database().reading() as db:
        counts, oldest = tally(db, visitor.office_id), oldest_open(db, visitor.office_id)
        failed = jobs_of(db, visitor.office_id, state=JobState.DEAD)
        recent = jobs_of(db, visitor.office_id, most=40)
        workers = len(living(db))
    return page(
        request, visitor, "jobs.html", tally=counts, oldest=oldest, failed=failed, recent=recent, workers=workers
    )


@router.post("/jobs/{job_id:int}/retry")
def retry(request: Request, visitor: Keeper, job_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Try a failed job once more."""
    with database().transaction() as db:
        ask_again(db, visitor.office_id, job_id)
    return done(request, visitor, f"Job {job_id} was queued again by", "/jobs")

"""The pages: sign-in, and a desk for each of the three people."""

from fastapi import APIRouter

from api.desk import (
    cases,
    clerk,
    dates,
    entries,
    exhibits,
    files,
    filing,
    hearings,
    jobs,
    packets,
    review,
    sessions,
    signing_in,
    template_drafts,
    template_trials,
    templates,
)

router = APIRouter(include_in_schema=False)
for part in (
    signing_in, sessions, hearings, entries, exhibits, packets, filing, files, cases, review, clerk, jobs, dates,
    template_drafts, template_trials, templates,
):  # fmt: skip
    router.include_router(part.router)

"""The pages: sign-in, and a desk for each of the three people."""

from fastapi import APIRouter

from api.desk import (
    ability,
    audit,
    balances,
    cases,
    clerk,
    closings,
    court_calendar,
    court_day,
    dates,
    docket_lists,
    entries,
    exhibits,
    feeds,
    figures,
    files,
    filing,
    guideline,
    hearings,
    jobs,
    money,
    morning,
    moving,
    packets,
    plans,
    practices,
    readiness,
    review,
    service,
    service_records,
    sessions,
    signing_in,
    template_drafts,
    template_trials,
    templates,
    today,
)

router = APIRouter(include_in_schema=False)
for part in (
    signing_in, sessions, hearings, entries, exhibits, packets, filing, files, cases, review, clerk, jobs, dates,
    template_drafts, template_trials, templates, court_calendar, moving, closings, docket_lists, feeds, service,
    service_records, practices, readiness, court_day, today, ability, guideline, figures, morning, money,
    audit, plans, balances,
):  # fmt: skip
    router.include_router(part.router)

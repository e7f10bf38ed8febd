"""The JSON API: the same verbs as the pages, known by a bearer token."""

from fastapi import APIRouter

from api.v1 import (
    ability,
    audit,
    balances,
    calendar,
    cases,
    closings,
    court_calendar,
    court_day,
    figures,
    filing,
    guideline,
    hearings,
    jobs,
    law,
    money,
    morning,
    packets,
    plans,
    practices,
    readiness,
    review,
    service,
    signing_in,
    template_trials,
    templates,
    worklists,
)

router = APIRouter()
for part in (
    signing_in, calendar, hearings, packets, review, cases, filing, jobs, template_trials, templates, law, service,
    court_calendar, closings, practices, readiness, worklists, court_day, ability, guideline, figures, morning, money,
    audit, plans, balances,
):  # fmt: skip
    router.include_router(part.router)

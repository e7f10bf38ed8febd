"""Trials: a draft of a template on a stored hearing, beside the version in force."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.giving import PNG, give
from api.patterns import Id
from api.template_trials import hearings_seen, trial_page, trial_seen, try_draft
from api.v1.people import Attorney
from api.v1.told.template_trials import HearingToTry, TrialTold, hearing_to_try, trial_told
from api.v1.told.work import AskedTold
from kernel.legal_text import legal_text

router = APIRouter(tags=["Templates"])


@router.get("/templates/drafts/{draft_id:int}/hearings")
def list_hearings(
    visitor: Attorney, draft_id: Id, case: Annotated[str, Query(max_length=60)] = ""
) -> list[HearingToTry]:
    """The hearings that take the draft's kind of paper, at most 60: the next ones first, or those of a case."""
    seen = hearings_seen(visitor, draft_id, str(legal_text(case.strip(), longest=60)))
    return [hearing_to_try(one) for one in seen.hearings]


@router.post("/templates/drafts/{draft_id:int}/hearings/{hearing_id:int}", status_code=201)
def ask(visitor: Attorney, draft_id: Id, hearing_id: Id) -> AskedTold:
    """Have a draft tried on a hearing; no paper of the hearing comes of it."""
    return AskedTold(batch=try_draft(visitor, draft_id, hearing_id), jobs=1)


@router.get("/templates/drafts/{draft_id:int}/hearings/{hearing_id:int}")
def show(visitor: Attorney, draft_id: Id, hearing_id: Id) -> TrialTold:
    """How far the trial is, and what came of it for what the record says today."""
    return trial_told(trial_seen(visitor, draft_id, hearing_id))


@router.get(
    "/templates/drafts/{draft_id:int}/hearings/{hearing_id:int}/{side}/{number:int}.png", response_class=Response
)
def picture(visitor: Attorney, draft_id: Id, hearing_id: Id, side: Literal["before", "after"], number: Id) -> Response:
    """A page as PNG: ``before`` of the version in force, ``after`` of the draft."""
    return give(trial_page(visitor, draft_id, hearing_id, side, number), PNG, f"{side}-{draft_id}-{number}.png")

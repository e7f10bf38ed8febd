"""A draft tried on a stored hearing: choosing it, having it tried, and both papers side by side."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from api.desk.people import Attorney
from api.giving import PNG, give
from api.pages import page
from api.patterns import Id, PageForm
from api.saying import done
from api.template_drafts import pages_shown
from api.template_trials import hearings_seen, trial_page, trial_seen, try_draft
from kernel.legal_text import legal_text

router = APIRouter()


@router.get("/templates/drafts/{draft_id:int}/hearings")
def choose(
    request: Request, visitor: Attorney, draft_id: Id, case: Annotated[str, Query(max_length=60)] = ""
) -> Response:
    """The hearings that take this kind of paper, the next ones first, or those of a case."""
    words = str(legal_text(case.strip(), longest=60))
    seen = hearings_seen(visitor, draft_id, words)
    return page(request, visitor, "template_hearings.html", seen=seen, draft=seen.draft, case=words)


@router.post("/templates/drafts/{draft_id:int}/hearings/{hearing_id:int}")
def ask(
    request: Request, visitor: Attorney, draft_id: Id, hearing_id: Id, form: Annotated[PageForm, Form()]
) -> Response:
    """Have the draft tried on the hearing; a job fills it in, and no paper of the hearing comes of it."""
    batch = try_draft(visitor, draft_id, hearing_id)
    return done(request, visitor, f"Draft {draft_id} is tried on hearing {hearing_id} for", f"/progress/{batch}")


@router.get("/templates/drafts/{draft_id:int}/hearings/{hearing_id:int}")
def show(request: Request, visitor: Attorney, draft_id: Id, hearing_id: Id) -> Response:
    """What the version in force makes of the hearing beside what the draft makes of it."""
    seen = trial_seen(visitor, draft_id, hearing_id)
    sides = (seen.tried.before, seen.tried.after) if seen.tried else (None, None)
    before, after = (pages_shown(side.trial if side else None) for side in sides)
    return page(
        request,
        visitor,
        "template_trial.html",
        seen=seen,
        draft=seen.subject.draft,
        hearing=seen.subject.of.hearing,
        before=before,
        after=after,
    )


@router.get("/templates/drafts/{draft_id:int}/hearings/{hearing_id:int}/{side}/{number:int}.png")
def picture(visitor: Attorney, draft_id: Id, hearing_id: Id, side: Literal["before", "after"], number: Id) -> Response:
    """A page of one side."""
    return give(trial_page(visitor, draft_id, hearing_id, side, number), PNG, f"{side}-{draft_id}-{number}.png")

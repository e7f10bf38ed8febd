"""One draft in the clinic: its problems with their places, mends, before and after, and publishing."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Attorney
from api.desk.templates import FromDay, published_words
from api.giving import PNG, WORD, give
from api.page_pictures import NoSuchPage, page_picture
from api.pages import page
from api.patterns import Id, PageForm, day
from api.saying import done
from api.template_drafts import draft_seen, mend, pages_shown
from documents import template_actions as verbs
from documents.clinic.difference import compared, listed
from documents.template_queries import shelved, text_of_template
from infra.blobs import blobs
from infra.db import database
from offices.queries import state_of

router = APIRouter()


class MendForm(PageForm):
    which: str = Field(pattern=r"^([0-9]{1,4}|all)$")


@router.get("/templates/drafts/{draft_id:int}")
def show_draft(request: Request, visitor: Attorney, draft_id: Id) -> Response:
    """What the clinic found, and what the draft makes beside what is made today."""
    seen = draft_seen(visitor, draft_id)
    with database().reading() as db:
        state = state_of(db, visitor.office_id)
        current = shelved(db, visitor.office_id, state, seen.draft.template, on=visitor.today).current
    report = seen.report
    told = report.lines if report else ()
    differing = compared(text_of_template(current.template.word), told) if told else []
    return page(
        request,
        visitor,
        "template_draft.html",
        draft=seen.draft,
        template=seen.template,
        report=report,
        current=current,
        difference=listed(differing),
        before=pages_shown(report.before if report else None),
        after=pages_shown(report.after if report else None),
    )


@router.get("/templates/drafts/{draft_id:int}/word")
def word(visitor: Attorney, draft_id: Id) -> Response:
    """The Word file as it was brought or mended."""
    seen = draft_seen(visitor, draft_id, verb="opened Word file of")
    return give(blobs().get(seen.draft.word_sha), WORD, f"template-draft-{draft_id}.docx")


@router.get("/templates/drafts/{draft_id:int}/places/{number:int}.png")
def place(visitor: Attorney, draft_id: Id, number: Id) -> Response:
    """A page of the draft with its problems marked."""
    seen = draft_seen(visitor, draft_id, verb=f"opened page {number} of")
    for marked, sha, _ in seen.report.pictures if seen.report else ():
        if marked == number:
            return give(blobs().get(sha), PNG, f"template-draft-{draft_id}-{number}.png")
    raise NoSuchPage()


@router.get("/templates/drafts/{draft_id:int}/before/{number:int}.png")
def before(visitor: Attorney, draft_id: Id, number: Id) -> Response:
    """A page that the template in force makes of the sample."""
    seen = draft_seen(visitor, draft_id, verb=f"opened page {number} before")
    if seen.report is None or seen.report.before is None:
        raise NoSuchPage()
    return give(page_picture(seen.report.before.pdf_sha, number), PNG, f"before-{draft_id}-{number}.png")


@router.get("/templates/drafts/{draft_id:int}/after/{number:int}.png")
def after(visitor: Attorney, draft_id: Id, number: Id) -> Response:
    """A page that the draft makes of the sample."""
    seen = draft_seen(visitor, draft_id, verb=f"opened page {number} after")
    if seen.report is None or seen.report.after is None:
        raise NoSuchPage()
    return give(page_picture(seen.report.after.pdf_sha, number), PNG, f"after-{draft_id}-{number}.png")


@router.post("/templates/drafts/{draft_id:int}/mend")
def mend_draft(request: Request, visitor: Attorney, draft_id: Id, form: Annotated[MendForm, Form()]) -> Response:
    """Make one mend, or all that are safe; the mended file is another draft."""
    made = mend(visitor, draft_id, form.which)
    return done(request, visitor, f"Draft {made} was made from draft {draft_id} by", f"/progress/draft-{made}")


@router.post("/templates/drafts/{draft_id:int}/publish")
def publish(request: Request, visitor: Attorney, draft_id: Id, form: Annotated[FromDay, Form()]) -> Response:
    """Put the draft into use for hearings from a day on."""
    with database().transaction() as db:
        made = verbs.publish(
            db, draft_id, in_force_on=day(form.in_force_on), note=form.note, by=visitor.person, today=visitor.today
        )
        return done(request, visitor, published_words(made.number, made.in_force_on), f"/templates/{made.template}")

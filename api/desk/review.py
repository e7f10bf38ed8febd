"""The attorney's desk: what waits, and one document beside its facts with the decision on it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Attorney
from api.looking import looking_at
from api.pages import page
from api.paper import revision_told
from api.patterns import FactName, Id, PageForm, Sha
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from documents.actions import LONGEST_REMARK, Remark, approve, return_with_remarks, withdraw
from documents.papers import hearing_of_revision, revision_of_office
from documents.queries import prepared, stale_changes, waiting
from infra.db import database
from kernel.refusals import Courteous

router = APIRouter()


class Approval(PageForm):
    pdf_sha: Sha


class Returning(PageForm):
    fact: list[FactName] = Field(max_length=20)
    words: list[str] = Field(max_length=20)


@router.get("/queue")
def show_queue(request: Request, visitor: Attorney) -> Response:
    """What was submitted, the next hearing first, and what stands in the way of an approval."""
    with looking_at("the review queue", visitor) as db:
        found = [(one, stale_changes(db, one.revision, today=visitor.today)) for one in waiting(db, visitor.office_id)]
    return page(request, visitor, "queue.html", waiting=found)


@router.get("/review/{revision_id:int}")
def show_review(request: Request, visitor: Attorney, revision_id: Id, fact: str = "") -> Response:
    """A document beside its facts; ``fact`` is the one on which a remark is to hang."""
    return _show(request, visitor, revision_id, about=[(fact, "")])


@router.post("/revisions/{revision_id:int}/approve")
def approve_revision(
    request: Request, visitor: Attorney, revision_id: Id, form: Annotated[Approval, Form()]
) -> Response:
    """Approve exactly the PDF that was on the page."""
    with database().transaction() as db:
        title = revision_of_office(db, visitor.office_id, revision_id).title
        approve(db, revision_id, pdf_sha=form.pdf_sha, by=visitor.person, today=visitor.today)
    return done(request, visitor, f"{title} (PDF {form.pdf_sha[:12]}) was approved by", "/queue")


@router.post("/revisions/{revision_id:int}/return")
def return_revision(
    request: Request, visitor: Attorney, revision_id: Id, form: Annotated[Returning, Form()]
) -> Response:
    """Send a document back with remarks."""
    remarks = [Remark(words, fact) for fact, words in zip(form.fact, form.words, strict=False)]
    try:
        with database().transaction() as db:
            title = revision_of_office(db, visitor.office_id, revision_id).title
            return_with_remarks(db, revision_id, remarks, by=visitor.person)
    except Courteous as problem:
        return _show(
            request, visitor, revision_id, about=list(zip(form.fact, form.words, strict=False)), problem=problem
        )
    return done(request, visitor, f"{title} went back to the agent with remarks by", "/queue")


@router.post("/revisions/{revision_id:int}/withdraw")
def withdraw_revision(
    request: Request, visitor: Attorney, revision_id: Id, form: Annotated[PageForm, Form()]
) -> Response:
    """Take an approval back."""
    with database().transaction() as db:
        title = revision_of_office(db, visitor.office_id, revision_id).title
        withdraw(db, revision_id, by=visitor.person)
    return done(request, visitor, f"The approval of {title} was withdrawn by", f"/review/{revision_id}")


def _show(
    request: Request,
    visitor: Visitor,
    revision_id: int,
    *,
    about: list[tuple[str, str]],
    problem: Courteous | None = None,
) -> Response:
    with looking_at(f"revision {revision_id}", visitor, verb="reviewed") as db:
        revision = revision_of_office(db, visitor.office_id, revision_id)
        hearing_id = hearing_of_revision(db, revision)
        one = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
        changes = stale_changes(db, revision, today=visitor.today)
        told = revision_told(db, revision, changes)
    current = any(paper.revision and paper.revision.id == revision.id for paper in one.papers)
    return page(
        request,
        visitor,
        "review.html",
        status=status_of(problem) if problem else 200,
        one=one,
        hearing=one.matter.hearing,
        revision=revision,
        told=told,
        changes=changes,
        current=current,
        about=_rows(about),
        longest=LONGEST_REMARK,
        problem=str(problem) if problem else "",
    )


def _rows(about: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Three remarks fit on the form at least."""
    return [*about, *[("", "")] * (3 - len(about))]

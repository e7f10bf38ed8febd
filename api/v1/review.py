"""Revisions and the review of them."""

from fastapi import APIRouter, Response

from api.desk.files import revision_opened
from api.giving import PDF, PNG, WORD, give
from api.looking import looking_at
from api.page_pictures import page_picture
from api.patterns import Id
from api.v1.people import Agent, Attorney, Office
from api.v1.sent import ApprovalSent, ReturnSent
from api.v1.signing_in import done_told
from api.v1.told.hearings import change_told
from api.v1.told.papers import FactTold, RevisionTold, WaitingTold, fact_told, revision_told
from api.v1.told.people import Done
from documents import actions
from documents.papers import revision_of_office
from documents.queries import decisions, frozen_facts, stale_changes, waiting
from infra.blobs import blobs
from infra.db import database

router = APIRouter(tags=["Review"])


@router.get("/queue")
def queue(visitor: Attorney) -> list[WaitingTold]:
    """What was submitted, the next hearing first, with what is missing or has changed."""
    with looking_at("the review queue", visitor) as db:
        return [
            WaitingTold(
                revision=one.revision.id,
                title=one.revision.title,
                hearing=one.hearing_id,
                case_no=one.case_no,
                hearing_on=one.hearing_on,
                submitted_by=one.submitted_by,
                submitted_at=one.submitted_at,
                missing=[gap["label"] for gap in one.revision.gaps],
                changes=[change_told(change) for change in stale_changes(db, one.revision, today=visitor.today)],
            )
            for one in waiting(db, visitor.office_id)
        ]


@router.get("/revisions/{revision_id:int}")
def show_revision(visitor: Office, revision_id: Id) -> RevisionTold:
    """A revision with every decision on it."""
    with looking_at(f"revision {revision_id}", visitor) as db:
        return revision_told(revision_of_office(db, visitor.office_id, revision_id), decisions(db, revision_id))


@router.get("/revisions/{revision_id:int}/facts")
def facts(visitor: Office, revision_id: Id) -> list[FactTold]:
    """The facts of a revision as they were when it was made, each with its trace."""
    return [fact_told(fact) for fact in frozen_facts(revision_opened(visitor, revision_id, "facts"))]


@router.get("/revisions/{revision_id:int}/word", response_class=Response)
def word(visitor: Office, revision_id: Id) -> Response:
    """The Word file."""
    revision = revision_opened(visitor, revision_id, "Word file")
    return give(blobs().get(revision.word_sha), WORD, f"{revision.file_name}.docx")


@router.get("/revisions/{revision_id:int}/pdf", response_class=Response)
def pdf(visitor: Office, revision_id: Id) -> Response:
    """The PDF file."""
    revision = revision_opened(visitor, revision_id, "PDF file")
    return give(blobs().get(revision.pdf_sha), PDF, f"{revision.file_name}.pdf")


@router.get("/revisions/{revision_id:int}/pages/{number:int}.png", response_class=Response)
def picture(visitor: Office, revision_id: Id, number: Id) -> Response:
    """One page as a picture."""
    revision = revision_opened(visitor, revision_id, f"page {number}")
    return give(page_picture(revision.pdf_sha, number), PNG, f"{revision.file_name}-{number}.png")


@router.post("/revisions/{revision_id:int}/submit")
def submit(visitor: Agent, revision_id: Id) -> Done:
    """Hand a revision to the attorneys."""
    with database().transaction() as db:
        actions.submit(db, revision_id, by=visitor.person)
    return done_told(visitor, f"revision {revision_id} submitted")


@router.post("/revisions/{revision_id:int}/return")
def send_back(visitor: Attorney, revision_id: Id, sent: ReturnSent) -> Done:
    """Send a revision back with remarks, each on the whole document or on one fact."""
    with database().transaction() as db:
        remarks = [actions.Remark(one.words, one.fact) for one in sent.remarks]
        actions.return_with_remarks(db, revision_id, remarks, by=visitor.person)
    return done_told(visitor, f"revision {revision_id} returned")


@router.post("/revisions/{revision_id:int}/approve")
def approve(visitor: Attorney, revision_id: Id, sent: ApprovalSent) -> Done:
    """Approve exactly these bytes."""
    with database().transaction() as db:
        actions.approve(db, revision_id, pdf_sha=sent.pdf_sha, by=visitor.person, today=visitor.today)
    return done_told(visitor, f"revision {revision_id} approved")


@router.post("/revisions/{revision_id:int}/withdraw")
def withdraw(visitor: Attorney, revision_id: Id) -> Done:
    """Take an approval back."""
    with database().transaction() as db:
        actions.withdraw(db, revision_id, by=visitor.person)
    return done_told(visitor, f"approval of revision {revision_id} withdrawn")

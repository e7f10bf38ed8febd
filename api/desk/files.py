"""Word, PDF and page pictures of a revision."""

from fastapi import APIRouter
from starlette.responses import Response

from api.desk.people import Office
from api.giving import PDF, PNG, WORD, give
from api.looking import looking_at
from api.page_pictures import page_picture
from api.patterns import Id
from api.visitor import Visitor
from documents.papers import revision_of_office
from documents.tables import Revision
from infra.blobs import blobs

router = APIRouter()


@router.get("/revisions/{revision_id:int}/word")
def word(visitor: Office, revision_id: Id) -> Response:
    """The Word file."""
    revision = revision_opened(visitor, revision_id, "Word file")
    return give(blobs().get(revision.word_sha), WORD, f"{revision.file_name}.docx")


@router.get("/revisions/{revision_id:int}/pdf")
def pdf(visitor: Office, revision_id: Id) -> Response:
    """The PDF file."""
    revision = revision_opened(visitor, revision_id, "PDF file")
    return give(blobs().get(revision.pdf_sha), PDF, f"{revision.file_name}.pdf")


@router.get("/revisions/{revision_id:int}/pages/{number:int}.png")
def picture(visitor: Office, revision_id: Id, number: Id) -> Response:
    """One page as a picture."""
    revision = revision_opened(visitor, revision_id, f"page {number}")
    return give(page_picture(revision.pdf_sha, number), PNG, f"{revision.file_name}-{number}.png")


def revision_opened(visitor: Visitor, revision_id: int, what: str) -> Revision:
    """A revision of the visitor's office, the reading audited. Raises NoSuchRevision."""
    with looking_at(f"revision {revision_id}", visitor, verb=f"opened {what} of") as db:
        return revision_of_office(db, visitor.office_id, revision_id)

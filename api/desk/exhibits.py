"""Exhibits of a hearing: attach, leave out, look at."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.giving import PDF, give
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.saying import done
from documents.actions import attach_exhibit, remove_exhibit
from documents.errors import NoSuchExhibit
from documents.queries import prepared
from documents.tables import Exhibit
from infra.blobs import blobs
from infra.db import database

LARGEST_UPLOAD = 51 * 1024 * 1024
"""An exhibit of 50 MB and what a form puts around it."""

router = APIRouter(max_body_size=LARGEST_UPLOAD)


@router.get("/hearings/{hearing_id:int}/exhibits")
def show_exhibits(request: Request, visitor: Office, hearing_id: Id) -> Response:
    """The exhibits in the order of the packet."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="listed exhibits of") as db:
        found = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
    return page(request, visitor, "exhibits.html", one=found, hearing=found.matter.hearing, tab="exhibits")


@router.post("/hearings/{hearing_id:int}/exhibits")
def attach(
    request: Request,
    visitor: Agent,
    hearing_id: Id,
    csrf: Annotated[str, Form(max_length=100)],
    title: Annotated[str, Form(max_length=200)],
    file: Annotated[UploadFile, File()],
) -> Response:
    """Attach a PDF; a job opens and rebuilds it."""
    data = file.file.read()
    with database().transaction() as db:
        exhibit = attach_exhibit(db, hearing_id, title=title, data=data, by=visitor.person)
    return done(
        request,
        visitor,
        f"Exhibit {exhibit.position}, {exhibit.title}, was attached by",
        f"/hearings/{hearing_id}/exhibits",
    )


@router.post("/exhibits/{exhibit_id:int}/remove")
def remove(request: Request, visitor: Agent, exhibit_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Leave an exhibit out of the packet."""
    with database().transaction() as db:
        remove_exhibit(db, exhibit_id, by=visitor.person)
        exhibit = db.get_one(Exhibit, exhibit_id)
    return done(
        request,
        visitor,
        f"Exhibit {exhibit.position}, {exhibit.title}, was left out by",
        f"/hearings/{exhibit.hearing_id}/exhibits",
    )


@router.get("/exhibits/{exhibit_id:int}/pdf")
def pdf(visitor: Office, exhibit_id: Id) -> Response:
    """The rebuilt copy; the original is never given out."""
    with looking_at(f"exhibit {exhibit_id}", visitor, verb="opened") as db:
        exhibit = db.get(Exhibit, exhibit_id)
        if exhibit is None or exhibit.office_id != visitor.office_id or exhibit.rebuilt_sha is None:
            raise NoSuchExhibit(exhibit_id)
    return give(blobs().get(exhibit.rebuilt_sha), PDF, f"exhibit-{exhibit.id}.pdf")

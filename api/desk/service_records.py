"""Service of process: its proofs, a server's list, and what was written down by mistake."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.giving import PDF, give
from api.looking import looking_at
from api.pages import page
from api.patterns import CaseNo, Id, PageForm
from api.saying import done
from documents.exhibit.proving import check_proof, proof_of_office, remove_proof
from hearings.service import corrections
from hearings.service.errors import NoSuchEntry
from hearings.service.listing import LARGEST, take_list
from infra.blobs import blobs
from infra.db import database

router = APIRouter(max_body_size=LARGEST + 100_000)


class AttemptKeyForm(PageForm):
    attempt_key: str = Field(max_length=300)


class PersonForm(PageForm):
    mpi_no: str = Field(max_length=20)


@router.post("/proofs/{proof_id:int}/check")
def check(request: Request, visitor: Office, proof_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Write down that the return was read and is in order."""
    with database().transaction() as db:
        row = check_proof(db, proof_id, by=visitor.person, now=visitor.at)
    return done(request, visitor, "The proof of service was found in order by", f"/cases/{row.case_no}/service")


@router.get("/proofs/{proof_id:int}/pdf")
def pdf(visitor: Office, proof_id: Id) -> Response:
    """The rebuilt copy of a return; the original is never given out."""
    with looking_at(f"proof {proof_id}", visitor, verb="opened") as db:
        row = proof_of_office(db, visitor.office_id, proof_id)
        if row.rebuilt_sha is None:
            raise NoSuchEntry("proof of service")
    return give(blobs().get(row.rebuilt_sha), PDF, f"proof-{row.id}.pdf")


@router.post("/proofs/{proof_id:int}/remove")
def remove(request: Request, visitor: Agent, proof_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Leave out a return that was attached by mistake."""
    with database().transaction() as db:
        row = remove_proof(db, proof_id, by=visitor.person, now=visitor.at)
    return done(request, visitor, "The proof of service was left out by", f"/cases/{row.case_no}/service")


@router.post("/cases/{case_no}/service/attempts/withdraw")
def withdraw_attempt(
    request: Request, visitor: Agent, case_no: CaseNo, form: Annotated[AttemptKeyForm, Form()]
) -> Response:
    """Take back an attempt that was typed in or sent by a server."""
    with database().transaction() as db:
        corrections.withdraw_attempt(db, case_no, form.attempt_key, by=visitor.person, now=visitor.at)
    return done(request, visitor, "The attempt was taken back by", f"/cases/{case_no}/service")


@router.post("/cases/{case_no}/service/answers/withdraw")
def withdraw_answer(
    request: Request, visitor: Office, case_no: CaseNo, form: Annotated[PersonForm, Form()]
) -> Response:
    """Take back what was written down last about a person's answer."""
    with database().transaction() as db:
        corrections.withdraw_answer(db, case_no, form.mpi_no, by=visitor.person, now=visitor.at)
    return done(request, visitor, "The answer was taken back by", f"/cases/{case_no}/service")


@router.post("/issued/{issued_id:int}/withdraw")
def withdraw_issue(request: Request, visitor: Agent, issued_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Take back the issue of a paper."""
    with database().transaction() as db:
        row = corrections.withdraw_issue(db, issued_id, by=visitor.person, now=visitor.at)
    return done(request, visitor, f"The issue of the {row.paper} was taken back by", f"/cases/{row.case_no}/service")


@router.post("/consents/{consent_id:int}/end")
def end_consent(request: Request, visitor: Agent, consent_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Write down that a consent to electronic service was taken back today."""
    with database().transaction() as db:
        row = corrections.end_consent(db, consent_id, ended_on=visitor.today, by=visitor.person)
    return done(request, visitor, "The end of the consent was written down by", f"/cases/{row.case_no}/service")


@router.get("/service-list")
def show_list(request: Request, visitor: Agent) -> Response:
    """Where a server's list is brought."""
    return page(request, visitor, "service_list.html", lines=None, brought="")


@router.post("/service-list")
def take(
    request: Request,
    visitor: Agent,
    csrf: Annotated[str, Form(max_length=100)],
    file: Annotated[UploadFile, File()],
) -> Response:
    """Take over a sheriff's or a server's list; each line is told with what became of it."""
    data = file.file.read()
    with database().transaction() as db:
        lines = take_list(db, data, by=visitor.person, today=visitor.today, now=visitor.at)
    return page(request, visitor, "service_list.html", lines=lines, brought=(file.filename or "")[-80:])

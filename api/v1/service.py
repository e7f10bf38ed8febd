"""Service of process: a whole session, one case, and what is written down about it."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import Field

from api import service
from api.desk.exhibits import LARGEST_UPLOAD
from api.looking import looking_at
from api.patterns import CaseNo, Id, IsoDay, Strict, Whole, YesNo, day
from api.v1.people import Agent, Office
from api.v1.told.service import (
    CaseServiceTold,
    KeptTold,
    ListTold,
    SessionServiceTold,
    case_told,
    list_told,
    row_told,
)
from documents.exhibit.proving import attach_proof, check_proof, remove_proof
from hearings.service import actions, corrections
from hearings.service.docket import docket_service
from hearings.service.entry import Attempt
from hearings.service.facts import Link
from hearings.service.issuing import issue_paper
from hearings.service.listing import take_list
from infra.db import database

router = APIRouter(tags=["Service of process"], max_body_size=LARGEST_UPLOAD)


class AttemptSent(Strict):
    mpi_no: str = Field(max_length=20)
    paper: str = Field(min_length=1, max_length=60)
    method: str = Field(max_length=40)
    tried_on: IsoDay
    result: str = Field(max_length=40)
    issued_on: IsoDay | None = None
    hour: str = Field("", max_length=8, description="A time of day: 14:30")
    place: str = Field("", max_length=20)
    place_key: str = Field(
        "", max_length=300, description="The record of an address, as the page of the case offers it."
    )
    where: str = Field("", max_length=300, description="An address that is not on record; kept sealed.")
    recipient: str = Field("", max_length=200)
    relation: str = Field("", max_length=60)
    recipient_age: Whole | None = None
    lives_there: YesNo | None = None
    told_of_contents: YesNo | None = None
    restricted: YesNo | None = None
    receipt_signed_on: IsoDay | None = None
    mailed_on: IsoDay | None = None
    ordered_on: IsoDay | None = None
    server: str = Field("", max_length=200)
    server_kind: str = Field("", max_length=20)
    server_age: Whole | None = None
    server_is_party: YesNo | None = None
    returned_on: IsoDay | None = None


class IssueSent(Strict):
    mpi_no: str = Field(max_length=20)
    paper: str = Field(min_length=1, max_length=60)
    kind: Link = Link.ORIGINAL
    issued_on: IsoDay
    filed_on: IsoDay | None = None
    hearing_id: Whole | None = Field(None, ge=1, le=2**31 - 1)
    abroad: YesNo = False
    under_disability: YesNo = False


class AnswerSent(Strict):
    mpi_no: str = Field(max_length=20)
    answered_on: IsoDay | None = None
    extended_until: IsoDay | None = None
    granted_on: IsoDay | None = None


class ConsentSent(Strict):
    mpi_no: str = Field(max_length=20)
    email: str = Field(max_length=200)
    filed_on: IsoDay


class AttemptKeySent(Strict):
    attempt_key: str = Field(max_length=300, description="The key of an attempt, as the case tells it.")


class PersonSent(Strict):
    mpi_no: str = Field(max_length=20)


DAYS = ("tried_on", "issued_on", "receipt_signed_on", "mailed_on", "ordered_on", "returned_on", "filed_on")


@router.get("/sessions/{session_id:int}/service")
def of_session(visitor: Office, session_id: Id) -> SessionServiceTold:
    """Service for the whole docket: a row for each person and paper, in call order."""
    with looking_at(f"court session {session_id}", visitor, verb="read service of") as db:
        found = docket_service(db, visitor.office_id, session_id, as_of=visitor.today)
    return SessionServiceTold(session=session_id, as_of=visitor.today, rows=[row_told(one) for one in found])


@router.get("/cases/{case_no}/service")
def of_case(visitor: Office, case_no: CaseNo) -> CaseServiceTold:
    """Service of a case: chains, attempts, proofs, answers, and where to try next without its address."""
    with looking_at(f"case {case_no}", visitor, verb="read service of") as db:
        return case_told(service.case_service(db, visitor.office_id, case_no, as_of=visitor.today), visitor.today)


@router.post("/cases/{case_no}/service/attempts", status_code=201)
def attempt(visitor: Agent, case_no: CaseNo, sent: AttemptSent) -> KeptTold:
    """Write down one attempt; one that the law does not allow is kept, shown and does not count."""
    told = _with_days(sent)
    told["hour"] = service.hour(sent.hour)
    with database().transaction() as db:
        made = actions.record_attempt(
            db, case_no, Attempt(**told), by=visitor.person, today=visitor.today, now=visitor.at
        )
    return KeptTold(id=made.id)


@router.post("/cases/{case_no}/service/issued", status_code=201)
def issue(visitor: Agent, case_no: CaseNo, sent: IssueSent) -> KeptTold:
    """Write down that a paper was issued, or that a summons was extended."""
    with database().transaction() as db:
        made = issue_paper(
            db, case_no, **_with_days(sent), by=visitor.person, today=visitor.today, now=visitor.at
        )
    return KeptTold(id=made.id)


@router.post("/cases/{case_no}/service/answers", status_code=201)
def answer(visitor: Office, case_no: CaseNo, sent: AnswerSent) -> KeptTold:
    """Write down that a person answered, or until when the time to answer was extended."""
    by: dict[str, Any] = {"mpi_no": sent.mpi_no, "by": visitor.person, "today": visitor.today, "now": visitor.at}
    with database().transaction() as db:
        if sent.extended_until:
            granted_on = day(sent.granted_on) if sent.granted_on else visitor.today
            until = day(sent.extended_until)
            made = actions.extend_answer(db, case_no, until=until, granted_on=granted_on, **by)
        else:
            made = actions.record_answer(db, case_no, answered_on=day(sent.answered_on or ""), **by)
    return KeptTold(id=made.id)


@router.post("/cases/{case_no}/service/consents", status_code=201)
def consent(visitor: Agent, case_no: CaseNo, sent: ConsentSent) -> KeptTold:
    """Write down a consent to electronic service that is on file with the court."""
    with database().transaction() as db:
        made = actions.file_consent(
            db, case_no, **_with_days(sent), by=visitor.person, today=visitor.today, now=visitor.at
        )
    return KeptTold(id=made.id)


@router.post("/consents/{consent_id:int}/end")
def end_consent(visitor: Agent, consent_id: Id) -> KeptTold:
    """Write down that a consent was taken back today."""
    with database().transaction() as db:
        return KeptTold(id=corrections.end_consent(db, consent_id, ended_on=visitor.today, by=visitor.person).id)


@router.post("/cases/{case_no}/service/proofs", status_code=201)
def prove(
    visitor: Agent,
    case_no: CaseNo,
    attempt_key: Annotated[str, Form(max_length=300)],
    returned_on: Annotated[str, Form(max_length=10)],
    file: Annotated[UploadFile, File()],
) -> KeptTold:
    """Attach the return of an attempt, a PDF of at most 50 MB; a job opens it."""
    data = file.file.read()
    with database().transaction() as db:
        made = attach_proof(
            db,
            case_no,
            attempt_key=attempt_key,
            returned_on=day(returned_on),
            data=data,
            by=visitor.person,
            today=visitor.today,
            now=visitor.at,
        )
    return KeptTold(id=made.id)


@router.post("/cases/{case_no}/service/attempts/withdraw")
def withdraw_attempt(visitor: Agent, case_no: CaseNo, sent: AttemptKeySent) -> KeptTold:
    """Take back an attempt that was typed in or sent by a server."""
    with database().transaction() as db:
        made = corrections.withdraw_attempt(db, case_no, sent.attempt_key, by=visitor.person, now=visitor.at)
    return KeptTold(id=made.id)


@router.post("/cases/{case_no}/service/answers/withdraw")
def withdraw_answer(visitor: Office, case_no: CaseNo, sent: PersonSent) -> KeptTold:
    """Take back what was written down last about a person's answer."""
    with database().transaction() as db:
        made = corrections.withdraw_answer(db, case_no, sent.mpi_no, by=visitor.person, now=visitor.at)
    return KeptTold(id=made.id)


@router.post("/issued/{issued_id:int}/withdraw")
def withdraw_issue(visitor: Agent, issued_id: Id) -> KeptTold:
    """Take back the issue of a paper that nothing follows in its chain."""
    with database().transaction() as db:
        return KeptTold(id=corrections.withdraw_issue(db, issued_id, by=visitor.person, now=visitor.at).id)


@router.post("/proofs/{proof_id:int}/remove")
def remove(visitor: Agent, proof_id: Id) -> KeptTold:
    """Leave out a return that was attached by mistake."""
    with database().transaction() as db:
        return KeptTold(id=remove_proof(db, proof_id, by=visitor.person, now=visitor.at).id)


@router.post("/proofs/{proof_id:int}/check")
def check(visitor: Office, proof_id: Id) -> KeptTold:
    """Write down that the return was read and is in order."""
    with database().transaction() as db:
        return KeptTold(id=check_proof(db, proof_id, by=visitor.person, now=visitor.at).id)


@router.post("/service-list")
def take(visitor: Agent, file: Annotated[UploadFile, File()], dry_run: Annotated[bool, Form()] = False) -> ListTold:
    """Take over a sheriff's or a server's list (CSV); every line is told."""
    data = file.file.read()
    with database().transaction() as db:
        return list_told(take_list(db, data, by=visitor.person, today=visitor.today, now=visitor.at, dry_run=dry_run))


def _with_days(sent: Strict) -> dict[str, Any]:
    """The fields with ISO days read. Raises NotADay."""
    told = sent.model_dump()
    return {name: day(value) if name in DAYS and value else value for name, value in told.items()}

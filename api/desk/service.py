"""Service of process: a whole session at one glance, a case's timelines, and the forms that write it down."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import Field
from starlette.responses import Response

from api import service
from api.desk.exhibits import LARGEST_UPLOAD
from api.desk.people import Agent, Office
from api.looking import looking_at
from api.pages import page
from api.patterns import CaseNo, Id, PageForm, day
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from documents.exhibit.proving import attach_proof
from hearings.queries import session
from hearings.service import actions
from hearings.service.docket import DocketService, docket_service
from hearings.service.entry import Attempt
from hearings.service.errors import NotTold
from hearings.service.facts import Link, Place, Result, State
from hearings.service.issuing import issue_paper
from infra.db import database
from kernel.refusals import Courteous

router = APIRouter(max_body_size=LARGEST_UPLOAD)

SHORT = Field("", max_length=20)


class AttemptForm(PageForm):
    paper: str = Field(max_length=90)
    method: str = Field(max_length=40)
    tried_on: str = Field(max_length=10)
    hour: str = SHORT
    place: str = Field("", max_length=320)
    where: str = Field("", max_length=300)
    result: str = Field(max_length=40)
    recipient: str = Field("", max_length=200)
    relation: str = Field("", max_length=60)
    recipient_age: str = SHORT
    lives_there: str = SHORT
    told_of_contents: str = SHORT
    restricted: str = SHORT
    receipt_signed_on: str = SHORT
    mailed_on: str = SHORT
    ordered_on: str = SHORT
    server: str = Field("", max_length=200)
    server_kind: str = SHORT
    server_age: str = SHORT
    server_is_party: str = SHORT
    returned_on: str = SHORT


class IssueForm(PageForm):
    mpi_no: str = Field(max_length=20)
    paper: str = Field(max_length=60)
    kind: str = Field(max_length=20)
    issued_on: str = Field(max_length=10)
    filed_on: str = SHORT
    abroad: str = SHORT
    under_disability: str = SHORT


class AnswerForm(PageForm):
    mpi_no: str = Field(max_length=20)
    answered_on: str = SHORT
    extended_until: str = SHORT


class ConsentForm(PageForm):
    mpi_no: str = Field(max_length=20)
    email: str = Field(max_length=200)
    filed_on: str = Field(max_length=10)


@router.get("/sessions/{session_id:int}/service")
def show_session(request: Request, visitor: Office, session_id: Id) -> Response:
    """Every paper that has to be served for a session, by hearing."""
    with looking_at(f"court session {session_id}", visitor, verb="read service of") as db:
        place = session(db, visitor.office_id, session_id)
        rows = docket_service(db, visitor.office_id, session_id, as_of=visitor.today)
    counts = {state: sum(1 for one in rows if one.state is state) for state in State}
    return page(
        request, visitor, "session_service.html", session=place, hearings=_by_hearing(rows), counts=counts, rows=rows
    )


@router.get("/cases/{case_no}/service")
def show_case(request: Request, visitor: Office, case_no: CaseNo) -> Response:
    """Service of a case on one timeline for each paper and person, and the forms that write it down."""
    return _show(request, visitor, case_no)


@router.post("/cases/{case_no}/service/attempts")
def attempt(request: Request, visitor: Agent, case_no: CaseNo, form: Annotated[AttemptForm, Form()]) -> Response:
    """Write down one attempt in one go."""
    try:
        entry = _attempt(form)
        with database().transaction() as db:
            actions.record_attempt(db, case_no, entry, by=visitor.person, today=visitor.today, now=visitor.at)
    except Courteous as problem:
        return _show(request, visitor, case_no, typed=form, problem=problem)
    words = f"The attempt of {entry.tried_on:%b %-d, %Y} by {entry.method}, {entry.result}, was written down by"
    return done(request, visitor, words, f"/cases/{case_no}/service")


@router.post("/cases/{case_no}/service/issued")
def issue(request: Request, visitor: Agent, case_no: CaseNo, form: Annotated[IssueForm, Form()]) -> Response:
    """Write down that a paper was issued, or that a summons was extended."""
    try:
        if form.kind not in set(Link):
            raise NotTold(f"the kind of issue is one of: {', '.join(Link)}")
        with database().transaction() as db:
            made = issue_paper(
                db,
                case_no,
                mpi_no=form.mpi_no,
                paper=form.paper,
                kind=Link(form.kind),
                issued_on=day(form.issued_on),
                filed_on=day(form.filed_on) if form.filed_on else None,
                abroad=bool(service.yes_no(form.abroad)),
                under_disability=bool(service.yes_no(form.under_disability)),
                by=visitor.person,
                today=visitor.today,
                now=visitor.at,
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, typed_issue=form, problem=problem)
    return done(request, visitor, f"The issue of the {made.paper} was written down by", f"/cases/{case_no}/service")


@router.post("/cases/{case_no}/service/answers")
def answer(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[AnswerForm, Form()]) -> Response:
    """Write down an answer, or an extension of the time to answer."""
    by: dict[str, Any] = {"mpi_no": form.mpi_no, "by": visitor.person, "today": visitor.today, "now": visitor.at}
    try:
        with database().transaction() as db:
            if form.extended_until:
                until = day(form.extended_until)
                actions.extend_answer(db, case_no, until=until, granted_on=visitor.today, **by)
            else:
                actions.record_answer(db, case_no, answered_on=day(form.answered_on), **by)
    except Courteous as problem:
        return _show(request, visitor, case_no, typed_answer=form, problem=problem)
    return done(request, visitor, "The answer was written down by", f"/cases/{case_no}/service")


@router.post("/cases/{case_no}/service/consents")
def consent(request: Request, visitor: Agent, case_no: CaseNo, form: Annotated[ConsentForm, Form()]) -> Response:
    """Write down a consent to electronic service that is on file with the court."""
    try:
        with database().transaction() as db:
            actions.file_consent(
                db,
                case_no,
                mpi_no=form.mpi_no,
                email=form.email,
                filed_on=day(form.filed_on),
                by=visitor.person,
                today=visitor.today,
                now=visitor.at,
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, typed_consent=form, problem=problem)
    return done(request, visitor, "The consent to electronic service was written down by", f"/cases/{case_no}/service")


@router.post("/cases/{case_no}/service/proofs")
def prove(
    request: Request,
    visitor: Agent,
    case_no: CaseNo,
    csrf: Annotated[str, Form(max_length=100)],
    attempt_key: Annotated[str, Form(max_length=300)],
    returned_on: Annotated[str, Form(max_length=10)],
    file: Annotated[UploadFile, File()],
) -> Response:
    """Attach the return of an attempt; a job opens it."""
    data = file.file.read()
    try:
        with database().transaction() as db:
            attach_proof(
                db,
                case_no,
                attempt_key=attempt_key,
                returned_on=day(returned_on),
                data=data,
                by=visitor.person,
                today=visitor.today,
                now=visitor.at,
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, problem=problem)
    return done(request, visitor, "The proof of service was attached by", f"/cases/{case_no}/service")


def _show(
    request: Request,
    visitor: Visitor,
    case_no: str,
    *,
    problem: Courteous | None = None,
    typed: AttemptForm | None = None,
    typed_issue: IssueForm | None = None,
    typed_answer: AnswerForm | None = None,
    typed_consent: ConsentForm | None = None,
) -> Response:
    with looking_at(f"case {case_no}", visitor, verb="read service of") as db:
        found = service.case_service(db, visitor.office_id, case_no, as_of=visitor.today)
    return page(
        request,
        visitor,
        "case_service.html",
        status=status_of(problem) if problem else 200,
        one=found,
        record=found.record,
        events=service.events,
        taken_back=service.taken_back,
        links=tuple(Link),
        kinds=tuple(Place),
        results=tuple(Result),
        unfolded=typed is not None,
        typed=_typed(AttemptForm, typed),
        typed_issue=_typed(IssueForm, typed_issue),
        typed_answer=_typed(AnswerForm, typed_answer),
        typed_consent=_typed(ConsentForm, typed_consent),
        problem=str(problem) if problem else "",
    )


def _typed(form: type[PageForm], sent: PageForm | None) -> dict[str, str]:
    """What stands in a form: what was sent, or nothing."""
    return sent.model_dump() if sent else dict.fromkeys(form.model_fields, "")


def _attempt(form: AttemptForm) -> Attempt:
    """The attempt of a form. Raises NotADay or NotTold."""
    mpi_no, _, paper = form.paper.partition("|")
    kind = form.place if form.place in set(Place) else ""
    return Attempt(
        mpi_no=mpi_no,
        paper=paper,
        method=form.method,
        tried_on=day(form.tried_on),
        result=form.result,
        hour=service.hour(form.hour),
        place=kind,
        place_key="" if kind else form.place,
        where=form.where,
        recipient=form.recipient,
        relation=form.relation,
        recipient_age=service.years(form.recipient_age),
        lives_there=service.yes_no(form.lives_there),
        told_of_contents=service.yes_no(form.told_of_contents),
        restricted=service.yes_no(form.restricted),
        receipt_signed_on=day(form.receipt_signed_on) if form.receipt_signed_on else None,
        mailed_on=day(form.mailed_on) if form.mailed_on else None,
        ordered_on=day(form.ordered_on) if form.ordered_on else None,
        server=form.server,
        server_kind=form.server_kind,
        server_age=service.years(form.server_age),
        server_is_party=service.yes_no(form.server_is_party),
        returned_on=day(form.returned_on) if form.returned_on else None,
    )


def _by_hearing(rows: list[DocketService]) -> list[list[DocketService]]:
    """The rows of each hearing together, in call order."""
    found: dict[int, list[DocketService]] = {}
    for one in rows:
        found.setdefault(one.hearing_id, []).append(one)
    return list(found.values())

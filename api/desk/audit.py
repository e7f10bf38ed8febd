"""The audit of a case: where our account and the state's part, the statement, the unpaid months, the work paper."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.audit import audit_of
from api.desk.people import Office
from api.giving import PDF, SVG, XLSX, give
from api.pages import page
from api.patterns import CaseNo, PageForm, day
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.money.deciding import propose_adjustment
from cases.money.facts import Bucket
from documents.audit import work_paper_pdf, work_paper_xlsx
from documents.audit.charting import charted, drawn
from documents.audit.words import balance_lines, counted_how, explained, left_out
from documents.drawn import svg
from infra.db import database
from kernel.money import money
from kernel.refusals import Courteous

router = APIRouter()


class ProposalForm(PageForm):
    on: str = Field(max_length=10)
    bucket: Bucket
    amount: str = Field(max_length=20)
    reason: str = Field(max_length=600)


@router.get("/cases/{case_no}/audit")
def show_audit(request: Request, visitor: Office, case_no: CaseNo, as_of: str = "") -> Response:
    """The audit as of a day, today if none is given."""
    return _show(request, visitor, case_no, as_of)


@router.get("/cases/{case_no}/audit.pdf")
def paper(visitor: Office, case_no: CaseNo, as_of: str = "") -> Response:
    """The work paper as a PDF."""
    made = audit_of(visitor, case_no, as_of, verb="wrote out the audit of")
    return give(work_paper_pdf(made), PDF, f"{made.file_name}.pdf")


@router.get("/cases/{case_no}/audit.xlsx")
def workbook(visitor: Office, case_no: CaseNo, as_of: str = "") -> Response:
    """The work paper as a workbook of values."""
    made = audit_of(visitor, case_no, as_of, verb="wrote out the audit of")
    return give(work_paper_xlsx(made), XLSX, f"{made.file_name}.xlsx")


@router.get("/cases/{case_no}/audit.svg")
def chart(visitor: Office, case_no: CaseNo, as_of: str = "") -> Response:
    """Ordered, paid and arrears by month as a picture."""
    return give(svg(drawn(audit_of(visitor, case_no, as_of))), SVG, "audit.svg")


@router.post("/cases/{case_no}/audit/proposal")
def propose(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[ProposalForm, Form()]) -> Response:
    """Propose an adjustment out of what explains the difference; somebody else decides about it."""
    try:
        with database().transaction() as db:
            made = propose_adjustment(
                db,
                case_no,
                day(form.on),
                form.bucket,
                money(form.amount),
                form.reason,
                by=visitor.person,
                now=visitor.at,
                proof="the audit of the account",
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, "", typed=form, problem=problem)
    return done(request, visitor, f"An adjustment of {made.amount} was proposed by", f"/cases/{case_no}/money")


def _show(
    request: Request,
    visitor: Visitor,
    case_no: str,
    as_of: str,
    *,
    typed: ProposalForm | None = None,
    problem: Courteous | None = None,
) -> Response:
    made = audit_of(visitor, case_no, as_of)
    return page(
        request,
        visitor,
        "case_audit.html",
        status=status_of(problem) if problem else 200,
        paper=made,
        months=charted(made),
        balance=list(balance_lines(made)),
        counted=counted_how(made.counts),
        left_out=list(left_out(made)),
        explained=list(explained(made.reconciliation)) if made.reconciliation else [],
        buckets=list(Bucket),
        typed=typed,
        problem=str(problem) if problem else "",
    )

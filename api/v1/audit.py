"""The audit of a case: its account line by line, and the work paper as PDF and as a workbook."""

from fastapi import APIRouter
from starlette.responses import Response

from api.audit import audit_of
from api.giving import PDF, XLSX, give
from api.patterns import CaseNo, IsoDay
from api.v1.people import Office
from api.v1.told.audit import AuditTold
from documents.audit import audit_told, work_paper_pdf, work_paper_xlsx

router = APIRouter(prefix="/cases", tags=["Audit"])


@router.get("/{case_no}/audit")
def audited(visitor: Office, case_no: CaseNo, as_of: IsoDay | None = None) -> AuditTold:
    """What is owed, the state's balances beside it, statement, unpaid months, every line with its record, the law."""
    return AuditTold.model_validate(audit_told(audit_of(visitor, case_no, as_of)))


@router.get("/{case_no}/audit.pdf", response_class=Response)
def paper(visitor: Office, case_no: CaseNo, as_of: IsoDay | None = None) -> Response:
    """The work paper as a PDF."""
    made = audit_of(visitor, case_no, as_of, verb="wrote out the audit of")
    return give(work_paper_pdf(made), PDF, f"{made.file_name}.pdf")


@router.get("/{case_no}/audit.xlsx", response_class=Response)
def workbook(visitor: Office, case_no: CaseNo, as_of: IsoDay | None = None) -> Response:
    """The work paper as a workbook of values."""
    made = audit_of(visitor, case_no, as_of, verb="wrote out the audit of")
    return give(work_paper_xlsx(made), XLSX, f"{made.file_name}.xlsx")

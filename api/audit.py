"""The audit of a case, for the page and for the API: each reading stands in the audit log."""

from api.looking import looking_at
from api.patterns import day_told_for
from api.visitor import Visitor
from documents.audit import WorkPaper
from documents.audit.gathering import work_paper


def audit_of(visitor: Visitor, case_no: str, as_of: str | None, *, verb: str = "looked at the audit of") -> WorkPaper:
    """The audit of a case of the visitor's office as of a day, today if none is given.

    Raises NoSuchCase, NotADay or TooFarAhead.
    """
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor, verb=verb) as db:
        return work_paper(db, visitor.office_id, case_no, as_of=on)

"""What every entry about service of process has in common: a person of the case, and a row of the audit log."""

from sqlalchemy.orm import Session

from cases.queries import CaseRecord
from hearings.service.errors import NoSuchPerson
from infra import audit
from offices.facts import Person

LONGEST_PAPER = 60


def a_person_of(record: CaseRecord, mpi_no: str) -> None:
    """Raises NoSuchPerson where nobody of the case has this number."""
    if all(one.mpi_no != mpi_no for one in record.participants):
        raise NoSuchPerson(record.case_no)


def tell(db: Session, by: Person, verb: str, case_no: str, detail: str) -> None:
    """Write one row of the audit log about a case; the detail names no address."""
    audit.record(db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"case {case_no}", detail=detail)

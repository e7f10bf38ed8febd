"""Verbs: what was written down about service by mistake is taken back; its row stays."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.service.errors import NoSuchAttempt, NoSuchEntry, NotTold
from hearings.service.tables import Answer, EServiceConsent, IssuedPaper
from hearings.service.writing import tell
from hearings.tables import ServiceAttempt
from offices.facts import Person, Role
from offices.queries import require_role


def withdraw_attempt(db: Session, case_no: str, key: str, *, by: Person, now: datetime) -> ServiceAttempt:
    """Take back an attempt that was typed in or sent by a server. The state's own record is put right at its source.

    Raises NotYourRole, NoSuchAttempt or NotTold.
    """
    require_role(by, Role.AGENT)
    row = db.scalar(
        select(ServiceAttempt).where(
            ServiceAttempt.office_id == by.office_id,
            ServiceAttempt.case_no == case_no,
            ServiceAttempt.source_key == key,
            ServiceAttempt.superseded_at.is_(None),
        )
    )
    if row is None:
        raise NoSuchAttempt()
    if row.import_id is not None:
        raise NotTold("this attempt is told by the state's system; have it put right there")
    row.superseded_at = now
    tell(db, by, "took back attempt", case_no, f"{row.source_record}: {row.result}")
    return row


def withdraw_issue(db: Session, issued_id: int, *, by: Person, now: datetime) -> IssuedPaper:
    """Take back the issue of a paper that nothing follows in its chain. Raises NotYourRole, NoSuchEntry or NotTold."""
    require_role(by, Role.AGENT)
    row = db.get(IssuedPaper, issued_id)
    if row is None or row.office_id != by.office_id or row.withdrawn_at is not None:
        raise NoSuchEntry("issue")
    later = select(IssuedPaper.id).where(IssuedPaper.follows_id == row.id, IssuedPaper.withdrawn_at.is_(None))
    if db.scalar(later) is not None:
        raise NotTold("a later summons follows this one in its chain; take that back first")
    row.withdrawn_at = now
    tell(db, by, "took back issue", row.case_no, f"{row.paper}, {row.kind}, {row.issued_on.isoformat()}")
    return row


def withdraw_answer(db: Session, case_no: str, mpi_no: str, *, by: Person, now: datetime) -> Answer:
    """Take back what was written down last about a person's answer: the answer, or more time for one.

    Raises NotYourRole or NoSuchEntry.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = db.scalar(
        select(Answer)
        .where(
            Answer.office_id == by.office_id,
            Answer.case_no == case_no,
            Answer.mpi_no == mpi_no,
            Answer.withdrawn_at.is_(None),
        )
        .order_by(Answer.id.desc())
    )
    if row is None:
        raise NoSuchEntry("answer")
    row.withdrawn_at = now
    tell(db, by, "took back answer", case_no, "extension" if row.extended_until else "answer")
    return row


def end_consent(db: Session, consent_id: int, *, ended_on: date, by: Person) -> EServiceConsent:
    """Write down that a consent was taken back. Raises NotYourRole or NoSuchEntry."""
    require_role(by, Role.AGENT)
    row = db.get(EServiceConsent, consent_id)
    if row is None or row.office_id != by.office_id:
        raise NoSuchEntry("consent")
    row.ended_on = ended_on
    tell(db, by, "ended consent", row.case_no, "electronic service")
    return row

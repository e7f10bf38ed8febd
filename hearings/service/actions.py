"""Verbs about service of process: what was tried, answered, extended and consented to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.fingerprints import fingerprint, fingerprint_key
from cases.queries import CaseRecord, case_record
from hearings.service.entry import Attempt, clean, refuse_unfit
from hearings.service.errors import (
    AttemptKnown,
    NoSuchPlace,
    NotInTheFuture,
    NotTold,
    TooLateToExtend,
)
from hearings.service.facts import Result
from hearings.service.ledger import BY_HAND
from hearings.service.queries import ledgers, places_of, timelines
from hearings.service.tables import Answer, EServiceConsent
from hearings.service.writing import LONGEST_PAPER, a_person_of, tell
from hearings.tables import ServiceAttempt
from kernel.sealed import Sealed
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of


def record_attempt(
    db: Session,
    case_no: str,
    entry: Attempt,
    *,
    by: Person,
    today: date,
    now: datetime,
    source: str = "Entered by hand",
) -> ServiceAttempt:
    """Write down one attempt. Service that the law does not allow is written down too; it shows and does not count.

    Raises NotYourRole, NoSuchCase, NoSuchPerson, NoSuchPlace, NotTold, NotInTheFuture, AttemptKnown or NotLegalText.
    """
    require_role(by, Role.AGENT)
    record = case_record(db, by.office_id, case_no)
    a_person_of(record, entry.mpi_no)
    refuse_unfit(entry, law_of(state_of(db, by.office_id)), today)
    paper = clean(entry.paper, LONGEST_PAPER)
    key = f"{BY_HAND}{case_no}|{entry.mpi_no}|{paper}|{entry.tried_on}|{entry.hour or ''}|{entry.method}"
    known = select(ServiceAttempt.id).where(
        ServiceAttempt.office_id == by.office_id,
        ServiceAttempt.source_key == key,
        ServiceAttempt.superseded_at.is_(None),
    )
    if db.scalar(known) is not None:
        raise AttemptKnown(entry.tried_on, entry.method)
    values = _values(db, record, entry, paper or "")
    row = ServiceAttempt(
        **values,
        office_id=by.office_id,
        source_key=key,
        content=fingerprint(values, fingerprint_key()),
        source=source,
        source_record=f"attempt of {entry.tried_on:%m/%d/%Y} by {entry.method}",
        as_of=today,
        retrieved_at=now,
        entered_by=by.name,
    )
    db.add(row)
    db.flush()
    tell(db, by, "wrote down attempt", case_no, f"{entry.method}: {entry.result}")
    return row


def record_answer(
    db: Session, case_no: str, *, mpi_no: str, answered_on: date, by: Person, today: date, now: datetime
) -> Answer:
    """Write down that a person answered. Raises NotYourRole, NoSuchCase, NoSuchPerson or NotInTheFuture."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    a_person_of(case_record(db, by.office_id, case_no), mpi_no)
    if answered_on > today:
        raise NotInTheFuture("The answer")
    return _keep_answer(db, by, case_no, mpi_no, now, answered_on=answered_on)


def extend_answer(
    db: Session, case_no: str, *, mpi_no: str, until: date, granted_on: date, by: Person, today: date, now: datetime
) -> Answer:
    """Write down that the time to answer was extended before it was over (Rule 6(b)).

    Raises NotYourRole, NoSuchCase, NoSuchPerson, NotInTheFuture, NotTold or TooLateToExtend.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    a_person_of(case_record(db, by.office_id, case_no), mpi_no)
    if granted_on > today:
        raise NotInTheFuture("The extension")
    due = [
        one.default.due_on
        for one in timelines(db, by.office_id, case_no, as_of=today)
        if one.person.mpi_no == mpi_no and one.default and one.default.due_on
    ]
    if not due:
        raise NotTold("no answer is due from this person: service of the summons is not complete")
    if granted_on > max(due):
        raise TooLateToExtend(max(due), "N.C. R. Civ. P. 6(b)")
    if until <= max(due):
        raise NotTold(f"the answer is due on {max(due):%B %-d, %Y} without the extension")
    return _keep_answer(db, by, case_no, mpi_no, now, extended_until=until)


def file_consent(
    db: Session, case_no: str, *, mpi_no: str, email: str, filed_on: date, by: Person, today: date, now: datetime
) -> EServiceConsent:
    """Write down a consent to electronic service on file with the court.

    Raises NotYourRole, NoSuchCase, NoSuchPerson, NotInTheFuture, NotTold or NotLegalText.
    """
    require_role(by, Role.AGENT)
    a_person_of(case_record(db, by.office_id, case_no), mpi_no)
    address = clean(email, 200)
    if address is None or "@" not in address.strip("@"):
        raise NotTold("the consent names an e-mail address")
    if filed_on > today:
        raise NotInTheFuture("The filing of the consent")
    row = EServiceConsent(
        office_id=by.office_id,
        case_no=case_no,
        mpi_no=mpi_no,
        email=address,
        filed_on=filed_on,
        entered_by=by.actor,
        entered_at=now,
    )
    db.add(row)
    db.flush()
    tell(db, by, "wrote down consent", case_no, "electronic service")
    return row


def _values(db: Session, record: CaseRecord, entry: Attempt, paper: str) -> dict[str, Any]:
    served = entry.result == Result.SERVED
    relation = clean(entry.relation, 60)
    place, address = _place(record, entry)
    return {
        "case_no": record.case_no,
        "mpi_no": entry.mpi_no,
        "paper": paper,
        "issued_on": entry.issued_on or _newest_issue(db, record, entry, paper),
        "method": entry.method,
        "attempted_on": entry.tried_on,
        "result": entry.result,
        "served_on": (entry.receipt_signed_on or entry.tried_on) if served else None,
        "served_upon": (relation or "self") if served else None,
        "returned_on": entry.returned_on,
        "hour": entry.hour,
        "place": place,
        "place_key": entry.place_key or None,
        "address": Sealed(address) if address else None,
        "recipient": clean(entry.recipient, 200),
        "relation": relation,
        "recipient_age": entry.recipient_age,
        "lives_there": entry.lives_there,
        "told_of_contents": entry.told_of_contents,
        "restricted": entry.restricted,
        "receipt_signed_on": entry.receipt_signed_on,
        "mailed_on": entry.mailed_on,
        "ordered_on": entry.ordered_on,
        "server": clean(entry.server, 200),
        "server_kind": clean(entry.server_kind, 20),
        "server_age": entry.server_age,
        "server_is_party": entry.server_is_party,
    }


def _place(record: CaseRecord, entry: Attempt) -> tuple[str | None, str | None]:
    """The kind of place and its address: one on record, or what was typed."""
    if not entry.place_key:
        return entry.place or None, clean(entry.where, 300)
    found = next((one for one in places_of(record, entry.mpi_no) if one.key == entry.place_key), None)
    if found is None:
        raise NoSuchPlace()
    return found.kind.value, found.words


def _newest_issue(db: Session, record: CaseRecord, entry: Attempt, paper: str) -> date | None:
    ledger = ledgers(db, record.office_id, [record.case_no], as_of=entry.tried_on)[record.case_no]
    days = [one.issued_on for one in ledger.issued if (one.mpi_no, one.paper) == (entry.mpi_no, paper)]
    return max(days, default=None)


def _keep_answer(db: Session, by: Person, case_no: str, mpi_no: str, now: datetime, **days: date) -> Answer:
    row = Answer(office_id=by.office_id, case_no=case_no, mpi_no=mpi_no, entered_by=by.actor, entered_at=now, **days)
    db.add(row)
    db.flush()
    tell(db, by, "wrote down answer", case_no, ", ".join(days).replace("_", " "))
    return row

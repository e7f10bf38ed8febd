"""Questions about service of process: everything on record, from every source, as known on a day."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.names import spoken
from cases.protection import why_protected
from cases.queries import CaseRecord
from cases.tables import CaseHeader, Participant
from cases.trace import trace_of
from hearings.calendar.closings import office_calendar
from hearings.facts import Served
from hearings.service.checking import checked
from hearings.service.facts import Consent, Issued, Link, NextPlace, Place, Proof, Recipient, Reply, Timeline
from hearings.service.ledger import one_timeline, with_proofs
from hearings.service.manner import Manner
from hearings.service.places import Known, next_place
from hearings.service.tables import Answer, EServiceConsent, IssuedPaper, ProofOfService
from hearings.service.timelines import CaseLedger, Measure, implied, timelines_of
from hearings.tables import ServiceAttempt
from infra.db import Base
from law.calendar import CourtCalendar
from law.states import StateLaw, law_of
from offices.queries import settings_of, state_of

Row = TypeVar("Row", bound=Base)

MANNER = (
    "hour", "place", "place_key", "recipient", "relation", "recipient_age", "lives_there", "told_of_contents",
    "restricted", "receipt_signed_on", "mailed_on", "ordered_on", "server", "server_kind", "server_age",
    "server_is_party",
)  # fmt: skip
"""Columns of an attempt that only a person or a server's list tells."""


def services(db: Session, office_id: int, case_no: str, *, as_of: date) -> list[Served]:
    """Service of process in a case in order of issue. What happened after ``as_of`` is not yet known on that day."""
    return services_of_cases(db, office_id, [case_no], as_of=as_of)[case_no]


def services_of_cases(
    db: Session, office_id: int, case_numbers: Collection[str], *, as_of: date
) -> dict[str, list[Served]]:
    """Service of process in several cases, read together, as ``services`` tells it of each."""
    found = ledgers(db, office_id, case_numbers, as_of=as_of)
    return {case_no: list(ledger.services) for case_no, ledger in found.items()}


def timelines(db: Session, office_id: int, case_no: str, *, as_of: date) -> list[Timeline]:
    """Each paper and person of a case with everything that happened."""
    ledger = ledgers(db, office_id, [case_no], as_of=as_of)[case_no]
    return timelines_of(ledger, measure(db, office_id, as_of=as_of))


def measure(db: Session, office_id: int, *, as_of: date) -> Measure:
    """By what an office measures service."""
    law, court = law_of(state_of(db, office_id)), office_calendar(db, office_id)
    return Measure(law, court, settings_of(db, office_id).scra_days, as_of)


def ledgers(db: Session, office_id: int, case_numbers: Collection[str], *, as_of: date) -> dict[str, CaseLedger]:
    """Everything on record about service in several cases, in a fixed number of questions to the database."""
    law, court = law_of(state_of(db, office_id)), office_calendar(db, office_id)
    attempts = _by_case(db, ServiceAttempt, office_id, case_numbers, ServiceAttempt.superseded_at.is_(None))
    papers = _by_case(db, IssuedPaper, office_id, case_numbers, IssuedPaper.withdrawn_at.is_(None))
    consents = _by_case(db, EServiceConsent, office_id, case_numbers)
    answers = _by_case(db, Answer, office_id, case_numbers, Answer.withdrawn_at.is_(None))
    proofs = _by_case(db, ProofOfService, office_id, case_numbers, ProofOfService.removed_at.is_(None))
    people = _people(db, office_id, case_numbers)
    return {
        case_no: _ledger(
            law,
            court,
            case_no,
            people[case_no],
            attempts=attempts[case_no],
            papers=papers[case_no],
            consents=consents[case_no],
            answers=answers[case_no],
            proofs=proofs[case_no],
            as_of=as_of,
        )
        for case_no in case_numbers
    }


def next_place_for(record: CaseRecord, timeline: Timeline, *, as_of: date) -> NextPlace | None:
    """Where to try next to serve the person of a timeline. Raises PlaceProtected."""
    return next_place(places_of(record, timeline.person.mpi_no), timeline.services, timeline.person, as_of=as_of)


def places_of(record: CaseRecord, mpi_no: str) -> list[Known]:
    """Every place on record at which a person may be found. Nothing for a protected person."""
    person = next((one for one in record.participants if one.mpi_no == mpi_no), None)
    if person is None or record.protection(person):
        return []
    homes = [
        Known(
            Place(one.kind) if one.kind in set(Place) else Place.OTHER,
            one.source_key,
            _written(one.line1, one.line2, one.city, one.state, one.postcode),
            one.told_by,
            one.as_of,
            one.verified_on,
            one.ended_on,
        )
        for one in record.addresses
        if one.mpi_no == mpi_no
    ]
    jobs = [
        Known(
            Place.WORK,
            one.source_key,
            _written(one.employer, one.line1, one.city, one.state, one.postcode),
            one.told_by,
            one.as_of,
            one.verified_on,
            one.ended_on,
        )
        for one in record.jobs
        if one.mpi_no == mpi_no and one.line1
    ]
    return homes + jobs


def _written(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _ledger(
    law: StateLaw,
    court: CourtCalendar,
    case_no: str,
    people: Mapping[str, Recipient],
    *,
    attempts: Sequence[ServiceAttempt],
    papers: Sequence[IssuedPaper],
    consents: Sequence[EServiceConsent],
    answers: Sequence[Answer],
    proofs: Sequence[ProofOfService],
    as_of: date,
) -> CaseLedger:
    known = tuple(_proof(row) for row in proofs if row.returned_on <= as_of)
    found = one_timeline(_known(row, as_of) for row in attempts if row.issued_on is None or row.issued_on <= as_of)
    told = with_proofs(found, known)
    issued = implied(told, [_issued(row) for row in papers if row.issued_on <= as_of], case_no)
    consented = tuple(
        Consent(row.id, row.mpi_no, row.email, row.filed_on, row.ended_on) for row in consents if row.filed_on <= as_of
    )
    return CaseLedger(
        case_no=case_no,
        people=people,
        issued=issued,
        services=tuple(checked(told, people=people, issued=issued, consents=consented, law=law, court=court)),
        consents=consented,
        replies=_replies(answers, as_of),
        proofs=known,
    )


def _known(row: ServiceAttempt, as_of: date) -> Served:
    tried = row.attempted_on is None or row.attempted_on <= as_of
    served = row.served_on if tried and row.served_on and row.served_on <= as_of else None
    return Served(
        row.paper,
        row.mpi_no,
        row.method,
        row.issued_on,
        row.attempted_on if tried else None,
        row.result if tried else None,
        served,
        row.served_upon if served else None,
        _by(row.returned_on, as_of),
        trace_of(row),
        key=row.source_key,
        manner=_manner(row, as_of) if tried else None,
    )


def _manner(row: ServiceAttempt, as_of: date) -> Manner | None:
    """What was told beyond the state's record; a person's own record always has one."""
    told = {name: getattr(row, name) for name in MANNER}
    if row.import_id is not None and all(value is None for value in told.values()):
        return None
    manner = Manner(**told)
    return replace(
        manner,
        receipt_signed_on=_by(manner.receipt_signed_on, as_of),
        mailed_on=_by(manner.mailed_on, as_of),
    )


def _by(on: date | None, as_of: date) -> date | None:
    return on if on is not None and on <= as_of else None


def _issued(row: IssuedPaper) -> Issued:
    return Issued(
        row.id,
        row.case_no,
        row.mpi_no,
        row.paper,
        Link(row.kind),
        row.issued_on,
        filed_on=row.filed_on,
        follows_id=row.follows_id,
        hearing_id=row.hearing_id,
        abroad=row.abroad,
        under_disability=row.under_disability,
        entered_by=row.entered_by,
    )


def _replies(answers: Iterable[Answer], as_of: date) -> dict[str, Reply]:
    told: dict[str, Reply] = {}
    for row in answers:
        before = told.get(row.mpi_no, Reply(row.mpi_no, None, None))
        days = [day for day in (before.answered_on, _by(row.answered_on, as_of)) if day]
        ends = [day for day in (before.extended_until, row.extended_until) if day]
        told[row.mpi_no] = Reply(row.mpi_no, min(days, default=None), max(ends, default=None))
    return told


def _proof(row: ProofOfService) -> Proof:
    usable = None if row.rebuilt_sha is None and row.problem is None else row.problem is None
    return Proof(row.id, row.attempt_key, row.returned_on, usable, row.pages, row.problem, row.checked_by)


def _people(db: Session, office_id: int, case_numbers: Collection[str]) -> dict[str, dict[str, Recipient]]:
    headers = db.execute(
        select(CaseHeader.case_no, CaseHeader.family_violence).where(
            CaseHeader.office_id == office_id,
            CaseHeader.case_no.in_(case_numbers),
            CaseHeader.superseded_at.is_(None),
        )
    )
    flagged: dict[str, bool] = {row.case_no: row.family_violence for row in headers}
    rows = _by_case(db, Participant, office_id, case_numbers, Participant.superseded_at.is_(None))
    return {
        case_no: {one.mpi_no: _recipient(one, found, flagged.get(case_no, True)) for one in found}
        for case_no, found in rows.items()
    }


def _recipient(one: Participant, others: Sequence[Participant], case_flagged: bool) -> Recipient:
    protected = why_protected(one, others, case_flagged=case_flagged) is not None
    return Recipient(one.mpi_no, spoken(one.name), one.role, one.born_on, one.military_checked_on, protected)


def _by_case(
    db: Session, table: type[Row], office_id: int, numbers: Collection[str], *also: Any
) -> dict[str, list[Row]]:
    """The rows of a table by case, in the order in which they were written."""
    of: Any = table
    found: dict[str, list[Row]] = {number: [] for number in numbers}
    rows = db.scalars(select(table).where(of.office_id == office_id, of.case_no.in_(numbers), *also).order_by(of.id))
    for row in rows:
        found[row.case_no].append(row)  # type: ignore[attr-defined]
    return found

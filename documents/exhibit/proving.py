"""Verbs: the sworn return of service as a PDF from outside, kept as it came and opened like an exhibit."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents import jobs
from documents.errors import ExhibitBroken, NotADocument
from documents.exhibit.opening import rebuild
from hearings.service.errors import NoSuchAttempt, NoSuchEntry, NotInTheFuture
from hearings.service.tables import ProofOfService
from hearings.tables import ServiceAttempt
from infra import audit
from infra.blobs import blobs
from infra.jobs import Errand, Progress, enqueue
from offices.facts import Person, Role
from offices.queries import require_role

LARGEST = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Opened:
    sha: str | None
    pages: int | None
    problem: str | None


def attach_proof(
    db: Session,
    case_no: str,
    *,
    attempt_key: str,
    returned_on: date,
    data: bytes,
    by: Person,
    today: date,
    now: datetime,
) -> ProofOfService:
    """Keep the return of an attempt; a job opens it. Until it is opened it proves nothing.

    Raises NotYourRole, NoSuchAttempt, NotInTheFuture or NotADocument.
    """
    require_role(by, Role.AGENT)
    of = select(ServiceAttempt.id).where(
        ServiceAttempt.office_id == by.office_id,
        ServiceAttempt.case_no == case_no,
        ServiceAttempt.source_key == attempt_key,
        ServiceAttempt.superseded_at.is_(None),
    )
    if db.scalar(of) is None:
        raise NoSuchAttempt()
    if returned_on > today:
        raise NotInTheFuture("The return")
    if len(data) > LARGEST:
        raise NotADocument("it is larger than 50 MB")
    if b"%PDF-" not in data[:1024]:
        raise NotADocument("it is not a PDF")
    row = ProofOfService(
        office_id=by.office_id,
        case_no=case_no,
        attempt_key=attempt_key,
        returned_on=returned_on,
        original_sha=blobs().put(data),
        added_by=by.actor,
        added_at=now,
    )
    db.add(row)
    db.flush()
    enqueue(db, jobs.OPEN_PROOF, {"proof_id": row.id}, office_id=by.office_id, key=f"proof:{row.id}")
    _tell(db, by, "attached proof of service", row)
    return row


def check_proof(db: Session, proof_id: int, *, by: Person, now: datetime) -> ProofOfService:
    """Write down that somebody read the return and found it in order. Raises NotYourRole or NoSuchEntry."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = proof_of_office(db, by.office_id, proof_id)
    row.checked_by, row.checked_at = by.name, now
    _tell(db, by, "checked proof of service", row)
    return row


def remove_proof(db: Session, proof_id: int, *, by: Person, now: datetime) -> ProofOfService:
    """Leave out a return that was attached by mistake; its row and bytes stay. Raises NotYourRole or NoSuchEntry."""
    require_role(by, Role.AGENT)
    row = proof_of_office(db, by.office_id, proof_id)
    row.removed_at = now
    _tell(db, by, "left out proof of service", row)
    return row


def proof_of_office(db: Session, office_id: int, proof_id: int) -> ProofOfService:
    """A return of this office. Raises NoSuchEntry."""
    row = db.get(ProofOfService, proof_id)
    if row is None or row.office_id != office_id or row.removed_at is not None:
        raise NoSuchEntry("proof of service")
    return row


def _tell(db: Session, by: Person, verb: str, row: ProofOfService) -> None:
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"proof {row.id}", detail=row.original_sha
    )


def _read(db: Session, args: dict[str, Any]) -> str:
    return db.get_one(ProofOfService, args["proof_id"]).original_sha


def _make(original_sha: str, progress: Progress) -> _Opened:
    progress.report(0, 1, "opening")
    try:
        clean = rebuild(blobs().get(original_sha))
    except ExhibitBroken as broken:
        return _Opened(None, None, str(broken))
    return _Opened(blobs().put(clean.pdf), clean.pages, None)


def _write(db: Session, args: dict[str, Any], opened: _Opened) -> None:
    row = db.get_one(ProofOfService, args["proof_id"])
    row.rebuilt_sha, row.pages, row.problem = opened.sha, opened.pages, opened.problem


PROVING = Errand(_read, _make, _write)

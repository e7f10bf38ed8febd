"""Verbs of filing: assemble, submit, and the clerk's receive, accept and reject."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.review import State as ReviewState
from documents.tables import Revision
from filings import facts
from filings.contents import contents
from filings.errors import (
    AlreadyDecided,
    ApprovalWithdrawn,
    Blocked,
    NoStampedCopy,
    NoSuchEnvelope,
    NoSuchReason,
    WithClerk,
    WordsNeeded,
)
from filings.facts import OpenedFile, Outcome, RejectReason, numbered
from filings.file_stamp import initials, stamp_lines, stamped
from filings.moves import made, move
from filings.queries import envelope, filing_seen_by, prechecks, receipt_value, row_of, rows_of_hearing
from filings.states import DECIDED, WITH_CLERK, State, Verb, after
from filings.tables import Envelope, Filing, Receipt
from hearings.tables import Hearing
from infra import audit
from infra.blobs import blobs
from infra.clock import now
from kernel.digest import digest
from kernel.legal_text import legal_text
from offices.facts import Person, Role
from offices.queries import require_role, settings_of

LONGEST_REASON = 2000


def assemble(db: Session, hearing_id: int, *, by: Person, today: date) -> facts.Envelope:
    """The draft envelope of a hearing's papers as they are; the same papers asked again give the same envelope.

    After a rejection it is a new envelope that names the one it replaces. An older draft is superseded.
    Raises NotYourRole, NoSuchHearing, NothingToFile or WithClerk.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    held, _ = contents(db, by.office_id, hearing_id, today=today)
    db.execute(select(Hearing.id).where(Hearing.id == hearing_id).with_for_update())
    earlier = rows_of_hearing(db, by.office_id, hearing_id)
    sent = max((row for row in earlier if row.submitted_at), key=lambda row: (row.submitted_at, row.id), default=None)
    if sent is not None and sent.state != State.REJECTED and sent.manifest == held.told():
        return envelope(db, by.office_id, sent.id)
    if sent is not None and sent.state in WITH_CLERK:
        raise WithClerk(numbered(sent.id))
    told = digest([held, sent.id if sent else None])
    for row in earlier:
        if row.state == State.DRAFT and row.digest != told:
            move(db, row, Verb.SUPERSEDE, by)
    known = next((row for row in earlier if row.digest == told), None)
    if known is None:
        rejected = sent.id if sent is not None and sent.state == State.REJECTED else None
        known = made(db, hearing_id, held.told(), told, by, replaces=rejected)
    if known.state == State.SUPERSEDED:
        move(db, known, Verb.ASSEMBLE, by)
    return envelope(db, by.office_id, known.id)


def submit(db: Session, envelope_id: int, *, by: Person, today: date) -> facts.Envelope:
    """Hand an envelope to the clerk, once; asked again it is the same submission.

    Raises NotYourRole, NoSuchEnvelope, NotThatMove, or Blocked naming everything that holds it back.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = row_of(db, by.office_id, envelope_id, to_change=True)
    if row.state in WITH_CLERK or row.state == State.ACCEPTED:
        return envelope(db, by.office_id, row.id)
    after(State(row.state), Verb.SUBMIT)
    found = prechecks(db, envelope(db, by.office_id, row.id), today=today)
    if blocking := tuple(finding.words for finding in found if finding.blocks):
        raise Blocked(blocking)
    move(db, row, Verb.SUBMIT, by, submitted_by=by.actor, submitted_by_name=by.name, submitted_at=now())
    return envelope(db, by.office_id, row.id)


def receive(db: Session, envelope_id: int, *, by: Person) -> facts.Envelope:
    """Mark an envelope as opened by the clerk; asked again nothing changes.

    Raises NotYourRole, NoSuchEnvelope or NotThatMove.
    """
    require_role(by, Role.CLERK)
    row = _seen(db, envelope_id, by)
    if row.state != State.RECEIVED:
        move(db, row, Verb.RECEIVE, by, received_by=by.actor, received_by_name=by.name, received_at=now())
    return envelope(db, by.office_id, row.id)


def accept(db: Session, envelope_id: int, *, by: Person) -> facts.Receipt:
    """Accept a received envelope: each document gets a stamped copy beside the untouched original.

    The same clerk's second click gives the same receipt.
    Raises NotYourRole, NoSuchEnvelope, AlreadyDecided, ApprovalWithdrawn or NotThatMove.
    """
    require_role(by, Role.CLERK)
    row = _seen(db, envelope_id, by)
    if known := _answer(db, row, Outcome.ACCEPTED, by):
        return known
    _refuse_withdrawn(db, row)
    at = now()
    move(db, row, Verb.ACCEPT, by)
    _stamp(db, row, at, by)
    return _receipt(db, row, Outcome.ACCEPTED, at, by)


def reject(db: Session, envelope_id: int, *, reason_code: str, words: str, by: Person) -> facts.Receipt:
    """Send a received envelope back with a reason in words.

    The same clerk's second click gives the same receipt. Raises NotYourRole, NoSuchEnvelope, NoSuchReason, WordsNeeded,
    NotLegalText, AlreadyDecided or NotThatMove.
    """
    require_role(by, Role.CLERK)
    row = _seen(db, envelope_id, by)
    if known := _answer(db, row, Outcome.REJECTED, by):
        return known
    if reason_code not in set(RejectReason):
        raise NoSuchReason(reason_code)
    said = legal_text(words, longest=LONGEST_REASON, lines=True)
    if not said:
        raise WordsNeeded()
    move(db, row, Verb.REJECT, by)
    return _receipt(db, row, Outcome.REJECTED, now(), by, reason=RejectReason(reason_code), words=said)


def open_filing(db: Session, filing_id: int, *, by: Person, with_stamp: bool = False) -> OpenedFile:
    """The bytes of one filed document, or of its stamped copy, for a person who may see it; the reading is audited.

    Raises NoSuchFiling or NoStampedCopy.
    """
    filing = filing_seen_by(db, by, filing_id)
    sha = filing.stamped_sha if with_stamp else filing.pdf_sha
    if sha is None:
        raise NoStampedCopy(filing.title)
    audit.record(
        db,
        office_id=by.office_id,
        actor=by.actor,
        verb="read filing",
        subject=f"filing {filing.id}",
        detail=f"pdf {sha}",
    )
    name = filing.file_name.removesuffix(".pdf") + ("-filed.pdf" if with_stamp else ".pdf")
    return OpenedFile(name, blobs().get(sha))


def _seen(db: Session, envelope_id: int, by: Person) -> Envelope:
    """The row of an envelope that a clerk may know of."""
    row = row_of(db, by.office_id, envelope_id, to_change=True)
    if row.submitted_at is None:
        raise NoSuchEnvelope(envelope_id)
    return row


def _answer(db: Session, row: Envelope, outcome: Outcome, by: Person) -> facts.Receipt | None:
    """The receipt that this clerk gave before. Raises AlreadyDecided when it was another clerk's or another answer."""
    if row.state not in DECIDED:
        return None
    answer = db.scalars(select(Receipt).where(Receipt.envelope_id == row.id)).one()
    if (answer.by, answer.outcome) != (by.actor, outcome.value):
        raise AlreadyDecided(numbered(row.id), answer.outcome, answer.by_name)
    return receipt_value(answer)


def _refuse_withdrawn(db: Session, row: Envelope) -> None:
    withdrawn = db.scalars(
        select(Revision.title)
        .join(Filing, Filing.revision_id == Revision.id)
        .where(Filing.envelope_id == row.id, Revision.state == ReviewState.WITHDRAWN.value)
        .order_by(Filing.position)
    ).first()
    if withdrawn is not None:
        raise ApprovalWithdrawn(numbered(row.id), withdrawn)


def _stamp(db: Session, row: Envelope, at: datetime, by: Person) -> None:
    office = settings_of(db, row.office_id)
    lines = stamp_lines(
        county=office.county,
        at=at,
        zone=office.time_zone,
        number=numbered(row.id),
        initials=initials(by.name),
    )
    for filing in db.scalars(select(Filing).where(Filing.envelope_id == row.id)):
        filing.stamped_sha = blobs().put(stamped(blobs().get(filing.pdf_sha), lines))
    db.flush()


def _receipt(
    db: Session,
    row: Envelope,
    outcome: Outcome,
    at: datetime,
    by: Person,
    *,
    reason: RejectReason | None = None,
    words: str = "",
) -> facts.Receipt:
    answer = Receipt(
        office_id=row.office_id,
        envelope_id=row.id,
        outcome=outcome.value,
        by=by.actor,
        by_name=by.name,
        at=at,
        reason=reason.value if reason else None,
        words=words,
    )
    db.add(answer)
    db.flush()
    return receipt_value(answer)

"""Questions about filing: what goes into an envelope, what holds it back, what a clerk sees, what the court said."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.queries import Prepared, prepared, prepared_session
from filings import facts
from filings.contents import contents, papers
from filings.errors import NoSuchEnvelope, NoSuchFiling
from filings.facts import Finding, Outcome, RejectReason, Step
from filings.manifest import Item, manifest
from filings.prechecks import checked
from filings.states import DECIDED, SEEN_BY_CLERK, WITH_CLERK, State
from filings.tables import Envelope, Filing, Receipt
from filings.waiting import gap_of
from hearings.facts import Gap
from hearings.queries import hearing
from offices.facts import Person, Role


def envelope(db: Session, office_id: int, id: int) -> facts.Envelope:
    """One envelope with its documents and receipt. Raises NoSuchEnvelope, also for another office's."""
    return _values(db, [row_of(db, office_id, id)])[0]


def envelope_seen_by(db: Session, person: Person, id: int) -> facts.Envelope:
    """One envelope as this person may see it: for a clerk a draft does not exist. Raises NoSuchEnvelope."""
    found = envelope(db, person.office_id, id)
    if person.role is Role.CLERK and found.state not in SEEN_BY_CLERK:
        raise NoSuchEnvelope(id)
    return found


def inbox(db: Session, office_id: int) -> list[facts.Envelope]:
    """What waits for the clerk, the longest waiting first; never a draft."""
    return _where(db, office_id, WITH_CLERK)


def answered(db: Session, office_id: int) -> list[facts.Envelope]:
    """What the clerk has decided, the newest answer first."""
    found = _where(db, office_id, DECIDED)
    return sorted(found, key=lambda one: one.receipt.decided.at if one.receipt else one.assembled.at, reverse=True)


def envelopes_of_hearing(db: Session, office_id: int, hearing_id: int) -> list[facts.Envelope]:
    """Every envelope of a hearing, the newest first; superseded drafts are left out. Raises NoSuchHearing."""
    hearing(db, office_id, hearing_id)
    return envelopes_of_hearings(db, office_id, [hearing_id])[hearing_id]


def envelopes_of_hearings(db: Session, office_id: int, hearings: Collection[int]) -> dict[int, list[facts.Envelope]]:
    """The same for several hearings, read together."""
    asked = select(Envelope).where(
        Envelope.office_id == office_id, Envelope.hearing_id.in_(hearings), Envelope.state != State.SUPERSEDED.value
    )
    found: dict[int, list[facts.Envelope]] = {id: [] for id in hearings}
    for one in _values(db, list(db.scalars(asked.order_by(Envelope.id.desc())))):
        found[one.hearing_id].append(one)
    return found


def receipts(db: Session, office_id: int, hearing_id: int) -> list[facts.Receipt]:
    """Every answer of the court about a hearing, the newest first. Raises NoSuchHearing."""
    return [one.receipt for one in envelopes_of_hearing(db, office_id, hearing_id) if one.receipt]


def filing_gaps(db: Session, office_id: int, hearing_id: int, as_of: date) -> list[Gap]:
    """What filing still lacks before a hearing: an envelope in draft or with the clerk, or the reason to reject.

    Nothing while no envelope was assembled. Raises NoSuchHearing.
    """
    found = envelopes_of_hearing(db, office_id, hearing_id)
    return gap_of(found, as_of) if found else []


def hearing_and_filing(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> Prepared:
    """A hearing with every gap: of service, notice, papers, exhibits and filing. Raises NoSuchHearing."""
    return _with_filing(db, office_id, [prepared(db, office_id, hearing_id, as_of=as_of)], as_of)[0]


def session_and_filing(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Prepared]:
    """Every hearing of a court session with every gap, in call order."""
    return _with_filing(db, office_id, prepared_session(db, office_id, session_id, as_of=as_of), as_of)


def _with_filing(db: Session, office_id: int, found: list[Prepared], as_of: date) -> list[Prepared]:
    envelopes = envelopes_of_hearings(db, office_id, [one.matter.hearing.id for one in found])
    filed = [envelopes[one.matter.hearing.id] for one in found]
    return [
        replace(one, gaps=(*one.gaps, *gap_of(held, as_of))) if held else one
        for one, held in zip(found, filed, strict=True)
    ]


def prechecks(db: Session, envelope: facts.Envelope, *, today: date) -> tuple[Finding, ...]:
    """Everything that keeps an envelope here, and what should be looked at; an empty tuple means all is well."""
    now_in, of = contents(db, envelope.office_id, envelope.hearing_id, today=today)
    filed_before = [
        one.number
        for one in envelopes_of_hearing(db, envelope.office_id, envelope.hearing_id)
        if one.state is State.ACCEPTED and one.id != envelope.id
    ]
    return checked(
        envelope.manifest,
        papers(db, envelope.manifest, of, today=today),
        of.office,
        protected=of.record.protected_words,
        changed=now_in != envelope.manifest,
        filed_before=filed_before,
    )


def row_of(db: Session, office_id: int, id: int, *, to_change: bool = False) -> Envelope:
    """The row of an envelope; one that is read to be changed waits for whoever changes it now.

    Raises NoSuchEnvelope, also for another office's.
    """
    asked = select(Envelope).where(Envelope.office_id == office_id, Envelope.id == id)
    if to_change:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    row = db.scalar(asked)
    if row is None:
        raise NoSuchEnvelope(id)
    return row


def rows_of_hearing(db: Session, office_id: int, hearing_id: int) -> list[Envelope]:
    """Every envelope of a hearing, superseded drafts too, the newest first."""
    asked = select(Envelope).where(Envelope.office_id == office_id, Envelope.hearing_id == hearing_id)
    return list(db.scalars(asked.order_by(Envelope.id.desc())))


def filing_seen_by(db: Session, person: Person, filing_id: int) -> facts.Filing:
    """One document of an envelope that this person may see. Raises NoSuchFiling."""
    found = db.scalar(select(Filing.envelope_id).where(Filing.office_id == person.office_id, Filing.id == filing_id))
    if found is None:
        raise NoSuchFiling(filing_id)
    try:
        seen = envelope_seen_by(db, person, found)
    except NoSuchEnvelope:
        raise NoSuchFiling(filing_id) from None
    return next(one for one in seen.filings if one.id == filing_id)


def _where(db: Session, office_id: int, states: Iterable[State]) -> list[facts.Envelope]:
    among = [state.value for state in states]
    asked = select(Envelope).where(Envelope.office_id == office_id, Envelope.state.in_(among))
    return _values(db, list(db.scalars(asked.order_by(Envelope.submitted_at, Envelope.id))))


def _values(db: Session, rows: list[Envelope]) -> list[facts.Envelope]:
    ids = [row.id for row in rows]
    filed = db.scalars(select(Filing).where(Filing.envelope_id.in_(ids)).order_by(Filing.position)).all()
    answers = {one.envelope_id: one for one in db.scalars(select(Receipt).where(Receipt.envelope_id.in_(ids)))}
    return [_value(row, [one for one in filed if one.envelope_id == row.id], answers.get(row.id)) for row in rows]


def _value(row: Envelope, filed: list[Filing], answer: Receipt | None) -> facts.Envelope:
    said = manifest(row.manifest)
    items = {item.revision_id: item for item in said.items}
    return facts.Envelope(
        id=row.id,
        office_id=row.office_id,
        hearing_id=row.hearing_id,
        case_no=said.case_no,
        hearing_on=said.hearing_on,
        state=State(row.state),
        manifest=said,
        filings=tuple(_filing(one, items[one.revision_id]) for one in filed),
        replaces=row.replaces_id,
        assembled=Step(row.assembled_by, row.assembled_by_name, row.assembled_at),
        submitted=_step(row.submitted_by, row.submitted_by_name, row.submitted_at),
        received=_step(row.received_by, row.received_by_name, row.received_at),
        receipt=receipt_value(answer) if answer else None,
    )


def receipt_value(row: Receipt) -> facts.Receipt:
    """The frozen value of a receipt."""
    return facts.Receipt(
        row.id,
        row.envelope_id,
        Outcome(row.outcome),
        Step(row.by, row.by_name, row.at),
        RejectReason(row.reason) if row.reason else None,
        row.words,
    )


def _filing(row: Filing, item: Item) -> facts.Filing:
    return facts.Filing(
        id=row.id,
        position=row.position,
        revision_id=row.revision_id,
        kind=item.kind,
        title=item.title,
        code=item.code,
        pages=item.pages,
        file_name=item.file_name,
        pdf_sha=row.pdf_sha,
        stamped_sha=row.stamped_sha,
    )


def _step(by: str | None, name: str | None, at: Any) -> Step | None:
    return Step(by, name or "", at) if by and at else None

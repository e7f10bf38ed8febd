"""Verbs about documents: submit, return, approve, withdraw, attach."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from documents import jobs
from documents.errors import (
    FactsChanged,
    FactsMissing,
    NoSuchExhibit,
    NotADocument,
    NotCurrent,
    NotTaken,
    NotThatMove,
    NotTheseBytes,
    OwnWork,
    RemarkNeeded,
)
from documents.gather import matters
from documents.papers import ask_for_matter, revision_of_office
from documents.queries import decisions, stale_changes
from documents.review import State, Verb, after
from documents.standing import standings
from documents.tables import Decision, Document, Exhibit, Revision
from hearings.queries import hearing, hearings_of_session
from infra import audit
from infra.blobs import blobs
from infra.clock import now
from infra.jobs import Job, enqueue
from kernel.legal_text import legal_text
from offices.facts import Person, Role
from offices.queries import require_role

LONGEST_REMARK = 2000
LARGEST_EXHIBIT = 50 * 1024 * 1024
"""Usual limit of one file in the state's e-filing system."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the attorney says about a document, or about one fact in it."""

    words: str
    fact: str = ""


def prepare_session(
    db: Session, office_id: int, session_id: int, *, as_of: date, by: str, batch: str, also: Collection[str] = ()
) -> list[Job]:
    """Ask for every paper of every hearing of a court session.

    ``also`` names kinds that are made on request; a hearing that does not take one goes without it.
    Raises NoSuchSession, or NotTaken for a kind that no hearing takes.
    """
    found = matters(db, office_id, hearings_of_session(db, office_id, session_id), as_of=as_of)
    known = standings(db, found)
    wanted = [sorted(each.kinds & frozenset(also)) for each in known]
    for kind in also:
        if not any(kind in kinds for kinds in wanted):
            raise NotTaken(kind)
    return [
        job
        for of, each, kinds in zip(found, known, wanted, strict=True)
        for job in ask_for_matter(db, of, each, by=by, batch=batch, also=kinds)
    ]


def submit(db: Session, revision_id: int, *, by: Person) -> Decision:
    """Hand a revision to the attorneys. Raises NotYourRole, NoSuchRevision, NotCurrent or NotThatMove."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    return _move(db, _current(db, by, revision_id), Verb.SUBMIT, by)


def return_with_remarks(db: Session, revision_id: int, remarks: Sequence[Remark], *, by: Person) -> Decision:
    """Send a revision back with at least one remark. Raises NotYourRole, RemarkNeeded or NotThatMove."""
    require_role(by, Role.ATTORNEY)
    said = [
        {
            "fact": str(legal_text(one.fact, longest=120)),
            "words": str(legal_text(one.words, longest=LONGEST_REMARK, lines=True)),
        }
        for one in remarks
        if one.words.strip()
    ]
    if not said:
        raise RemarkNeeded()
    return _move(db, _current(db, by, revision_id), Verb.RETURN, by, said)


def approve(db: Session, revision_id: int, *, pdf_sha: str, by: Person, today: date) -> Decision:
    """Approve exactly the bytes that the attorney saw.

    Raises NotYourRole, OwnWork, NotTheseBytes, FactsMissing, FactsChanged, NotCurrent or NotThatMove.
    """
    require_role(by, Role.ATTORNEY)
    revision = _current(db, by, revision_id)
    if revision.pdf_sha != pdf_sha:
        raise NotTheseBytes()
    after(State(revision.state), Verb.APPROVE)
    authors = {revision.made_by, *(one.by for one in decisions(db, revision.id) if one.verb == Verb.SUBMIT)}
    if by.email in {_person(author) for author in authors}:
        raise OwnWork(by.name)
    if revision.gaps:
        raise FactsMissing(tuple(gap["label"] for gap in revision.gaps))
    if changed := stale_changes(db, revision, today=today):
        raise FactsChanged(tuple(str(change) for change in changed))
    return _move(db, revision, Verb.APPROVE, by)


def withdraw(db: Session, revision_id: int, *, by: Person) -> Decision:
    """Take an approval back; the approval itself stays on record."""
    require_role(by, Role.ATTORNEY)
    return _move(db, revision_of_office(db, by.office_id, revision_id), Verb.WITHDRAW, by)


def attach_exhibit(db: Session, hearing_id: int, *, title: str, data: bytes, by: Person) -> Exhibit:
    """Attach evidence to a hearing; it is opened and rebuilt by a job, and stays as it came beside that.

    Raises NoSuchHearing, NotADocument or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    hearing(db, by.office_id, hearing_id)
    title = legal_text(title, longest=200)
    if not title:
        raise NotADocument("it needs a title")
    if len(data) > LARGEST_EXHIBIT:
        raise NotADocument("it is larger than 50 MB")
    if b"%PDF-" not in data[:1024]:
        raise NotADocument("it is not a PDF")
    place = db.scalar(select(func.max(Exhibit.position)).where(Exhibit.hearing_id == hearing_id)) or 0
    exhibit = Exhibit(
        office_id=by.office_id,
        hearing_id=hearing_id,
        position=place + 1,
        title=title,
        original_sha=blobs().put(data),
        added_by=by.actor,
        added_at=now(),
    )
    db.add(exhibit)
    db.flush()
    enqueue(db, jobs.REBUILD_EXHIBIT, {"exhibit_id": exhibit.id}, office_id=by.office_id, key=f"exhibit:{exhibit.id}")
    audit.record(
        db,
        office_id=by.office_id,
        actor=by.actor,
        verb="attached exhibit",
        subject=f"exhibit {exhibit.id}",
        detail=exhibit.original_sha,
    )
    return exhibit


def remove_exhibit(db: Session, exhibit_id: int, *, by: Person) -> None:
    """Leave an exhibit out of the packet; its row and bytes stay. Raises NoSuchExhibit."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    exhibit = db.scalar(
        select(Exhibit).where(Exhibit.office_id == by.office_id, Exhibit.id == exhibit_id, Exhibit.removed_at.is_(None))
    )
    if exhibit is None:
        raise NoSuchExhibit(exhibit_id)
    exhibit.removed_at = now()
    audit.record(db, office_id=by.office_id, actor=by.actor, verb="removed exhibit", subject=f"exhibit {exhibit.id}")


def _person(actor: str) -> str:
    """Who acted, in whichever role: an agent who has become an attorney does not approve the agent's work."""
    return actor.partition(":")[2]


def _current(db: Session, by: Person, revision_id: int) -> Revision:
    revision = revision_of_office(db, by.office_id, revision_id)
    if db.get_one(Document, revision.document_id).current_id != revision.id:
        raise NotCurrent()
    return revision


def _move(db: Session, revision: Revision, verb: Verb, by: Person, remarks: Sequence[dict[str, str]] = ()) -> Decision:
    was = State(revision.state)
    state = after(was, verb)
    moved = db.execute(
        update(Revision).where(Revision.id == revision.id, Revision.state == was.value).values(state=state.value)
    )
    if moved.rowcount != 1:  # type: ignore[attr-defined]
        raise NotThatMove(was.value, verb.value)
    decision = Decision(
        office_id=revision.office_id,
        revision_id=revision.id,
        verb=verb.value,
        by=by.actor,
        by_name=by.name,
        at=now(),
        word_sha=revision.word_sha,
        pdf_sha=revision.pdf_sha,
        facts_digest=revision.facts_digest,
        remarks=list(remarks),
    )
    db.add(decision)
    audit.record(
        db,
        office_id=revision.office_id,
        actor=by.actor,
        verb=f"{verb.value} document",
        subject=f"revision {revision.id}",
        detail=f"pdf {revision.pdf_sha}",
    )
    db.flush()
    return decision

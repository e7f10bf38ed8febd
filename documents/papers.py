"""Which papers a hearing needs, and the errand that makes one of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.queries import protected_words
from documents import jobs
from documents.errors import HeldBack, NoSuchRevision, NotOffered
from documents.freeze import substance
from documents.gather import Matter, gathered, matter
from documents.making import Made, Order, make
from documents.manifests import Template, template_named
from documents.marks import mark
from documents.review import State
from documents.standing import Standing, standing
from documents.tables import Document, Revision
from infra import audit
from infra.clock import now
from infra.jobs import Errand, Job, Progress, enqueue
from kernel.digest import digest
from kernel.refusals import Refused


def templates_for(db: Session, of: Matter) -> tuple[Template, ...]:
    """The templates of a hearing's papers, needed or asked for, in the order of a packet."""
    return standing(db, of).needed


def offered_for(db: Session, of: Matter) -> tuple[Template, ...]:
    """The templates of papers that nobody has asked for yet, and which a hearing of this type may take."""
    return standing(db, of).offered


def ask_for_papers(
    db: Session,
    office_id: int,
    hearing_id: int,
    *,
    as_of: date,
    by: str,
    batch: str | None = None,
    also: Collection[str] = (),
) -> list[Job]:
    """Ask for every paper of a hearing that does not yet say what the case says; for the others there is no work.

    ``also`` names kinds of papers that are made on request. A paper for which there is no ground, such as a motion
    when nothing is owed, is left out; it stands as a gap. Raises NotOffered.
    """
    of = matter(db, office_id, hearing_id, as_of=as_of)
    return ask_for_matter(db, of, standing(db, of), by=by, batch=batch, also=also)


def ask_for_matter(
    db: Session, of: Matter, known: Standing, *, by: str, batch: str | None = None, also: Collection[str] = ()
) -> list[Job]:
    """``ask_for_papers`` for a matter whose papers were read already. Raises NotOffered."""
    office_id, hearing_id, as_of = of.hearing.office_id, of.hearing.id, of.as_of
    asked = []
    for template in (*known.needed, *_requested(of, known, also)):
        current = known.current.get(template.manifest.kind)
        if current is not None and made_of_this(current, template, of):
            continue
        try:
            said = substance(gathered(template.manifest.facts, of))
        except Refused:
            continue
        if current is not None and _still_says(current, template, said):
            continue
        key = digest(["render", hearing_id, template.digest, said, as_of, current.id if current else None])
        args = {
            "office_id": office_id,
            "hearing_id": hearing_id,
            "template": template.manifest.id,
            "as_of": as_of.isoformat(),
            "by": by,
        }
        asked.append(enqueue(db, jobs.RENDER, args, office_id=office_id, key=key, batch=batch))
    return asked


def ask_for_another(
    db: Session, office_id: int, hearing_id: int, kind: str, *, as_of: date, by: str, batch: str
) -> list[Job]:
    """Ask for a paper that is made on request, and for the others that no longer say what the case says.

    Raises NotOffered, or what the case lacks where there is no ground for the paper.
    """
    of = matter(db, office_id, hearing_id, as_of=as_of)
    known = standing(db, of)
    for template in _requested(of, known, [kind]):
        gathered(template.manifest.facts, of)
    return ask_for_matter(db, of, known, by=by, batch=batch, also=[kind])


def _requested(of: Matter, known: Standing, kinds: Collection[str]) -> list[Template]:
    offered = {each.manifest.kind: each for each in known.offered}
    for kind in kinds:
        if kind not in known.kinds:
            raise NotOffered(kind, of.kind.name)
    return [offered[kind] for kind in kinds if kind in offered]


def made_of_this(revision: Revision, template: Template, of: Matter) -> bool:
    """Whether a revision was made of exactly this record by this template, so that nothing need be compared."""
    return _is_kept_whole(revision) and revision.template_digest == template.digest and revision.record_mark == mark(of)


@dataclass(frozen=True, slots=True)
class _ToMake:
    order: Order | None
    """None when the current revision already says exactly this."""


def _read(db: Session, args: dict[str, Any]) -> _ToMake:
    of = matter(db, args["office_id"], args["hearing_id"], as_of=date.fromisoformat(args["as_of"]))
    known = standing(db, of)
    template = template_named(args["template"], known.possible)
    facts = gathered(template.manifest.facts, of)
    current = known.current.get(template.manifest.kind)
    if current is not None and _still_says(current, template, substance(facts)):
        return _ToMake(None)
    title = f"{template.manifest.title}, case {of.record.case_no}, hearing {of.hearing.on.isoformat()}"
    record = of.record
    order = Order(template, facts, record.case_no, record.protected_words, title, of.office.letterhead, mark(of))
    return _ToMake(order)


def _make(known: _ToMake, progress: Progress) -> tuple[Order, Made] | None:
    return (known.order, make(known.order, progress.report)) if known.order else None


def _write(db: Session, args: dict[str, Any], made: tuple[Order, Made] | None) -> None:
    if made is None:
        return
    order, paper = made
    _hold_if_protection_changed(db, args, order)
    document = _document(db, args["office_id"], args["hearing_id"], order.template.manifest.kind)
    known = db.scalar(
        select(Revision).where(
            Revision.document_id == document.id,
            Revision.template_digest == order.template.digest,
            Revision.facts_digest == paper.frozen.digest,
        )
    )
    revision = known or _revision(db, document, order, paper, args)
    if not _is_kept_whole(revision):
        revision.imprint_sha = paper.imprint_sha  # of the same template and facts
    document.current_id = revision.id
    audit.record(
        db,
        office_id=document.office_id,
        actor=args["by"],
        verb="made document",
        subject=f"revision {revision.id}",
        detail=f"{document.kind} pdf {paper.pdf_sha}",
    )


def _still_says(revision: Revision, template: Template, said: str) -> bool:
    """Whether a revision says these facts; an approved one stays when only its template has changed since."""
    same_template = revision.template_digest == template.digest or revision.state == State.APPROVED
    return _is_kept_whole(revision) and same_template and revision.substance_digest == said


def _is_kept_whole(revision: Revision) -> bool:
    """Whether it was kept what a revision was made from; without that no packet holds it, and it is made anew."""
    return revision.imprint_sha is not None


def _hold_if_protection_changed(db: Session, args: dict[str, Any], order: Order) -> None:
    """A flag set while the paper was being made holds it back; it is made anew with the flag."""
    if not set(protected_words(db, args["office_id"], order.case_no)) <= set(order.protected):
        raise HeldBack(order.case_no)


RENDERING = Errand(_read, _make, _write)


def current_revision(db: Session, hearing_id: int, kind: str) -> Revision | None:
    """The newest revision of a paper, or None when it has not been made."""
    return db.scalar(
        select(Revision)
        .join(Document, Document.current_id == Revision.id)
        .where(Document.hearing_id == hearing_id, Document.kind == kind)
    )


def revision_of_office(db: Session, office_id: int, id: int) -> Revision:
    """One revision. Raises NoSuchRevision, also for another office's."""
    found = db.scalar(select(Revision).where(Revision.office_id == office_id, Revision.id == id))
    if found is None:
        raise NoSuchRevision(id)
    return found


def hearing_of_revision(db: Session, revision: Revision) -> int:
    """The id of the hearing whose paper a revision is."""
    return db.get_one(Document, revision.document_id).hearing_id


def _document(db: Session, office_id: int, hearing_id: int, kind: str) -> Document:
    found = db.scalar(
        select(Document).where(Document.hearing_id == hearing_id, Document.kind == kind).with_for_update()
    )
    if found is None:
        found = Document(office_id=office_id, hearing_id=hearing_id, kind=kind, current_id=None)
        db.add(found)
        db.flush()
    return found


def _revision(db: Session, document: Document, order: Order, paper: Made, args: dict[str, Any]) -> Revision:
    newest = db.scalar(select(func.max(Revision.number)).where(Revision.document_id == document.id)) or 0
    manifest, as_of = order.template.manifest, date.fromisoformat(args["as_of"])
    revision = Revision(
        office_id=document.office_id,
        document_id=document.id,
        number=newest + 1,
        title=manifest.title,
        audience=manifest.audience.value,
        file_name=manifest.name_of_file(case_number=_case_number(order.facts), hearing_on=order.facts.hearing.on.value),
        as_of=as_of,
        template=manifest.id,
        template_digest=order.template.digest,
        facts_digest=paper.frozen.digest,
        substance_digest=paper.frozen.substance,
        facts_sha=paper.facts_sha,
        imprint_sha=paper.imprint_sha,
        record_mark=order.mark or None,
        word_sha=paper.word_sha,
        pdf_sha=paper.pdf_sha,
        pages=paper.pages,
        gaps=list(paper.gaps),
        state=State.MADE.value,
        made_by=args["by"],
        made_at=now(),
    )
    db.add(revision)
    db.flush()
    return revision


def _case_number(facts: Any) -> str:
    return str(facts.case.number.value if hasattr(facts, "case") else facts.case_number.value)

"""What goes into an envelope: the court papers of a hearing as they are, and what is known about each of them."""

from collections.abc import Set
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from cases.docket import normal_docket
from documents.gather import Matter, matter
from documents.papers import current_revision, templates_for
from documents.queries import decisions, frozen_facts, stale_changes
from documents.review import State as ReviewState
from documents.review import Verb as ReviewVerb
from documents.tables import Revision
from filings.errors import NothingToFile
from filings.look import look
from filings.manifest import Court, Docket, Item, Manifest, NamedParty
from filings.prechecks import Paper
from infra.blobs import blobs
from kernel.disclosure import Audience
from law.nc.filing import DIVISION, filing_code

LEADS = ("motion-and-order-to-show-cause", "payment-history")
"""Kinds of paper that lead an envelope; the first one that a hearing needs does."""
FOR_COURT = frozenset({Audience.COURT.value, Audience.PUBLIC_FILE.value})
"""Audiences whose papers may leave the office in an envelope; no other paper ever does."""
STATE = "North Carolina"
SIDES = ("plaintiff", "defendant")


def contents(db: Session, office_id: int, hearing_id: int, *, today: date) -> tuple[Manifest, Matter]:
    """What an envelope of this hearing would hold now. Raises NoSuchHearing or NothingToFile."""
    of = matter(db, office_id, hearing_id, as_of=today)
    kinds = [template.manifest.kind for template in templates_for(db, of)]
    current = {kind: current_revision(db, hearing_id, kind) for kind in kinds}
    made = {kind: one for kind, one in current.items() if one is not None and one.audience in FOR_COURT}
    if not made:
        raise NothingToFile(of.hearing.case_no)
    leading = next((kind for kind in LEADS if kind in kinds), None)
    said = _said(made.get(leading or "") or next(iter(made.values())))
    number = said["caption.file_number"]
    return Manifest(
        court=Court(STATE, of.office.county, DIVISION),
        docket=Docket(number, normal_docket(number, court_suffix=of.office.court_suffix)),
        case_no=of.record.case_no,
        parties=tuple(NamedParty(said[f"caption.{role}"], role) for role in SIDES),
        hearing_code=of.hearing.code,
        hearing_name=of.kind.name,
        hearing_on=of.hearing.on,
        lead=_item(leading, made[leading], today) if leading in made else None,
        attachments=tuple(_item(kind, revision, today) for kind, revision in made.items() if kind != leading),
    ), of


def papers(db: Session, held: Manifest, of: Matter, *, today: date) -> list[Paper]:
    """Every document of an envelope: its approval, its changes since, a look at its bytes. Raises BlobDamaged."""
    needed = {template.manifest.id for template in templates_for(db, of)}
    return [_paper(db, item, needed, today) for item in held.items]


def _said(revision: Revision) -> dict[str, Any]:
    """What a paper says, by the names of its facts."""
    return {fact["name"]: fact["value"] or "" for fact in frozen_facts(revision)}


def _item(kind: str, revision: Revision, on: date) -> Item:
    code = filing_code(kind, on)
    return Item(
        kind=kind,
        title=revision.title,
        audience=revision.audience,
        code=code.code,
        code_name=code.name,
        code_verified=bool(code.verified_by),
        revision_id=revision.id,
        file_name=f"{revision.file_name}.pdf",
        pages=revision.pages,
        sha256=revision.pdf_sha,
    )


def _paper(db: Session, item: Item, needed: Set[str], today: date) -> Paper:
    data = blobs().get(item.sha256)
    revision = db.get_one(Revision, item.revision_id)
    approvals = [one for one in decisions(db, revision.id) if one.verb == ReviewVerb.APPROVE]
    return Paper(
        item=item,
        approved=revision.state == ReviewState.APPROVED and bool(approvals) and approvals[-1].pdf_sha == item.sha256,
        changes=_changes(db, revision, needed, today),
        missing=tuple(gap["label"] for gap in revision.gaps),
        size=len(data),
        look=look(data),
    )


def _changes(db: Session, revision: Revision, needed: Set[str], today: date) -> tuple[str, ...]:
    if revision.template not in needed:
        return ("the hearing is of another type",)
    return tuple(str(change) for change in stale_changes(db, revision, today=today))

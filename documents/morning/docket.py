"""Questions: the balances of a docket counted anew, and what moved them since its papers were made."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ledger import Ledger
from cases.names import spoken
from cases.queries import CaseRecord, case_records
from documents.morning.between import between
from documents.morning.earlier import account_of, replaced_rows
from documents.morning.facts import Matter, Morning, PaperThen
from documents.review import State
from documents.tables import Document, Revision
from hearings.facts import SetHearing
from hearings.queries import hearings_of_session, session
from infra.blobs import blobs
from kernel.money import Money
from kernel.refusals import Refused

OWED = ("arrears.total", "principal")
"""The facts by which papers say what is owed, the usual one first."""
KEPT = 20_000


@dataclass(frozen=True, slots=True)
class _Counted:
    """A matter with what it was counted from."""

    matter: Matter
    record: CaseRecord
    ledger: Ledger | None


def morning(db: Session, office_id: int, session_id: int, *, as_of: date) -> Morning:
    """The docket of a session with its balances as of a day. Nothing is stored. Raises NoSuchSession."""
    session(db, office_id, session_id)
    called = hearings_of_session(db, office_id, session_id)
    records = case_records(db, office_id, {one.case_no for one in called})
    papers = _papers(db, [one.id for one in called])
    found = [_counted(one, records[one.case_no], papers[one.id], as_of) for one in called]
    return Morning(session_id, as_of, tuple(_explained(db, office_id, found, as_of)))


def _counted(hearing: SetHearing, record: CaseRecord, papers: Mapping[str, Revision], as_of: date) -> _Counted:
    obligor = record.person("obligor")
    name = spoken(obligor.name) if obligor else hearing.case_no
    told = tuple(paper for kind, one in papers.items() if (paper := _then(kind, one)) is not None)
    try:
        ledger = record.ledger()
        return _Counted(Matter(hearing, name, ledger.arrears(as_of), "", told), record, ledger)
    except Refused as refused:
        return _Counted(Matter(hearing, name, None, str(refused), told), record, None)


def _explained(db: Session, office_id: int, found: Sequence[_Counted], as_of: date) -> Iterator[Matter]:
    """Each matter with what moved its balance; what was replaced since is read for all of them at once."""
    papers = {one.record.case_no: then for one in found if (then := one.matter.then)}
    replaced = replaced_rows(db, office_id, papers)
    for one in found:
        then = one.matter.then
        if then is None or one.ledger is None:
            yield one.matter
            continue
        before = account_of(one.record, replaced.get(one.record.case_no, ()), then)
        yield replace(one.matter, moves=between(before, then.as_of, one.ledger, as_of))


def _then(kind: str, revision: Revision) -> PaperThen | None:
    told = kept_figure(revision.facts_sha)
    if told is None:
        return None
    return PaperThen(
        revision.title, kind, revision.id, revision.number, revision.state == State.APPROVED,
        revision.made_at, revision.as_of, told,
    )  # fmt: skip


@lru_cache(KEPT)
def kept_figure(facts_sha: str) -> Money | None:
    """What kept facts say is owed; they never change. None where they do not say it."""
    told = {fact["name"]: fact["value"] for fact in json.loads(blobs().get(facts_sha)) if fact["name"] in OWED}
    return next((Money(told[name]) for name in OWED if name in told), None)


def _papers(db: Session, hearings: Sequence[int]) -> dict[int, dict[str, Revision]]:
    """The current papers of each hearing by kind, the one that was made first first."""
    rows = db.execute(
        select(Document.hearing_id, Document.kind, Revision)
        .join(Revision, Revision.id == Document.current_id)
        .where(Document.hearing_id.in_(hearings))
        .order_by(Revision.made_at, Revision.id)
    )
    found: dict[int, dict[str, Revision]] = {hearing: {} for hearing in hearings}
    for hearing, kind, revision in rows:
        found[hearing][kind] = revision
    return found

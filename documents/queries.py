"""Questions about documents: what was made, what was decided, and whether it is still true."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from documents.beside import exhibits_beside, given_up, problems_beside
from documents.figures.errors import DIFFERS
from documents.figures.refused import PacketRefused, packets_refused
from documents.freeze import Change, changes, freeze, substance
from documents.gather import Matter, gathered, matter, matters, record_gaps
from documents.manifests import Template
from documents.marks import mark
from documents.papers import made_of_this, templates_for
from documents.review import State
from documents.standing import Standing, standings
from documents.tables import Decision, Document, Exhibit, Revision
from hearings.facts import Gap
from hearings.queries import hearings_of_session
from hearings.readiness.gaps import AGENT, ATTORNEY, calendar_gaps
from hearings.tables import CourtSession, Hearing, Setting
from infra.blobs import blobs
from kernel.refusals import Refused

ARREARS = "arrears.total"
"""The fact that people ask about first; a stale paper names it before any other."""
FIGURES_DIFFER = "The same figure differs in the packet"
FIGURES_UNKNOWN = "The figures of the packet cannot be compared"
Comparison: TypeAlias = tuple[tuple[Change, ...], str | None]
MOST_KNOWN = 20_000
_KNOWN: dict[tuple[str, str, str], Comparison] = {}
"""Comparisons by mark of the record, template and facts; all are let go of when there are too many."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a hearing: its current revision, what changed since, and why it may not exist."""

    kind: str
    title: str
    revision: Revision | None
    changes: tuple[Change, ...]
    problem: str | None
    template: Template
    """The template in force for the hearing; an approved revision keeps the one that it was made with."""

    @property
    def of_earlier_template(self) -> bool:
        """Whether the revision was made with another template than the one in force."""
        return self.revision is not None and self.revision.template_digest != self.template.digest

    @property
    def stale(self) -> bool:
        """Whether the case no longer says what the paper says."""
        return bool(self.changes)

    @property
    def approved(self) -> bool:
        """Approved, and still true."""
        return self.revision is not None and self.revision.state == State.APPROVED and not self.stale

    @property
    def what_changed(self) -> str:
        """How many facts changed, with the one that people ask about first; nothing where none did."""
        if not self.changes:
            return ""
        first = next((change for change in self.changes if change.name == ARREARS), self.changes[0])
        count = f"{len(self.changes)} fact{'s' if len(self.changes) > 1 else ''} changed"
        return f"{count}: {first}{_and_more(len(self.changes) - 1)}"

    @property
    def what_is_missing(self) -> str:
        """The facts that it lacks, the first few by name; nothing where none is."""
        gaps = self.revision.gaps if self.revision else []
        return "; ".join(gap["label"] for gap in gaps[:4]) + _and_more(len(gaps) - 4)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A hearing with its papers, exhibits and gaps as known on a day. No gaps means ready.

    ``figures_differ`` or ``figures_unknown`` is why its packet was last refused, as long as nothing in it has changed.
    """

    matter: Matter
    papers: tuple[Paper, ...]
    exhibits: tuple[Exhibit, ...]
    gaps: tuple[Gap, ...]
    figures_differ: str = ""
    figures_unknown: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A revision that waits for an attorney."""

    revision: Revision
    hearing_id: int
    case_no: str
    hearing_on: date
    submitted_by: str
    submitted_at: datetime


def prepared(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> Prepared:
    """Everything about the preparation of one hearing. Raises NoSuchHearing."""
    return _prepared_all(db, [matter(db, office_id, hearing_id, as_of=as_of)])[0]


def _prepared_all(db: Session, found: Sequence[Matter]) -> list[Prepared]:
    """Several hearings of an office, read together."""
    hearings = [of.hearing.id for of in found]
    given = given_up(db, found[0].hearing.office_id, set(hearings)) if found else []
    exhibits, problems = exhibits_beside(db, hearings), problems_beside(given, hearings)
    refused = packets_refused(db, given)
    return [
        _prepared(
            of, _papers(of, known, problems[of.hearing.id]), tuple(exhibits[of.hearing.id]), refused.get(of.hearing.id)
        )
        for of, known in zip(found, standings(db, found), strict=True)
    ]


def _prepared(
    of: Matter, papers: tuple[Paper, ...], exhibits: tuple[Exhibit, ...], refused: PacketRefused | None
) -> Prepared:
    made = [paper.revision for paper in papers if paper.revision]
    standing = refused if refused and refused.stands(made, exhibits) else None
    differ = standing.words if standing and standing.because == DIFFERS else ""
    unknown = standing.words if standing and not differ else ""
    titles = [one.title for one in exhibits]
    gaps = calendar_gaps(
        of.hearing, of.kind, of.services, of.notice, uncounted=of.uncounted, as_of=of.as_of, exhibits=titles
    )
    if differ:
        gaps.append(Gap(FIGURES_DIFFER, differ, AGENT, f"/hearings/{of.hearing.id}/figures"))
    if unknown:
        gaps.append(Gap(FIGURES_UNKNOWN, f"{unknown[:1].upper()}{unknown[1:]}", AGENT))
    gaps += [*_paper_gaps(papers), *_exhibit_gaps(exhibits), *record_gaps(of)]
    return Prepared(of, papers, exhibits, tuple(gaps), differ, unknown)


def prepared_session(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[Prepared]:
    """Every hearing of a court session with its papers and gaps, in call order. Raises nothing for an empty session."""
    return _prepared_all(db, matters(db, office_id, hearings_of_session(db, office_id, session_id), as_of=as_of))


def stale_changes(db: Session, revision: Revision, *, today: date) -> list[Change]:
    """What the case says now that the revision does not: every fact that differs, old and new."""
    document = db.get_one(Document, revision.document_id)
    of = matter(db, revision.office_id, document.hearing_id, as_of=max(today, revision.as_of))
    template = next((one for one in templates_for(db, of) if one.manifest.id == revision.template), None)
    if template is None:
        return [Change("paper", "This paper", "needed", f"not needed for a hearing of type {of.hearing.code}")]
    return list(_compared(revision, template, of)[0])


def frozen_facts(revision: Revision) -> list[dict[str, Any]]:
    """The facts of a revision as they were when it was made, each with its trace."""
    facts: list[dict[str, Any]] = json.loads(blobs().get(revision.facts_sha))
    return facts


def decisions(db: Session, revision_id: int) -> list[Decision]:
    """Every step of a revision's review, the first one first."""
    return list(db.scalars(select(Decision).where(Decision.revision_id == revision_id).order_by(Decision.id)))


def revisions(db: Session, office_id: int, hearing_id: int) -> list[Revision]:
    """Every revision of every paper of a hearing, the newest first."""
    return list(
        db.scalars(
            select(Revision)
            .join(Document, Document.id == Revision.document_id)
            .where(Revision.office_id == office_id, Document.hearing_id == hearing_id)
            .order_by(Revision.id.desc())
        )
    )


def papers_by_state(db: Session, office_id: int) -> dict[int, Counter[str]]:
    """How many current papers of each court session are made, submitted, returned, approved or withdrawn."""
    rows = db.execute(
        select(Setting.court_session_id, Revision.state, func.count())
        .join(Document, Document.hearing_id == Setting.hearing_id)
        .join(Revision, Revision.id == Document.current_id)
        .where(Document.office_id == office_id, Setting.ended_at.is_(None))
        .group_by(Setting.court_session_id, Revision.state)
    )
    found: dict[int, Counter[str]] = {}
    for session_id, state, papers in rows:
        found.setdefault(session_id, Counter())[state] = papers
    return found


def waiting(db: Session, office_id: int) -> list[Waiting]:
    """The attorneys' queue: current revisions that were submitted, the next hearing first."""
    rows = db.execute(
        select(Revision, Hearing.id, Hearing.case_no, CourtSession.on, Decision.by_name, Decision.at)
        .join(Document, Document.current_id == Revision.id)
        .join(Hearing, Hearing.id == Document.hearing_id)
        .join(Setting, (Setting.hearing_id == Hearing.id) & Setting.ended_at.is_(None))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .join(Decision, (Decision.revision_id == Revision.id) & (Decision.verb == "submit"))
        .where(Revision.office_id == office_id, Revision.state == State.SUBMITTED.value)
        .order_by(CourtSession.on, Hearing.case_no, Revision.id, Decision.id)
    )
    newest = {row[0].id: Waiting(*row) for row in rows}
    return list(newest.values())


def _papers(of: Matter, known: Standing, problems: dict[str, str]) -> tuple[Paper, ...]:
    found = []
    for template in known.needed:
        kind = template.manifest.kind
        revision = known.current.get(kind)
        changed, refusal = _compared(revision, template, of)
        problem = None if revision else refusal or problems.get(template.manifest.id)
        found.append(Paper(kind, template.manifest.title, revision, changed, problem, template))
    return tuple(found)


def _compared(revision: Revision | None, template: Template, of: Matter) -> Comparison:
    """What changed since the revision, and why the paper cannot be gathered now, if it cannot.

    The same record compared with the same facts once more is not gathered again: a session is looked at many times.
    """
    if revision is not None and made_of_this(revision, template, of):
        return (), None
    key = (mark(of), template.digest, revision.facts_sha if revision else "")
    found = _KNOWN.get(key)
    if found is None:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        found = _KNOWN[key] = _comparison(revision, template, of)
    return found


def _comparison(revision: Revision | None, template: Template, of: Matter) -> Comparison:
    try:
        facts = gathered(template.manifest.facts, of)
    except Refused as refused:
        return (Change("paper", "This paper", "may stand", str(refused)),) if revision else (), str(refused)
    if revision is None or substance(facts) == revision.substance_digest:
        return (), None
    return tuple(changes(frozen_facts(revision), freeze(facts).facts)), None


def _paper_gaps(papers: Sequence[Paper]) -> list[Gap]:
    return [gap for paper in papers if (gap := _paper_gap(paper)) is not None]


def _paper_gap(paper: Paper) -> Gap | None:
    revision = paper.revision
    if revision is None:
        return Gap(f"{paper.title} is not made", paper.problem or "It has not been prepared yet.", AGENT)
    if paper.stale:
        approved = "Approved, but " if revision.state == State.APPROVED else ""
        return Gap(f"{paper.title} is out of date", f"{approved}{paper.what_changed}.", AGENT)
    if paper.of_earlier_template and revision.state != State.APPROVED:
        manifest = paper.template.manifest
        since = f"{manifest.in_force:%B %-d, %Y}"
        cause = f"Version {manifest.version} of its template is in force from {since}; prepare it again."
        return Gap(f"{paper.title} is made from another version of its template", cause, AGENT)
    if revision.gaps:
        return Gap(f"{paper.title} lacks facts", f"Missing: {paper.what_is_missing}.", AGENT)
    match State(revision.state):
        case State.APPROVED:
            return None
        case State.SUBMITTED:
            return Gap(f"{paper.title} is not approved", "It waits for an attorney.", ATTORNEY)
        case State.RETURNED:
            return Gap(f"{paper.title} was returned", "The attorney sent it back with remarks.", AGENT)
        case State.WITHDRAWN:
            return Gap(f"{paper.title} is not approved", "Its approval was withdrawn.", ATTORNEY)
        case _:
            return Gap(f"{paper.title} is not submitted", "It has not been handed to an attorney.", AGENT)


def _and_more(number: int) -> str:
    return f" and {number} more" if number > 0 else ""


def _exhibit_gaps(exhibits: Sequence[Exhibit]) -> list[Gap]:
    return [
        Gap(f"Exhibit {one.position}, {one.title}, cannot be used", one.problem, AGENT)
        for one in exhibits
        if one.problem
    ]

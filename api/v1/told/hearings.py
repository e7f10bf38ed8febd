"""What is told about court sessions and hearings. Days and instants are in ISO 8601."""

from datetime import date, time
from typing import Any

from pydantic import BaseModel

from documents.manifests import Manifest
from documents.queries import Paper, Prepared
from documents.tables import Exhibit
from hearings.facts import Gap, SessionOnCalendar


class SessionTold(BaseModel):
    id: int
    on: date
    courthouse: str
    room: str
    judge: str
    hearings: int


class GapTold(BaseModel):
    what: str
    cause: str
    owner: str


class ChangeTold(BaseModel):
    name: str
    label: str
    was: str
    now: str


class PaperTold(BaseModel):
    kind: str
    title: str
    revision: int | None
    state: str | None
    pages: int | None
    as_of: date | None
    pdf_sha: str | None
    stale: bool
    changes: list[ChangeTold]
    problem: str | None


class OfferedTold(BaseModel):
    """A paper that is made on request."""

    kind: str
    title: str
    audience: str


class ExhibitTold(BaseModel):
    id: int
    position: int
    title: str
    pages: int | None
    problem: str | None
    original_sha: str


class HearingTold(BaseModel):
    id: int
    case_no: str
    docket: str
    code: str
    name: str
    session: int
    on: date
    at: time
    courthouse: str
    room: str
    judge: str
    as_of: date
    notice: str
    notice_met: bool
    last_day_to_serve: date | None
    papers: list[PaperTold]
    exhibits: list[ExhibitTold]
    gaps: list[GapTold]
    ready: bool


class SessionWithHearings(SessionTold):
    prepared: list[HearingTold]


def session_told(one: SessionOnCalendar) -> SessionTold:
    return SessionTold.model_validate(one, from_attributes=True)


def hearing_told(one: Prepared) -> HearingTold:
    """A hearing with its papers and gaps."""
    hearing, notice = one.matter.hearing, one.matter.notice
    return HearingTold(
        id=hearing.id,
        case_no=hearing.case_no,
        docket=hearing.docket,
        code=hearing.code,
        name=one.matter.kind.name,
        session=hearing.session_id,
        on=hearing.on,
        at=hearing.at,
        courthouse=hearing.courthouse,
        room=hearing.room,
        judge=hearing.judge,
        as_of=one.matter.as_of,
        notice=_notice(one),
        notice_met=bool(notice and notice.met),
        last_day_to_serve=notice.last_day if notice else None,
        papers=[paper_told(paper) for paper in one.papers],
        exhibits=[exhibit_told(exhibit) for exhibit in one.exhibits],
        gaps=[gap_told(gap) for gap in one.gaps],
        ready=not one.gaps,
    )


def _notice(one: Prepared) -> str:
    """The arithmetic of the notice in one sentence, or why there is none."""
    notice = one.matter.notice
    if notice is None:
        return one.matter.uncounted
    return notice.deadline.sentence() if notice.deadline else "Nobody is served yet."


def paper_told(paper: Paper) -> PaperTold:
    """A paper with its current revision and what changed since."""
    revision = paper.revision
    return PaperTold(
        kind=paper.kind,
        title=paper.title,
        revision=revision.id if revision else None,
        state=revision.state if revision else None,
        pages=revision.pages if revision else None,
        as_of=revision.as_of if revision else None,
        pdf_sha=revision.pdf_sha if revision else None,
        stale=paper.stale,
        changes=[change_told(change) for change in paper.changes],
        problem=paper.problem,
    )


def change_told(change: Any) -> ChangeTold:
    return ChangeTold.model_validate(change, from_attributes=True)


def exhibit_told(exhibit: Exhibit) -> ExhibitTold:
    return ExhibitTold.model_validate(exhibit, from_attributes=True)


def gap_told(gap: Gap) -> GapTold:
    return GapTold.model_validate(gap, from_attributes=True)


def offered_told(manifest: Manifest) -> OfferedTold:
    return OfferedTold(kind=manifest.kind, title=manifest.title, audience=manifest.audience.value)

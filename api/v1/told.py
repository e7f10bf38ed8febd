"""What the API answers. Money is in cents, days and instants in ISO 8601."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from pydantic import BaseModel

from documents.queries import Paper, Prepared
from documents.tables import Decision, Exhibit, Revision
from filings import facts as filing
from hearings.facts import Gap, SessionOnCalendar
from infra.jobs import Job
from infra.jobs.watching import Tally
from offices.facts import Role


class PersonTold(BaseModel):
    name: str
    email: str
    role: Role
    office: str


class SignedInTold(PersonTold):
    token: str


class Done(BaseModel):
    """Who did what, and when."""

    done: str
    by: str
    at: datetime


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


class DecisionTold(BaseModel):
    verb: str
    by: str
    at: datetime
    pdf_sha: str
    facts_digest: str
    remarks: list[dict[str, str]]


class RevisionTold(BaseModel):
    id: int
    number: int
    title: str
    audience: str
    state: str
    as_of: date
    pages: int
    template: str
    template_digest: str
    facts_digest: str
    word_sha: str
    pdf_sha: str
    made_by: str
    made_at: datetime
    gaps: list[dict[str, str]]
    decisions: list[DecisionTold]


class WaitingTold(BaseModel):
    revision: int
    title: str
    hearing: int
    case_no: str
    hearing_on: date
    submitted_by: str
    submitted_at: datetime
    missing: list[str]
    changes: list[ChangeTold]


class FactTold(BaseModel):
    name: str
    label: str
    value: Any
    source: str
    source_record: str
    as_of: str | None
    retrieved_at: str | None
    entered_by: str | None
    verified_by: str | None
    disclosure: str
    rule: str | None
    inputs: list[str]


class ArrearsTold(BaseModel):
    total: int
    state_balance: int | None
    difference: int | None


class CaseFactsTold(BaseModel):
    case_no: str
    as_of: date
    facts_digest: str
    facts: list[FactTold]
    arrears: ArrearsTold


class NoteTold(BaseModel):
    name: str
    label: str
    words: str | None
    entered_by: str | None
    at: datetime | None


class PaymentTold(BaseModel):
    receipt_no: str
    collected_on: date
    amount: int
    reverses: str | None


class CaseFound(BaseModel):
    case_no: str
    hearings: list[int]


class AskedTold(BaseModel):
    """Work that was asked for. ``batch`` tells how far it is."""

    batch: str
    jobs: int


class BatchTold(BaseModel):
    queued: int
    running: int
    done: int
    failed: int
    cancelled: int
    total: int
    over: bool


class JobTold(BaseModel):
    id: int
    kind: str
    state: str
    attempts: int
    losses: int
    error: str | None
    progress: dict[str, Any] | None
    batch: str | None
    made_at: datetime
    done_at: datetime | None


class JobsTold(BaseModel):
    counts: BatchTold
    oldest_open: datetime | None
    jobs: list[JobTold]


class FilingTold(BaseModel):
    id: int
    position: int
    revision: int
    title: str
    code: str
    pages: int
    pdf_sha: str
    stamped_sha: str | None


class ReceiptTold(BaseModel):
    outcome: str
    by: str
    at: datetime
    reason: str | None
    words: str


class EnvelopeTold(BaseModel):
    id: int
    number: str
    state: str
    hearing: int
    case_no: str
    hearing_on: date
    file_number: str
    replaces: int | None
    filings: list[FilingTold]
    submitted_at: datetime | None
    received_at: datetime | None
    receipt: ReceiptTold | None


class FindingTold(BaseModel):
    what: str
    words: str
    blocks: bool


class CheckedEnvelope(EnvelopeTold):
    findings: list[FindingTold]


def session_told(one: SessionOnCalendar) -> SessionTold:
    return SessionTold.model_validate(one, from_attributes=True)


def gap_told(gap: Gap) -> GapTold:
    return GapTold.model_validate(gap, from_attributes=True)


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


def revision_told(revision: Revision, decided: list[Decision]) -> RevisionTold:
    """A revision with every decision on it."""
    made = {name: getattr(revision, name) for name in RevisionTold.model_fields if name != "decisions"}
    return RevisionTold(**made, decisions=[_decision(one) for one in decided])


def _decision(one: Decision) -> DecisionTold:
    return DecisionTold(
        verb=one.verb,
        by=one.by_name,
        at=one.at,
        pdf_sha=one.pdf_sha,
        facts_digest=one.facts_digest,
        remarks=one.remarks,
    )


def fact_told(fact: Mapping[str, Any]) -> FactTold:
    return FactTold(**{name: fact[name] for name in FactTold.model_fields})


def batch_told(tally: Tally) -> BatchTold:
    return BatchTold.model_validate(tally, from_attributes=True)


def job_told(job: Job) -> JobTold:
    return JobTold.model_validate(job, from_attributes=True)


def envelope_told(one: filing.Envelope) -> EnvelopeTold:
    """An envelope with its documents and the court's answer."""
    return EnvelopeTold(**_envelope(one))


def checked_told(one: filing.Envelope, findings: tuple[filing.Finding, ...]) -> CheckedEnvelope:
    """An envelope with what holds it back."""
    return CheckedEnvelope(
        **_envelope(one), findings=[FindingTold.model_validate(each, from_attributes=True) for each in findings]
    )


def _envelope(one: filing.Envelope) -> dict[str, Any]:
    answer = one.receipt
    return {
        "id": one.id,
        "number": one.number,
        "state": one.state.value,
        "hearing": one.hearing_id,
        "case_no": one.case_no,
        "hearing_on": one.hearing_on,
        "file_number": one.manifest.docket.as_given,
        "replaces": one.replaces,
        "filings": [
            FilingTold(
                id=each.id,
                position=each.position,
                revision=each.revision_id,
                title=each.title,
                code=each.code,
                pages=each.pages,
                pdf_sha=each.pdf_sha,
                stamped_sha=each.stamped_sha,
            )
            for each in one.filings
        ],
        "submitted_at": one.submitted.at if one.submitted else None,
        "received_at": one.received.at if one.received else None,
        "receipt": ReceiptTold(
            outcome=answer.outcome.value,
            by=answer.decided.name,
            at=answer.decided.at,
            reason=answer.reason.value if answer.reason else None,
            words=answer.words,
        )
        if answer
        else None,
    }

"""What is told about service of process. Days are in ISO 8601; no address is ever told here."""

from datetime import date, time

from pydantic import BaseModel

from api.service import CaseService, Tried
from hearings.facts import Served
from hearings.service.docket import DocketService
from hearings.service.facts import State
from hearings.service.listing import Taken


class DocketServiceTold(BaseModel):
    hearing_id: int
    at: time
    case_no: str
    docket: str
    code: str
    mpi_no: str
    person: str
    role: str
    paper: str
    state: State
    issued_on: date | None
    served_on: date | None
    complete_on: date | None
    unmet: list[str]
    last_attempt: str
    next_action: str
    last_safe_day: date | None
    answer_due_on: date | None
    answered_on: date | None
    default: bool | None
    default_why_not: list[str]


class SessionServiceTold(BaseModel):
    session: int
    as_of: date
    rows: list[DocketServiceTold]


class AttemptTold(BaseModel):
    """``other_key`` is that of a second record of the same attempt, empty where there is none."""

    key: str
    other_key: str
    method: str
    issued_on: date | None
    attempted_on: date | None
    hour: time | None
    place: str | None
    result: str | None
    served_on: date | None
    served_upon: str | None
    returned_on: date | None
    complete_on: date | None
    unmet: list[str]
    source: str


class LinkTold(BaseModel):
    """``id`` is null where only the state's record of an attempt tells of the issue."""

    id: int | None
    kind: str
    issued_on: date


class SummonsTold(BaseModel):
    standing: str
    may_be_served: bool
    serve_by: date
    extend_by: date | None
    why: str


class ProofTold(BaseModel):
    id: int
    returned_on: date
    usable: bool | None
    pages: int | None
    problem: str | None
    checked_by: str | None


class NextPlaceTold(BaseModel):
    """Where to try next, without the address: that stands on the page of the case."""

    kind: str
    told_by: str
    verified_on: date | None
    why: str


class TimelineTold(BaseModel):
    paper: str
    mpi_no: str
    person: str
    state: State
    chain: list[LinkTold]
    summons: SummonsTold | None
    attempts: list[AttemptTold]
    proofs: list[ProofTold]
    answered_on: date | None
    answer_due_on: date | None
    default: bool | None
    default_why_not: list[str]
    next_place: NextPlaceTold | None


class ConsentTold(BaseModel):
    id: int
    mpi_no: str
    email: str
    filed_on: date
    ended_on: date | None


class CaseServiceTold(BaseModel):
    case_no: str
    as_of: date
    papers: list[TimelineTold]
    consents: list[ConsentTold]


class KeptTold(BaseModel):
    """What was written down, by its number."""

    id: int


class LineTold(BaseModel):
    line: int
    case_no: str
    paper: str
    problem: str


class ListTold(BaseModel):
    taken: int
    refused: int
    lines: list[LineTold]


def row_told(one: DocketService) -> DocketServiceTold:
    return DocketServiceTold.model_validate(one, from_attributes=True)


def case_told(one: CaseService, as_of: date) -> CaseServiceTold:
    """The timelines of a case."""
    return CaseServiceTold(
        case_no=one.record.case_no,
        as_of=as_of,
        papers=[_timeline_told(each) for each in one.found],
        consents=[ConsentTold.model_validate(each, from_attributes=True) for each in one.consents],
    )


def list_told(taken: list[Taken]) -> ListTold:
    """What became of a server's list."""
    refused = sum(1 for one in taken if one.problem)
    lines = [LineTold.model_validate(one, from_attributes=True) for one in taken]
    return ListTold(taken=len(taken) - refused, refused=refused, lines=lines)


def _timeline_told(tried: Tried) -> TimelineTold:
    one = tried.timeline
    return TimelineTold(
        paper=one.paper,
        mpi_no=one.person.mpi_no,
        person=one.person.name,
        state=one.state,
        chain=[LinkTold(id=each.id, kind=each.kind.value, issued_on=each.issued_on) for each in one.chain],
        summons=SummonsTold.model_validate(one.life, from_attributes=True) if one.life else None,
        attempts=[_attempt_told(each) for each in one.services],
        proofs=[ProofTold.model_validate(each, from_attributes=True) for each in one.proofs],
        answered_on=one.reply.answered_on if one.reply else None,
        answer_due_on=one.default.due_on if one.default else None,
        default=one.default.possible if one.default else None,
        default_why_not=list(one.default.why_not) if one.default else [],
        next_place=NextPlaceTold.model_validate(tried.next, from_attributes=True) if tried.next else None,
    )


def _attempt_told(one: Served) -> AttemptTold:
    return AttemptTold(
        key=one.key,
        other_key=one.other_key,
        method=one.method,
        issued_on=one.issued_on,
        attempted_on=one.attempted_on,
        hour=one.manner.hour if one.manner else None,
        place=one.manner.place if one.manner else None,
        result=one.result,
        served_on=one.served_on,
        served_upon=one.served_upon,
        returned_on=one.returned_on,
        complete_on=one.complete_on,
        unmet=list(one.check.unmet) if one.check else [],
        source=one.trace.source,
    )

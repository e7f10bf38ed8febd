"""What is told about guideline runs. Money is in cents."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from api.guideline import Guideline
from cases.guideline.comparing import Beside
from cases.guideline.facts import Run
from cases.guideline.offering import minors
from cases.guideline.tracing import trace_told
from kernel.traced import Trace
from law.nc.guideline import comparison_told


class TraceTold(BaseModel):
    source: str
    record: str
    as_of: date | None
    retrieved_at: datetime | None
    entered_by: str | None
    verified_by: str | None
    rule: str | None
    inputs: list[str]


class EntryTold(BaseModel):
    value: Any
    trace: TraceTold


class ChildTold(BaseModel):
    """``under_age`` on the day that was asked for, by the law of the state."""

    participant: str
    name: str
    born_on: date | None
    under_age: bool


class OfferedTold(BaseModel):
    case_no: str
    state: str
    on: date
    why_not: str
    check: str
    children: list[ChildTold]
    entries: dict[str, EntryTold]


class BesideTold(BaseModel):
    """``compared`` says which figure of the run ``guideline`` is: California's is without additional support.

    ``difference`` is what the obligor would pay more than now; ``test`` is the state's test of change, or null.
    """

    ordered: int
    ordered_on: date
    guideline: int
    compared: str
    difference: int
    percent: str | None
    test: dict[str, Any] | None


class RunTold(BaseModel):
    """``payer`` is obligor or obligee, null where nobody pays; ``answer`` is what courtready guideline tells.

    ``children`` are the participant numbers of those it is for, ``left_out`` of the others who were under age.
    """

    case_no: str
    number: int
    state: str
    on: date
    payer: str | None
    amount: int
    answer: dict[str, Any]
    traces: dict[str, TraceTold]
    children: list[str]
    left_out: list[str]
    remark: str
    schedule_digest: str
    pack: str
    verified: bool
    digest: str
    made_by: str
    made_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_why: str | None
    beside: BesideTold | None


def run_told(run: Run, beside: Beside | None) -> RunTold:
    """A run with the order in force beside it."""
    found, gone = run.figured, run.withdrawn
    return RunTold(
        case_no=run.case_no,
        number=run.number,
        state=found.state.upper(),
        on=found.on,
        payer=found.payer.value if found.payer else None,
        amount=found.amount.cents,
        answer=found.told,
        traces={name: _trace(trace) for name, trace in run.traces.items()},
        children=list(run.children),
        left_out=list(run.left_out),
        remark=run.remark,
        schedule_digest=found.schedule_digest,
        pack=found.pack,
        verified=found.verified,
        digest=run.digest,
        made_by=run.made_by,
        made_at=run.made_at,
        withdrawn_at=gone.at if gone else None,
        withdrawn_by=gone.by if gone else None,
        withdrawn_why=gone.why if gone else None,
        beside=_beside(beside) if beside else None,
    )


def offered_told(known: Guideline) -> OfferedTold:
    """What the record holds for a run."""
    young = minors(known.record, known.on)
    return OfferedTold(
        case_no=known.record.case_no,
        state=known.state.upper(),
        on=known.on,
        why_not=known.why_not,
        check=known.check,
        children=[
            ChildTold(participant=child.mpi_no, name=child.name, born_on=child.born_on, under_age=child in young)
            for child in known.record.children
        ],
        entries={name: EntryTold(value=one.value, trace=_trace(one.trace)) for name, one in known.offered.items()},
    )


def _trace(trace: Trace) -> TraceTold:
    return TraceTold(**trace_told(trace))


def _beside(found: Beside) -> BesideTold:
    return BesideTold(
        ordered=found.ordered.cents,
        ordered_on=found.ordered_on,
        guideline=found.guideline.cents,
        compared=found.compared,
        difference=found.difference.cents,
        percent=None if found.percent is None else str(found.percent),
        test=comparison_told(found.test) if found.test else None,
    )

"""What is told about guideline runs. Money is in cents."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from api.guideline import Guideline
from cases.guideline.comparing import Beside
from cases.guideline.facts import Run
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


class OfferedTold(BaseModel):
    case_no: str
    state: str
    on: date
    why_not: str
    entries: dict[str, EntryTold]


class BesideTold(BaseModel):
    """``difference`` is what the obligor would pay more than now; ``test`` is the state's test of change, or null."""

    ordered: int
    ordered_on: date
    guideline: int
    difference: int
    percent: str | None
    test: dict[str, Any] | None


class RunTold(BaseModel):
    """``payer`` is obligor or obligee, null where nobody pays; ``answer`` is what courtready guideline tells."""

    case_no: str
    number: int
    state: str
    on: date
    payer: str | None
    amount: int
    answer: dict[str, Any]
    traces: dict[str, TraceTold]
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
    return OfferedTold(
        case_no=known.record.case_no,
        state=known.state.upper(),
        on=known.on,
        why_not=known.why_not,
        entries={name: EntryTold(value=one.value, trace=_trace(one.trace)) for name, one in known.offered.items()},
    )


def _trace(trace: Trace) -> TraceTold:
    return TraceTold(**trace_told(trace))


def _beside(found: Beside) -> BesideTold:
    return BesideTold(
        ordered=found.ordered.cents,
        ordered_on=found.ordered_on,
        guideline=found.guideline.cents,
        difference=found.difference.cents,
        percent=None if found.percent is None else str(found.percent),
        test=comparison_told(found.test) if found.test else None,
    )

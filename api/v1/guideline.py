"""Guideline runs of a case: what the record holds for one, a run made and kept, the runs there are."""

from typing import Any

from fastapi import APIRouter
from pydantic import Field

from api.guideline import Guideline, guideline_of
from api.looking import looking_at
from api.patterns import CaseNo, IsoDay, Number, Strict, day
from api.v1.people import Office
from api.v1.told.guideline import OfferedTold, RunTold, offered_told, run_told
from cases.guideline.actions import store_run, withdraw_run
from cases.guideline.facts import Run
from cases.guideline.queries import guideline_run
from infra.db import database
from kernel.refusals import Refused

router = APIRouter(prefix="/cases", tags=["Guideline"])
MOST_SOURCES, MOST_CHILDREN = 200, 100


class RunSent(Strict):
    input: dict[str, Any] = Field(max_length=40, description="As courtready guideline takes it.")
    sources: dict[str, str] = Field(
        default_factory=dict, max_length=MOST_SOURCES, description="Where entries come from: defendant.gross."
    )
    children: list[str] = Field(
        default_factory=list, max_length=MOST_CHILDREN,
        description="Participant numbers of those it is for; needed where the input counts some of the case's alone.",
    )  # fmt: skip
    remark: str = Field("", max_length=2000)


class WithdrawSent(Strict):
    why: str = Field(max_length=300)


@router.get("/{case_no}/guideline/offered")
def offered(visitor: Office, case_no: CaseNo, on: IsoDay | None = None) -> OfferedTold:
    """What the record holds for a run on a day, the next hearing's if none is given, each with its trace."""
    with looking_at(f"case {case_no}", visitor, verb="looked at the guideline of") as db:
        return offered_told(guideline_of(db, visitor, case_no, day(on) if on else None))


@router.get("/{case_no}/guideline")
def runs(visitor: Office, case_no: CaseNo) -> list[RunTold]:
    """Every run of a case, the newest first."""
    with looking_at(f"case {case_no}", visitor, verb="looked at the guideline of") as db:
        known = guideline_of(db, visitor, case_no)
    return [_told(known, run) for run in known.runs]


@router.get("/{case_no}/guideline/{number:int}")
def one_run(visitor: Office, case_no: CaseNo, number: Number) -> RunTold:
    """One run as it was kept, beside the order in force."""
    with looking_at(f"case {case_no}", visitor, verb="looked at the guideline of") as db:
        known = guideline_of(db, visitor, case_no)
        return _told(known, guideline_run(db, visitor.office_id, case_no, number))


@router.post("/{case_no}/guideline", status_code=201)
def run(visitor: Office, case_no: CaseNo, sent: RunSent) -> RunTold:
    """Run the guideline of the office's state and keep the run; papers use it from now on."""
    with database().transaction() as db:
        known = guideline_of(db, visitor, case_no)
        made = store_run(
            db,
            case_no,
            sent.input,
            offered=known.offered,
            sources=sent.sources,
            children=sent.children,
            remark=sent.remark,
            by=visitor.person,
            now=visitor.at,
        )
        return _told(known, made)


@router.post("/{case_no}/guideline/{number:int}/withdraw")
def withdraw(visitor: Office, case_no: CaseNo, number: Number, sent: WithdrawSent) -> RunTold:
    """Have papers no longer use a run."""
    with database().transaction() as db:
        known = guideline_of(db, visitor, case_no)
        return _told(known, withdraw_run(db, case_no, number, why=sent.why, by=visitor.person, now=visitor.at))


def _told(known: Guideline, found: Run) -> RunTold:
    try:
        return run_told(found, known.beside(found.figured))
    except Refused:
        return run_told(found, None)

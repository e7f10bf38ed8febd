"""Verbs about guideline runs: one is computed and kept, or withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.errors import NoSuchCase
from cases.guideline.children import births_of, children_meant, left_out
from cases.guideline.errors import AlreadyWithdrawn, NoReason
from cases.guideline.facts import Offered, Run
from cases.guideline.figuring import figured
from cases.guideline.queries import run_digest, run_of, run_row
from cases.guideline.tables import GuidelineRun
from cases.guideline.tracing import trace_told, traces
from cases.queries import case_record
from cases.tables import Case
from infra import audit
from kernel.legal_text import legal_text
from kernel.traced import Trace
from offices.facts import Person, Role
from offices.queries import day_of, require_role, settings_of, state_of

LONGEST_REMARK, LONGEST_REASON = 2000, 300


def store_run(
    db: Session,
    case_no: str,
    asked: Mapping[str, Any],
    *,
    offered: Mapping[str, Offered],
    sources: Mapping[str, str],
    children: Sequence[str] = (),
    remark: str,
    by: Person,
    now: datetime,
) -> Run:
    """Compute a run by the guideline of the office's state and keep it; from then on papers use it.

    ``offered`` is what the record holds for its entries, ``sources`` what a person said of where the others come from,
    ``children`` the participant numbers of those it is for. Raises NotYourRole, NoSuchCase, NoSuchEntry,
    NotTheseChildren, SayWhichChildren, NotLegalText, or what the guideline refuses.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    _lock(db, by.office_id, case_no)
    own = _of_the_office(db, by.office_id, asked)
    found = figured(state_of(db, by.office_id).lower(), {**asked, **{name: one.value for name, one in own.items()}})
    record, counted = case_record(db, by.office_id, case_no), found.asked["children"]
    meant = children_meant(record, found.on, counted, children)
    births = births_of(meant, counted) if isinstance(counted, list) else {}
    today = day_of(db, by.office_id, now)
    held = traces(found.asked, asked, {**offered, **own, **births}, sources, by=by.name, on=today, at=now)
    row = GuidelineRun(
        office_id=by.office_id,
        case_no=case_no,
        number=_newest(db, by.office_id, case_no) + 1,
        state=found.state,
        on=found.on,
        asked=found.asked,
        traces={name: trace_told(trace) for name, trace in held.items()},
        children=[child.mpi_no for child in meant],
        left_out=list(left_out(record, found.on, meant)),
        told=found.told,
        payer=found.payer.value if found.payer else None,
        amount=found.amount,
        schedule_digest=found.schedule_digest,
        pack=found.pack,
        verified=found.verified,
        remark=legal_text(remark, longest=LONGEST_REMARK, lines=True),
        made_by=by.name,
        made_at=now,
    )
    row.digest = run_digest(row)
    db.add(row)
    db.flush()
    _audited(db, row, by, "ran guideline")
    return run_of(row)


def _of_the_office(db: Session, office_id: int, asked: Mapping[str, Any]) -> dict[str, Offered]:
    """How the office shares costs, where a run has any and does not say how."""
    split = settings_of(db, office_id).add_on_split
    if not split or not asked.get("addons") or asked.get("addon_split"):
        return {}
    return {"addon_split": Offered(split, Trace("Office settings", "add_on_split"))}


def withdraw_run(db: Session, case_no: str, number: int, *, why: str, by: Person, now: datetime) -> Run:
    """Have papers no longer use a run; it stays as it was.

    Raises NotYourRole, NoSuchRun, AlreadyWithdrawn, NoReason or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = run_row(db, by.office_id, case_no, number)
    if row.withdrawn_at is not None:
        raise AlreadyWithdrawn(number)
    reason = legal_text(why, longest=LONGEST_REASON)
    if not reason:
        raise NoReason()
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = now, by.name, reason
    db.flush()
    _audited(db, row, by, "withdrew guideline run")
    return run_of(row)


def _lock(db: Session, office_id: int, case_no: str) -> None:
    """Two people who run the guideline of a case at once get two numbers."""
    known = select(Case.id).where(Case.office_id == office_id, Case.case_no == case_no).with_for_update()
    if db.scalar(known) is None:
        raise NoSuchCase(case_no)


def _newest(db: Session, office_id: int, case_no: str) -> int:
    rows = GuidelineRun.office_id == office_id, GuidelineRun.case_no == case_no
    return db.scalar(select(func.max(GuidelineRun.number)).where(*rows)) or 0


def _audited(db: Session, row: GuidelineRun, by: Person, verb: str) -> None:
    audit.record(
        db,
        office_id=row.office_id,
        actor=by.actor,
        verb=verb,
        subject=f"case {row.case_no}",
        detail=f"run {row.number} {row.digest[:12]}",
    )

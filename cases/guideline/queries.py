"""Questions about guideline runs."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.guideline.errors import NoSuchRun, RunChanged
from cases.guideline.facts import Figured, Parent, Run, Withdrawal
from cases.guideline.tables import GuidelineRun
from cases.guideline.tracing import trace_read
from kernel.digest import digest


def runs_of_case(db: Session, office_id: int, case_no: str) -> list[Run]:
    """Every run of a case, the newest first, with those that were withdrawn."""
    rows = select(GuidelineRun).where(GuidelineRun.office_id == office_id, GuidelineRun.case_no == case_no)
    return [run_of(row) for row in db.scalars(rows.order_by(GuidelineRun.number.desc()))]


def guideline_run(db: Session, office_id: int, case_no: str, number: int) -> Run:
    """One run. Raises NoSuchRun, also for another office's."""
    return run_of(run_row(db, office_id, case_no, number))


def runs_in_use(db: Session, office_id: int, case_numbers: Collection[str]) -> dict[str, Run]:
    """The newest run of each case that was not withdrawn; none for a case without one."""
    rows = select(GuidelineRun).where(
        GuidelineRun.office_id == office_id,
        GuidelineRun.case_no.in_(case_numbers),
        GuidelineRun.withdrawn_at.is_(None),
    )
    newest = {row.case_no: row for row in db.scalars(rows.order_by(GuidelineRun.number))}
    return {case_no: run_of(row) for case_no, row in newest.items()}


def run_row(db: Session, office_id: int, case_no: str, number: int) -> GuidelineRun:
    """The row of a run. Raises NoSuchRun."""
    found = db.scalar(
        select(GuidelineRun).where(
            GuidelineRun.office_id == office_id, GuidelineRun.case_no == case_no, GuidelineRun.number == number
        )
    )
    if found is None:
        raise NoSuchRun(case_no, number)
    return found


def run_digest(row: GuidelineRun) -> str:
    """The digest of everything that a run was asked and answered, and of its children where it says them."""
    of_whom = {"children": row.children, "left_out": row.left_out} if row.children else {}
    return digest({"asked": row.asked, "traces": row.traces, "told": row.told, **of_whom})


def run_of(row: GuidelineRun) -> Run:
    """The run that a row holds. Raises RunChanged where the row is no longer what was stored."""
    if run_digest(row) != row.digest:
        raise RunChanged(row.number)
    withdrawn = row.withdrawn_at and Withdrawal(row.withdrawn_at, row.withdrawn_by or "", row.withdrawn_why or "")
    return Run(
        id=row.id,
        case_no=row.case_no,
        number=row.number,
        figured=Figured(
            state=row.state,
            on=row.on,
            asked=row.asked,
            told=row.told,
            payer=Parent(row.payer) if row.payer else None,
            amount=row.amount,
            schedule_digest=row.schedule_digest,
            pack=row.pack,
            verified=row.verified,
        ),
        traces={name: trace_read(told) for name, told in row.traces.items()},
        children=tuple(row.children),
        left_out=tuple(row.left_out),
        remark=row.remark,
        made_by=row.made_by,
        made_at=row.made_at,
        digest=row.digest,
        withdrawn=withdrawn or None,
    )

"""The errand of the sweep, one batch a job, and the bell that asks for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.clocks import jobs
from hearings.clocks.facts import Looked
from hearings.clocks.queries import is_due, look
from hearings.clocks.reminders import owe_reminders
from hearings.clocks.tables import OfficeClock
from hearings.clocks.writing import write_down
from infra.clock import now
from infra.jobs import Errand, Job, JobState, Progress, enqueue
from infra.jobs.clearing import clear_done
from offices.queries import day_of
from offices.tables import Office

KEPT: Final = timedelta(days=7)
"""How long the jobs of done sweeps and sent reminders are kept; the clocks themselves keep what was found."""


@dataclass(frozen=True, slots=True)
class _Found:
    looked: Looked
    remind: bool


def offices_due(db: Session, at: datetime) -> list[int]:
    """The offices whose clocks have something to do and whose sweep is not under way; asking does not write."""
    under_way = select(Job.office_id).where(
        Job.kind == jobs.SWEEP, Job.state.in_((JobState.QUEUED, JobState.RUNNING))
    )
    waiting = db.scalars(select(Office.id).where(Office.id.not_in(under_way)).order_by(Office.id)).all()
    return [id for id in waiting if is_due(db, id, today=day_of(db, id, at))]


def ask_for_sweeps(db: Session, at: datetime) -> None:
    """One job for each office whose clocks have something to do. Two who ask in one minute ask for one job."""
    for office_id in offices_due(db, at):
        slot = f"clocks:{at:%Y-%m-%dT%H:%M}"
        enqueue(db, jobs.SWEEP, {"office_id": office_id, "slot": slot, "part": 0}, office_id=office_id, key=slot)


def _read(db: Session, args: dict[str, Any]) -> _Found:
    today = day_of(db, args["office_id"], now())
    looked = look(db, args["office_id"], today=today)
    seen = db.get(OfficeClock, args["office_id"])
    return _Found(looked, seen is None or seen.reminded_on != today)


def _make(found: _Found, progress: Progress) -> _Found:
    progress.report(len(found.looked.plans), len(found.looked.plans), "looked at")
    return found


def _write(db: Session, args: dict[str, Any], found: _Found) -> None:
    """The batch, then the next one as a job of its own; at the end the reminders of the day; old jobs go."""
    at, office_id = now(), args["office_id"]
    if write_down(db, found.looked, now=at).more:
        part = args["part"] + 1
        enqueue(db, jobs.SWEEP, {**args, "part": part}, office_id=office_id, key=f"{args['slot']}:{part}")
    elif found.remind:
        owe_reminders(db, office_id, today=found.looked.today, now=at)
        clear_done(db, office_id, (jobs.SWEEP, jobs.REMIND), before=at - KEPT)


SWEEPING = Errand(_read, _make, _write)

"""The errand of a county run, and what its jobs have found so far."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cases.county import jobs
from cases.county.found import Found, found_in, retold, together
from cases.county.queries import balances_of
from cases.tables import Case
from infra.blobs import blobs
from infra.jobs import Errand, Job, JobState, Progress
from kernel.digest import digest

OPEN = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class CountyRun:
    """Every case of an office as counted for a day. ``missing`` are cases whose job failed or whose finding is lost."""

    batch: str
    as_of: date
    asked_by: str
    asked_at: datetime
    done_at: datetime
    found: Found
    missing: int

    @property
    def cases(self) -> int:
        """How many the run was asked to count."""
        return self.found.cases + self.missing

    @property
    def unknown(self) -> int:
        """Of how many nobody can say whether the state is right."""
        return self.found.untold + len(self.found.uncounted) + self.missing


def under_way(db: Session, office_id: int) -> str | None:
    """The batch of the run that is under way, if one is."""
    return db.scalar(_batches(office_id).where(Job.state.in_(OPEN)).limit(1))


def last_run(db: Session, office_id: int) -> CountyRun | None:
    """The newest run that has come to its end."""
    going = under_way(db, office_id)
    asked = _batches(office_id)
    batch = db.scalar((asked.where(Job.batch != going) if going else asked).limit(1))
    if batch is None:
        return None
    parts = list(db.scalars(select(Job).where(Job.office_id == office_id, Job.batch == batch).order_by(Job.id)))
    done = tuple(job.args["first"] for job in parts if job.state == JobState.DONE)
    found = _kept(office_id, batch, done)
    return CountyRun(
        batch,
        date.fromisoformat(parts[0].args["as_of"]),
        parts[0].args["by"],
        parts[0].made_at,
        max(job.done_at or job.made_at for job in parts),
        found,
        max(0, sum(job.args["cases"] for job in parts) - found.cases),
    )


def _batches(office_id: int) -> Select[str | None]:
    return select(Job.batch).where(Job.office_id == office_id, Job.kind == jobs.COUNT).order_by(Job.id.desc())


@lru_cache(maxsize=4)
def _kept(office_id: int, batch: str, parts: tuple[int, ...]) -> Found:
    """What the finished parts found; it no longer changes."""
    kept = [blobs().pointed(_key(office_id, batch, first)) for first in parts]
    return together([retold(json.loads(one)) for one in kept if one])


def _key(office_id: int, batch: str, first: int) -> str:
    return digest(["county run", office_id, batch, first])


@dataclass(frozen=True, slots=True)
class _Counted:
    key: str
    found: Found


def _read(db: Session, args: dict[str, Any]) -> _Counted:
    """The cases of one part, counted from one state of the record."""
    mine = select(Case.case_no).where(
        Case.office_id == args["office_id"], Case.id >= args["first"], Case.id <= args["last"]
    )
    numbers = list(db.scalars(mine.order_by(Case.id)))
    balances = balances_of(db, args["office_id"], numbers, date.fromisoformat(args["as_of"]))
    return _Counted(_key(args["office_id"], args["batch"], args["first"]), found_in(balances))


def _make(counted: _Counted, progress: Progress) -> None:
    progress.report(counted.found.cases, counted.found.cases, "cases counted")
    store = blobs()
    store.point(counted.key, store.put(json.dumps(counted.found.told()).encode()))


def _write(db: Session, args: dict[str, Any], made: None) -> None:
    """Nothing in the record changes: what was found is kept beside it, known by the job."""


COUNTING = Errand(_read, _make, _write)

"""Doing one job from claim to end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import structlog
from sqlalchemy import select

from infra.clock import now
from infra.db import Database
from infra.jobs.errand import Errand, Errands, LeaseLost, Progress
from infra.jobs.lease import Claim, claim, due, fail, finish, heartbeat
from infra.jobs.machine import this_process
from infra.jobs.tables import Job
from kernel.refusals import Courteous, Unavailable

HEARTBEAT_SECONDS = 3.0

log = structlog.get_logger()


class Outcome(StrEnum):
    """What became of one call at the door."""

    NOT_OURS = "not ours"
    DONE = "done"
    FAILED = "failed"
    LOST = "lost"


def perform(database: Database, job_id: int, *, worker: str, errands: Errands) -> Outcome:
    """Do the job if it is due. Its result and the word "done" are one transaction, or neither is there."""
    with database.transaction() as db:
        held = claim(db, job_id, worker)
    if held is None:
        return Outcome.NOT_OURS
    try:
        _do(database, held, errands)
    except LeaseLost:
        log.warning("job passed to another worker", job=held.job_id, kind=held.kind)
        return Outcome.LOST
    except Exception as failure:  # noqa: BLE001  whatever an errand raises becomes words on the job
        _tell(database, held, failure)
        return Outcome.FAILED
    return Outcome.DONE


def work_off(database: Database, errands: Errands) -> int:
    """Do everything that is due in this process, one after another; how many jobs were done."""
    done = 0
    while True:
        with database.reading() as db:
            waiting = list(db.scalars(select(Job.id).where(due(now())).order_by(Job.id)))
        if not waiting:
            return done
        for job_id in waiting:
            done += perform(database, job_id, worker=str(this_process()), errands=errands) is Outcome.DONE


def _do(database: Database, held: Claim, errands: Errands) -> None:
    errand = _errand(errands, held.kind)
    progress = Progress(held.job_id)
    with _beating(database, held, progress):
        with database.reading() as db:
            known = errand.read(db, held.args)
        made = errand.make(known, progress)
        with database.transaction() as db:
            if not finish(db, held):
                raise LeaseLost(held.job_id)
            errand.write(db, held.args, made)


def _errand(errands: Errands, kind: str) -> Errand:
    if kind not in errands:
        raise NoErrand(kind)
    return errands[kind]


class NoErrand(Unavailable):
    """A worker of another version may know this kind of job."""

    def __str__(self) -> str:
        return f"This worker knows no errand called {self.args[0]}."


@contextmanager
def _beating(database: Database, held: Claim, progress: Progress) -> Iterator[None]:
    """The lease is extended while the block runs."""
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(database, held, progress, ended), daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()


def _beat(database: Database, held: Claim, progress: Progress, ended: threading.Event) -> None:
    while not ended.wait(HEARTBEAT_SECONDS):
        try:
            with database.transaction() as db:
                progress.lost = not heartbeat(db, held, progress.plain())
        except Exception as failure:  # noqa: BLE001  a database that is away may come back before the lease ends
            log.warning("no heartbeat", job=held.job_id, failure=type(failure).__name__)
        if progress.lost:
            return


def _tell(database: Database, held: Claim, failure: Exception) -> None:
    """Write why it failed. Only what may pass by itself is tried again: never a refusal."""
    again = isinstance(failure, Unavailable) or not isinstance(failure, Courteous)
    words = str(failure) if isinstance(failure, Courteous) else f"A defect in the program: {type(failure).__name__}."
    log.warning("job failed", job=held.job_id, kind=held.kind, words=words, exc_info=not isinstance(failure, Courteous))
    with database.transaction() as db:
        fail(db, held, words, again=again)

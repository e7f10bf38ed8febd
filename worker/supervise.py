"""Keeping a worker alive: what ``courtready work`` runs. It owns its process, and every child of it."""

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from infra.db import Database, database
from infra.doorbell import ring
from infra.jobs.lease import is_busy
from infra.jobs.machine import this_process
from infra.jobs.presence import bury, bury_the_dead, has_dead, leave, show_presence
from infra.jobs.sweep import is_deaf, needs_sweep, sweep
from infra.kinship import adopt_orphans
from worker.muscle import Muscle, clean_up_after, clean_up_after_the_dead, end_orphans, start_muscle

LOOK_SECONDS = 0.2
SWEEP_SECONDS = 2.0
DEAF_SECONDS = 60.0
GRACE_SECONDS = 20.0
LONGEST_PAUSE = 10.0

log = structlog.get_logger()


@dataclass
class Supervisor:
    """What the loop remembers from one look to the next."""

    db: Database
    name: str
    slots: int
    app: str
    muscle: Muscle
    unburied: dict[str, str] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)
    heard: float = field(default_factory=time.monotonic)
    swept: float = 0.0
    pause: float = 0.0


def supervise(*, slots: int = 2, app: str = "worker.app") -> None:
    """Do jobs until SIGTERM or SIGINT; whatever dies of it is started again and its jobs are given back at once."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    adopt_orphans()
    clean_up_after_the_dead()
    name = str(this_process())
    state = Supervisor(database(), name, slots, app, start_muscle(name, slots=slots, app=app))
    while not stop.wait(LOOK_SECONDS):
        _look(state)
    state.muscle.stop(GRACE_SECONDS, lambda: _is_busy(state))
    end_orphans(os.getpid(), but=None)
    _carefully(state, lambda db: leave(db, name))
    clean_up_after(name)


def _look(state: Supervisor) -> None:
    if state.muscle.ended:
        _replace_muscle(state)
    else:
        state.unburied |= {f"{state.name}/{hand}": "" for hand in state.muscle.lost_hands()}
        end_orphans(os.getpid(), but=state.muscle.celery.pid)
    for dead, holding in list(state.unburied.items()):
        if _carefully(state, lambda db, dead=dead, holding=holding: bury(db, dead, holding=holding)):  # type: ignore[misc]
            del state.unburied[dead]
    if time.monotonic() - state.swept >= SWEEP_SECONDS:
        state.swept = time.monotonic()
        _sweep(state)


def _replace_muscle(state: Supervisor) -> None:
    """Start Celery again: at once after a kill, a little later each time when it ends by itself too soon."""
    end_orphans(os.getpid(), but=None)
    status, lived = state.muscle.celery.returncode, time.monotonic() - state.started
    log.warning("worker process died", status=status, lived=round(lived, 1))
    state.unburied[f"{state.name}/{state.muscle.celery.pid}"] = state.name
    state.pause = min(LONGEST_PAUSE, 1 + 2 * state.pause) if status >= 0 and lived < 2 * LONGEST_PAUSE else 0.0
    time.sleep(state.pause)
    state.muscle = start_muscle(state.name, slots=state.slots, app=state.app)
    state.started = state.heard = time.monotonic()


def _sweep(state: Supervisor) -> None:
    _carefully(state, lambda db: show_presence(db, state.name, state.slots))
    with_dead, with_due, deaf = _ask(state)
    if with_dead:
        _carefully(state, bury_the_dead)
    if with_due:
        _carefully(state, sweep)
    if not deaf:
        state.heard = time.monotonic()
    if time.monotonic() - state.heard > DEAF_SECONDS:
        log.warning("worker hears no bells and is started again")
        state.muscle.celery.kill()
        state.muscle.celery.wait()


def _ask(state: Supervisor) -> tuple[bool, bool, bool]:
    """Whether there is anybody to bury, anything to ring for, and work lying about that ours does not take up."""
    try:
        with state.db.reading() as db:
            return has_dead(db), needs_sweep(db), is_deaf(db, state.name)
    except SQLAlchemyError as failure:
        log.warning("database away", failure=type(failure).__name__)
        return False, False, False


def _is_busy(state: Supervisor) -> bool:
    try:
        with state.db.reading() as db:
            return is_busy(db, state.name)
    except SQLAlchemyError:
        return False


def _carefully(state: Supervisor, change: Callable[[Session], list[int] | None]) -> bool:
    """Whether the database took the change; jobs that it gave back are rung for."""
    try:
        with state.db.transaction() as db:
            to_ring = change(db)
    except SQLAlchemyError as failure:
        log.warning("database away", failure=type(failure).__name__)
        return False
    ring(to_ring or [])
    return True

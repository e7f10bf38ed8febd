"""Keeping a worker alive: what ``courtready work`` runs. It owns its process, and every child of it."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from hearings.clocks.sweeping import ask_for_sweeps, offices_due
from infra.clock import now
from infra.db import Database, database
from infra.doorbell import ring
from infra.jobs.lease import is_busy, release_worker
from infra.jobs.machine import this_process
from infra.jobs.presence import bury, bury_the_dead, has_dead, leave, show_presence
from infra.jobs.sweep import is_deaf, needs_sweep, sweep
from infra.kinship import adopt_orphans
from worker.muscle import Muscle, clean_up_after, clean_up_after_the_dead, end_orphans, start_muscle

WATCH_SECONDS = 0.05
LOOK_SECONDS = 0.2
SWEEP_SECONDS = 2.0
CLOCK_SECONDS = 20.0
DEAF_SECONDS = 30.0
GRACE_SECONDS = 20.0
YOUNG_SECONDS = 20.0
MOST_FALSE_STARTS = 3

Change = Callable[[Session], list[int] | None]

log = structlog.get_logger()


@dataclass
class Supervisor:
    """What the loop remembers from one look to the next. ``owed`` are changes that the database has not taken yet."""

    db: Database
    name: str
    slots: int
    app: str
    muscle: Muscle
    owed: deque[Change] = field(default_factory=deque)
    heard: float = field(default_factory=time.monotonic)
    swept: float = 0.0
    clocks: float = field(default_factory=time.monotonic)
    false_starts: int = 0


def supervise(*, slots: int = 2, app: str = "worker.app") -> None:
    """Do jobs until SIGTERM or SIGINT; whatever dies of it is started again and its jobs are given back at once."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    adopt_orphans()
    clean_up_after_the_dead()
    name = str(this_process())
    state = Supervisor(database(), name, slots, app, start_muscle(name, slots=slots, app=app))
    threading.Thread(target=_watch_hands, args=(state,), daemon=True).start()
    while not stop.wait(LOOK_SECONDS):
        _look(state)
    state.muscle.retire()
    while not _is_done_with(state):
        time.sleep(LOOK_SECONDS)
    state.muscle.end()
    end_orphans(os.getpid(), but=None)
    _carefully(state, partial(leave, name=name))
    clean_up_after(name)


def _look(state: Supervisor) -> None:
    if state.muscle.was_killed or (state.muscle.ended and not state.muscle.retired_at):
        _note_death(state)
        _start_again(state)
    elif state.muscle.retired_at and _is_done_with(state):
        state.muscle.end()
        _start_again(state)
    end_orphans(os.getpid(), but=state.muscle.celery.pid)
    while state.owed and _carefully(state, state.owed[0]):
        state.owed.popleft()
    if time.monotonic() - state.swept >= SWEEP_SECONDS:
        state.swept = time.monotonic()
        _sweep(state)


def _watch_hands(state: Supervisor) -> None:
    """In a thread of its own, so that no slow database hides the death of a process that comes and goes.

    A process that is killed while it waits for work may take with it a lock that its brothers wait for: Celery is
    retired then, which lets the others finish what they have in hand.
    """
    while True:
        muscle = state.muscle
        for hand in muscle.lost_hands():
            if muscle.retired_at:
                state.owed.append(partial(release_worker, worker=f"{state.name}/{hand}"))
            elif not muscle.ended:
                log.warning("worker process died", hand=hand)
                state.owed.append(partial(bury, dead=f"{state.name}/{hand}"))
                muscle.retire()
        time.sleep(WATCH_SECONDS)


def _is_done_with(state: Supervisor) -> bool:
    """Whether a retired Celery holds nothing that is worth waiting for."""
    if state.muscle.ended or time.monotonic() - state.muscle.retired_at > GRACE_SECONDS:
        return True
    try:
        with state.db.reading() as db:
            return not is_busy(db, state.name)
    except SQLAlchemyError:
        return False


def _note_death(state: Supervisor) -> None:
    """A kill is answered at once; Celery that ends by itself as soon as it is started is given up."""
    end_orphans(os.getpid(), but=None)
    status, lived = state.muscle.celery.returncode, state.muscle.age
    log.warning("worker process died", status=status, lived=round(lived, 1))
    state.owed.append(partial(bury, dead=f"{state.name}/{state.muscle.celery.pid}", holding=state.name))
    state.false_starts = state.false_starts + 1 if status >= 0 and lived < YOUNG_SECONDS else 0
    if state.false_starts >= MOST_FALSE_STARTS:
        raise SystemExit("The worker ends as soon as it is started; the lines above say why.")
    time.sleep(state.false_starts)


def _start_again(state: Supervisor) -> None:
    end_orphans(os.getpid(), but=None)
    state.owed.append(partial(release_worker, worker=state.name))
    while state.owed and _carefully(state, state.owed[0]):
        state.owed.popleft()
    state.muscle = start_muscle(state.name, slots=state.slots, app=state.app)
    state.heard = time.monotonic()


def _sweep(state: Supervisor) -> None:
    _carefully(state, partial(show_presence, name=state.name, slots=state.slots))
    with_dead, with_due, deaf = _ask(state)
    if time.monotonic() - state.clocks >= CLOCK_SECONDS:
        state.clocks = time.monotonic()
        _sweep_clocks(state)
    if with_dead:
        _carefully(state, bury_the_dead)
    if with_due:
        _carefully(state, sweep)
    if not deaf:
        state.heard = time.monotonic()
    if time.monotonic() - state.heard > DEAF_SECONDS and not state.muscle.retired_at:
        log.warning("worker hears no bells and is started again")
        state.muscle.retire()


def _sweep_clocks(state: Supervisor) -> None:
    """Ask for a sweep of the clocks of every office that has something to do."""
    try:
        with state.db.reading() as db:
            due = offices_due(db, now())
    except SQLAlchemyError as failure:
        log.warning("database away", failure=type(failure).__name__)
        return
    if due:
        _carefully(state, partial(ask_for_sweeps, at=now()))


def _ask(state: Supervisor) -> tuple[bool, bool, bool]:
    """Whether there is anybody to bury, anything to ring for, and work lying about that ours does not take up."""
    try:
        with state.db.reading() as db:
            return has_dead(db), needs_sweep(db), is_deaf(db, state.name)
    except SQLAlchemyError as failure:
        log.warning("database away", failure=type(failure).__name__)
        return False, False, False


def _carefully(state: Supervisor, change: Change) -> bool:
    """Whether the database took the change; jobs that it gave back are rung for."""
    try:
        with state.db.transaction() as db:
            to_ring = change(db)
    except SQLAlchemyError as failure:
        log.warning("database away", failure=type(failure).__name__)
        return False
    ring(to_ring or [])
    return True

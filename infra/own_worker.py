"""A worker of one's own for as long as a command needs one and nobody else runs any."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

import structlog
from sqlalchemy.exc import SQLAlchemyError

from infra.clock import now
from infra.config import config
from infra.db import Database, database
from infra.doorbell import ring
from infra.jobs.machine import process
from infra.jobs.presence import bury_the_dead, deaths_since, has_dead, living, show_presence
from kernel.refusals import Unavailable

KEEPER = "COURTREADY_KEEPER"
"""How a worker learns whose it is."""

SLOTS = 2
LOOK_SECONDS = 0.25
GRACE_SECONDS = 30.0
MOST_FALSE_STARTS = 2
LONGEST_PAUSE = 60.0
LARGEST_LOG = 10 * 1024 * 1024

log = structlog.get_logger()


@dataclass(eq=False)
class WorkerWillNotStart(Unavailable):
    log: Path

    def __str__(self) -> str:
        return f"The worker does not start; {self.log} says why."


@dataclass
class Watch:
    """What a command can ask about the workers while it waits."""

    db: Database
    since: datetime = field(default_factory=now)
    slots: int = SLOTS
    app: str = "worker.app"
    own: "subprocess.Popen[bytes] | None" = None
    false_starts: int = 0
    start_after: float = 0.0

    @property
    def deaths(self) -> int:
        """How many worker processes have died since the command began."""
        with self.db.reading() as db:
            return deaths_since(db, self.since)

    def check(self) -> None:
        """Raises WorkerWillNotStart when the own worker ends again and again by itself."""
        if self.false_starts >= MOST_FALSE_STARTS:
            raise WorkerWillNotStart(_log_file())


@contextmanager
def own_worker_if_none_is_alive(*, slots: int = SLOTS, app: str = "worker.app") -> Iterator[Watch]:
    """A living worker throughout the block: somebody else's while there is one, otherwise our own.

    Dead workers are buried within a second, their jobs given back, and ours is started again.
    """
    watch, ended = Watch(database(), slots=slots, app=app), threading.Event()
    keeper = threading.Thread(target=_keep, args=(watch, ended), daemon=True)
    keeper.start()
    try:
        yield watch
    finally:
        ended.set()
        keeper.join()


def become_worker(*, slots: int = SLOTS) -> None:
    """Turn this process into a worker; what ``courtready work`` does."""
    os.execv(sys.executable, [*_COMMAND, "--slots", str(slots)])  # noqa: S606  no shell is wanted


_COMMAND = (sys.executable, "-m", "worker")
_PROJECT = Path(__file__).parent.parent


def _keep(watch: Watch, ended: threading.Event) -> None:
    """Runs in one thread from start to end: the kernel ends a child together with the thread that began it."""
    while True:
        try:
            _look(watch)
        except SQLAlchemyError as failure:
            log.warning("database away", failure=type(failure).__name__)
        if ended.wait(LOOK_SECONDS):
            break
    if watch.own is not None:
        _stop(watch.own)


def _look(watch: Watch) -> None:
    if watch.own is not None and watch.own.poll() is not None:
        by_itself = watch.own.returncode > 0
        watch.false_starts = watch.false_starts + 1 if by_itself else 0
        watch.start_after = time.monotonic() + min(LONGEST_PAUSE, 5.0 * watch.false_starts)
        watch.own = None
    with watch.db.reading() as db:
        dead, alive = has_dead(db), bool(living(db))
    if dead:
        with watch.db.transaction() as db:
            given_back = bury_the_dead(db)
        ring(given_back)
    if watch.own is None and not (alive and not dead) and time.monotonic() >= watch.start_after:
        _start(watch)


def _start(watch: Watch) -> None:
    """Start our worker, and sign it on at once, so that its death is noticed even before it can speak for itself."""
    path = os.pathsep.join(filter(None, (str(_PROJECT), os.environ.get("PYTHONPATH"))))
    surroundings = os.environ | {KEEPER: str(os.getpid()), "PYTHONPATH": path}
    command = [*_COMMAND, "--slots", str(watch.slots), "--app", watch.app]
    with _log() as output:
        watch.own = subprocess.Popen(
            command, env=surroundings, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
    name = str(process(watch.own.pid))
    with watch.db.transaction() as db:
        show_presence(db, name, 0)


def _stop(own: "subprocess.Popen[bytes]") -> None:
    own.terminate()
    try:
        own.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        own.kill()
        own.wait()


def _log_file() -> Path:
    return config().folder("log") / "worker.log"


def _log() -> IO[bytes]:
    """The worker's log, begun anew when it has grown large; one older log is kept."""
    file = _log_file()
    if file.exists() and file.stat().st_size > LARGEST_LOG:
        file.rename(file.with_suffix(".old.log"))
    return open(file, "ab")

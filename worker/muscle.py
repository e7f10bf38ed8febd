"""The Celery process that does the work, and everything that belongs to it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from infra.config import config
from infra.jobs.machine import children, children_and_remains, named

SUPERVISOR = "COURTREADY_SUPERVISOR"
"""How a Celery process learns whose child it is."""

_PROJECT = Path(__file__).parent.parent


@dataclass
class Muscle:
    """One running Celery worker with its prefork processes."""

    celery: "subprocess.Popen[bytes]"
    hands: frozenset[int] = field(default_factory=frozenset)
    started_at: float = field(default_factory=time.monotonic)
    retired_at: float = 0.0

    @property
    def ended(self) -> bool:
        return self.celery.poll() is not None

    @property
    def was_killed(self) -> bool:
        """Whether somebody else ended it, however it was meant to end."""
        return self.celery.poll() == -signal.SIGKILL

    @property
    def age(self) -> float:
        return time.monotonic() - self.started_at

    def lost_hands(self) -> frozenset[int]:
        """Prefork processes that were there when last asked and have died since."""
        before, self.hands = self.hands, children(self.celery.pid)
        return before - self.hands

    def retire(self) -> None:
        """Have it finish what it has in hand and take up nothing more."""
        self.retired_at = time.monotonic()
        self.celery.terminate()

    def end(self) -> None:
        """End it now."""
        self.celery.kill()
        self.celery.wait()


def start_muscle(supervisor: str, *, slots: int, app: str) -> Muscle:
    """A Celery worker whose temporary files lie in the data folder, where the embedded broker may move them."""
    folder = _own_folder(supervisor)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    path = os.pathsep.join(filter(None, (str(_PROJECT), os.environ.get("PYTHONPATH"))))
    command = [
        sys.executable, "-m", "celery", "-q", "-A", app, "worker", "-P", "prefork", "-c", str(slots), "-l", "WARNING",
        "--without-gossip", "--without-mingle", "--without-heartbeat",
    ]  # fmt: skip
    surroundings = os.environ | {SUPERVISOR: supervisor, "TMPDIR": str(folder), "PYTHONPATH": path}
    return Muscle(subprocess.Popen(command, env=surroundings, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno()))


def end_orphans(of: int, *, but: int | None) -> None:
    """Kill and bury every child except one: what a dead Celery process or a dead hand left behind, down to the last."""
    while orphans := children_and_remains(of) - {but}:
        for orphan in orphans:
            try:
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)  # its own children are ours now
            except (ProcessLookupError, ChildProcessError):
                continue


def clean_up_after(supervisor: str) -> None:
    """Remove the temporary files of a worker."""
    shutil.rmtree(_own_folder(supervisor), ignore_errors=True)


def clean_up_after_the_dead() -> None:
    """Remove the temporary files of every worker of this machine that is gone."""
    for folder in config().folder("tmp").iterdir():
        process = named(folder.name)
        if process.here and not process.lives:
            shutil.rmtree(folder, ignore_errors=True)


def _own_folder(supervisor: str) -> Path:
    return config().folder("tmp") / supervisor

"""Names of worker processes that tell, on the same machine, whether the process still lives."""

import hashlib
import os
import socket
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Process:
    """One process of one machine; its start time tells it from a later one with the same number."""

    machine: str
    pid: int
    started: int

    def __str__(self) -> str:
        return f"{self.machine}:{self.pid}:{self.started}"

    @property
    def here(self) -> bool:
        """Whether it is, or was, a process of this machine."""
        return self.machine == this_machine()

    @property
    def lives(self) -> bool:
        """Whether it is running now; ask only about a process of this machine."""
        return _start_time(self.pid) == self.started


def this_process() -> Process:
    """The process that asks."""
    return process(os.getpid())


def process(pid: int) -> Process:
    """A running process of this machine by its number."""
    return Process(this_machine(), pid, _start_time(pid))


def named(name: str) -> Process:
    """The process that printed this name."""
    machine, pid, started = name.rsplit(":", 2)
    return Process(machine, int(pid), int(started))


@lru_cache(maxsize=1)
def this_machine() -> str:
    """Host name with a mark of this start of the machine and container; process numbers mean nothing elsewhere."""
    start = Path("/proc/sys/kernel/random/boot_id").read_text() + os.readlink("/proc/self/ns/pid")
    return f"{socket.gethostname()}-{hashlib.sha256(start.encode()).hexdigest()[:8]}"


def children(pid: int) -> frozenset[int]:
    """The living children of a process."""
    return frozenset(child for child in children_and_remains(pid) if _start_time(child))


def children_and_remains(pid: int) -> frozenset[int]:
    """The children of a process, whichever of its threads began them, with the dead whom it has not yet waited for."""
    found: set[int] = set()
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found.update(int(word) for word in thread.read_text().split())
        except (FileNotFoundError, ProcessLookupError):
            continue
    return frozenset(found)


def _start_time(pid: int) -> int:
    """In clock ticks since the machine started; 0 when there is no such process, or only its unburied remains."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return 0 if words[0] in "ZX" else int(words[19])

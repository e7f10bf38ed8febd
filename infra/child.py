"""Running a program that may misbehave: limits, no network, and nothing of it left behind."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kernel.refusals import Refused, Unavailable

MEBIBYTE = 1024 * 1024
SURROUNDINGS = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: seconds on the wall and of processor, memory and one file in MiB, open files."""

    seconds: float = 60
    cpu_seconds: int = 60
    memory: int = 1024
    file: int = 256
    open_files: int = 256


@dataclass(frozen=True, slots=True)
class Finished:
    """How a child ended by itself: its exit status and what it printed."""

    status: int
    out: bytes
    err: bytes


@dataclass(eq=False)
class ChildStopped(Refused):
    """The program was stopped, or died, at one of its limits."""

    program: str
    why: str

    def __str__(self) -> str:
        return f"The program {self.program} {self.why}."


@dataclass(eq=False)
class NoSuchProgram(Unavailable):
    program: str

    def __str__(self) -> str:
        return f"The program {self.program} is not installed."


def run(
    argv: Sequence[str],
    *,
    stdin: bytes = b"",
    limits: Limits | None = None,
    inside: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Finished:
    """What the program printed and its exit status.

    It runs in an own process group and, where the kernel allows, without network; its home and TMPDIR is a folder
    that is removed afterwards. ``inside`` is where it works when it must leave files behind. Raises NoSuchProgram,
    or ChildStopped when a limit or a signal ended it; nothing of it is left running either way.
    """
    limits = limits or Limits()
    name = Path(argv[0]).name
    if shutil.which(argv[0]) is None:
        raise NoSuchProgram(name)
    home = Path(tempfile.mkdtemp(prefix="child-"))
    try:
        command = fenced(["setpriv", "--pdeathsig", "KILL", "--", *argv], limits)
        status, in_time = _to_the_end(command, stdin, home, inside or home, env or {}, limits.seconds)
        if not in_time:
            raise ChildStopped(name, f"was stopped after {limits.seconds:g} seconds")
        if status < 0:
            raise ChildStopped(name, cause(-status))
        return Finished(status, _head(home / "out", limits), _head(home / "err", limits))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fenced(argv: Sequence[str], limits: Limits) -> list[str]:
    """The command behind its limits, except for the wall clock, which is the caller's.

    Each program here becomes the next one, so the process number stays.
    """
    return [
        *_without_network(),
        "prlimit", f"--as={limits.memory * MEBIBYTE}", f"--cpu={limits.cpu_seconds}:{limits.cpu_seconds + 5}",
        f"--fsize={limits.file * MEBIBYTE}", f"--nofile={limits.open_files}", "--core=0", "--",
        *argv,
    ]  # fmt: skip


def cause(number: int) -> str:
    """How a program ended that ended by this signal, to follow its name."""
    words = {
        signal.SIGXCPU: "was stopped: it used too much processor time",
        signal.SIGXFSZ: "was stopped: it wrote too large a file",
        signal.SIGKILL: "was killed",
        signal.SIGSEGV: "crashed",
        signal.SIGABRT: "crashed",
    }
    return words.get(signal.Signals(number), f"ended by signal {number}")


def _to_the_end(
    argv: Sequence[str], stdin: bytes, home: Path, inside: Path, env: Mapping[str, str], seconds: float
) -> tuple[int, bool]:
    """Exit status (negative for a signal) and whether it ended in time. Streams are files: no pipe can fill."""
    (home / "in").write_bytes(stdin)
    surroundings = SURROUNDINGS | {"HOME": str(home), "TMPDIR": str(home)} | dict(env)
    with open(home / "in", "rb") as given, open(home / "out", "wb") as out, open(home / "err", "wb") as err:
        child = subprocess.Popen(
            argv, stdin=given, stdout=out, stderr=err, cwd=inside, env=surroundings, start_new_session=True
        )
    try:
        in_time = _wait(child.pid, seconds)
    finally:
        _kill_group(child.pid)  # before it is reaped, so that the number cannot belong to anybody else
        status = child.wait()
    return status, in_time


def _wait(pid: int, seconds: float) -> bool:
    """Whether the child ended within so many seconds; it is not reaped."""
    handle = os.pidfd_open(pid)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if poll.poll(left * 1000):
                return True
        return False
    finally:
        os.close(handle)


def _kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


@lru_cache(maxsize=1)
def _without_network() -> tuple[str, ...]:
    for way in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        tried = subprocess.run([*way, "true"], check=False, capture_output=True)
        if tried.returncode == 0:
            return (*way, "--")
    return ()


def _head(file: Path, limits: Limits) -> bytes:
    with open(file, "rb") as printed:
        return printed.read(limits.file * MEBIBYTE)

"""One LibreOffice that stays for many papers: our side of ``infra.office_driver``."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.child import SURROUNDINGS, Limits, cause, fenced
from infra.libreoffice import OPTIONS, allocator, python_with_uno, soffice
from infra.office_profile import write_profile
from kernel.refusals import Refused

DRIVER = Path(__file__).with_name("office_driver.py")
START_SECONDS = 60.0
END_SECONDS = 5.0
MOST_PAPERS = 500
MOST_MEMORY = 400
LEAST_ROOM = 8 * 1024 * 1024
LIMITS = Limits(cpu_seconds=4 * 3600, memory=4096, file=512)


@dataclass(eq=False)
class OfficeFailed(Refused):
    """LibreOffice made no PDF of this paper; the words are its own where it had any."""

    why: str

    def __str__(self) -> str:
        return self.why


class Office:
    """A LibreOffice process with its driver, its profile and its folder. For one thread at a time.

    It ends when it is closed, and also when its owner is killed. Raises OfficeFailed when it does not start.
    """

    def __init__(self, driver: Path = DRIVER, *, options: Mapping[str, bool | int] = OPTIONS) -> None:
        self.papers = self.memory = 0
        self._heard = b""
        with _failures_in_words(), ExitStack() as undo:
            self._folder = Path(tempfile.mkdtemp(prefix="office-"))
            undo.callback(shutil.rmtree, self._folder, ignore_errors=True)
            write_profile(self._folder / "profile")
            self._line, theirs = socket.socketpair()
            with theirs:
                self._driver = _started(driver, self._folder, options, theirs.fileno())
            undo.callback(self.close)
            self._answer(START_SECONDS)
            undo.pop_all()

    @property
    def is_spent(self) -> bool:
        """Whether another one should take its place: it has ended, or has served long, or has grown."""
        ended = self._driver.poll() is not None
        return ended or self.papers >= MOST_PAPERS or self.memory >= MOST_MEMORY

    def convert(self, word: bytes, seconds: float) -> bytes:
        """What LibreOffice wrote. Raises OfficeFailed; after that this one is of no further use."""
        with _failures_in_words():
            return self._converted(word, seconds)

    def close(self) -> None:
        """End it and whatever belongs to it."""
        self._line.close()
        try:
            self._driver.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._driver.pid, signal.SIGKILL)
            self._driver.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _converted(self, word: bytes, seconds: float) -> bytes:
        paper, made = self._folder / "paper.docx", self._folder / "paper.pdf"
        paper.write_bytes(word)
        self._ask({"word": paper.name, "pdf": made.name})
        answer = self._answer(seconds)
        self.papers, self.memory = self.papers + 1, answer["memory"]
        if not answer["done"]:
            raise OfficeFailed("LibreOffice said that the file could not be loaded.")
        if not made.is_file():
            raise OfficeFailed("LibreOffice said that it was done, but made no file.")
        written = made.read_bytes()
        made.unlink()
        return written

    def _ask(self, request: dict[str, str]) -> None:
        try:
            self._line.sendall(json.dumps(request).encode() + b"\n")
        except OSError as gone:
            raise OfficeFailed("LibreOffice had ended.") from gone

    def _answer(self, seconds: float) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._next_line(seconds))
        if "died" in answer:
            raise OfficeFailed(f"LibreOffice {_end(answer['died'])}.")
        if "failed" in answer:
            said = f" It printed: {answer['said']}." if answer["said"] else ""
            raise OfficeFailed(f"LibreOffice said: {answer['failed'].rstrip('.')}.{said}")
        return answer

    def _next_line(self, seconds: float) -> bytes:
        """What the driver says next, within so many seconds."""
        until = time.monotonic() + seconds
        while b"\n" not in self._heard:
            self._line.settimeout(max(0.001, until - time.monotonic()))
            try:
                told = self._line.recv(65536)
            except TimeoutError:
                raise OfficeFailed(f"LibreOffice was stopped after {seconds:g} seconds.") from None
            except ConnectionError:
                told = b""
            if not told:
                raise OfficeFailed(f"The driver of LibreOffice {self._last_words()}.")
            self._heard += told
        line, _, self._heard = self._heard.partition(b"\n")
        return line

    def _last_words(self) -> str:
        how = _end(self._driver.wait(END_SECONDS))
        printed = self._folder / "driver"
        said = printed.read_text(errors="replace").strip().splitlines() if printed.is_file() else []
        return f"{how} and said: {said[-1]}" if said else how


@contextmanager
def _failures_in_words() -> Iterator[None]:
    """LibreOffice does not say that the disk is full: it says that it cannot load a file, or nothing at all."""
    try:
        yield
    except (OfficeFailed, OSError) as failure:
        words = str(failure) if isinstance(failure, OfficeFailed) else f"{failure.strerror}."
        full = shutil.disk_usage(tempfile.gettempdir()).free < LEAST_ROOM
        raise OfficeFailed(f"The disk is full. {words}" if full else words) from failure


def _started(driver: Path, folder: Path, options: Mapping[str, bool | int], line: int) -> "subprocess.Popen[bytes]":
    command = [str(python_with_uno()), str(driver), str(folder), soffice(), json.dumps(dict(options)), allocator()]
    surroundings = SURROUNDINGS | {"HOME": str(folder), "TMPDIR": str(folder)}
    with open(folder / "driver", "wb") as err:
        return subprocess.Popen(
            fenced(command, LIMITS), stdin=line, stdout=line, stderr=err, cwd=folder, env=surroundings,
            start_new_session=True,
        )  # fmt: skip


def _end(status: int) -> str:
    """How a process ended, to follow its name."""
    return cause(-status) if status < 0 else f"ended by itself with status {status}"

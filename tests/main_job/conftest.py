"""A whole court session, prepared by the command while its workers are killed ten times; many tests look at it."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infra.jobs.machine import children
from tests.cli.courtready import COMMAND, courtready, surroundings
from tests.county import OFFICE, SAMPLE

SESSION = 2
AS_OF = ("--as-of", "2026-11-20")
KILLS = 10
PARTS = ("supervisor", "Celery", "prefork process")


@dataclass(frozen=True)
class Prepared:
    """What ``courtready prepare`` told about the session, and where everything is."""

    data: Path
    told: dict[str, Any]
    err: str
    killed: tuple[str, ...]

    @property
    def hearings(self) -> dict[str, dict[str, Any]]:
        """The prepared hearings by case number."""
        return {one["case_no"]: one for one in self.told["hearings"]}

    @property
    def documents(self) -> list[tuple[str, dict[str, Any]]]:
        """Every paper with its case number."""
        return [(case_no, paper) for case_no, one in self.hearings.items() for paper in one["documents"]]

    def rows(self, query: str) -> list[Any]:
        """Rows of the database of the session."""
        with sqlite3.connect(f"file:{self.data / 'courtready.db'}?mode=ro", uri=True, timeout=30) as db:
            return db.execute(query).fetchall()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The sample county's second session: 20 hearings, prepared once although ten processes were killed meanwhile."""
    data = tmp_path_factory.mktemp("session") / "data"
    courtready(data, "import", SAMPLE, "--mapping", "nc-acts", "--office", OFFICE, "--json").json  # noqa: B018
    command = [COMMAND, "prepare", "--session", str(SESSION), *AS_OF, "--json"]
    with subprocess.Popen(
        command, env=surroundings(data), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=data.parent
    ) as running:
        killed = tuple(_kill_ten(running, data))
        out, err = running.communicate(timeout=600)
    assert running.returncode == 0, err
    return Prepared(data, json.loads(out), err, killed)


@pytest.fixture(scope="session")
def bound(prepared: Prepared) -> tuple[Path, dict[str, Any]]:
    """The binder of the session, and what ``courtready binder`` told about it."""
    file = prepared.data.parent / "binder.pdf"
    packets = prepared.data.parent / "packets"
    words = ("binder", "--session", str(SESSION), "--out", file, "--packets", packets, *AS_OF, "--json")
    return file, courtready(prepared.data, *words).json


def _kill_ten(running: "subprocess.Popen[str]", data: Path) -> Iterator[str]:
    """Kill a supervisor, a Celery process or a prefork process, at random, each time while papers are being made.

    Celery ends by itself after one of its processes was killed, and they with it: those are not killed once more.
    """
    chance, ending, until = random.Random(5), set[int](), time.monotonic() + 400
    moments = sorted(chance.randrange(30) for _ in range(KILLS))  # how many papers are done by then
    for done, depth in zip(moments, chance.sample(range(4 * len(PARTS)), KILLS), strict=True):
        while (found := _victim(running.pid, data, done, depth % len(PARTS) + 1, ending)) is None:
            assert running.poll() is None, "the command ended before ten processes were killed"
            assert time.monotonic() < until
            time.sleep(chance.random() / 2)
        deaths = _count(data, "worker_death")
        os.kill(found[-1], signal.SIGKILL)
        ending |= {found[1]} if len(found) == len(PARTS) else set()
        yield PARTS[len(found) - 1]
        while _count(data, "worker_death") == deaths and time.monotonic() < until:
            time.sleep(0.1)


def _victim(pid: int, data: Path, done: int, depth: int, ending: set[int]) -> tuple[int, ...] | None:
    """A process so deep below the command while papers are in hand and so many are done; by its line of descent."""
    if _count(data, "job WHERE state = 'done'") < done or not _count(data, "job WHERE state = 'running'"):
        return None
    lines = [line for line in _lines(pid) if len(line) < len(PARTS) or line[1] not in ending]
    return next((line for line in lines if len(line) == depth), None)


def _lines(pid: int) -> list[tuple[int, ...]]:
    """Every process of the worker as a line of descent: supervisor, Celery, prefork process."""
    found = [(child, *rest) for child in _workers(pid) for rest in ((), *_lines(child))]
    return [line for line in found if len(line) <= len(PARTS)]


def _workers(pid: int) -> list[int]:
    """The children that belong to the worker, and not to a converter that it started."""
    return sorted(child for child in children(pid) if {b"worker", b"celery"} & _command(child))


def _command(pid: int) -> set[bytes]:
    try:
        return set(Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"))
    except (FileNotFoundError, ProcessLookupError):
        return set()


def _count(data: Path, rows: str) -> int:
    with sqlite3.connect(f"file:{data / 'courtready.db'}?mode=ro", uri=True, timeout=30) as db:
        (count,) = db.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(count)

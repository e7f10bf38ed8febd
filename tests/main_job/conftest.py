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
    """Kill a supervisor, a Celery process or a prefork process, at random, each time while papers are being made."""
    chance, kills = random.Random(5), 0
    until = time.monotonic() + 400
    while kills < KILLS and running.poll() is None and time.monotonic() < until:
        time.sleep(0.4 + chance.random())
        if not _count(data, "job WHERE state = 'running'"):
            continue
        depth, deaths = chance.randrange(len(PARTS)), _count(data, "worker_death")
        victims = _below(running.pid, depth)
        if victims:
            os.kill(chance.choice(victims), signal.SIGKILL)
            kills += 1
            yield PARTS[depth]
            while _count(data, "worker_death") == deaths and running.poll() is None and time.monotonic() < until:
                time.sleep(0.1)


def _below(pid: int, depth: int) -> list[int]:
    """The worker's processes: 0 its supervisor, 1 Celery, 2 the prefork processes."""
    found = sorted(children(pid))
    for _ in range(depth):
        found = sorted(child for parent in found for child in children(parent))
    return found


def _count(data: Path, rows: str) -> int:
    with sqlite3.connect(f"file:{data / 'courtready.db'}?mode=ro", uri=True, timeout=30) as db:
        (count,) = db.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(count)

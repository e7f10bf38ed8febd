"""A worker, or any process of it, may be killed at any moment."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, text

from infra.config import config
from infra.db import Base, Database, database
from infra.jobs import Job, JobState, enqueue
from infra.jobs.machine import children, process
from infra.jobs.presence import living
from infra.own_worker import Watch, WorkerWillNotStart, own_worker_if_none_is_alive
from tests import servers
from tests.worker.example import LEDGER

APP = "tests.worker.example"
PLACES = {
    "embedded": (None, None),
    "PostgreSQL and RabbitMQ": ("postgresql_url", "rabbitmq_url"),
    "SQLite and Redis": (None, "redis_url"),
}


@pytest.fixture(params=PLACES)
def office(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database and a broker of each kind that we promise."""
    for name, fixture in zip(("DATABASE", "BROKER"), PLACES[request.param], strict=True):
        if fixture:
            monkeypatch.setenv(f"COURTREADY_{name}_URL", request.getfixturevalue(fixture))
    with _opened() as opened:
        yield opened


@pytest.fixture
def embedded(data: Path) -> Iterator[Database]:
    with _opened() as opened:
        yield opened


@contextmanager
def _opened() -> Iterator[Database]:
    opened = database()
    Base.metadata.create_all(opened.writer)
    with opened.transaction() as session:
        session.execute(text(LEDGER))
    yield opened
    opened.close()


def _ask(db: Database, count: int, kind: str = "example.slow", seconds: float = 0.3) -> None:
    with db.transaction() as session:
        for number in range(count):
            args = {"name": f"paper {number}", "seconds": seconds}
            enqueue(session, kind, args, office_id=1, key=f"{kind} {number}")


def _standing(db: Database) -> dict[str, int]:
    with db.reading() as session:
        return dict(session.execute(select(Job.state, func.count()).group_by(Job.state)).all())  # type: ignore[arg-type]


def _all_done(db: Database) -> bool:
    return set(_standing(db)) == {JobState.DONE}


def _effects(db: Database) -> list[str]:
    with db.reading() as session:
        return sorted(session.scalars(text("SELECT key FROM effect")))


def _wait(true: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def _lines(pid: int) -> list[tuple[int, ...]]:
    """Every living process below this one, as a line of descent."""
    return [line for child in children(pid) for line in ((child,), *((child, *rest) for rest in _lines(child)))]


def _of_depth(watch: Watch, depth: int) -> int | None:
    """A process of the worker: 0 its supervisor, 1 Celery, 2 a prefork process that does the work."""
    if watch.own is None or watch.own.poll() is not None:
        return None
    if depth == 0:
        return watch.own.pid
    return next((line[-1] for line in _lines(watch.own.pid) if len(line) == depth), None)


def _gone(pids: set[int]) -> bool:
    return not any(process(pid).lives and process(pid).started for pid in pids)


def test_kills_lose_no_job_and_do_none_twice(office: Database) -> None:
    most = 4 if config().broker_url else 10
    _ask(office, 2 * most + 10)
    kills = 0
    with own_worker_if_none_is_alive(app=APP) as watch:
        _wait(lambda: _standing(office).get(JobState.RUNNING, 0) > 0)
        while kills < most:
            victim = _of_depth(watch, depth=(2, 1, 2, 0)[kills % 4])
            if victim is not None:
                os.kill(victim, signal.SIGKILL)
                kills += 1
            time.sleep(0.9)
        _wait(lambda: _all_done(office))
    assert _effects(office) == sorted(f"paper {number}" for number in range(2 * most + 10))
    with office.reading() as session:
        assert session.scalars(select(Job.attempts).where(Job.attempts > 0)).all() == []


def test_each_kill_is_counted_once(embedded: Database) -> None:
    with own_worker_if_none_is_alive(app=APP) as watch:
        for number, depth in enumerate((2, 1, 0)):
            _ask(embedded, 2 * number + 2, seconds=0)
            _wait(lambda: _all_done(embedded))
            victim = _of_depth(watch, depth)
            assert victim is not None
            os.kill(victim, signal.SIGKILL)
            _wait(lambda expected=number + 1: watch.deaths == expected)  # type: ignore[misc]


def test_what_a_killed_process_had_in_hand_is_done_before_its_lease_would_have_ended(embedded: Database) -> None:
    _ask(embedded, 2, seconds=2)
    with own_worker_if_none_is_alive(app=APP) as watch:
        _wait(lambda: _standing(embedded).get(JobState.RUNNING) == 2)
        hand = _of_depth(watch, depth=2)
        assert hand is not None
        os.kill(hand, signal.SIGKILL)
        _wait(lambda: _all_done(embedded), seconds=12)
        assert watch.deaths == 1
    assert _effects(embedded) == ["paper 0", "paper 1"]


def test_papers_whose_conversion_was_killed_are_converted_once_and_whole(embedded: Database, data: Path) -> None:
    _ask(embedded, 4, "example.convert")
    with own_worker_if_none_is_alive(app=APP):
        for depth in (2, 1):
            converting = _line_to(b"soffice.bin")
            os.kill(converting[depth], signal.SIGKILL)
            _wait(lambda below=set(converting[depth:]): _gone(below), seconds=5)  # type: ignore[misc]
        _wait(lambda: _all_done(embedded))
    kept = [file for file in (data / "blobs").rglob("*") if file.is_file()]
    assert len(set(_effects(embedded))) == len(_effects(embedded)) == len(kept) == 4
    assert all(file.read_bytes().startswith(b"%PDF-") for file in kept)
    assert list((data / "tmp").iterdir()) == []


def _line_to(command: bytes) -> tuple[int, ...]:
    """A program that runs now, after the supervisor, Celery and the process to which it belongs.

    One whose process was killed hangs below the supervisor until it is ended; it is not meant.
    """
    found: list[tuple[int, ...]] = []

    def runs() -> bool:
        found.extend(line for line in _lines(os.getpid()) if len(line) > 3 and _runs(line[-1], command))
        return bool(found)

    _wait(runs)
    return found[0]


@pytest.mark.parametrize("depth", [0, 1, 2], ids=["supervisor", "Celery", "prefork process"])
def test_no_program_that_an_errand_started_outlives_its_worker(embedded: Database, depth: int) -> None:
    _ask(embedded, 1, "example.child")
    with own_worker_if_none_is_alive(app=APP):
        sleeping = _line_to(b"sleep\x00300")
        os.kill(sleeping[depth], signal.SIGKILL)
        _wait(lambda: _gone({sleeping[-1]}), seconds=5)
        with embedded.transaction() as session:
            session.execute(delete(Job))


def _runs(pid: int, command: bytes) -> bool:
    try:
        return command in Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_everything_killed_at_once_comes_back(embedded: Database) -> None:
    _ask(embedded, 6)
    with own_worker_if_none_is_alive(app=APP) as watch:
        _wait(lambda: _standing(embedded).get(JobState.RUNNING, 0) > 0)
        assert watch.own is not None
        for pid in (watch.own.pid, *(line[-1] for line in _lines(watch.own.pid))):
            os.kill(pid, signal.SIGKILL)
        _wait(lambda: _all_done(embedded))
        assert watch.deaths >= 1
    assert _effects(embedded) == [f"paper {number}" for number in range(6)]


def test_when_the_block_ends_so_does_every_process_of_the_worker(embedded: Database) -> None:
    _ask(embedded, 1, seconds=0)
    with own_worker_if_none_is_alive(app=APP) as watch:
        _wait(lambda: _all_done(embedded))
        assert watch.own is not None
        processes = {watch.own.pid, *(line[-1] for line in _lines(watch.own.pid))}
        assert len(processes) == 4
    assert _gone(processes)
    with embedded.reading() as session:
        assert living(session) == []


def test_a_worker_that_is_told_to_stop_finishes_what_it_has_in_hand(embedded: Database) -> None:
    _ask(embedded, 1, seconds=2)
    with _outside_worker() as outside:
        _wait(lambda: _standing(embedded).get(JobState.RUNNING) == 1)
        outside.terminate()
        assert outside.wait(15) == 0
    assert _standing(embedded) == {JobState.DONE: 1}


def test_somebody_elses_worker_is_used_while_it_lives_and_replaced_when_it_dies(embedded: Database) -> None:
    with _outside_worker() as outside:
        _wait(lambda: _is_served(embedded))
        with own_worker_if_none_is_alive(app=APP) as watch:
            _ask(embedded, 1, seconds=0)
            _wait(lambda: _all_done(embedded))
            assert watch.own is None
            outside.kill()
            outside.wait()
            _ask(embedded, 2, seconds=0)
            _wait(lambda: _all_done(embedded))
            assert watch.own is not None
            assert watch.deaths == 1


def test_a_job_whose_worker_froze_passes_on_and_the_thawed_one_writes_nothing(embedded: Database) -> None:
    _ask(embedded, 1, seconds=2)
    with own_worker_if_none_is_alive(app="tests.worker.hasty"):
        _wait(lambda: _standing(embedded).get(JobState.RUNNING) == 1)
        with embedded.reading() as session:
            worker = session.scalars(select(Job.worker)).one()
        assert worker is not None
        frozen = int(worker.rpartition("/")[2])
        os.kill(frozen, signal.SIGSTOP)
        _wait(lambda: _all_done(embedded))
        os.kill(frozen, signal.SIGCONT)
        time.sleep(2.5)
    assert _effects(embedded) == ["paper 0"]


def test_with_every_file_of_the_broker_deleted_all_jobs_are_done(embedded: Database, data: Path) -> None:
    _ask(embedded, 5, seconds=0)
    for bell in (data / "bells").iterdir():
        bell.unlink()
    with own_worker_if_none_is_alive(app=APP):
        _wait(lambda: _all_done(embedded), seconds=30)


def test_a_broker_that_goes_away_and_comes_back_empty_loses_no_job(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = servers.free_port()
    monkeypatch.setenv("COURTREADY_BROKER_URL", f"redis://127.0.0.1:{port}/0")
    with _opened() as db, own_worker_if_none_is_alive(app=APP) as watch:
        with servers.redis(tmp_path, port):
            _ask(db, 2, seconds=0)
            _wait(lambda: _all_done(db))
        _ask(db, 6, seconds=0)
        with servers.redis(tmp_path, port):
            _wait(lambda: _all_done(db))
        assert watch.deaths == 0
    with _opened() as db:
        assert _effects(db) == [f"paper {number}" for number in range(6)]


def test_failures_reach_the_job_row_from_a_real_worker(embedded: Database, data: Path) -> None:
    for kind in ("example.refused", "example.away", "example.broken"):
        _ask(embedded, 1, kind)
    with own_worker_if_none_is_alive(app=APP):
        _wait(lambda: all(_errors(embedded).values()), seconds=20)
    assert _errors(embedded) == {
        "example.refused": "The order has no docket number.",
        "example.away": "The converter does not answer.",
        "example.broken": "A defect in the program: ValueError.",
    }
    log = (data / "log" / "worker.log").read_text()
    assert "ValueError" in log
    assert "123-45-6789" not in log


def _errors(db: Database) -> dict[str, str | None]:
    with db.reading() as session:
        return dict(session.execute(select(Job.kind, Job.error)).all())  # type: ignore[arg-type]


def test_a_worker_that_cannot_start_is_given_up_with_the_place_of_its_log(embedded: Database) -> None:
    def given_up() -> bool:
        try:
            watch.check()
        except WorkerWillNotStart as why:
            return str(why).endswith("worker.log says why.")
        return False

    with own_worker_if_none_is_alive(app="tests.worker.nothing_here") as watch:
        _wait(given_up)


@contextmanager
def _outside_worker() -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "worker", "--app", APP]
    outside = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield outside
    finally:
        outside.kill()
        outside.wait()


def _is_served(db: Database) -> bool:
    with db.reading() as session:
        return bool(living(session))

"""The bell is best effort: no broker, however broken, stops or delays what was asked for."""

import socket
import time
from pathlib import Path

import pytest

from infra.db import Database
from infra.doorbell import _Quiet, celery_app, ring
from infra.jobs import Job, enqueue
from tests.servers import free_port


@pytest.fixture(autouse=True)
def _not_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Quiet, "until", 0.0)


def _ask(db: Database, key: str) -> int:
    with db.transaction() as session:
        return enqueue(session, "render", {}, office_id=1, key=key).id


def _kept(db: Database, job_id: int) -> bool:
    with db.reading() as session:
        return session.get(Job, job_id) is not None


@pytest.mark.parametrize("scheme", ["amqp", "redis"])
def test_a_broker_that_is_down_takes_nothing_from_what_was_asked_for(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("COURTREADY_BROKER_URL", f"{scheme}://127.0.0.1:{free_port()}//")
    began = time.monotonic()
    jobs = [_ask(sqlite, str(number)) for number in range(20)]
    assert time.monotonic() - began < 5
    assert all(_kept(sqlite, job_id) for job_id in jobs)


@pytest.mark.parametrize("scheme", ["amqp", "redis"])
def test_a_broker_that_accepts_and_never_answers_costs_seconds_once(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("COURTREADY_BROKER_URL", f"{scheme}://127.0.0.1:{silent.getsockname()[1]}//")
        began = time.monotonic()
        jobs = [_ask(sqlite, str(number)) for number in range(20)]
        assert time.monotonic() - began < 10
    assert all(_kept(sqlite, job_id) for job_id in jobs)


def test_bells_rung_in_one_transaction_reach_the_folder_after_its_commit(sqlite: Database, data: Path) -> None:
    with sqlite.transaction() as session:
        for number in range(3):
            enqueue(session, "render", {}, office_id=1, key=str(number))
        assert not (data / "bells").exists()
    assert len(list((data / "bells").glob("*.courtready.msg"))) == 3


def test_a_bell_is_heard_and_broken_files_in_the_folder_are_passed_over(data: Path) -> None:
    ring([1])
    (data / "bells" / "000000000000000_broken.courtready.msg").write_bytes(b"")
    heard = []
    with celery_app().connection_for_read() as connection, connection.channel() as channel:
        for _ in range(2):
            message = channel.basic_get("courtready", no_ack=True)
            heard.append(message.payload[0] if message else None)
    assert heard == [None, [1]]


def test_a_bells_folder_that_was_removed_comes_back(data: Path) -> None:
    ring([1])
    for file in (data / "bells").iterdir():
        file.unlink()
    (data / "bells").rmdir()
    assert ring([2])
    assert len(list((data / "bells").glob("*.courtready.msg"))) == 1

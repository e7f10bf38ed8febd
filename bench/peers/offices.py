"""Word to PDF as others do it: one start of soffice for each paper, and a warm unoserver from its own package."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.servers import free_port

Convert = Callable[[bytes], bytes]
SOFFICE = "soffice"
SYSTEM_PYTHON = "/usr/bin/python3"
START_SECONDS = 60


@contextmanager
def one_shot() -> Iterator[Convert]:
    """``soffice --convert-to pdf`` for each paper, with a profile that is warm."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [
            SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
            "--outdir", str(folder), str(folder / "paper.docx"),
        ]  # fmt: skip

        def convert(word: bytes) -> bytes:
            (folder / "paper.docx").write_bytes(word)
            subprocess.run(command, check=True, capture_output=True)
            return (folder / "paper.pdf").read_bytes()

        yield convert


@contextmanager
def warm_unoserver() -> Iterator[Convert]:
    """A running unoserver asked by its own client in this process, files passed by their paths.

    It is installed for the time of the benchmark, beside the Python that has UNO.
    """
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), str(free_port())
        client = _installed(folder / "venv").UnoClient(port=port)
        command = [
            str(folder / "venv" / "bin" / "unoserver"), "--port", port, "--uno-port", str(free_port()), "--quiet",
            "--user-installation", str(folder / "profile"), "--executable", SOFFICE,
        ]  # fmt: skip
        running = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        paper, made = folder / "paper.docx", folder / "paper.pdf"

        def convert(word: bytes) -> bytes:
            paper.write_bytes(word)
            client.convert(inpath=str(paper), outpath=str(made))
            return made.read_bytes()

        try:
            _wait(port)
            yield convert
        finally:
            os.killpg(running.pid, 9)
            running.wait()


def _installed(venv: Path) -> Any:
    """The client of a fresh unoserver."""
    uv = str(Path(sys.executable).with_name("uv"))
    subprocess.run([uv, "venv", "-q", "--python", SYSTEM_PYTHON, "--system-site-packages", str(venv)], check=True)
    subprocess.run([uv, "pip", "install", "-q", "--python", str(venv / "bin" / "python"), "unoserver"], check=True)
    (packages,) = venv.glob("lib/python3*/site-packages")
    sys.path.append(str(packages))
    import unoserver.client  # type: ignore[import-not-found]

    return unoserver.client


def _wait(port: str) -> None:
    from xmlrpc.client import ServerProxy

    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with ServerProxy(f"http://127.0.0.1:{port}", allow_none=True) as server:
                server.info()
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("unoserver did not start")

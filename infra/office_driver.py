"""Drives one LibreOffice over UNO; run by the Python that has UNO, apart from our own.

It is given a folder to work in, the LibreOffice program, the options of the PDF and, perhaps, an allocator to load
before LibreOffice. It reads one request a line and writes one answer a line, both JSON; ``infra.office`` is the other
side. When its owner ends, closes the line or asks for nothing for a while, it ends LibreOffice, removes the folder and
ends itself.
"""

import json
import os
import queue
import select
import shutil
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.uno import Exception as UnoException

WORD, PDF = "MS Word 2007 XML", "writer_pdf_Export"
NEVER = 0
WANTS_TO_START_AGAIN = 81
IDLE_SECONDS = 600
HEALTH = "Courtready: NUÑEZ, 李"
_A_SOCKET = "/tmp/OSL_PIPE_"  # noqa: S108  where LibreOffice puts them

Answer = dict[str, Any]


def main(folder: Path, program: str, options: Answer, preload: str) -> None:
    """Start LibreOffice, prove that it works, then convert until there is nothing more to do."""
    os.umask(0o077)
    requests: queue.Queue[Answer] = queue.Queue()
    office = _Office(folder, program, options, preload)
    threading.Thread(target=_listen, args=(os.getppid(), requests, office), daemon=True).start()
    try:
        office.start()
        _say({"ready": True})
        while True:
            request = requests.get(timeout=IDLE_SECONDS)
            _say(office.answer(request["word"], request["pdf"]))
    except queue.Empty:
        office.end(0)
    except UnoException as failure:
        _say(office.failed(failure))
        office.end(1)
    except BaseException:  # noqa: BLE001  whatever it is, it is told, and LibreOffice is not left behind
        traceback.print_exc()
        office.end(1)


def _listen(owner: int, requests: "queue.Queue[Answer]", office: "_Office") -> None:
    """In a thread of its own, so that the end of the owner is noticed even while LibreOffice hangs."""
    try:
        alive = os.pidfd_open(owner)
    except ProcessLookupError:
        office.end(0)
        return
    poll = select.poll()
    poll.register(alive, select.POLLIN)
    poll.register(0, select.POLLIN)
    lines = b""
    while alive not in (ready := {handle for handle, _ in poll.poll()}):
        if 0 in ready:
            told = os.read(0, 65536)
            if not told:
                break
            *whole, lines = (lines + told).split(b"\n")
            for line in whole:
                requests.put(json.loads(line))
    office.end(0)


def _say(answer: Answer) -> None:
    os.write(1, json.dumps(answer).encode() + b"\n")


class _Office:
    def __init__(self, folder: Path, program: str, options: Answer, preload: str) -> None:
        self._folder, self._options, self._ending = folder, options, threading.Lock()
        self._command = [
            "setpriv", "--pdeathsig", "KILL", "--",
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            f"--accept=pipe,name={folder.name};urp;",
        ]  # fmt: skip
        self._env = os.environ | {"HOME": str(folder), "TMPDIR": str(folder)}
        if preload:
            self._env["LD_PRELOAD"] = preload
        self._process: subprocess.Popen[bytes]

    def start(self) -> None:
        self._launch()
        local = uno.getComponentContext().ServiceManager
        resolver = local.createInstance("com.sun.star.bridge.UnoUrlResolver")
        self._remote = self._connected(resolver)
        self._remove_sockets()
        self._desktop = self._remote.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        self._prove()

    def answer(self, word: str, pdf: str) -> Answer:
        try:
            done = self._convert(self._folder / word, self._folder / pdf)
        except UnoException as failure:
            return self.failed(failure)
        return {"done": done, "memory": self._memory()}

    def failed(self, failure: Exception) -> Answer:
        """What LibreOffice said, or how it ended."""
        status = self._ended()
        words = " ".join(str(failure).replace(self._folder.as_uri(), "").split())
        return {"failed": words[:300], "said": self._printed()} if status is None else {"died": status}

    def end(self, status: int) -> None:
        """Nothing is left: no process, no folder. Who comes second waits for the end."""
        self._ending.acquire()
        if hasattr(self, "_process"):
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        os._exit(status)

    def _launch(self) -> None:
        with open(self._folder / "said", "wb") as said:
            self._process = subprocess.Popen(
                self._command, env=self._env, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=self._folder
            )

    def _connected(self, resolver: Any) -> Any:
        """A new profile makes LibreOffice leave at once and ask to be started again. The owner keeps the time."""
        address = f"uno:pipe,name={self._folder.name};urp;StarOffice.ComponentContext"
        while True:
            try:
                return resolver.resolve(address)
            except UnoException:
                status = self._process.poll()
                if status not in (None, WANTS_TO_START_AGAIN):
                    raise
                if status == WANTS_TO_START_AGAIN:
                    self._launch()
                time.sleep(0.02)

    def _remove_sockets(self) -> None:
        """Once we are connected nobody else shall be, and a killed LibreOffice leaves none behind."""
        pid = self._process.pid
        held = {os.readlink(one) for one in Path(f"/proc/{pid}/fd").iterdir() if one.is_symlink()}
        for line in Path("/proc/net/unix").read_text().splitlines():
            words = line.split()
            if len(words) == 8 and words[7].startswith(_A_SOCKET) and f"socket:[{words[6]}]" in held:
                Path(words[7]).unlink(missing_ok=True)

    def _prove(self) -> None:
        """One paper through both filters: whatever is missing shows now, and the first real paper waits for nothing."""
        paper = self._desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, _values(Hidden=True))
        paper.getText().setString(HEALTH)
        word, pdf = self._folder / "health.docx", self._folder / "health.pdf"
        paper.storeToURL(word.as_uri(), _values(FilterName=WORD))
        paper.close(True)
        if not self._convert(word, pdf) or not pdf.is_file():
            raise UnoException("LibreOffice could not convert its own first paper.", None)

    def _convert(self, word: Path, pdf: Path) -> bool:
        """Whether LibreOffice could load the file; it says nothing when it could not."""
        how = _values(Hidden=True, ReadOnly=True, FilterName=WORD, MacroExecutionMode=NEVER, UpdateDocMode=NEVER)
        paper = self._desktop.loadComponentFromURL(word.as_uri(), "_blank", 0, how)
        if paper is None:
            return False
        try:
            options = uno.Any("[]com.sun.star.beans.PropertyValue", _values(**self._options))
            paper.storeToURL(pdf.as_uri(), _values(FilterName=PDF, FilterData=options))
        finally:
            paper.close(True)
        return True

    def _ended(self) -> int | None:
        """The exit status, negative for a signal; none while it lives."""
        try:
            return self._process.wait(1)
        except subprocess.TimeoutExpired:
            return None

    def _printed(self) -> str:
        return " ".join((self._folder / "said").read_bytes()[-300:].decode(errors="replace").split())

    def _memory(self) -> int:
        """What it holds, in MiB."""
        words = Path(f"/proc/{self._process.pid}/statm").read_text().split()
        return int(words[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


def _values(**named: Any) -> tuple[Any, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in named.items())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]), sys.argv[4])

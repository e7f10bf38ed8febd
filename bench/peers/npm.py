"""Template engines from npm, each in a process of its own that fills one template over and over."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

PACKAGES: Final = ("docxtemplater@3.71.0", "pizzip@3.3.0", "easy-template-x@7.2.8", "carbone@3.8.2")
DRIVER: Final = Path(__file__).with_name("npm.mjs")


def install(folder: Path) -> bool:
    """Install the engines into a folder; False where there is no npm."""
    if not shutil.which("npm") or not shutil.which("node"):
        return False
    (folder / "package.json").write_text('{"private": true}')
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == 0


class Engine:
    """One engine at work on one template."""

    def __init__(self, process: "subprocess.Popen[str]", result: Path) -> None:
        self._process, self._result = process, result

    def seconds(self) -> float:
        """Make one document; how long the engine itself took for it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline()) / 1000

    @property
    def result(self) -> bytes:
        """The first document that it made."""
        return self._result.read_bytes()


@contextmanager
def at_work(folder: Path, name: str, template: bytes, facts: Mapping[str, Any]) -> Iterator[Engine]:
    """The engine of that name, ready to fill the template."""
    place = folder / "work" / name
    place.mkdir(parents=True, exist_ok=True)
    paths = [place / "template.docx", place / "facts.json", place / "result.docx"]
    paths[0].write_bytes(template)
    paths[1].write_text(json.dumps(facts))
    command = ["node", str(DRIVER), str(folder), name, *map(str, paths)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Engine(process, paths[2])
        finally:
            process.stdin.close()  # type: ignore[union-attr]
            process.wait(10)

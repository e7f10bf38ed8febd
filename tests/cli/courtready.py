"""The command as a person runs it: a process of its own, with its own data folder."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).parent / "courtready"


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it told on standard output, which held one JSON document and nothing else."""
        assert self.status == 0, self.err
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one sentence with which it refused."""
        assert self.status != 0
        assert self.out == ""
        (line,) = self.err.strip().splitlines()
        assert line.endswith(".")
        return line


def surroundings(data: Path, **settings: str) -> dict[str, str]:
    """The environment of a command: no setting but these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COURTREADY_")}
    return kept | {"COURTREADY_DATA": str(data), "COLUMNS": "200"} | settings


def courtready(data: Path, *words: str | Path, typed: str = "", **settings: str) -> Said:
    """Run ``courtready`` with these words over a data folder."""
    ended = subprocess.run(
        [COMMAND, *map(str, words)], env=surroundings(data, **settings), input=typed, capture_output=True, text=True,
        timeout=600, cwd=data.parent, check=False,
    )  # fmt: skip
    return Said(ended.returncode, ended.stdout, ended.stderr)

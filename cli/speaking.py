"""How commands talk: results on standard output, progress and refusals on standard error."""

import getpass
import json
import sys
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from kernel.refusals import Refused, Unavailable

out = Console()
err = Console(stderr=True)


@dataclass(eq=False)
class FileUnusable(Unavailable):
    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place or 'A file'} cannot be used: {self.why}."


@dataclass(eq=False)
class DatabaseUnusable(Unavailable):
    why: str

    def __str__(self) -> str:
        return f"The database cannot be used: {self.why.rstrip('.')}. `courtready doctor` says more."


@dataclass(eq=False)
class Misused(Refused):
    """Options or words that a command does not take."""

    what: str
    command: str

    def __str__(self) -> str:
        return f"{self.what}; `{self.command} --help` tells what it takes."


def tell_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def complain(refused: Exception) -> None:
    """One sentence on standard error."""
    err.print(str(refused), style="bold red", markup=False, highlight=False, soft_wrap=True)


def operator() -> str:
    """How the audit names whoever runs a command on this machine."""
    try:
        return f"operator:{getpass.getuser()}"
    except (KeyError, OSError):
        return "operator:unknown"

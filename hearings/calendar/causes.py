"""Why hearings are continued, as rows, each with the part of readiness that failed."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from kernel.refusals import Refused


class Cell(StrEnum):
    """The part of readiness that failed."""

    SERVICE = "service"
    NOTICE = "notice"
    SHEET = "sheet"
    APPROVAL = "approval"
    FACTS = "facts"
    EXHIBITS = "exhibits"
    FILING = "filing"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of a continuance."""

    code: str
    name: str
    cell: Cell


@dataclass(eq=False)
class NoSuchCause(Refused):
    code: str

    def __str__(self) -> str:
        return f"'{self.code[:30]}' is no cause of a continuance; causes are {', '.join(causes())}."


@cache
def causes() -> dict[str, Cause]:
    """Every cause by its code, in the order in which they are offered."""
    rows = tomllib.loads((Path(__file__).parent / "causes.toml").read_text(encoding="utf-8"))["cause"]
    return {row["code"]: Cause(row["code"], row["name"], Cell(row["cell"])) for row in rows}


def cause_of(code: str) -> Cause:
    """The cause with this code. Raises NoSuchCause."""
    try:
        return causes()[code]
    except KeyError:
        raise NoSuchCause(code) from None

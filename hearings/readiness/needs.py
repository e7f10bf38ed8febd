"""What a hearing needs before it is ready, by its type: rows, not code."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from hearings.calendar.causes import Cell
from law.hearing_types import HearingType

ANY = "*"


class FiledBy(StrEnum):
    """What gives the last safe day to file: the office's practice, or the notice rule of the hearing."""

    OFFICE = "office"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Needs:
    """What hearings of a type need. ``of`` is a schedule code, a kind or ``*``; ``state`` is ``*`` for every state."""

    of: str
    state: str
    cells: frozenset[Cell]
    besides: tuple[str, ...]
    filed_by: FiledBy

    def closeness(self, kind: HearingType) -> int:
        """How closely it names a type: by code before kind, by state before any; 0 where it does not."""
        of = {kind.code: 5, kind.kind: 3, ANY: 1}.get(self.of, 0)
        state = {kind.state: 1, ANY: 0}.get(self.state)
        return of + state if of and state is not None else 0


def needs_of(kind: HearingType) -> Needs:
    """What a hearing of this type needs."""
    return max(all_needs(), key=lambda row: row.closeness(kind))


@cache
def all_needs() -> tuple[Needs, ...]:
    """Every row."""
    rows = tomllib.loads((Path(__file__).parent / "needs.toml").read_text(encoding="utf-8"))["needs"]
    return tuple(
        Needs(
            row["of"],
            row.get("state", ANY),
            frozenset(Cell(cell) for cell in row["cells"]),
            tuple(row.get("besides", ())),
            FiledBy(row.get("filed_by", FiledBy.OFFICE)),
        )
        for row in rows
    )

"""What is told about worklists and kept deadlines. Days are in ISO 8601."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from hearings.clocks.facts import Kept, Owner
from hearings.clocks.lines import Kind, Line, Urgency, Worklist
from hearings.clocks.queries import Move


class LineTold(BaseModel):
    """``by`` is the last safe day, ``id`` the number of the deadline, the task or, for a proof, the hearing."""

    kind: Kind
    id: int
    what: str
    case_no: str
    hearing_id: int | None
    by: date
    why: str
    rule: str
    cite: str
    verified: bool
    owner: str
    who: str
    urgency: Urgency


class WorklistTold(BaseModel):
    person: str
    on: date
    until: date
    total: int
    lines: list[LineTold]


class ExcludedTold(BaseModel):
    on: date
    why: str


class ReadingTold(BaseModel):
    on: date
    why: str
    excluded: list[ExcludedTold]


class KeptTold(BaseModel):
    id: int
    case_no: str
    hearing_id: int | None
    rule: str
    what: str
    owner: Owner
    trigger_on: date
    method: str
    evidence: str
    on: date
    last_safe_day: date
    readings: list[ReadingTold]
    sentence: str
    cite: str
    verified: bool
    pack: str
    kept_by: str | None
    met_on: date | None
    met_how: str
    superseded_at: datetime | None
    why: str


class MoveTold(BaseModel):
    kept: KeptTold
    now_on: date | None
    now_last_safe_day: date | None
    now_pack: str
    why: str


def worklist_told(found: Worklist, most: int) -> WorklistTold:
    """A worklist with at most so many lines."""
    lines = [line_told(one) for one in found.lines[:most]]
    return WorklistTold(person=found.person, on=found.on, until=found.until, total=len(found.lines), lines=lines)


def line_told(one: Line) -> LineTold:
    """One line."""
    return LineTold(**{name: getattr(one, name) for name in LineTold.model_fields})


def kept_told(one: Kept) -> KeptTold:
    """A kept deadline."""
    told: dict[str, Any] = {name: getattr(one, name) for name in KeptTold.model_fields}
    return KeptTold(**told)


def move_told(one: Move) -> MoveTold:
    """A date that would move."""
    return MoveTold(
        kept=kept_told(one.kept),
        now_on=one.now_on,
        now_last_safe_day=one.now_last_safe_day,
        now_pack=one.now_pack,
        why=one.why,
    )

"""What is told about rules of time and the days that they give; the same as ``courtready law`` and ``deadline``."""

from datetime import date

from pydantic import BaseModel


class AddedTold(BaseModel):
    """Days that a manner of service adds; ``optional`` ones are an office's own choice."""

    method: str
    period: str
    optional: bool
    cite: str


class RuleTold(BaseModel):
    """A rule; ``direction`` is forward or back, ``answers`` first day or last day."""

    id: str
    state: str
    topic: str
    trigger: str
    what: str
    period: str
    direction: str
    answers: str
    methods: list[str]
    adds: list[AddedTold]
    cite: str
    in_force_from: date
    in_force_until: date | None
    verified: bool
    note: str


class ReadingTold(BaseModel):
    on: date
    why: str


class LeftOutTold(BaseModel):
    on: date
    why: str


class DeadlineTold(BaseModel):
    """A day with its readings; ``excluded`` are the days that the reading in use leaves out."""

    on: date
    readings: list[ReadingTold]
    rule: str
    cite: str
    verified: bool
    excluded: list[LeftOutTold]
    last_safe_day: date
    sentence: str
    state: str
    trigger: date
    method: str
    period: str
    answers: str
    pack: str

"""What is told about the morning of court. Amounts are in cents, days in ISO 8601."""

from datetime import date

from pydantic import BaseModel, Field


class PaperThenTold(BaseModel):
    title: str
    kind: str
    revision: int
    approved: bool
    as_of: date
    owed: int = Field(description="What the paper says is owed, in cents.")
    changed: bool = Field(description="Whether that is not what is owed now.")


class MoveTold(BaseModel):
    on: date
    what: str
    effect: int = Field(description="By how many cents it raised what is owed.")


class MatterTold(BaseModel):
    hearing: int
    case_no: str
    owed: int | None = Field(description="What is owed now, in cents; null where it cannot be counted.")
    why_not: str = Field(description="Why it cannot be counted; empty where it can.")
    changed: bool
    papers: list[PaperThenTold]
    moves: list[MoveTold] = Field(description="What leads from the first changed paper's figure to that of now.")
    unexplained: int = Field(description="Cents that no single move accounts for, such as interest.")


class MorningTold(BaseModel):
    session: int
    as_of: date
    changed: int = Field(description="In how many hearings a paper says what is not owed any more.")
    hearings: list[MatterTold]

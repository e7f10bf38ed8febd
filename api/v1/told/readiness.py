"""What is told about readiness. Days are in ISO 8601; no address is ever told here."""

from datetime import date

from pydantic import BaseModel, Field

from hearings.readiness.facts import CellState


class CellTold(BaseModel):
    state: CellState
    cause: str
    owner: str = Field(description="Agent, attorney or clerk, or the name of who is assigned; empty if done.")
    next_action: str
    last_safe_day: date | None
    page: str = Field(description="Where a person sees more of it; empty where there is no page for that.")


class CellsTold(BaseModel):
    service: CellTold
    notice: CellTold
    sheet: CellTold
    approval: CellTold
    facts: CellTold
    exhibits: CellTold
    filing: CellTold


class RowTold(BaseModel):
    hearing: int
    case_no: str
    cells: CellsTold


class BoardTold(BaseModel):
    session: int
    ready: int
    savable: int = Field(description="Not ready, and no last safe day is gone.")
    hopeless: int = Field(description="Something is not done whose last safe day is gone; to be continued now.")
    hearings: list[RowTold]

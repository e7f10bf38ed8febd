"""What is told about the figures of a packet."""

from datetime import date

from pydantic import BaseModel, Field


class PlaceTold(BaseModel):
    document: str
    mark: str = Field(description="Under which the document stands in the packet.")
    page: int | None = Field(description="Page of the document; null where the figure is printed on none.")
    label: str
    says: str
    as_of: date | None
    read_in: str = Field(description="PDF, Word file, or facts on record.")


class DifferenceTold(BaseModel):
    label: str
    cause: str
    stops: bool = Field(description="Whether the packet is not built while it stands.")
    one: PlaceTold
    other: PlaceTold
    remedy: str


class ComparedTold(BaseModel):
    hearing: int
    audience: str
    documents: int
    figures: int
    shared: int = Field(description="Figures that are told more than once.")
    stops: bool
    differences: list[DifferenceTold]

"""What papers say of a fact, where they say it, and how two of them differ."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Medium(StrEnum):
    """In what a figure was read."""

    FACTS = "facts on record"
    WORD = "Word file"
    PDF = "PDF"


class Cause(StrEnum):
    """Why two figures are not one."""

    OTHER_VALUE = "another figure for the same day"
    OTHER_DAY = "figures of different days"
    CHANGED_FILE = "a file that does not say what it was made from"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which fact a figure is: its subject, the row it stands in, and its name there."""

    subject: str
    row: tuple[Hashable, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure as a paper tells it. ``day``: for which day it was counted; None where it holds on any."""

    meaning: Meaning
    path: str
    label: str
    value: Hashable
    words: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: the document, its mark in the packet, the page of the document, the label, the words."""

    document: str
    mark: str
    page: int | None
    label: str
    words: str
    day: date | None = None
    medium: Medium = Medium.PDF

    def __str__(self) -> str:
        where = f"{self.document} ({self.mark})" if self.mark else self.document
        page = f", page {self.page}" if self.page else ""
        medium = "" if self.medium is Medium.PDF else f", {self.medium.value}"
        as_of = f" as of {self.day:%B} {self.day.day}, {self.day.year}" if self.day else ""
        return f"{where}{page}{medium}, says “{self.label}”: {self.words}{as_of}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places of a packet that say different things of the same fact, and what to do about it.

    ``stops``: the packet is not built while it stands.
    """

    label: str
    cause: Cause
    one: Place
    other: Place
    remedy: str
    stops: bool = True

    def __str__(self) -> str:
        return f"{self.one}; {self.other}. {self.remedy}"


@dataclass(frozen=True, slots=True)
class Compared:
    """How many documents were compared, how many figures they tell, how many of those twice or more, and what differs.

    What stops the packet comes first.
    """

    documents: int
    figures: int
    shared: int
    differences: tuple[Difference, ...]

    @property
    def stopping(self) -> tuple[Difference, ...]:
        """The differences with which the packet is not built."""
        return tuple(one for one in self.differences if one.stops)

    @property
    def worth_knowing(self) -> tuple[Difference, ...]:
        """The differences that stop nothing."""
        return tuple(one for one in self.differences if not one.stops)

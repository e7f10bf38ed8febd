"""Refusals about a court day."""

from collections.abc import Sequence
from dataclasses import dataclass

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchOutcome(Refused):
    code: str
    names: Sequence[str]

    def __str__(self) -> str:
        return f"'{self.code[:30]}' is no outcome of this hearing; outcomes are {', '.join(self.names)}."


@dataclass(eq=False)
class FieldMissing(Refused):
    outcome: str
    label: str

    def __str__(self) -> str:
        return f"'{self.outcome}' needs '{self.label}'."


@dataclass(eq=False)
class FieldUnknown(Refused):
    outcome: str

    def __str__(self) -> str:
        return f"'{self.outcome}' has no such field."


@dataclass(eq=False)
class FieldWrong(Refused):
    label: str
    how: str

    def __str__(self) -> str:
        return f"'{self.label}' is {self.how}."


@dataclass(eq=False)
class NotOnDocket(Missing):
    def __str__(self) -> str:
        return "This hearing does not stand on the docket of this court session."


@dataclass(eq=False)
class IdUsed(Refused):
    def __str__(self) -> str:
        return "This entry's id was used for another entry already; nothing was changed."


@dataclass(eq=False)
class MovedOn(Refused):
    def __str__(self) -> str:
        return "The hearing was moved on since it was continued; put its date right first."


@dataclass(eq=False)
class RowsWithoutOutcome(Refused):
    rows: Sequence[str]

    def __str__(self) -> str:
        count = len(self.rows)
        named = "; ".join(self.rows[:40]) + ("; and more" if count > 40 else "")
        return (
            f"{count} {'hearing has' if count == 1 else 'hearings have'} no outcome: {named}. "
            "Enter them, or say why the day is closed without them."
        )


@dataclass(eq=False)
class NoSuchTask(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no task {self.id} in this office."


@dataclass(eq=False)
class NothingHandedOver(Refused):
    def __str__(self) -> str:
        return "Write what the next attorney must know, or what was promised."

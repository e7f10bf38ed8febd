"""Refusals about ability to pay; each is one sentence."""

from dataclasses import dataclass

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NotNoted(Refused):
    """Something that is missing or cannot be in what a person wants to note."""

    why: str

    def __str__(self) -> str:
        return f"This cannot be noted: {self.why}."


@dataclass(eq=False)
class NoSuchNote(Missing):
    def __str__(self) -> str:
        return "This case has no such note, or it was superseded or withdrawn already."


@dataclass(eq=False)
class NoSuchAsset(Missing):
    def __str__(self) -> str:
        return "This case's obligor has no such property on record."

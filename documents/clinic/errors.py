"""How the clinic says no."""

from dataclasses import dataclass

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NotMendable(Refused):
    """A problem of a template for which there is no safe mend, or none any more."""

    words: str

    def __str__(self) -> str:
        return f"This has no mend that is safe without a person: {self.words}"


@dataclass(eq=False)
class NotATemplate(Refused):
    """An upload that is no Word file at all."""

    why: str

    def __str__(self) -> str:
        return f"The file cannot be looked over: {self.why}."


@dataclass(eq=False)
class NotPublishable(Refused):
    """A template that may not go into use as it is."""

    why: str

    def __str__(self) -> str:
        return f"The template cannot be published: {self.why}."


@dataclass(eq=False)
class NotTriable(Refused):
    """A draft that cannot be tried on a hearing."""

    why: str

    def __str__(self) -> str:
        return f"The draft cannot be tried on this hearing: {self.why}."


@dataclass(eq=False)
class WithdrawnBefore(Refused):
    """A version that is out of use already."""

    number: int
    by: str

    def __str__(self) -> str:
        return f"Version {self.number} cannot be withdrawn again: {self.by} has withdrawn it before."


@dataclass(eq=False)
class NoSuchDraft(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no template draft {self.id} in this office."


@dataclass(eq=False)
class NoSuchVersion(Missing):
    name: str

    def __str__(self) -> str:
        return f"There is no template version {self.name} in this office."


@dataclass(eq=False)
class NoSuchFacts(Missing):
    """A facts type that no paper has."""

    name: str

    def __str__(self) -> str:
        return f"There are no facts '{self.name[:60]}'; `courtready templates facts` lists them."

"""How documents say no."""

from dataclasses import dataclass

from kernel.refusals import Refused


@dataclass(eq=False)
class TemplateBroken(Refused):
    """A Word template that cannot be merged."""

    problem: str
    paragraph: str = ""

    def __str__(self) -> str:
        where = f" In the paragraph '{self.paragraph}'." if self.paragraph else ""
        return f"The template cannot be used: {self.problem}.{where}"


@dataclass(eq=False)
class ReadBackFailed(Refused):
    """A finished paper that does not say what it was told to say."""

    paper: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        more = f" (and {len(self.problems) - 5} more)" if len(self.problems) > 5 else ""
        return f"The {self.paper} was read back and is not right: {'; '.join(self.problems[:5])}{more}."


@dataclass(eq=False)
class ExhibitBroken(Refused):
    """A PDF that came from outside and cannot be put before a court."""

    why: str

    def __str__(self) -> str:
        return f"The exhibit cannot be used: it {self.why}."

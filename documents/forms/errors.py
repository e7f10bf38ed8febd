"""How forms say no."""

from dataclasses import dataclass

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class FormBroken(Refused):
    """A PDF that cannot be opened as a form."""

    why: str

    def __str__(self) -> str:
        return f"The form cannot be used: it {self.why}."


@dataclass(eq=False)
class FormUnknown(Missing):
    """A form that no mapping was made for."""

    sha256: str

    def __str__(self) -> str:
        return (
            f"No mapping is made for exactly this file (SHA-256 {self.sha256[:12]}…); another edition of a form "
            "needs a mapping of its own: start one with `courtready forms map FILE`."
        )


@dataclass(eq=False)
class AnotherForm(Refused):
    """A mapping was used with a file that it was not made for."""

    name: str
    sha256: str

    def __str__(self) -> str:
        return (
            f"The mapping of {self.name} was made for another file than this one (SHA-256 {self.sha256[:12]}…); "
            "start a mapping for it with `courtready forms map FILE`."
        )


@dataclass(eq=False)
class MappingBroken(Refused):
    """A mapping that cannot be used."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"The mapping '{self.name}' cannot be used: it {self.why}."


@dataclass(eq=False)
class FactsBroken(Refused):
    """Facts for a form that cannot be read."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"The fact '{self.path}' {self.why}."


@dataclass(eq=False)
class DoesNotFit(Refused):
    """A value that is too long for its field, where not even a reference to an attachment has room."""

    field: str
    fact: str

    def __str__(self) -> str:
        return f"'{self.fact}' is too long for the field '{self.field}', and nothing may be cut off."


@dataclass(eq=False)
class NotAChoice(Refused):
    """A value that no check box of a set stands for."""

    fact: str
    value: str
    choices: tuple[str, ...]

    def __str__(self) -> str:
        offered = ", ".join(self.choices)
        return f"The form has no box for '{self.value[:60]}' as '{self.fact}'; it takes one of: {offered}."


@dataclass(eq=False)
class TwoChecked(Refused):
    """Two boxes of which only one may be checked."""

    fields: tuple[str, ...]

    def __str__(self) -> str:
        return f"Only one of these boxes may be checked: {', '.join(self.fields)}."

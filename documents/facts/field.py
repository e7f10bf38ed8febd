"""What each fact is called, and whether a paper may go out without it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from kernel.traced import Traced

LABEL, REQUIRED, ENTRY = "label", "required", "entry"


def fact(label: str, *, required: bool = False, entry: bool = False) -> Any:
    """A field of a facts type, with the label that people see.

    ``required``: no value is a visible gap in the paper and blocks its approval. ``entry``: the state's record does not
    hold it; a person writes it as a case note under the field's name ("None found" is an answer).
    """
    return field(metadata={LABEL: label, REQUIRED: required, ENTRY: entry})


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact that a paper asks for, at its dotted name (``contempt.0.purge_amount``)."""

    path: str
    name: str
    label: str
    required: bool
    entry: bool


def asked(tree: Any) -> Iterator[tuple[Asked, Traced[Any]]]:
    """Every fact of a tree in the order of its fields, with what the paper asks about it."""
    return _asked(tree, "")


def gaps(tree: Any) -> tuple[Asked, ...]:
    """The required facts that have no value: each blocks approval until somebody supplies it."""
    return tuple(ask for ask, traced in asked(tree) if ask.required and traced.value is None)


def _asked(tree: Any, prefix: str) -> Iterator[tuple[Asked, Traced[Any]]]:
    for each in fields(tree):
        path, value = f"{prefix}{each.name}", getattr(tree, each.name)
        if isinstance(value, Traced):
            about = each.metadata
            yield Asked(path, each.name, about[LABEL], about[REQUIRED], about[ENTRY]), value
        elif isinstance(value, tuple):
            for index, row in enumerate(value):
                yield from _asked(row, f"{path}.{index}.")
        elif is_dataclass(value):
            yield from _asked(value, f"{path}.")

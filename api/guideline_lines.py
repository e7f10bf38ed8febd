"""The lines of a run as a page or a paper shows them."""

from dataclasses import dataclass
from typing import Any

from cases.guideline.facts import Figured
from kernel.money import Money


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line; a cell that the form leaves blank is empty. ``cite`` is the row of law, where each line has one."""

    number: str
    label: str
    cells: tuple[str, ...]
    cite: str = ""


def lines_of(found: Figured) -> tuple[ShownLine, ...]:
    """Every line of the worksheet, in its order."""
    if found.state == "ca":
        return tuple(ShownLine("", step["what"], (step["value"],), step["cite"]) for step in found.told["steps"])
    return tuple(_line(found.told["lines"][each["number"]], each) for each in found.told["labels"])


def _line(cells: dict[str, Any], label: dict[str, str]) -> ShownLine:
    columns = ("plaintiff", "defendant", "combined")
    shown = tuple(_cell(cells[column], label["unit"]) for column in columns)
    return ShownLine(label["number"], label["label"], shown)


def _cell(value: int | str | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "percent":
        return f"{value} %"
    return str(Money(int(value))) if unit == "money" else str(value)


def cents(amount: int) -> str:
    """Whole cents as people read them."""
    return str(Money(amount))


def shown(name: str, value: object) -> str:
    """One entry of a run as people read it."""
    amount = isinstance(value, int) and name.rpartition(".")[2] not in COUNTED
    return cents(value) if amount and isinstance(value, int) else str(value)


COUNTED = frozenset({"children", "other_children", "overnights", "children_living", "times"})
"""Entries that are numbers and no amounts."""

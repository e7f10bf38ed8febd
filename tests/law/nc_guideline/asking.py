"""Inputs of worksheets written in dollars, as a person reads them."""

from datetime import date
from typing import Any

from kernel.money import money
from law.nc.guideline.facts import Inputs, Kind, Parent, Side
from law.nc.guideline.reading import read_inputs
from law.nc.guideline.telling import worksheet_told
from law.nc.guideline.worksheet import worksheet

HEARING = date(2026, 12, 8)
COUNTS = {"other_children", "overnights", "children_living"}


def parent(gross: str, **more: str | int) -> Parent:
    """A parent; amounts in dollars, numbers of children and overnights as they are."""
    read = {name: value if isinstance(value, int) else money(value).cents for name, value in more.items()}
    return Parent(gross=money(gross).cents, **read)


def asked(
    kind: str, children: int, plaintiff: Parent, defendant: Parent, *, obligor: str | None = "defendant"
) -> Inputs:
    """What a worksheet of the hearing of December 8, 2026 asks."""
    return Inputs(Kind(kind), HEARING, children, plaintiff, defendant, Side(obligor) if obligor else None)


def told(inputs: Inputs) -> dict[str, Any]:
    """The worksheet as other programs read it."""
    return worksheet_told(worksheet(inputs))


def columns(found: dict[str, Any]) -> dict[str, tuple[Any, Any, Any]]:
    """Each line's plaintiff, defendant and combined column."""
    return {number: (line["plaintiff"], line["defendant"], line["combined"]) for number, line in found["lines"].items()}


def written(**changes: Any) -> dict[str, Any]:
    """Golden vector A1 as JSON, with other values for some keys; None takes a key away."""
    whole = {
        "hearing_on": "2026-12-08",
        "worksheet": "A",
        "children": 2,
        "plaintiff": {"gross": 250000, "childcare": 40000},
        "defendant": {"gross": 300000, "insurance": 10000},
        "obligor": "defendant",
    } | changes
    return {name: value for name, value in whole.items() if value is not None}


def run(**changes: Any) -> dict[str, Any]:
    """The worksheet for that JSON."""
    return told(read_inputs(written(**changes)))

"""Amounts at the side of a picture, each with its line across."""

from typing import Any

from reportlab.graphics.shapes import Line

from documents.drawn import FAINT, GREY, words
from documents.scales import Scale
from kernel.money import Money


def grid(drawing: Any, up: Scale, left: float, right: float) -> None:
    """A thin line for each round amount, the one of nothing darker, with the amount before it."""
    for cents in up.marks:
        y = up.place(cents)
        drawing.add(Line(left, y, right, y, strokeColor=FAINT if cents else GREY, strokeWidth=0.5 if cents else 0.8))
        drawing.add(words(left - 4, y - 2.5, str(Money(cents)).removesuffix(".00"), anchor="end", size=7.5))

"""Why balances of the state differ, as a picture: one bar for each cause, as long as it has cases."""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import black, white

from cases.county.found import OfCause
from documents import fonts
from documents.drawn import GREY, INK, words

WIDE, ROW, TOP = 468, 20, 26
LEFT, RIGHT = 150, 330


def cause_drawing(causes: Sequence[OfCause]) -> Any:
    """6.5 inches wide, as high as there are causes: the bar by cases, the sum of their differences beside it."""
    fonts.ready()
    high = TOP + ROW * max(1, len(causes)) + 8
    drawing = Drawing(WIDE, high)
    drawing.add(Rect(0, 0, WIDE, high, fillColor=white, strokeColor=None))
    if not causes:
        drawing.add(words(WIDE / 2, high / 2, "No balance of the state differs", size=10, anchor="middle"))
        return drawing
    drawing.add(words(LEFT, high - 16, "Cases", bold=True))
    drawing.add(words(WIDE - 6, high - 16, "Difference in all", bold=True, anchor="end"))
    most = max(one.cases for one in causes)
    for place, one in enumerate(causes):
        y = high - TOP - ROW * (place + 1) + 5
        long = max(1.0, (RIGHT - LEFT) * one.cases / most)
        drawing.add(words(LEFT - 6, y + 2.5, one.cause[0].upper() + one.cause[1:], anchor="end", size=7.5))
        drawing.add(Rect(LEFT, y, long, ROW - 9, fillColor=INK, strokeColor=black, strokeWidth=0.7))
        drawing.add(words(LEFT + long + 5, y + 2.5, f"{one.cases:,}", bold=True))
        drawing.add(words(WIDE - 6, y + 2.5, str(one.apart), anchor="end"))
    drawing.add(Line(LEFT, 6, LEFT, high - TOP + 2, strokeColor=GREY, strokeWidth=0.8))
    return drawing

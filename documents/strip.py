"""The count of a deadline as a picture: a calendar with every day counted or left out, readable in black and white."""

from typing import Any, Final

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import black, white
from reportlab.lib.utils import simpleSplit

from documents import fonts
from documents.drawn import FAINT, GREY, words
from law.strip import Day, Folded, Mark, Strip, Week

WIDE, DAYS_OF_WEEK = 468, 7
CELL: Final = WIDE / DAYS_OF_WEEK
HEAD, WEEK_HIGH, FOLD_HIGH, FOOT = 16, 52, 18, 2
BAR, LINE, SMALL = 10, 7.6, 6.8
MOST_LINES = 2
HATCH = 7
NAMES = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
WEEKEND = frozenset({"Saturday", "Sunday"})


def strip_drawing(strip: Strip) -> Any:
    """6.5 inches wide, a row for each week; hatched days are left out, and bars name the days that matter."""
    fonts.ready()
    high = HEAD + FOOT + sum(FOLD_HIGH if isinstance(row, Folded) else WEEK_HIGH for row in strip.rows)
    drawing = Drawing(WIDE, high)
    drawing.add(Rect(0, 0, WIDE, high, fillColor=white, strokeColor=None))
    for place, name in enumerate(NAMES):
        drawing.add(words(CELL * (place + 0.5), high - 11, name, anchor="middle", bold=True))
    y = high - HEAD
    for row in strip.rows:
        if isinstance(row, Folded):
            y -= FOLD_HIGH
            _fold(drawing, row, y)
        else:
            y -= WEEK_HIGH
            _week(drawing, row, y, strip.result)
    return drawing


def _fold(drawing: Any, fold: Folded, y: float) -> None:
    drawing.add(Line(0, y + 1, WIDE, y + 1, strokeColor=GREY, strokeDashArray=[2, 2], strokeWidth=0.6))
    drawing.add(words(WIDE / 2, y + 6, fold.words, anchor="middle", size=8))


def _week(drawing: Any, week: Week, y: float, result: str) -> None:
    inside = [(place * CELL, day) for place, day in enumerate(week.days) if day.inside]
    for x, day in inside:
        _ground(drawing, day, x, y)
    for x, day in inside:
        _cell(drawing, day, x, y, result)


def _ground(drawing: Any, day: Day, x: float, y: float) -> None:
    drawing.add(Rect(x, y, CELL, WEEK_HIGH, fillColor=white, strokeColor=GREY, strokeWidth=0.5))
    if day.why:
        for start in range(HATCH, int(CELL + WEEK_HIGH), HATCH):
            left, low = max(0, start - WEEK_HIGH), max(0, start - CELL)
            drawing.add(Line(x + left, y + start - left, x + start - low, y + low, strokeColor=FAINT, strokeWidth=0.5))


def _cell(drawing: Any, day: Day, x: float, y: float, result: str) -> None:
    top = y + WEEK_HIGH
    drawing.add(words(x + 3, top - 10, f"{day.on:%b %-d, %Y}" if day.marks else f"{day.on:%b %-d}", size=7.5))
    if day.number:
        drawing.add(words(x + CELL - 3, top - 22, day.number, size=11, anchor="end", bold=True))
    for place, line in enumerate(_reason(day)):
        drawing.add(words(x + 3, top - (32 if day.number else 20) - LINE * place, line, size=SMALL))
    for place, mark in enumerate(reversed(day.marks)):
        _bar(drawing, mark, result if mark is Mark.RESULT else mark.value, x, y + BAR * place)
    if Mark.RESULT in day.marks:
        drawing.add(Rect(x + 1, y + 1, CELL - 2, WEEK_HIGH - 2, fillColor=None, strokeColor=black, strokeWidth=2))


def _reason(day: Day) -> list[str]:
    """Why the day is left out, in the lines that its cell has room for; a closed end of the count moves on."""
    told = "not counted" if day.why in WEEKEND else day.why
    if day.why and day.number:
        told = "closed, moves on"
    lines: list[str] = simpleSplit(told, fonts.SANS, SMALL, CELL - 6)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def _bar(drawing: Any, mark: Mark, text: str, x: float, y: float) -> None:
    """White on black for the day in use, framed for the others."""
    dark = mark is Mark.RESULT
    dash = [2, 1.5] if mark is Mark.OTHER else None
    drawing.add(
        Rect(
            x + 2.5, y + 2.5, CELL - 5, BAR - 1, fillColor=black if dark else white, strokeColor=black,
            strokeWidth=0.6, strokeDashArray=dash,
        )
    )  # fmt: skip
    label = words(x + CELL / 2, y + 4.6, text, size=SMALL, anchor="middle", bold=True)
    label.fillColor = white if dark else black
    drawing.add(label)

"""Service of process as a picture: what was issued, tried, served and returned, and the hearing it was for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, Rect
from reportlab.lib.colors import black, white

from documents import fonts
from documents.drawn import FAINT, GREY, INK, words

WIDE, HIGH, TOP, FOOT = 468, 136, 34, 34
LEFT, RIGHT = 150, 456
MOST_LANES: Final = 5
LONGEST_NAME: Final = 32
MARKS_THAT_FIT: Final = 6
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tried:
    """One paper sent out for service, as drawn: when it was issued, tried, served and returned."""

    paper: str
    issued_on: date | None
    attempted_on: date | None
    served_on: date | None
    returned_on: date | None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which something happened to it."""
        known = (self.issued_on, self.attempted_on, self.served_on, self.returned_on)
        return tuple(day for day in known if day is not None)


@dataclass(frozen=True, slots=True)
class _Across:
    """Days from left to right."""

    first: date
    last: date

    def at(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / max((self.last - self.first).days, 1)


def timeline_drawing(tries: Sequence[Tried], *, hearing_on: date, last_day_to_serve: date | None) -> Any:
    """6.5 by 1.9 inches, a lane for each of the last five papers: □ issued, × failed, ● served, ◇ proof returned."""
    fonts.ready()
    lanes = [one for one in tries if one.days][-MOST_LANES:]
    lane = (HIGH - TOP - FOOT) / max(len(lanes), 3)
    drawing = Drawing(WIDE, HIGH)
    drawing.add(Rect(0, 0, WIDE, HIGH, fillColor=white, strokeColor=None))
    marked = [hearing_on, *([last_day_to_serve] if last_day_to_serve else ())]
    days = [day for one in lanes for day in one.days] + marked
    across = _Across(min(days) - ONE_DAY, max(days) + ONE_DAY)
    _legend(drawing)
    _axis(drawing, across)
    _days_of_court(drawing, across, hearing_on, last_day_to_serve)
    for place, one in enumerate(lanes):
        _lane(drawing, across, one, HIGH - TOP - lane * (place + 0.5))
    if not lanes:
        drawing.add(words(4, HIGH - TOP - lane / 2 - 3, "No paper issued for service"))
    return drawing


def _lane(drawing: Any, across: _Across, one: Tried, y: float) -> None:
    drawing.add(words(4, y - 3, _shortened(one.paper), size=8))
    drawing.add(Line(LEFT, y, RIGHT, y, strokeColor=FAINT, strokeWidth=0.5))
    if len(one.days) > 1:
        drawing.add(Line(across.at(min(one.days)), y, across.at(max(one.days)), y, strokeColor=GREY, strokeWidth=1))
    if one.issued_on:
        drawing.add(_issued(across.at(one.issued_on), y))
    if one.attempted_on and not one.served_on:
        drawing.add(_failed(across.at(one.attempted_on), y))
    if one.returned_on:
        drawing.add(_returned(across.at(one.returned_on), y))
    if one.served_on:
        drawing.add(_served(across.at(one.served_on), y))


def _issued(x: float, y: float) -> Any:
    return Rect(x - 3, y - 3, 6, 6, fillColor=white, strokeColor=black, strokeWidth=1)


def _failed(x: float, y: float) -> Any:
    return Group(
        Line(x - 3, y - 3, x + 3, y + 3, strokeColor=black, strokeWidth=1.6),
        Line(x - 3, y + 3, x + 3, y - 3, strokeColor=black, strokeWidth=1.6),
    )


def _served(x: float, y: float) -> Any:
    return Circle(x, y, 3.6, fillColor=INK, strokeColor=black, strokeWidth=0.8)


def _returned(x: float, y: float) -> Any:
    return Polygon([x - 4.5, y, x, y + 4.5, x + 4.5, y, x, y - 4.5], fillColor=white, strokeColor=black, strokeWidth=1)


def _legend(drawing: Any) -> None:
    y = HIGH - 9
    for x, mark, text in (
        (8, _issued, "issued"),
        (62, _failed, "tried, not served"),
        (152, _served, "served"),
        (206, _returned, "proof returned"),
    ):
        drawing.add(mark(x, y))
        drawing.add(words(x + 7, y - 3, text, size=8))


def _axis(drawing: Any, across: _Across) -> None:
    drawing.add(Line(LEFT, FOOT - 10, RIGHT, FOOT - 10, strokeColor=GREY, strokeWidth=0.8))
    for day in _months(across):
        x = across.at(day)
        drawing.add(Line(x, FOOT - 13, x, FOOT - 10, strokeColor=GREY, strokeWidth=0.8))
        drawing.add(words(x, FOOT - 21, f"{day:%m/%y}", size=7.5, anchor="middle"))


def _months(across: _Across) -> Iterator[date]:
    """First days of months, at most as many as there is room for."""
    first = date(across.first.year + across.first.month // 12, across.first.month % 12 + 1, 1)
    count = (across.last.year - first.year) * 12 + across.last.month - first.month + 1
    every = max(1, -(-count // MARKS_THAT_FIT))
    for number in range(0, max(count, 0), every):
        months = first.month - 1 + number
        yield date(first.year + months // 12, months % 12 + 1, 1)


def _days_of_court(drawing: Any, across: _Across, hearing_on: date, last: date | None) -> None:
    top = HIGH - TOP + 4
    x = across.at(hearing_on)
    drawing.add(Line(x, FOOT - 10, x, top, strokeColor=black, strokeWidth=1.8))
    drawing.add(words(min(x, RIGHT) + 4, 3, f"Hearing {hearing_on:%m/%d/%Y}", size=7.5, anchor="end", bold=True))
    if last is not None:
        x = across.at(last)
        drawing.add(Line(x, FOOT - 10, x, top, strokeColor=black, strokeWidth=1, strokeDashArray=[3, 2]))
        drawing.add(words(x - 2, top + 1, f"Last day to serve {last:%m/%d/%Y}", size=7.5, anchor=_side(x)))


def _side(x: float) -> str:
    return "end" if x > (LEFT + RIGHT) / 2 else "start"


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"

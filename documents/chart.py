"""The payment history as a picture that a judge reads at a glance, also in black and white."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, PolyLine, Rect
from reportlab.lib.colors import black, white

from documents import fonts
from documents.axes import grid
from documents.drawn import FAINT, INK, words
from documents.scales import Scale, scale
from kernel.money import ZERO, Money, total

WIDE, HIGH = 468, 216
LEFT, RIGHT = 48, 458
LABELS_THAT_FIT = 14
MONTHS_THAT_FIT = 96
"""With more months the bars are of years: bars thinner than two points run together in print."""
SUMMED = ("ordered", "paid", "credited")
CREDITED = FAINT


@dataclass(frozen=True, slots=True)
class ChartedMonth:
    """One month of the ledger as drawn: what was ordered, paid and credited beside it, and the arrears at its end."""

    month: date
    ordered: Money
    paid: Money
    arrears: Money
    credited: Money = ZERO


def payment_drawing(months: Sequence[ChartedMonth], *, interest: Money = ZERO) -> Any:
    """6.5 by 3 inches: arrears as a line above, ordered and paid as bars below, what was credited on top of paid.

    The line is support alone; where ``interest`` is owed beside it, the picture says so.
    """
    fonts.ready()
    drawing = Drawing(WIDE, HIGH)
    drawing.add(Rect(0, 0, WIDE, HIGH, fillColor=white, strokeColor=None))
    if not months:
        drawing.add(words(WIDE / 2, HIGH / 2, "No month of support to show", size=10, anchor="middle"))
        return drawing
    across = _Across(len(months))
    _arrears(drawing, months, across, ", without interest" if interest > ZERO else "")
    _bars(drawing, _pairs(months), across, "Each month:" if len(months) <= MONTHS_THAT_FIT else "Each year:")
    _months(drawing, months, across)
    return drawing


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two bars side by side over as many months as they sum. A correction that adds to the debt is no bar."""

    first: int
    count: int
    ordered: Money
    paid: Money
    credited: Money


def _pairs(months: Sequence[ChartedMonth]) -> list[_Pair]:
    """A pair for each month, or for each calendar year where there are many months."""
    if len(months) <= MONTHS_THAT_FIT:
        return [_Pair(place, 1, each.ordered, each.paid, max(ZERO, each.credited)) for place, each in enumerate(months)]
    found: list[_Pair] = []
    for _, year in groupby(months, key=lambda month: month.month.year):
        held = list(year)
        first = found[-1].first + found[-1].count if found else 0
        ordered, paid, credited = (total(getattr(each, name) for each in held) for name in SUMMED)
        found.append(_Pair(first, len(held), ordered, paid, max(ZERO, credited)))
    return found


@dataclass(frozen=True, slots=True)
class _Across:
    """Where months stand from left to right."""

    count: int

    @property
    def step(self) -> float:
        return (RIGHT - LEFT) / self.count

    def middle(self, place: float) -> float:
        return LEFT + self.step * (place + 0.5)


def _arrears(drawing: Any, months: Sequence[ChartedMonth], across: _Across, of_what: str) -> None:
    amounts = [month.arrears.cents for month in months]
    up = scale(min(0, *amounts), max(amounts), bottom=126, top=188)
    drawing.add(words(LEFT, 201, f"Arrears at the end of each month{of_what}", bold=True))
    grid(drawing, up, LEFT, RIGHT)
    points = [(across.middle(place), up.place(cents)) for place, cents in enumerate(amounts)]
    drawing.add(PolyLine([at for point in points for at in point], strokeColor=black, strokeWidth=1.6))
    for x, y in points if len(points) <= 2 * LABELS_THAT_FIT else points[-1:]:
        drawing.add(Circle(x, y, 2.2, fillColor=white, strokeColor=black, strokeWidth=1.2))
    drawing.add(words(RIGHT, 201, f"{months[-1].month:%B %Y}: {months[-1].arrears}", bold=True, anchor="end"))


def _bars(drawing: Any, pairs: Sequence[_Pair], across: _Across, of_what: str) -> None:
    amounts = [amount.cents for pair in pairs for amount in (pair.ordered, pair.paid, pair.paid + pair.credited)]
    up = scale(min(0, *amounts), max(amounts), bottom=22, top=88)
    _legend(drawing, of_what, credited=any(pair.credited > ZERO for pair in pairs))
    grid(drawing, up, LEFT, RIGHT)
    for pair in pairs:
        wide, middle = across.step * pair.count * 0.38, across.middle(pair.first + (pair.count - 1) / 2)
        drawing.add(_bar(middle - wide, wide, up, pair.ordered, white))
        drawing.add(_bar(middle, wide, up, pair.paid, INK))
        if pair.credited > ZERO:
            drawing.add(_bar(middle, wide, up, pair.paid + pair.credited, CREDITED, over=pair.paid))


def _bar(left: float, wide: float, up: Scale, amount: Money, fill: Any, *, over: Money = ZERO) -> Any:
    low, high = sorted((up.place(over.cents), up.place(amount.cents)))
    return Rect(left, low, wide, high - low, fillColor=fill, strokeColor=black, strokeWidth=min(0.7, wide / 6))


def _legend(drawing: Any, of_what: str, *, credited: bool) -> None:
    drawing.add(words(LEFT, 101, of_what, bold=True))
    told = [(LEFT + 58, "ordered", white), (LEFT + 110, "paid", INK), (LEFT + 146, "credited or adjusted", CREDITED)]
    for left, text, fill in told if credited else told[:2]:
        drawing.add(Rect(left, 101, 8, 6.5, fillColor=fill, strokeColor=black, strokeWidth=0.7))
        drawing.add(words(left + 11, 101, text))


def _months(drawing: Any, months: Sequence[ChartedMonth], across: _Across) -> None:
    every = -(-len(months) // LABELS_THAT_FIT)
    for place in range(len(months) - 1, -1, -every):
        drawing.add(words(across.middle(place), 7, f"{months[place].month:%m/%y}", anchor="middle", size=7.5))

"""The payment history as a picture that a judge reads at a glance, also in black and white."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor, black, white

from documents import fonts
from documents.reading import PDFIUM
from documents.scales import Scale, scale
from kernel.money import Money

WIDE, HIGH, DOTS_PER_POINT = 468, 216, 3
LEFT, RIGHT = 48, 458
INK, GREY, FAINT = HexColor("#1F3A5F"), HexColor("#555555"), HexColor("#C8C8C8")
LABELS_THAT_FIT = 14


@dataclass(frozen=True, slots=True)
class ChartedMonth:
    """One month of the ledger as drawn: what was ordered, what was paid, and the arrears at its end."""

    month: date
    ordered: Money
    paid: Money
    arrears: Money


def payment_chart(months: Sequence[ChartedMonth]) -> bytes:
    """A PNG, 6.5 by 3 inches at 216 dots an inch: arrears as a line above, ordered and paid as bars below."""
    page = renderPDF.drawToString(payment_drawing(months), msg="", showBoundary=0)
    with PDFIUM:
        document = pypdfium2.PdfDocument(page)
        picture = document[0].render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
        document.close()
    held = io.BytesIO()
    picture.save(held, "PNG", optimize=True, dpi=(72 * DOTS_PER_POINT, 72 * DOTS_PER_POINT))
    return held.getvalue()


def payment_drawing(months: Sequence[ChartedMonth]) -> Any:
    """The same as a reportlab drawing, for a PDF or a screen."""
    fonts.ready()
    drawing = Drawing(WIDE, HIGH)
    drawing.add(Rect(0, 0, WIDE, HIGH, fillColor=white, strokeColor=None))
    if not months:
        drawing.add(_words(WIDE / 2, HIGH / 2, "No month of support to show", size=10, anchor="middle"))
        return drawing
    across = _Across(len(months))
    _arrears(drawing, months, across)
    _bars(drawing, months, across)
    _months(drawing, months, across)
    return drawing


@dataclass(frozen=True, slots=True)
class _Across:
    """Where months stand from left to right."""

    count: int

    @property
    def step(self) -> float:
        return (RIGHT - LEFT) / self.count

    def middle(self, place: int) -> float:
        return LEFT + self.step * (place + 0.5)


def _arrears(drawing: Any, months: Sequence[ChartedMonth], across: _Across) -> None:
    amounts = [month.arrears.cents for month in months]
    up = scale(min(0, *amounts), max(amounts), bottom=126, top=188)
    drawing.add(_words(LEFT, 201, "Arrears at the end of each month", bold=True))
    _grid(drawing, up)
    points = [(across.middle(place), up.place(cents)) for place, cents in enumerate(amounts)]
    drawing.add(PolyLine([at for point in points for at in point], strokeColor=black, strokeWidth=1.6))
    for x, y in points if len(points) <= 2 * LABELS_THAT_FIT else points[-1:]:
        drawing.add(Circle(x, y, 2.2, fillColor=white, strokeColor=black, strokeWidth=1.2))
    drawing.add(_words(RIGHT, 201, f"{months[-1].month:%B %Y}: {months[-1].arrears}", bold=True, anchor="end"))


def _bars(drawing: Any, months: Sequence[ChartedMonth], across: _Across) -> None:
    amounts = [amount.cents for month in months for amount in (month.ordered, month.paid)]
    up = scale(min(0, *amounts), max(amounts), bottom=22, top=88)
    _legend(drawing)
    _grid(drawing, up)
    wide = across.step * 0.38
    for place, month in enumerate(months):
        middle = across.middle(place)
        drawing.add(_bar(middle - wide, wide, up, month.ordered, white))
        drawing.add(_bar(middle, wide, up, month.paid, INK))


def _bar(left: float, wide: float, up: Scale, amount: Money, fill: Any) -> Any:
    low, high = sorted((up.place(0), up.place(amount.cents)))
    return Rect(left, low, wide, high - low, fillColor=fill, strokeColor=black, strokeWidth=min(0.7, wide / 6))


def _legend(drawing: Any) -> None:
    drawing.add(_words(LEFT, 101, "Each month:", bold=True))
    for left, text, fill in ((LEFT + 58, "ordered", white), (LEFT + 110, "paid", INK)):
        drawing.add(Rect(left, 101, 8, 6.5, fillColor=fill, strokeColor=black, strokeWidth=0.7))
        drawing.add(_words(left + 11, 101, text))


def _grid(drawing: Any, up: Scale) -> None:
    for cents in up.marks:
        y = up.place(cents)
        drawing.add(Line(LEFT, y, RIGHT, y, strokeColor=FAINT if cents else GREY, strokeWidth=0.5 if cents else 0.8))
        drawing.add(_words(LEFT - 4, y - 2.5, str(Money(cents)).removesuffix(".00"), anchor="end", size=7.5))


def _months(drawing: Any, months: Sequence[ChartedMonth], across: _Across) -> None:
    every = -(-len(months) // LABELS_THAT_FIT)
    for place in range(len(months) - 1, -1, -every):
        drawing.add(_words(across.middle(place), 7, f"{months[place].month:%m/%y}", anchor="middle", size=7.5))


def _words(x: float, y: float, text: str, *, size: float = 8.5, anchor: str = "start", bold: bool = False) -> Any:
    face = fonts.SANS_BOLD if bold else fonts.SANS
    return String(x, y, text, fontName=face, fontSize=size, textAnchor=anchor, fillColor=black)

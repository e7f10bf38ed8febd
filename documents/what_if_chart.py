"""What a proposal would change, as a picture: the debt by month without it and with it, also in black and white."""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect
from reportlab.lib.colors import black, white

from cases.plans.what_if import Effect
from documents import fonts
from documents.axes import grid
from documents.drawn import GREY, INK, words
from documents.scales import Scale, scale
from kernel.money import Money

WIDE, HIGH = 468, 170
LEFT, RIGHT, BOTTOM, TOP = 52, 452, 24, 138
FEWEST = 6
LABELS_THAT_FIT = 10
DASHES = [5, 3]


def effect_drawing(effect: Effect) -> Any:
    """6.5 inches wide: the debt without the proposal as a broken line, with it as a heavy one."""
    fonts.ready()
    drawing = Drawing(WIDE, HIGH)
    drawing.add(Rect(0, 0, WIDE, HIGH, fillColor=white, strokeColor=None))
    shown = months_shown(effect)
    before, after = ([one.owed for one in outlook.months[: shown + 1]] for outlook in (effect.without, effect.given))
    amounts = [amount.cents for amount in (*before, *after)]
    up = scale(min(0, *amounts), max(amounts), bottom=BOTTOM, top=TOP)
    _legend(drawing)
    grid(drawing, up, LEFT, RIGHT)
    drawing.add(_line(before, up, strokeColor=GREY, strokeWidth=1.4, strokeDashArray=DASHES))
    drawing.add(_line(after, up, strokeColor=INK, strokeWidth=2.2))
    every = -(-(shown + 1) // LABELS_THAT_FIT)
    for place in range(0, shown + 1, every):
        label = f"{effect.given.months[place].on:%m/%y}"
        drawing.add(words(_across(place, shown), 8, label, anchor="middle", size=7.5))
    return drawing


def months_shown(effect: Effect) -> int:
    """How many months the picture reaches: to where both debts are paid, if that comes so soon."""
    paid = [outlook.pay_off.months for outlook in (effect.without, effect.given)]
    last = len(effect.given.months) - 1
    return min(last, max(FEWEST, *(last if months is None else months for months in paid)))


def _line(owed: Sequence[Money], up: Scale, **look: Any) -> Any:
    last = len(owed) - 1
    points = [(_across(place, last), up.place(amount.cents)) for place, amount in enumerate(owed)]
    return PolyLine([at for point in points for at in point], **look)


def _across(place: int, last: int) -> float:
    return LEFT + (RIGHT - LEFT) * place / last


def _legend(drawing: Any) -> None:
    drawing.add(words(LEFT, 154, "Owed, month by month:", bold=True))
    for left, text, look in (
        (LEFT + 112, "without it", {"strokeColor": GREY, "strokeWidth": 1.4, "strokeDashArray": DASHES}),
        (LEFT + 190, "with it", {"strokeColor": black, "strokeWidth": 2.2}),
    ):
        drawing.add(Line(left, 157, left + 22, 157, **look))
        drawing.add(words(left + 26, 154, text))

"""Values and marks as content of a page."""

from collections.abc import Callable, Mapping
from itertools import groupby

from documents.forms.fields import Box, Rect
from documents.forms.typesetting import Setting

CURVE = 0.5523
"""How far the handles of a quarter of a circle reach, in parts of its radius."""


def text(setting: Setting, codes: Mapping[str, str], foreign: Mapping[str, tuple[str, str]]) -> str:
    """A set text, as content; ``codes`` are the letters of its face, ``foreign`` those that the document brings."""
    rect, size, parts = setting.box.rect, f"{setting.size:.4g}", []
    turn, left, bottom = _TURNED[setting.box.turned]
    for line in setting.lines:
        x, y = left(line.x, line.y, rect), bottom(line.x, line.y, rect)
        try:
            shown = f"<{''.join([codes[char] for char in line.text])}> Tj"
        except KeyError:
            shown = _mixed(line.text, codes, foreign, setting.face, size)
        parts.append(f"/Cr{setting.face} {size} Tf {turn} {x:.2f} {y:.2f} Tm {shown}")
    return f"BT {setting.colour} {' '.join(parts)} ET\n"


def mark(box: Box, sign: str = "") -> str:
    """The mark of a checked box: the form's own drawing, or the sign asked for, drawn with lines."""
    if box.picture and not sign:
        return f"q /{box.picture} Do Q\n"
    return f"q 0 g 0 G {_SIGNS[sign or box.mark](box.rect)} Q\n"


def _mixed(line: str, codes: Mapping[str, str], foreign: Mapping[str, tuple[str, str]], face: str, size: str) -> str:
    told = [(face, codes[char]) if char in codes else foreign[char] for char in line]
    return " ".join(
        f"/Cr{name} {size} Tf <{''.join(code for _, code in piece)}> Tj"
        for name, piece in groupby(told, key=lambda one: one[0])
    )


_Side = Callable[[float, float, Rect], float]
_TURNED: dict[int, tuple[str, _Side, _Side]] = {
    0: ("1 0 0 1", lambda x, y, rect: rect.left + x, lambda x, y, rect: rect.bottom + y),
    90: ("0 1 -1 0", lambda x, y, rect: rect.right - y, lambda x, y, rect: rect.bottom + x),
    180: ("-1 0 0 -1", lambda x, y, rect: rect.right - x, lambda x, y, rect: rect.top - y),
    270: ("0 -1 1 0", lambda x, y, rect: rect.left + y, lambda x, y, rect: rect.top - x),
}


def _cross(rect: Rect) -> str:
    inner = _inner(rect, 0.18)
    return (
        f"{_weight(rect)} w {inner.left:.2f} {inner.bottom:.2f} m {inner.right:.2f} {inner.top:.2f} l "
        f"{inner.left:.2f} {inner.top:.2f} m {inner.right:.2f} {inner.bottom:.2f} l S"
    )


def _check(rect: Rect) -> str:
    inner = _inner(rect, 0.15)
    x, y = inner.left + inner.wide * 0.38, inner.bottom
    return (
        f"{_weight(rect)} w {inner.left:.2f} {inner.bottom + inner.high * 0.45:.2f} m {x:.2f} {y:.2f} l "
        f"{inner.right:.2f} {inner.top:.2f} l S"
    )


def _square(rect: Rect) -> str:
    inner = _inner(rect, 0.22)
    return f"{inner.left:.2f} {inner.bottom:.2f} {inner.wide:.2f} {inner.high:.2f} re f"


def _diamond(rect: Rect) -> str:
    inner = _inner(rect, 0.15)
    x, y = (inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2
    corners = [(x, inner.bottom), (inner.right, y), (x, inner.top), (inner.left, y)]
    first, *rest = [f"{across:.2f} {up:.2f}" for across, up in corners]
    return f"{first} m {' l '.join(rest)} l f"


def _disc(rect: Rect) -> str:
    return f"{_round(_inner(rect, 0.22))} f"


def _circle(rect: Rect) -> str:
    """A ring around what is printed in the box: forms that say 'circle one'."""
    return f"1.2 w {_round(rect)} s"


def _round(rect: Rect) -> str:
    x, y, a, b = (rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2, rect.wide / 2, rect.high / 2
    c, d = a * CURVE, b * CURVE
    return (
        f"{x + a:.2f} {y:.2f} m {x + a:.2f} {y + d:.2f} {x + c:.2f} {y + b:.2f} {x:.2f} {y + b:.2f} c "
        f"{x - c:.2f} {y + b:.2f} {x - a:.2f} {y + d:.2f} {x - a:.2f} {y:.2f} c "
        f"{x - a:.2f} {y - d:.2f} {x - c:.2f} {y - b:.2f} {x:.2f} {y - b:.2f} c "
        f"{x + c:.2f} {y - b:.2f} {x + a:.2f} {y - d:.2f} {x + a:.2f} {y:.2f} c"
    )


def _inner(rect: Rect, margin: float) -> Rect:
    """The largest square in the middle of the rectangle, less a margin on each side."""
    side = min(rect.wide, rect.high) * (1 - 2 * margin) / 2
    x, y = (rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2
    return Rect(x - side, y - side, x + side, y + side)


def _weight(rect: Rect) -> str:
    return f"{max(0.9, min(rect.wide, rect.high) * 0.11):.2f}"


_SIGNS = {
    "cross": _cross, "check": _check, "square": _square, "diamond": _diamond, "disc": _disc, "star": _cross,
    "circle": _circle,
}  # fmt: skip
SIGNS = tuple(_SIGNS)

"""What of a form's boxes is the same in every document: frames, and drawings that stand for themselves."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf

from documents.forms.fields import Field, Kind, Rect
from documents.forms.inventory import PRINTS, Widget, numbers, rect_of

ON_SCREEN_ONLY = re.compile(
    r"\W*(print|save|clear|reset|submit|mail|for your (protection|privacy)|form instructions)\b", re.IGNORECASE
)
WHITE = {1: (1,), 3: (1, 1, 1), 4: (0, 0, 0, 0)}
_PAINT = {1: "g", 3: "rg", 4: "k"}


def frame(widget: Widget) -> str:
    """Background and border of a box that prints, as content. White is paper: painted, it could only hide words."""
    if not widget.shows & PRINTS or _on_screen_only(widget):
        return ""
    rect = rect_of(widget.node["/Rect"])
    return _background(widget.style.get("/BG", ()), rect) + _border(widget, rect)


def drawing(widget: Widget) -> Any:
    """The drawing that belongs to the page in every document, such as a link's words; None where there is none."""
    pictures = widget.pictures
    if not widget.shows & PRINTS or _on_screen_only(widget):
        return None
    if widget.kind is Kind.BUTTON:
        return pictures.get("")
    bare = "/BC" not in widget.style and "/BG" not in widget.style
    return pictures.get("Off") if widget.kind is Kind.CHECK and bare else None


def own_marks(field: Field, boxes: list[Widget]) -> Iterator[tuple[int, Any]]:
    """For each box of a check box, the form's own drawing of its mark, where that leans on no font outside the file."""
    if field.kind is Kind.CHECK:
        for place, (box, widget) in enumerate(zip(field.boxes, boxes, strict=True)):
            picture = widget.pictures.get(box.state)
            if picture is not None and "/Font" not in picture.get("/Resources", {}) and picture.read_bytes().strip():
                yield place, picture


def with_pictures(field: Field, names: dict[int, str]) -> Field:
    """The field with the names under which its own marks are kept."""
    boxes = (replace(box, picture=names.get(place, "")) for place, box in enumerate(field.boxes))
    return replace(field, boxes=tuple(boxes))


def placed(picture: Any, rect: Rect) -> str:
    """The matrix that puts a drawing into a rectangle: ISO 32000-1, 12.5.5, algorithm 8.1."""
    box = rect_of(picture.get("/BBox", (0, 0, 1, 1)))
    a, b, c, d, e, f = numbers(picture.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    xs = [a * x + c * y + e for x in (box.left, box.right) for y in (box.bottom, box.top)]
    ys = [b * x + d * y + f for x in (box.left, box.right) for y in (box.bottom, box.top)]
    turned = Rect(min(xs), min(ys), max(xs), max(ys))
    wide = rect.wide / turned.wide if turned.wide else 1
    high = rect.high / turned.high if turned.high else 1
    return f"{wide:.5f} 0 0 {high:.5f} {rect.left - turned.left * wide:.5f} {rect.bottom - turned.bottom * high:.5f} cm"


def _on_screen_only(widget: Widget) -> bool:
    told = [widget.style.get("/CA", ""), widget.get("/TU", "")]
    return widget.kind is Kind.BUTTON and (
        "/BG" in widget.style or any(ON_SCREEN_ONLY.match(str(words)) for words in told)
    )


def _background(colour: Any, rect: Rect) -> str:
    parts = numbers(colour)
    if len(parts) not in _PAINT or parts == WHITE[len(parts)]:
        return ""
    paint = " ".join(f"{part:.4g}" for part in parts)
    return f"q {paint} {_PAINT[len(parts)]} {_edges(rect, 0)} re f Q\n"


def _border(widget: Widget, rect: Rect) -> str:
    parts = numbers(widget.style.get("/BC", ()))
    style = widget.node.get("/BS", {})
    (weight,) = numbers([style.get("/W", 1)]) if isinstance(style, pikepdf.Dictionary) else (1.0,)
    if len(parts) not in _PAINT or weight <= 0:
        return ""
    paint = f"q {' '.join(f'{part:.4g}' for part in parts)} {_PAINT[len(parts)].upper()} {weight:.4g} w "
    if str(style.get("/S", "")) == "/U":
        line = rect.bottom + weight / 2
        return f"{paint}{rect.left:.3f} {line:.3f} m {rect.right:.3f} {line:.3f} l S Q\n"
    return f"{paint}{_edges(rect, weight / 2)} re S Q\n"


def _edges(rect: Rect, inside: float) -> str:
    wide, high = rect.wide - 2 * inside, rect.high - 2 * inside
    return f"{rect.left + inside:.3f} {rect.bottom + inside:.3f} {wide:.3f} {high:.3f}"

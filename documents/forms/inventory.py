"""The fields of a PDF, found from the boxes on its pages, with all that they inherit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from documents.forms.faces import face_of
from documents.forms.fields import Box, Field, Kind, Look, Page, Rect

DEEPEST, MOST_BOXES, MOST_PAGES = 20, 5_000, 200
HIDDEN, PRINTS = 1 << 1, 1 << 2
READ_ONLY, REQUIRED, LINES, PASSWORD, PUSH, COMB = 1 << 0, 1 << 1, 1 << 12, 1 << 13, 1 << 16, 1 << 24
MARKS = {"4": "check", "3": "check", "l": "disc", "n": "square", "u": "diamond", "H": "star"}
FARTHEST = 14_400
"""The largest page of PDF, in points."""
_LINE = 6
_TOKEN = re.compile(r"/(\S+)|(-?\d*\.?\d+)|([A-Za-z]+)")


class TooManyFields(Exception):
    """More than any form that a person fills in."""


@dataclass(frozen=True, slots=True)
class Widget:
    """A box with the PDF objects behind it: itself, and itself followed by everything that it inherits from."""

    page: int
    node: Any
    line: tuple[Any, ...]

    def get(self, key: str, otherwise: Any = None) -> Any:
        """An entry of the field, its own or inherited."""
        return next((node[key] for node in self.line if key in node), otherwise)

    @property
    def name(self) -> str:
        return ".".join(str(node["/T"]) for node in reversed(self.line) if "/T" in node)

    @property
    def flags(self) -> int:
        return int(self.get("/Ff", 0))

    @property
    def shows(self) -> int:
        return int(self.node.get("/F", 0))

    @property
    def style(self) -> Any:
        return self.node.get("/MK", {})

    @property
    def pictures(self) -> dict[str, Any]:
        """Its drawings by state; one under '' where it has no states."""
        normal = self.node.get("/AP", {}).get("/N")
        if normal is None:
            return {}
        if isinstance(normal, pikepdf.Stream):
            return {"": normal}
        return {str(name)[1:]: each for name, each in normal.items() if isinstance(each, pikepdf.Stream)}

    @property
    def kind(self) -> Kind | None:
        told = str(self.get("/FT", ""))
        if told == "/Btn":
            return Kind.BUTTON if self.flags & PUSH else Kind.CHECK
        return {"/Tx": Kind.TEXT, "/Ch": Kind.CHOICE, "/Sig": Kind.SIGNATURE}.get(told)


def widgets(pdf: Any) -> tuple[Widget, ...]:
    """Every box of a field that can be seen. Raises TooManyFields, ValueError where fields are nested without end."""
    if len(pdf.pages) > MOST_PAGES:
        raise TooManyFields
    found = [Widget(number, node, _line_of(node)) for number, node in _boxes(pdf)]
    if len(found) > MOST_BOXES:
        raise TooManyFields
    return tuple(each for each in found if each.kind is not None and each.name and not each.shows & HIDDEN)


def fields(pdf: Any, found: tuple[Widget, ...]) -> tuple[Field, ...]:
    """The fields in the order in which a person reads them."""
    by_name: dict[str, list[Widget]] = {}
    for each in sorted(found, key=_place):
        by_name.setdefault(each.name, []).append(each)
    form = pdf.Root.get("/AcroForm", {})
    return tuple(_field(name, boxes, form) for name, boxes in by_name.items())


def page_of(page: Any) -> Page:
    """How a page is seen."""
    media, crop = rect_of(page.mediabox), rect_of(page.cropbox)
    seen = Rect(
        max(media.left, crop.left),
        max(media.bottom, crop.bottom),
        min(media.right, crop.right),
        min(media.top, crop.top),
    )
    return Page(seen if seen.wide > 0 and seen.high > 0 else media, int(page.rotation) % 360)


def rect_of(array: Any) -> Rect:
    """A rectangle of PDF, its corners in order. Raises ValueError for one that lies on no page."""
    x0, y0, x1, y1 = numbers(array)
    if not all(abs(side) <= FARTHEST for side in (x0, y0, x1, y1)):
        raise ValueError("a rectangle lies outside any page")
    return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def numbers(array: Any) -> tuple[float, ...]:
    """The numbers of an array of PDF."""
    return tuple(float(number) for number in array)


def _boxes(pdf: Any) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages, start=1):
        for node in page.obj.get("/Annots", ()):
            if str(node.get("/Subtype", "")) == "/Widget" and "/Rect" in node:
                yield number, node


def _line_of(node: Any) -> tuple[Any, ...]:
    line = [node]
    while "/Parent" in line[-1]:
        line.append(line[-1]["/Parent"])
        if len(line) > DEEPEST:
            raise ValueError("fields are nested too deep")
    return tuple(line)


def _place(widget: Widget) -> tuple[int, int, float]:
    """Page, line and column."""
    rect = rect_of(widget.node["/Rect"])
    return widget.page, -round((rect.top + rect.bottom) / 2 / _LINE), rect.left


def _field(name: str, boxes: list[Widget], form: Any) -> Field:
    first = boxes[0]
    kind = first.kind or Kind.TEXT
    flags, longest = first.flags, max(0, int(first.get("/MaxLen", 0)))
    tooltips = [" ".join(str(box.get("/TU", "")).split()) for box in boxes]
    return Field(
        name=name,
        tooltip=next(filter(None, tooltips), ""),
        kind=kind,
        boxes=tuple(map(_box, boxes)),
        look=_look(first, form),
        value=_value(first) if any(box.shows & PRINTS for box in boxes) else "",
        longest=longest,
        lines=kind is Kind.TEXT and bool(flags & LINES),
        comb=kind is Kind.TEXT and bool(flags & COMB) and not flags & (LINES | PASSWORD) and longest > 0,
        required=bool(flags & REQUIRED),
        read_only=bool(flags & READ_ONLY),
        options=tuple(_options(first)) if kind is Kind.CHOICE else (),
    )


def _box(widget: Widget) -> Box:
    rect = rect_of(widget.node["/Rect"])
    turned = int(widget.style.get("/R", 0)) % 360 // 90 * 90
    if widget.kind is not Kind.CHECK:
        return Box(widget.page, rect, turned)
    on = next((state for state in widget.pictures if state not in ("Off", "")), "Yes")
    return Box(widget.page, rect, turned, on, MARKS.get(str(widget.style.get("/CA", "")), "cross"))


def _value(widget: Widget) -> str:
    """What the field says before it is filled in; for a check box its state, '' when off."""
    held = widget.get("/V")
    if held is None or isinstance(held, pikepdf.Stream) or widget.kind in (Kind.SIGNATURE, Kind.BUTTON):
        return ""
    if widget.kind is Kind.CHECK:
        return "" if str(held) == "/Off" else str(held).removeprefix("/")
    return str(held)


def _options(widget: Widget) -> Iterator[tuple[str, str]]:
    for each in widget.get("/Opt", ()):
        shown, kept = (each[1], each[0]) if isinstance(each, pikepdf.Array) and len(each) > 1 else (each, each)
        yield str(shown), str(kept)


def _look(widget: Widget, form: Any) -> Look:
    """Face, size and colour by the default appearance, ISO 32000-1, 12.7.3.3."""
    told = str(widget.get("/DA", None) or form.get("/DA", ""))
    font, size, colour, numbers = "", 0.0, "0 g", list[str]()
    for name, number, word in _TOKEN.findall(told):
        if word == "Tf" and numbers:
            size = abs(float(numbers[-1]))
        elif word in ("g", "rg", "k") and len(numbers) >= {"g": 1, "rg": 3, "k": 4}[word]:
            colour = " ".join([*numbers[-{"g": 1, "rg": 3, "k": 4}[word] :], word])
        font, numbers = name or font, [] if word else [*numbers, number] if number else numbers
    align = int(widget.get("/Q", form.get("/Q", 0)))
    return Look(face_of(_base_font(font, form)), size, colour, align if align in (0, 1, 2) else 0)


def _base_font(name: str, form: Any) -> str:
    known = form.get("/DR", {}).get("/Font", {}).get(f"/{name}") if name else None
    return str(known.get("/BaseFont", name)).removeprefix("/") if known is not None else name

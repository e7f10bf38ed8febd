"""Labels at the foot of pages: added to a page's content, never mixed into it, upright as the page is seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from documents import fonts
from documents.sheets import Sheets

SIZE, FOOT, SIDE, LETTER = 8, 20, 36, 612
NAME = NameObject("/CourtreadyStamp")
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A page as it is seen: its visible size, and the matrix that takes a point of the view to a point of the page."""

    wide: float
    high: float
    matrix: Matrix

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """The page's own coordinates of a point that is seen at x, y from the lower left corner."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


def view(page: Any) -> View:
    """How a page is seen: through its crop box, turned by its rotation."""
    left, bottom, right, top = _visible(page)
    wide, high = right - left, top - bottom
    return {
        0: View(wide, high, (1, 0, 0, 1, left, bottom)),
        90: View(high, wide, (0, 1, -1, 0, right, bottom)),
        180: View(wide, high, (-1, 0, 0, -1, right, top)),
        270: View(high, wide, (0, -1, 1, 0, left, top)),
    }[page.get("/Rotate", 0) % 360 // 90 * 90]


def _visible(page: Any) -> tuple[float, float, float, float]:
    media, crop = _sides(page["/MediaBox"]), _sides(page.get("/CropBox", page["/MediaBox"]))
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if right > left and top > bottom else media


def _sides(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def draw_label(sheets: Sheets, left: str, right: str = "") -> None:
    """One stamp, drawn on a sheet of its own: texts for the two ends of a foot line on a Letter page."""
    sheets.y = FOOT
    sheets.write(left, SIDE, font=fonts.SANS, size=SIZE)
    sheets.write(right, LETTER - SIDE, font=fonts.SANS, size=SIZE, anchor="end")
    sheets.turn()


class Stamper:
    """Puts drawn stamps on pages of one PDF. A page's content stays as it is, between a save and a restore."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._save = self._stream(b"q\n")

    def stamp(self, page: DictionaryObject, label: Any) -> None:
        """Add the label, a page as drawn by ``draw_label``, to the foot of a page."""
        seen = view(page)
        scale = seen.wide / LETTER
        matrix = [value * scale for value in seen.matrix[:4]] + list(seen.matrix[4:])
        drawn = b"\nQ q %s cm %s Do Q\n" % (" ".join(f"{value:.4f}" for value in matrix).encode(), NAME.encode())
        page[NameObject("/Contents")] = ArrayObject([self._save, *_streams(page), self._stream(drawn)])
        page[NameObject("/Resources")] = _with_stamp(page, self._form(label))

    def _form(self, label: Any) -> Any:
        form = StreamObject()
        form.set_data(label.get_contents().get_data())
        form.update({
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(NumberObject(side) for side in (0, 0, LETTER, 60)),
            NameObject("/Resources"): label["/Resources"].clone(self._writer),
        })  # fmt: skip
        return self._writer._add_object(form.flate_encode())

    def _stream(self, data: bytes) -> Any:
        made = StreamObject()
        made.set_data(data)
        return self._writer._add_object(made)


def _streams(page: DictionaryObject) -> Sequence[Any]:
    if "/Contents" not in page:
        return []
    contents = page.raw_get("/Contents")
    held = contents.get_object()
    return list(held) if isinstance(held, ArrayObject) else [contents]


def _with_stamp(page: DictionaryObject, form: Any) -> DictionaryObject:
    """The page's own copy of its resources, one level deep, with the stamp among its drawings."""
    resources = DictionaryObject(_held(page, "/Resources"))
    drawings = DictionaryObject(_held(resources, "/XObject"))
    drawings[NAME] = form
    resources[NameObject("/XObject")] = drawings
    return resources


def _held(owner: DictionaryObject, key: str) -> dict[Any, Any]:
    found = owner.get(key)
    return dict(found.get_object().items()) if found is not None else {}

"""Labels at the foot of pages: added to a page's content, never mixed into it, upright as the page is seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from documents import fonts
from documents.packet.measures import points
from documents.packet.typeface import Typeface, others, plain

SIZE, FOOT, SIDE, LETTER = 8, 20, 36, 612
BACK = "Back to index"
HEIGHT, STICKER = 10, 44
ARTIFACT = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
PLAIN, OTHERS = Name("/CrtFoot"), Name("/CrtFootOthers")
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]


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

    def box_on_page(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The page's own coordinates of a box that is seen there."""
        (x0, y0), (x1, y1) = self.on_page(left, bottom), self.on_page(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def view(page: Any) -> View:
    """How a page is seen: through its crop box, turned by its rotation."""
    left, bottom, right, top = visible(page)
    wide, high = right - left, top - bottom
    match int(page.get("/Rotate", 0)) % 360 // 90:
        case 1:
            return View(high, wide, (0, 1, -1, 0, right, bottom))
        case 2:
            return View(wide, high, (-1, 0, 0, -1, right, top))
        case 3:
            return View(high, wide, (0, -1, 1, 0, left, top))
    return View(wide, high, (1, 0, 0, 1, left, bottom))


def visible(page: Any) -> Box:
    """What is seen of a page, in its own coordinates."""
    media = _sides(page["/MediaBox"])
    if "/CropBox" not in page:
        return media
    crop = _sides(page["/CropBox"])
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if right > left and top > bottom else media


def _sides(box: Any) -> Box:
    x0, y0, x1, y1 = map(points, box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of a page: on the left, on the right, and on which page the index begins, to go back to.

    ``boxed`` writes on white, for pages whose own foot may be dark; ``sticker`` is an exhibit's label above the foot.
    """

    left: str
    right: str
    back_to: int = 0
    boxed: bool = False
    sticker: str = ""


class Stamper:
    """Writes feet on the pages of one PDF. A page's content stays as it is, between a save and a restore."""

    def __init__(self, pdf: pikepdf.Pdf, texts: Iterable[str]) -> None:
        self._pdf = pdf
        self._faces: dict[Name, Typeface] = {PLAIN: plain()}
        rare = others(texts)
        if rare is not None:
            self._faces[OTHERS] = rare
        self._fonts: dict[Name, Any] = {}
        self._save = pdf.make_stream(b"q\n")
        self._ready: set[tuple[int, int]] = set()
        self.back_from = (LETTER - plain().width(BACK, SIZE)) / 2

    def stamp(self, page: Any, seen: View, foot: Foot) -> None:
        """Write the foot of one page."""
        matrix = seen.matrix
        if (scale := seen.wide / LETTER) != 1:
            matrix = (*(value * scale for value in matrix[:4]), *matrix[4:])  # type: ignore[assignment]
        page[Name.Contents] = Array([self._save, *_streams(page), self._pdf.make_stream(self._drawn(foot, matrix))])
        self._give_fonts(page)

    def back_box(self, seen: View) -> Box:
        """Where a page says that one can go back, in its own coordinates."""
        scale = seen.wide / LETTER
        left, right = self.back_from * scale, (LETTER - self.back_from) * scale
        return seen.box_on_page(left, (FOOT - 3) * scale, right, (FOOT + HEIGHT) * scale)

    def _drawn(self, foot: Foot, matrix: Matrix) -> bytes:
        texts: list[tuple[float, str]] = [(SIDE, foot.left)]
        if foot.back_to:
            texts.append((self.back_from, BACK))
        texts.append((LETTER - SIDE - self._width(foot.right), foot.right))
        white = b"".join(self._white(x, text) for x, text in texts if text) if foot.boxed else b""
        written = b" ".join(self._written(x, text) for x, text in texts if text)
        cm = " ".join(f"{value:g}" if value == int(value) else f"{value:.4f}" for value in matrix)
        if foot.sticker:
            white += self._frame(foot.sticker)
            written += b" " + self._written(LETTER - SIDE - 8 - self._width(foot.sticker), foot.sticker, STICKER)
        return b"\nQ\n%s q %s cm %sBT %s ET Q EMC\n" % (ARTIFACT.encode(), cm.encode(), white, written)

    def _white(self, x: float, text: str) -> bytes:
        return b"1 g %.1f %d %.1f %d re f 0 g " % (x - 2, FOOT - 3, self._width(text) + 4, HEIGHT + 1)

    def _frame(self, text: str) -> bytes:
        wide = self._width(text) + 16
        return b"q 1 g 0 G 0.8 w %.1f %d %.1f 20 re B Q " % (LETTER - SIDE - wide, STICKER - 7, wide)

    def _written(self, x: float, text: str, y: int = FOOT) -> bytes:
        pieces = b" ".join(
            b"%s %d Tf %s Tj" % (str(name).encode(), SIZE, self._faces[name].coded(piece))
            for name, piece in self._pieces(text)
        )
        return b"1 0 0 1 %.1f %d Tm %s" % (x, y, pieces)

    def _pieces(self, text: str) -> Sequence[tuple[Name, str]]:
        known = self._faces[PLAIN].codes
        if all(char in known for char in text):
            return [(PLAIN, text)]
        return [
            (PLAIN if char in known else OTHERS, char) for _, piece in fonts.runs(text, fonts.SANS) for char in piece
        ]

    def _width(self, text: str) -> float:
        return sum(self._faces[name].width(piece, SIZE) for name, piece in self._pieces(text))

    def _give_fonts(self, page: Any) -> None:
        """Put our fonts among the page's own; pages that share their resources go on sharing them."""
        own = page.get("/Resources")
        if own is None:
            own = page[Name.Resources] = Dictionary()
        if own.objgen == (0, 0) or own.objgen not in self._ready:
            self._ready.add(own.objgen)
            self._add_fonts(own)

    def _add_fonts(self, resources: Any) -> None:
        held = resources.get("/Font")
        if held is None:
            held = resources[Name.Font] = Dictionary()
        for name in self._faces:
            if name not in held:  # the cover of a packet that is bound into a binder has it already
                held[name] = self._font(name)

    def _font(self, name: Name) -> Any:
        if name not in self._fonts:
            self._fonts[name] = self._faces[name].put(self._pdf)
        return self._fonts[name]


def _streams(page: Any) -> list[Any]:
    contents = page.get("/Contents")
    if contents is None:
        return []
    return list(contents) if isinstance(contents, Array) else [contents]

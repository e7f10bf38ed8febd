"""A drawing for every place it is shown: SVG for the screen, PNG for Word, vectors for a PDF. One drawing, one look."""

import io
import re
from typing import Any, Final

import pypdfium2
from isal import isal_zlib
from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import String
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from documents import fonts
from documents.reading import PDFIUM
from infra.png import rgb_png

DOTS_PER_POINT: Final = 3
QUICK: Final = 2
"""How hard a picture is packed: zlib takes eight times as long and saves a few kilobytes of a paper."""

INK, GREY, FAINT = HexColor("#1F3A5F"), HexColor("#555555"), HexColor("#C8C8C8")
_ON_SCREEN: Final = (
    (f"font-family: {fonts.SANS_BOLD}", "font-weight: bold; font-family: 'Liberation Sans', Arial, sans-serif"),
    (f"font-family: {fonts.SANS}", "font-family: 'Liberation Sans', Arial, sans-serif"),
)


def png(drawing: Any) -> bytes:
    """A PNG at 216 dots an inch. The same drawing gives the same bytes."""
    with PDFIUM, pypdfium2.PdfDocument(_page(drawing)) as document:
        dots = document[0].render(scale=DOTS_PER_POINT, rev_byteorder=True)
        shown, wide = bytes(dots.buffer), 3 * dots.width
    rows = b"".join(b"\0" + shown[start : start + wide] for start in range(0, len(shown), dots.stride))
    packed = isal_zlib.compress(rows, QUICK)
    return rgb_png(dots.width, dots.height, packed, dots_per_inch=72 * DOTS_PER_POINT)


def _page(drawing: Any) -> bytes:
    """A PDF of the drawing's size, not packed: it is read once, at once."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(drawing.width, drawing.height), pageCompression=0)
    renderPDF.draw(drawing, canvas, 0, 0, showBoundary=0)
    canvas.save()
    return held.getvalue()


def svg(drawing: Any) -> bytes:
    """An SVG in the fonts that a screen has; whoever shows it says what it shows."""
    text: str = renderSVG.drawToString(drawing, showBoundary=0)
    text = re.sub(r"<!DOCTYPE[^>]*>\s*|<title>.*?</title>\s*|<desc>.*?</desc>\s*", "", text)
    for ours, theirs in _ON_SCREEN:
        text = text.replace(ours, theirs)
    return text.encode()


def words(x: float, y: float, text: str, *, size: float = 8.5, anchor: str = "start", bold: bool = False) -> Any:
    """Text in a drawing; ``anchor`` is start, middle or end."""
    face = fonts.SANS_BOLD if bold else fonts.SANS
    return String(x, y, text, fontName=face, fontSize=size, textAnchor=anchor, fillColor=black)

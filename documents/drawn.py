"""A drawing for every place it is shown: SVG for the screen, PNG for Word, vectors for a PDF. One drawing, one look."""

import io
import re
from typing import Any, Final

import pypdfium2
from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import String
from reportlab.lib.colors import HexColor, black

from documents import fonts
from documents.reading import PDFIUM

DOTS_PER_POINT: Final = 3
QUICK: Final = 2
"""How hard a picture is packed: harder takes ten times as long and saves a few kilobytes of a paper."""

INK, GREY, FAINT = HexColor("#1F3A5F"), HexColor("#555555"), HexColor("#C8C8C8")
_ON_SCREEN: Final = (
    (f"font-family: {fonts.SANS_BOLD}", "font-weight: bold; font-family: 'Liberation Sans', Arial, sans-serif"),
    (f"font-family: {fonts.SANS}", "font-family: 'Liberation Sans', Arial, sans-serif"),
)


def png(drawing: Any) -> bytes:
    """A PNG at 216 dots an inch. The same drawing gives the same bytes."""
    page = renderPDF.drawToString(drawing, msg="", showBoundary=0)
    with PDFIUM:
        document = pypdfium2.PdfDocument(page)
        picture = document[0].render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
        document.close()
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=QUICK, dpi=(72 * DOTS_PER_POINT, 72 * DOTS_PER_POINT))
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

"""The lines of a PDF's pages, where they begin, and the fonts that they are set in."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from documents.prints import Line
from documents.reading import PDFIUM

LONGEST = 72
_KEPT_AT_ITS_END = 24
_OF_A_PART = re.compile(r"^[A-Z]{6}\+")  # a font of which only some letters are in the file


def lines_of(pdf: bytes) -> tuple[tuple[Line, ...], ...]:
    """For each page its lines from top to bottom; a long one keeps its beginning and its end, where it breaks."""
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return tuple(tuple(_lines(document[number])) for number in range(len(document)))


def fonts_of(pdf: bytes) -> tuple[str, ...]:
    """The fonts by name, each once."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        return tuple(sorted({_OF_A_PART.sub("", str(font.BaseFont).lstrip("/")) for font in fonts}))


def _lines(page: Any) -> Iterator[Line]:
    text, height = page.get_textpage(), page.get_height()
    place = 0
    for line in text.get_text_range().split("\n"):
        said = " ".join(line.split())
        if said:
            left, _, _, top = text.get_charbox(place + len(line) - len(line.lstrip()), loose=True)
            yield Line(round(left), round(height - top), _shortened(said))
        place += len(line) + 1


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - _KEPT_AT_ITS_END]}…{text[-_KEPT_AT_ITS_END:]}"

"""Which fonts a PDF carries inside itself."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from documents.errors import ReadBackFailed

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_not_embedded(pdf: bytes) -> tuple[str, ...]:
    """The names of fonts that the reader's machine would have to have, each once, in order.

    For PDFs that we made ourselves. Raises ReadBackFailed where the PDF cannot be read.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            names = {name for font in _fonts(opened) for name in _lacking(font)}
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError) as broken:
        raise ReadBackFailed("PDF", ("its fonts cannot be read",)) from broken
    return tuple(sorted(names))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        yield from _within(page.resources, seen)


def _within(resources: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:
    for name in ("/Font", "/XObject"):
        for held in resources.get(name, {}).values():
            if held.is_indirect and held.objgen in seen:
                continue
            seen.add(held.objgen)
            if name == "/Font":
                yield held
            elif "/Resources" in held:
                yield from _within(held.Resources, seen)


def _lacking(font: Any) -> Iterator[str]:
    if font.get("/Subtype") == "/Type3":
        return
    for part in font.get("/DescendantFonts", [font]):
        descriptor = part.get("/FontDescriptor")
        if descriptor is None or not any(file in descriptor for file in _FILES):
            yield str(font.get("/BaseFont", "without a name")).lstrip("/")

"""Which fonts a PDF carries inside itself."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from documents.errors import ReadBackFailed

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_not_embedded(pdf: bytes) -> tuple[str, ...]:
    """The names of fonts that the reader's machine would have to have, each once, in order.

    For PDFs that we made ourselves. Raises ReadBackFailed where the PDF cannot be read.
    """
    try:
        names = [name for font in _fonts(PdfReader(io.BytesIO(pdf))) for name in _lacking(font)]
    except (PyPdfError, ValueError, TypeError, AttributeError) as broken:
        raise ReadBackFailed("PDF", ("its fonts cannot be read",)) from broken
    return tuple(sorted(set(names)))


def _fonts(reader: PdfReader) -> Iterator[Any]:
    seen: set[int] = set()
    for page in reader.pages:
        yield from _within(page.get("/Resources"), seen)


def _within(resources: Any, seen: set[int]) -> Iterator[Any]:
    if resources is None or id(resources.get_object()) in seen:
        return
    resources = resources.get_object()
    seen.add(id(resources))
    for font in (resources.get("/Font") or {}).values():
        yield font.get_object()
    for drawn in (resources.get("/XObject") or {}).values():
        yield from _within(drawn.get_object().get("/Resources"), seen)


def _lacking(font: Any) -> Iterator[str]:
    if font.get("/Subtype") == "/Type3":
        return
    for part in font.get("/DescendantFonts", [font]):
        descriptor = part.get_object().get("/FontDescriptor")
        if descriptor is None or not any(file in descriptor.get_object() for file in _FILES):
            yield str(font.get("/BaseFont", "without a name")).lstrip("/")

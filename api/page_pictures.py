"""Pages of our own PDF files as pictures."""

from functools import lru_cache
from io import BytesIO

import pypdfium2

from documents.reading import PDFIUM
from infra.blobs import blobs
from kernel.refusals import Missing

SCALE = 1.6
"""Pixels for a point: a letter page is 979 pixels wide."""


class NoSuchPage(Missing):
    def __str__(self) -> str:
        return "The document has no such page."


@lru_cache(maxsize=96)
def page_picture(sha: str, number: int) -> bytes:
    """A page as PNG; the first page is 1. Raises NoSuchPage."""
    data = blobs().get(sha)
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            if not 1 <= number <= len(document):
                raise NoSuchPage()
            held = BytesIO()
            document[number - 1].render(scale=SCALE).to_pil().convert("P", palette=1, colors=64).save(
                held, "PNG", optimize=False
            )
            return held.getvalue()
        finally:
            document.close()

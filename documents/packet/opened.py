"""The file of a part, opened for taking over: its pages with everything that they inherit, and nothing that acts."""

import io
from dataclasses import dataclass
from typing import Any

import pikepdf

from documents.unreadable import UNREADABLE

KEPT = frozenset({
    "/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group", "/StructParents",
})  # fmt: skip
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
BROKEN = (pikepdf.PdfError, pikepdf.ForeignObjectError, RuntimeError, *UNREADABLE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF and its pages. Keep it as long as anything is taken over from it."""

    pdf: pikepdf.Pdf
    pages: tuple[Any, ...]


def opened(data: bytes) -> Opened | None:
    """The file, its pages reduced to what is seen of them; None where it is not sound from end to end."""
    try:
        pdf = pikepdf.open(io.BytesIO(data), inherit_page_attributes=False, attempt_recovery=False)
        pages = tuple(page.obj for page in pdf.pages)
        for page in pages:
            _inherit(page)
            for key in set(page.keys()) - KEPT:
                del page[key]
            _look_over(page)
    except BROKEN:
        return None
    return Opened(pdf, pages) if pages and not pdf.get_warnings() else None


def _inherit(page: Any) -> None:
    missing = [key for key in INHERITED if key not in page]
    node, depth = page, 0
    while missing and "/Parent" in node and depth < 50:
        node, depth = node["/Parent"], depth + 1
        for key in [key for key in missing if key in node]:
            page[key] = node[key]
            missing.remove(key)


def _look_over(page: Any) -> None:
    """Raises where a page has no size or no content that a reader could find."""
    if len(page["/MediaBox"]) != 4:
        raise ValueError("a page has no size")
    contents = page.get("/Contents", pikepdf.Array())
    if not isinstance(contents, pikepdf.Array | pikepdf.Stream):
        raise TypeError("a page has no content that can be read")

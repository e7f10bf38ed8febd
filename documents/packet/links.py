"""Reading a packet back: where each link and bookmark lands."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class Link:
    """A link on page ``on`` (0 for a bookmark, ``depth`` below the top) that lands on page ``to``; pages from 1."""

    title: str
    on: int
    to: int
    depth: int = 0


def read_links(pdf: bytes) -> tuple[Link, ...]:
    """Bookmarks in the order of the outline, then links in the order of pages.

    Raises ValueError for one that does not name a page of the file itself.
    """
    reader = PdfReader(io.BytesIO(pdf))
    pages = enumerate((page.indirect_reference for page in reader.pages), start=1)
    numbers = {page.idnum: place for place, page in pages if page}
    outline = reader.root_object.get("/Outlines", {})
    return (*_bookmarks(outline.get("/First"), numbers, 0), *_links(reader, numbers))


def _bookmarks(item: Any, numbers: dict[int, int], depth: int) -> Iterator[Link]:
    while item is not None:
        item = item.get_object()
        yield Link(str(item["/Title"]), 0, _lands(item["/A"], numbers), depth)
        yield from _bookmarks(item.get("/First"), numbers, depth + 1)
        item = item.get("/Next")


def _links(reader: PdfReader, numbers: dict[int, int]) -> Iterator[Link]:
    for place, page in enumerate(reader.pages, start=1):
        for held in page.get("/Annots", ()):
            annotation = held.get_object()
            yield Link(str(annotation.get("/Contents", "")), place, _lands(annotation["/A"], numbers))


def _lands(action: Any, numbers: dict[int, int]) -> int:
    target = action.get_object()
    page = target["/D"][0].get_object().indirect_reference
    if target["/S"] != "/GoTo" or page is None or page.idnum not in numbers:
        raise ValueError("a link does not name a page of this file")
    return numbers[page.idnum]

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
    found = _Pages(numbers, dict(_names(reader.root_object.get("/Names", {}).get("/Dests"))))
    outline = reader.root_object.get("/Outlines", {})
    return (*_bookmarks(outline.get("/First"), found, 0), *_links(reader, found))


@dataclass(frozen=True, slots=True)
class _Pages:
    """The number of each page by its object, and the places that have names."""

    numbers: dict[int, int]
    named: dict[str, Any]

    def reached_by(self, action: Any) -> int:
        """The page on which a link lands."""
        told = action.get_object()
        where = self.named.get(str(told["/D"])) if isinstance(told["/D"], str | bytes) else told["/D"]
        page = where[0].get_object().indirect_reference if where else None
        if told["/S"] != "/GoTo" or page is None or page.idnum not in self.numbers:
            raise ValueError("a link does not name a page of this file")
        return self.numbers[page.idnum]


def _names(node: Any) -> Iterator[tuple[str, Any]]:
    if node is None:
        return
    node = node.get_object()
    held = [item.get_object() for item in node.get("/Names", ())]
    yield from ((str(name), where) for name, where in zip(held[::2], held[1::2], strict=True))
    for kid in node.get("/Kids", ()):
        yield from _names(kid)


def _bookmarks(item: Any, pages: _Pages, depth: int) -> Iterator[Link]:
    while item is not None:
        item = item.get_object()
        yield Link(str(item["/Title"]), 0, pages.reached_by(item["/A"]), depth)
        yield from _bookmarks(item.get("/First"), pages, depth + 1)
        item = item.get("/Next")


def _links(reader: PdfReader, pages: _Pages) -> Iterator[Link]:
    for place, page in enumerate(reader.pages, start=1):
        for held in page.get("/Annots", ()):
            annotation = held.get_object()
            yield Link(str(annotation.get("/Contents", "")), place, pages.reached_by(annotation["/A"]))

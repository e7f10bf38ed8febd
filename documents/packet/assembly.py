"""One PDF out of many: pages taken over by an allow-list, links and bookmarks that name their page."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from documents.packet.covers import Row
from documents.packet.page_map import Place
from documents.packet.stamps import Stamper, view
from documents.unreadable import UNREADABLE

KEPT = frozenset({"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group"})


@dataclass(eq=False)
class PartBroken(Exception):
    """A part that looked sound and could not be taken over."""

    part: object


class Assembly:
    """A PDF in the making. The same calls give the same bytes."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        self.pages: list[Any] = []

    def add(self, page: Any) -> None:
        """Take over one page: what is seen of it, no link, no script, no tag."""
        self.pages.append(self.writer.add_page(page, [key for key in page if key not in KEPT]))

    def add_part(self, part: object, pdf: bytes, count: int) -> None:
        """Take over every page of a PDF. Raises PartBroken where that, or stamping one, cannot be done."""
        try:
            pages = list(PdfReader(io.BytesIO(pdf)).pages)
            if len(pages) != count:
                raise PartBroken(part)
            for page in pages:
                self.add(page)
                view(self.pages[-1])
        except UNREADABLE as broken:
            raise PartBroken(part) from broken

    def link(self, row: Row, on: int, to: Place) -> None:
        """Make a row of an index on page ``on`` lead to a place; pages are counted from 1."""
        box = (row.left, row.bottom, row.right, row.top)
        self.pages[on - 1].setdefault(NameObject("/Annots"), ArrayObject()).append(self._added({
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Link"),
            "/Rect": ArrayObject(FloatObject(side) for side in box),
            "/Border": ArrayObject(NumberObject(0) for _ in range(3)),
            "/Contents": TextStringObject(f"{to.title}, page {to.first}"),
            "/A": self._go_to(to.first),
        }))  # fmt: skip

    def _go_to(self, page: int) -> DictionaryObject:
        seen = view(self.pages[page - 1])
        left, top = seen.on_page(0, seen.high)
        where = [NameObject("/XYZ"), FloatObject(left), FloatObject(top), NullObject()]
        target = ArrayObject([self.pages[page - 1].indirect_reference, *where])
        return _dictionary({"/Type": NameObject("/Action"), "/S": NameObject("/GoTo"), "/D": target})

    def stamp(self, labels: Iterator[Any]) -> None:
        """Put one drawn label on each page."""
        stamper = Stamper(self.writer)
        for page, label in zip(self.pages, labels, strict=True):
            stamper.stamp(page, label)

    def bookmarks(self, places: Sequence[Place]) -> None:
        """Bookmarks for places and, below them, for the places inside."""
        root = self._added({"/Type": NameObject("/Outlines")})
        self._items(root, places)
        self._catalog("/Outlines", root)
        self._catalog("/PageMode", NameObject("/UseOutlines"))

    def _items(self, parent: Any, places: Sequence[Place]) -> None:
        items = [self._item(parent, place) for place in places]
        for before, after in pairwise(items):
            before.get_object()[NameObject("/Next")] = after
            after.get_object()[NameObject("/Prev")] = before
        if items:
            ends = {"/First": items[0], "/Last": items[-1], "/Count": NumberObject(len(items))}
            parent.get_object().update(_dictionary(ends))

    def _item(self, parent: Any, place: Place) -> Any:
        title = f"{place.label}  {place.title}" if place.label else place.title
        item = self._added({"/Title": TextStringObject(title), "/Parent": parent, "/A": self._go_to(place.first)})
        self._items(item, place.inside)
        if place.inside:
            item.get_object()[NameObject("/Count")] = NumberObject(-len(place.inside))
        return item

    def _added(self, entries: dict[str, Any]) -> Any:
        return self.writer._add_object(_dictionary(entries))

    def _catalog(self, key: str, value: Any) -> None:
        self.writer.root_object[NameObject(key)] = value

    def finished(self, title: str) -> bytes:
        """The PDF, with its title and language and nothing else about where it came from."""
        self._catalog("/Lang", TextStringObject("en-US"))
        self._catalog("/ViewerPreferences", _dictionary({"/DisplayDocTitle": BooleanObject(True)}))
        self.writer.metadata = {"/Title": title, "/Producer": "Courtready"}
        self.writer.pdf_header = "%PDF-1.7"
        held = io.BytesIO()
        self.writer.write(held)
        return held.getvalue()


def _dictionary(entries: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})

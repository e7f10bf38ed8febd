"""Where one can go in a packet: links, bookmarks, page labels and named places, all of them from one page map."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from documents.packet.page_map import Place, addresses, runs
from documents.packet.stamps import Box, View


class Destinations:
    """Builds everything that leads to a page of one PDF in the making; pages are counted from 1."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Sequence[Any], views: Sequence[View]) -> None:
        self._pdf, self._pages, self._views = pdf, pages, views

    def link(self, on: int, box: Box, to: int | str, says: str) -> Any:
        """A link on a page, its box in the page's own coordinates, to a page or to a place by its name."""
        page = self._pages[on - 1]
        made = self._pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([round(side, 2) for side in box]), Border=NO_BORDER, F=4,
            Contents=String(says), A=self._go_to(to), P=page,
        ))  # fmt: skip
        if "/Annots" in page:
            page.Annots.append(made)
        else:
            page[Name.Annots] = Array([made])
            page[Name.Tabs] = Name.S
        return made

    def _go_to(self, to: int | str) -> Any:
        return Dictionary(S=Name.GoTo, D=String(to) if isinstance(to, str) else self._top_of(to))

    def _top_of(self, to: int) -> Array:
        left, top = self._views[to - 1].on_page(0, self._views[to - 1].high)
        return Array([self._pages[to - 1], Name.XYZ, round(left, 2), round(top, 2), None])

    def bookmarks(self, places: Sequence[Place]) -> None:
        """Bookmarks for places and, below them, for the places inside."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.Outlines))
        self._items(root, places)
        self._pdf.Root[Name.Outlines] = root
        self._pdf.Root[Name.PageMode] = Name.UseOutlines

    def _items(self, parent: Any, places: Sequence[Place]) -> None:
        items = [self._item(parent, place) for place in places]
        for before, after in pairwise(items):
            before[Name.Next], after[Name.Prev] = after, before
        if items:
            parent[Name.First], parent[Name.Last] = items[0], items[-1]
            parent[Name.Count] = len(items) if parent.get("/Type") == "/Outlines" else -len(items)

    def _item(self, parent: Any, place: Place) -> Any:
        title = f"{place.label}  {place.title}" if place.label else place.title
        item = self._pdf.make_indirect(Dictionary(Title=String(title), Parent=parent, A=self._go_to(place.first)))
        self._items(item, place.inside)
        return item

    def page_labels(self, place: Place) -> None:
        """What a viewer calls each page: its address."""
        self._pdf.Root[Name.PageLabels] = Dictionary(Nums=Array(
            item for run in runs(place) for item in (run.first - 1, label_of(run.prefix, run.style))
        ))  # fmt: skip

    def named(self, place: Place) -> None:
        """Every page address as a name that leads to its page, as in ``packet.pdf#14-C-3``."""
        self._pdf.Root[Name.Names] = Dictionary(Dests=self._pdf.make_indirect(_names(
            (address, Array([page, Name.Fit])) for address, page in zip(addresses(place), self._pages, strict=True)
        )))  # fmt: skip


NO_BORDER = Array([0, 0, 0])


def label_of(prefix: str, style: str) -> Dictionary:
    """An entry of the page labels."""
    made = Dictionary(P=String(prefix)) if prefix else Dictionary()
    if style:
        made[Name.S] = Name(f"/{style}")
    return made


def _names(found: Iterable[tuple[str, Any]]) -> Dictionary:
    by_name: dict[str, Any] = {}
    for address, where in found:
        by_name.setdefault(address, where)
    return Dictionary(Names=Array(item for name in sorted(by_name) for item in (String(name), by_name[name])))

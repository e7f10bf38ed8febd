"""The papers and exhibits of a hearing as one PDF."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from documents.packet.assembly import Assembly, PartBroken
from documents.packet.changes import change_pages, draw_changes
from documents.packet.covers import Cover, draw_cover
from documents.packet.destinations import Destinations
from documents.packet.index import draw_index, index_pages, index_rows
from documents.packet.leaves import draw_blank, draw_exhibit_sheet, draw_placeholder
from documents.packet.opened import Opened, opened
from documents.packet.page_map import Place, Section, addresses, page_map
from documents.packet.parts import Built, Contents, Part
from documents.packet.stamps import Foot
from documents.sheets import Sheets, Tagged

UNREADABLE_FILE = "The stored file cannot be read as a PDF."
NOTHING_THERE = "There is no file for this document yet."


def build_packet(cover: Cover, parts: Sequence[Part]) -> Built:
    """Cover, linked index, the parts, bookmarks, and the address of every page at its foot.

    Equal parts give equal bytes. A part that cannot be read becomes a page that says so.
    """
    return build(Contents(cover, tuple(parts), title=cover.title))


def build(packet: Contents) -> Built:
    """Lay out, then assemble; a part that breaks while it is taken over is laid out anew as a page that says so."""
    files = {id(part): opened(part.pdf) for part in packet.inside if part.pdf is not None and not part.problem}
    broken: set[int] = set()
    while True:
        bodies = [_body(part, None if id(part) in broken else files.get(id(part))) for part in packet.inside]
        place = page_map(_section(packet, bodies))
        try:
            return Built(_assembled(packet, bodies, place), place)
        except PartBroken as found:
            broken.add(id(found.part))


@dataclass(frozen=True, slots=True)
class _Body:
    """A part and its file, which is None exactly where the part has a problem."""

    part: Part
    file: Opened | None


def _body(part: Part, file: Opened | None) -> _Body:
    if file is not None:
        return _Body(part, file)
    problem = part.problem or (NOTHING_THERE if part.pdf is None else UNREADABLE_FILE)
    return _Body(replace(part, problem=problem), None)


def _section(packet: Contents, bodies: Sequence[_Body]) -> Section:
    inside = tuple(_document(body) for body in bodies)
    return Section(
        packet.label, packet.title or packet.cover.title, index_pages=index_pages([one.title for one in inside]),
        inside=inside, mark=packet.tab, change_pages=change_pages(packet.changes), duplex=packet.duplex,
    )  # fmt: skip


def _document(body: _Body) -> Section:
    """What is missing stands on one sheet, so that its own pages have their addresses when it comes."""
    part, missing = body.part, body.file is None
    return Section(
        part.label, part.title, 0 if body.file is None else len(body.file.pages), part.problem,
        mark=part.mark or part.label, sheet=missing or part.sheet is not None, version=part.version,
    )  # fmt: skip


def _assembled(packet: Contents, bodies: Sequence[_Body], place: Place) -> bytes:
    drawn = _draw(packet, bodies, place)
    made = Assembly()
    fronts = made.tags.part("Cover and index")
    front = made.add_drawn(drawn.take())
    leaves = [_put(made, body, its, drawn) for body, its in zip(bodies, place.inside, strict=True)]
    places = made.destinations()
    made.structure(drawn.tags[0], front, _index_links(places, place), fronts)
    for tagged, (pages, within) in zip(drawn.tags[1:], (leaf for found in leaves for leaf in found), strict=True):
        made.structure(tagged, pages, (), within)
    places.bookmarks(place.inside)
    places.page_labels(place)
    places.named(place)
    made.stamp(list(_feet(packet, place)))
    return made.finished(packet.cover.title)


class _Drawn:
    """The pages that we add, in order, in stacks: the front, then what stands before and behind each part."""

    def __init__(self, sheets: Sheets, ends: Sequence[tuple[int, int]]) -> None:
        pages = pikepdf.open(io.BytesIO(sheets.finished()), inherit_page_attributes=False)
        self.kept = pages
        self._stacks = iter(_cut([page.obj for page in pages.pages], [page for page, _ in ends]))
        self.tags = [_from_first_page(stack) for stack in _cut(sheets.tags, [tag for _, tag in ends])]

    def take(self) -> list[Any]:
        """The next stack."""
        return next(self._stacks)


def _cut(items: Sequence[Any], ends: Sequence[int]) -> list[list[Any]]:
    return [list(items[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _from_first_page(tagged: Sequence[Tagged]) -> list[Tagged]:
    """The same elements, their pages counted from the first of their stack."""
    first = min((page for one in tagged for page in _pages(one)), default=0)
    return [_counted_from(one, first) for one in tagged]


def _pages(one: Tagged) -> Iterator[int]:
    yield from (page for page, _ in one.marks)
    for inside in one.inside:
        yield from _pages(inside)


def _counted_from(one: Tagged, first: int) -> Tagged:
    inside = [_counted_from(each, first) for each in one.inside]
    return Tagged(one.kind, [(page - first, mark) for page, mark in one.marks], inside, one.entry)


def _draw(packet: Contents, bodies: Sequence[_Body], place: Place) -> _Drawn:
    sheets, ends = Sheets(), []
    draw_cover(sheets, packet.cover)
    draw_index(sheets, packet.cover, place.inside)
    if packet.changes:
        draw_changes(sheets, packet.changes, packet.tab)
    _pad(sheets, place.front - sheets.pages)
    ends.append((sheets.pages, len(sheets.tags)))
    for body, its in zip(bodies, place.inside, strict=True):
        if body.file is None:
            draw_placeholder(sheets, its)
        elif body.part.sheet:
            draw_exhibit_sheet(sheets, body.part.sheet, body.part.title)
        ends.append((sheets.pages, len(sheets.tags)))
        _pad(sheets, its.pages - its.sheet - its.body)
        ends.append((sheets.pages, len(sheets.tags)))
    return _Drawn(sheets, ends)


def _pad(sheets: Sheets, pages: int) -> None:
    for _ in range(pages):
        draw_blank(sheets)


def _put(made: Assembly, body: _Body, place: Place, drawn: _Drawn) -> list[tuple[list[Any], Any]]:
    """A part with the pages that we add before and behind it; each stack of those with the element it belongs to."""
    within = made.tags.part(f"{place.label}  {place.title}")
    before = _add_stack(made, drawn, within)
    if body.file is not None:
        made.add_part(body.part, body.file, within, letter=body.part.fit)
    return [before, _add_stack(made, drawn, within)]


def _add_stack(made: Assembly, drawn: _Drawn, within: Any) -> tuple[list[Any], Any]:
    pages = made.add_drawn(drawn.take())
    return pages, made.tags.section(within) if pages else None


def _index_links(places: Destinations, place: Place) -> list[Any]:
    """Every row of the index leads to its place."""
    rows = index_rows([inside.title for inside in place.inside])
    return [
        places.link(
            place.index_first + row.page, (row.left, row.bottom, row.right, row.top), to.first,
            f"{to.title}, page {to.written}",
        )
        for row, to in zip(rows, place.inside, strict=True)
    ]  # fmt: skip


def _feet(packet: Contents, place: Place) -> Iterator[Foot]:
    """What the foot of each page says: the packet on the left, the page's address on the right."""
    found, running = addresses(place), packet.cover.running
    for page in range(place.front):
        yield Foot(running, found[page])
    for part, its in zip(packet.inside, place.inside, strict=True):
        version = f" (version {its.version})" if its.version > 1 else ""
        for page in range(its.first, its.last + 1):
            own = page - its.body_first
            number = f" · {part.numbers[own]}" if 0 <= own < len(part.numbers) else ""
            sticker = part.sticker if own == 0 and its.body else ""
            yield Foot(f"{running}{number}", f"{found[page - 1]}{version}", place.index_first, part.fit, sticker)

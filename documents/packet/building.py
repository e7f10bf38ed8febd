"""The papers of a hearing as one PDF, and the packets of a court session as one binder."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pypdf import PdfReader

from documents.packet.assembly import Assembly, PartBroken
from documents.packet.covers import Cover, draw_cover, draw_index, draw_placeholder, index_pages, index_rows
from documents.packet.page_map import Place, Section, page_map
from documents.reading import page_count
from documents.sheets import Sheets
from documents.packet.stamps import draw_label

UNREADABLE_FILE = "The stored file cannot be read as a PDF."
NOTHING_THERE = "There is no file for this document yet."


@dataclass(frozen=True, slots=True)
class Part:
    """A paper or exhibit. Without ``pdf``, or with a ``problem``, one page says what is missing and why."""

    label: str
    title: str
    pdf: bytes | None
    pages: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A cover and what stands behind it, in order: a packet of parts, or a binder of packets.

    In a binder a packet stands under its ``label`` and ``title``.
    """

    cover: Cover
    inside: tuple["Part | Contents", ...]
    label: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A packet or binder and where everything stands in it."""

    pdf: bytes
    page_map: Place


def build_packet(cover: Cover, parts: Sequence[Part]) -> Built:
    """Cover, linked index, the parts, bookmarks, and a running label at the foot of every page.

    Equal parts give equal bytes. A part that cannot be read becomes a page that says so.
    """
    return _built(Contents(cover, tuple(parts), title=cover.title))


def build_binder(cover: Cover, packets: Sequence[Contents]) -> Built:
    """All packets behind one cover and index; each keeps its own page numbers, and the binder adds its own."""
    return _built(Contents(cover, tuple(packets), title=cover.title))


def _built(book: Contents) -> Built:
    """Lay out, then assemble; a part that breaks while it is taken over is laid out anew as a page that says so."""
    book = _each_part(book, _sound)
    while True:
        place = page_map(_section(book))
        try:
            return Built(_assembled(book, place), place)
        except PartBroken as broken:
            book = _each_part(book, partial(_broken, which=broken.part))


def _each_part(contents: Contents, change: Callable[[Part], Part]) -> Contents:
    return replace(
        contents,
        inside=tuple(change(one) if isinstance(one, Part) else _each_part(one, change) for one in contents.inside),
    )


def _sound(part: Part) -> Part:
    if part.problem or part.pdf is None:
        return replace(part, pdf=None, pages=1, problem=part.problem or NOTHING_THERE)
    pages = page_count(part.pdf)
    return replace(part, pages=pages) if pages else _broken(part, part)


def _broken(part: Part, which: object) -> Part:
    return replace(part, pdf=None, pages=1, problem=UNREADABLE_FILE) if part is which else part


def _section(one: Part | Contents) -> Section:
    if isinstance(one, Part):
        return Section(one.label, one.title, one.pages, one.problem)
    inside = tuple(_section(each) for each in one.inside)
    return Section(one.label, one.title, index_pages=index_pages([each.title for each in inside]), inside=inside)


def _assembled(book: Contents, place: Place) -> bytes:
    drawn = iter(PdfReader(io.BytesIO(_drawn(book, place))).pages)
    made = Assembly()
    _put(made, book, place, drawn)
    _link(made, place)
    made.bookmarks(place.inside)
    made.stamp(drawn)
    return made.finished(book.title)


def _drawn(book: Contents, place: Place) -> bytes:
    """Every page that we add, in order, and after them one label for each page."""
    sheets = Sheets()
    _draw(sheets, book, place)
    for left, right in labels(book, place):
        draw_label(sheets, left, right)
    return sheets.finished()


def _draw(sheets: Sheets, one: Part | Contents, place: Place) -> None:
    if isinstance(one, Contents):
        draw_cover(sheets, one.cover)
        draw_index(sheets, one.cover, place.inside)
        for each, its_place in zip(one.inside, place.inside, strict=True):
            _draw(sheets, each, its_place)
    elif one.pdf is None:
        draw_placeholder(sheets, place)


def _put(made: Assembly, one: Part | Contents, place: Place, drawn: Iterator[Any]) -> None:
    if isinstance(one, Contents):
        for _ in range(place.first, place.index_last + 1):
            made.add(next(drawn))
        for each, its_place in zip(one.inside, place.inside, strict=True):
            _put(made, each, its_place, drawn)
    elif one.pdf is None:
        made.add(next(drawn))
    else:
        made.add_part(one, one.pdf, place.pages)


def _link(made: Assembly, place: Place) -> None:
    """Every row of every index leads to its place."""
    for row in index_rows([inside.title for inside in place.inside]):
        made.link(row, place.index_first + row.page, place.inside[row.entry])
    for inside in place.inside:
        if inside.index_first:
            _link(made, inside)


def labels(book: Contents, place: Place) -> Iterator[tuple[str, str]]:
    """What the foot of each page says, left and right: its page in the packet, and in a binder its page in that."""
    both = zip(book.inside, place.inside, strict=True)
    packets = [(one, its) for one, its in both if isinstance(one, Contents)]
    if not packets:
        yield from ((own, "") for own in _labels(book, place))
        return
    inner = {page: label for one, its in packets for page, label in enumerate(_labels(one, its), start=its.first)}
    yield from ((inner.get(page, ""), own) for page, own in enumerate(_labels(book, place), start=place.first))


def _labels(contents: Contents, place: Place) -> Iterator[str]:
    for page in range(1, place.pages + 1):
        yield f"{contents.cover.running} · page {page} of {place.pages}"

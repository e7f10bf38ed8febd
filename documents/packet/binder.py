"""The packets of a court session as one PDF."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pikepdf

from documents.packet.assembly import Assembly
from documents.packet.building import build
from documents.packet.covers import Cover, draw_cover
from documents.packet.index import draw_index, index_pages, index_rows
from documents.packet.joining import FIRST_BASE, Joint, joined, room
from documents.packet.page_map import COVER, Place, addresses, shifted
from documents.packet.parts import Built, Contents
from documents.packet.segments import Segment, segment
from documents.packet.stamps import Foot
from documents.sheets import Sheets
from kernel.digest import digest


@dataclass(frozen=True, slots=True)
class Piece:
    """A built packet under its label and title; ``segment`` gives it renumbered from a number on."""

    label: str
    title: str
    place: Place
    segment: Callable[[int], Segment]


def piece(contents: Contents, built: Built) -> Piece:
    """A packet that was just built."""
    return Piece(contents.label, contents.title, built.page_map, partial(segment, built.pdf, leads_back=True))


def build_binder(cover: Cover, packets: Sequence[Contents]) -> Built:
    """All packets behind one cover and index, each built as it would be alone."""
    return bind(cover, [piece(one, build(one)) for one in packets])


Keep = Callable[[str, int, Callable[[], Segment]], Segment]
"""Gives the segment that was kept under a digest from a number on, or makes and keeps it."""


def _anew(_digest: str, _base: int, make: Callable[[], Segment]) -> Segment:
    return make()


def bind(cover: Cover, pieces: Sequence[Piece], keep: Keep = _anew) -> Built:
    """All pieces behind one cover and index. Equal pieces give equal bytes. Raises ValueError for a tab given twice.

    ``keep`` may give the cover and index of another time, when no page has moved.
    """
    place = _place(cover, pieces)
    front = keep(
        digest([cover, place]), FIRST_BASE, lambda: segment(_front(cover, place), FIRST_BASE, leads_back=False)
    )
    joints, base = [Joint(front, "Cover and index")], FIRST_BASE + room(front.end - FIRST_BASE)
    for one in pieces:
        held = one.segment(base)
        joints.append(Joint(held, f"{one.label}  {one.title}"))
        base += room(held.end - base)
    return Built(joined(joints, place, cover.title), place)


def _place(cover: Cover, pieces: Sequence[Piece]) -> Place:
    front = COVER + index_pages([one.title for one in pieces])
    inside, first = [], front + 1
    for one in pieces:
        its = shifted(one.place, first - one.place.first)
        inside.append(_called(its, one.label, one.title))
        first = its.last + 1
    return Place("", cover.title, 1, first - 1, None, 1 + COVER, front, tuple(inside), front=front)


def _called(place: Place, label: str, title: str) -> Place:
    return Place(
        label, title, place.first, place.last, place.problem, place.index_first, place.index_last, place.inside,
        place.address, place.sheet, place.body, place.front, place.version,
    )  # fmt: skip


def _front(cover: Cover, place: Place) -> bytes:
    """Cover and index as a PDF of their own; its links name the first page of each packet."""
    sheets = Sheets()
    draw_cover(sheets, cover)
    draw_index(sheets, cover, place.inside)
    drawn = pikepdf.open(io.BytesIO(sheets.finished()), inherit_page_attributes=False)
    made = Assembly()
    pages = made.add_drawn(page.obj for page in drawn.pages)
    places, found = made.destinations(), addresses(place)
    links = [
        places.link(
            place.index_first + row.page, (row.left, row.bottom, row.right, row.top), found[to.first - 1],
            f"{to.title}, page {found[to.first - 1]}",
        )
        for row, to in zip(index_rows([one.title for one in place.inside]), place.inside, strict=True)
    ]  # fmt: skip
    made.structure(sheets.tags, pages, links, made.tags.document)
    alone = Place("", cover.title, 1, place.front, None, place.index_first, place.index_last, front=place.front)
    places.bookmarks(())
    places.named(alone)
    made.stamp([Foot(cover.running, address) for address in addresses(alone)])
    return made.finished(cover.title)

"""Which page everything stands on and what it is called, known before a page is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

COVER = 1
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Section:
    """A packet, which begins with a cover, an index and, if any, sheets of changes; or a document inside it.

    ``mark`` is what page addresses call it: ``C`` for a document, ``14`` for a packet. A document may have a cover
    ``sheet`` of its own; a ``duplex`` packet pads with blank pages, so that all begin on a right-hand page.
    """

    label: str
    title: str
    pages: int = 0
    problem: str | None = None
    index_pages: int = 0
    inside: tuple["Section", ...] = ()
    mark: str = ""
    sheet: bool = False
    change_pages: int = 0
    duplex: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands: ``first`` to ``last``, counted from 1; 0 for an index that there is not.

    A document's own pages are ``body`` long and begin behind its cover ``sheet``, if it has one.
    """

    label: str
    title: str
    first: int
    last: int
    problem: str | None = None
    index_first: int = 0
    index_last: int = 0
    inside: tuple["Place", ...] = ()
    address: str = ""
    sheet: int = 0
    body: int = 0
    front: int = 0
    version: int = 1

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.last - self.first + 1

    @property
    def body_first(self) -> int:
        """Its first page that is not a cover sheet."""
        return self.first + self.sheet

    @property
    def written(self) -> str:
        """As an index writes it: ``14-C-1`` or ``14-C-1 to 3``; for a packet the number of its pages."""
        if self.index_first:
            return f"{self.pages} pages"
        if not self.body:
            return self.address
        return f"{self.address}-1" if self.body == 1 else f"{self.address}-1 to {self.body}"


@dataclass(frozen=True, slots=True)
class Run:
    """Pages from ``first`` on that are called ``prefix`` and a number: arabic (D), roman (r) or none."""

    first: int
    prefix: str
    style: str


def page_map(packet: Section) -> Place:
    """The places of a packet and of all documents inside it; its first page is page 1."""
    index_last = COVER + packet.index_pages
    front = _padded(index_last + packet.change_pages, packet.duplex)
    inside = tuple(_in_turn(packet, front + 1))
    last = inside[-1].last if inside else front
    return Place(
        packet.label, packet.title, 1, last, packet.problem, 1 + COVER, index_last, inside, packet.mark, front=front
    )


def _in_turn(packet: Section, first: int) -> Iterator[Place]:
    for document in packet.inside:
        sheet = int(document.sheet)
        last = first + _padded(sheet + document.pages, packet.duplex) - 1
        yield Place(
            document.label, document.title, first, last, document.problem,
            address="-".join(filter(None, (packet.mark, document.mark))), sheet=sheet, body=document.pages,
            version=document.version,
        )  # fmt: skip
        first = last + 1


def _padded(pages: int, duplex: bool) -> int:
    return pages + pages % 2 if duplex else pages


def runs(place: Place) -> Iterator[Run]:
    """What pages are called, as a PDF viewer wants to know it."""
    if not place.index_first:
        yield from _document_runs(place)
        return
    yield Run(place.first, f"{place.address}-" if place.address else "", "r")
    for inside in place.inside:
        yield from runs(inside)


def _document_runs(place: Place) -> Iterator[Run]:
    if place.sheet:
        yield Run(place.first, place.address, "")
    if place.body:
        yield Run(place.body_first, f"{place.address}-" if place.address else "", "D")
    if place.body_first + place.body <= place.last:
        yield Run(place.body_first + place.body, f"{place.address} blank", "")


def addresses(place: Place) -> list[str]:
    """What every page is called, in the order of pages."""
    found = list(runs(place))
    ends = [*(run.first for run in found[1:]), place.last + 1]
    return [
        _called(run, page - run.first + 1)
        for run, end in zip(found, ends, strict=True)
        for page in range(run.first, end)
    ]


def _called(run: Run, number: int) -> str:
    if not run.style:
        return run.prefix
    return run.prefix + (roman(number) if run.style == "r" else str(number))


def roman(number: int) -> str:
    """``iv`` for 4, up to 399."""
    text = ""
    for worth, letters in ROMAN:
        count, number = divmod(number, worth)
        text += letters * count
    return text


def shifted(place: Place, by: int) -> Place:
    """The same place further back in a longer file."""
    return Place(
        place.label, place.title, place.first + by, place.last + by, place.problem,
        place.index_first and place.index_first + by, place.index_last and place.index_last + by,
        tuple(shifted(one, by) for one in place.inside), place.address, place.sheet, place.body, place.front,
        place.version,
    )  # fmt: skip


def place_from(plain: dict[str, Any]) -> Place:
    """A place as it was kept in a record."""
    return Place(**plain | {"inside": tuple(place_from(one) for one in plain["inside"])})

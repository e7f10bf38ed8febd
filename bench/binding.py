"""Packets and binders: against a plain pypdf script, how their time grows, and what one change costs."""

import io
from collections.abc import Callable, Iterator
from functools import cache, partial

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from bench.figures import Figure, in_turns, peak
from bench.peers.pypdf_packet import packet as plain_packet
from documents import fonts
from documents.packet.binder import Piece, bind
from documents.packet.building import build
from documents.packet.covers import Cover
from documents.packet.links import read_links
from documents.packet.page_map import addresses
from documents.packet.parts import Built, Contents, Part
from documents.packet.segments import Segment, segment
from documents.reading import page_texts

PAGES = 5
DOCUMENTS = (30, 120, 480)
"""How many documents of five pages."""
GOALS = {30: 3.5, 480: 5.0}
HEARINGS, PAPERS = 60, 10
PLANS, LINES = 60, 20_000
"""Drawings, and the lines on each of their pages."""
TITLE = "Packet 7000070074"


def figures() -> Iterator[Figure]:
    """Every figure of this subject."""
    yield from against_pypdf()
    yield from drawings()
    yield from memory()
    yield from one_change()


def against_pypdf() -> Iterator[Figure]:
    """150, 600 and 2,400 pages, ours and the script's in turns, and how ours grows."""
    ours: dict[int, float] = {}
    for documents in DOCUMENTS:
        spent = in_turns({"ours": partial(_ours, documents), "plain": partial(_plain, documents)})
        ours[documents] = spent["ours"]
        yield Figure(
            f"packet, {documents * PAGES:,} pages", "plain pypdf script", spent["ours"],
            spent["plain"], GOALS.get(documents), checked=_checked(documents),
        )  # fmt: skip
    first, last = min(ours), max(ours)
    yield Figure(
        f"packet, {last * PAGES:,} pages", f"{first * PAGES} pages", ours[last], ours[first], 17, ceiling=True,
        checked="growth; 16 is linear",
    )  # fmt: skip


def drawings() -> Iterator[Figure]:
    """The same with pages full of lines, as plans and charts are."""
    files = [("Plan", _drawing())] * PLANS
    spent = in_turns({
        "ours": lambda: build(_contents(files)), "plain": lambda: plain_packet(TITLE, files),
    })  # fmt: skip
    yield Figure(
        f"packet, {PLANS * PAGES} pages of {LINES:,} lines each", "plain pypdf script", spent["ours"],
        spent["plain"], 10, checked=f"{len(PdfReader(io.BytesIO(build(_contents(files)).pdf)).pages)} pages",
    )  # fmt: skip


def memory() -> Iterator[Figure]:
    """Peak memory of a process that builds the largest packet."""
    largest = max(DOCUMENTS)
    yield Figure(
        f"packet, {largest * PAGES:,} pages: peak memory", "plain pypdf script",
        peak(f"bench.binding._ours({largest})"), peak(f"bench.binding._plain({largest})"), unit="MiB",
    )  # fmt: skip


def one_change() -> Iterator[Figure]:
    """A whole session bound from nothing, and again after one paper of one hearing changed."""
    kept: dict[tuple[str | bytes, int], Segment] = {}
    built: dict[int, tuple[Contents, Built]] = {}

    def all_anew() -> None:
        kept.clear()
        built.update((number, _packet(number)) for number in range(1, HEARINGS + 1))
        _bound(built, kept)

    def one_anew() -> None:
        built[7] = _packet(7, changed=len(kept))
        _bound(built, kept)

    def none_anew() -> None:
        _bound(built, kept)

    spent = in_turns({"all": all_anew, "one": one_anew, "none": none_anew})
    binder = _bound(built, kept)
    found = PdfReader(io.BytesIO(binder.pdf))
    pages = len(found.pages)
    checked = f"{pages:,} pages, labels {'equal' if found.page_labels == addresses(binder.page_map) else 'WRONG'}"
    whole = f"{HEARINGS} packets and their binder"
    yield Figure("one paper changed: its packet and the binder", whole, spent["one"], spent["all"], 20, checked=checked)
    yield Figure("the binder joined again from kept segments", whole, spent["none"], spent["all"], checked=checked)


def _packet(number: int, changed: int = 0) -> tuple[Contents, Built]:
    files = [(f"Paper {place}", _paper(number * 100 + place + changed * (place == 3))) for place in range(PAPERS)]
    made = _contents(files, tab=str(number))
    return made, build(made)


def _bound(built: dict[int, tuple[Contents, Built]], kept: dict[tuple[str | bytes, int], Segment]) -> Built:
    pieces = [
        Piece(made.label, made.title, its.page_map, partial(_renumbered, kept, its.pdf)) for made, its in built.values()
    ]
    return bind(Cover("Binder 12/10/2026", "Office", "Court session binder"), pieces, partial(_kept, kept))


def _renumbered(kept: dict[tuple[str | bytes, int], Segment], pdf: bytes, base: int) -> Segment:
    return _kept(kept, pdf, base, lambda: segment(pdf, base, leads_back=True))


def _kept(
    kept: dict[tuple[str | bytes, int], Segment], what: str | bytes, base: int, make: Callable[[], Segment]
) -> Segment:
    if (what, base) not in kept:
        kept[what, base] = make()
    return kept[what, base]


def _ours(documents: int) -> Built:
    return build(_contents(_files(documents)))


def _plain(documents: int) -> bytes:
    return plain_packet(TITLE, _files(documents))


def _contents(files: list[tuple[str, bytes]], tab: str = "14") -> Contents:
    parts = tuple(Part(str(place), name, pdf) for place, (name, pdf) in enumerate(files, start=1))
    return Contents(Cover(TITLE, "Office", "Hearing packet"), parts, tab, f"Case {tab}", tab)


def _checked(documents: int) -> str:
    """Both are read back: their pages, where every link of the index lands, and the label of every page."""
    ours, plain = _ours(documents), _plain(documents)
    texts, theirs = page_texts(ours.pdf), page_texts(plain)
    called = addresses(ours.page_map)
    stamps = all(text.rstrip().endswith(address) for text, address in zip(texts, called, strict=True))
    index = [link.to for link in read_links(ours.pdf) if link.on and link.title != "Back to index"]
    links = index == [place.first for place in ours.page_map.inside]
    same = [_first_line(text) for text in texts[ours.page_map.front :]] == [
        _first_line(text) for text in theirs[-documents * PAGES :]
    ]
    good = stamps and links and same
    return f"{documents} links, {len(called):,} labels, same pages" if good else "NOT EQUAL"


def _first_line(text: str) -> str:
    return text.strip().partition("\r\n")[0]


@cache
def _files(documents: int) -> list[tuple[str, bytes]]:
    return [(f"Paper {place}", _paper(place)) for place in range(documents)]


@cache
def _paper(number: int) -> bytes:
    """Five pages as an office writes them: a heading, a table of payments with its lines, fonts inside."""
    return _pages(lambda canvas, page: _office_page(canvas, number, page))


@cache
def _drawing() -> bytes:
    return _pages(_lines)


def _pages(draw: Callable[[Canvas, int], None]) -> bytes:
    fonts.ready()
    held = io.BytesIO()
    canvas = Canvas(held, (612, 792), invariant=1, pageCompression=1)
    for page in range(PAGES):
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def _office_page(canvas: Canvas, number: int, page: int) -> None:
    canvas.setFont(fonts.SERIF_BOLD, 14)
    canvas.drawString(72, 740, f"Payment history {number}, page {page + 1}")
    canvas.setFont(fonts.SERIF, 9)
    for line in range(40):
        y = 710 - 16 * line
        for column, text in enumerate(
            ("2026-04-01", "support due", f"{number + line}.00", "paid", f"{line}.50", "kept")
        ):
            canvas.rect(72 + 78 * column, y - 4, 78, 16)
            canvas.drawString(76 + 78 * column, y, text)


def _lines(canvas: Canvas, page: int) -> None:
    canvas.drawString(72, 740, f"Plan, page {page + 1}")
    for step in range(LINES):
        canvas.line(72 + step % 400, 100 + step % 37, 72 + (step * 7) % 460, 100 + (step * 13) % 600)

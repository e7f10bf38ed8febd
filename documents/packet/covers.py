"""The pages that we add to the papers of others: cover, index, and the page that stands for what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents import fonts
from documents.packet.page_map import Place
from documents.sheets import HIGH, MARGIN, ROOM, WIDE, Sheets

RIGHT = WIDE - MARGIN
LABELS, TITLES, PAGES = MARGIN, MARGIN + 66, RIGHT
LINE, GAP, BOTTOM = 14, 8, 76
HEAD = 40
REMEDY = (
    "Ask for the document again, save it as a new PDF (for example by printing it to PDF), add it to the hearing, "
    "and have the packet built again. The original is kept as it came."
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says. ``running`` begins the label at the foot of every page: ``Packet 7000070074``.

    ``heading`` is the court or office above the title, ``caption`` the parties (lines allowed), ``lines`` are pairs of
    label and value, ``note`` is a sentence at the foot such as who may read this, ``columns`` head the index.
    """

    running: str
    heading: str
    title: str
    caption: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    note: str = ""
    columns: tuple[str, str] = ("Tab", "Document")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an index as laid out: which entry, on which page of the index, and the box that is clicked."""

    entry: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


def draw_cover(sheets: Sheets, cover: Cover) -> None:
    """One page."""
    sheets.y = HIGH - 108
    sheets.paragraph(cover.heading.upper(), WIDE / 2, ROOM, font=fonts.SERIF_BOLD, size=12, anchor="middle")
    sheets.y -= 10
    sheets.rule(MARGIN, RIGHT, weight=1.4)
    sheets.y -= 3
    sheets.rule(MARGIN, RIGHT, weight=0.5)
    sheets.y -= 84
    sheets.paragraph(cover.title, WIDE / 2, ROOM, font=fonts.SERIF_BOLD, size=26, anchor="middle")
    sheets.y -= 14
    sheets.paragraph(cover.caption, WIDE / 2, ROOM - 40, size=14, anchor="middle")
    sheets.y = min(sheets.y - 40, HIGH - 420)
    _pairs(sheets, cover.lines)
    _note(sheets, cover.note)
    sheets.turn()


def _pairs(sheets: Sheets, lines: Sequence[tuple[str, str]]) -> None:
    left = MARGIN + 40
    for label, value in lines:
        sheets.write(label, left, font=fonts.SERIF, size=11)
        sheets.paragraph(value, left + 130, RIGHT - left - 130, font=fonts.SERIF_BOLD, size=11)
        sheets.y -= 5


def _note(sheets: Sheets, note: str) -> None:
    if not note:
        return
    lines = fonts.wrapped(note, fonts.SERIF, 9.5, ROOM)
    sheets.y = 66 + 13 * len(lines)
    sheets.rule(MARGIN, RIGHT, weight=0.5)
    sheets.y -= 14
    for line in lines:
        sheets.write(line, MARGIN, size=9.5)
        sheets.y -= 13


def index_rows(titles: Sequence[str]) -> list[Row]:
    """Where each title stands in the index; long titles take more lines, no row is split over pages."""
    rows, page, top = [], 0, HIGH - MARGIN - HEAD
    for entry, title in enumerate(titles):
        high = LINE * len(_title_lines(title)) + GAP
        if top - high < BOTTOM:
            page, top = page + 1, HIGH - MARGIN - HEAD
        rows.append(Row(entry, page, LABELS, top - high, RIGHT, top))
        top -= high
    return rows


def index_pages(titles: Sequence[str]) -> int:
    """How many pages the index takes; at least one."""
    return max((row.page for row in index_rows(titles)), default=0) + 1


def draw_index(sheets: Sheets, cover: Cover, places: Sequence[Place]) -> None:
    """The index pages, laid out as ``index_rows`` says."""
    rows = index_rows([place.title for place in places])
    for page in range(index_pages([place.title for place in places])):
        _index_head(sheets, cover, again=page > 0)
        for row in rows:
            if row.page == page:
                _index_row(sheets, row, places[row.entry])
        sheets.turn()


def _index_head(sheets: Sheets, cover: Cover, *, again: bool) -> None:
    sheets.write("Index (continued)" if again else "Index", MARGIN, font=fonts.SERIF_BOLD, size=17)
    sheets.write(fonts.fitted(cover.running, fonts.SERIF, 10, 260), RIGHT, size=10, anchor="end")
    sheets.y -= 30
    tab, document = cover.columns
    for text, x, anchor in ((tab, LABELS, "start"), (document, TITLES, "start"), ("Pages", PAGES, "end")):
        sheets.write(text, x, font=fonts.SANS_BOLD, size=8.5, anchor=anchor)
    sheets.y -= 6
    sheets.rule(MARGIN, RIGHT, weight=1)


def _index_row(sheets: Sheets, row: Row, place: Place) -> None:
    sheets.y = row.top - LINE
    sheets.write(fonts.fitted(place.label, fonts.SERIF_BOLD, 11, TITLES - LABELS - 6), LABELS, font=fonts.SERIF_BOLD)
    sheets.write(place.written, PAGES, anchor="end")
    for line in _title_lines(place.title):
        sheets.write(line, TITLES)
        sheets.y -= LINE
    if place.problem:
        sheets.y += LINE
        sheets.write("not included", PAGES - 60, font=fonts.SERIF_BOLD, size=9, anchor="end")
    sheets.y = row.bottom
    sheets.rule(MARGIN, RIGHT, weight=0.3)


def _title_lines(title: str) -> list[str]:
    return fonts.wrapped(title, fonts.SERIF, 11, PAGES - TITLES - 130)


def draw_placeholder(sheets: Sheets, place: Place) -> None:
    """One page that says what is missing here, why, and what to do."""
    top = HIGH - 200
    sheets.y = top - 44
    sheets.write("This document is not included", WIDE / 2, font=fonts.SERIF_BOLD, size=18, anchor="middle")
    sheets.y -= 40
    told = {"Tab": place.label, "Document": place.title, "Why": place.problem or "", "What to do": REMEDY}
    for label, text in told.items():
        sheets.write(label, MARGIN + 24, font=fonts.SANS_BOLD, size=9)
        sheets.paragraph(text, MARGIN + 100, ROOM - 124, size=12)
        sheets.y -= 10
    sheets.box(MARGIN, sheets.y - 10, RIGHT, top)
    sheets.turn()

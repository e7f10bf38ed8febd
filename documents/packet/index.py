"""The index of a packet or binder: where its rows stand, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from documents import fonts
from documents.packet.covers import RIGHT, Cover
from documents.packet.leaves import WITHDRAWN
from documents.packet.page_map import Place
from documents.sheets import HIGH, MARGIN, Sheets

LABELS, TITLES, PAGES = MARGIN, MARGIN + 66, RIGHT
LINE, GAP, BOTTOM = 14, 8, 76
HEAD = 40
PAGES_ROOM = 110


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an index as laid out: which entry, on which page of the index, and the box that is clicked."""

    entry: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


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
    with sheets.group("TOC"):
        for page in range(index_pages([place.title for place in places])):
            _head(sheets, cover, again=page > 0)
            for row in rows:
                if row.page == page:
                    _row(sheets, row, places[row.entry])
            sheets.turn()


def _head(sheets: Sheets, cover: Cover, *, again: bool) -> None:
    with sheets.tagged("Caption" if again else "H1"):
        sheets.write("Index (continued)" if again else "Index", MARGIN, font=fonts.SERIF_BOLD, size=17)
        sheets.write(fonts.fitted(cover.running, fonts.SERIF, 10, 260), RIGHT, size=10, anchor="end")
    sheets.y -= 30
    tab, document = cover.columns
    with sheets.tagged("Caption"):
        for text, x, anchor in ((tab, LABELS, "start"), (document, TITLES, "start"), ("Pages", PAGES, "end")):
            sheets.write(text, x, font=fonts.SANS_BOLD, size=8.5, anchor=anchor)
    sheets.y -= 6
    sheets.rule(MARGIN, RIGHT, weight=1)


def _row(sheets: Sheets, row: Row, place: Place) -> None:
    sheets.y = row.top - LINE
    with sheets.group("TOCI"), sheets.group("Link", entry=row.entry), sheets.tagged("Span"):
        sheets.write(
            fonts.fitted(place.label, fonts.SERIF_BOLD, 11, TITLES - LABELS - 6), LABELS, font=fonts.SERIF_BOLD
        )
        for number, line in enumerate(_title_lines(place.title)):
            sheets.write(line, TITLES)
            if not number:
                _pages(sheets, place)
            sheets.y -= LINE
    sheets.y = row.bottom
    sheets.rule(MARGIN, RIGHT, weight=0.3)


def _pages(sheets: Sheets, place: Place) -> None:
    written = fonts.fitted(place.written, fonts.SERIF, 11, PAGES_ROOM)
    sheets.write(written, PAGES, anchor="end")
    if place.problem:
        left = PAGES - fonts.width(written, fonts.SERIF, 11) - 8
        said = "withdrawn" if place.problem == WITHDRAWN else "not included"
        sheets.write(said, left, font=fonts.SERIF_BOLD, size=9, anchor="end")


@lru_cache(2_000)
def _title_lines(title: str) -> list[str]:
    return fonts.wrapped(title, fonts.SERIF, 11, PAGES - TITLES - 130)

"""The docket of a court session as pages to take to court: a row for each matter in call order, with room to write."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from documents import fonts
from documents.packet.assembly import Assembly
from documents.packet.stamps import Foot
from documents.sheets import HIGH, WIDE, Sheets

EDGE = 36
COLUMNS = ("Time", "Matter", "Hearing", "Readiness", "Outcome")
LEFT = (EDGE, EDGE + 52, EDGE + 238, EDGE + 352, EDGE + 452)
RIGHT = WIDE - EDGE
SIZE, LINE, PAD = 8.5, 11, 5
ROOM_TO_WRITE = 58
"""No row is lower than this, so that an outcome can be written beside it."""
BOTTOM = 40
Look = tuple[str, str]
"""Words and their font."""


@dataclass(frozen=True, slots=True)
class PrintedMatter:
    """One row. ``readiness`` are lines such as "Service: done", the outlook first."""

    at: str
    number: str
    case_no: str
    caption: str
    hearing: str
    attorney: str
    readiness: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedDocket:
    """What is printed. ``running`` stands at the foot of every page, ``lines`` under the title."""

    title: str
    running: str
    lines: tuple[str, ...]
    matters: tuple[PrintedMatter, ...]


def docket_pdf(docket: PrintedDocket) -> bytes:
    """Letter pages with tags, every page numbered. The same docket gives the same bytes."""
    sheets = Sheets()
    _title(sheets, docket)
    for place, page in enumerate(_pages(docket.matters, sheets.y)):
        if place:
            sheets.turn()
            sheets.y = HIGH - EDGE - LINE
        _table(sheets, page)
    sheets.turn()
    made = Assembly()
    drawn = pikepdf.open(io.BytesIO(sheets.finished()), inherit_page_attributes=False)
    pages = made.add_drawn(page.obj for page in drawn.pages)
    made.structure(sheets.tags, pages, (), made.tags.document)
    made.stamp([Foot(docket.running, f"Page {number} of {len(pages)}") for number in range(1, len(pages) + 1)])
    return made.finished(docket.title)


def _title(sheets: Sheets, docket: PrintedDocket) -> None:
    sheets.y = HIGH - EDGE - 14
    with sheets.tagged("H1"):
        sheets.paragraph(docket.title, EDGE, RIGHT - EDGE, font=fonts.SERIF_BOLD, size=16)
    for line in docket.lines:
        with sheets.tagged("P"):
            sheets.paragraph(line, EDGE, RIGHT - EDGE, font=fonts.SANS, size=9)
    sheets.y -= LINE


def _pages(matters: Sequence[PrintedMatter], top: float) -> Iterator[list[PrintedMatter]]:
    """The rows of each page; none is split. A docket without a matter has one page."""
    page: list[PrintedMatter] = []
    y = top - 2 * LINE
    for one in matters:
        high = _high(one)
        if page and y - high < BOTTOM:
            yield page
            page, y = [], HIGH - EDGE - 3 * LINE
        page.append(one)
        y -= high
    yield page


def _table(sheets: Sheets, matters: Sequence[PrintedMatter]) -> None:
    if not matters:
        return
    with sheets.group("Table"):
        with sheets.group("TR"):
            for words, x in zip(COLUMNS, LEFT, strict=True):
                with sheets.tagged("TH"):
                    sheets.write(words, x, font=fonts.SANS_BOLD, size=SIZE)
        sheets.y -= PAD
        sheets.rule(EDGE, RIGHT, weight=1)
        for one in matters:
            _row(sheets, one)


def _row(sheets: Sheets, one: PrintedMatter) -> None:
    top, bottom = sheets.y, sheets.y - _high(one)
    with sheets.group("TR"):
        for place, (kind, lines) in enumerate(zip(("TD", "TH", "TD", "TD"), _cells(one), strict=True)):
            sheets.y = top - PAD - SIZE
            with sheets.tagged(kind):
                for words, font in lines:
                    sheets.write(words, LEFT[place], font=font, size=SIZE)
                    sheets.y -= LINE
        sheets.y = top - PAD - SIZE
        with sheets.tagged("TD"):
            sheets.write(" ", LEFT[-1], size=SIZE)
    sheets.box(LEFT[-1], bottom + PAD, RIGHT, top - PAD)
    sheets.y = bottom
    sheets.rule(EDGE, RIGHT, weight=0.4)


def _high(one: PrintedMatter) -> float:
    return max(ROOM_TO_WRITE, max(len(lines) for lines in _cells(one)) * LINE + 2 * PAD + 2)


def _cells(one: PrintedMatter) -> tuple[list[Look], ...]:
    """The lines of each cell but the empty one."""
    bold, plain = fonts.SANS_BOLD, fonts.SANS
    outlook, *states = one.readiness
    return (
        [(one.at, bold)],
        [*_wrapped(one.number, bold, 1), *_wrapped(one.caption, plain, 1), *_wrapped(one.case_no, plain, 1)],
        [*_wrapped(one.hearing, plain, 2), *_wrapped(one.attorney, plain, 2)],
        [*_wrapped(outlook, bold, 3), *(line for words in states for line in _wrapped(words, plain, 3))],
    )


def _wrapped(words: str, font: str, column: int) -> list[Look]:
    room = LEFT[column + 1] - LEFT[column] - 2 * PAD
    return [(line, font) for line in fonts.wrapped(words, font, SIZE, room)]

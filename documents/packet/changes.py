"""What changed since a packet was last handed out, as a sheet that is read first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from documents import fonts
from documents.packet.covers import RIGHT
from documents.sheets import HIGH, MARGIN, Sheets

LINE, GAP, BOTTOM, HEAD = 14, 7, 76, 78
WHATS, PAGES, TITLES = MARGIN, MARGIN + 80, MARGIN + 200


class What(StrEnum):
    """What happened to pages."""

    REPLACED = "replaced"
    ADDED = "added"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """Pages of a document, by the document's mark and the numbers of its first and last page that changed."""

    what: What
    mark: str
    first: int
    last: int
    title: str

    def pages(self, tab: str) -> str:
        """``14-C-1 to 3``."""
        address = "-".join(filter(None, (tab, self.mark)))
        if not self.last:
            return address
        return f"{address}-{self.first}" + (f" to {self.last}" if self.last > self.first else "")


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """The changes of one issue against the one before it."""

    head: str
    since: str
    changes: tuple[Change, ...]


def change_pages(sheet: ChangeSheet | None) -> int:
    """How many pages the sheet takes; none where there is none."""
    return max((page for page, _, _ in _rows(sheet.changes)), default=0) + 1 if sheet else 0


def draw_changes(sheets: Sheets, sheet: ChangeSheet, tab: str) -> None:
    """The sheet: a table of what was replaced, added and withdrawn, in the order of the packet."""
    rows = _rows(sheet.changes)
    for page in range(change_pages(sheet)):
        _head(sheets, sheet, again=page > 0)
        with sheets.group("Table"):
            _columns(sheets)
            for on, top, change in rows:
                if on == page:
                    _row(sheets, top, change, tab)
        if not rows:
            with sheets.tagged("P"):
                sheets.write("Nothing was changed.", MARGIN)
        sheets.turn()


def _rows(changes: Sequence[Change]) -> list[tuple[int, float, Change]]:
    rows: list[tuple[int, float, Change]] = []
    page, top = 0, HIGH - MARGIN - HEAD
    for change in changes:
        high = LINE * len(_title_lines(change.title)) + GAP
        if top - high < BOTTOM:
            page, top = page + 1, HIGH - MARGIN - HEAD
        rows.append((page, top, change))
        top -= high
    return rows


def _head(sheets: Sheets, sheet: ChangeSheet, *, again: bool) -> None:
    with sheets.tagged("Caption" if again else "H1"):
        sheets.write(f"{sheet.head}{' (continued)' if again else ''}", MARGIN, font=fonts.SERIF_BOLD, size=17)
    sheets.y -= 20
    with sheets.tagged("P"):
        sheets.write(sheet.since, MARGIN, size=10)
    sheets.y -= 30


def _columns(sheets: Sheets) -> None:
    with sheets.group("TR"):
        for text, x in (("What", WHATS), ("Pages", PAGES), ("Document", TITLES)):
            with sheets.tagged("TH"):
                sheets.write(text, x, font=fonts.SANS_BOLD, size=8.5)
    sheets.y -= 6
    sheets.rule(MARGIN, RIGHT, weight=1)
    sheets.y -= LINE


def _row(sheets: Sheets, top: float, change: Change, tab: str) -> None:
    sheets.y = top - LINE
    with sheets.group("TR"):
        with sheets.tagged("TD"):
            sheets.write(change.what.value, WHATS, font=fonts.SERIF_BOLD)
        with sheets.tagged("TD"):
            sheets.write(fonts.fitted(change.pages(tab), fonts.SERIF, 11, TITLES - PAGES - 6), PAGES)
        with sheets.tagged("TD"):
            for line in _title_lines(change.title):
                sheets.write(line, TITLES)
                sheets.y -= LINE


def _title_lines(title: str) -> list[str]:
    return fonts.wrapped(title, fonts.SERIF, 11, RIGHT - TITLES)

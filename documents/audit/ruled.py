"""Tables on pages that we draw: no row is split, the heads stand on every page, amounts stand under one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents import fonts
from documents.sheets import HIGH, WIDE, Sheets

EDGE = 40
LEFT, RIGHT = EDGE, WIDE - EDGE
TOP, BOTTOM = HIGH - EDGE - 8, 46
SIZE, LEADING, PAD, GAP = 8, 9.6, 2.6, 6


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and how wide it is; ``right`` for amounts."""

    title: str
    wide: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; a sum is bold."""

    cells: tuple[str, ...]
    bold: bool = False


def room_for(sheets: Sheets, high: float) -> None:
    """Go on to a new page where less than that is left of this one."""
    if sheets.y - high < BOTTOM:
        sheets.turn()
        sheets.y = TOP


def draw_table(sheets: Sheets, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """All rows, on as many pages as they take. A page holds one tagged table."""
    waiting = [(row, _wrapped(row, columns)) for row in rows]
    while waiting:
        room_for(sheets, _head(columns) + _high(waiting[0][1]))
        left = sheets.y - BOTTOM - _head(columns)
        fits = _count(left, [_high(cells) for _, cells in waiting])
        with sheets.group("Table"):
            _row(sheets, columns, _titles(columns), "TH", bold=True)
            sheets.y -= 1
            sheets.rule(LEFT, RIGHT, weight=0.9)
            for row, cells in waiting[:fits]:
                _row(sheets, columns, cells, "TD", bold=row.bold)
                sheets.rule(LEFT, RIGHT, weight=0.6 if row.bold else 0.2)
        waiting = waiting[fits:]
    sheets.y -= 1.6 * LEADING


def _count(room: float, highs: Sequence[float]) -> int:
    used, count = 0.0, 0
    for high in highs:
        used += high
        if used > room:
            break
        count += 1
    return max(count, 1)


def _row(sheets: Sheets, columns: Sequence[Column], cells: Sequence[Sequence[str]], kind: str, *, bold: bool) -> None:
    top, high = sheets.y, _high(cells)
    font = fonts.SANS_BOLD if bold else fonts.SANS
    x: float = LEFT
    with sheets.group("TR"):
        for column, lines in zip(columns, cells, strict=True):
            sheets.y = top - PAD - SIZE + 1
            with sheets.tagged(kind):
                for line in lines:
                    at = x + column.wide - GAP if column.right else x
                    sheets.write(line or " ", at, font=font, size=SIZE, anchor="end" if column.right else "start")
                    sheets.y -= LEADING
            x += column.wide
    sheets.y = top - high


def _wrapped(row: Row, columns: Sequence[Column]) -> list[list[str]]:
    font = fonts.SANS_BOLD if row.bold else fonts.SANS
    return [
        fonts.wrapped(cell, font, SIZE, column.wide - GAP) for cell, column in zip(row.cells, columns, strict=True)
    ]


def _high(cells: Sequence[Sequence[str]]) -> float:
    return max(len(lines) for lines in cells) * LEADING + 2 * PAD


def _titles(columns: Sequence[Column]) -> list[list[str]]:
    return _wrapped(Row(tuple(one.title for one in columns), bold=True), columns)


def _head(columns: Sequence[Column]) -> float:
    return _high(_titles(columns)) + 1

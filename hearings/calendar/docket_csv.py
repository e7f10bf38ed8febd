"""A court's docket list as CSV, its columns found by their headings."""

import csv
import io
import tomllib
from functools import cache
from pathlib import Path

from hearings.calendar.docket_lines import MOST_LINES, DocketLine, DocketUnreadable, cell, day_of, hour_of, plain

MOST_COLUMNS = 100
HEADING_WITHIN = 20
"""Lines in which the headings are looked for; some courts print a title above them."""


def read_csv(text: str) -> list[DocketLine]:
    """The matters of the list. Raises DocketUnreadable."""
    rows = _rows(text)
    start, columns = _heading(rows)
    found = []
    for number, row in enumerate(rows[start + 1 :], start + 2):
        told = {name: cell(row[at], number) if at < len(row) else "" for name, at in columns.items()}
        if not told["docket"]:
            continue
        found.append(
            DocketLine(
                docket=_short(told["docket"], 40, number),
                on=day_of(told.get("on", ""), number),
                at=hour_of(told.get("at", ""), number),
                room=_short(told.get("room", ""), 60, number),
                judge=_short(told.get("judge", ""), 200, number),
                courthouse=_short(told.get("courthouse", ""), 200, number),
                code=_short(told.get("code", ""), 20, number).upper(),
                kind=told.get("kind", ""),
            )
        )
    if not found:
        raise DocketUnreadable("no line below the headings has a docket number")
    return found


def _rows(text: str) -> list[list[str]]:
    delimiter = max(",;\t", key=text[:4000].count)
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row[:MOST_COLUMNS])
            if len(rows) > MOST_LINES:
                raise DocketUnreadable(f"it has more than {MOST_LINES:,} lines")
    except csv.Error:
        raise DocketUnreadable(f"line {len(rows) + 1} is not CSV; a quotation mark may not be closed") from None
    return rows


def _heading(rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:HEADING_WITHIN]):
        columns: dict[str, int] = {}
        for place, heading in enumerate(row):
            name = _headings().get(plain(heading[:80]))
            if name:
                columns.setdefault(name, place)
        if "docket" in columns and len(columns) > 1:
            return at, columns
    raise DocketUnreadable("no column is headed as a docket number, such as 'Case Number', beside one for time or room")


def _short(words: str, longest: int, number: int) -> str:
    if len(words) > longest:
        raise DocketUnreadable(f"in line {number} a text is longer than {longest} characters")
    return words


@cache
def _headings() -> dict[str, str]:
    """The name of a column by each way in which courts head it."""
    path = Path(__file__).parent / "docket_columns.toml"
    told: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["columns"]
    return {plain(heading): name for name, headings in told.items() for heading in headings}

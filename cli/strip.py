"""The strip calendar of a deadline in plain letters."""

from collections.abc import Iterator

from law.strip import Day, Folded, Mark, Strip, Week

WIDE = 12
SIGNS = {Mark.TRIGGER: "*", Mark.RESULT: "#", Mark.OTHER: "?", Mark.SAFE: "!"}
LEFT_OUT = "–"


def strip_lines(strip: Strip) -> Iterator[str]:
    """A line for each week: the day, then its place in the count or a dash, and a sign for each mark."""
    yield "".join(name.ljust(WIDE) for name in ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")).rstrip()
    for row in strip.rows:
        yield f"… {row.words} …" if isinstance(row, Folded) else _week(row)
    marked = {mark for row in strip.rows if isinstance(row, Week) for day in row.days for mark in day.marks}
    told = [f"{sign} {strip.result if mark is Mark.RESULT else mark}" for mark, sign in SIGNS.items() if mark in marked]
    yield ", ".join([*told, f"{LEFT_OUT} left out"])


def _week(week: Week) -> str:
    return "".join(_cell(day).ljust(WIDE) for day in week.days).rstrip()


def _cell(day: Day) -> str:
    if not day.inside:
        return ""
    signs = "".join(SIGNS[mark] for mark in day.marks)
    place = f"{day.number}{LEFT_OUT if day.why else ''}"
    return " ".join(part for part in (f"{day.on:%b %d}", place, signs) if part)

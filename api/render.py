"""Pages from Jinja: always escaped, an unknown name is a defect."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.icons import icon

_HERE = Path(__file__).parent


def render(name: str, **told: Any) -> str:
    """The page of that name with what it is told."""
    return _environment().get_template(name).render(told)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.clear()
    made.globals.update(icon=icon, static=_static)
    made.filters.update(day=_day, short=_short, hour=_hour, at=_at, ago=_ago, count=_count, words=_words)
    return made


@cache
def _static(path: str) -> str:
    """The address of a static file; a changed file has another one."""
    return f"/static/{path}?v={sha256((_HERE / 'static' / path).read_bytes()).hexdigest()[:10]}"


def _day(on: date) -> str:
    return f"{on:%a, %b %-d, %Y}"


def _short(on: date) -> str:
    return f"{on:%m/%d/%Y}"


def _hour(at: time) -> str:
    return f"{at:%-I:%M %p}"


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%b %-d, %Y, %-I:%M %p}"


def _ago(span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    if minutes < 1:
        return "less than a minute"
    for size, unit in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            return _count(minutes // size, unit)
    return ""


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _words(iso: str | None) -> str:
    """An ISO day or instant as people read it."""
    if not iso:
        return ""
    if len(iso) == 10:
        return _short(date.fromisoformat(iso))
    return f"{datetime.fromisoformat(iso).astimezone(UTC):%m/%d/%Y %H:%M} UTC"

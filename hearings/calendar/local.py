"""Hours of a courthouse as instants: nine o'clock stays nine o'clock, on both sides of daylight saving."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kernel.refusals import Refused


@dataclass(eq=False)
class NoSuchHour(Refused):
    """An hour that the clocks of the courthouse skip."""

    on: date
    at: time
    zone: str

    def __str__(self) -> str:
        return f"There is no {self.at:%-I:%M %p} on {self.on:%B %-d, %Y}: the clocks of {self.zone} go forward over it."


@dataclass(eq=False)
class NoSuchZone(Refused):
    name: str

    def __str__(self) -> str:
        return f"'{self.name[:40]}' is no time zone; one is written such as America/New_York."


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time between two instants; its end does not belong to it."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Span") -> bool:
        """Whether both go on at some instant."""
        return self.start < other.end and other.start < self.end


def zone_named(name: str) -> ZoneInfo:
    """The IANA time zone of that name. Raises NoSuchZone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NoSuchZone(name) from None


def instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant at which the clocks of a courthouse show this hour, the first where they show it twice.

    Raises NoSuchHour where they never show it.
    """
    found = datetime.combine(on, at, zone).astimezone(UTC)
    if found.astimezone(zone).time() != at.replace(tzinfo=None):
        raise NoSuchHour(on, at, zone.key)
    return found


def span(on: date, at: time, minutes: int, zone: ZoneInfo) -> Span:
    """From an hour of the courthouse for so many minutes as they pass."""
    start = instant(on, at, zone)
    return Span(start, start + timedelta(minutes=minutes))

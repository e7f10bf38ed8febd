"""A person's hearings as an iCalendar file (RFC 5545), in words that may lie on anybody's telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

PRODUCT = "-//Courtready//Court calendar//EN"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One hearing as a feed tells it: no names, no numbers of cases or dockets.

    ``sequence`` grows with every move; a hearing without a date is ``cancelled`` where it last stood.
    """

    hearing_id: int
    kind: str
    on: date
    at: time
    zone: ZoneInfo
    minutes: int
    where: str
    sequence: int
    changed_at: datetime | None
    cancelled: bool


def feed_text(entries: Sequence[FeedEntry], *, site: str, now: datetime) -> bytes:
    """The file. ``site`` is the address of this installation, for the links back and the ends of the UIDs."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Court hearings")
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for zone in sorted({one.zone.key for one in entries}):
        calendar.add_component(_zone(zone, entries))
    for one in entries:
        calendar.add_component(_event(one, site, now))
    return bytes(calendar.to_ical())


def _event(one: FeedEntry, site: str, now: datetime) -> Event:
    event = Event()
    start = datetime.combine(one.on, one.at, one.zone)
    end = (start.astimezone(UTC) + timedelta(minutes=one.minutes)).astimezone(one.zone)
    event.add("uid", f"hearing-{one.hearing_id}@{site.partition('://')[2].partition('/')[0]}")
    event.add("dtstamp", now)
    if one.changed_at:
        event.add("last-modified", one.changed_at)
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", one.kind)
    event.add("location", one.where)
    event.add("url", f"{site.rstrip('/')}/hearings/{one.hearing_id}")
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT" if one.cancelled else "OPAQUE")
    return event


def _zone(key: str, entries: Sequence[FeedEntry]) -> Timezone:
    days = [one.on for one in entries if one.zone.key == key]
    return Timezone.from_tzinfo(ZoneInfo(key), key, min(days) - timedelta(days=366), max(days) + timedelta(days=366))

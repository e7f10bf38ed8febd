"""A court's docket list as a calendar file. Only what is needed is read: no recurrence, no zones of the file's own."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hearings.calendar.docket_lines import MOST_LINES, DocketLine, DocketUnreadable, cell
from hearings.calendar.local import NoSuchZone, zone_named

LONGEST_LINE = 10_000
DOCKET = re.compile(
    r"\b(?:\d{4}|\d{2})\s?(?:CVD|CVS|CVM|CVR|CV|CR|SP|JA|JT|E)[\s-]?\d{1,6}(?:-\d{3})?\b"
    r"|\b[A-Z]{1,4}-\d{2,4}-\d{3,9}\b|\b\d{2,4}-[A-Z]{1,4}-\d{3,9}\b",
    re.IGNORECASE | re.ASCII,
)
"""Docket numbers as North Carolina and California write them, found inside a summary."""
_ROOM = re.compile(r"\b(?:court)?\s?(?:room|dept\.?|department)\s*:?\s*([A-Za-z0-9-]{1,20})", re.IGNORECASE)
_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)')
_ESCAPED = re.compile(r"\\([\\;,nN])")


def read_ics(text: str, zone: ZoneInfo) -> list[DocketLine]:
    """The matters of the list, with hours local to the courthouse's ``zone``. Raises DocketUnreadable."""
    if not re.match(r"\s*BEGIN:VCALENDAR", text, re.IGNORECASE):
        raise DocketUnreadable("it does not begin as a calendar file does")
    found = []
    for number, event in enumerate(_events(text), 1):
        if event.get("STATUS", ("", ""))[1].upper() == "CANCELLED":
            continue
        if number > MOST_LINES:
            raise DocketUnreadable(f"it has more than {MOST_LINES:,} entries")
        line = _line(event, number, zone)
        if line is not None:
            found.append(line)
    if not found:
        raise DocketUnreadable("no entry of it names a docket number")
    return found


def _line(event: dict[str, tuple[str, str]], number: int, zone: ZoneInfo) -> DocketLine | None:
    summary, location, described = (
        cell(_words(event.get(name, ("", ""))[1])[:300], number) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")
    )
    docket = DOCKET.search(summary) or DOCKET.search(described)
    if docket is None:
        return None
    if "RRULE" in event:
        raise DocketUnreadable(f"entry {number} repeats itself, which no setting does")
    start = _start(event, number, zone)
    room = _ROOM.search(location) or _ROOM.search(described)
    return DocketLine(
        docket=docket[0][:40],
        on=start.date(),
        at=start.time(),
        room=room[1] if room else "",
        kind=summary[:300],
    )


def _start(event: dict[str, tuple[str, str]], number: int, zone: ZoneInfo) -> datetime:
    named, written = event.get("DTSTART", ("", ""))
    found = re.fullmatch(r"(\d{8})T(\d{6})(Z?)", written.strip())
    if found is None:
        raise DocketUnreadable(f"entry {number} has no day and hour")
    try:
        told = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")
    except ValueError:
        raise DocketUnreadable(f"entry {number} has a day or hour that does not exist") from None
    if not 1900 <= told.year <= 2100:
        raise DocketUnreadable(f"entry {number} has a day or hour that does not exist")
    if found[3]:
        return told.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    told_in = re.search(r"TZID=\"?([^;\":]{1,60})", named)
    if told_in is None:
        return told
    try:
        its = zone_named(told_in[1])
    except NoSuchZone:
        return told  # a zone of the file's own naming: courts tell their own hours
    return told.replace(tzinfo=its).astimezone(zone).replace(tzinfo=None)


def _events(text: str) -> Iterator[dict[str, tuple[str, str]]]:
    """The properties of each entry: parameters and value, the first of each name."""
    event: dict[str, tuple[str, str]] | None = None
    inside: list[str] = []
    for line in _unfolded(text):
        told = _PROPERTY.match(line)
        if told is None:
            continue
        name, parameters, value = told[1].upper(), told[2], told[3]
        if name == "BEGIN":
            inside.append(value.strip().upper())
            if inside[-1] == "VEVENT":
                event = {}
        elif name == "END":
            if not inside or inside.pop() != value.strip().upper():
                raise DocketUnreadable("its entries are not closed as they were opened")
            if value.strip().upper() == "VEVENT" and event is not None:
                yield event
                event = None
        elif event is not None and inside[-1:] == ["VEVENT"]:
            event.setdefault(name, (parameters, value))
    if inside:
        raise DocketUnreadable("it breaks off in the middle")


def _unfolded(text: str) -> Iterator[str]:
    held = ""
    for line in re.split(r"\r\n|\n|\r", text):
        if line[:1] in (" ", "\t"):
            held += line[1:]
        else:
            if held:
                yield held
            held = line
        if len(held) > LONGEST_LINE:
            raise DocketUnreadable(f"a line of it is longer than {LONGEST_LINE:,} characters")
    if held:
        yield held


def _words(value: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value)

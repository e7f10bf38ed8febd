"""What forms and JSON say about court sessions, read the same for both."""

from datetime import time
from typing import Annotated

from pydantic import Field

from hearings.calendar.errors import NoNumber
from hearings.calendar.session_changes import MOST, Frame

Hour = Annotated[
    str, Field(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$", description="An hour of the courthouse: 13:30")
]
Digits = Annotated[str, Field(max_length=9)]
LARGEST_LIST = 2 * 1024 * 1024
"""Of a request that brings a court's docket list; the list itself may have half of it."""


def hour(written: str) -> time | None:
    """The hour, none where the field is empty."""
    return time.fromisoformat(written) if written else None


def frame(opens: str, closes: str, capacity: str, minutes: str, takes: str) -> Frame:
    """What a person sets about a session. Raises NoNumber."""
    return Frame(
        hour(opens),
        hour(closes),
        _number(capacity, "The number of matters"),
        _number(minutes, "The number of minutes"),
        tuple(takes.replace(",", " ").split())[:50],
    )


def _number(written: str, what: str) -> int | None:
    if not written.strip():
        return None
    if not (written.strip().isascii() and written.strip().isdigit()) or not 1 <= int(written) <= MOST:
        raise NoNumber(what)
    return int(written)

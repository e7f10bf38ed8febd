"""A court's docket list as lines: one matter each, read strictly and with limits, whoever wrote the file."""

import re
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from kernel.legal_text import NotLegalText, legal_text
from kernel.refusals import Refused

MOST_BYTES = 1024 * 1024
MOST_LINES = 2000
LONGEST_CELL = 300
_HOURS = ("%I:%M %p", "%I:%M%p", "%H:%M", "%H:%M:%S", "%I:%M:%S %p", "%H%M")
_DAYS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%Y%m%d", "%b %d, %Y", "%B %d, %Y")


@dataclass(eq=False)
class DocketUnreadable(Refused):
    """The whole file is refused: nothing of it is kept."""

    why: str

    def __str__(self) -> str:
        return f"The docket list was not read: {self.why}."


@dataclass(frozen=True, slots=True)
class DocketLine:
    """One matter as the court lists it; what the list does not say is None or empty."""

    docket: str
    on: date | None = None
    at: time | None = None
    room: str = ""
    judge: str = ""
    courthouse: str = ""
    code: str = ""
    kind: str = ""

    def as_row(self) -> dict[str, Any]:
        """The line as it is kept."""
        kept = asdict(self)
        kept["on"] = self.on.isoformat() if self.on else None
        kept["at"] = self.at.isoformat("minutes") if self.at else None
        return kept


def line_of(row: dict[str, Any]) -> DocketLine:
    """A kept line."""
    on, at = row["on"], row["at"]
    return DocketLine(
        **row | {"on": date.fromisoformat(on) if on else None, "at": time.fromisoformat(at) if at else None}
    )


def text_of(raw: bytes) -> str:
    """The text of an uploaded list. Raises DocketUnreadable."""
    if not raw.strip():
        raise DocketUnreadable("the file is empty")
    if len(raw) > MOST_BYTES:
        raise DocketUnreadable("the file is larger than 1 MB")
    if b"\x00" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocketUnreadable("it is no text; export the list as CSV or as a calendar file (.ics)")
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def cell(raw: str, number: int) -> str:
    """One cell, fit to be shown and compared. Raises DocketUnreadable."""
    try:
        return legal_text(re.sub(r"\s+", " ", raw), longest=LONGEST_CELL)
    except NotLegalText as refused:
        raise DocketUnreadable(f"in line {number} a text {refused.why}") from None


def hour_of(words: str, number: int) -> time | None:
    """An hour as lists write it; none where the cell is empty. Raises DocketUnreadable."""
    told = re.sub(r"\s+", " ", words.strip().upper().replace(".", ""))
    told = re.sub(r"^(\d{1,2})\s?([AP]M)$", r"\1:00 \2", told)
    return _first(told, _HOURS, f"line {number} has no hour of the day where one should stand").time() if told else None


def day_of(words: str, number: int) -> date | None:
    """A day as lists write it; none where the cell is empty. Raises DocketUnreadable."""
    told = words.strip()
    return _first(told, _DAYS, f"line {number} has no day where one should stand").date() if told else None


def plain(words: str) -> str:
    """Letters and digits alone, for comparing names of judges, rooms and headings."""
    folded = unicodedata.normalize("NFKD", words).casefold()
    return re.sub(r"[^a-z0-9#]", "", folded)


def _first(words: str, forms: tuple[str, ...], why: str) -> datetime:
    for form in forms:
        try:
            found = datetime.strptime(words, form)
        except ValueError:
            continue
        if 1900 <= found.year <= 2100:
            return found
    raise DocketUnreadable(why)

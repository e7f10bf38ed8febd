"""What a caller sends about the court calendar. A field that is not named here is refused."""

from pydantic import Field

from api.court_calendar import Hour
from api.patterns import IsoDay, Strict, Whole
from hearings.calendar.practices import Subject


class FrameSent(Strict):
    opens: Hour = ""
    closes: Hour = ""
    capacity: Whole | None = Field(None, ge=1, le=9999, description="Most matters; no limit if null.")
    minutes: Whole | None = Field(None, ge=1, le=9999, description="Most minutes; no limit if null.")
    takes: list[str] = Field([], max_length=50, description="Kinds of hearing or schedule codes; any if empty.")


class SessionSent(FrameSent):
    on: IsoDay
    courthouse: str = Field(min_length=1, max_length=200)
    room: str = Field("", max_length=60)
    judge: str = Field("", max_length=200)


class WhySent(Strict):
    why: str = Field(max_length=500)


class MoveSent(Strict):
    session: Whole | None = Field(None, ge=1, le=2**31 - 1, description="Where to; no date yet if null.")
    at: Hour = Field("", description="Local to the courthouse; the hearing's own hour if empty.")
    cause: str = Field("", max_length=30, description="The code of a cause; not for a hearing without a date.")
    words: str = Field("", max_length=1000)
    seen: Whole | None = Field(None, ge=1, le=2**31 - 1, description="The setting that the caller looked at.")


class ClosingSent(Strict):
    on: IsoDay
    why: str = Field(max_length=200)
    courthouse: str = Field("", max_length=200, description="Every courthouse if empty.")
    cite: str = Field("", max_length=300)


class DifferenceSent(Strict):
    key: str = Field(pattern=r"^[0-9a-f]{32}$")
    code: str = Field("", max_length=20, description="The type of a hearing that is new here and that the list lacks.")


class CourthouseSent(Strict):
    name: str = Field(min_length=1, max_length=200)
    zone: str = Field(max_length=60, description="The IANA time zone of its clocks: America/New_York")
    address: str = Field("", max_length=400)


class PracticeSent(Strict):
    subject: Subject
    name: str = Field(max_length=60, description="A kind of hearing or schedule code, or a method of service.")
    number: Whole = Field(ge=0, le=9999)

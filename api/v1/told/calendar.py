"""What is told about the court calendar. Days are ISO 8601; hours are local to the courthouse."""

from datetime import date, datetime, time

from pydantic import BaseModel

from hearings.calendar.causes_report import Continued, MonthOfCauses
from hearings.calendar.clashes import Clash
from hearings.calendar.closings import Closed
from hearings.calendar.differences import Difference
from hearings.calendar.docket_lists import Compared
from hearings.calendar.loads import Load
from hearings.calendar.next_dates import Proposed
from hearings.calendar.tables import Closing
from hearings.facts import SessionOnCalendar


class LoadTold(BaseModel):
    matters: int
    minutes: int
    capacity: int | None
    longest: int | None


class ClashTold(BaseModel):
    role: str
    name: str
    hearings: tuple[int, int]
    sentence: str


class CalendarTold(BaseModel):
    session: int
    on: date
    courthouse: str
    zone: str
    room: str
    judge: str
    opens: time | None
    closes: time | None
    takes: list[str]
    locked_at: datetime | None
    locked_by: str | None
    load: LoadTold
    clashes: list[ClashTold]
    left: list[int]


class PassedOverTold(BaseModel):
    session: int
    on: date
    why: str


class ProposedTold(BaseModel):
    session: int
    on: date
    at: time
    courthouse: str
    room: str
    judge: str
    load: LoadTold
    serve_by: date | None
    notice: str | None
    clashes: list[str]
    passed_over: list[PassedOverTold]


class ContinuedTold(BaseModel):
    id: int
    hearing: int
    cause: str
    cell: str
    words: str
    minutes: int
    left_on: date
    by: str


class MovedTold(BaseModel):
    """Where a hearing stands now; ``is_set`` is false when it has no date yet."""

    hearing: int
    session: int
    on: date
    at: time
    is_set: bool
    continuances: list[ContinuedTold]


class CauseTold(BaseModel):
    cause: str
    name: str
    cell: str
    count: int
    minutes: int


class MonthTold(BaseModel):
    month: str
    count: int
    minutes: int
    causes: list[CauseTold]


class ClosingTold(BaseModel):
    id: int
    on: date
    courthouse: str | None
    why: str
    cite: str
    entered_by: str
    entered_at: datetime


class HitTold(BaseModel):
    session: int
    hearings: list[int]


class ClosedTold(ClosingTold):
    hit: list[HitTold]
    moved: list[str]


class DifferenceTold(BaseModel):
    key: str
    parted: str
    words: str
    docket: str
    case_no: str | None
    hearing: int | None


class ComparedTold(BaseModel):
    name: str
    read_by: str
    read_at: datetime
    lines: int
    open: list[DifferenceTold]
    set_aside: list[DifferenceTold]


class FeedTold(BaseModel):
    """``address`` is told once, when the feed is made."""

    made_at: datetime | None
    address: str | None


class AcceptedTold(BaseModel):
    accepted: int


def load_told(one: Load) -> LoadTold:
    return LoadTold(matters=one.matters, minutes=one.minutes, capacity=one.capacity, longest=one.longest)


def calendar_told(one: SessionOnCalendar, zone: str, load: Load, clashes: list[Clash], left: list[int]) -> CalendarTold:
    return CalendarTold(
        session=one.id, on=one.on, courthouse=one.courthouse, zone=zone, room=one.room, judge=one.judge,
        opens=one.opens, closes=one.closes, takes=list(one.takes), locked_at=one.locked_at, locked_by=one.locked_by,
        load=load_told(load), left=left,
        clashes=[
            ClashTold(
                role=each.who.role, name=each.who.name, hearings=(each.here.hearing_id, each.there.hearing_id),
                sentence=each.sentence,
            )
            for each in clashes
        ],
    )  # fmt: skip


def proposed_told(one: Proposed) -> ProposedTold:
    return ProposedTold(
        session=one.session.id, on=one.session.on, at=one.at, courthouse=one.session.courthouse, room=one.session.room,
        judge=one.session.judge, load=load_told(one.load), serve_by=one.serve_by,
        notice=one.notice.sentence() if one.notice else None, clashes=list(one.clashes),
        passed_over=[
            PassedOverTold(session=each.session.id, on=each.session.on, why=each.why) for each in one.passed_over
        ],
    )  # fmt: skip


def continued_told(one: Continued) -> ContinuedTold:
    return ContinuedTold(
        id=one.id, hearing=one.hearing_id, cause=one.cause.code, cell=one.cause.cell.value, words=one.words,
        minutes=one.minutes, left_on=one.left_on, by=one.by,
    )  # fmt: skip


def month_told(one: MonthOfCauses) -> MonthTold:
    return MonthTold(
        month=f"{one.month:%Y-%m}", count=one.count, minutes=one.minutes,
        causes=[
            CauseTold(
                cause=each.cause.code, name=each.cause.name, cell=each.cause.cell.value, count=each.count,
                minutes=each.minutes,
            )
            for each in one.causes
        ],
    )  # fmt: skip


def closing_told(one: Closing) -> ClosingTold:
    return ClosingTold.model_validate(one, from_attributes=True)


def closed_told(one: Closed) -> ClosedTold:
    return ClosedTold(
        **closing_told(one.closing).model_dump(),
        hit=[HitTold(session=each.session.id, hearings=[h.id for h in each.hearings]) for each in one.hit],
        moved=list(one.moved),
    )


def compared_told(one: Compared) -> ComparedTold:
    return ComparedTold(
        name=one.name, read_by=one.read_by, read_at=one.read_at, lines=one.lines,
        open=[difference_told(each) for each in one.open], set_aside=[difference_told(each) for each in one.set_aside],
    )  # fmt: skip


def difference_told(one: Difference) -> DifferenceTold:
    return DifferenceTold(
        key=one.key, parted=one.parted.value, words=one.words, docket=one.docket, case_no=one.case_no,
        hearing=one.hearing.id if one.hearing else None,
    )  # fmt: skip

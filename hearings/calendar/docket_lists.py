"""Verbs and questions: a court's docket list beside ours. Nothing changes until a person accepts a difference."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cases.docket import normal_docket
from cases.tables import DocketNumber
from hearings.actions import set_hearing
from hearings.calendar.differences import Difference, Parted, differences, same_judge
from hearings.calendar.docket_csv import read_csv
from hearings.calendar.docket_ics import read_ics
from hearings.calendar.docket_lines import DocketLine, DocketUnreadable, line_of, plain, text_of
from hearings.calendar.errors import NoSuchDifference, NoSuchDocketList, NotAcceptable, TypeNeeded
from hearings.calendar.moving import continue_hearing, place_hearing
from hearings.calendar.placed import zone_of
from hearings.calendar.tables import DocketList
from hearings.facts import SessionOnCalendar, SetHearing
from hearings.queries import hearings_of_case, hearings_of_session, hearings_without_date, session
from hearings.tables import CourtSession
from infra import audit
from kernel.legal_text import legal_text
from offices.facts import Person, Role
from offices.queries import require_role, settings_of

THE_COURTS = "court"
"""The cause of a continuance when the court took a matter off its list."""
NINE = time(9)
"""When a matter is called whose hour neither the list nor the session tells."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A docket list, what it says of its session, and what is still open."""

    id: int
    name: str
    read_by: str
    read_at: datetime
    lines: int
    open: tuple[Difference, ...]
    set_aside: tuple[Difference, ...]


def read_docket_list(db: Session, session_id: int, raw: bytes, *, name: str, by: Person, now: datetime) -> Compared:
    """Keep a court's list of one session, CSV or ICS, in place of an earlier one, and compare it.

    Raises NotYourRole, NoSuchSession, NotLegalText or DocketUnreadable.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    place = session(db, by.office_id, session_id)
    text = text_of(raw)
    ics = text.lstrip()[:15].upper() == "BEGIN:VCALENDAR"
    lines = read_ics(text, zone_of(db, by.office_id, place.courthouse)) if ics else read_csv(text)
    about = [line for line in lines if line.on in (None, place.on)]
    if not about:
        raise DocketUnreadable(f"it has no matter of {place.on:%B %-d, %Y}")
    for earlier in db.scalars(_standing(by.office_id, session_id)):
        earlier.replaced_at = now
    made = DocketList(
        office_id=by.office_id,
        court_session_id=session_id,
        name=legal_text(name, longest=120) or "docket list",
        lines=[line.as_row() for line in about],
        read_by=by.name,
        read_at=now,
    )
    db.add(made)
    db.flush()
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="read docket list", subject=f"court session {session_id}",
        detail=f"docket list {made.id}, {len(about)} matters",
    )  # fmt: skip
    return _compared(db, made, place)


def compared(db: Session, office_id: int, session_id: int) -> Compared | None:
    """The court's list of a session beside ours as both stand now; None where no list was brought.

    Raises NoSuchSession.
    """
    place = session(db, office_id, session_id)
    found = db.scalar(_standing(office_id, session_id))
    return _compared(db, found, place) if found else None


def accept(db: Session, session_id: int, key: str, *, code: str, by: Person, now: datetime, today: date) -> Difference:
    """Have our calendar say what the court's list says of one matter.

    ``code`` is the type of a hearing that is new here and that the list does not type. Raises NotYourRole,
    NoSuchDocketList, NoSuchDifference, NotAcceptable, TypeNeeded and whatever speaks against the move.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    found = _one(db, by.office_id, session_id, key)
    place = session(db, by.office_id, session_id)
    if found.parted is Parted.NO_CASE:
        raise NotAcceptable(found.docket)
    if found.parted is Parted.NOT_ON_THEIRS:
        _take_off(db, found, by=by, now=now, today=today)
    else:
        _put_in(db, found, place, code=code, by=by, now=now, today=today)
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="accepted docket list", subject=f"court session {session_id}",
        detail=found.parted.value,
    )  # fmt: skip
    return found


def accept_all(db: Session, session_id: int, *, by: Person, now: datetime, today: date) -> int:
    """Accept every difference that can be followed at once; how many. Raises as ``accept`` does."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    told = _standing_comparison(db, by.office_id, session_id)
    ready = [one for one in told.open if follows_at_once(db, by.office_id, one, today=today)]
    for one in ready:
        accept(db, session_id, one.key, code="", by=by, now=now, today=today)
    return len(ready)


def set_aside(db: Session, session_id: int, key: str, *, by: Person) -> Difference:
    """Leave our calendar as it is about one matter. Raises NotYourRole, NoSuchDocketList or NoSuchDifference."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    found = _one(db, by.office_id, session_id, key)
    kept = db.scalars(_standing(by.office_id, session_id).with_for_update()).one()
    kept.set_aside = [*kept.set_aside, key]
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="set aside difference", subject=f"court session {session_id}",
        detail=found.parted.value,
    )  # fmt: skip
    return found


def follows_at_once(db: Session, office_id: int, one: Difference, *, today: date) -> bool:
    """Whether a difference is accepted with all others. What the list lacks never is: it may list one room alone."""
    return one.parted is not Parted.NOT_ON_THEIRS and needs_no_word(db, office_id, one, today=today)


def needs_no_word(db: Session, office_id: int, one: Difference, *, today: date) -> bool:
    """Whether a difference can be accepted as it is."""
    if one.parted is Parted.NOT_ON_OURS:
        return bool(one.line and one.line.code) or _elsewhere(db, office_id, one, today) is not None
    return one.parted is not Parted.NO_CASE


def _take_off(db: Session, found: Difference, *, by: Person, now: datetime, today: date) -> None:
    assert found.hearing is not None  # noqa: S101 - ours is what their list lacks
    continue_hearing(
        db, found.hearing.id, cause=THE_COURTS, words="Not on the court's docket list.", to_session=None, at=None,
        seen=found.hearing.setting_id, by=by, now=now, today=today,
    )  # fmt: skip


def _put_in(
    db: Session, found: Difference, place: SessionOnCalendar, *, code: str, by: Person, now: datetime, today: date
) -> None:
    assert found.line is not None  # noqa: S101 - theirs is what ours lacks
    line = found.line
    target = _session_of(db, by.office_id, place, line)
    hearing = found.hearing or _elsewhere(db, by.office_id, found, today)
    if hearing is not None:
        place_hearing(
            db, hearing.id, to_session=target.id, at=line.at or hearing.at, because="the court's docket list",
            seen=hearing.setting_id if hearing.is_set else None, by=by, now=now, today=today,
        )  # fmt: skip
        return
    if not (code or line.code):
        raise TypeNeeded(found.docket)
    assert found.case_no is not None  # noqa: S101 - without a case it is not acceptable
    set_hearing(
        db, found.case_no, code=code or line.code, on=target.on, at=line.at or place.opens or NINE,
        courthouse=target.courthouse, room=target.room, judge=target.judge, because="the court's docket list", by=by,
    )  # fmt: skip


def _session_of(db: Session, office_id: int, place: SessionOnCalendar, line: DocketLine) -> CourtSession:
    """The session that a line names: this one, another of the day, or one made for it."""
    own = db.get_one(CourtSession, place.id)
    room = line.room if line.room and plain(line.room) != plain(place.room) else place.room
    judge = line.judge if line.judge and not same_judge(line.judge, place.judge) else place.judge
    if (room, judge) == (place.room, place.judge):
        return own
    for one in db.scalars(
        select(CourtSession).filter_by(office_id=office_id, on=place.on, courthouse=place.courthouse)
    ):
        if plain(one.room) == plain(room) and same_judge(one.judge, judge):
            return one
    made = CourtSession(office_id=office_id, on=place.on, courthouse=place.courthouse, room=room, judge=judge)
    db.add(made)
    db.flush()
    return made


def _elsewhere(db: Session, office_id: int, found: Difference, today: date) -> SetHearing | None:
    """The one hearing of the case that waits for another day, or for any: the court has it here."""
    if found.line is None or found.case_no is None:
        return None
    waiting = [one for one in hearings_of_case(db, office_id, found.case_no) if one.on >= today]
    waiting += [one for one in hearings_without_date(db, office_id) if one.case_no == found.case_no]
    fitting = [one for one in waiting if not one.disposition and found.line.code in ("", one.code)]
    return fitting[0] if len(fitting) == 1 else None


def _one(db: Session, office_id: int, session_id: int, key: str) -> Difference:
    for one in _standing_comparison(db, office_id, session_id).open:
        if one.key == key:
            return one
    raise NoSuchDifference()


def _standing_comparison(db: Session, office_id: int, session_id: int) -> Compared:
    found = compared(db, office_id, session_id)
    if found is None:
        raise NoSuchDocketList()
    return found


def _standing(office_id: int, session_id: int) -> Select[DocketList]:
    return (
        select(DocketList)
        .where(
            DocketList.office_id == office_id,
            DocketList.court_session_id == session_id,
            DocketList.replaced_at.is_(None),
        )
        .order_by(DocketList.id.desc())
    )


def _compared(db: Session, kept: DocketList, place: SessionOnCalendar) -> Compared:
    suffix = settings_of(db, kept.office_id).court_suffix
    lines = [line_of(row) for row in kept.lines]
    normal = {line.docket: normal_docket(line.docket, court_suffix=suffix) for line in lines}
    ours = hearings_of_session(db, kept.office_id, place.id)
    cases: dict[str, list[str]] = defaultdict(list)
    dockets: dict[str, set[str]] = defaultdict(set)
    for one in ours:
        if one.docket:
            dockets[one.case_no].add(normal_docket(one.docket, court_suffix=suffix))
    of_cases = {one.case_no for one in ours}
    for case_no, spelled in db.execute(
        select(DocketNumber.case_no, DocketNumber.normal).where(
            DocketNumber.office_id == kept.office_id,
            DocketNumber.normal.in_(set(normal.values())) | DocketNumber.case_no.in_(of_cases),
        )
    ):
        if case_no not in cases[spelled]:
            cases[spelled].append(case_no)
        dockets[case_no].add(spelled)
    found = differences(
        place, lines, ours, cases, {case_no: frozenset(each) for case_no, each in dockets.items()}, normal
    )
    return Compared(
        kept.id,
        kept.name,
        kept.read_by,
        kept.read_at,
        len(lines),
        tuple(one for one in found if one.key not in kept.set_aside),
        tuple(one for one in found if one.key in kept.set_aside),
    )

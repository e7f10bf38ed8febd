"""Questions: the next dates that a hearing can have, each lawful, free and in time for service, and why no earlier."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hearings.calendar.clashes import PARTY
from hearings.calendar.closings import office_calendar
from hearings.calendar.loads import Load
from hearings.calendar.placed import loads, placed_on, practices_of, would_be
from hearings.facts import SessionOnCalendar, SetHearing
from hearings.queries import sessions
from hearings.tables import CourtSession, Hearing, Setting
from law.calendar import CourtCalendar, YearUnknown
from law.deadline import Deadline
from law.deadlines import adding, first_day_allowed, last_day_to_act
from law.hearing_types import HearingType
from law.states import StateLaw, law_of
from offices.queries import state_of

MOST = 5
FARTHEST = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A session that is not proposed, and why, in one sentence."""

    session: SessionOnCalendar
    why: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A date that fits. ``serve_by`` is the last day to serve for it; None where no papers need to be served.

    ``clashes`` tells of staff or a judge in two rooms at once; a party never is. ``passed_over`` names the sessions
    before it that do not fit.
    """

    session: SessionOnCalendar
    at: time
    load: Load
    notice: Deadline | None
    serve_by: date | None
    clashes: tuple[str, ...]
    passed_over: tuple[PassedOver, ...]


def next_dates(db: Session, hearing: SetHearing, *, today: date, method: str, most: int = MOST) -> list[Proposed]:
    """The first dates that fit, in order. ``method`` is how papers will be served; empty where none are, as when the
    parties are told in open court.

    Raises NoRuleInForce or YearUnknown.
    """
    return list(islice(_fitting(db, hearing, today, method), most))


def _fitting(db: Session, hearing: SetHearing, today: date, method: str) -> Iterator[Proposed]:
    law = law_of(state_of(db, hearing.office_id))
    kind = law.hearing_type_or_other(hearing.code)
    coming = [
        one
        for one in sessions(db, hearing.office_id)
        if today < one.on <= today + FARTHEST and not (hearing.is_set and one.id == hearing.session_id)
    ]
    practices = practices_of(db, hearing.office_id)
    needs, served_on = practices.minutes_of(kind), today + timedelta(days=practices.lead_days(method))
    full = loads(db, hearing.office_id, [one.id for one in coming])
    courts = {
        name: office_calendar(db, hearing.office_id, courthouse=name) for name in {one.courthouse for one in coming}
    }
    notices = {name: _notice(law, kind, method, served_on, court) for name, court in courts.items()}
    passed: list[PassedOver] = []
    for one in coming:
        court, notice = courts[one.courthouse], notices[one.courthouse]
        why = (
            _closed(one, court)
            or _not_taken(one, kind)
            or _locked(one)
            or _full(full[one.id], needs)
            or _too_soon(one, notice, method, served_on)
        )
        if why:
            passed.append(PassedOver(one, why))
            continue
        at = _hour(db, one, hearing)
        found = _clashing(db, hearing, one, at)
        if wanted := next((sentence for role, sentence in found if role == PARTY), ""):
            passed.append(PassedOver(one, wanted))
            continue
        serve_by = _serve_by(law, kind, method, one.on, court) if method else None
        yield Proposed(one, at, full[one.id], notice, serve_by, tuple(words for _, words in found), tuple(passed))


def _notice(law: StateLaw, kind: HearingType, method: str, served_on: date, court: CourtCalendar) -> Deadline | None:
    if not method:
        return None
    rule = law.rule(kind.notice, served_on)
    return first_day_allowed(
        law, rule.id, served_on, method=adding(law, rule, method), evidence="expected service", court=court
    )


def _serve_by(law: StateLaw, kind: HearingType, method: str, on: date, court: CourtCalendar) -> date:
    rule = law.rule(kind.notice, on)
    return last_day_to_act(law, rule.id, on, method=adding(law, rule, method), court=court)


def _closed(session: SessionOnCalendar, court: CourtCalendar) -> str:
    try:
        why = court.is_closed_for(session.on)
    except YearUnknown as unknown:
        return str(unknown)
    return f"The court is closed: {why}." if why else ""


def _not_taken(session: SessionOnCalendar, kind: HearingType) -> str:
    return "" if session.takes_type(kind) else f"It takes {', '.join(session.takes)}, not {kind.kind} ({kind.code})."


def _locked(session: SessionOnCalendar) -> str:
    return f"Its calendar was locked by {session.locked_by}." if session.locked else ""


def _full(load: Load, needs: int) -> str:
    why = load.why_full(needs)
    return f"It is full: {why}." if why else ""


def _too_soon(session: SessionOnCalendar, notice: Deadline | None, method: str, served_on: date) -> str:
    if notice is None or session.on >= notice.on:
        return ""
    return (
        f"Service by {method} is expected by {served_on:%a %b %-d, %Y}; the hearing may then be held no earlier than "
        f"{notice.on:%a %b %-d, %Y} ({notice.cite})."
    )


def _hour(db: Session, session: SessionOnCalendar, hearing: SetHearing) -> time:
    """The hour at which most matters of the session are called, else when it opens, else the hearing's own."""
    called = db.execute(
        select(Setting.at, func.count())
        .where(Setting.court_session_id == session.id, Setting.ended_at.is_(None))
        .group_by(Setting.at)
        .order_by(func.count().desc(), Setting.at)
    ).first()
    return called[0] if called else session.opens or hearing.at


def _clashing(db: Session, hearing: SetHearing, session: SessionOnCalendar, at: time) -> list[tuple[str, str]]:
    found = would_be(
        db,
        hearing.office_id,
        db.get_one(Hearing, hearing.id),
        db.get_one(CourtSession, session.id),
        Setting(hearing_id=hearing.id, court_session_id=session.id, at=at),
        placed_on(db, hearing.office_id, [session.on]),
    )
    return [(one.who.role, one.sentence) for one in found]

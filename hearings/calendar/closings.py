"""Verbs and questions: days on which the court is closed beyond its holidays, and what they hit."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hearings.calendar.errors import AlreadyClosed, NoSuchClosing, SayWhy
from hearings.calendar.tables import Closing
from hearings.facts import SessionOnCalendar, SetHearing
from hearings.queries import hearings_of_session, sessions
from hearings.tables import CourtSession, Hearing, Setting
from infra import audit
from kernel.legal_text import legal_text
from law.calendar import ONE_DAY, CourtCalendar
from law.deadlines import last_day_to_act
from law.states import StateLaw, law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of

REACH = timedelta(days=60)
"""How far after a closed day hearings are looked at whose notice it may touch."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A session on a closed day, the hearings that need another date, and how many of them there are."""

    session: SessionOnCalendar
    hearings: tuple[SetHearing, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """What one closing does: the sessions it hits and, in words, the dates that it moves."""

    closing: Closing
    hit: tuple[Hit, ...]
    moved: tuple[str, ...]


def office_calendar(db: Session, office_id: int, *, courthouse: str | None = None) -> CourtCalendar:
    """The court days of an office: its state's holidays and the closings it has entered.

    A closing of one courthouse counts only where that ``courthouse`` is asked about.
    """
    calendar = law_of(state_of(db, office_id)).calendar()
    found = {
        one.on: one.why for one in closings(db, office_id) if one.courthouse is None or one.courthouse == courthouse
    }
    return calendar.with_closings(found) if found else calendar


def closings(db: Session, office_id: int) -> list[Closing]:
    """The closings that stand, in order of day."""
    return list(
        db.scalars(
            select(Closing)
            .where(Closing.office_id == office_id, Closing.lifted_at.is_(None))
            .order_by(Closing.on, Closing.id)
        )
    )


def close_court(db: Session, *, on: date, courthouse: str, why: str, cite: str, by: Person, now: datetime) -> Closed:
    """Enter a closing of one courthouse, or of all where none is named, and tell what it hits.

    No hearing is moved; a person does that. Raises NotYourRole, SayWhy, AlreadyClosed, YearUnknown or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    words = legal_text(why, longest=200)
    if not words:
        raise SayWhy()
    place = legal_text(courthouse, longest=200) or None
    before = office_calendar(db, by.office_id, courthouse=place)
    if closed := before.is_closed_for(on):
        raise AlreadyClosed(on, closed)
    made = Closing(
        office_id=by.office_id,
        on=on,
        courthouse=place,
        why=words,
        cite=legal_text(cite, longest=300),
        entered_by=by.name,
        entered_at=now,
    )
    db.add(made)
    db.flush()
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="closed court", subject=f"closing {made.id}",
        detail=f"{on.isoformat()} {place or 'every courthouse'}: {words}",
    )  # fmt: skip
    return what_it_hits(db, made)


def lift_closing(db: Session, closing_id: int, *, by: Person, now: datetime) -> Closing:
    """Take a closing back; the row stays. Raises NotYourRole or NoSuchClosing."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    found = closing_of(db, by.office_id, closing_id)
    found.lifted_by, found.lifted_at = by.name, now
    audit.record(db, office_id=by.office_id, actor=by.actor, verb="lifted closing", subject=f"closing {found.id}")
    return found


def closing_of(db: Session, office_id: int, closing_id: int) -> Closing:
    """A closing that stands. Raises NoSuchClosing, also for another office's."""
    found = db.scalar(
        select(Closing).where(Closing.id == closing_id, Closing.office_id == office_id, Closing.lifted_at.is_(None))
    )
    if found is None:
        raise NoSuchClosing(closing_id)
    return found


def what_it_hits(db: Session, closing: Closing) -> Closed:
    """The sessions on the closed day with their hearings, and the dates that move with it."""
    hit = tuple(
        Hit(one, tuple(hearings_of_session(db, closing.office_id, one.id)))
        for one in sessions(db, closing.office_id)
        if one.on == closing.on and closing.courthouse in (None, one.courthouse)
    )
    return Closed(closing, hit, _moved(db, closing))


def _moved(db: Session, closing: Closing) -> tuple[str, ...]:
    """Sentences on the last days to serve that a closing moves, one for each day and rule of the hearings after it."""
    law = law_of(state_of(db, closing.office_id))
    closed = office_calendar(db, closing.office_id, courthouse=closing.courthouse)
    opened = replace(closed, closings=tuple(one for one in closed.closings if one != (closing.on, closing.why)))
    said = [f"A period that ends on {closing.on:%a %b %-d, %Y} now ends on {_court_day_after(closing.on, closed)}."]
    for (on, rule), count in sorted(_coming(db, closing, law).items()):
        was, now = (last_day_to_act(law, rule, on, court=court) for court in (opened, closed))
        if was != now:
            whose = "1 hearing" if count == 1 else f"{count} hearings"
            said.append(
                f"For {whose} on {on:%a %b %-d, %Y} the last day to serve moves from {was:%a %b %-d} to "
                f"{now:%a %b %-d, %Y}."
            )
    return tuple(said)


def _court_day_after(day: date, court: CourtCalendar) -> str:
    while not court.is_court_day(day):
        day += ONE_DAY
    return f"{day:%a %b %-d, %Y}"


def _coming(db: Session, closing: Closing, law: StateLaw) -> Counter[tuple[date, str]]:
    """How many hearings stand on each day after the closing, by the rule of their notice."""
    rows = db.execute(
        select(CourtSession.on, Hearing.code, func.count())
        .join(Setting, (Setting.court_session_id == CourtSession.id) & Setting.ended_at.is_(None))
        .join(Hearing, Hearing.id == Setting.hearing_id)
        .where(
            CourtSession.office_id == closing.office_id,
            CourtSession.on > closing.on,
            CourtSession.on <= closing.on + REACH,
            *([CourtSession.courthouse == closing.courthouse] if closing.courthouse else []),
        )
        .group_by(CourtSession.on, Hearing.code)
    )
    found: Counter[tuple[date, str]] = Counter()
    for on, code, count in rows:
        found[on, law.hearing_type_or_other(code).notice] += count
    return found

"""Verbs and questions: the secret address under which a person's own calendar program reads that person's hearings."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cases.tables import CaseHeader
from hearings.calendar.errors import NoSuchFeed, NotOnStaff
from hearings.calendar.feed_text import FeedEntry
from hearings.calendar.local import zone_named
from hearings.calendar.moving import hearing_row
from hearings.calendar.placed import practices_of, zones_of
from hearings.calendar.tables import Assignment, CalendarFeed
from hearings.facts import place_of
from hearings.tables import CourtSession, Hearing, Setting
from infra import audit
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import person_of, require_role, settings_of, state_of
from offices.tables import Staff

BACK = timedelta(days=60)
"""How long past hearings stay in a feed."""


def new_feed(db: Session, *, by: Person, now: datetime) -> str:
    """The secret of a new feed of this person, told once; an earlier feed of the person ends. Raises NotYourRole."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    revoke_feed(db, by=by, now=now)
    secret = secrets.token_urlsafe(32)
    made = CalendarFeed(office_id=by.office_id, person_id=by.id, secret_digest=_digest(secret), made_at=now)
    db.add(made)
    db.flush()
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="made calendar feed", subject=f"calendar feed {made.id}"
    )
    return secret


def revoke_feed(db: Session, *, by: Person, now: datetime) -> int:
    """End the feed of this person; how many ended. Raises NotYourRole."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    found = db.scalars(
        select(CalendarFeed).where(CalendarFeed.person_id == by.id, CalendarFeed.revoked_at.is_(None))
    ).all()
    for one in found:
        one.revoked_at = now
        audit.record(
            db, office_id=by.office_id, actor=by.actor, verb="revoked calendar feed", subject=f"calendar feed {one.id}"
        )
    return len(found)


def feed_of(db: Session, person: Person) -> CalendarFeed | None:
    """The feed of a person that stands."""
    return db.scalar(select(CalendarFeed).where(CalendarFeed.person_id == person.id, CalendarFeed.revoked_at.is_(None)))


def reader_of(db: Session, secret: str) -> Person:
    """Whose calendar this secret opens. Raises NoSuchFeed, the same for unknown, revoked and former staff."""
    found = db.scalar(
        select(Staff)
        .join(CalendarFeed, CalendarFeed.person_id == Staff.id)
        .where(
            CalendarFeed.secret_digest == _digest(secret), CalendarFeed.revoked_at.is_(None), Staff.ended_at.is_(None)
        )
    )
    if found is None or found.role not in (Role.AGENT, Role.ATTORNEY):
        raise NoSuchFeed()
    return person_of(found)


def assign(db: Session, hearing_ids: Iterable[int], *, person: Person, by: Person, now: datetime) -> int:
    """Have a person stand in these hearings in that person's role, in place of whoever stood there; how many changed.

    Raises NotYourRole, NotOnStaff or NoSuchHearing.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    if person.office_id != by.office_id or person.role not in (Role.AGENT, Role.ATTORNEY):
        raise NotOnStaff()
    changed = 0
    for id in hearing_ids:
        hearing = hearing_row(db, by.office_id, id)
        current = db.scalar(
            select(Assignment).where(
                Assignment.hearing_id == hearing.id, Assignment.role == person.role.value, Assignment.ended_at.is_(None)
            )
        )
        if current is not None and current.person_id == person.id:
            continue
        if current is not None:
            current.ended_at = now
        db.add(Assignment(office_id=by.office_id, hearing_id=hearing.id, person_id=person.id, role=person.role.value))
        changed += 1
        audit.record(
            db, office_id=by.office_id, actor=by.actor, verb="assigned", subject=f"hearing {hearing.id}",
            detail=person.actor,
        )  # fmt: skip
    return changed


def entries_of(db: Session, person: Person, *, today: date) -> list[FeedEntry]:
    """The hearings in which a person stands: those assigned, and of an agent also those of the agent's own cases."""
    assigned = select(Assignment.hearing_id).where(
        Assignment.person_id == person.id, Assignment.ended_at.is_(None), Assignment.office_id == person.office_id
    )
    mine: ColumnElement[bool] = Hearing.id.in_(assigned)
    if person.role is Role.AGENT and person.agent_code:
        own = select(CaseHeader.case_no).where(
            CaseHeader.office_id == person.office_id,
            CaseHeader.worker == person.agent_code,
            CaseHeader.superseded_at.is_(None),
        )
        others = select(Assignment.hearing_id).where(
            Assignment.office_id == person.office_id, Assignment.role == Role.AGENT.value, Assignment.ended_at.is_(None)
        )
        mine = mine | (Hearing.case_no.in_(own) & Hearing.id.not_in(others))
    rows = db.execute(
        select(Hearing, Setting, CourtSession)
        .join(Setting, Setting.hearing_id == Hearing.id)
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(Hearing.office_id == person.office_id, mine)
        .order_by(Hearing.id, Setting.id)
    ).all()
    return _entries(db, person.office_id, [(one[0], one[1], one[2]) for one in rows], today - BACK)


def _entries(
    db: Session, office_id: int, rows: Sequence[tuple[Hearing, Setting, CourtSession]], since: date
) -> list[FeedEntry]:
    law, practices, zones = law_of(state_of(db, office_id)), practices_of(db, office_id), zones_of(db, office_id)
    office_zone = zone_named(settings_of(db, office_id).time_zone)
    found: dict[int, FeedEntry] = {}
    for hearing, setting, session in rows:
        kind = law.hearing_type_or_other(hearing.code)
        before = found.get(hearing.id)
        cancelled = setting.ended_at is not None
        found[hearing.id] = FeedEntry(
            hearing.id,
            kind.name,
            session.on,
            setting.at,
            zones.get(session.courthouse, office_zone),
            practices.minutes_of(kind),
            place_of(session.courthouse, session.room),
            (before.sequence // 2 * 2 + 2 if before else 0) + int(cancelled),
            setting.ended_at or (before.changed_at if before else None),
            cancelled,
        )
    return [one for one in found.values() if one.on >= since]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()

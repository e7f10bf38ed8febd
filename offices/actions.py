"""Verbs about offices, staff and signing in."""

import hashlib
import re
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from infra import audit
from kernel.legal_text import legal_text
from offices.errors import AlreadyOnStaff, NameNeeded, NotAnEmail, SignInFailed, WeakPassword
from offices.facts import SYSTEM_ACTOR, OfficeSettings, Person, Role
from offices.queries import person_of
from offices.tables import Office, SignIn, Staff

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1024
"""Characters of a password that count."""
IDLE_LIMIT = timedelta(hours=1)
LONGEST_SIGN_IN = timedelta(hours=12)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9.-]{1,180}")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new sign-in: the opaque token for the cookie and the token that guards forms."""

    person: Person
    token: str
    csrf: str


def open_office(db: Session, name: str, *, state: str, new_settings: OfficeSettings) -> Office:
    """The office with this name; when it is new, made with these settings. Raises NameNeeded or NotLegalText."""
    office = db.scalar(select(Office).where(Office.name == name))
    if office is not None:
        return office
    office = Office(name=_name(name, longest=120), state=state, settings=asdict(new_settings))
    db.add(office)
    db.flush()
    audit.record(db, office_id=office.id, actor=SYSTEM_ACTOR, verb="opened office", subject=f"office {office.id}")
    return office


def set_office(db: Session, office: Office, settings: OfficeSettings, *, by: str) -> None:
    """Give an office new settings."""
    office.settings = asdict(settings)
    audit.record(db, office_id=office.id, actor=by, verb="set office", subject=f"office {office.id}")


def add_staff(
    db: Session, office: Office, *, name: str, email: str, role: Role, password: str, agent_code: str | None = None
) -> Person:
    """Put a person on the staff list. Raises AlreadyOnStaff, NameNeeded, NotAnEmail, NotLegalText or WeakPassword."""
    email = email.strip().lower()
    if not _EMAIL.fullmatch(email):
        raise NotAnEmail()
    if len(password) < SHORTEST_PASSWORD:
        raise WeakPassword()
    if db.scalar(select(Staff.id).where(Staff.email == email)) is not None:
        raise AlreadyOnStaff(email)
    staff = Staff(
        office_id=office.id,
        name=_name(name, longest=200),
        email=email,
        role=role.value,
        agent_code=legal_text(agent_code, longest=20) if agent_code else None,
        password_hash=_hasher().hash(password[:LONGEST_PASSWORD]),
    )
    db.add(staff)
    db.flush()
    audit.record(
        db, office_id=office.id, actor=SYSTEM_ACTOR, verb="added staff", subject=f"staff {staff.id}", detail=role.value
    )
    return person_of(staff)


def sign_in(db: Session, *, email: str, password: str, now: datetime) -> SignedIn:
    """Check the password and start a session. Raises SignInFailed, the same for every cause."""
    return begin_session(db, recognised(db, email=email, password=password), now=now)


def recognised(db: Session, *, email: str, password: str) -> Person:
    """Whose address and password these are; slow on purpose, and writes nothing. Raises SignInFailed."""
    address = email.strip().lower()
    known = select(Staff).where(Staff.email == address, Staff.ended_at.is_(None))
    staff = db.scalar(known) if _EMAIL.fullmatch(address) else None
    if not _right(staff.password_hash if staff else _nobodys_hash(), password) or staff is None:
        raise SignInFailed()
    return person_of(staff)


def begin_session(db: Session, person: Person, *, now: datetime) -> SignedIn:
    """A new session of somebody who was recognised."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    db.add(SignIn(staff_id=person.id, token_hash=token_hash(token), csrf=csrf, made_at=now, seen_at=now))
    audit.record(db, office_id=person.office_id, actor=person.actor, verb="signed in", subject=f"staff {person.id}")
    return SignedIn(person, token, csrf)


def sign_out(db: Session, token: str, *, now: datetime) -> None:
    """End a session; harmless when it has ended already."""
    row = db.scalar(select(SignIn).where(SignIn.token_hash == token_hash(token), SignIn.ended_at.is_(None)))
    if row is not None:
        row.ended_at = now


def token_hash(token: str) -> str:
    """What is kept of a session token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _name(written: str, *, longest: int) -> str:
    name = legal_text(written, longest=longest)
    if not name:
        raise NameNeeded()
    return name


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobodys_hash() -> str:
    return _hasher().hash(secrets.token_urlsafe(16))


def _right(known: str, password: str) -> bool:
    try:
        return _hasher().verify(known, password[:LONGEST_PASSWORD])
    except VerificationError:
        return False

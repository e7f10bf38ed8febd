"""Who sends a request: the signed-in person, their office and its day."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool

from api.guards import SAFE
from api.refusing import FormTooOld, NotSignedIn
from infra.db import database
from offices.actions import IDLE_LIMIT, LONGEST_SIGN_IN, token_hash
from offices.facts import Person, Role
from offices.queries import require_role, settings_of, signed_in_person
from offices.tables import Office, SignIn

SEEN_AGAIN = timedelta(minutes=1)
"""A sign-in is marked as used at most this often, so that reading pages hardly ever writes."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A signed-in person at one instant. ``csrf`` guards the forms of this sign-in."""

    person: Person
    office: str
    zone: ZoneInfo
    csrf: str
    at: datetime

    @property
    def today(self) -> date:
        """The day in the office's time zone."""
        return self.at.astimezone(self.zone).date()

    @property
    def office_id(self) -> int:
        return self.person.office_id

    def stamp(self) -> str:
        """Who and when, for a confirmation."""
        return f"{self.person.name}, {self.at.astimezone(self.zone):%b %-d, %Y, %-I:%M %p}"


def cookie_name(request: Request) -> str:
    """Over https the name has the prefix that no other host may set."""
    return "__Host-courtready" if request.url.scheme == "https" else "courtready"


async def by_cookie(request: Request) -> Visitor:
    """The visitor of a page; a form must carry the token of the same sign-in. Raises NotSignedIn or FormTooOld."""
    visitor = await run_in_threadpool(_visitor, request, request.cookies.get(cookie_name(request)))
    if request.method not in SAFE:
        sent = (await request.form()).get("csrf")
        if not isinstance(sent, str) or not hmac.compare_digest(sent.encode(errors="replace"), visitor.csrf.encode()):
            raise FormTooOld()
    return visitor


_bearer = HTTPBearer(auto_error=False)


def by_bearer(request: Request, sent: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]) -> Visitor:
    """The visitor of the API; a cookie counts for nothing here, so no other site can act. Raises NotSignedIn."""
    return _visitor(request, sent.credentials if sent else None)


def on_pages(*roles: Role) -> Callable[..., Visitor]:
    """Somebody with one of the roles, signed in with a browser."""

    def allowed(visitor: Annotated[Visitor, Depends(by_cookie)]) -> Visitor:
        require_role(visitor.person, *roles)
        return visitor

    return allowed


def in_api(*roles: Role) -> Callable[..., Visitor]:
    """Somebody with one of the roles, known by a bearer token."""

    def allowed(visitor: Annotated[Visitor, Depends(by_bearer)]) -> Visitor:
        require_role(visitor.person, *roles)
        return visitor

    return allowed


def _visitor(request: Request, token: str | None) -> Visitor:
    at: datetime = request.app.state.now()
    if not token or len(token) > 200 or not token.isascii():
        raise NotSignedIn()
    with database().reading() as db:
        found = signed_in_person(db, token_hash(token), now=at, idle=IDLE_LIMIT, longest=LONGEST_SIGN_IN)
        if found is None:
            raise NotSignedIn()
        person, sign_in = found
        office = db.get_one(Office, person.office_id).name
        zone = ZoneInfo(settings_of(db, person.office_id).time_zone)
    if sign_in.seen_at < at - SEEN_AGAIN:
        _mark_seen(sign_in.id, at)
    return Visitor(person, office, zone, sign_in.csrf, at)


def _mark_seen(sign_in_id: int, at: datetime) -> None:
    with database().transaction() as db:
        db.get_one(SignIn, sign_in_id).seen_at = at

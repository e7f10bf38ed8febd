"""Signing in, the same for pages and API."""

from fastapi import Request

from api.tries import count_failure, refuse_too_many
from infra.db import database
from offices.actions import SignedIn, begin_session, recognised, sign_out
from offices.errors import SignInFailed


def entered(request: Request, email: str, password: str, *, instead_of: str | None = None) -> SignedIn:
    """A new session, which ends the one that it is ``instead_of``. Only failed tries count.

    Raises SignInFailed or TooManyTries.
    """
    place = request.client.host if request.client else ""
    refuse_too_many(email, place)
    try:
        return _entered(request, email, password, instead_of)
    except SignInFailed:
        count_failure(email, place)
        raise


def _entered(request: Request, email: str, password: str, instead_of: str | None) -> SignedIn:
    known = email if email.isprintable() else ""
    with database().reading() as db:
        person = recognised(db, email=known, password=password)
    with database().transaction() as db:
        if instead_of:
            sign_out(db, instead_of, now=request.app.state.now())
        return begin_session(db, person, now=request.app.state.now())

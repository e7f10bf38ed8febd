"""Signing in, the same for pages and API."""

from fastapi import Request

from api.tries import count_try
from infra.db import database
from offices.actions import SignedIn, sign_in, sign_out


def entered(request: Request, email: str, password: str, *, instead_of: str | None = None) -> SignedIn:
    """A new session, which ends the one that it is ``instead_of``. Raises SignInFailed or TooManyTries."""
    count_try(email, request.client.host if request.client else "")
    known = email if email.isprintable() else ""
    with database().transaction() as db:
        if instead_of:
            sign_out(db, instead_of, now=request.app.state.now())
        return sign_in(db, email=known, password=password, now=request.app.state.now())

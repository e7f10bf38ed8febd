"""How the web says no: one sentence, and never what was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from api.patterns import NotADay
from api.render import render
from kernel.legal_text import NotLegalText
from kernel.money import NotMoney
from kernel.refusals import Courteous, Denied, Missing, Refused, Unavailable
from offices.errors import SignInFailed, TooManyTries

log = structlog.get_logger()


@dataclass(eq=False)
class NotSignedIn(Denied):
    """Nobody is signed in, or no longer."""

    def __str__(self) -> str:
        return "Sign in first; a sign-in ends after an hour without use."


@dataclass(eq=False)
class FromAnotherSite(Denied):
    """A write that a page of another site sent."""

    def __str__(self) -> str:
        return "This request came from another site and was not carried out."


@dataclass(eq=False)
class FormTooOld(Denied):
    """A form whose token is not of this sign-in."""

    def __str__(self) -> str:
        return "This form belongs to another sign-in; load the page again."


STATUS: Mapping[type[Courteous], int] = {
    NotSignedIn: 401,
    SignInFailed: 401,
    TooManyTries: 429,
    NotADay: 422,
    NotLegalText: 422,
    NotMoney: 422,
    Refused: 409,
    Missing: 404,
    Denied: 403,
    Unavailable: 503,
}
"""Which refusal is which status; the nearest class decides."""

TOO_LARGE = 413
_PLAIN = {
    400: "The request cannot be read.",
    404: "There is no such page.",
    405: "This address does not take that kind of request.",
    TOO_LARGE: "The request is larger than allowed: 1 MB for forms, 10 MB for a template, 50 MB for an exhibit.",
    415: "The request is not of a kind that this address takes.",
}
_WHAT_IS_WRONG = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "string_too_long": "is too long",
    "string_too_short": "is empty or too short",
    "too_long": "has too many entries",
    "int_type": "is a whole number, written without quotes",
    "bool_type": "is true or false",
    "string_type": "is text in quotes",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "json_invalid": "cannot be read as JSON",
}


def answer_refusals(app: FastAPI) -> None:
    """Have every refusal and every failure answered in words."""
    app.add_exception_handler(Courteous, _refused)
    app.add_exception_handler(RequestValidationError, _not_right)
    app.add_exception_handler(HTTPException, _plain)
    app.add_exception_handler(SQLAlchemyError, _database_away)
    app.add_exception_handler(Exception, _defect)


def refusal(request: Request, error: Courteous) -> Response:
    """The answer to a refusal: a page, or JSON under ``/api/``."""
    return _say(request, status_of(error), str(error))


def too_large(request: Request) -> Response:
    """The answer to a request larger than allowed."""
    return _say(request, TOO_LARGE, _PLAIN[TOO_LARGE])


def status_of(error: Courteous) -> int:
    """The HTTP status of a refusal."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Courteous)  # noqa: S101  registered for nothing else
    if isinstance(error, NotSignedIn) and not _is_api(request):
        after = f"?after={request.url.path}" if request.method == "GET" and request.url.path != "/" else ""
        return RedirectResponse(f"/sign-in{after}", 303)
    return refusal(request, error)


def _not_right(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    wrong = error.errors()
    if any(one["loc"][:1] == ("path",) for one in wrong):
        return _say(request, 404, _PLAIN[404])
    return _say(request, 422, _sentence(wrong[0]))


def _plain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    return _say(request, error.status_code, _PLAIN.get(error.status_code, _PLAIN[400]), headers=error.headers)


def _database_away(request: Request, error: Exception) -> Response:
    if not isinstance(error, DBAPIError) or error.orig.__class__.__name__ != "OperationalError":
        return _defect(request, error)
    log.warning("database away", failure=type(error).__name__)
    return _say(request, 503, "The database does not answer; nothing was changed. Try again in a minute.")


def _defect(request: Request, error: Exception) -> Response:
    log.error("defect", path=request.scope["route"].path if "route" in request.scope else "", exc_info=error)
    return _say(request, 500, "Something went wrong in the program; nothing was changed. It is noted in the log.")


def _sentence(wrong: Mapping[str, Any]) -> str:
    """Where and what, without what was sent; even the name of an unknown field is the sender's."""
    what = _WHAT_IS_WRONG.get(wrong["type"], "is not written as it must be")
    if wrong["type"] == "json_invalid":
        return "The request cannot be read as JSON."
    if wrong["type"] == "extra_forbidden":
        return "The request has a field that is not known here."
    return f"The field '{_place(wrong['loc'])}' {what}."


def _place(loc: Sequence[str | int]) -> str:
    names = [str(part) for part in loc[1:]] or [str(part) for part in loc]
    return ".".join(names)[:80]


def _say(request: Request, status: int, words: str, *, headers: Mapping[str, str] | None = None) -> Response:
    if _is_api(request):
        return JSONResponse({"error": words}, status, headers=dict(headers or {}))
    return Response(
        render("refused.html", status=status, words=words, back=_back(request)),
        status,
        media_type="text/html",
        headers=dict(headers or {}),
    )


def _back(request: Request) -> str:
    """The page of ours from which the request came, or nothing."""
    came = urlsplit(request.headers.get("referer", ""))
    return came.path if came.netloc == request.headers.get("host") and came.path != request.url.path else ""


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/") or request.url.path == "/healthz"

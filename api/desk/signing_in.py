"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.desk.people import Anybody
from api.entering import entered
from api.pages import start_of
from api.patterns import PageForm, Strict
from api.refusing import status_of
from api.render import render
from api.visitor import cookie_name
from infra.db import database
from kernel.refusals import Denied
from offices.actions import LONGEST_SIGN_IN, sign_out

router = APIRouter()


class Credentials(Strict):
    email: str = Field("", max_length=254)
    password: str = Field("", max_length=1024)
    after: str = Field("", max_length=200)


@router.get("/")
def start(visitor: Anybody) -> Response:
    """Every person's own desk."""
    return RedirectResponse(start_of(visitor.person.role), 303)


@router.get("/sign-in")
def ask(after: str = "") -> HTMLResponse:
    """The form."""
    return HTMLResponse(render("sign_in.html", problem="", email="", after=_ours(after)))


@router.post("/sign-in")
def enter(request: Request, form: Annotated[Credentials, Form()]) -> Response:
    """A new session for the right password; the same answer for every other."""
    try:
        return _entered(request, form)
    except Denied as problem:
        told = render("sign_in.html", problem=str(problem), email="", after=_ours(form.after))
        return HTMLResponse(told, status_of(problem))


@router.post("/sign-out")
def leave(request: Request, visitor: Anybody, form: Annotated[PageForm, Form()]) -> Response:
    """End the session."""
    with database().transaction() as db:
        sign_out(db, request.cookies[cookie_name(request)], now=visitor.at)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(cookie_name(request), path="/", secure=request.url.scheme == "https", httponly=True)
    return answer


def _entered(request: Request, form: Credentials) -> Response:
    name = cookie_name(request)
    signed_in = entered(request, form.email, form.password, instead_of=request.cookies.get(name))
    answer = RedirectResponse(_ours(form.after) or start_of(signed_in.person.role), 303)
    answer.set_cookie(
        name,
        signed_in.token,
        max_age=int(LONGEST_SIGN_IN.total_seconds()),
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return answer


def _ours(path: str) -> str:
    """A path of this application, and nothing that could lead elsewhere."""
    plain = (
        path.startswith("/")
        and not path.startswith("//")
        and path.isascii()
        and all(c.isalnum() or c in "/-_" for c in path)
    )
    return path if plain and path != "/sign-in" else ""

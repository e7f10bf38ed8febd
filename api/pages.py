"""Answers a request with a page of the desk."""

from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse

from api.render import render
from api.saying import SAID, said
from api.visitor import Visitor
from offices.facts import Role

DESKS = {
    Role.AGENT: (
        ("Today", "/today", "home"),
        ("Court sessions", "/sessions", "event"),
        ("Cases", "/cases", "folder"),
        ("Dates", "/dates", "schedule"),
        ("Jobs", "/jobs", "autorenew"),
    ),
    Role.ATTORNEY: (
        ("Today", "/today", "home"),
        ("To review", "/queue", "verified_user"),
        ("Court sessions", "/sessions", "event"),
        ("Cases", "/cases", "folder"),
        ("Dates", "/dates", "schedule"),
        ("Templates", "/templates", "local_library"),
    ),
    Role.CLERK: (
        ("Inbox", "/inbox", "mail"),
        ("Answered", "/answered", "history"),
        ("Court days", "/court-days", "event"),
    ),
    Role.ADMIN: (("Jobs", "/jobs", "autorenew"),),
}
"""What each role finds on its desk; the first place is where it starts."""


def page(request: Request, visitor: Visitor, name: str, *, status: int = 200, **told: Any) -> HTMLResponse:
    """The page of that name for a signed-in person, with what was just done."""
    words = said(request, visitor)
    answer = HTMLResponse(
        render(
            name,
            visitor=visitor,
            person=visitor.person,
            desks=DESKS[visitor.person.role],
            here=request.url.path,
            said=words,
            **told,
        ),
        status,
    )
    if words:
        answer.delete_cookie(SAID)
    return answer


def start_of(role: Role) -> str:
    """Where a person of this role starts."""
    return DESKS[role][0][1]

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
UNDER = {
    "/answered": ("/answered",),
    "/cases": ("/cases", "/balances"),
    "/court-days": ("/court-days",),
    "/dates": ("/dates",),
    "/inbox": ("/inbox", "/envelopes"),
    "/jobs": ("/jobs",),
    "/queue": ("/queue", "/review"),
    "/sessions": (
        "/sessions", "/hearings", "/practices", "/closings", "/continuances", "/service-list", "/envelopes",
        "/my-calendar",
    ),
    "/templates": ("/templates",),
    "/today": ("/today", "/moved-dates"),
}  # fmt: skip
"""The pages that are found from each place, by how their addresses begin."""


def page(request: Request, visitor: Visitor, name: str, *, status: int = 200, **told: Any) -> HTMLResponse:
    """The page of that name for a signed-in person, with what was just done."""
    words = said(request, visitor)
    answer = HTMLResponse(
        render(
            name,
            visitor=visitor,
            person=visitor.person,
            desks=DESKS[visitor.person.role],
            at_desk=place_of(request.url.path, visitor.person.role),
            said=words,
            **told,
        ),
        status,
    )
    if words:
        answer.delete_cookie(SAID)
    return answer


def place_of(path: str, role: Role) -> str:
    """The place on the desk of a role from which a page is found, or nothing."""
    first = "/" + path.split("/")[1]
    return next((place for _, place, _ in DESKS[role] if first in UNDER[place]), "")


def start_of(role: Role) -> str:
    """Where a person of this role starts."""
    return DESKS[role][0][1]

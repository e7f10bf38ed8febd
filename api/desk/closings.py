"""Days on which the court is closed beyond its holidays: entered, looked at with what they hit, lifted."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, IsoDay, PageForm, day
from api.saying import done
from hearings import queries
from hearings.calendar.closings import close_court, closing_of, closings, lift_closing, what_it_hits
from infra.db import database

router = APIRouter()


class ClosingForm(PageForm):
    on: IsoDay
    courthouse: str = Field("", max_length=200)
    why: str = Field("", max_length=200)
    cite: str = Field("", max_length=300)


@router.get("/closings")
def list_closings(request: Request, visitor: Office) -> Response:
    """Every closing that stands, and the form that enters one."""
    with database().reading() as db:
        found = closings(db, visitor.office_id)
        houses = sorted({one.courthouse for one in queries.sessions(db, visitor.office_id)})
    return page(request, visitor, "closings.html", closings=found, houses=houses)


@router.post("/closings")
def close(request: Request, visitor: Office, form: Annotated[ClosingForm, Form()]) -> Response:
    """Enter a closing."""
    with database().transaction() as db:
        made = close_court(
            db, on=day(form.on), courthouse=form.courthouse, why=form.why, cite=form.cite, by=visitor.person,
            now=visitor.at,
        )  # fmt: skip
    return done(
        request, visitor, f"The closing of {made.closing.on:%b %-d, %Y} was entered by", f"/closings/{made.closing.id}"
    )


@router.get("/closings/{closing_id:int}")
def show_closing(request: Request, visitor: Office, closing_id: Id) -> Response:
    """What a closing hits and moves."""
    with looking_at(f"closing {closing_id}", visitor) as db:
        found = what_it_hits(db, closing_of(db, visitor.office_id, closing_id))
    return page(request, visitor, "closing.html", closed=found)


@router.post("/closings/{closing_id:int}/lift")
def lift(request: Request, visitor: Office, closing_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Take a closing back."""
    with database().transaction() as db:
        found = lift_closing(db, closing_id, by=visitor.person, now=visitor.at)
    return done(request, visitor, f"The closing of {found.on:%b %-d, %Y} was lifted by", "/closings")

"""Courthouses with their clocks, and the numbers by which an office plans: minutes of a matter, days of service."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.court_calendar import Digits
from api.desk.people import Office
from api.pages import page
from api.patterns import PageForm
from api.saying import done
from hearings import queries
from hearings.calendar.placed import practices_of
from hearings.calendar.practices import Subject, numbers_of
from hearings.calendar.session_changes import courthouses, set_courthouse, set_practice
from infra.db import database
from offices.queries import settings_of

router = APIRouter()
HEADS = {
    Subject.MINUTES: ("How long a matter takes", "Kind of hearing", "minutes"),
    Subject.LEAD_DAYS: ("How long service takes until its return", "Method of service", "days"),
    Subject.REFILL_DAYS: ("How late a slot can still be filled", "Session", "days before it"),
    Subject.READY_DAYS: ("By when a hearing is made ready", "Part of the preparation", "court days before it"),
    Subject.FACTS_DAYS: ("How old facts may be", "Kind of hearing", "days"),
}
"""Of each subject: what it answers, what its rows are, and the unit of its numbers."""


class CourthouseForm(PageForm):
    name: str = Field("", max_length=200)
    zone: str = Field("", max_length=60)
    address: str = Field("", max_length=400)


class PracticeForm(PageForm):
    subject: Subject
    name: str = Field(max_length=60)
    number: Digits = ""


@router.get("/practices")
def show_practices(request: Request, visitor: Office) -> Response:
    """Every courthouse and number, and the forms that change one."""
    with database().reading() as db:
        known = courthouses(db, visitor.office_id)
        houses = sorted({one.courthouse for one in queries.sessions(db, visitor.office_id)})
        numbers = numbers_of(practices_of(db, visitor.office_id))
        zone = settings_of(db, visitor.office_id).time_zone
    return page(
        request, visitor, "practices.html", known=known, houses=houses, numbers=numbers, heads=HEADS, zone=zone
    )


@router.post("/practices/courthouse")
def keep_courthouse(request: Request, visitor: Office, form: Annotated[CourthouseForm, Form()]) -> Response:
    """Put a courthouse on file, or change its time zone or address."""
    with database().transaction() as db:
        made = set_courthouse(db, name=form.name, zone=form.zone, address=form.address, by=visitor.person)
    return done(request, visitor, f"{made.name} was put on file by", "/practices")


@router.post("/practices/number")
def keep_number(request: Request, visitor: Office, form: Annotated[PracticeForm, Form()]) -> Response:
    """Set one of the office's own numbers."""
    told = int(form.number) if form.number.isascii() and form.number.isdigit() else -1
    with database().transaction() as db:
        made = set_practice(db, subject=form.subject, name=form.name, number=told, by=visitor.person)
    return done(request, visitor, f"{made.name.capitalize()} was set to {made.number} by", "/practices")

"""A person's calendar feed: its secret address is shown once, and whoever knows it reads hours and rooms, no names."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import Response

from api.desk.people import Office
from api.pages import page
from api.patterns import PageForm
from api.saying import done
from api.tries import count_guess, refuse_too_many_guesses
from hearings.calendar.errors import NoSuchFeed
from hearings.calendar.feed_text import feed_text
from hearings.calendar.feeds import entries_of, feed_of, new_feed, reader_of, revoke_feed
from hearings.calendar.local import zone_named
from infra.db import database
from offices.queries import settings_of

router = APIRouter()
ICS = "text/calendar; charset=utf-8"
Secret = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{20,64}$")]


@router.get("/my-calendar")
def show_feed(request: Request, visitor: Office) -> Response:
    """Whether the visitor has a feed, and the buttons that make and end one."""
    with database().reading() as db:
        found = feed_of(db, visitor.person)
    return page(request, visitor, "my_calendar.html", feed=found, address="")


@router.post("/my-calendar")
def make_feed(request: Request, visitor: Office, form: Annotated[PageForm, Form()]) -> Response:
    """A new feed; its address stands on this one answer and nowhere else."""
    with database().transaction() as db:
        secret = new_feed(db, by=visitor.person, now=visitor.at)
        found = feed_of(db, visitor.person)
    address = f"{_site(request)}/feeds/{secret}.ics"
    return page(request, visitor, "my_calendar.html", feed=found, address=address)


@router.post("/my-calendar/revoke")
def end_feed(request: Request, visitor: Office, form: Annotated[PageForm, Form()]) -> Response:
    """End the visitor's feed."""
    with database().transaction() as db:
        revoke_feed(db, by=visitor.person, now=visitor.at)
    return done(request, visitor, "The calendar feed was ended by", "/my-calendar")


@router.get("/feeds/{secret}.ics")
def feed(request: Request, secret: Secret) -> Response:
    """The hearings of whoever made this address. Raises NoSuchFeed, also for an ended one, and TooManyGuesses."""
    place = request.client.host if request.client else ""
    refuse_too_many_guesses(place)
    now = request.app.state.now()
    try:
        with database().reading() as db:
            person = reader_of(db, secret)
            today = now.astimezone(zone_named(settings_of(db, person.office_id).time_zone)).date()
            found = entries_of(db, person, today=today)
    except NoSuchFeed:
        count_guess(place)
        raise
    return Response(feed_text(found, site=_site(request), now=now), media_type=ICS)


def _site(request: Request) -> str:
    return str(request.base_url).rstrip("/")

"""Moving a hearing: proposed dates with their reasons, the continuance, and the report of causes."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.court_calendar import Digits, Hour, hour
from api.desk.people import Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from hearings import queries
from hearings.calendar.causes import causes
from hearings.calendar.causes_report import causes_by_month, continuances_of
from hearings.calendar.moving import continue_hearing, place_hearing
from hearings.calendar.next_dates import next_dates
from hearings.calendar.practices import Subject, started_with
from hearings.facts import SetHearing
from infra.db import database
from kernel.refusals import Courteous, Missing
from law.states import law_of
from offices.queries import state_of

router = APIRouter()
LAST_YEAR = timedelta(days=365)
MOST_LIKELY = "sheriff"


class MoveForm(PageForm):
    cause: str = Field("", max_length=30)
    words: str = Field("", max_length=1000)
    to: str = Field("", pattern=r"^([0-9]{1,9}(@([01][0-9]|2[0-3]):[0-5][0-9])?)?$", max_length=16)
    other: Digits = ""
    at: Hour = ""
    seen: Digits = ""
    method: str = Field("", max_length=60)


@router.get("/hearings/{hearing_id:int}/move")
def show_move(request: Request, visitor: Office, hearing_id: Id, method: str = MOST_LIKELY) -> Response:
    """The next dates that fit, each with its reasons, and the form that continues the hearing."""
    return _show(request, visitor, hearing_id, method)


@router.post("/hearings/{hearing_id:int}/continue")
def continue_(request: Request, visitor: Office, hearing_id: Id, form: Annotated[MoveForm, Form()]) -> Response:
    """Continue a hearing to a session or to no date yet; a hearing without a date gets one."""
    try:
        now = _moved(visitor, hearing_id, form)
    except Courteous as problem:
        return _show(request, visitor, hearing_id, form.method, typed=form, problem=problem)
    where = f"set for {now.on:%a, %b %-d, %Y} at {now.at:%-I:%M %p}" if now.is_set else "continued without a date"
    return done(request, visitor, f"The hearing of case {now.case_no} was {where} by", f"/hearings/{hearing_id}")


@router.get("/continuances")
def show_causes(request: Request, visitor: Office) -> Response:
    """Why hearings were continued in the last twelve months, with the court minutes lost, and those without a date."""
    since, until = _year(visitor.today)
    with looking_at("continuances", visitor) as db:
        months = causes_by_month(db, visitor.office_id, since=since, until=until)
        waiting = queries.hearings_without_date(db, visitor.office_id)
    return page(request, visitor, "continuances.html", months=months, waiting=waiting, since=since, until=until)


def _moved(visitor: Visitor, hearing_id: int, form: MoveForm) -> SetHearing:
    """The hearing in its new place. Raises what the calendar refuses."""
    session_id, _, its_hour = (form.other if form.other.isdigit() else form.to).partition("@")
    to, at = int(session_id) if session_id else None, hour(form.at or its_hour)
    with database().transaction() as db:
        was = queries.hearing(db, visitor.office_id, hearing_id)
        if was.is_set or to is None:
            continue_hearing(
                db, hearing_id, cause=form.cause, words=form.words, to_session=to, at=at,
                seen=int(form.seen) if form.seen.isdigit() else None, by=visitor.person, now=visitor.at,
                today=visitor.today,
            )  # fmt: skip
        else:
            place_hearing(
                db, hearing_id, to_session=to, at=at or was.at, because=form.words, seen=None, by=visitor.person,
                now=visitor.at, today=visitor.today,
            )  # fmt: skip
        return queries.hearing(db, visitor.office_id, hearing_id)


def _show(
    request: Request,
    visitor: Visitor,
    hearing_id: int,
    method: str,
    *,
    typed: MoveForm | None = None,
    problem: Courteous | None = None,
) -> Response:
    if isinstance(problem, Missing):
        raise problem
    methods = [name for name in started_with()[Subject.LEAD_DAYS] if name != "other"]
    chosen = method if method in methods else ""
    with looking_at(f"hearing {hearing_id}", visitor, verb="looked for dates of") as db:
        hearing = queries.hearing(db, visitor.office_id, hearing_id)
        kind = law_of(state_of(db, visitor.office_id)).hearing_type_or_other(hearing.code)
        proposed = next_dates(db, hearing, today=visitor.today, method=chosen)
        before = continuances_of(db, visitor.office_id, hearing_id)
        offered = {one.session.id for one in proposed}
        others = [
            one for one in queries.sessions(db, visitor.office_id) if one.on >= visitor.today and one.id not in offered
        ]
    picks = [f"{one.session.id}@{one.at.isoformat('minutes')}" for one in proposed]
    return page(
        request, visitor, "move.html", status=status_of(problem) if problem else 200, hearing=hearing, kind=kind,
        proposed=tuple(zip(picks, proposed, strict=True)), picked=_picked(picks, typed), before=before, others=others,
        methods=methods, method=chosen, causes=causes().values(), typed=typed, problem=problem,
    )  # fmt: skip


def _picked(picks: list[str], typed: MoveForm | None) -> str:
    """The choice that stands: what was picked before, else the first date."""
    if typed and (not typed.to or typed.to in picks):
        return typed.to
    return picks[0] if picks else ""


def _year(today: date) -> tuple[date, date]:
    return (today - LAST_YEAR).replace(day=1), today + LAST_YEAR

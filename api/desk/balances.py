"""The balances of a whole office beside the state's, as last counted, and having them counted anew."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from pydantic import Field
from starlette.responses import Response

from api.balances import BalancesSeen, Chosen, balances_seen, cases_shown, start_run
from api.desk.people import Agent, Office
from api.giving import SVG, give
from api.pages import page
from api.patterns import PageForm, day
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.county.found import Way, by_cause
from documents.cause_chart import cause_drawing
from documents.drawn import svg
from kernel.far_ahead import not_too_far
from kernel.refusals import Courteous

router = APIRouter()


class RunForm(PageForm):
    as_of: str = Field(max_length=10)


@router.get("/balances")
def show_balances(request: Request, visitor: Office, chosen: Annotated[Chosen, Query()]) -> Response:
    """The last count: how many balances of the state are right, and each one that is not."""
    return _show(request, visitor, balances_seen(visitor), chosen)


@router.get("/balances.svg")
def chart(visitor: Office) -> Response:
    """The differing cases by cause as a picture."""
    run = balances_seen(visitor).run
    return give(svg(cause_drawing(by_cause(run.found.wrong) if run else ())), SVG, "balances.svg")


@router.post("/balances")
def count(request: Request, visitor: Agent, form: Annotated[RunForm, Form()]) -> Response:
    """Have every case counted anew; one run at a time."""
    try:
        asked = start_run(visitor, not_too_far(day(form.as_of), visitor.today))
    except Courteous as problem:
        return _show(request, visitor, balances_seen(visitor), Chosen(), typed=form, problem=problem)
    words = "A count of every balance was asked for by" if asked.jobs else "A count is under way already; looked for by"
    return done(request, visitor, words, f"/progress/{asked.batch}")


def _show(
    request: Request,
    visitor: Visitor,
    seen: BalancesSeen,
    chosen: Chosen,
    *,
    typed: RunForm | None = None,
    problem: Courteous | None = None,
) -> Response:
    run = seen.run
    return page(
        request,
        visitor,
        "balances.html",
        status=status_of(problem) if problem else 200,
        seen=seen,
        run=run,
        causes=by_cause(run.found.wrong) if run else (),
        shown=cases_shown(run, chosen) if run else None,
        chosen=chosen,
        sides=tuple(Way),
        typed=typed,
        problem=problem,
    )

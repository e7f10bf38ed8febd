"""What day is it? The rules of time, to look up and to count with."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from api.dates import Moved, Question, law_meant, moved
from api.desk.people import Office
from api.giving import SVG, give
from api.pages import page
from api.patterns import MethodName, NotADay, StateLetters, day
from api.refusing import status_of
from api.visitor import Visitor
from documents.drawn import svg
from documents.strip import strip_drawing
from kernel.refusals import Courteous
from law.asking import Known, NoSuchRule, rules_about
from law.deadline import Deadline
from law.deadlines import known_methods
from law.rule import Rule
from law.states import STATES, StateLaw
from law.strip import strip

router = APIRouter()


class DateAsked(BaseModel):
    """The form of the page, as it stands in the address."""

    model_config = ConfigDict(extra="forbid")

    state: StateLetters = ""
    q: Annotated[str, Query(max_length=80)] = ""
    rule: Annotated[str, Query(pattern=r"^[a-z0-9.-]{0,80}$")] = ""
    known: Known = Known.TRIGGER
    on: Annotated[str, Query(max_length=20)] = ""
    method: MethodName = ""
    what_if: Annotated[str, Query(max_length=20)] = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page shows for a question: the day, the row of law, and the same rules for the other day."""

    found: Deadline
    rule: Rule
    moved: tuple[Moved, ...]


@router.get("/dates")
def show_dates(request: Request, visitor: Office, asked: Annotated[DateAsked, Query()]) -> Response:
    """A form for state, rule, day and method, and what day the rule gives."""
    law, _ = law_meant(visitor, asked.state)
    answer, problem, status = None, "", 200
    try:
        answer = _answer(visitor, asked)
    except Courteous as refused:
        problem, status = str(refused), 422 if isinstance(refused, NotADay) else status_of(refused)
    rule = next((row for row in law.pack().rules if row.id == asked.rule), None)
    return page(
        request,
        visitor,
        "dates.html",
        status=status,
        asked=asked,
        law=law,
        states=STATES,
        topics=_by_topic(law, asked),
        rule=rule,
        methods=_methods(law, rule),
        knowns=Known,
        answer=answer,
        problem=problem,
        address=request.url.query,
    )


@router.get("/dates/strip.svg")
def show_strip(visitor: Office, asked: Annotated[DateAsked, Query()]) -> Response:
    """The count of the question as a strip calendar."""
    answer = _answer(visitor, asked)
    if answer is None:
        raise NoSuchRule(asked.rule, law_meant(visitor, asked.state)[0].state, ())
    return give(svg(strip_drawing(strip(answer.found))), SVG, "strip.svg")


def _answer(visitor: Visitor, asked: DateAsked) -> Answer | None:
    """The answer, or nothing as long as no rule of the state or no day is chosen. Refuses as ``asked`` does."""
    law, court = law_meant(visitor, asked.state)
    if not asked.rule or not asked.on or _of_another_state(asked.rule, law):
        return None
    question = Question(law, court, asked.rule, asked.known, day(asked.on), asked.method)
    found = question.answer()
    other = moved(question, day(asked.what_if)) if asked.what_if else ()
    return Answer(found, law.rule(asked.rule, question.on), other)


def _of_another_state(rule: str, law: StateLaw) -> bool:
    """Whether the rule was left over when another state was chosen."""
    known = {each.state for each in STATES.values() for row in each.pack().rules if row.id == rule}
    return bool(known) and law.state not in known


def _by_topic(law: StateLaw, asked: DateAsked) -> dict[str, list[Rule]]:
    """The rules to choose from, each id once; the chosen one stays whatever words are sought."""
    found = rules_about(law.pack().rules, asked.q)
    chosen = tuple(row for row in law.pack().rules if row.id == asked.rule and row not in found)
    topics: dict[str, list[Rule]] = {}
    for row in {row.id: row for row in (*chosen, *found)}.values():
        topics.setdefault(row.topic, []).append(row)
    return topics


def _methods(law: StateLaw, rule: Rule | None) -> list[str]:
    rules = [rule] if rule else law.pack().rules
    return sorted({method for row in rules for method in known_methods(law, row)})

"""What day a rule gives: one question for the page and for the API."""

from dataclasses import dataclass
from datetime import date

from api.visitor import Visitor
from hearings.calendar.closings import office_calendar
from infra.db import database
from kernel.refusals import Courteous
from law.asking import Known, asked
from law.calendar import CourtCalendar
from law.deadline import Deadline
from law.deadlines import adding
from law.rows import in_force_on
from law.rule import Rule
from law.states import StateLaw, law_of
from offices.queries import state_of


@dataclass(frozen=True, slots=True)
class Question:
    """A rule of a state, the day that is known, and how papers are served."""

    law: StateLaw
    court: CourtCalendar
    rule: str
    known: Known
    on: date
    method: str

    def answer(self) -> Deadline:
        """What day the rule gives. Refuses as ``law.asking.asked`` does."""
        return asked(self.law, self.rule, self.on, known=self.known, method=self.method, court=self.court)


@dataclass(frozen=True, slots=True)
class Moved:
    """One rule before and after the known day is another. A refusal stands in place of a day."""

    rule: str
    what: str
    before: date | str
    after: date | str

    @property
    def by(self) -> str:
        """How far the day moves, in words."""
        if isinstance(self.before, str) or isinstance(self.after, str):
            return ""
        days = (self.after - self.before).days
        way = "later" if days > 0 else "earlier"
        return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {way}" if days else "stays"


def law_meant(visitor: Visitor, state: str) -> tuple[StateLaw, CourtCalendar]:
    """The law of a state, the office's own where none is named, and its court days. Raises NoLawOf.

    In the office's own state the court is also closed on the days that the office has entered for every courthouse.
    """
    with database().reading() as db:
        own = law_of(state_of(db, visitor.office_id))
        if state and state.upper() != own.state:
            return (other := law_of(state)), other.calendar()
        return own, office_calendar(db, visitor.office_id)


def moved(question: Question, to: date) -> tuple[Moved, ...]:
    """Each rule that counts from the same event, with the known day as it is and as it would be."""
    return tuple(
        Moved(rule.id, rule.what, _day(question, rule, question.on), _day(question, rule, to))
        for rule in _of_same_event(question)
    )


def _of_same_event(question: Question) -> list[Rule]:
    rules = [rule for rule in question.law.pack().rules if in_force_on(rule, question.on)]
    own = [rule for rule in rules if rule.id == question.rule]
    if question.known is not Known.TRIGGER:
        return own
    return own + [rule for rule in rules if rule.id != question.rule and rule.trigger == own[0].trigger]


def _day(question: Question, rule: Rule, on: date) -> date | str:
    method = question.method if rule.id == question.rule else adding(question.law, rule, question.method)
    try:
        return asked(question.law, rule.id, on, known=question.known, method=method, court=question.court).on
    except Courteous as refused:
        return str(refused)

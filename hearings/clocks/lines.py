"""What a person must do, line by line: what, in which case, by when, why, and whose move it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.plans.next_steps import NextStep
from hearings.clocks.facts import Kept, Owner
from kernel.money import Money
from law.calendar import CourtCalendar
from law.counting import court_day_before

NEAR = 5
"""Court days before its last safe day at which something comes onto the worklist."""


class Kind(StrEnum):
    """What a line is about."""

    DEADLINE = "deadline"
    DEFAULT = "default"
    TASK = "task"
    PROOF = "proof of service"
    PLAN = "payment plan"
    ADJUSTMENT = "adjustment"


class Urgency(StrEnum):
    """How a line stands on a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do. ``by`` is the last safe day; ``id`` the number of its deadline, task or hearing.

    ``why`` is one sentence, ``rule`` and ``cite`` the law behind it where there is any; ``who`` the agent of the case,
    empty where nobody on the staff has it.
    """

    kind: Kind
    id: int
    what: str
    case_no: str
    hearing_id: int | None
    by: date
    why: str
    rule: str
    cite: str
    verified: bool
    owner: str
    who: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Worklist:
    """The lines of one person on one day, the most urgent first, and the last day they reach to."""

    person: str
    on: date
    until: date
    lines: tuple[Line, ...]

    def count(self, urgency: Urgency) -> int:
        """How many lines stand so."""
        return sum(1 for one in self.lines if one.urgency is urgency)


def urgency(by: date, today: date) -> Urgency:
    """How near a last safe day is."""
    if by < today:
        return Urgency.OVERDUE
    return Urgency.TODAY if by == today else Urgency.SOON


def until(today: date, court: CourtCalendar) -> date:
    """The last day to which a worklist reaches: so many court days on, and the closed days up to the next."""
    day, left = today, NEAR
    while left:
        day = date.fromordinal(day.toordinal() + 1)
        left -= court.is_court_day(day)
    return day


def of_deadline(one: Kept, *, who: str, today: date, court: CourtCalendar) -> Line:
    """The line of a kept deadline. The other party's makes default possible the day after.

    Should the court have closed on its last safe day while the date waits for a person, the court day before is told.
    """
    by = court_day_before(one.last_safe_day, court)
    theirs = one.owner is Owner.OTHER_PARTY
    what = "default may be asked for: no answer is on file" if theirs else one.what
    return Line(
        Kind.DEFAULT if theirs else Kind.DEADLINE,
        one.id,
        what[0].upper() + what[1:],
        one.case_no,
        one.hearing_id,
        by,
        one.sentence,
        one.rule,
        one.cite,
        one.verified,
        Owner.AGENT.value if theirs else one.owner.value,
        who,
        Urgency.SOON if theirs else urgency(by, today),
    )


def of_task(
    id: int,
    words: str,
    case_no: str,
    hearing_id: int | None,
    due_on: date,
    *,
    rule: str,
    cite: str,
    owner: str,
    who: str,
    today: date,
    court: CourtCalendar,
) -> Line:
    """The line of a task that followed from an outcome; its last safe day is the last court day up to its day."""
    by = court_day_before(due_on, court)
    why = f"Due on {due_on:%a %b %-d, %Y}."
    return Line(
        Kind.TASK, id, words, case_no, hearing_id, by, why, rule, cite, not rule, owner, who, urgency(by, today)
    )


def of_proof(
    hearing_id: int,
    case_no: str,
    paper: str,
    served_on: date,
    heard_on: date,
    *,
    who: str,
    today: date,
    court: CourtCalendar,
) -> Line:
    """The line of service that is done while its sworn return is not back; wanted the court day before the hearing."""
    by = court_day_before(date.fromordinal(heard_on.toordinal() - 1), court)
    why = f"The {paper} was served {served_on:%b %-d, %Y}; the hearing is on {heard_on:%a %b %-d, %Y}."
    return Line(
        Kind.PROOF,
        hearing_id,
        "Get the proof of service back and file it",
        case_no,
        hearing_id,
        by,
        why,
        "",
        "",
        True,
        Owner.AGENT.value,
        who,
        urgency(by, today),
    )


def of_plan(
    plan_id: int, case_no: str, step: NextStep, *, who: str, today: date, court: CourtCalendar
) -> Line | None:
    """The line of what is to be done about a payment plan, wanted some court days after it came to pass.

    A letter about one instalment is worth writing only so long; then there is no line.
    """
    by = until(step.since, court)
    if by < today and not step.presses:
        return None
    return Line(
        Kind.PLAN,
        plan_id,
        step.do,
        case_no,
        None,
        by,
        step.because,
        step.rule,
        str(step.cite),
        step.verified,
        step.owner,
        who,
        urgency(by, today),
    )


def of_adjustment(
    proposal_id: int,
    case_no: str,
    amount: Money,
    why: str,
    proposed_on: date,
    *,
    who: str,
    today: date,
    court: CourtCalendar,
) -> Line:
    """The line of an adjustment that an attorney has to decide, wanted some court days after it was proposed."""
    by = until(proposed_on, court)
    return Line(
        Kind.ADJUSTMENT,
        proposal_id,
        f"Decide about the adjustment of {amount}",
        case_no,
        None,
        by,
        f"{why}. Until it is decided it counts for nothing.",
        "",
        "",
        True,
        Owner.ATTORNEY.value,
        who,
        urgency(by, today),
    )


def in_order(found: Iterable[Line]) -> tuple[Line, ...]:
    """The lines by last safe day, then case."""
    return tuple(sorted(found, key=lambda one: (one.by, one.case_no, one.kind, one.id)))


def may_wait(one: Kept, today: date, reaches: date) -> bool:
    """Whether a deadline is not yet anybody's business: not near, or the other party's and not past."""
    if one.owner is Owner.OTHER_PARTY:
        return one.on >= today
    return one.last_safe_day > reaches


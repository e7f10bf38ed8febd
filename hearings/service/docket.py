"""Questions: service of process for a whole court session at one glance. No row tells an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from sqlalchemy.orm import Session

from hearings.calendar.closings import office_calendar
from hearings.facts import Served, SetHearing
from hearings.notice import that_count
from hearings.queries import hearings_of_session, session
from hearings.service.facts import State, Timeline
from hearings.service.queries import ledgers, measure
from hearings.service.standing import LastDay, next_action
from hearings.service.timelines import CaseLedger, Measure, nothing_issued, timelines_of
from kernel.refusals import Refused
from law.calendar import CourtCalendar
from law.counting import court_day_before
from law.deadlines import adding, last_day_to_act
from law.hearing_types import HearingType

EXPECTED = {"contempt": "order to show cause", "establishment": "summons and complaint"}
NOTICE = "notice of hearing"


@dataclass(frozen=True, slots=True)
class DocketService:
    """Service of one paper on one person for one hearing.

    ``last_attempt`` is in words, ``last_safe_day`` the last court day on which service still gives notice, None where
    it cannot be counted. ``default`` tells whether default can be asked for, None where no answer is due.
    """

    hearing_id: int
    at: time
    case_no: str
    docket: str
    code: str
    mpi_no: str
    person: str
    role: str
    paper: str
    state: State
    issued_on: date | None
    served_on: date | None
    complete_on: date | None
    unmet: tuple[str, ...]
    last_attempt: str
    next_action: str
    last_safe_day: date | None
    answer_due_on: date | None
    answered_on: date | None
    default: bool | None
    default_why_not: tuple[str, ...]


def docket_service(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[DocketService]:
    """One row for each person and paper of a session in call order, in a fixed number of questions to the database.

    Raises NoSuchSession or NoRuleInForce.
    """
    place = session(db, office_id, session_id)
    hearings = hearings_of_session(db, office_id, session_id)
    known = ledgers(db, office_id, {one.case_no for one in hearings}, as_of=as_of)
    by, court = measure(db, office_id, as_of=as_of), office_calendar(db, office_id, courthouse=place.courthouse)
    return [row for one in hearings for row in service_of_hearing(one, known[one.case_no], by, court)]


def service_of_hearing(
    hearing: SetHearing, ledger: CaseLedger, by: Measure, court: CourtCalendar
) -> list[DocketService]:
    """The rows of one hearing: every paper that can give notice of it, or the one that ought to be issued."""
    kind = by.law.hearing_type_or_other(hearing.code)
    last_day = _last_day(kind, hearing.on, by, court)
    found = [one for one in timelines_of(ledger, by, last_day) if _counts(one, kind)]
    obligor = next((one for one in ledger.people.values() if one.role == "obligor"), None)
    if not found and obligor:
        found = [nothing_issued(ledger, EXPECTED.get(kind.kind, NOTICE), obligor, last_day, by.as_of)]
    return [_row(hearing, one, last_day, court, by.as_of) for one in found]


def _last_day(kind: HearingType, on: date, by: Measure, court: CourtCalendar) -> LastDay:
    """The last day to serve by method; nothing where the rows of law do not reach."""

    @cache
    def last_day(method: str) -> date | None:
        try:
            rule = by.law.rule(kind.notice, by.as_of)
            return last_day_to_act(by.law, rule.id, on, method=adding(by.law, rule, method), court=court)
        except Refused:
            return None

    return last_day


def _counts(one: Timeline, kind: HearingType) -> bool:
    if not one.services:
        return kind.kind != "contempt" or "show cause" in one.paper
    return bool(that_count(kind, one.services))


def _row(hearing: SetHearing, one: Timeline, last_day: LastDay, court: CourtCalendar, as_of: date) -> DocketService:
    newest = [each for each in one.services if each.issued_on == one.issued_on] or list(one.services)
    by = last_day(newest[-1].method if newest else "")
    safe = court_day_before(by, court) if by else None
    served = one.done or next((each for each in reversed(newest) if each.check), None)
    default = one.default if one.done or one.reply else None
    return DocketService(
        hearing_id=hearing.id,
        at=hearing.at,
        case_no=hearing.case_no,
        docket=hearing.docket,
        code=hearing.code,
        mpi_no=one.person.mpi_no,
        person=one.person.name,
        role=one.person.role,
        paper=one.paper,
        state=one.state,
        issued_on=one.issued_on,
        served_on=served.served_on if served else None,
        complete_on=served.complete_on if served else None,
        unmet=() if one.done or not served or not served.check else served.check.unmet,
        last_attempt=_told(newest),
        next_action=next_action(one.state, one.paper, newest, one.life, safe, as_of),
        last_safe_day=safe,
        answer_due_on=default.due_on if default else None,
        answered_on=one.reply.answered_on if one.reply else None,
        default=default.possible if default else None,
        default_why_not=default.why_not if default else (),
    )


def _told(services: Sequence[Served]) -> str:
    """The last attempt in words: day, method, result."""
    tried = [one for one in services if one.attempted_on]
    if not tried:
        return ""
    last = max(tried, key=lambda one: one.attempted_on or date.min)
    return f"{last.attempted_on:%b %-d, %Y} by {last.method}: {last.result or 'no result yet'}"

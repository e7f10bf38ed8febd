"""What the people of the office do and what goes wrong, through the same verbs that the pages call."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from cases.actions import post_payment
from cases.ledger import next_month
from cases.queries import case_record
from hearings.actions import set_hearing
from hearings.calendar.closings import close_court
from hearings.calendar.moving import continue_hearing
from hearings.clocks.actions import mark_met, start_clock
from hearings.service.actions import record_attempt
from hearings.service.entry import Attempt
from hearings.service.errors import AttemptKnown
from hearings.service.facts import Link
from hearings.service.issuing import issue_paper
from law.calendar import CourtCalendar
from law.counting import months_on
from law.deadlines import last_day_to_act
from tools.simulated_year.county import LAST, CaseOf, County, instant
from tools.simulated_year.truth import LAW, Due, court_days_before

HOUSE = "MECKLENBURG COUNTY COURTHOUSE"
PAPERS = {"HOSC": "order to show cause", "HREV": "notice of hearing"}
BY_HAND = (("us.case.open", 0.4), ("us.review.complete", 0.3), ("us.withholding.notice", 0.3))
Act = Callable[[Session, date], None]


@dataclass
class Heard:
    """A hearing of the year with what the office knows of its service."""

    id: int
    case: CaseOf
    code: str
    on: date
    session: int
    due: Due
    issued_on: date
    complete_on: date | None = None


@dataclass
class Year:
    """Everything that happens: acts by day, and the truth about what is due."""

    county: County
    dice: random.Random
    court: CourtCalendar
    closed: dict[date, str] = field(default_factory=dict)
    acts: dict[date, list[Act]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[int, Heard] = field(default_factory=dict)
    sessions: dict[date, int] = field(default_factory=dict)
    dues: list[Due] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def calendar(self) -> CourtCalendar:
        """The court days as they are known now."""
        return self.court.with_closings(self.closed)

    def court_day(self, day: date) -> date:
        """The day, or the next court day."""
        while not self.calendar().is_court_day(day):
            day += timedelta(days=1)
        return day


def serve_now(year: Year, db: Session, heard: Heard, day: date) -> None:
    """The server finds the person the same day."""
    _attempt(year, heard, heard.on, day, good=True)(db, day)


def planned(county: County, *, hearings: int, filings: int, by_hand: int, storms: int, seed: int) -> Year:
    """A year of so many hearings, filings and clocks started by hand, each in a case of its own, at random days."""
    year = Year(county, random.Random(seed), LAW.calendar())
    span = (LAST - date(2027, 1, 5)).days
    cases = iter(year.dice.sample(county.cases, hearings + filings + 2 * by_hand))
    for kind, number in ((_set, hearings), (_file, filings), (_start, by_hand), (_settle, by_hand)):
        for _ in range(number):
            year.acts[_some_day(year, span)].append(kind(year, next(cases)))
    for _ in range(storms):
        day = year.court_day(_some_day(year, span))
        entered_on = court_days_before(day, year.dice.choice((0, 1, 1, 2)), year.court)
        year.acts[max(entered_on, date(2027, 1, 5))].append(_storm(year, day))
    return year


def _some_day(year: Year, span: int) -> date:
    return year.court_day(date(2027, 1, 5) + timedelta(days=year.dice.randrange(span)))


def _set(year: Year, case: CaseOf) -> Act:
    """A hearing is set some weeks ahead; its papers are issued and tried, not always with success."""

    def act(db: Session, day: date) -> None:
        on = year.court_day(day + timedelta(days=year.dice.randrange(12, 46)))
        if on > LAST:
            return
        code = year.dice.choice(tuple(PAPERS))
        made = set_hearing(
            db, case.case_no, code=code, on=on, at=time(9), courthouse=HOUSE, room=f"S{on:%m%d}", judge="Hon. A. Year",
            by=year.county.attorney, because="the year",
        )  # fmt: skip
        due = _due_of(year, case, code, made.id, on, day)
        heard = Heard(made.id, case, code, on, made.session_id, due, day)
        year.heard[made.id] = heard
        year.sessions[on] = made.session_id
        year.told["hearings set"] += 1
        _try_to_serve(year, heard, day)

    return act


def _due_of(year: Year, case: CaseOf, code: str, hearing_id: int, on: date, day: date) -> Due:
    rule = LAW.hearing_type_or_other(code).notice
    due = Due(case.case_no, rule, on, day + timedelta(days=1), hearing_id)
    due.count(year.calendar(), day + timedelta(days=1))
    year.dues.append(due)
    return due


def _try_to_serve(year: Year, heard: Heard, day: date) -> None:
    """Up to two attempts by the sheriff; what came of each is told the same day, or up to twelve days late."""
    tried = day
    for chance in (0.68, 0.5):
        tried += timedelta(days=year.dice.randrange(2, 9))
        told = tried + timedelta(days=year.dice.choice((0, 0, 0, 1, 3, 7, 12)))
        if told > LAST:
            return
        good = year.dice.random() < chance
        year.acts[told].append(_attempt(year, heard, heard.on, tried, good=good))
        if good:
            return
        tried = told


def _attempt(year: Year, heard: Heard, for_on: date, tried_on: date, *, good: bool) -> Act:
    def act(db: Session, day: date) -> None:
        if heard.on != for_on or heard.complete_on is not None or day >= heard.on:
            return
        entry = Attempt(
            mpi_no=heard.case.obligor, paper=PAPERS[heard.code], method="sheriff", tried_on=tried_on,
            result="served" if good else "not found",
            issued_on=heard.issued_on, returned_on=day if good else None,
        )  # fmt: skip
        try:
            record_attempt(db, heard.case.case_no, entry, by=year.county.agents[0], today=day, now=instant(day, 15))
        except AttemptKnown:
            return
        year.told["service " + ("done" if good else "failed")] += 1
        if day > tried_on:
            year.told["returns told late"] += 1
        if good:
            heard.complete_on = tried_on
            _met_if_in_time(year, heard, day)

    return act


def _met_if_in_time(year: Year, heard: Heard, day: date) -> None:
    """Service that was too late for one date gives notice of a later one."""
    last = last_day_to_act(LAW, heard.due.rule, heard.on, court=year.calendar())
    if heard.complete_on and heard.complete_on <= last:
        heard.due.met_on = heard.due.met_on or day + timedelta(days=1)


def _file(year: Year, case: CaseOf) -> Act:
    """A complaint is filed and its summons issued; service is left to chance."""

    def act(db: Session, day: date) -> None:
        issue_paper(
            db, case.case_no, mpi_no=case.obligor, paper="summons and complaint", kind=Link.ORIGINAL, issued_on=day,
            filed_on=day, by=year.county.agents[0], today=day, now=instant(day, 15),
        )  # fmt: skip
        year.told["complaints filed"] += 1
        for rule in ("nc.summons.service", "nc.summons.extension", "nc.clock.disposition"):
            due = Due(case.case_no, rule, day, day + timedelta(days=1))
            due.count(year.calendar(), day + timedelta(days=1))
            year.dues.append(due)
        served_on = day + timedelta(days=year.dice.randrange(5, 90))
        if year.dice.random() < 0.6 and served_on <= LAST:
            year.acts[served_on].append(_serve_summons(year, case, day))

    return act


def _serve_summons(year: Year, case: CaseOf, issued_on: date) -> Act:
    def act(db: Session, day: date) -> None:
        entry = Attempt(
            mpi_no=case.obligor, paper="summons and complaint", method="sheriff", tried_on=day, result="served",
            issued_on=issued_on, returned_on=day,
        )  # fmt: skip
        record_attempt(db, case.case_no, entry, by=year.county.agents[0], today=day, now=instant(day, 15))
        for one in year.dues:
            if one.case_no == case.case_no and one.rule.startswith("nc.summons"):
                one.met_on = one.met_on or day + timedelta(days=1)
        year.told["summonses served"] += 1

    return act


def _start(year: Year, case: CaseOf) -> Act:
    """An agent starts a clock that the record does not start."""

    def act(db: Session, day: date) -> None:
        rule = year.dice.choices([name for name, _ in BY_HAND], [weight for _, weight in BY_HAND])[0]
        start_clock(
            db, case.case_no, rule=rule, trigger_on=day, evidence="the year", by=year.county.agents[0],
            now=instant(day, 15),
        )  # fmt: skip
        due = Due(case.case_no, rule, day, day + timedelta(days=1), started_by_hand=True)
        due.count(year.calendar(), day + timedelta(days=1))
        year.dues.append(due)
        year.told["clocks started by hand"] += 1

    return act


def _settle(year: Year, case: CaseOf) -> Act:
    """All that is owed is paid at once, and nothing after it: a new delinquency begins."""

    def act(db: Session, day: date) -> None:
        record = case_record(db, 1, case.case_no)
        money = record.ledger()
        owed, next_due = money.arrears(day), next_month(day.replace(day=1))
        goes_on = any(charge.due_on == next_due for charge in money.charges(next_due))
        behind_on = months_on(next_due, 1)
        if owed.cents <= 0 or not goes_on or behind_on > LAST:
            return
        post_payment(
            db, case.case_no, receipt_no=f"YEAR{case.case_no}", collected_on=day, amount=owed,
            by=year.county.agents[0], now=instant(day, 15),
        )  # fmt: skip
        works = any(
            one.mpi_no == case.obligor and (one.ended_on is None or one.ended_on > behind_on) for one in record.jobs
        )
        rule = "us.enforce.action" if works else "us.enforce.service"
        due = Due(case.case_no, rule, behind_on, behind_on)
        year.acts[year.court_day(behind_on)].append(_count(year, due))
        year.dues.append(due)
        year.told["debts settled"] += 1

    return act


def _count(year: Year, due: Due) -> Act:
    def act(db: Session, day: date) -> None:
        due.count(year.calendar(), due.known_on)

    return act


def _storm(year: Year, closed_on: date) -> Act:
    """The court closes on short notice; what was set for that day is continued."""

    def act(db: Session, day: date) -> None:
        if closed_on < day or not year.calendar().is_court_day(closed_on):
            return
        by = year.county.attorney
        close_court(db, on=closed_on, courthouse="", why="Storm", cite="", by=by, now=instant(day, 15))
        year.closed[closed_on] = "Storm"
        year.told["storm closings"] += 1
        for one in [one for one in year.heard.values() if one.on == closed_on]:
            _continue(year, db, one, day, "court")
        for due in year.dues:
            if due.open_on(day) and due.last_day and due.last_day >= day - timedelta(days=7):
                due.count(year.calendar(), day + timedelta(days=1))

    return act


def _continue(year: Year, db: Session, heard: Heard, day: date, cause: str) -> None:
    """To another session of the year that gives time for notice, else to no date."""
    later = sorted(on for on in year.sessions if on >= heard.on + timedelta(days=14) and on not in year.closed)
    to = year.sessions[later[0]] if later else None
    continue_hearing(
        db, heard.id, cause=cause, words="", to_session=to, at=None, seen=None, by=year.county.attorney,
        now=instant(day, 16), today=day,
    )  # fmt: skip
    year.told["continuances"] += 1
    heard.due.gone_on = heard.due.gone_on or day + timedelta(days=1)
    if to is None:
        del year.heard[heard.id]
        return
    heard.on, heard.session = later[0], to
    heard.due = _due_of(year, heard.case, heard.code, heard.id, heard.on, day)
    _met_if_in_time(year, heard, day)
    if heard.complete_on is None:
        _try_to_serve(year, heard, day)


def answered(year: Year, db: Session, kept_id: int, due: Due | None, day: date) -> None:
    """An agent does what a line asks for and writes it down."""
    mark_met(db, kept_id, on=day, how="Done, as the line asked.", by=year.county.agents[0], today=day)
    year.told["lines answered"] += 1
    if due is not None:
        due.met_on = day + timedelta(days=1)


def end_of_day(year: Year, db: Session, day: date) -> None:
    """Hearings of the day that were not served are continued; those that were are over."""
    for one in [one for one in year.heard.values() if one.on == day]:
        if one.due.met_on is None:
            _continue(year, db, one, day, "no service")
        else:
            one.due.gone_on = one.due.gone_on or day + timedelta(days=1)
            del year.heard[one.id]

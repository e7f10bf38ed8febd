"""Hearings are set, continued, and lost to storms, through the same verbs that the pages call."""

from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from hearings.actions import set_hearing
from hearings.calendar.closings import close_court
from hearings.calendar.moving import continue_hearing
from tools.simulated_year.county import LAST, CaseOf, instant
from tools.simulated_year.events import Act, Heard, Year
from tools.simulated_year.serving import PAPERS, met_if_in_time, try_to_serve
from tools.simulated_year.truth import LAW, Due

HOUSE = "MECKLENBURG COUNTY COURTHOUSE"


def set_hearing_ahead(year: Year, case: CaseOf) -> Act:
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
        try_to_serve(year, heard, day)

    return act


def storm(year: Year, closed_on: date) -> Act:
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


def end_of_day(year: Year, db: Session, day: date) -> None:
    """Hearings of the day that were not served are continued; those that were are over."""
    for one in [one for one in year.heard.values() if one.on == day]:
        if one.due.met_on is None:
            _continue(year, db, one, day, "no service")
        else:
            one.due.gone_on = one.due.gone_on or day + timedelta(days=1)
            del year.heard[one.id]


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
    met_if_in_time(year, heard, day)
    if heard.complete_on is None:
        try_to_serve(year, heard, day)


def _due_of(year: Year, case: CaseOf, code: str, hearing_id: int, on: date, day: date) -> Due:
    rule = LAW.hearing_type_or_other(code).notice
    due = Due(case.case_no, rule, on, day + timedelta(days=1), hearing_id)
    due.count(year.calendar(), day + timedelta(days=1))
    year.dues.append(due)
    return due

"""Papers of a hearing are tried, and what came of it is told, sometimes late."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from hearings.service.actions import record_attempt
from hearings.service.entry import Attempt
from hearings.service.errors import AttemptKnown
from law.deadlines import last_day_to_act
from tools.simulated_year.county import LAST, instant
from tools.simulated_year.events import Act, Heard, Year
from tools.simulated_year.truth import LAW

PAPERS = {"HOSC": "order to show cause", "HREV": "notice of hearing"}


def serve_now(year: Year, db: Session, heard: Heard, day: date) -> None:
    """The server finds the person the same day."""
    _attempt(year, heard, heard.on, day, good=True)(db, day)


def try_to_serve(year: Year, heard: Heard, day: date) -> None:
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
            met_if_in_time(year, heard, day)

    return act


def met_if_in_time(year: Year, heard: Heard, day: date) -> None:
    """Service that was too late for one date gives notice of a later one."""
    last = last_day_to_act(LAW, heard.due.rule, heard.on, court=year.calendar())
    if heard.complete_on and heard.complete_on <= last:
        heard.due.met_on = heard.due.met_on or day + timedelta(days=1)

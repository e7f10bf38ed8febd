"""The last safe day of each cell before a hearing, from the law and from the office's practice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hearings.calendar.causes import Cell
from hearings.calendar.practices import Practices, Subject
from hearings.readiness.needs import FiledBy, Needs
from kernel.period import Period, Unit
from kernel.refusals import Refused
from law.calendar import CourtCalendar, YearUnknown
from law.counting import count_back, court_day_before
from law.deadlines import last_day_to_act
from law.hearing_types import HearingType
from law.states import StateLaw

OF_PRACTICE = (Cell.SHEET, Cell.APPROVAL, Cell.FACTS, Cell.EXHIBITS, Cell.FILING)
PROOF = "proof"


@dataclass(frozen=True, slots=True)
class LastDays:
    """The last safe days of one hearing; None where the court days of the year are not on file.

    ``proof`` is the day by which proof of service is to be back, ``facts_age`` how many days old the record may be.
    """

    of: Mapping[Cell, date | None]
    proof: date | None
    facts_age: int


def last_days(
    law: StateLaw, kind: HearingType, needs: Needs, hearing_on: date, *, court: CourtCalendar, practices: Practices,
    as_of: date,
) -> LastDays:  # fmt: skip
    """The last safe days of a hearing: of notice by the law, of the rest court days before it by practice."""
    by_practice = {
        cell: court_days_before(hearing_on, practices.number(Subject.READY_DAYS, cell.value), court)
        for cell in OF_PRACTICE
    }
    notice = _notice(law, kind, hearing_on, court, as_of)
    by_law: dict[Cell, date | None] = {Cell.SERVICE: notice, Cell.NOTICE: notice}
    if needs.filed_by is FiledBy.NOTICE and notice is not None:
        by_law[Cell.FILING] = notice
    proof = court_days_before(hearing_on, practices.number(Subject.READY_DAYS, PROOF), court)
    return LastDays(by_practice | by_law, proof, practices.number(Subject.FACTS_DAYS, kind.kind))


def court_days_before(day: date, days: int, court: CourtCalendar) -> date | None:
    """So many court days before a day; the day itself for none. None where a year is unknown."""
    if not days:
        return day
    try:
        return count_back(day, [Period(days, Unit.COURT)], court, why="").on
    except YearUnknown:
        return None


def _notice(law: StateLaw, kind: HearingType, on: date, court: CourtCalendar, as_of: date) -> date | None:
    """The last safe day to serve in person; a method that adds days has an earlier one."""
    try:
        rule = law.rule(kind.notice, as_of)
        return court_day_before(last_day_to_act(law, rule.id, on, court=court), court)
    except Refused:
        return None

"""How California counts (Code Civ. Proc. §§ 12, 12a, 12c): back from a hearing, on from any other event."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from kernel.period import Period
from law.calendar import ONE_DAY, CourtCalendar, Holiday
from law.counting import count_back, count_on, court_day_before, months_on
from law.deadline import LeftOut, Reading
from law.rows import read_rows
from law.rule import Counts, Rule

HERE = Path(__file__).parent

MOTION_NOTICE = "ca.notice.motion"
CONTEMPT_NOTICE = "ca.notice.contempt"
SUPPORT_RESUMES = "ca.custody.support-resumes"
"""Fam. Code § 4007.5: the only period here that ends on the first day of a month."""

BACK = "counted back from the day of the hearing"
OWN_DAY = "the day counted back to stands although the court is closed on it"
DAY_BEFORE = "the court day before a closed day is taken"
ON = "counted on from the day after the event"


@cache
def court_calendar() -> CourtCalendar:
    """California's judicial holidays."""
    return CourtCalendar("California", read_rows(HERE / "holidays.toml", "holiday", Holiday))


def readings(rule: Rule, trigger: date, periods: Sequence[Period], court: CourtCalendar) -> tuple[Reading, ...]:
    """One reading, or two when a count back lands on a closed day, of which no statute speaks.

    The days of a manner of service are counted back from the day to which the period itself leads (§ 12c(b)). A count
    on from an event runs on to the next court day (§ 12a). Raises YearUnknown.
    """
    if rule.id == SUPPORT_RESUMES:
        return (Reading(months_on(trigger, periods[0].count).replace(day=1), ON, ()),)
    if rule.counts != Counts.BACK:
        return (count_on(trigger, periods, court, why=ON, rolls=rule.rolls),)
    found = count_back(trigger, periods, court, why=BACK)
    if not rule.rolls or court.is_court_day(found.on):
        return (found,)
    return _moved_back(found, court), replace(found, why=OWN_DAY)


def _moved_back(found: Reading, court: CourtCalendar) -> Reading:
    """The same count with its last day taken on the court day before."""
    on, day = court_day_before(found.on, court), found.on
    passed: list[LeftOut] = []
    while day > on:
        passed.append(LeftOut(day, court.is_closed_for(day) or ""))
        day -= ONE_DAY
    return Reading(on, DAY_BEFORE, (*found.left_out, *passed), (*found.counted[:-1], on))

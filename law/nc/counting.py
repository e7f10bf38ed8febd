"""How North Carolina counts (N.C. R. Civ. P. 6): forward, and in short periods on court days only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from kernel.period import Period, Unit
from law.calendar import CourtCalendar, Holiday
from law.counting import Skip, count_back, count_on, landed
from law.deadline import Reading
from law.rows import read_rows
from law.rule import Counts, Rule

HERE = Path(__file__).parent
SHORT_PERIOD = 7
"""Rule 6(a): in a period of less than seven days, intermediate Saturdays, Sundays and holidays are excluded."""

CONTEMPT_NOTICE = "nc.notice.civil-contempt"
MOTION_NOTICE = "nc.notice.motion"
REGISTRATION_CONTEST = "nc.contest.registration"

NARROW = "only days on which the courthouse is closed are holidays"
WIDE = "every legal public holiday of G.S. 103-4 is a holiday"
OFFICE = "a day on which the court was closed by weather or order is a holiday"
STRAIGHT = "the days for mail make it a period of seven days or more, counted straight"


@cache
def court_calendar() -> CourtCalendar:
    """North Carolina's court holidays."""
    return CourtCalendar("North Carolina", read_rows(HERE / "holidays.toml", "holiday", Holiday))


def readings(rule: Rule, trigger: date, periods: Sequence[Period], court: CourtCalendar) -> tuple[Reading, ...]:
    """One reading, or several where Rule 6(a) leaves open what a holiday is inside a short period, whether the days
    for mail make it a long one, and what becomes of a count back that ends on a closed day.

    Days for mail are added to the period first, and the last day then runs on (Gateway Mgmt, 2008 NCBC 11). A rule
    that does not roll is none of the court's time, and is counted straight. Raises YearUnknown.
    """
    if not rule.rolls or periods[0].unit is not Unit.CALENDAR or periods[0].count >= SHORT_PERIOD:
        return _counted(rule, trigger, periods, court, NARROW)
    ways: list[tuple[str, Skip | None]] = [*_holidays(court)]
    if sum(each.count for each in periods) >= SHORT_PERIOD:
        ways.append((STRAIGHT, None))
    found = [reading for why, skip in ways for reading in _counted(rule, trigger, periods, court, why, skip)]
    return tuple({reading.on: reading for reading in reversed(found)}.values())[::-1]


def _counted(
    rule: Rule, trigger: date, periods: Sequence[Period], court: CourtCalendar, why: str, skip: Skip | None = None
) -> tuple[Reading, ...]:
    if rule.counts != Counts.BACK:
        return (count_on(trigger, periods, court, why=why, rolls=rule.rolls, skip=skip),)
    found = count_back(trigger, periods, court, why=why, skip=skip)
    return landed(found, court) if rule.rolls else (found,)


def _holidays(court: CourtCalendar) -> list[tuple[str, Skip]]:
    """Each meaning of the holidays that a short period leaves out, the narrowest first."""
    by_statute = replace(court, closings=()) if court.closings else court

    def legal(day: date) -> str | None:
        holiday = court.holiday(day)
        return court.is_closed_for(day) or (holiday.name if holiday else None)

    office = [(OFFICE, court.is_closed_for)] if court.closings else []
    return [(NARROW, by_statute.is_closed_for), *office, (WIDE, legal)]

"""How North Carolina counts (N.C. R. Civ. P. 6): forward, and in short periods on court days only."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from kernel.period import Period, Unit
from law.calendar import CourtCalendar, Holiday
from law.counting import count_back, count_on
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


@cache
def court_calendar() -> CourtCalendar:
    """North Carolina's court holidays."""
    return CourtCalendar("North Carolina", read_rows(HERE / "holidays.toml", "holiday", Holiday))


def readings(rule: Rule, trigger: date, periods: Sequence[Period], court: CourtCalendar) -> tuple[Reading, ...]:
    """One reading, or two when it matters whether a legal holiday with an open courthouse is a 'holiday'.

    Days for mail are added to the period first, and the last day then runs on (Gateway Mgmt, 2008 NCBC 11).
    Raises YearUnknown.
    """
    if rule.counts == Counts.BACK:
        return (count_back(trigger, periods, court, why="counted back from the day"),)
    first = periods[0]
    if first.unit is not Unit.CALENDAR or first.count >= SHORT_PERIOD:
        return (count_on(trigger, periods, court, why=NARROW, rolls=rule.rolls),)

    def kept(day: date) -> str | None:
        holiday = court.holiday(day)
        return court.is_closed_for(day) or (holiday.name if holiday else None)

    narrow = count_on(trigger, periods, court, why=NARROW, rolls=rule.rolls, skip=court.is_closed_for)
    wide = count_on(trigger, periods, court, why=WIDE, rolls=rule.rolls, skip=kept)
    return (narrow,) if narrow.on == wide.on else (narrow, wide)

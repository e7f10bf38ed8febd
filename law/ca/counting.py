"""How California counts (Code Civ. Proc. §§ 12, 12a, 12c): back from a hearing, on from any other event."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from kernel.period import Period
from law.calendar import ONE_DAY, CourtCalendar, Holiday
from law.counting import count_back, count_on, landed, months_on
from law.deadline import Reading
from law.rows import read_rows
from law.rule import Counts, Rule

HERE = Path(__file__).parent

MOTION_NOTICE = "ca.notice.motion"
CONTEMPT_NOTICE = "ca.notice.contempt"
SUPPORT_STOPS = "ca.custody.support-suspended"
SUPPORT_RESUMES = "ca.custody.support-resumes"
"""Fam. Code § 4007.5(b): the only periods here that end on the first day of a month."""

BACK = "counted back from the day of the hearing"
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
    if rule.id in (SUPPORT_STOPS, SUPPORT_RESUMES):
        since = trigger - ONE_DAY if rule.id == SUPPORT_STOPS else trigger
        return (Reading(months_on(since, periods[0].count).replace(day=1), ON, ()),)
    if rule.counts != Counts.BACK:
        return (count_on(trigger, periods, court, why=ON, rolls=rule.rolls),)
    found = count_back(trigger, periods, court, why=BACK)
    return landed(found, court) if rule.rolls else (found,)

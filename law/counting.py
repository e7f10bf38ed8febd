"""Counting days as every court does it; each state says which days its short periods leave out."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from kernel.period import Period, Unit
from law.calendar import ONE_DAY, CourtCalendar
from law.deadline import LeftOut, Reading

Skip = Callable[[date], str | None]
"""Why a day is not counted, or None where it is."""

OWN_DAY = "the day counted back to stands although the court is closed on it"
DAY_BEFORE = "the court day before a closed day is taken"


def count_on(
    trigger: date, periods: Sequence[Period], court: CourtCalendar, *, why: str, rolls: bool, skip: Skip | None = None
) -> Reading:
    """From the day after the trigger; the last day is counted, and runs on to the next court day where it ``rolls``.

    ``skip`` names days inside the period that are not counted, besides closed days in a period of court days.
    Raises YearUnknown.
    """
    counted: list[date] = []
    left_out: list[LeftOut] = []
    day = trigger
    for length in periods:
        if length.unit in (Unit.MONTH, Unit.YEAR):
            day = months_on(day, length.count * (12 if length.unit is Unit.YEAR else 1))
            counted.append(day)
            continue
        left, passes_over = length.count, court.is_closed_for if length.unit is Unit.COURT else skip
        while left:
            day += ONE_DAY
            if passes_over and (reason := passes_over(day)):
                left_out.append(LeftOut(day, reason))
                continue
            counted.append(day)
            left -= 1
    while rolls and (reason := court.is_closed_for(day)):
        left_out.append(LeftOut(day, reason))
        day += ONE_DAY
    return Reading(day, why, tuple(left_out), tuple(counted))


def count_back(
    trigger: date, periods: Sequence[Period], court: CourtCalendar, *, why: str, skip: Skip | None = None
) -> Reading:
    """From the day before the trigger, period after period; the result may be a closed day.

    ``skip`` names days that are not counted, besides closed days in a period of court days. Raises YearUnknown.
    """
    counted: list[date] = []
    left_out: list[LeftOut] = []
    day = trigger
    for length in periods:
        if length.unit in (Unit.MONTH, Unit.YEAR):
            day = months_on(day, -length.count * (12 if length.unit is Unit.YEAR else 1))
            counted.append(day)
            continue
        left, passes_over = length.count, court.is_closed_for if length.unit is Unit.COURT else skip
        while left:
            day -= ONE_DAY
            if passes_over and (reason := passes_over(day)):
                left_out.append(LeftOut(day, reason))
                continue
            counted.append(day)
            left -= 1
    return Reading(day, why, tuple(left_out), tuple(counted))


def landed(found: Reading, court: CourtCalendar) -> tuple[Reading, ...]:
    """A count back as it stands; where its last day is closed, of which no statute speaks, with the court day before
    taken first and as it stands second. Raises YearUnknown.
    """
    on = court_day_before(found.on, court)
    if on == found.on:
        return (found,)
    passed = [LeftOut(day, court.is_closed_for(day) or "") for day in _from_back_to(found.on, on)]
    before = Reading(on, DAY_BEFORE, (*found.left_out, *passed), (*found.counted[:-1], on))
    return before, replace(found, why=OWN_DAY)


def _from_back_to(day: date, before: date) -> list[date]:
    return [day - ONE_DAY * step for step in range((day - before).days)]


def court_day_before(day: date, court: CourtCalendar) -> date:
    """The day itself when the court is open on it, else the last court day before. Raises YearUnknown."""
    while court.is_closed_for(day):
        day -= ONE_DAY
    return day


def months_on(day: date, months: int) -> date:
    """The same day of a later (or earlier) month; the last of the month where that month is shorter."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

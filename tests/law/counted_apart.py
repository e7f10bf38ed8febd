"""A second way to count, by places in a list of court days: it shares nothing with the first but the rows."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from kernel.period import Period, Unit
from law.rule import Answers, Counts, Rule
from law.states import law_of

FIRST, LAST = date(2024, 1, 1), date(2028, 12, 31)
"""The years whose holidays are on file."""
WEEKEND = (5, 6)
SHORT = 7
FIRSTS_OF_MONTHS = {"ca.custody.support-suspended", "ca.custody.support-resumes"}


def safest(state: str, rule: Rule, event: date, extra: Sequence[Period]) -> date:
    """The day that a rule gives for an event, the safest where it can be read in more than one way."""
    found = {_by(days, rule, event, (rule.length, *extra)) for days in _meanings(state, rule, extra)}
    return max(found) if rule.answers == Answers.FIRST_DAY else min(found)


@cache
def court_days(state: str, *, no_holiday_at_all: bool = False) -> tuple[date, ...]:
    """Every day on which the courthouse is open, or every weekday that no statute calls a holiday."""
    kept = {row.on for row in law_of(state).calendar().holidays if row.courthouse == "closed" or no_holiday_at_all}
    every = (FIRST + timedelta(days=step) for step in range((LAST - FIRST).days + 1))
    return tuple(day for day in every if day.weekday() not in WEEKEND and day not in kept)


def _meanings(state: str, rule: Rule, extra: Sequence[Period]) -> list[tuple[Sequence[date], bool]]:
    """The lists to count in, and whether all days of the period are places in the list."""
    open_days = court_days(state)
    short = rule.length.unit is Unit.CALENDAR and rule.length.count < SHORT
    if not (state == "NC" and rule.rolls and short):
        return [(open_days, False)]
    straight = [(open_days, False)] if rule.length.count + sum(each.count for each in extra) >= SHORT else []
    return [(open_days, True), (court_days(state, no_holiday_at_all=True), True), *straight]


def _by(meaning: tuple[Sequence[date], bool], rule: Rule, event: date, periods: Sequence[Period]) -> date:
    days, all_in_list = meaning
    if rule.id in FIRSTS_OF_MONTHS:
        return _first_of_month(rule, event)
    sign = -1 if rule.counts == Counts.BACK else 1
    day = event
    for each in periods:
        if each.unit in (Unit.MONTH, Unit.YEAR):
            day = _later_month(day, sign * each.count * (12 if each.unit is Unit.YEAR else 1))
        elif each.unit is Unit.COURT or all_in_list:
            place = bisect_right(days, day) - 1 if sign > 0 else bisect_left(days, day)
            day = days[place + sign * each.count]
        else:
            day += timedelta(days=sign * each.count)
    if not rule.rolls:
        return day
    return days[bisect_left(days, day)] if sign > 0 else days[bisect_right(days, day) - 1]


def _first_of_month(rule: Rule, event: date) -> date:
    if rule.period == "1 month" and event.day == 1:
        return event
    return _later_month(event.replace(day=1), rule.length.count)


def _later_month(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))

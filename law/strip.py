"""A deadline as a calendar: a row for each week from the trigger to the result, and long even stretches folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, groupby

from kernel.period import Unit
from law.calendar import ONE_DAY, SATURDAY
from law.deadline import Deadline

WEEK = timedelta(days=7)
MOST_WEEKS = 8
"""Weeks that are drawn as they are; in a longer count the stretches fold in which nothing but counting happens."""


class Mark(StrEnum):
    """What a day is in a count, besides counted or left out."""

    TRIGGER = "given day"
    RESULT = "result"
    OTHER = "other reading"
    SAFE = "last safe day"


@dataclass(frozen=True, slots=True)
class Day:
    """One cell. ``number`` is the place in the count, with a plus for days that a method adds; ``why`` tells a day
    left out. A day that is not ``inside`` only fills its week."""

    on: date
    number: str
    why: str
    marks: tuple[Mark, ...]
    inside: bool


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from Sunday on."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Weeks in which nothing but counting happens, from Sunday to Saturday."""

    first: date
    last: date
    weeks: int
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The count of one deadline. ``words`` say the same in one sentence; ``result`` is what the day in use means."""

    rows: tuple[Week | Folded, ...]
    result: str
    words: str


def strip(found: Deadline) -> Strip:
    """The calendar of a deadline, with at most a score of rows however long the period is."""
    weeks = list(_weeks(found))
    kept = _kept(weeks, _ends(found))
    rows: list[Week | Folded] = []
    for stands, group in groupby(zip(weeks, kept, strict=True), key=lambda pair: pair[1]):
        run = [week for week, _ in group]
        rows.extend(run if stands or len(run) == 1 else [_folded(run)])
    return Strip(tuple(rows), found.answers.value, found.sentence())


def _weeks(found: Deadline) -> Iterator[Week]:
    numbers, marks = _numbers(found), _marks(found)
    whys = {day.on: day.why for day in found.left_out}
    first, last = min({*numbers, *marks, *whys}), max({*numbers, *marks, *whys})
    sunday = first - ONE_DAY * (first.isoweekday() % 7)
    while sunday <= last:
        days = (sunday + ONE_DAY * place for place in range(7))
        yield Week(
            tuple(
                Day(day, numbers.get(day, ""), whys.get(day, ""), marks.get(day, ()), first <= day <= last)
                for day in days
            )
        )
        sunday += WEEK


def _ends(found: Deadline) -> frozenset[date]:
    """The last counted day of the period, and of each that a method adds."""
    lengths = [1 if each.unit in (Unit.MONTH, Unit.YEAR) else each.count for each in (found.period, *found.extra)]
    places = {place - 1 for place in accumulate(lengths)}
    return frozenset(day for place, day in enumerate(found.reading.counted) if place in places)


def _numbers(found: Deadline) -> dict[date, str]:
    """The place of each counted day; a period of months or years has no other day than its end."""
    places: list[str] = []
    for number, length in enumerate((found.period, *found.extra)):
        before = "+" if number else ""
        if length.unit in (Unit.MONTH, Unit.YEAR):
            places.append(f"{before}{length}")
        else:
            places.extend(f"{before}{place}" for place in range(1, length.count + 1))
    return dict(zip(found.reading.counted, places, strict=False))


def _marks(found: Deadline) -> dict[date, tuple[Mark, ...]]:
    marked = [(found.trigger, Mark.TRIGGER), (found.on, Mark.RESULT)]
    marked += [(reading.on, Mark.OTHER) for reading in found.readings if reading.on != found.on]
    marked.append((found.last_safe_day, Mark.SAFE))
    told: dict[date, tuple[Mark, ...]] = {}
    for day, mark in marked:
        told[day] = (*told.get(day, ()), mark)
    return told


def _kept(weeks: Sequence[Week], ends: frozenset[date]) -> list[bool]:
    """Which weeks stand: all of a short count, else those with a mark or an end, and with holidays if there is room."""
    if len(weeks) <= MOST_WEEKS:
        return [True] * len(weeks)
    marked = [any(day.marks or day.on in ends for day in week.days) for week in weeks]
    with_holidays = [
        stands or any(day.why and day.on.weekday() < SATURDAY for day in week.days)
        for stands, week in zip(marked, weeks, strict=True)
    ]
    return with_holidays if sum(with_holidays) <= MOST_WEEKS else marked


def _folded(run: Sequence[Week]) -> Folded:
    days = [day for week in run for day in week.days]
    counted = [day.number for day in days if day.number]
    ends = f", days {counted[0]} to {counted[-1]} counted" if counted else ""
    left = sum(1 for day in days if day.why)
    without = f", {left} left out" if left else ""
    first, last = days[0].on, days[-1].on
    return Folded(first, last, len(run), f"{len(run)} weeks, {first:%b %-d, %Y} to {last:%b %-d, %Y}{ends}{without}")

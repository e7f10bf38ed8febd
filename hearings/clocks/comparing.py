"""What a sweep has to do about a case: the clocks that run now beside the deadlines that were kept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hearings.clocks.counting import Counting
from hearings.clocks.facts import CaseDates, Change, Clock, Counted, Plan, Standing
from hearings.clocks.running import clocks
from kernel.refusals import Courteous
from law.calendar import YearUnknown
from law.counting import months_on
from law.deadline import Deadline

LONGEST = 3
"""Years of the longest clock that the record starts."""
UNCOUNTED_AGAIN = timedelta(days=30)
"""A date that cannot be counted, for want of a year's holidays, is tried again after so many days."""


def plan(dates: CaseDates, standing: Sequence[Standing], counting: Counting, *, first_on: date) -> Plan:
    """What is kept, superseded and met in one case.

    A date that was over before the sweep first looked at the case, on ``first_on``, is history and is not kept; one of
    a hearing to come always is. A kept date moves only because its trigger moved or the court closed; where the rows of
    law would move it, it stays until a person accepts that.
    """
    by_key = {one.clock.key: one for one in standing}
    running = [*clocks(dates, counting.law.state), *(one.clock for one in standing if one.clock.kept_by)]
    changes: list[Change] = []
    met: list[tuple[int, date | None]] = []
    uncounted: list[str] = []
    past = 0
    for clock in running:
        found, was = counting.of(clock), by_key.pop(clock.key, None)
        if not isinstance(found, Counted):
            over = _is_history(clock, found, first_on)
            past += over
            uncounted += [] if over else [str(found)]
        elif was is None:
            over = found.deadline.on < first_on and clock.hearing_id is None
            past += over and clock.met_on is None
            changes += [] if over or clock.met_on else [Change(None, found)]
        elif why := _why_moved(was, found, counting):
            changes.append(Change(was.id, _carrying(found, was), why))
        elif was.met_by is None and was.clock.met_on != clock.met_on:
            met.append((was.id, clock.met_on))
    changes += _ended(by_key.values(), dates)
    again = dates.as_of + UNCOUNTED_AGAIN if uncounted else None
    look_on = min((day for day in (dates.look_on, again) if day), default=None)
    return Plan(dates.case_no, tuple(changes), tuple(met), look_on, past, tuple(dict.fromkeys(uncounted)))


def _why_moved(was: Standing, now: Counted, counting: Counting) -> str:
    """Why a kept date is no longer the one that holds; nothing where it stays."""
    day = now.deadline
    if was.clock.start != now.clock.start:
        return f"It is counted from {now.clock.trigger_on:%m/%d/%Y} now ({now.clock.evidence})."
    if (was.on, was.last_safe_day) == (day.on, day.last_safe_day):
        return ""
    if was.pack == counting.pack:
        return "The days on which the court is open have changed."
    then = counting.as_it_was(was.clock, was.kept_at)
    same = isinstance(then, Deadline) and (then.on, then.last_safe_day) == (was.on, was.last_safe_day)
    return "The days on which the court is open have changed." if same else ""


def _is_history(clock: Clock, refusal: Courteous, first_on: date) -> bool:
    """Whether a clock without a day began so long ago that its day was over when the sweep first looked."""
    if isinstance(refusal, YearUnknown):
        return refusal.year < first_on.year
    return clock.trigger_on < months_on(first_on, -12 * LONGEST)


def _carrying(found: Counted, was: Standing) -> Counted:
    """What a person did to the date before goes with it."""
    if was.clock.kept_by is None:
        return found
    return replace(found, clock=replace(found.clock, met_on=was.clock.met_on))


def _ended(left: Iterable[Standing], dates: CaseDates) -> list[Change]:
    return [
        Change(one.id, None, _why_ended(one.clock, dates))
        for one in left
        if one.clock.met_on is None and one.clock.kept_by is None
    ]


def _why_ended(clock: Clock, dates: CaseDates) -> str:
    if dates.closed:
        return "The case is closed."
    if clock.hearing_id is not None:
        return "The hearing is no longer to come on that day."
    return "The record no longer shows what started it."

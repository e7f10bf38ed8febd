"""What is really due, counted from the year's own events by the rules of law, without the clocks of the office."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from law.calendar import CourtCalendar
from law.counting import court_day_before
from law.deadlines import adding, deadline, last_day_to_act
from law.states import STATES

LAW = STATES["NC"]
WARNING = 2
"""Court days before its last day on which a deadline at risk has to have been shown."""


@dataclass
class Due:
    """One deadline as the year knows it. ``known_on`` is the morning from which the record could show it.

    ``last_day`` is counted anew when the court closes; ``met_on`` is the morning from which the record shows it met.
    """

    case_no: str
    rule: str
    trigger_on: date
    known_on: date
    hearing_id: int | None = None
    method: str = ""
    last_day: date | None = None
    last_day_known_on: date | None = None
    met_on: date | None = None
    gone_on: date | None = None
    shown_on: list[date] = field(default_factory=list)
    started_by_hand: bool = False

    def open_on(self, day: date) -> bool:
        """Whether it stood open on a morning."""
        return self.known_on <= day and not any(end and end <= day for end in (self.met_on, self.gone_on))

    def count(self, court: CourtCalendar, day: date) -> None:
        """Count its last safe day by the closings known on a morning."""
        if self.hearing_id is not None:
            rule = LAW.rule(self.rule, self.trigger_on)
            method = adding(LAW, rule, self.method)
            found = court_day_before(last_day_to_act(LAW, rule.id, self.trigger_on, method=method, court=court), court)
        else:
            found = deadline(LAW, self.rule, self.trigger_on, court=court).last_safe_day
        if found != self.last_day:
            self.last_day, self.last_day_known_on = found, day


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the deadlines. ``missed`` are those at risk that nobody was shown in time, with no reason."""

    total: int
    met: int
    at_risk: int
    in_time: int
    late: Counter[str]
    missed: tuple[str, ...]


def verdict(dues: list[Due], court: CourtCalendar, until: date) -> Verdict:
    """Each deadline that stood open two court days before its last day: was it on a worklist by then?"""
    at_risk = [one for one in dues if _at_risk(one, court, until)]
    late: Counter[str] = Counter()
    in_time, missed = 0, []
    for one in at_risk:
        warned_by = _warned_by(one, court)
        if any(day <= warned_by for day in one.shown_on):
            in_time += 1
        elif _shown_the_next_morning(one, warned_by, court):
            late[_why_late(one, warned_by)] += 1
        else:
            missed.append(_told(one))
    met = sum(1 for one in dues if one.met_on)
    return Verdict(len(dues), met, len(at_risk), in_time, late, tuple(missed))


def _at_risk(one: Due, court: CourtCalendar, until: date) -> bool:
    if one.last_day is None or one.last_day > until:
        return False
    risky = max(_warned_by(one, court), one.known_on, one.last_day_known_on or one.known_on)
    return one.open_on(risky)


def _warned_by(one: Due, court: CourtCalendar) -> date:
    """The last morning on which showing it is in time."""
    return court_days_before(one.last_day or one.known_on, WARNING, court)


def court_days_before(day: date, count: int, court: CourtCalendar) -> date:
    """So many court days before a day."""
    for back in _back(day, court):
        if not count:
            return back
        count -= 1
    raise ValueError("no such day")


def _back(day: date, court: CourtCalendar) -> Iterator[date]:
    while True:
        if court.is_court_day(day):
            yield day
        day -= timedelta(days=1)


def _shown_the_next_morning(one: Due, warned_by: date, court: CourtCalendar) -> bool:
    """Whether it could not be known in time, and stood on a worklist the first court day on which it could."""
    known = max(one.known_on, one.last_day_known_on or one.known_on)
    morning = known
    while not court.is_court_day(morning):
        morning += timedelta(days=1)
    return known > warned_by and any(day <= morning for day in one.shown_on)


def _why_late(one: Due, warned_by: date) -> str:
    if one.known_on > warned_by:
        return "known only after that day, shown the next morning"
    return "the court closed on short notice, shown the next morning"


def _told(one: Due) -> str:
    shown = f"first shown {one.shown_on[0]}" if one.shown_on else "never shown"
    days = f"from {one.trigger_on}, last day {one.last_day}, known {one.known_on}"
    return f"{one.rule} of case {one.case_no}, {days}, {shown}"

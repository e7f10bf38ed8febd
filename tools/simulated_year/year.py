"""The year, day by day: what was swept, what everybody was shown, what they did, and whether anything was missed."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hearings.clocks.lines import Kind, Line, Urgency
from hearings.clocks.sweeping import day_of
from hearings.clocks.tables import KeptDeadline
from hearings.clocks.worklist import worklist
from tools.simulated_year.clocks import answered
from tools.simulated_year.county import LAST, MORNING, ZONE, County, days, instant
from tools.simulated_year.docket import end_of_day
from tools.simulated_year.events import Year
from tools.simulated_year.planning import planned
from tools.simulated_year.serving import serve_now
from tools.simulated_year.sweeps import Sweeps, swept
from tools.simulated_year.truth import WARNING, Due, Verdict, court_days_before, verdict

CLOCKS_CHANGE = (date(2027, 3, 14), date(2027, 11, 7))


@dataclass
class Shown:
    """What the worklists showed: the first day of each kept deadline, and those overdue without a warning."""

    first: dict[int, date] = field(default_factory=dict)
    unwarned: dict[int, str] = field(default_factory=dict)
    late: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of the year, counted."""

    cases: int
    told: dict[str, int]
    sweeps: Sweeps
    rows: dict[str, int]
    verdict: Verdict
    shown: Shown
    never_shown: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """Deadlines of which nobody was warned though it was possible."""
        return (*self.verdict.missed, *self.shown.unwarned.values(), *self.never_shown)


def run(county: County, cases: int, *, events: int, seed: int, say: Callable[[str], None] = print) -> Outcome:
    """A whole year with so many hearings, a third as many complaints and as many clocks started by hand."""
    year = planned(county, hearings=events, filings=events // 3, by_hand=events // 3, storms=8, seed=seed)
    sweeps, shown, dice = Sweeps(), Shown(), random.Random(seed + 1)
    for day in days():
        if day in CLOCKS_CHANGE:
            _the_day_is_the_day(county, day)
        swept(sweeps, county.database, day, dice)
        if year.calendar().is_court_day(day):
            _work(year, county, day, shown, dice)
        if day.day == 1:
            say(f"{day:%B}: {sweeps.done.kept:,} kept, {sweeps.done.met:,} met, {shown.lines:,} lines shown")
    swept(sweeps, county.database, LAST + timedelta(days=1), dice, faults=False)
    found = verdict(year.dues, year.calendar(), LAST)
    return Outcome(
        cases, dict(year.told), sweeps, _rows(county), found, shown, _never_shown(county, shown, year)
    )


def _work(year: Year, county: County, day: date, shown: Shown, dice: random.Random) -> None:
    with county.database.reading() as db:
        lines = {one.id: one for person in county.staff for one in _deadlines(db, person, day)}
        starts = _starts(db, [id for id in lines if id not in shown.first])
    dues = _note(year, lines, starts, shown, day)
    with county.database.transaction() as db:
        for id, line in lines.items():
            if shown.first[id] == day:
                _answer(year, db, line, dues.get(id), day, dice)
    for act in [act for then in sorted(one for one in year.acts if one <= day) for act in year.acts.pop(then)]:
        with county.database.transaction() as db:
            act(db, day)
    with county.database.transaction() as db:
        end_of_day(year, db, day)


def _deadlines(db: Session, person: object, day: date) -> list[Line]:
    found = worklist(db, person, today=day)  # type: ignore[arg-type]
    return [one for one in found.lines if one.kind is Kind.DEADLINE]


def _starts(db: Session, ids: list[int]) -> dict[int, tuple[date, date]]:
    """The trigger of deadlines that are shown for the first time, and the day on which they were kept."""
    found: dict[int, tuple[date, date]] = {}
    for start in range(0, len(ids), 500):
        rows = db.execute(
            select(KeptDeadline.id, KeptDeadline.trigger_on, KeptDeadline.kept_at).where(
                KeptDeadline.id.in_(ids[start : start + 500])
            )
        )
        found |= {row.id: (row.trigger_on, _first_morning(row.kept_at)) for row in rows}
    return found


def _first_morning(kept_at: datetime) -> date:
    """The first morning after a deadline was kept; what the sweep of a morning keeps is shown on it."""
    here = kept_at.astimezone(ZONE)
    return here.date() + timedelta(days=here.hour > MORNING)


_MATCHED: dict[int, Due] = {}


def _note(
    year: Year, lines: dict[int, Line], starts: dict[int, tuple[date, date]], shown: Shown, day: date
) -> dict[int, Due]:
    """Write down who was shown what, and find the truth behind each line."""
    truth = {(one.case_no, one.rule, one.hearing_id, one.trigger_on): one for one in year.dues}
    found: dict[int, Due] = {}
    for id, line in lines.items():
        shown.lines += 1
        if id in starts:
            shown.first[id] = day
            trigger_on, kept_on = starts[id]
            due = truth.get((line.case_no, line.rule, line.hearing_id, trigger_on))
            if due:
                _MATCHED[id] = due
            _warned(year, line, kept_on, shown, day)
        if id in _MATCHED:
            found[id] = _MATCHED[id]
            found[id].shown_on.append(day)
    return found


def _warned(year: Year, line: Line, kept_on: date, shown: Shown, day: date) -> None:
    """A deadline that is first shown when it is too late to be warned, though it was kept before."""
    court = year.calendar()
    by = court_days_before(line.by, WARNING, court)
    if day <= by:
        return
    first_chance = kept_on
    while not court.is_court_day(first_chance):
        first_chance += timedelta(days=1)
    if kept_on > by and day <= first_chance:
        shown.late += 1
        return
    shown.unwarned[line.id] = f"{line.rule} of case {line.case_no}: kept {kept_on}, by {line.by}, first shown {day}"


def _answer(year: Year, db: Session, line: Line, due: Due | None, day: date, dice: random.Random) -> None:
    """Some lines are answered on the day on which they are shown, some never."""
    heard = year.heard.get(line.hearing_id or 0)
    if heard is not None:
        if dice.random() < 0.4 and heard.complete_on is None and line.urgency is not Urgency.OVERDUE:
            serve_now(year, db, heard, day)
    elif line.hearing_id is None and dice.random() < 0.8:
        answered(year, db, line.id, due, day)


def _the_day_is_the_day(county: County, day: date) -> None:
    """From the first to the last hour of a day of 23 or 25 hours it is that day for the office."""
    with county.database.reading() as db:
        if {day_of(db, 1, instant(day, hour)) for hour in range(24)} != {day}:
            raise AssertionError(f"the office takes an hour of {day} for another day")


def _rows(county: County) -> dict[str, int]:
    with county.database.reading() as db:
        rows = db.execute(
            select(
                KeptDeadline.rule,
                func.count(),
                func.count(KeptDeadline.met_on),
                func.count(KeptDeadline.superseded_at),
            ).group_by(KeptDeadline.rule)
        )
        counted: Counter[str] = Counter()
        for rule, kept, met, superseded in rows:
            counted["kept"] += kept
            counted["met"] += met
            counted["superseded"] += superseded
            counted[f"rule {rule}"] = kept
        return dict(counted)


def _never_shown(county: County, shown: Shown, year: Year) -> tuple[str, ...]:
    """Open deadlines of the office itself, not of the other party, whose last day passed and that stood on no list."""
    last_shown = court_days_before(LAST, WARNING, year.calendar())
    with county.database.reading() as db:
        rows = db.scalars(
            select(KeptDeadline).where(
                KeptDeadline.superseded_at.is_(None),
                KeptDeadline.met_on.is_(None),
                KeptDeadline.last_safe_day <= last_shown,
                KeptDeadline.owner != "other party",
            )
        )
        unseen = [row for row in rows if row.id not in shown.first]
    return tuple(f"{row.rule} of case {row.case_no}: {row.last_safe_day}, never shown" for row in unseen)

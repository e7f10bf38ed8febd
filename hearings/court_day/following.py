"""What follows from an outcome: the tasks, each with the day on which it is due, by rows."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from hearings.court_day.facts import Due, OutcomeKind
from kernel.period import Period, period
from kernel.refusals import Courteous
from law.calendar import CourtCalendar
from law.counting import count_on
from law.deadlines import adding, deadline, last_day_to_act
from law.hearing_types import HearingType
from law.states import StateLaw

SLOWEST = "mail"
"""Notice of a next date is counted with the days that mail adds, which is the safer day."""
ONE_COURT_DAY = period("1 court day")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row: what an office does after an outcome, and how its day is found."""

    after: tuple[str, ...]
    kind: str
    words: str
    owner: str
    hearings: tuple[str, ...]
    states: tuple[str, ...]
    when: tuple[str, ...]
    unless: tuple[str, ...]
    within: Period
    law: str
    from_issue: bool
    on: str
    before_next: bool


@dataclass(frozen=True, slots=True)
class CourtDayOf:
    """Where an outcome was entered: the law, the type of hearing and the day, with the next date if there is one."""

    law: StateLaw
    kind: HearingType
    on: date
    court: CourtCalendar
    next_on: date | None = None
    issued_on: date | None = None


def what_follows(outcome: OutcomeKind, fields: Mapping[str, str], of: CourtDayOf) -> tuple[Due, ...]:
    """The tasks after an outcome, the first due first."""
    found = [_due(row, fields, of) for row in task_rows() if outcome.code in row.after and _applies(row, fields, of)]
    return tuple(sorted(found, key=lambda one: (one.due_on, one.kind)))


@cache
def task_rows() -> tuple[TaskRow, ...]:
    """Every row of tasks."""
    told = tomllib.loads((Path(__file__).parent / "tasks.toml").read_text(encoding="utf-8"))["task"]
    return tuple(
        TaskRow(
            after=tuple(row["after"]),
            kind=row["kind"],
            words=row["words"],
            owner=row["owner"],
            hearings=tuple(row.get("hearings", ())),
            states=tuple(row.get("states", ())),
            when=tuple(row.get("when", ())),
            unless=tuple(row.get("unless", ())),
            within=period(row["within"]) if "within" in row else ONE_COURT_DAY,
            law=row.get("law", ""),
            from_issue=row.get("from") == "issue",
            on=row.get("on", ""),
            before_next=row.get("before_next", False),
        )
        for row in told
    )


def _applies(row: TaskRow, fields: Mapping[str, str], of: CourtDayOf) -> bool:
    here = not row.states or of.law.state in row.states
    of_type = not row.hearings or bool({of.kind.kind, of.kind.code} & set(row.hearings))
    return here and of_type and all(_holds(one, fields) for one in row.when) and not set(row.unless) & set(fields)


def _holds(condition: str, fields: Mapping[str, str]) -> bool:
    name, _, value = condition.partition("=")
    return fields[name] == value if value and name in fields else not value and name in fields


def _due(row: TaskRow, fields: Mapping[str, str], of: CourtDayOf) -> Due:
    day, rule = _counted(row, fields, of)
    return Due(row.kind, row.words, row.owner, day, rule)


def _counted(row: TaskRow, fields: Mapping[str, str], of: CourtDayOf) -> tuple[date, str]:
    """The day, and the rule of law by which it was found; practice where the law cannot be counted."""
    if row.on:
        return date.fromisoformat(fields[row.on]), ""
    try:
        if row.before_next and of.next_on:
            return _last_to_serve(of, of.next_on), of.kind.notice
        trigger = of.issued_on if row.from_issue else of.on
        if row.law and trigger:
            return deadline(of.law, row.law, trigger, court=of.court).last_safe_day, row.law
    except Courteous:
        pass  # no rule in force, or a year without holidays: the office's own period stands
    return count_on(of.on, [row.within], of.court, why="", rolls=True).on, ""


def _last_to_serve(of: CourtDayOf, next_on: date) -> date:
    rule = of.law.rule(of.kind.notice, next_on)
    return last_day_to_act(of.law, rule.id, next_on, method=adding(of.law, rule, SLOWEST), court=of.court)

"""Whether a run speaks for a hearing: for its children, and with the lines that the rows of its day give."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from cases.guideline.children import born_otherwise, for_others
from cases.guideline.facts import COLUMNS, Figured, Run
from cases.guideline.figuring import figured
from cases.guideline.offering import offered
from cases.guideline.tracing import leaves
from cases.notes import day_written
from cases.queries import CaseRecord
from kernel.refusals import Refused
from kernel.traced import Trace

CHOSEN_BY: Mapping[str, str] = {"nc": "hearing_on", "ca": "period_on"}
"""The entry that chooses the rows: North Carolina's by the hearing, California's by the support period."""
LINES: Mapping[str, str] = {"nc": "lines", "ca": "steps"}
DAY_NAMES: Mapping[str, str] = {"nc": "a hearing on", "ca": "a support period of"}
CHILD = "children."
BEGINS = "support_begins"
"""The entry that says from when a Californian order is to run."""
_MONTH = re.compile(r"(?P<month>[A-Z][a-z]{2,8})(?: (?P<day>[0-9]{1,2}),)? (?P<year>(?:19|20)[0-9]{2})")


def rows_wanted_on(record: CaseRecord, hearing_on: date) -> date:
    """The day whose rows the papers of a hearing need: of the support that they are about, else of the hearing."""
    if record.state != "CA":
        return hearing_on
    written = (_begins(row.words) for row in record.notes if row.name == BEGINS)
    return next(written, None) or hearing_on


def what_to_do(run: Run, record: CaseRecord, on: date) -> str:
    """What is to be done about a run that does not speak for a day; empty where it does.

    It speaks where the same entries have the same lines on that day, and support is about the same children.
    """
    found, day = run.figured, f"{on:%B %-d, %Y}"
    is_for = f"guideline run {run.number} is for {DAY_NAMES[found.state]} {found.on:%B %-d, %Y}"
    try:
        same = found.on == on or _again(found, on) == found.told[LINES[found.state]]
    except Refused:
        return f"{is_for}, and none can be made for {day}: withdraw it, and write down the amount found by other means"
    if not same:
        return f"{is_for}, and the rows of {day} give other lines: run the guideline again for that day"
    others = for_others(run, record, on)
    return f"guideline run {run.number} {others}: run the guideline again for {day}" if others else ""


def overtaken(run: Run, record: CaseRecord) -> tuple[str, ...]:
    """The entries that a run took from the record and that the record has otherwise since: ``gross of the obligor``.

    What a person typed stays theirs to change.
    """
    asked, now = dict(leaves(run.figured.asked)), offered(record, run.figured.state, run.figured.on)
    changed = {
        name for name, one in now.items()
        if name in asked and not name.startswith(CHILD)
        and asked[name] != one.value and _same_place(run.traces[name], one.trace)
    }  # fmt: skip
    births = {"births of the children"} if born_otherwise(run, record) else set()
    return tuple(sorted({_said(run, name) for name in changed} | births))


def _same_place(one: Trace, other: Trace) -> bool:
    return (one.source, one.record) == (other.source, other.record)


def _again(found: Figured, on: date) -> object:
    """The lines of the same entries on another day. Raises what the guideline refuses."""
    return figured(found.state, {**found.asked, CHOSEN_BY[found.state]: on.isoformat()}).told[LINES[found.state]]


def _said(run: Run, name: str) -> str:
    column, _, entry = name.partition(".")
    parent = COLUMNS[run.figured.state].get(column)
    return f"{entry.replace('_', ' ')} of the {parent}" if parent else column


def _begins(words: str) -> date | None:
    """The day that such words name as 12/01/2026, ``December 1, 2026`` or ``December 2026``."""
    found = _MONTH.fullmatch(words.strip())
    if found is None:
        return day_written(words)
    try:
        return datetime.strptime(f"{found['month']} {found['day'] or 1} {found['year']}", "%B %d %Y").date()
    except ValueError:
        return None

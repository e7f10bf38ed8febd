"""A run by the guideline of a state, from plain values."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cases.guideline.errors import NoGuideline
from cases.guideline.facts import COLUMNS, Figured
from kernel.digest import digest
from kernel.refusals import Refused
from law.ca import guideline as california
from law.ca.guideline.rows import rows_on
from law.nc import guideline as north_carolina
from law.nc.guideline.schedule import schedule_on, table
from law.nc.guideline.schedule import to_be_checked as schedule_to_be_checked


def figured(state: str, asked: Mapping[str, Any]) -> Figured:
    """What the guideline gives. Raises NoGuideline, or what the state's guideline refuses."""
    if state not in STATES:
        raise NoGuideline(state)
    return STATES[state](asked)


def why_not_on(state: str, on: date) -> str:
    """Why the rows of a state give no run for a day, in one sentence; empty where they do."""
    if state not in ROWS:
        return str(NoGuideline(state))
    try:
        ROWS[state](on)
    except Refused as refused:
        return str(refused)
    return ""


def to_be_checked(state: str, on: date) -> str:
    """What is to be done before the rows of a day are relied on, in one sentence; empty where nothing is."""
    if state not in CHECKS or why_not_on(state, on):
        return ""
    return CHECKS[state](on)


def _north_carolina(asked: Mapping[str, Any]) -> Figured:
    found = north_carolina.worksheet(north_carolina.read_inputs(asked))
    told = north_carolina.worksheet_told(found)
    return Figured(
        state="nc",
        on=found.inputs.hearing_on,
        asked=told["input"],
        told=told,
        payer=COLUMNS["nc"][found.payer] if found.payer else None,
        amount=found.amount,
        schedule_digest=digest(table(found.schedule.file)),
        pack=found.pack,
        verified=found.verified,
    )


def _california(asked: Mapping[str, Any]) -> Figured:
    found = california.guideline(california.read_input(asked))
    told: dict[str, Any] = found.as_json()
    return Figured(
        state="ca",
        on=found.asked.period_on,
        asked=told["input"],
        told=told,
        payer=COLUMNS["ca"][found.payer] if found.payer else None,
        amount=found.amount,
        schedule_digest=digest(told["rows"]),
        pack=found.pack,
        verified=found.verified,
    )


ROWS: Mapping[str, Callable[[date], object]] = {"nc": schedule_on, "ca": rows_on}
CHECKS: Mapping[str, Callable[[date], str]] = {"nc": schedule_to_be_checked}
STATES: Mapping[str, Callable[[Mapping[str, Any]], Figured]] = {"nc": _north_carolina, "ca": _california}

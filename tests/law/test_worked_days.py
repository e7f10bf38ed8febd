"""The tables of worked days are as many and as varied as they are meant to be, and leave no rule out."""

from dataclasses import dataclass
from datetime import date

import pytest

from law.deadlines import deadline
from law.states import STATES, law_of
from tests.law import (
    test_california,
    test_california_clocks,
    test_california_notice,
    test_federal_clocks,
    test_nc_notice,
    test_nc_times,
)
from tests.law.worked import worked

CLOCKS_CHANGE = {
    date(2024, 3, 10), date(2024, 11, 3), date(2025, 3, 9), date(2025, 11, 2), date(2026, 3, 8), date(2026, 11, 1),
    date(2027, 3, 14), date(2027, 11, 7), date(2028, 3, 12), date(2028, 11, 5),
}  # fmt: skip
LEAP_DAYS = {date(2024, 2, 29), date(2028, 2, 29)}
MOVED = {
    "NC": {date(2026, 7, 3), date(2027, 7, 5), date(2027, 12, 23), date(2028, 1, 3), date(2028, 11, 10)},
    "CA": {date(2024, 4, 1), date(2026, 7, 3), date(2027, 6, 18), date(2027, 7, 5), date(2027, 12, 31)},
}
"""Days on which holidays of a weekend are kept."""


@dataclass(frozen=True)
class Worked:
    """One row of a table: the event, and the day that was counted by hand."""

    rule: str
    event: date
    method: str
    on: date

    def passes(self, days: set[date]) -> bool:
        first, last = sorted((self.event, self.on))
        return any(first <= day <= last for day in days)


def _rows(table: str, prefix: str) -> list[Worked]:
    found = [each.values for each in worked(table, prefix)]
    return [Worked(rule, event, method, on) for rule, event, method, on, *_ in found]


NC_TABLES = [(getattr(test_nc_notice, name), "nc.notice.") for name in ("CONTEMPT", "MOTIONS", "BEFORE")] + [
    (getattr(test_nc_times, name), "nc.") for name in ("SUMMONS", "ANSWERS", "CONTESTS", "CLOCKS")
]
CA_TABLES = [
    (test_california_notice.OTHERS, "ca.notice."), (test_california_clocks.CLOCKS, "ca."),
    ("\n".join(f"motion | {line}" for line in test_california_notice.MOTIONS.strip().splitlines()), "ca.notice."),
]  # fmt: skip
ROWS = {
    "NC": [row for table, prefix in NC_TABLES for row in _rows(table, prefix)],
    "CA": [row for table, prefix in CA_TABLES for row in _rows(table, prefix)]
    + [Worked(rule, hearing, method, safe) for hearing, rule, method, _, safe in test_california.worked()],
    "federal": _rows(test_federal_clocks.NORTH_CAROLINA, "us."),
}


def test_there_are_more_than_three_hundred_worked_days() -> None:
    assert {state: len(rows) >= 100 for state, rows in ROWS.items() if state in STATES} == {"NC": True, "CA": True}
    assert len({row for rows in ROWS.values() for row in rows}) > 300


@pytest.mark.parametrize("state", sorted(STATES))
def test_every_rule_has_a_worked_day(state: str) -> None:
    here = {row.rule for rows in (ROWS[state], ROWS["federal"]) for row in rows}
    assert {rule.id for rule in law_of(state).pack().rules} - here == set()


@pytest.mark.parametrize("state", sorted(STATES))
def test_the_worked_days_of_each_state_meet_what_makes_counting_hard(state: str) -> None:
    rows = ROWS[state]
    met = {
        "leap days": [row for row in rows if row.passes(LEAP_DAYS)],
        "changes of the clock": [row for row in rows if row.passes(CLOCKS_CHANGE)],
        "year ends": [row for row in rows if row.event.year != row.on.year],
        "moved holidays": [row for row in rows if row.passes(MOVED[state])],
        "closed days at the end": [row for row in rows if _ends_on_closed(state, row)],
    }
    assert {what: len(found) >= 5 for what, found in met.items()} == dict.fromkeys(met, True)


def _ends_on_closed(state: str, row: Worked) -> bool:
    """Whether the straight count ended on a closed day, from which the day in use moved on or back."""
    found = deadline(law_of(state), row.rule, row.event, method=row.method)
    return len(found.readings) > 1 if found.counts == "back" else found.reading.counted[-1:] < (found.on,)

"""Federal time limits are the same in every state: a calendar day is a calendar day, and none runs on.

Each day was counted apart from the program; the last safe day is the court day before by the state's own holidays.
"""

from datetime import date

import pytest

from law.deadlines import deadline
from law.states import STATES, law_of
from tests.law.worked import worked

NORTH_CAROLINA = """
case.open            | 2026-12-05 | | 2026-12-25 | 2026-12-23 | 20 days to Christmas; the 24th is closed
locate.sources       | 2026-09-12 | | 2026-11-26 | 2026-11-25 | 18, 31, 26: Thanksgiving
establish.serve      | 2024-01-15 | | 2024-04-14 | 2024-04-12 | leap year: 16, 29, 31, 14, a Sunday
establish.serve      | 2025-01-15 | | 2025-04-15 | 2025-04-15 | 16, 28, 31, 15
establish.dismissal  | 2026-11-28 | | 2026-11-28 | 2026-11-25 | on the day itself, the Saturday after Thanksgiving
establish.six-months | 2026-08-31 | | 2027-02-28 | 2027-02-26 | no February 31; the 28th is a Sunday
establish.six-months | 2023-08-31 | | 2024-02-29 | 2024-02-29 | the leap day
establish.twelve-months | 2024-02-29 | | 2025-02-28 | 2025-02-28 | no leap day in 2025
enforce.delinquency  | 2026-10-31 | | 2026-11-30 | 2026-10-31 | no November 31
enforce.action       | 2026-11-26 | | 2026-12-26 | 2026-12-23 | a Saturday after closed days
enforce.service      | 2026-11-02 | | 2027-01-01 | 2026-12-31 | year end, on a holiday
withholding.notice   | 2026-11-25 | | 2026-12-01 | 2026-12-01 | Mon 30, Tue 1
withholding.notice   | 2026-12-23 | | 2026-12-30 | 2026-12-30 | not 24-28, 29, 30
withholding.remit    | 2026-11-20 | | 2026-12-03 | 2026-12-03 | 23-25, 30, 1-3
review.cycle         | 2024-02-29 | | 2027-02-28 | 2027-02-26 | 36 months from a leap day, to a Sunday
review.complete      | 2026-06-29 | | 2026-12-26 | 2026-12-23 | 1, 31, 31, 30, 31, 30, 26
review.incarceration | 2026-11-19 | | 2026-12-14 | 2026-12-14 | 20, 23-25, 30, 1-4, 7-11, 14
interstate.registry  | 2026-11-19 | | 2026-12-07 | 2026-12-07 | 20, 23-25, 30, 1-4, 7
interstate.responding | 2026-09-14 | | 2026-11-28 | 2026-11-25 | 16, 31, 28
servicemember.reopen | 2026-11-27 | | 2027-02-25 | 2027-02-25 | 3, 31, 31, 25
servicemember.stay   | 2026-09-29 | | 2026-12-28 | 2026-09-29 | 1, 31, 30, 28
"""


@pytest.mark.parametrize(("rule", "event", "method", "on", "safe", "how"), worked(NORTH_CAROLINA, "us."))
def test_a_federal_clock_ends_on_its_day(
    rule: str, event: date, method: str, on: date, safe: list[date], how: str
) -> None:
    found = deadline(law_of("NC"), rule, event, method=method)
    assert (found.on, [found.last_safe_day]) == (on, safe), how


def test_every_federal_rule_has_a_worked_day() -> None:
    here = {f"us.{line.split('|')[0].strip()}" for line in NORTH_CAROLINA.strip().splitlines()}
    assert {rule.id for rule in law_of("NC").pack().rules if rule.id.startswith("us.")} == here


def test_every_state_has_the_same_federal_rows() -> None:
    federal = [tuple(row for row in law.pack().rules if row.id.startswith("us.")) for law in STATES.values()]
    assert federal[0]
    assert all(rows == federal[0] for rows in federal)


@pytest.mark.parametrize("state", sorted(STATES))
def test_no_federal_clock_runs_on(state: str) -> None:
    assert {row.rolls for row in STATES[state].pack().rules if row.id.startswith("us.")} == {False}


def test_a_calendar_clock_ends_on_the_same_day_in_every_state_though_their_courts_are_closed_on_others() -> None:
    ends = {state: deadline(law, "us.establish.serve", date(2026, 8, 28)) for state, law in STATES.items()}
    assert {found.on for found in ends.values()} == {date(2026, 11, 26)}

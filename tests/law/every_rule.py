"""Every rule of every state with every method that it knows, each on a day that its count can be followed from."""

from datetime import date

import pytest

from kernel.period import Unit
from law.asking import Known, asked
from law.counting import months_on
from law.deadline import Deadline
from law.deadlines import known_methods
from law.rule import Rule
from law.states import STATES, StateLaw

A_MONDAY = date(2026, 3, 2)
HOLIDAYS_FROM = date(2024, 3, 1)


def day_for(rule: Rule) -> date:
    """A day in force from which the count ends in a year whose holidays are on file."""
    months = {Unit.MONTH: 1, Unit.YEAR: 12}.get(rule.length.unit, 0) * rule.length.count
    day = max(months_on(A_MONDAY, -months), rule.in_force_from)
    return min(day, rule.in_force_until or day)


def _ended(rule: Rule) -> bool:
    return rule.in_force_until is not None and rule.in_force_until < HOLIDAYS_FROM


ALL = [(law, rule) for law in STATES.values() for rule in law.pack().rules]
ROWS = [row for row in ALL if not _ended(row[1])]
ENDED = [row for row in ALL if _ended(row[1])]
"""Rows that ended before the first year whose holidays are on file."""
EVERY = [
    pytest.param(law, rule, method, id=f"{law.state}-{rule.id}-{rule.in_force_from}-{method or 'no method'}")
    for law, rule in ROWS
    for method in ("", *known_methods(law, rule))
]


def answered(law: StateLaw, rule: Rule, method: str, known: Known = Known.TRIGGER) -> Deadline:
    """What the rule says on its day."""
    return asked(law, rule.id, day_for(rule), known=known, method=method)

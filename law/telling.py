"""Rules and the days that they give, in the shapes that other programs read; the command and the API tell the same."""

from typing import Any

from law.calendar import Holiday
from law.deadline import Deadline
from law.deadlines import known_methods
from law.rule import Rule
from law.states import StateLaw


def deadline_told(law: StateLaw, found: Deadline) -> dict[str, Any]:
    """A day with its readings, and the days that the reading in use leaves out; days in ISO 8601."""
    return {
        "on": found.on.isoformat(),
        "readings": [{"on": reading.on.isoformat(), "why": reading.why} for reading in found.readings],
        "rule": found.rule,
        "cite": str(found.cite),
        "verified": found.verified,
        "excluded": [
            {"on": day.on.isoformat(), "why": day.why} for day in sorted(found.left_out, key=lambda day: day.on)
        ],
        "last_safe_day": found.last_safe_day.isoformat(),
        "sentence": found.sentence(),
        "state": law.state,
        "trigger": found.trigger.isoformat(),
        "method": found.method,
        "period": " plus ".join(map(str, (found.period, *found.extra))),
        "answers": found.answers.value,
        "pack": found.pack,
    }


def rule_told(law: StateLaw, rule: Rule) -> dict[str, Any]:
    """A row of the rules, with the methods of service that it knows and the days that they add."""
    return {
        "id": rule.id,
        "state": law.state,
        "topic": rule.topic,
        "trigger": rule.trigger,
        "what": rule.what,
        "period": rule.period,
        "direction": str(rule.counts),
        "answers": str(rule.answers),
        "methods": list(known_methods(law, rule)),
        "adds": [
            {"method": row.method, "period": row.period, "optional": row.optional, "cite": str(row.cite)}
            for row in law.pack().added
            if rule.added and row.family == rule.added
        ],
        "cite": str(rule.cite),
        "in_force_from": rule.in_force_from.isoformat(),
        "in_force_until": rule.in_force_until.isoformat() if rule.in_force_until else None,
        "verified": bool(rule.verified_by),
        "note": rule.note,
    }


def holiday_told(holiday: Holiday) -> dict[str, Any]:
    """A day that the courts or the statutes keep, and whether the courthouse is open on it."""
    return {
        "on": holiday.on.isoformat(),
        "name": holiday.name,
        "courthouse": str(holiday.courthouse),
        "cite": str(holiday.cite),
        "verified": bool(holiday.verified_by),
    }

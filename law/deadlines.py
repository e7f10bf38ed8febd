"""What day a rule gives, and until when one may act, for any state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kernel.period import Period, period
from kernel.refusals import Refused
from law.calendar import ONE_DAY, CourtCalendar, YearUnknown
from law.counting import court_day_before
from law.deadline import Deadline, Reading
from law.pack import methods_under
from law.rows import in_force
from law.rule import Added, Answers, Counts, MethodUnknown, Rule, added_days
from law.states import StateLaw

FARTHEST = 4000
"""Days over which a day of service or of hearing is looked for; no period that ends in a hearing is longer."""


@dataclass(eq=False)
class CannotBeServed(Refused):
    """No day of service near enough gives the notice that a hearing needs."""

    rule: str
    hearing_on: date

    def __str__(self) -> str:
        return f"No day of service gives the notice of '{self.rule}' for {self.hearing_on:%B %-d, %Y}."


def deadline(
    law: StateLaw,
    rule_id: str,
    trigger: date,
    *,
    method: str = "",
    evidence: str = "",
    court: CourtCalendar | None = None,
    optional_days: bool = True,
) -> Deadline:
    """The day that a rule gives, counted from (or back from) ``trigger``.

    ``method`` is how papers were served, for the days that it adds; ``court`` a calendar with the office's own
    closings; ``optional_days`` whether days count that an office adds for safety. Raises NoRuleInForce, MethodUnknown
    or YearUnknown.
    """
    rule = in_force(law.pack().rules, rule_id, trigger)
    court = court or law.calendar()
    extra = _extra(law, rule, method, trigger, optional_days)
    readings = law.readings(rule, trigger, (rule.length, *extra), court)
    first = rule.answers == Answers.FIRST_DAY
    on = (max if first else min)(reading.on for reading in readings)
    if not first:
        safe = court_day_before(on, court)
    else:
        safe = _last_to_act(law, rule, on, extra, court) if rule.served_under else trigger
    return Deadline(
        on=on,
        rule=rule.id,
        cite=rule.cite,
        verified_by=rule.verified_by,
        period=rule.length,
        extra=extra,
        trigger=trigger,
        trigger_is=rule.trigger,
        what=rule.what,
        answers=Answers(rule.answers),
        counts=Counts(rule.counts),
        method=method,
        evidence=evidence,
        readings=readings,
        last_safe_day=safe,
        pack=law.pack().version,
    )


def last_day_to_act(
    law: StateLaw,
    rule_id: str,
    before: date,
    *,
    method: str = "",
    court: CourtCalendar | None = None,
    optional_days: bool = True,
) -> date:
    """The last day on which service still gives lawful notice of a hearing on ``before``, under the safest reading.

    Raises NoRuleInForce, MethodUnknown, YearUnknown or CannotBeServed.
    """
    rule = in_force(law.pack().rules, rule_id, before)
    court = court or law.calendar()
    extra = _extra(law, rule, method, before, optional_days)
    if rule.counts == Counts.BACK:
        return min(reading.on for reading in law.readings(rule, before, (rule.length, *extra), court))
    return _last_to_act(law, rule, before, extra, court, any_day=True)


def first_day_allowed(
    law: StateLaw,
    rule_id: str,
    served_on: date,
    *,
    method: str = "",
    evidence: str = "",
    court: CourtCalendar | None = None,
    optional_days: bool = True,
) -> Deadline:
    """The first court day on which a hearing may be held after papers were served, whichever way the state counts.

    Raises NoRuleInForce, MethodUnknown or YearUnknown.
    """
    rule = in_force(law.pack().rules, rule_id, served_on)
    court = court or law.calendar()

    def of(day: date) -> Deadline:
        return deadline(law, rule_id, day, method=method, evidence=evidence, court=court, optional_days=optional_days)

    if rule.counts != Counts.BACK:
        return of(served_on)
    found: dict[date, Reading] = {}
    for hearing_on in _court_days_after(served_on, court):
        counted = of(hearing_on)
        for reading in counted.readings:
            if reading.on >= served_on and (not found or counted.on >= served_on):
                found.setdefault(hearing_on, replace(reading, on=hearing_on))
        if counted.on >= served_on:
            return replace(
                counted,
                on=hearing_on,
                trigger=served_on,
                trigger_is=rule.what,
                what=rule.trigger,
                answers=Answers.FIRST_DAY,
                readings=tuple(found.values()),
                last_safe_day=court_day_before(counted.on, court),
            )
    raise CannotBeServed(rule_id, served_on)


def _court_days_after(day: date, court: CourtCalendar) -> Iterator[date]:
    for _ in range(FARTHEST):
        day += ONE_DAY
        if court.is_court_day(day):
            yield day


def _extra(law: StateLaw, rule: Rule, method: str, on: date, optional: bool) -> tuple[Period, ...]:
    rows: tuple[Added, ...] = added_days(law.pack().added, rule, method, on, optional=optional) if rule.added else ()
    if method and not rows and method not in (known := known_methods(law, rule)):
        raise MethodUnknown(method, rule.id, known)
    return tuple(period(row.period) for row in rows)


def known_methods(law: StateLaw, rule: Rule) -> tuple[str, ...]:
    """Every manner of service that the rule may be asked with."""
    pack = law.pack()
    served = {row.method for row in methods_under(pack, rule.served_under)} if rule.served_under else set()
    return tuple(sorted(served | {row.method for row in pack.added if rule.added and row.family == rule.added}))


def adding(law: StateLaw, rule: Rule, method: str) -> str:
    """The method where it lengthens the rule, else none: for a record that names methods that the rule does not."""
    return method if any(row.family == rule.added and row.method == method for row in law.pack().added) else ""


def _last_to_act(
    law: StateLaw, rule: Rule, before: date, extra: Sequence[Period], court: CourtCalendar, *, any_day: bool = False
) -> date:
    """The last day from which the count reaches ``before``, by walking back; a court day unless ``any_day``."""
    day = before
    for _ in range(FARTHEST):
        day -= ONE_DAY
        if (any_day or court.is_court_day(day)) and _reaches(law, rule, day, extra, court, before):
            return day
    raise CannotBeServed(rule.id, before)


def _reaches(law: StateLaw, rule: Rule, day: date, extra: Sequence[Period], court: CourtCalendar, before: date) -> bool:
    """Whether every reading from ``day`` ends by ``before``; one that runs into a later, unknown year does not."""
    try:
        found: tuple[Reading, ...] = law.readings(rule, day, (rule.length, *extra), court)
    except YearUnknown as unknown:
        if unknown.year > before.year:
            return False
        raise
    return max(reading.on for reading in found) <= before

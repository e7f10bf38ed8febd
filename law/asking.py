"""What a person may ask of the rules: which there are, and what day one of them gives."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from kernel.refusals import Missing, Refused
from law.calendar import ONE_DAY, CourtCalendar
from law.counting import court_day_before
from law.deadline import Deadline
from law.deadlines import deadline, first_day_allowed, last_day_to_act
from law.rule import Answers, Counts, Rule
from law.states import StateLaw


class Known(StrEnum):
    """Which day of the count is known."""

    TRIGGER = "trigger"
    """The event from which the rule itself counts."""
    SERVED = "served"
    """The service; asked for is the first day on which the hearing may be held."""
    HEARING = "hearing"
    """The hearing; asked for is the last day on which service gives lawful notice of it."""


@dataclass(eq=False)
class NoSuchRule(Missing):
    """A rule that the state's rows do not have."""

    rule: str
    state: str
    closest: tuple[str, ...]

    def __str__(self) -> str:
        near = f"close to it are {', '.join(self.closest)}" if self.closest else "no other has a name like it"
        return f"There is no rule '{self.rule[:60]}' in the law of {self.state}; {near}."


@dataclass(eq=False)
class GivesNoNotice(Refused):
    """A rule that sets no notice before a hearing, asked as if it did."""

    rule: Rule

    def __str__(self) -> str:
        return f"The rule '{self.rule.id}' gives no notice before a hearing; it counts from {self.rule.trigger}."


def asked(
    law: StateLaw,
    rule_id: str,
    day: date,
    *,
    known: Known = Known.TRIGGER,
    method: str = "",
    court: CourtCalendar | None = None,
    optional_days: bool = True,
) -> Deadline:
    """The day that a rule gives for the day that is known.

    Raises NoSuchRule, NoRuleInForce, MethodUnknown, YearUnknown, GivesNoNotice or CannotBeServed.
    """
    if all(row.id != rule_id for row in law.pack().rules):
        raise NoSuchRule(rule_id, law.state, closest(law, rule_id))
    rule = law.rule(rule_id, day)
    if known is not Known.TRIGGER and not gives_notice(rule):
        raise GivesNoNotice(rule)
    if known is Known.SERVED:
        return first_day_allowed(law, rule_id, day, method=method, court=court, optional_days=optional_days)
    if known is Known.TRIGGER or rule.counts == Counts.BACK:
        return deadline(law, rule_id, day, method=method, court=court, optional_days=optional_days)
    return _last_day_to_serve(law, rule, day, method, court or law.calendar(), optional_days)


def gives_notice(rule: Rule) -> bool:
    """Whether the rule stands between the service of papers and a day in court, in whichever direction it counts.

    A rule that does not run on is none of the court's time, and gives no notice.
    """
    return rule.rolls and (rule.answers == Answers.FIRST_DAY or rule.counts == Counts.BACK)


def closest(law: StateLaw, rule_id: str) -> tuple[str, ...]:
    """Ids of rules that somebody may have meant, the closest first."""
    ids = sorted({row.id for row in law.pack().rules})
    holding = [known for known in ids if rule_id and rule_id.lower() in known]
    return tuple(dict.fromkeys((*get_close_matches(rule_id.lower(), ids, n=3, cutoff=0.5), *holding)))[:3]


def rules_about(rows: Iterable[Rule], words: str = "", topic: str = "") -> tuple[Rule, ...]:
    """The rules of a topic that have every one of the words, in order of topic and id."""
    sought = words.lower().split()
    found = (row for row in rows if not topic or row.topic == topic)
    return tuple(
        sorted(
            (row for row in found if all(word in _said(row) for word in sought)),
            key=lambda row: (row.topic, row.id, row.in_force_from),
        )
    )


def _said(row: Rule) -> str:
    return f"{row.id} {row.topic} {row.trigger} {row.what} {row.period} {row.cite} {row.note}".lower()


def _last_day_to_serve(
    law: StateLaw, rule: Rule, hearing_on: date, method: str, court: CourtCalendar, optional: bool
) -> Deadline:
    """The last day from which a forward count reaches the hearing, and the later one of a less careful reading."""
    day = last_day_to_act(law, rule.id, hearing_on, method=method, court=court, optional_days=optional)
    counted = deadline(law, rule.id, day, method=method, court=court, optional_days=optional)
    readings = [replace(counted.reading, on=day)]
    later = day + ONE_DAY
    while later < hearing_on:
        after = deadline(law, rule.id, later, method=method, court=court, optional_days=optional)
        in_time = [reading for reading in after.readings if reading.on <= hearing_on]
        if not in_time:
            break
        readings[1:] = [replace(in_time[0], on=later)]
        later += ONE_DAY
    return replace(
        counted,
        on=day,
        trigger=hearing_on,
        trigger_is=rule.what,
        what=rule.trigger,
        answers=Answers.LAST_DAY,
        readings=tuple(readings),
        last_safe_day=court_day_before(day, court),
    )

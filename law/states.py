"""The law of each state in one shape. Adding a state adds one entry here, and its rows and counting beside it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kernel.refusals import Missing
from law.calendar import CourtCalendar
from law.deadline import Deadline
from law.hearing_types import UNLISTED, HearingType, NoSuchHearingType
from law.nc import counting as nc_counting
from law.nc import hearing_types as nc_hearing_types
from law.notice import NoticeRule
from law.rows import in_force


class EarliestHearing(Protocol):
    """Counts from service to the first lawful hearing day."""

    def __call__(self, rule_id: str, *, served_on: date, by_mail: bool, evidence: str) -> Deadline: ...


class LastDayToServe(Protocol):
    """Counts from a hearing to the last day on which service still gives notice."""

    def __call__(self, rule_id: str, *, hearing_on: date, by_mail: bool) -> date: ...


@dataclass(frozen=True, slots=True)
class StateLaw:
    """What the rest of the program asks of a state's law. ``other`` is the type that stands in for unlisted ones."""

    state: str
    name: str
    calendar: Callable[[], CourtCalendar]
    hearing_types: Callable[[], dict[str, HearingType]]
    other: str
    notice_rules: Callable[[], tuple[NoticeRule, ...]]
    earliest_hearing: EarliestHearing
    last_day_to_serve: LastDayToServe

    def hearing_type(self, code: str) -> HearingType:
        """The hearing type with a schedule code. Raises NoSuchHearingType."""
        try:
            return self.hearing_types()[code]
        except KeyError:
            raise NoSuchHearingType(code, self.name) from None

    def hearing_type_or_other(self, code: str) -> HearingType:
        """The hearing type with a schedule code; for an unlisted code, one with the notice of a motion."""
        other = self.hearing_types()[self.other]
        unlisted = replace(other, code=code, name=f"Hearing of unlisted type {code}", kind=UNLISTED)
        return self.hearing_types().get(code) or unlisted

    def notice_rule(self, rule_id: str, on: date) -> NoticeRule:
        """The row of a notice rule in force on a day. Raises NoRuleInForce."""
        return in_force(self.notice_rules(), rule_id, on)


@dataclass(eq=False)
class NoLawOf(Missing):
    """A state whose rows are not on file."""

    state: str

    def __str__(self) -> str:
        return f"The law of '{self.state[:20]}' is not on file; on file are {', '.join(sorted(STATES))}."


STATES = {
    "NC": StateLaw(
        state="NC",
        name="North Carolina",
        calendar=nc_counting.court_calendar,
        hearing_types=nc_hearing_types.hearing_types,
        other="HOTH",
        notice_rules=nc_counting.notice_rules,
        earliest_hearing=nc_counting.earliest_hearing,
        last_day_to_serve=nc_counting.last_day_to_serve,
    ),
}


def law_of(state: str) -> StateLaw:
    """The law of a state by its two letters. Raises NoLawOf."""
    try:
        return STATES[state.upper()]
    except KeyError:
        raise NoLawOf(state) from None

"""The law of each state in one shape. Adding a state adds one entry here, and its rows and counting beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Protocol

from kernel.period import Period
from kernel.refusals import Missing
from law.ca import counting as ca_counting
from law.ca import hearing_types as ca_hearing_types
from law.calendar import CourtCalendar
from law.deadline import Reading
from law.hearing_types import UNLISTED, HearingType, NoSuchHearingType
from law.nc import counting as nc_counting
from law.nc import hearing_types as nc_hearing_types
from law.pack import Pack, read_pack
from law.rows import in_force
from law.rule import Rule


class Readings(Protocol):
    """Counts one rule from its trigger; more than one reading where the law can be read in more than one way."""

    def __call__(
        self, rule: Rule, trigger: date, periods: Sequence[Period], court: CourtCalendar
    ) -> tuple[Reading, ...]: ...


@dataclass(frozen=True, slots=True)
class StateLaw:
    """What the rest of the program asks of a state's law. ``other`` is the type that stands in for unlisted ones."""

    state: str
    name: str
    calendar: Callable[[], CourtCalendar]
    hearing_types: Callable[[], dict[str, HearingType]]
    other: str
    pack: Callable[[], Pack]
    readings: Readings

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

    def rule(self, rule_id: str, on: date) -> Rule:
        """The row of a rule in force on a day. Raises NoRuleInForce."""
        return in_force(self.pack().rules, rule_id, on)


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
        pack=cache(lambda: read_pack("nc", "us")),
        readings=nc_counting.readings,
    ),
    "CA": StateLaw(
        state="CA",
        name="California",
        calendar=ca_counting.court_calendar,
        hearing_types=ca_hearing_types.hearing_types,
        other="OTH",
        pack=cache(lambda: read_pack("ca", "us")),
        readings=ca_counting.readings,
    ),
}


def law_of(state: str) -> StateLaw:
    """The law of a state by its two letters. Raises NoLawOf."""
    try:
        return STATES[state.upper()]
    except KeyError:
        raise NoLawOf(state) from None

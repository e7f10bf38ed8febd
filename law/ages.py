"""Until which age a child is owed support, by the rows of each state."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from law.counting import months_on
from law.figure import Figure, figure, figures_of

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Ages:
    """``majority`` ends support, unless the child is in school; ``in_school`` ends it even then."""

    majority: Figure
    in_school: Figure


@cache
def ages_of(state: str, on: date) -> Ages:
    """The ages of a state by its two letters, in force on a day. Raises NoRuleInForce."""
    folder = state.lower()
    rows = figures_of(folder)
    return Ages(figure(rows, f"{folder}.age.majority", on), figure(rows, f"{folder}.age.in-school", on))


def has_reached(age: Figure, born_on: date, on: date) -> bool:
    """Whether somebody is so old on a day, the birthday included."""
    return months_on(born_on, age.count * MONTHS) <= on

"""By which law a ledger runs: interest, day count, and the order in which a payment is applied."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from kernel.cite import Cite
from law.money import MoneyLaw, money_law


class Begins(StrEnum):
    """From when an instalment bears interest."""

    NEVER = "never"
    NEXT_MONTH = "first of the next month"
    DUE_DAY = "due day"
    JUDGMENT = "judgment"


class DayCount(StrEnum):
    """How a yearly rate is spread over the days; an office's setting, because no statute says."""

    DAYS_365 = "365"
    ACTUAL = "actual"
    MONTHLY = "monthly"

    @property
    def words(self) -> str:
        """The convention as it is printed."""
        return _WORDS[self]


_WORDS = {
    DayCount.DAYS_365: "by the day, each day one 365th of the yearly rate, also in a leap year",
    DayCount.ACTUAL: "by the day, each day one 365th of the yearly rate and in a leap year one 366th",
    DayCount.MONTHLY: "by the month, one twelfth of the yearly rate on what is unpaid at its end",
}


@dataclass(frozen=True, slots=True)
class Rate:
    """A yearly rate from one day to another, both included; days before and after have other rates or none."""

    yearly: Decimal
    first: date
    last: date | None
    cite: Cite


@dataclass(frozen=True, slots=True)
class Applied:
    """To what payments of a time go, in order: pairs of ``current``, ``principal`` or ``interest`` and a payee."""

    steps: tuple[tuple[str, str], ...]
    first: date
    cite: Cite


@dataclass(frozen=True)
class Terms:
    """The law of one ledger. ``judgment_on`` is the day whose unpaid support a judgment's interest runs on."""

    state: str
    applied: tuple[Applied, ...]
    begins: Begins = Begins.NEVER
    rates: tuple[Rate, ...] = ()
    day_count: DayCount = DayCount.DAYS_365
    judgment_on: date | None = None
    starts: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(one.first for one in self.applied))

    @property
    def bears(self) -> bool:
        """Whether any interest can arise."""
        return self.begins is not Begins.NEVER and any(rate.yearly for rate in self.rates)

    def steps_on(self, day: date) -> tuple[tuple[str, str], ...]:
        """To what a payment collected on a day goes."""
        return self.applied[max(0, bisect_right(self.starts, day) - 1)].steps

    def sentence(self) -> str:
        """The interest in one sentence, as every account prints it."""
        if not self.bears:
            return f"No interest runs on this account under the law of {self.state}."
        rates = "; ".join(f"{_percent(rate.yearly)} a year{_since(rate)}" for rate in self.rates)
        since = f"the {self.begins}"
        if self.judgment_on:
            since = f"{self.rates[0].first:%B %-d, %Y} on what was due by the judgment of {self.judgment_on:%B %-d, %Y}"
        cites = "; ".join(dict.fromkeys(rate.cite for rate in self.rates))
        return f"Simple interest by the law of {self.state}: {rates}, from {since}, {self.day_count.words} ({cites})."


@cache
def terms_of(state: str, day_count: DayCount = DayCount.DAYS_365) -> Terms:
    """The terms of a state's own orders; for a registered order, name the state that issued it. Raises NoLawOf."""
    law = money_law(state)
    begins = Begins(law.interest[0].begins) if law.interest else Begins.NEVER
    rates = tuple(
        Rate(row.yearly, row.in_force_from, row.in_force_until, row.cite)
        for row in sorted(law.interest, key=lambda row: row.in_force_from)
        if row.yearly
    )
    return Terms(law.state, _applied(law), begins, rates, day_count)


def with_judgment(terms: Terms, on: date, *, yearly: Decimal, runs_from: date, cite: Cite) -> Terms:
    """The same terms with the interest that a judgment sets on the support due by ``on``, from ``runs_from``."""
    rate = Rate(yearly, runs_from, None, cite)
    return replace(terms, begins=Begins.JUDGMENT, rates=(rate,), judgment_on=on)


def _applied(law: MoneyLaw) -> tuple[Applied, ...]:
    return tuple(
        Applied(tuple(_step(step) for step in row.steps), row.in_force_from, row.cite)
        for row in sorted(law.application, key=lambda row: row.in_force_from)
    )


def _step(written: str) -> tuple[str, str]:
    what, _, payee = written.partition(" ")
    return what, payee


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).normalize():f} percent"


def _since(rate: Rate) -> str:
    return f" until {rate.last:%B %-d, %Y}" if rate.last else ""

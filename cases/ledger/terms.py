"""By which law a ledger runs: interest, day count, and the order in which a payment is applied."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from cases.ledger.kinds import Kind
from kernel.cite import Cite
from kernel.money import Money
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


@dataclass(frozen=True, slots=True)
class Judgment:
    """Interest that a judgment awards on the support due and unpaid by its day that bears none by an earlier one.

    It runs on no more than the ``principal`` that the judgment names, the oldest support first.
    """

    on: date
    rate: Rate
    principal: Money | None = None

    @property
    def place(self) -> tuple[date, Decimal, date, int, str]:
        """Where it stands among others. Of two of one day the lower rate comes first, and runs on what both cover."""
        return self.on, self.rate.yearly, self.rate.first, self.principal.cents if self.principal else 0, self.rate.cite

    def words(self, covered: Money) -> str:
        """What it awards, and on what: ``covered`` is the support that it let bear interest."""
        said = f"Judgment of interest, {percent(self.rate.yearly)} a year from {self.rate.first:%b %-d, %Y}"
        if not covered.cents:
            return f"{said}, on nothing: no support was unpaid that bore no interest by an earlier judgment"
        if covered == self.principal:
            return f"{said}, on the {covered} that it names, the oldest support first"
        less = f", though it names {self.principal}" if self.principal else ""
        return f"{said}, on {covered}, all that was due and unpaid and bore none by an earlier judgment{less}"


@dataclass(frozen=True)
class Terms:
    """The law of one ledger. ``judgments`` stand in their order; ``kinds`` are paid in theirs, due on one day."""

    state: str
    applied: tuple[Applied, ...]
    begins: Begins = Begins.NEVER
    rates: tuple[Rate, ...] = ()
    day_count: DayCount = DayCount.DAYS_365
    judgments: tuple[Judgment, ...] = ()
    kinds: tuple[str, ...] = tuple(Kind)
    starts: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(one.first for one in self.applied))

    @property
    def bears(self) -> bool:
        """Whether any interest can arise."""
        return self.begins is not Begins.NEVER and any(rate.yearly for rate in self.every_rate)

    @property
    def every_rate(self) -> tuple[Rate, ...]:
        """The rates by law and those of judgments."""
        return (*self.rates, *(one.rate for one in self.judgments))

    @property
    def courses(self) -> tuple[tuple[Rate, ...], ...]:
        """The rates that run side by side, each on its own principal: the law's, or one of each judgment."""
        return tuple((one.rate,) for one in self.judgments) or (self.rates,)

    def steps_on(self, day: date) -> tuple[tuple[str, str], ...]:
        """To what a payment collected on a day goes."""
        return self.applied[max(0, bisect_right(self.starts, day) - 1)].steps

    def sentence(self) -> str:
        """The interest in one sentence, as every account prints it."""
        if not self.bears:
            return f"No interest runs on this account under the law of {self.state}."
        if self.judgments:
            runs = "; ".join(_awarded(one) for one in self.judgments)
        else:
            rates = "; ".join(f"{percent(rate.yearly)} a year{_since(rate)}" for rate in self.rates)
            runs = f"{rates}, from the {self.begins}"
        cites = "; ".join(dict.fromkeys(rate.cite for rate in self.every_rate))
        never_twice = " No support bears the interest of two judgments." if len(self.judgments) > 1 else ""
        said = f"Simple interest by the law of {self.state}: {runs}, {self.day_count.words} ({cites})."
        return f"{said}{never_twice}"


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
    return Terms(law.state, _applied(law), begins, rates, day_count, kinds=_kinds(law))


def with_judgment(
    terms: Terms, on: date, *, yearly: Decimal, runs_from: date, cite: Cite, principal: Money | None = None
) -> Terms:
    """The same terms with one judgment more: its interest on the support due by ``on``, from ``runs_from``."""
    judged = Judgment(on, Rate(yearly, runs_from, None, cite), principal)
    judgments = tuple(sorted((*terms.judgments, judged), key=lambda one: one.place))
    return replace(terms, begins=Begins.JUDGMENT, rates=(), judgments=judgments)


def _kinds(law: MoneyLaw) -> tuple[str, ...]:
    return tuple(max(law.kinds, key=lambda row: row.in_force_from).order)


def _applied(law: MoneyLaw) -> tuple[Applied, ...]:
    return tuple(
        Applied(tuple(_step(step) for step in row.steps), row.in_force_from, row.cite)
        for row in sorted(law.application, key=lambda row: row.in_force_from)
    )


def _step(written: str) -> tuple[str, str]:
    what, _, payee = written.partition(" ")
    return what, payee


def _awarded(one: Judgment) -> str:
    named = f"{one.principal} of " if one.principal else ""
    since = f"{percent(one.rate.yearly)} a year, from {one.rate.first:%B %-d, %Y}"
    return f"{since} on {named}what was due by the judgment of {one.on:%B %-d, %Y}"


def percent(rate: Decimal) -> str:
    """A share as it is printed."""
    return f"{(rate * 100).normalize():f} percent"


def _since(rate: Rate) -> str:
    return f" until {rate.last:%B %-d, %Y}" if rate.last else ""

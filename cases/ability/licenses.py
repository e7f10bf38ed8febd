"""When a court may revoke licenses for unpaid support in North Carolina, and what keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kernel.cite import Cite
from kernel.money import ZERO, Money
from kernel.period import Unit
from law.counting import months_on
from law.figure import Figure, figure, figures_of
from law.rows import NoRuleInForce
from law.rule import Rule
from law.states import law_of

MONTH, NINETY_DAYS = "nc.license.month-delinquent", "nc.license.ninety-days"
COUNTED = "nc.license.contempt-counted"


@dataclass(frozen=True, slots=True)
class LicenseTest:
    """One test, whether it is met, in words, and where it is written."""

    what: str
    met: bool
    because: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Delinquency:
    """What is overdue on a day: how much, since when, beside how much support a month, and when contempt was found."""

    overdue: Money
    since: date | None
    monthly: Money
    contempts_found: tuple[date, ...] = ()


def license_tests(of: Delinquency, *, as_of: date) -> tuple[LicenseTest, ...]:
    """The tests of one month, of ninety days and of the third contempt. Raises NoRuleInForce."""
    law = law_of("NC")
    month, ninety = law.rule(MONTH, as_of), law.rule(NINETY_DAYS, as_of)
    return (_one_month(of, month), _ninety_days(of, ninety, as_of), _third_contempt(of, as_of))


def initial_payment(overdue: Money, *, on: date) -> Money:
    """What an obligor first pays to keep a license: a part of the delinquency or a fixed amount, whichever is less."""
    rows = figures_of("nc")
    part = overdue.times(figure(rows, "nc.license.initial-payment-part", on).decimal / 100)
    most = Money(int(figure(rows, "nc.license.initial-payment-most", on).exact * 100))
    return max(ZERO, min(part, most))


def _one_month(of: Delinquency, rule: Rule) -> LicenseTest:
    needed = Money(of.monthly.cents * rule.length.count)
    met = of.overdue >= needed > ZERO
    return LicenseTest(
        f"Delinquent by support for {rule.length}, willfully", met, f"{of.overdue} against {needed}", rule.cite
    )


def _ninety_days(of: Delinquency, rule: Rule, as_of: date) -> LicenseTest:
    if of.since is None or of.overdue <= ZERO:
        return LicenseTest(f"In arrears for {rule.length}", False, "nothing is overdue", rule.cite)
    days = (as_of - of.since).days
    return LicenseTest(f"In arrears for {rule.length}", as_of >= _after(of.since, rule), f"for {days} days", rule.cite)


def _third_contempt(of: Delinquency, as_of: date) -> LicenseTest:
    rows = figures_of("nc")
    row, before = figure(rows, "nc.license.contempts", as_of), [day for day in of.contempts_found if day <= as_of]
    counted = sum(_counts(rows, day) for day in before)
    number, left_out = counted + 1, len(before) - counted
    because = f"this would be the {_ordinal(number)} finding of contempt"
    if left_out:
        since = min(one.in_force_from for one in rows if one.id == COUNTED)
        because += f", without {left_out} found before {since:%B %-d, %Y}"
    return LicenseTest(
        "Licenses must be revoked with this finding of contempt", number >= row.decimal, because, row.cite
    )


def _ordinal(number: int) -> str:
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _counts(rows: Sequence[Figure], found_on: date) -> int:
    """How often a finding counts: once from the day of its row on, and an older one not at all."""
    try:
        return figure(rows, COUNTED, found_on).count
    except NoRuleInForce:
        return 0


def _after(since: date, rule: Rule) -> date:
    length = rule.length
    return months_on(since, length.count) if length.unit is Unit.MONTH else since + timedelta(days=length.count)

"""Times for which no support falls due, or a portion of it does not."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.obligation import next_month
from kernel.money import Money
from law.money import MoneyLaw, SuspensionRule

ONE_DAY = timedelta(days=1)
BY_LAW = "operation of law"
CUSTODY = "incarceration"


@dataclass(frozen=True, slots=True)
class Suspension:
    """No support of a child falls due from ``since`` to ``until``, both included; ``proof`` shows it. Unproven, none.

    With a ``portion`` only so much of each instalment of child support does not (G.S. 50-13.10(d): "the relevant
    portion"); a portion is a figure of the order and never reckoned here. ``of`` numbers the children whose it is.
    """

    since: date
    until: date | None
    cause: str
    proof: str
    portion: Money | None = None
    of: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[date, date, str, str, int, tuple[str, ...]]:
        """Where it stands among others: what has not ended comes after what has."""
        cents = self.portion.cents if self.portion else 0
        return self.since, self.until or date.max, self.cause, self.proof, cents, self.of

    @property
    def words(self) -> str:
        """Why it is suspended and how much of it."""
        return f"{self.cause}, {self.portion} of each instalment" if self.portion else self.cause

    def covers(self, day: date) -> bool:
        """Whether it is proven and a day lies in it."""
        return bool(self.proof) and self.holds(day)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it, proven or not."""
        return self.since <= day and (self.until is None or day <= self.until)


def suspended(
    law: MoneyLaw,
    cause: str,
    *,
    began_on: date,
    ended_on: date | None,
    proof: str,
    found_on: date | None = None,
    portion: Money | None = None,
    of: tuple[str, ...] = (),
) -> Suspension | None:
    """The time for which a cause suspends support, or None where it does not reach that far.

    A cause that needs a court's finding suspends nothing before it is found. One from before the rows of the law
    suspends what falls due from their first day on. The row of its last day tells when support runs again. Raises
    NoRuleInForce.
    """
    judged_on = first_judged(law, cause, began_on=began_on, ended_on=ended_on)
    rule = law.suspension_rule(cause, judged_on)
    if rule.by != BY_LAW and found_on is None:
        return None
    if ended_on is not None and (ended_on - began_on).days + 1 <= rule.longer_than_days:
        return None
    since = max(judged_on, _first_day(rule, began_on))
    until = _last_day(law.suspension_rule(cause, ended_on), ended_on) if ended_on else None
    return Suspension(since, until, cause, proof, portion, of) if until is None or since <= until else None


def first_judged(law: MoneyLaw, cause: str, *, began_on: date, ended_on: date | None) -> date:
    """The first day of a cause for which the law has a row; its own first day where it has none for any."""
    rows = min((row.in_force_from for row in law.suspension if row.id == cause), default=began_on)
    return max(began_on, rows) if ended_on is None or rows <= ended_on else began_on


def _first_day(rule: SuspensionRule, began_on: date) -> date:
    if rule.from_full_month and began_on.day != 1:
        return next_month(began_on.replace(day=1))
    return began_on


def _last_day(rule: SuspensionRule, ended_on: date) -> date:
    if not rule.resumes_in_month:
        return ended_on
    resumes = ended_on.replace(day=1)
    for _ in range(rule.resumes_in_month):
        resumes = next_month(resumes)
    return resumes - ONE_DAY

"""Which instalments are beyond any modification, and how far back a motion can reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.obligation import Charge
from kernel.cite import Cite
from law.money import MoneyLaw

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reach:
    """From which due day a motion can change support; None where notice that the law demands was not yet given."""

    earliest: date | None
    why: str
    cite: Cite

    def covers(self, charge: Charge) -> bool:
        """Whether the motion can still change an instalment. One that it cannot has vested once it is due."""
        return self.earliest is not None and charge.due_on >= self.earliest


def reach(law: MoneyLaw, *, filed_on: date, noticed_on: date | None) -> Reach:
    """How far back a motion filed on a day can reach. Raises NoRuleInForce.

    North Carolina: written motion filed and due notice given before the payment was due; California: not before the
    filing.
    """
    rule = law.vesting_rule(filed_on)
    if rule.needs_notice and noticed_on is None:
        return Reach(None, "due notice of the motion has not been given, so every instalment vests as it falls due",
                     rule.cite)  # fmt: skip
    if rule.needs_notice and noticed_on is not None:
        counted, what = max(filed_on, noticed_on), "the motion was filed and noticed"
    else:
        counted, what = filed_on, "the motion was filed"
    first = counted if rule.includes_the_day else counted + ONE_DAY
    side = "on or after" if rule.includes_the_day else "after"
    return Reach(first, f"support that falls due {side} {counted:%B %-d, %Y}, when {what}", rule.cite)


def vested(charges: Iterable[Charge], as_of: date, by: Reach | None = None) -> list[Charge]:
    """The instalments due by a day that no motion can change any more."""
    return [charge for charge in charges if charge.due_on <= as_of and not (by is not None and by.covers(charge))]

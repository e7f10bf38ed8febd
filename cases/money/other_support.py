"""Support beside the child's, as people entered it: spousal and medical support, and when it falls due."""

from collections.abc import Iterable, Iterator
from datetime import date

from cases.ledger import Frequency, Kind, Obligation
from cases.ledger.obligation import last_day
from cases.money.tables import ObligationEntry
from law.money import MoneyLaw

KINDS = (Kind.SPOUSAL, Kind.MEDICAL)


def other_obligations(entries: Iterable[ObligationEntry], law: MoneyLaw) -> tuple[Obligation, ...]:
    """What each makes fall due until it ends or a later one of its kind takes effect. Raises NoRuleInForce."""
    return tuple(_obligation(one, last, law) for one, last in lasting(entries))


def lasting(entries: Iterable[ObligationEntry]) -> Iterator[tuple[ObligationEntry, date | None]]:
    """The entries of each kind as they follow each other, each with its last day, if it has one."""
    in_turn = sorted(entries, key=lambda one: (one.support, one.effective_on))
    for one, later in zip(in_turn, [*in_turn[1:], None], strict=False):
        followed_on = later.effective_on if later and later.support == one.support else None
        yield one, last_day(one.ended_on, followed_on)


def falls_due(one: ObligationEntry, law: MoneyLaw) -> str:
    """On which days it falls due, in words. Raises NoRuleInForce."""
    if one.frequency == Frequency.MONTHLY:
        if one.support == Kind.SPOUSAL:
            return "on the day of the month of its first day"
        return "on the first of each month"
    if law.by_the_month(one.frequency, one.effective_on):
        return f"as {law.monthly(one.amount, one.frequency, one.effective_on)} on the first of each month"
    return "on its own days, counted from its first"


def _obligation(one: ObligationEntry, last: date | None, law: MoneyLaw) -> Obligation:
    """G.S. 50-13.4(c) has the support of a child due on the first; spousal support is due as its order says."""
    frequency, kind = Frequency(one.frequency), Kind(one.support)
    monthly = frequency is not Frequency.MONTHLY and law.by_the_month(frequency, one.effective_on)
    return Obligation(
        law.monthly(one.amount, frequency, one.effective_on) if monthly else one.amount,
        one.effective_on,
        last,
        kind,
        Frequency.MONTHLY if monthly else frequency,
        one.effective_on.day if kind is Kind.SPOUSAL and frequency is Frequency.MONTHLY else 1,
    )

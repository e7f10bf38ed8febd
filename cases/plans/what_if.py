"""What an order or a plan would do before it is made: the debt and the day on which it is paid, with it and without."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from cases.ledger import Frequency, Kind, Ledger, Obligation
from cases.ledger.many_days import balances_on
from cases.plans.assuming import ALL, Pays, assumed
from cases.plans.errors import NothingProposed
from cases.plans.facts import Basis, Covers, Plan
from cases.plans.projecting import PayOff, paid_off, with_assumed
from kernel.money import ZERO, Money
from law.counting import months_on

ONE_DAY = timedelta(days=1)
LOOKS = (6, 12, 24, 36, 60)
"""Months ahead for which the debt is told."""
CHILDS = frozenset({Kind.CHILD})
ENDS_WITH_THE_CHILD = CHILDS | {Kind.MEDICAL}
"""What is paid for the same children, so that it ends with them. Spousal support does not."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is being thought of. Nothing in it is on record.

    ``support`` is a new monthly amount from ``support_from``; ``instalment`` money toward arrears a month from
    ``instalment_from``, in place of what is paid toward them now. ``support_ends_on`` is when support is expected to
    end, with the proposal and without.
    """

    support: Money | None = None
    support_from: date | None = None
    instalment: Money | None = None
    instalment_from: date | None = None
    first_payment: Money = ZERO
    frequency: Frequency = Frequency.MONTHLY
    support_ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What is owed at the end of a day, support and interest."""

    on: date
    owed: Money
    interest: Money


@dataclass(frozen=True, slots=True)
class Outlook:
    """What lies ahead: the debt on some days and month by month from today on, and when it is paid off."""

    ahead: tuple[Looked, ...]
    months: tuple[Looked, ...]
    pay_off: PayOff


@dataclass(frozen=True, slots=True)
class Effect:
    """What a proposal changes. ``warnings`` are sentences that whoever proposes it must know."""

    proposal: Proposal
    pays: Pays
    as_of: date
    without: Outlook
    given: Outlook
    warnings: tuple[str, ...]

    @property
    def months_sooner(self) -> int | None:
        """By how many months the debt is paid sooner, negative for later; None where one side never ends."""
        before, after = self.without.pay_off.months, self.given.pay_off.months
        return before - after if before is not None and after is not None else None


def what_if(
    ledger: Ledger, proposal: Proposal, as_of: date, *, plan: Plan | None, pays: Pays = Pays.ORDERED,
    carried_on: Decimal = ALL,
) -> Effect:  # fmt: skip
    """The effect of a proposal on the debt of a case. ``plan`` is the plan that stands. Raises NothingProposed.

    ``carried_on`` is the part of the support that goes on being paid when it has ended, toward the arrears.
    """
    if proposal.support is None and proposal.instalment is None:
        raise NothingProposed()
    ends = ending(ledger, proposal.support_ends_on)
    given = ordered(ends, proposal.support, proposal.support_from or as_of, proposal.support_ends_on)
    new = plan if proposal.instalment is None else _plan(proposal, as_of)
    return Effect(
        proposal,
        pays,
        as_of,
        _outlook(ends, plan, as_of, pays, carried_on),
        _outlook(given, new, as_of, pays, carried_on),
        tuple(_warnings(ledger, proposal, as_of)),
    )


def ending(ledger: Ledger, on: date | None) -> Ledger:
    """The ledger in which support and medical support of the child fall due for the last time by a day."""
    if on is None:
        return ledger
    return replace(ledger, obligations=tuple(_until(one, on, ENDS_WITH_THE_CHILD) for one in ledger.obligations))


def ordered(ledger: Ledger, support: Money | None, since: date, until: date | None) -> Ledger:
    """The ledger in which support for the child is another monthly amount from a day on.

    Without a day told it ends when the support that it replaces would have.
    """
    if support is None:
        return ledger
    until = until or _last_day(ledger, since)
    before = tuple(_until(one, since - ONE_DAY, CHILDS) for one in ledger.obligations if not _begins(one, since))
    return replace(ledger, obligations=(*before, Obligation(support, since, until)))


def _last_day(ledger: Ledger, since: date) -> date | None:
    """The last day of the support that runs after a day; None where it has no end, or none runs."""
    days = [one.until for one in ledger.obligations if one.kind is Kind.CHILD]
    known = [day for day in days if day]
    return max((day for day in known if day >= since), default=None) if len(known) == len(days) else None


def _begins(one: Obligation, since: date) -> bool:
    return one.kind is Kind.CHILD and one.effective_on >= since


def _until(one: Obligation, day: date, kinds: Collection[Kind]) -> Obligation:
    if one.kind not in kinds or (one.until is not None and one.until <= day):
        return one
    return replace(one, until=day)


def _plan(proposal: Proposal, as_of: date) -> Plan | None:
    if proposal.instalment is None or proposal.instalment <= ZERO:
        return None
    first = proposal.instalment_from or months_on(as_of.replace(day=1), 1)
    made_on = min(first, as_of + ONE_DAY)
    return Plan(
        Basis.AGREEMENT, "what if", made_on, first, proposal.instalment, proposal.frequency, Covers.ARREARS,
        proposal.first_payment,
    )  # fmt: skip


def _outlook(ledger: Ledger, plan: Plan | None, as_of: date, pays: Pays, carried_on: Decimal) -> Outlook:
    payments = tuple(assumed(pays, ledger, plan, as_of, carried_on=carried_on))
    pay_off = paid_off(ledger, payments, as_of)
    months = _looks(with_assumed(ledger, payments, as_of), as_of, pay_off)
    return Outlook(tuple(months[ahead] for ahead in (0, *LOOKS)), months, pay_off)


def _looks(ledger: Ledger, as_of: date, pay_off: PayOff) -> tuple[Looked, ...]:
    """Once the debt is paid nothing more than the support of each month is, so nothing is owed then."""
    days = [months_on(as_of, months) for months in range(max(LOOKS) + 1)]
    balances = balances_on(ledger, days)
    return tuple(
        Looked(day, ZERO, ZERO)
        if pay_off.on and pay_off.on <= day
        else Looked(day, balances[day].total, balances[day].interest)
        for day in days
    )


def _warnings(ledger: Ledger, proposal: Proposal, as_of: date) -> list[str]:
    found = []
    if proposal.support is not None and proposal.support_from and proposal.support_from <= as_of:
        since = f"The new amount would reach back to {proposal.support_from:%B %-d, %Y}"
        found.append(
            f"{since}; support that fell due before the motion was filed (and noticed, where the law asks it) stands."
        )
    if proposal.support is None and proposal.support_from:
        found.append("A day without a new amount of support changes nothing.")
    if proposal.support is not None:
        changes = _changes_after(ledger, proposal.support_from or as_of)
        days = " and ".join(f"{day:%B %-d, %Y}" for day in changes)
        if days:
            found.append(f"What is on file changes the support on {days}; the new amount is taken to stand past that.")
    return found


def _changes_after(ledger: Ledger, since: date) -> list[date]:
    """The days after one on which the support of a child is another amount by what is on file."""
    support = [one for one in ledger.obligations if one.kind is Kind.CHILD]
    days = {one.effective_on for one in support}
    days |= {step.on for one in support for step in one.steps if one.until is None or step.on <= one.until}
    return sorted(day for day in days if day > since)

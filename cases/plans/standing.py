"""How a plan stands on a day: each instalment on time, late, partial, missed, or withheld and not sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from cases.ledger import Ledger
from cases.ledger.many_days import balances_on
from cases.plans.applied import collected
from cases.plans.facts import Covers, Instalment, Plan, Standing, State
from cases.plans.settling import Settled, settle
from cases.plans.terms import counted_from
from cases.plans.withheld import Sent, Withholding, as_if_sent
from kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One instalment as it stands. ``enough_on`` is the day on which enough of it had come in.

    ``withheld`` is what would have paid more of it had the employer sent it.
    """

    instalment: Instalment
    state: State
    paid: Money
    enough_on: date | None
    withheld: Money
    parts: tuple[tuple[date, str, Money], ...]

    @property
    def unpaid(self) -> Money:
        """What is not paid of it."""
        return self.instalment.amount - self.paid

    @property
    def days_late(self) -> int:
        """How many days after its day enough had come in; 0 where it came in time or not at all."""
        return max(0, (self.enough_on - self.instalment.due_on).days) if self.enough_on else 0


@dataclass(frozen=True)
class PlanStanding:
    """A plan on a day, with every instalment due by then, those paid ahead, and the next one.

    ``owed`` is what the plan is to pay off; ``over`` money that no instalment needed; ``after`` the day up to which
    nothing is looked at, because the ledger starts with a balance at its end.
    """

    plan: Plan
    as_of: date
    lines: tuple[PlanLine, ...]
    owed: Money
    over: Money
    withholdings: tuple[Withholding, ...]
    after: date | None = None

    @cached_property
    def failed(self) -> tuple[PlanLine, ...]:
        """The instalments that the obligor did not keep, the oldest first."""
        return tuple(line for line in self.lines if line.state.failed)

    @property
    def behind(self) -> Money:
        """What is unpaid of instalments that failed."""
        return total(line.unpaid for line in self.failed)

    @property
    def days_behind(self) -> int:
        """For how many days the oldest failed instalment has been unpaid."""
        return (self.as_of - self.failed[0].instalment.due_on).days if self.failed else 0

    @property
    def failures_in_a_row(self) -> int:
        """How many of the newest instalments failed one after the other."""
        ended = [line for line in self.lines if line.state is not State.OPEN and line.instalment.due_on <= self.as_of]
        count = 0
        for line in reversed(ended):
            if not line.state.failed:
                break
            count += 1
        return count

    @property
    def standing(self) -> Standing:
        """How the whole plan stands."""
        if self.plan.ended_on and self.plan.ended_on <= self.as_of:
            return Standing.ENDED
        if self.owed <= ZERO:
            return Standing.PAID_OFF
        if not self.lines or self.lines[0].instalment.due_on > self.as_of:
            return Standing.NOT_BEGUN
        if self.failures_in_a_row >= self.plan.tolerance.failures:
            return Standing.BROKEN
        return Standing.BEHIND if self.failed else Standing.KEPT


def plan_standing(
    plan: Plan, ledger: Ledger, as_of: date, *, withholdings: Sequence[Withholding] = ()
) -> PlanStanding:
    """How a plan stands at the end of a day by what is known on it; nothing is looked at from before the ledger."""
    after = counted_from(plan, ledger)
    found = settle(plan, collected(plan, ledger, as_of), as_of, after=after)
    as_if = _paid_as_if_sent(plan, ledger, as_of, withholdings)
    past = (end for one in found.settled if (end := _ends_on(plan, one.instalment)) < as_of)
    owed = _owed_on(plan.covers, ledger, (*past, as_of))
    lines = tuple(_line(plan, one, as_if.get(one.instalment), as_of, owed) for one in found.settled)
    return PlanStanding(plan, as_of, lines, owed[as_of], Money(found.over), tuple(withholdings), after)


def _paid_as_if_sent(
    plan: Plan, ledger: Ledger, as_of: date, withholdings: Iterable[Withholding]
) -> dict[Instalment, Money]:
    """What would be paid of each instalment had employers sent what they withheld."""
    unsent = [one for one in withholdings if one.sent is Sent.NO]
    if not unsent:
        return {}
    money = collected(plan, as_if_sent(ledger, unsent), as_of)
    return {one.instalment: one.paid for one in settle(plan, money, as_of, after=counted_from(plan, ledger)).settled}


def _line(plan: Plan, one: Settled, as_if: Money | None, as_of: date, owed: Mapping[date, Money]) -> PlanLine:
    withheld = max(ZERO, as_if - one.paid) if as_if else ZERO
    enough_on = _enough_on(plan, one)
    state = _state(plan, one, enough_on, one.paid + withheld, as_of, owed)
    parts = tuple((on, reference, Money(cents)) for on, reference, cents in one.parts)
    return PlanLine(one.instalment, state, one.paid, enough_on, withheld, parts)


def _state(
    plan: Plan, one: Settled, enough_on: date | None, with_withheld: Money, as_of: date, owed: Mapping[date, Money]
) -> State:
    ends_on = _ends_on(plan, one.instalment)
    if enough_on:
        return State.KEPT if enough_on <= ends_on else State.LATE
    if as_of <= ends_on:
        return State.OPEN
    if plan.tolerance.is_enough(with_withheld, one.instalment.amount):
        return State.WITHHELD
    if owed[ends_on] <= ZERO:
        return State.CLEARED
    return State.PARTIAL if one.paid > ZERO else State.MISSED


def _enough_on(plan: Plan, one: Settled) -> date | None:
    """The day of the payment with which the instalment was kept."""
    paid = ZERO
    for on, _, cents in sorted(one.parts):
        paid = paid + Money(cents)
        if plan.tolerance.is_enough(paid, one.instalment.amount):
            return on
    return None


def _ends_on(plan: Plan, one: Instalment) -> date:
    """The last day on which an instalment is on time."""
    return one.due_on + timedelta(days=plan.tolerance.days)


def _owed_on(covers: Covers, ledger: Ledger, days: Iterable[date]) -> dict[date, Money]:
    """What a plan is to pay off at the end of each day: older support and interest, or all that is owed."""
    found = balances_on(ledger, days)
    older = {day: one.family + one.assigned + one.other_state + one.interest for day, one in found.items()}
    return {day: older[day] + one.current if covers is Covers.EVERYTHING else older[day] for day, one in found.items()}

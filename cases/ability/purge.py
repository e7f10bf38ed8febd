"""A purge that can be paid on its day: without evidence of that none is proposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernel.money import ZERO, Money, total
from kernel.refusals import Refused


@dataclass(frozen=True, slots=True)
class Funds:
    """Money that the obligor will have: what it is, how much, from which day, and how and when that was found out."""

    what: str
    amount: Money
    available_on: date
    shown_by: str
    seen_on: date

    def __str__(self) -> str:
        return f"{self.what}: {self.amount}, shown by {self.shown_by} on {self.seen_on:%B %-d, %Y}"


@dataclass(eq=False)
class NoFundsShown(Refused):
    pay_on: date

    def __str__(self) -> str:
        return (
            f"Nothing shows that the obligor will have any money on {self.pay_on:%B %-d, %Y}; a purge needs evidence "
            "that it can be paid (N.C. Gen. Stat. §§ 5A-22(a), 5A-23(e))."
        )


@dataclass(eq=False)
class PurgeBeyondMeans(Refused):
    amount: Money
    means: Money
    pay_on: date

    def __str__(self) -> str:
        return (
            f"The purge of {self.amount} is more than the {self.means} that the evidence leaves after basic needs on "
            f"{self.pay_on:%B %-d, %Y}."
        )


@dataclass(eq=False)
class NoPurge(Refused):
    def __str__(self) -> str:
        return "A purge is an amount above nothing."


@dataclass(frozen=True, slots=True)
class PurgeProposal:
    """An amount, the day to pay it, the funds that show it can be paid then, and the needs that come before it."""

    amount: Money
    pay_on: date
    funds: tuple[Funds, ...]
    needs_first: Money

    @property
    def means(self) -> Money:
        """What is there on the day after basic needs."""
        return total(one.amount for one in self.funds) - self.needs_first

    @property
    def evidence(self) -> str:
        """The funds in one sentence, as the sheet and the testimony say it."""
        each = "; ".join(str(one) for one in self.funds)
        needs = f", less {self.needs_first} for basic needs until then" if self.needs_first > ZERO else ""
        return f"{each}{needs}."


def purge_proposal(amount: Money, pay_on: date, funds: Iterable[Funds], *, needs_first: Money = ZERO) -> PurgeProposal:
    """A purge with its evidence. Funds that come later, or were seen only after the day, show nothing.

    Raises NoPurge, NoFundsShown or PurgeBeyondMeans.
    """
    if amount <= ZERO:
        raise NoPurge()
    shown = tuple(one for one in funds if one.available_on <= pay_on and one.seen_on <= pay_on and one.amount > ZERO)
    if not shown:
        raise NoFundsShown(pay_on)
    found = PurgeProposal(amount, pay_on, shown, needs_first)
    if found.amount > found.means:
        raise PurgeBeyondMeans(amount, max(ZERO, found.means), pay_on)
    return found

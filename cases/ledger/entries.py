"""What stands in a ledger beside the obligations: opening balance, money, credits, fees, adjustments."""

from dataclasses import dataclass
from datetime import date

from cases.ledger.kinds import Payee
from kernel.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Opening:
    """The balance at the end of a day, from which the ledger starts. ``amount`` is all support, whoever is owed it."""

    on: date
    amount: Money
    assigned: Money = ZERO
    other_state: Money = ZERO
    interest: Money = ZERO
    fees: Money = ZERO

    @property
    def family(self) -> Money:
        """What of it is owed to the family."""
        return self.amount - self.assigned - self.other_state


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Money collected on a day; a reversal is negative and names the receipt that it takes back."""

    collected_on: date
    receipt_no: str
    amount: Money
    reverses: str | None = None

    @property
    def place(self) -> tuple[date, str, int, str]:
        """Where it stands among others, whatever the order in which they were imported."""
        return self.collected_on, self.receipt_no, self.amount.cents, self.reverses or ""


@dataclass(frozen=True, slots=True, order=True)
class DirectPayment:
    """Money paid straight to the obligee. It counts with a proof that the state's rows accept, or once found."""

    paid_on: date
    amount: Money
    proof: str = ""
    found_on: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """A credit that only a court can give; it takes effect on ``on`` and counts from the day on which it is found."""

    on: date
    amount: Money
    why: str
    found_on: date | None = None
    finding: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Adjustment:
    """A correction of what is owed to one payee, up or down, with its author and reason."""

    on: date
    amount: Money
    author: str
    reason: str
    payee: Payee = Payee.FAMILY
    of_interest: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Fee:
    """A fee, or a fee paid or waived as a negative amount. Fees stand beside the support and take no payment of it."""

    on: date
    amount: Money
    why: str


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """A time on assistance: support that falls due in it is assigned. ``until`` is its last day."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, order=True)
class Split:
    """How the state divides the debt between family and itself on a day; the whole does not change by it."""

    on: date
    assigned: Money
    by: str

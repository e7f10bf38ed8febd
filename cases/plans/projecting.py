"""When a debt will be paid off, if everything is paid as assumed from tomorrow on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.ledger import Entry, Ledger
from cases.ledger.playing import INTEREST, Account, Happened, What
from cases.ledger.standing import Event
from cases.plans.falling_due import HORIZON
from kernel.money import ZERO, Money
from law.counting import months_on

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PayOff:
    """When nothing is owed any more: ``on`` is None where that does not come within the horizon, and so is the rest.

    ``interest`` is what accrues until then, ``paid`` what is paid until then, current support included.
    """

    as_of: date
    owed: Money
    on: date | None = None
    interest: Money | None = None
    paid: Money | None = None

    @property
    def months(self) -> int | None:
        """How many months it takes, a part of one counted whole."""
        if self.on is None:
            return None
        apart = (self.on.year - self.as_of.year) * 12 + self.on.month - self.as_of.month
        return apart + (self.on.day > self.as_of.day)


def horizon(as_of: date) -> date:
    """The last day that is looked at."""
    return months_on(as_of, HORIZON)


def paid_off(ledger: Ledger, assumed: Iterable[Entry], as_of: date) -> PayOff:
    """The first day after ``as_of`` at whose end neither support nor interest is owed, with the assumed payments."""
    owed = ledger.balance(as_of).total
    if owed <= ZERO:
        return PayOff(as_of, owed, as_of, ZERO, ZERO)
    watch, last = _Watch(as_of), horizon(as_of)
    future = with_assumed(ledger, assumed, as_of)
    Account(ledger.terms, watch.see).play(_until(watch, future.events(last, known_on=last)), last)
    return PayOff(as_of, owed, watch.on, Money(watch.interest), Money(watch.paid)) if watch.on else PayOff(as_of, owed)


def with_assumed(ledger: Ledger, assumed: Iterable[Entry], as_of: date) -> Ledger:
    """The ledger with payments that are only assumed; none of them lies before tomorrow."""
    more = tuple(entry for entry in assumed if entry.collected_on > as_of and entry.amount > ZERO)
    return replace(ledger, entries=(*ledger.entries, *more))


class _Watch:
    """Sees an account being played, and the first day after ``as_of`` on which a payment leaves nothing owed."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.on: date | None = None
        self.interest = 0
        self.paid = 0

    def see(self, account: Account, happened: Happened) -> None:
        if self.on is not None or happened.on <= self.as_of:
            return
        if happened.what is What.INTEREST:
            self.interest += sum(cents for bucket, cents in happened.changed if bucket == INTEREST)
        if happened.what is What.PAYMENT and happened.event:
            self.paid += happened.event.cents
            balance = account.balance(happened.on)
            if balance.total <= ZERO:
                self.on = happened.on
                self.paid -= balance.ahead.cents


def _until(watch: _Watch, events: Iterable[Event]) -> Iterator[Event]:
    for event in events:
        if watch.on is not None:
            return
        yield event

"""One account, played through day by day in the order of the law. The one place where money is applied."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cases.ledger.balance import Balance
from cases.ledger.debts import Debt, Debts, Part
from cases.ledger.interest import in_cents, meters
from cases.ledger.kinds import PAYEES, Kind, Payee
from cases.ledger.standing import Event, Rank
from cases.ledger.terms import Begins, Terms
from kernel.money import Money

ONE_DAY = timedelta(days=1)
CURRENT, PRINCIPAL, INTEREST, FEES, AHEAD = "current", "principal", "interest", "fees", "ahead"


class What(StrEnum):
    """What a step of an account is."""

    OPENING = "opening balance"
    CHARGE = "charge"
    DEBT = "owed again"
    MONTH_ENDS = "month ends"
    INTEREST = "interest"
    JUDGMENT = "judgment"
    ADJUSTMENT = "adjustment"
    CREDIT = "credit"
    DIRECT = "direct payment"
    PAYMENT = "payment"
    AHEAD = "money ahead applied"
    FEE = "fee"
    SPLIT = "split"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Happened:
    """One step of an account: the day, what it was, by how many cents it changed which bucket, and what it paid."""

    on: date
    what: What
    event: Event | None
    changed: tuple[tuple[str, int], ...]
    paid: tuple[Part, ...] = ()
    words: str = ""


Tell = Callable[["Account", Happened], None]


class Account:
    """The unpaid instalments of a ledger, its interest, its fees, and money that waits for support to fall due."""

    def __init__(self, terms: Terms, tell: Tell | None = None) -> None:
        self._paid: list[Part] = []
        self.debts = Debts(terms.kinds, len(terms.courses), self._paid if tell else None)
        self.ahead = 0
        self._coming = 0
        self._terms = terms
        self._parts = {str(payee): 0 for payee in PAYEES}
        self._settled = {str(payee): 0 for payee in PAYEES}
        self._fees = 0
        self._day: date | None = None
        self._owing: date | None = None
        self._meters = meters(terms) if terms.bears else ()
        self._judged = 0
        self._tell = tell

    def play(self, events: Iterable[Event], as_of: date) -> None:
        """Everything that happens by the end of a day. Events come in their order."""
        for event in events:
            self._day = self._day or event.on
            if self._owing and (event.rank > Rank.DEBT or event.on > self._owing):
                self._settle()
            self._come_to(event.on)
            _DOES[event.rank](self, event)
        self._settle()
        if self._day is not None:
            self._end_months(as_of)
            self._accrue_before(as_of + ONE_DAY)

    def balance(self, as_of: date) -> Balance:
        """The account as it stands."""
        return Balance(
            as_of,
            Money(sum(debt.left for debt in self.debts.current)),
            Money(self.debts.principal[Payee.FAMILY]),
            Money(self.debts.principal[Payee.ASSIGNED]),
            Money(self.debts.principal[Payee.OTHER_STATE]),
            Money(self.interest()),
            Money(self._fees),
            Money(self.ahead),
        )

    def interest(self) -> int:
        """All interest that accrued and is not paid, in cents."""
        return sum(self._interest_of(payee) for payee in self._parts)

    def _interest_of(self, payee: str) -> int:
        return in_cents(self._parts[payee]) - self._settled[payee]

    def _come_to(self, day: date) -> None:
        self._end_months(day)
        self._accrue_before(day)

    def _end_months(self, day: date) -> None:
        """Lets the months before a day end: unpaid current support becomes arrears on the first of the next."""
        first = self.debts.month_ends
        if first is not None and first <= day:
            self._accrue_before(first)
            moved = self.debts.end_month(bears=self._terms.begins is Begins.NEXT_MONTH)
            if moved:
                self._told(first, What.MONTH_ENDS, None, [*moved, (CURRENT, -sum(cents for _, cents in moved))])

    def _accrue_before(self, day: date) -> None:
        if self._day is None or self._day >= day:
            return
        for course, meter in enumerate(self._meters):
            if any(self.debts.bearing[course].values()):
                last = day - ONE_DAY
                self._accrue(course, meter.read(last) - meter.read(self._day - ONE_DAY), self._day, last)
        self._day = day

    def _accrue(self, course: int, earned: int, first: date, last: date) -> None:
        before, bearing = self.interest() if self._tell else 0, self.debts.bearing[course]
        for payee, cents in bearing.items():
            self._parts[payee] += cents * earned
        if self._tell and (more := self.interest() - before):
            days = f"for {first:%b %-d, %Y}" if first == last else f"from {first:%b %-d, %Y} to {last:%b %-d, %Y}"
            words = f"On {Money(sum(bearing.values()))} {days}"
            if self._terms.judgments:
                words += f" by the judgment of {self._terms.judgments[course].on:%b %-d, %Y}"
            self._told(last, What.INTEREST, None, [(INTEREST, more)], words)

    def _open(self, event: Event) -> None:
        """The opening balance holds at the end of its day, so that interest runs from the next."""
        self._day = event.on + ONE_DAY
        if event.kind == INTEREST:
            self._settled[event.payee] -= event.cents
            changed = (INTEREST, event.cents)
        elif event.kind == Kind.FEES:
            self._fees += event.cents
            changed = (FEES, event.cents)
        elif event.cents < 0:
            self.ahead -= event.cents
            changed = (AHEAD, -event.cents)
        else:
            changed = self._owe_older(event)
        self._told(event.on, What.OPENING, event, [changed])
        self._owing = event.on

    def _expect(self, event: Event) -> None:
        self._coming = event.cents

    def _charge(self, event: Event) -> None:
        self._coming = max(0, self._coming - event.cents)
        debt = Debt(event.on, event.payee, event.kind, event.cents)
        self.debts.owe_current(debt, bears=self._terms.begins is Begins.DUE_DAY)
        self._told(event.on, What.CHARGE, event, [(CURRENT, event.cents)])
        self._owing = event.on

    def _owe(self, event: Event) -> None:
        self._told(event.on, What.DEBT, event, [self._owe_older(event)])
        self._owing = event.on

    def _owe_older(self, event: Event) -> tuple[str, int]:
        debt = Debt(event.on, event.payee, event.kind, event.cents)
        self.debts.owe_older(debt, bears=self._terms.begins in {Begins.NEXT_MONTH, Begins.DUE_DAY})
        return str(event.payee), event.cents

    def _judge(self, event: Event) -> None:
        course, self._judged = self._judged, self._judged + 1
        judgment = self._terms.judgments[course]
        covered = self.debts.judge(course, judgment.principal.cents if judgment.principal else None)
        self._told(event.on, What.JUDGMENT, event, [], judgment.words(Money(covered)))

    def _pay_in(self, event: Event) -> None:
        changed = self._apply(event.cents, self._terms.steps_on(event.on))
        self._told(event.on, _CALLED[event.rank], event, changed)

    def _relieve(self, event: Event) -> None:
        left, changed = self._reduce(event.cents, ((PRINCIPAL, event.payee), (CURRENT, event.payee)))
        self._told(event.on, What.ADJUSTMENT, event, [*changed, *self._apply(left, self._terms.steps_on(event.on))])

    def _adjust_interest(self, event: Event) -> None:
        self._settled[event.payee] -= event.cents
        self._told(event.on, What.ADJUSTMENT, event, [(INTEREST, event.cents)])
        self._owing = event.on

    def _fee(self, event: Event) -> None:
        self._fees += event.cents
        self._told(event.on, What.FEE, event, [(FEES, event.cents)])

    def _split(self, event: Event) -> None:
        """Gives the assigned bucket what the state says, as far as there is older support to give."""
        current = sum(debt.left for debt in self.debts.current if debt.payee == Payee.ASSIGNED)
        more = event.cents - self.debts.principal[Payee.ASSIGNED] - current
        source, target = (Payee.FAMILY, Payee.ASSIGNED) if more > 0 else (Payee.ASSIGNED, Payee.FAMILY)
        moved = self.debts.hand_over(source, target, abs(more))
        self._told(event.on, What.SPLIT, event, [(str(source), -moved), (str(target), moved)] if moved else [])

    def _settle(self) -> None:
        """Money that waited pays what came up on a day, in the order of the law once all of it has come up."""
        day, self._owing = self._owing, None
        if day and self.ahead:
            waiting, self.ahead = self.ahead, 0
            changed = self._apply(waiting, self._terms.steps_on(day))
            if changed != [(AHEAD, waiting)]:
                self._told(day, What.AHEAD, None, [(AHEAD, -waiting), *changed])

    def _apply(self, cents: int, steps: Sequence[tuple[str, str]]) -> list[tuple[str, int]]:
        """Pays the support of the month first; what is still to fall due in it waits for that, what is left goes on."""
        waits = 0
        changed: list[tuple[str, int]] = []
        if self._coming:
            month = [step for step in steps if step[0] == CURRENT]
            cents, changed = self._reduce(cents, month)
            waits = min(cents, max(0, self._coming - self.ahead))
        left, more = self._reduce(cents - waits, steps)
        changed += more
        if left + waits:
            self.ahead += left + waits
            changed.append((AHEAD, left + waits))
        return changed

    def _reduce(self, cents: int, steps: Iterable[tuple[str, str]]) -> tuple[int, list[tuple[str, int]]]:
        """Pays one thing after the other; gives what is left, and what changed."""
        changed = []
        for what, payee in steps:
            if not cents:
                break
            if taken := self._take(what, payee, cents):
                cents -= taken
                changed.append((payee if what == PRINCIPAL else what, -taken))
        return cents, changed

    def _take(self, what: str, payee: str, cents: int) -> int:
        if what == CURRENT:
            return self.debts.take_current(payee, cents)
        if what == PRINCIPAL:
            return self.debts.take_principal(payee, cents)
        taken = max(0, min(cents, self._interest_of(payee)))
        self._settled[payee] += taken
        return taken

    def _turn(self, event: Event) -> None:
        """Nothing changes; that the account came to this day is enough."""

    def _told(
        self, on: date, what: What, event: Event | None, changed: Iterable[tuple[str, int]], words: str = ""
    ) -> None:
        if self._tell:
            self._tell(self, Happened(on, what, event, tuple(changed), tuple(self._paid), words))
            self._paid.clear()


_CALLED = {Rank.CREDIT: What.CREDIT, Rank.DIRECT: What.DIRECT, Rank.PAYMENT: What.PAYMENT}
_DOES: dict[Rank, Callable[[Account, Event], None]] = {
    Rank.TURN: Account._turn,
    Rank.OPENING: Account._open,
    Rank.COMING: Account._expect,
    Rank.CHARGE: Account._charge,
    Rank.DEBT: Account._owe,
    Rank.JUDGMENT: Account._judge,
    Rank.RELIEF: Account._relieve,
    Rank.CREDIT: Account._pay_in,
    Rank.DIRECT: Account._pay_in,
    Rank.PAYMENT: Account._pay_in,
    Rank.INTEREST: Account._adjust_interest,
    Rank.FEE: Account._fee,
    Rank.SPLIT: Account._split,
}

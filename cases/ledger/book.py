"""The ledger of one case: what goes in, and every question about it as of a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby

from cases.ledger.balance import Balance
from cases.ledger.entries import Adjustment, Assignment, Credit, DirectPayment, Entry, Fee, Opening, Split
from cases.ledger.kinds import Kind, Payee
from cases.ledger.obligation import Charge, Obligation, month_end
from cases.ledger.playing import Account
from cases.ledger.standing import Event, Rank, money_in
from cases.ledger.suspension import Suspension
from cases.ledger.terms import Begins, Terms, terms_of
from kernel.money import ZERO, Money, total
from law.money import money_law

OWN_STATE = "NC"
CHARGES_NOTHING = frozenset({Kind.ARREARS, Kind.FEES})
"""What falls due without becoming support: what is paid toward arrears, and fees, which stand beside it."""
SUSPENDED = frozenset({Kind.CHILD, Kind.MEDICAL})
"""Support of a child: of no other do the rows of suspension speak (G.S. 50-13.10(d); Cal. Fam. Code § 4007.5)."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The obligations, opening balance and entries of one case. What the opening balance holds is not counted again."""

    obligations: tuple[Obligation, ...]
    opening: Opening | None
    entries: tuple[Entry, ...]
    suspensions: tuple[Suspension, ...] = ()
    credits: tuple[Credit, ...] = ()
    direct_payments: tuple[DirectPayment, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    fees: tuple[Fee, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    splits: tuple[Split, ...] = ()
    terms: Terms = field(default_factory=lambda: terms_of(OWN_STATE))

    def charges(self, as_of: date) -> list[Charge]:
        """The support that fell due after the opening balance and by ``as_of``, less what is suspended."""
        found = [
            Charge(day, amount, obligation.kind, self._payee(obligation, day), obligation.amount_on(day) - amount)
            for obligation, day, amount in self._due(as_of)
        ]  # fmt: skip
        return sorted(found, key=lambda one: (one.due_on, one.amount.cents, one.kind, one.payee))

    def charged_by_day(self, as_of: date) -> dict[date, int]:
        """The cents of the same charges by due day."""
        sums: dict[date, int] = {}
        for _, day, amount in self._due(as_of):
            sums[day] = sums.get(day, 0) + amount.cents
        return sums

    def arrears(self, as_of: date) -> Money:
        """The support owed at the end of a day, before interest and fees; negative when it is paid ahead."""
        if self.mixes_interest:
            return self.balance(as_of).support
        return Money(sum(cents for _, cents in self.moves(as_of)))

    @property
    def mixes_interest(self) -> bool:
        """Whether money can go to interest, so that what is left of the support depends on the order of things."""
        return self.terms.bears or self._opening_interest or any(one.of_interest for one in self.adjustments)

    def interest_rule(self) -> str:
        """How interest is counted, as every account prints it, and from when a balance carried over bears it.

        Nothing tells how much of a balance within a month fell due in that month, and so would bear none until the
        first of the next (Cal. Fam. Code § 17433.5).
        """
        said, opening = self.terms.sentence(), self.opening
        if not (opening and opening.amount > ZERO and self.terms.bears and self.terms.begins is Begins.NEXT_MONTH):
            return said
        if opening.on == month_end(opening.on):
            return said
        on = f"{opening.on:%B %-d, %Y}"
        return (
            f"{said} All of the balance carried over on {on} bears it from the next day: nothing tells how much of it "
            "fell due in that month."
        )

    def moves(self, as_of: date) -> Iterator[tuple[date, int]]:
        """By how many cents the support owed moves by the end of a day, each with the day from which it counts.

        The sum is what is owed where nothing goes to interest.
        """
        if self.opening and as_of < self.opening.on:
            return
        if self.opening:
            yield self.opening.on, self.opening.amount.cents
        yield from self.charged_by_day(as_of).items()
        after = self._after
        for entry in self.entries:
            if after < entry.collected_on <= as_of:
                yield entry.collected_on, -entry.amount.cents
        for known_on, event, _ in self.corrected(as_of):
            yield known_on, event.cents if event.rank is Rank.DEBT else -event.cents

    def paid(self, as_of: date) -> Money:
        """All money collected by a day, reversals taken off."""
        return total(entry.amount for entry in self.entries if self.counts(entry.collected_on, as_of))

    def balance(self, as_of: date) -> Balance:
        """What is owed at the end of a day, by bucket."""
        account = Account(self.terms)
        account.play(self.events(as_of, known_on=as_of), as_of)
        return account.balance(as_of)

    def counts(self, on: date, as_of: date) -> bool:
        """Whether what happened on a day lies after the opening balance and no later than ``as_of``."""
        return self._after < on <= as_of

    def events(self, as_of: date, *, known_on: date) -> list[Event]:
        """Everything that happens by the end of ``as_of``, as it was known on another day, in its order."""
        if self.opening and as_of < self.opening.on:
            return []
        after = self._after
        charges = self.charges(month_end(as_of))
        since_opening = [entry for entry in self.entries if after < entry.collected_on <= known_on]
        parts = chain(
            self._opening_events(),
            self._coming(charges),
            (_charged(one) for one in charges if one.amount > ZERO),
            money_in(since_opening, known_on),
            self.corrections(known_on),
            (_adjusted(one) for one in self.adjustments if one.of_interest and self.counts(one.on, known_on)),
            self._fees(as_of),
            self._splits(as_of),
            self._judgments(as_of),
        )
        return sorted(event for event in parts if event.on <= as_of)

    def corrections(self, known_on: date) -> Iterator[Event]:
        """What moves support beside charges and collections, as known on a day.

        Adjustments, credits that were found, and direct payments that are proven or found.
        """
        return (event for _, event, _ in self.corrected(known_on))

    def corrected(self, known_on: date) -> Iterator[tuple[date, Event, Adjustment | Credit | DirectPayment]]:
        """Each correction with the day from which it counts, that of its finding where it needs one, and its entry."""
        for one in self.adjustments:
            if not one.of_interest and self.counts(one.on, known_on):
                yield one.on, _adjusted(one), one
        for credit in self.credits:
            if credit.found_on and credit.found_on <= known_on and self.counts(credit.on, known_on):
                event = Event(credit.on, Rank.CREDIT, credit.finding, credit.amount.cents, words=credit.why)
                yield max(credit.on, credit.found_on), event, credit
        for paid in self.direct_payments:
            since = self._known_from(paid)
            if since and since <= known_on and self.counts(paid.paid_on, known_on):
                event = Event(paid.paid_on, Rank.DIRECT, paid.proof, paid.amount.cents, words="Direct payment")
                yield since, event, paid

    def _known_from(self, paid: DirectPayment) -> date | None:
        """From when a direct payment counts: once it is found, or at once by a proof that the state's rows accept."""
        if paid.found_on:
            return max(paid.paid_on, paid.found_on)
        return paid.paid_on if money_law(self.terms.state).accepts(paid.proof, paid.paid_on) else None

    def _due(self, as_of: date) -> Iterator[tuple[Obligation, date, Money]]:
        """Every obligation with each day by ``as_of`` on which some of it falls due, and how much."""
        after = self.opening.on if self.opening else None
        for obligation in self.obligations:
            if obligation.kind not in CHARGES_NOTHING:
                held = [one for one in self.suspensions if one.proof] if obligation.kind in SUSPENDED else []
                for day in obligation.due_days(after=after, by=as_of):
                    left = _not_suspended(obligation, day, held) if held else obligation.amount_on(day)
                    if left is not None:
                        yield obligation, day, left

    @property
    def _after(self) -> date:
        """What happened on this day or before stands in the opening balance."""
        return self.opening.on if self.opening else date.min

    @property
    def _opening_interest(self) -> bool:
        return self.opening is not None and self.opening.interest != ZERO

    def _payee(self, obligation: Obligation, day: date) -> Payee:
        if self.assignments and obligation.payee is Payee.FAMILY and any(one.covers(day) for one in self.assignments):
            return Payee.ASSIGNED
        return obligation.payee

    def _opening_events(self) -> Iterator[Event]:
        if not self.opening:
            return
        on = self.opening.on
        for payee, amount in (
            (Payee.FAMILY, self.opening.family),
            (Payee.ASSIGNED, self.opening.assigned),
            (Payee.OTHER_STATE, self.opening.other_state),
        ):
            yield Event(on, Rank.OPENING, "", amount.cents, payee)
        yield Event(on, Rank.OPENING, "", self.opening.interest.cents, Payee.FAMILY, "interest")
        yield Event(on, Rank.OPENING, "", self.opening.fees.cents, Payee.FAMILY, Kind.FEES)

    def _coming(self, charges: Iterable[Charge]) -> Iterator[Event]:
        """The support of each month of which some falls due after the first: money pays all of it before older debts.

        A month's support is that of the calendar month (42 U.S.C. § 657; Cal. Code Civ. Proc. § 695.221).
        """
        if all(one.due_on.day == 1 for one in charges):
            return
        for first, of_month in groupby(charges, key=lambda one: one.due_on.replace(day=1)):
            dated = [(one.due_on, one.amount.cents) for one in of_month]
            if dated[-1][0] != first:
                yield Event(max(first, self._after), Rank.COMING, "", sum(cents for _, cents in dated))

    def _fees(self, as_of: date) -> Iterator[Event]:
        after = self.opening.on if self.opening else None
        for obligation in (one for one in self.obligations if one.kind is Kind.FEES):
            for day in obligation.due_days(after=after, by=as_of):
                yield Event(day, Rank.FEE, "", obligation.amount_on(day).cents, words="Fee")
        for fee in self.fees:
            if self.counts(fee.on, as_of):
                yield Event(fee.on, Rank.FEE, "", fee.amount.cents, words=fee.why)

    def _splits(self, as_of: date) -> Iterator[Event]:
        for split in self.splits:
            if self.counts(split.on, as_of):
                words = f"Division of the debt told by {split.by}"
                yield Event(split.on, Rank.SPLIT, "", split.assigned.cents, words=words)

    def _judgments(self, as_of: date) -> Iterator[Event]:
        """In the order of the terms, by which the account knows them."""
        for one in self.terms.judgments:
            if one.on <= as_of:
                yield Event(one.on, Rank.JUDGMENT, "", 0)


def _not_suspended(obligation: Obligation, day: date, held: Sequence[Suspension]) -> Money | None:
    """What of an instalment falls due; None where all of it is suspended."""
    left = obligation.amount_on(day)
    for one in held:
        if one.covers(day):
            if one.portion is None:
                return None
            if obligation.kind is Kind.CHILD:
                left = max(ZERO, left - one.portion)
    return left


def _charged(one: Charge) -> Event:
    less = f", less {one.suspended} that is suspended" if one.suspended > ZERO else ""
    words = f"{one.kind.capitalize()} falls due{less}"
    return Event(one.due_on, Rank.CHARGE, "", one.amount.cents, one.payee, one.kind, words)


def _adjusted(one: Adjustment) -> Event:
    words = f"{one.reason} ({one.author})"
    if one.of_interest:
        return Event(one.on, Rank.INTEREST, "", one.amount.cents, one.payee, words=words)
    rank = Rank.DEBT if one.amount > ZERO else Rank.RELIEF
    return Event(one.on, rank, "", abs(one.amount.cents), one.payee, words=words)

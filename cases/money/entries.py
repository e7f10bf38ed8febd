"""What people entered about one case, as its ledger takes it. Nothing is counted here that a row does not say."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from cases.ledger import Adjustment, Credit, DayCount, DirectPayment, Fee, Payee, Suspension, Terms, suspended
from cases.ledger.terms import Begins, Rate, terms_of, with_judgment
from cases.money.facts import Bucket, Decision
from cases.money.tables import (
    AdjustmentProposal,
    CreditEntry,
    DirectPaymentEntry,
    InterestJudgment,
    IssuingState,
    MoneyEntry,
    ObligationEntry,
    OrderStep,
    SuspensionEntry,
)
from kernel.cite import Cite
from law.money import MoneyLaw, money_law
from law.rows import NoRuleInForce

ALWAYS = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class MoneyEntries:
    """The entries of one case that stand: neither superseded nor withdrawn."""

    steps: tuple[OrderStep, ...] = ()
    suspensions: tuple[SuspensionEntry, ...] = ()
    credits: tuple[CreditEntry, ...] = ()
    direct_payments: tuple[DirectPaymentEntry, ...] = ()
    adjustments: tuple[AdjustmentProposal, ...] = ()
    judgments: tuple[InterestJudgment, ...] = ()
    issuing: tuple[IssuingState, ...] = ()
    obligations: tuple[ObligationEntry, ...] = ()

    @property
    def rows(self) -> Iterator[MoneyEntry]:
        """Every entry."""
        return chain(
            self.steps, self.suspensions, self.credits, self.direct_payments, self.adjustments, self.judgments,
            self.issuing, self.obligations,
        )  # fmt: skip

    def foreign(self) -> IssuingState | None:
        """The issuing state whose law stands in no rows of ours, if that is what governs."""
        return next((one for one in self.issuing if one.cite), None)

    def law(self, own: str) -> MoneyLaw:
        """The rows of money that govern: those of the issuing state where they are on file, else the office's own."""
        issuing = next((one.state for one in self.issuing if not one.cite), own)
        return money_law(issuing)

    def terms(self, own: str, count: DayCount) -> Terms:
        """By which law the ledger of the case runs. Raises NoLawOf or NoMoneyLawOf."""
        if foreign := self.foreign():
            return _foreign_terms(foreign, own, count)
        terms = terms_of(self.law(own).state, count)
        for one in self.judgments if self.bears_by_judgment(own) else ():
            cite = Cite(f"judgment of {one.entered_on:%B %-d, %Y}, {one.proof}")
            terms = with_judgment(
                terms, one.entered_on, yearly=Decimal(one.rate), runs_from=one.runs_from, cite=cite,
                principal=one.principal,
            )
        return terms

    def bears_by_judgment(self, own: str) -> bool:
        """Whether interest runs by judgments: where our own rows govern and let none run, never by another's law."""
        return self.foreign() is None and not terms_of(self.law(own).state).bears

    def suspended(self, own: str) -> tuple[Suspension, ...]:
        """The times in which no support falls due, by the law that governs; what it has no row for, none."""
        return tuple(sorted(self._suspended(own), key=lambda one: one.place))

    def suspension_of(self, one: SuspensionEntry, own: str) -> Suspension | None:
        """The time that one entry suspends, None where it suspends none. Raises NoRuleInForce."""
        if not says_how_much(one):
            return None
        of = tuple(one.children)
        if self.foreign():
            found = Suspension(one.began_on, one.ended_on, one.cause, one.proof, one.portion, of)
            return found if one.found_on else None
        return suspended(
            self.law(own), one.cause, began_on=one.began_on, ended_on=one.ended_on, proof=one.proof,
            found_on=one.found_on, portion=one.portion, of=of,
        )  # fmt: skip

    def _suspended(self, own: str) -> Iterator[Suspension]:
        for one in self.suspensions:
            with suppress(NoRuleInForce):
                if time := self.suspension_of(one, own):
                    yield time

    def credited(self) -> tuple[Credit, ...]:
        """Credits, found or not; the ledger counts those that are found."""
        return tuple(_credit(one) for one in self.credits)

    def paid_directly(self) -> tuple[DirectPayment, ...]:
        """Direct payments; the ledger counts those whose proof the law accepts and those that are found."""
        counted = (one for one in self.direct_payments if one.found_on or not self.foreign())
        return tuple(_direct_payment(one) for one in counted)

    def adjusted(self) -> tuple[Adjustment, ...]:
        """Approved adjustments of support and interest."""
        return tuple(_adjustment(one) for one in self._approved() if one.bucket != Bucket.FEES)

    def fees(self) -> tuple[Fee, ...]:
        """Approved adjustments of fees."""
        return tuple(
            Fee(one.on, one.amount, f"{one.reason} ({_authors(one)})")
            for one in self._approved() if one.bucket == Bucket.FEES
        )  # fmt: skip

    def rows_of_credits(self) -> dict[Credit | DirectPayment | Adjustment, MoneyEntry]:
        """Of which row each credit, direct payment and adjustment of the ledger was made."""
        return {
            **{_credit(row): row for row in self.credits},
            **{_direct_payment(row): row for row in self.direct_payments},
            **{_adjustment(row): row for row in self._approved() if row.bucket != Bucket.FEES},
        }

    def _approved(self) -> Iterator[AdjustmentProposal]:
        return (one for one in self.adjustments if one.decision == Decision.APPROVED)


def _credit(one: CreditEntry) -> Credit:
    return Credit(one.on, one.amount, one.why, one.found_on, one.proof)


def _direct_payment(one: DirectPaymentEntry) -> DirectPayment:
    return DirectPayment(one.paid_on, one.amount, one.proof_kind, one.found_on)


def says_how_much(one: SuspensionEntry) -> bool:
    """Whether an entry says that it suspends the whole order, or else which portion of it."""
    return one.whole_order or one.portion is not None


def _adjustment(one: AdjustmentProposal) -> Adjustment:
    of_interest = one.bucket == Bucket.INTEREST
    payee = Payee.FAMILY if of_interest else Payee(one.bucket)
    return Adjustment(one.on, one.amount, _authors(one), one.reason, payee, of_interest)


def _authors(one: AdjustmentProposal) -> str:
    return f"proposed by {one.entered_by}, approved by {one.decided_by}"


def _foreign_terms(one: IssuingState, own: str, count: DayCount) -> Terms:
    rate = Decimal(one.rate)
    rates = (Rate(rate, ALWAYS, None, Cite(one.cite)),) if rate else ()
    return Terms(one.state, terms_of(own).applied, Begins(one.begins), rates, count, kinds=terms_of(own).kinds)

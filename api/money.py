"""Entries of money as forms and the API bring them, made what the verbs take."""

from datetime import date
from typing import Annotated

from pydantic import Field

from api.patterns import Strict, YesNo, day
from cases.money.facts import (
    CreditTold,
    DirectPaymentTold,
    IssuingTold,
    JudgmentTold,
    ObligationTold,
    StepTold,
    SuspensionTold,
)
from kernel.money import Money, money

DAY = Field(max_length=10, description="A day: 2026-12-08")
NO_DAY = Field("", max_length=10, description="A day, or nothing")
AMOUNT = Field(max_length=20, description="Dollars and cents: 1,234.50")
WORDS = Field(max_length=300)


class StepSent(Strict):
    """Another amount of an order from a day on."""

    on: str = DAY
    amount: str = AMOUNT
    why: str = WORDS
    proof: str = WORDS
    order_key: str = Field("", max_length=300, description="The order; may be left out where there is one.")

    def told(self) -> StepTold:
        """Raises NotADay or NotMoney."""
        return StepTold(day(self.on), money(self.amount), self.why, self.proof, self.order_key)


class SuspensionSent(Strict):
    """A cause for which support may not fall due, or the portion of it that is for some of the children."""

    cause: str = Field(max_length=60)
    began_on: str = DAY
    ended_on: str = NO_DAY
    found_on: str = NO_DAY
    proof: str = WORDS
    children: list[Annotated[str, Field(max_length=20)]] = Field(
        [], max_length=20, description="The children whom the cause is about, by their numbers."
    )
    portion: str = Field("", max_length=20, description="Of each instalment, as often as the order itself: 300.00")
    whole_order: YesNo = Field(False, description="The order supports no other child any more.")

    def told(self) -> SuspensionTold:
        """Raises NotADay or NotMoney."""
        return SuspensionTold(
            self.cause, day(self.began_on), _day(self.ended_on), self.proof, _day(self.found_on),
            tuple(self.children), _amount(self.portion), self.whole_order,
        )  # fmt: skip


class ObligationSent(Strict):
    """Spousal or medical support that an order sets."""

    support: str = Field(max_length=20, description="spousal support or medical support")
    amount: str = AMOUNT
    frequency: str = Field("monthly", max_length=12)
    effective_on: str = DAY
    ended_on: str = NO_DAY
    ordered_on: str = DAY
    proof: str = WORDS

    def told(self) -> ObligationTold:
        """Raises NotADay or NotMoney."""
        return ObligationTold(
            self.support, money(self.amount), self.frequency, day(self.effective_on), _day(self.ended_on),
            day(self.ordered_on), self.proof,
        )  # fmt: skip


class CreditSent(Strict):
    """A credit that a court gives."""

    on: str = DAY
    amount: str = AMOUNT
    why: str = WORDS
    found_on: str = NO_DAY
    proof: str = WORDS

    def told(self) -> CreditTold:
        """Raises NotADay or NotMoney."""
        return CreditTold(day(self.on), money(self.amount), self.why, self.proof, _day(self.found_on))


class DirectPaymentSent(Strict):
    """Money paid straight to the obligee."""

    paid_on: str = DAY
    amount: str = AMOUNT
    proof_kind: str = Field(max_length=60)
    found_on: str = NO_DAY
    proof: str = WORDS

    def told(self) -> DirectPaymentTold:
        """Raises NotADay or NotMoney."""
        return DirectPaymentTold(
            day(self.paid_on), money(self.amount), self.proof_kind, self.proof, _day(self.found_on)
        )


class JudgmentSent(Strict):
    """A judgment that awards interest."""

    entered_on: str = DAY
    percent: str = Field(max_length=12, description="Percent a year: 8 or 7.5")
    runs_from: str = DAY
    proof: str = WORDS
    principal: str = Field("", max_length=20, description="The support that it names, if it names a sum.")

    def told(self) -> JudgmentTold:
        """Raises NotADay or NotMoney."""
        return JudgmentTold(
            day(self.entered_on), self.percent, day(self.runs_from), self.proof, _amount(self.principal)
        )


class IssuingSent(Strict):
    """The state that issued a registered order; the last three where no rows of its law are on file."""

    state: str = Field(max_length=2)
    registered_on: str = DAY
    proof: str = WORDS
    order_key: str = Field("", max_length=300)
    percent: str = Field("", max_length=12)
    begins: str = Field("", max_length=30)
    cite: str = Field("", max_length=200)

    def told(self) -> IssuingTold:
        """Raises NotADay."""
        return IssuingTold(
            self.state, day(self.registered_on), self.proof, self.order_key, self.percent, self.begins, self.cite
        )


class AdjustmentSent(Strict):
    """A proposal to move one bucket of the account."""

    on: str = DAY
    bucket: str = Field(max_length=20)
    amount: str = AMOUNT
    reason: str = Field(max_length=600)
    proof: str = WORDS


class DecisionSent(Strict):
    """What is decided about a proposal; a refusal needs words."""

    approve: YesNo
    words: str = Field("", max_length=300)


class WithdrawalSent(Strict):
    """Why an entry is taken back."""

    why: str = WORDS


def _day(written: str) -> date | None:
    return day(written) if written else None


def _amount(written: str) -> Money | None:
    return money(written) if written else None

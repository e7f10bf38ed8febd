"""Entries of money. An entry is superseded or withdrawn, never overwritten, and no balance is ever stored."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from cases.money.facts import EntryKind
from cases.tables import Sourced
from infra.db import Base, Cents, Json, UtcDateTime
from kernel.money import Money


class MoneyEntry(Sourced):
    """Columns of every entry: what proves it, and why and by whom it was taken back, empty where nobody did."""

    case_no: Mapped[str] = mapped_column(String(20))
    proof: Mapped[str] = mapped_column(String(300))
    withdrawn: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_by: Mapped[str] = mapped_column(String(300), default="")

    @declared_attr
    def author_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("staff.id"))


class OrderStep(MoneyEntry, Base):
    """Another amount under one order from a day on, such as when a child leaves. ``order_key`` names the order."""

    __tablename__ = "order_step"

    order_key: Mapped[str] = mapped_column(String(300))
    on: Mapped[date] = mapped_column("step_on", key="on")
    amount: Mapped[Money] = mapped_column(Cents)
    why: Mapped[str] = mapped_column(String(300))


class SuspensionEntry(MoneyEntry, Base):
    """A cause for which support may not fall due. From when to when it does is counted by the rows of law."""

    __tablename__ = "suspension_entry"

    cause: Mapped[str] = mapped_column(String(60))
    began_on: Mapped[date]
    ended_on: Mapped[date | None]
    found_on: Mapped[date | None]
    children: Mapped[list[str]] = mapped_column(Json, default=list)
    """The children whom the cause is about, by their numbers."""
    whole_order: Mapped[bool] = mapped_column(default=True)
    portion: Mapped[Money | None] = mapped_column(Cents)
    """What of each instalment is for those children, as often as the order itself; none where it is all of it."""


class ObligationEntry(MoneyEntry, Base):
    """Support of another kind than the child's that an order sets; its proof is the order, of ``ordered_on``."""

    __tablename__ = "obligation_entry"

    support: Mapped[str] = mapped_column(String(20))
    amount: Mapped[Money] = mapped_column(Cents)
    frequency: Mapped[str] = mapped_column(String(12))
    effective_on: Mapped[date]
    ended_on: Mapped[date | None]
    ordered_on: Mapped[date]


class CreditEntry(MoneyEntry, Base):
    """A credit that a court gives; it counts from the day of the finding on, none before it is found."""

    __tablename__ = "credit_entry"

    on: Mapped[date] = mapped_column("credit_on", key="on")
    amount: Mapped[Money] = mapped_column(Cents)
    why: Mapped[str] = mapped_column(String(300))
    found_on: Mapped[date | None]


class DirectPaymentEntry(MoneyEntry, Base):
    """Money paid straight to the obligee. It counts by a proof that the law accepts, or once a court finds it."""

    __tablename__ = "direct_payment_entry"

    paid_on: Mapped[date]
    amount: Mapped[Money] = mapped_column(Cents)
    proof_kind: Mapped[str] = mapped_column(String(60))
    found_on: Mapped[date | None]


class AdjustmentProposal(MoneyEntry, Base):
    """A correction of one bucket, up or down. It moves nothing before a second person has approved it."""

    __tablename__ = "adjustment_proposal"

    on: Mapped[date] = mapped_column("adjusted_on", key="on")
    bucket: Mapped[str] = mapped_column(String(20))
    amount: Mapped[Money] = mapped_column(Cents)
    reason: Mapped[str] = mapped_column(String(600))
    decision: Mapped[str] = mapped_column(String(12), default="")
    decided_words: Mapped[str] = mapped_column(String(300), default="")
    decided_by: Mapped[str] = mapped_column(String(300), default="")
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @declared_attr
    def decider_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("staff.id"), CheckConstraint("decider_id <> author_id", name="two_people"))


class InterestJudgment(MoneyEntry, Base):
    """A judgment that awards interest on the support due by its day: the yearly rate, and from when it runs.

    ``principal`` is the sum that it names, if it names one. Its proof, the file and page, tells it from another one.
    """

    __tablename__ = "interest_judgment"

    entered_on: Mapped[date]
    rate: Mapped[str] = mapped_column(String(12))
    runs_from: Mapped[date]
    principal: Mapped[Money | None] = mapped_column(Cents)


class IssuingState(MoneyEntry, Base):
    """Which state issued the order that is registered here: its law counts interest and applies payments.

    ``rate``, ``begins`` and ``cite`` say that law where our rows do not hold it; empty where they do.
    """

    __tablename__ = "issuing_state"

    order_key: Mapped[str] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(2))
    registered_on: Mapped[date]
    rate: Mapped[str] = mapped_column(String(12), default="")
    begins: Mapped[str] = mapped_column(String(30), default="")
    cite: Mapped[str] = mapped_column(String(200), default="")


ENTRIES: dict[EntryKind, type[MoneyEntry]] = {
    EntryKind.STEP: OrderStep,
    EntryKind.SUSPENSION: SuspensionEntry,
    EntryKind.CREDIT: CreditEntry,
    EntryKind.DIRECT: DirectPaymentEntry,
    EntryKind.ADJUSTMENT: AdjustmentProposal,
    EntryKind.JUDGMENT: InterestJudgment,
    EntryKind.ISSUING: IssuingState,
    EntryKind.OBLIGATION: ObligationEntry,
}
"""The table of each kind, in the order in which MoneyEntries holds them."""

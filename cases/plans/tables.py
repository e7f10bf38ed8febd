"""Rows of payment plans and pay stubs. Terms never change: a plan is ended, or withdrawn where it was a mistake."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Cents, UtcDateTime
from kernel.money import Money

_OPEN = text("ended_on IS NULL AND withdrawn_at IS NULL")


class PaymentPlan(Base):
    """The terms of one plan, from what they come and who typed them in. ``follows_id`` is the plan that it replaced."""

    __tablename__ = "payment_plan"
    __table_args__ = (
        Index("ix_payment_plan_case", "office_id", "case_no"),
        Index(
            "uq_payment_plan_open", "office_id", "case_no", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    basis: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(200))
    made_on: Mapped[date]
    first_due_on: Mapped[date]
    instalment: Mapped[Money] = mapped_column(Cents)
    frequency: Mapped[str] = mapped_column(String(12))
    covers: Mapped[str] = mapped_column(String(40))
    first_payment: Mapped[Money] = mapped_column(Cents)
    until: Mapped[date | None] = mapped_column("until_day", key="until")
    days_late: Mapped[int]
    percent_short: Mapped[int]
    failures: Mapped[int]
    review_on: Mapped[date | None]
    consequence: Mapped[str] = mapped_column(String(500), default="")
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("payment_plan.id"))
    entered_by: Mapped[str] = mapped_column(String(300))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_on: Mapped[date | None]
    ended_why: Mapped[str] = mapped_column(String(300), default="")
    ended_by: Mapped[str | None] = mapped_column(String(300))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_why: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_by: Mapped[str | None] = mapped_column(String(300))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PayStub(Base):
    """Money withheld from what the obligor was paid on a day, as a pay stub tells it. It names no employer."""

    __tablename__ = "pay_stub"
    __table_args__ = (Index("ix_pay_stub_case", "office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    paid_on: Mapped[date]
    withheld: Mapped[Money] = mapped_column(Cents)
    evidence: Mapped[str] = mapped_column(String(200))
    entered_by: Mapped[str] = mapped_column(String(300))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_why: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_by: Mapped[str | None] = mapped_column(String(300))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

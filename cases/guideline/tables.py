"""Rows of guideline runs. A row is written once; only a withdrawal is added to it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Cents, Json, UtcDateTime
from kernel.money import Money


class GuidelineRun(Base):
    """One computation of support by a state's guideline, with all that it was asked and where that came from.

    ``on`` is the day by which the rows were chosen: of the hearing, or of the support period. ``payer`` is obligor or
    obligee, None where nobody pays. ``children`` are the participant numbers of those it is for, none where it was made
    before that was kept. ``digest`` is over what was asked, of whom, its traces and the answer.
    """

    __tablename__ = "guideline_run"
    __table_args__ = (UniqueConstraint("office_id", "case_no", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(2))
    on: Mapped[date] = mapped_column("chosen_by", key="on")
    asked: Mapped[dict[str, Any]] = mapped_column(Json)
    traces: Mapped[dict[str, Any]] = mapped_column(Json)
    children: Mapped[list[str]] = mapped_column(Json)
    left_out: Mapped[list[str]] = mapped_column(Json)
    told: Mapped[dict[str, Any]] = mapped_column(Json)
    payer: Mapped[str | None] = mapped_column(String(8))
    amount: Mapped[Money] = mapped_column(Cents)
    schedule_digest: Mapped[str] = mapped_column(String(64))
    pack: Mapped[str] = mapped_column(String(40))
    verified: Mapped[bool]
    remark: Mapped[str] = mapped_column(String(2000))
    digest: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[str] = mapped_column(String(300))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_by: Mapped[str | None] = mapped_column(String(300))
    withdrawn_why: Mapped[str | None] = mapped_column(String(300))

"""What people noted of an obligor's ability to pay. A note is superseded or withdrawn, never overwritten."""

from datetime import date
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from cases.ability.facts import NoteKind
from cases.tables import Sourced
from infra.db import Base, Cents, Json
from kernel.money import Money


class Noted(Sourced):
    """Columns of every note: what proves it, and why and by whom it was taken back, empty where nobody did."""

    case_no: Mapped[str] = mapped_column(String(20))
    proof: Mapped[str] = mapped_column(String(300))
    withdrawn: Mapped[str] = mapped_column(String(300), default="")
    withdrawn_by: Mapped[str] = mapped_column(String(300), default="")


class ContemptNote(Noted, Base):
    """An earlier finding of contempt: the purge that was set, and what became of it."""

    __tablename__ = "contempt_note"

    found_on: Mapped[date]
    kind: Mapped[str] = mapped_column(String(12))
    purge: Mapped[Money | None] = mapped_column(Cents)
    purge_due_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(300))


class AssetNote(Noted, Base):
    """What is owed on property and what creditors cannot reach of it.

    ``asset_key`` names the asset of the state's record; empty where a person found the property.
    """

    __tablename__ = "asset_note"

    asset_key: Mapped[str] = mapped_column(String(300))
    what: Mapped[str] = mapped_column(String(300))
    value: Mapped[Money] = mapped_column(Cents)
    seen_on: Mapped[date]
    lien: Mapped[Money] = mapped_column(Cents)
    lien_holder: Mapped[str] = mapped_column(String(200))
    exempt: Mapped[Money] = mapped_column(Cents)
    exemption: Mapped[str] = mapped_column(String(200))


class HouseholdNote(Noted, Base):
    """Who lives with the obligor, what all of them need a month, and what withholding turns on.

    ``needs`` holds pairs of words and cents. ``disposable`` is a month's pay less what the law takes, None where nobody
    knows it; ``supports_others`` says whether another spouse or child depends on the obligor.
    """

    __tablename__ = "household_note"

    people: Mapped[int]
    needs: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    orders: Mapped[int]
    supports_others: Mapped[bool]
    disposable: Mapped[Money | None] = mapped_column(Cents)


class EvidenceNote(Noted, Base):
    """Something that can be put before the court for one finding, named by the finding's id."""

    __tablename__ = "evidence_note"

    finding: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(1000))
    of: Mapped[date] = mapped_column("seen_on", key="of")


class PurgeNote(Noted, Base):
    """A purge that is proposed: its amount, its day, and the funds that show that it can be paid then."""

    __tablename__ = "purge_note"

    amount: Mapped[Money] = mapped_column(Cents)
    pay_on: Mapped[date]
    needs_first: Mapped[Money] = mapped_column(Cents)
    funds: Mapped[list[dict[str, Any]]] = mapped_column(Json)


NOTE_TABLES: dict[NoteKind, type[Noted]] = {
    NoteKind.CONTEMPT: ContemptNote,
    NoteKind.ASSET: AssetNote,
    NoteKind.HOUSEHOLD: HouseholdNote,
    NoteKind.EVIDENCE: EvidenceNote,
    NoteKind.PURGE: PurgeNote,
}
"""The table of each kind, in the order in which AbilityNotes holds them."""

"""Rows of the record. A row is never overwritten: a changed one is superseded and stays as history."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from infra.db import Base, Cents, Json, SealedText, UtcDateTime
from kernel.money import Money
from kernel.sealed import Sealed


class Case(Base):
    """The support matter in this office; only its identity, everything known about it is in sourced rows."""

    __tablename__ = "support_case"
    __table_args__ = (UniqueConstraint("office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))


class Import(Base):
    """One run of an import, with what became of every row."""

    __tablename__ = "import_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    mapping: Mapped[str] = mapped_column(String(60))
    mapping_digest: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    extract_on: Mapped[date]
    by: Mapped[str] = mapped_column(String(300))
    report: Mapped[dict[str, object]] = mapped_column(Json)


class Sourced:
    """Columns of every row that came from a source or was typed in."""

    sealed_fields: ClassVar[frozenset[str]] = frozenset()

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str] = mapped_column(String(300))
    content: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(60))
    source_record: Mapped[str] = mapped_column(String(300))
    as_of: Mapped[date | None]
    retrieved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entered_by: Mapped[str | None] = mapped_column(String(300))
    verified_by: Mapped[str | None] = mapped_column(String(300))
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @declared_attr
    def office_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("office.id"))

    @declared_attr
    def import_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("import_run.id"))

    @declared_attr
    def superseded_by(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey(f"{cls.__tablename__}.id"))  # type: ignore[attr-defined]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:  # noqa: N805 - SQLAlchemy hands the class
        name = cls.__tablename__  # type: ignore[attr-defined]
        by = "mpi_no" if "mpi_no" in cls.__annotations__ and "case_no" not in cls.__annotations__ else "case_no"
        current = text("superseded_at IS NULL")
        return (
            Index(
                f"uq_{name}_current",
                "office_id",
                "source_key",
                unique=True,
                sqlite_where=current,
                postgresql_where=current,
            ),
            Index(f"ix_{name}_{by}", "office_id", by),
        )


class CaseHeader(Sourced, Base):
    """The state's header of a case."""

    __tablename__ = "case_header"

    case_no: Mapped[str] = mapped_column(String(20))
    case_type: Mapped[str] = mapped_column(String(60))
    status: Mapped[str] = mapped_column(String(20))
    process_status: Mapped[str | None] = mapped_column(String(40))
    county_no: Mapped[str | None] = mapped_column(String(5))
    worker: Mapped[str | None] = mapped_column(String(20))
    opened_on: Mapped[date | None]
    docket: Mapped[str | None] = mapped_column(String(40))
    family_violence: Mapped[bool]


class DocketNumber(Base):
    """A court's file number of a case, as given and in the one normal spelling under which every spelling is found."""

    __tablename__ = "docket_number"
    __table_args__ = (
        UniqueConstraint("office_id", "case_no", "as_given"),
        Index("ix_docket_normal", "office_id", "normal"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    as_given: Mapped[str] = mapped_column(String(40))
    normal: Mapped[str] = mapped_column(String(40))


class Participant(Sourced, Base):
    """A person in a role on a case."""

    __tablename__ = "participant"
    sealed_fields = frozenset({"ssn"})

    case_no: Mapped[str] = mapped_column(String(20))
    mpi_no: Mapped[str] = mapped_column(String(20), index=True)
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(200))
    sex: Mapped[str | None] = mapped_column(String(12))
    born_on: Mapped[date | None]
    ssn: Mapped[Sealed | None] = mapped_column(SealedText)
    family_violence: Mapped[bool]
    protective_order: Mapped[bool]
    died_on: Mapped[date | None]
    language: Mapped[str | None] = mapped_column(String(40))
    military_checked_on: Mapped[date | None]
    incarcerated_at: Mapped[str | None] = mapped_column(String(200))
    incarcerated_on: Mapped[date | None]
    released_on: Mapped[date | None]


class Address(Sourced, Base):
    """Where a person lives or takes mail, from one source."""

    __tablename__ = "address"

    mpi_no: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(12))
    line1: Mapped[str] = mapped_column(String(200))
    line2: Mapped[str | None] = mapped_column(String(200))
    city: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(10))
    postcode: Mapped[str] = mapped_column(String(20))
    told_by: Mapped[str] = mapped_column(String(20))
    verified_on: Mapped[date | None]
    ended_on: Mapped[date | None]


class Employment(Sourced, Base):
    """Work for one employer, with one quarter's wages."""

    __tablename__ = "employment"
    sealed_fields = frozenset({"fein"})

    mpi_no: Mapped[str] = mapped_column(String(20))
    employer: Mapped[str] = mapped_column(String(200))
    fein: Mapped[Sealed | None] = mapped_column(SealedText)
    line1: Mapped[str | None] = mapped_column(String(200))
    city: Mapped[str | None] = mapped_column(String(100))
    state: Mapped[str | None] = mapped_column(String(10))
    postcode: Mapped[str | None] = mapped_column(String(20))
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    quarter: Mapped[str | None] = mapped_column(String(10))
    wages: Mapped[Money | None] = mapped_column(Cents)
    told_by: Mapped[str] = mapped_column(String(20))
    verified_on: Mapped[date | None]


class Asset(Sourced, Base):
    """Property, an account or a licence."""

    __tablename__ = "asset"

    mpi_no: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    description: Mapped[str] = mapped_column(String(300))
    amount: Mapped[Money | None] = mapped_column(Cents)
    told_by: Mapped[str] = mapped_column(String(20))
    seen_on: Mapped[date | None]


class SupportOrder(Sourced, Base):
    """A court's order of support and its monthly obligation."""

    __tablename__ = "support_order"

    case_no: Mapped[str] = mapped_column(String(20))
    docket: Mapped[str | None] = mapped_column(String(40))
    entered_on: Mapped[date]
    kind: Mapped[str] = mapped_column(String(20))
    judge: Mapped[str | None] = mapped_column(String(200))
    support: Mapped[Money] = mapped_column(Cents)
    frequency: Mapped[str] = mapped_column(String(12))
    toward_arrears: Mapped[Money] = mapped_column(Cents)
    effective_on: Mapped[date]
    ended_on: Mapped[date | None]
    medical_insurance: Mapped[str | None] = mapped_column(String(20))


class StateBalance(Sourced, Base):
    """What the state's system says is owed on a day. ``is_opening`` marks the balance from which our ledger starts."""

    __tablename__ = "state_balance"

    case_no: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column("balance_on", key="on")
    current_support: Mapped[Money | None] = mapped_column(Cents)
    family_arrears: Mapped[Money] = mapped_column(Cents)
    assigned_arrears: Mapped[Money] = mapped_column(Cents)
    fees: Mapped[Money] = mapped_column(Cents)
    arrears: Mapped[Money] = mapped_column(Cents)
    is_opening: Mapped[bool]


class Payment(Sourced, Base):
    """Money collected, dated by collection. There is no column for where it came from, and there must be none."""

    __tablename__ = "payment"

    case_no: Mapped[str] = mapped_column(String(20))
    receipt_no: Mapped[str] = mapped_column(String(40))
    collected_on: Mapped[date]
    posted_on: Mapped[date | None]
    amount: Mapped[Money] = mapped_column(Cents)
    adjustment: Mapped[str | None] = mapped_column(String(20))
    reverses: Mapped[str | None] = mapped_column(String(40))


class CaseNote(Sourced, Base):
    """What a person found out and wrote down under one of the catalogued names, such as ability to pay."""

    __tablename__ = "case_note"

    case_no: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(80))
    words: Mapped[str] = mapped_column(String(4000))

"""Which records an extract may fill, field by field. A mapping joins a county's columns to these names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from cases.tables import (
    Address,
    Asset,
    CaseHeader,
    Employment,
    Participant,
    Payment,
    Sourced,
    StateBalance,
    SupportOrder,
)

LONGEST = 10_000


class Kind(StrEnum):
    """How a cell is read."""

    CODE = "code"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    FLAG = "flag"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record. ``longest`` counts characters of text."""

    name: str
    kind: Kind
    required: bool = False
    longest: int = 200


Placing = Callable[[Session, int, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record: its table, its fields, the field that dates it, and what follows when rows are new."""

    name: str
    table: type[Sourced]
    fields: tuple[Field, ...]
    dated_by: str | None = None
    placing: Placing | None = None
    about_unknown: bool = False
    """Whether a row may name a case or person not yet on file (only the rows that introduce them may)."""

    def room_for(self, name: str) -> int:
        """How many characters the record keeps in a field; a field that holds no text has no such limit."""
        kept = self.table.__table__.columns[name].type  # type: ignore[attr-defined]
        return int(getattr(kept, "length", None) or LONGEST)

    def field(self, name: str) -> Field | None:
        """The field with this name, or None."""
        return next((field for field in self.fields if field.name == name), None)


def required(name: str, kind: Kind = Kind.CODE, longest: int = 200) -> Field:
    """A field that every row must fill."""
    return Field(name, kind, required=True, longest=longest)


def optional(name: str, kind: Kind = Kind.CODE, longest: int = 200) -> Field:
    """A field that may be blank."""
    return Field(name, kind, longest=longest)


_CASE = required("case_no", longest=20)
_PERSON = required("mpi_no", longest=20)
_TOLD_BY = required("told_by", longest=20)


def case_kinds(place_header: Placing, place_order: Placing) -> tuple[RecordKind, ...]:
    """The records that this package keeps; the two placings introduce cases and their file numbers."""
    return (
        RecordKind(
            "case",
            CaseHeader,
            (
                _CASE,
                required("case_type", longest=20),
                required("status", longest=20),
                optional("process_status", longest=20),
                optional("county_no", longest=5),
                optional("worker", longest=20),
                optional("opened_on", Kind.DATE),
                optional("docket", longest=40),
                required("family_violence", Kind.FLAG),
            ),
            placing=place_header,
            about_unknown=True,
        ),
        RecordKind(
            "participant",
            Participant,
            (
                _CASE,
                _PERSON,
                required("role", longest=12),
                required("name", Kind.TEXT),
                optional("sex", longest=5),
                optional("born_on", Kind.DATE),
                optional("ssn", Kind.SEALED),
                required("family_violence", Kind.FLAG),
                required("protective_order", Kind.FLAG),
                optional("died_on", Kind.DATE),
                optional("language", longest=10),
                optional("military_checked_on", Kind.DATE),
                optional("incarcerated_at", Kind.TEXT),
                optional("incarcerated_on", Kind.DATE),
                optional("released_on", Kind.DATE),
            ),
            about_unknown=True,
        ),
        RecordKind(
            "address",
            Address,
            (
                _PERSON,
                required("kind", longest=12),
                required("line1", Kind.TEXT),
                optional("line2", Kind.TEXT),
                required("city", Kind.TEXT, 100),
                required("state", longest=10),
                required("postcode", longest=20),
                _TOLD_BY,
                optional("verified_on", Kind.DATE),
                optional("ended_on", Kind.DATE),
            ),
            dated_by="verified_on",
        ),
        RecordKind(
            "employment",
            Employment,
            (
                _PERSON,
                required("employer", Kind.TEXT),
                optional("fein", Kind.SEALED),
                optional("line1", Kind.TEXT),
                optional("city", Kind.TEXT, 100),
                optional("state", longest=10),
                optional("postcode", longest=20),
                optional("started_on", Kind.DATE),
                optional("ended_on", Kind.DATE),
                optional("quarter", longest=10),
                optional("wages", Kind.MONEY),
                _TOLD_BY,
                optional("verified_on", Kind.DATE),
            ),
            dated_by="verified_on",
        ),
        RecordKind(
            "asset",
            Asset,
            (
                _PERSON,
                required("kind", longest=20),
                required("description", Kind.TEXT, 300),
                optional("amount", Kind.MONEY),
                _TOLD_BY,
                optional("seen_on", Kind.DATE),
            ),
            dated_by="seen_on",
        ),
        RecordKind(
            "order",
            SupportOrder,
            (
                _CASE,
                optional("docket", longest=40),
                required("entered_on", Kind.DATE),
                required("kind", longest=20),
                optional("judge", Kind.TEXT),
                required("support", Kind.MONEY),
                required("frequency", longest=12),
                required("toward_arrears", Kind.MONEY),
                required("effective_on", Kind.DATE),
                optional("ended_on", Kind.DATE),
                optional("medical_insurance", longest=20),
            ),
            placing=place_order,
        ),
        RecordKind(
            "balance",
            StateBalance,
            (
                _CASE,
                required("on", Kind.DATE),
                optional("current_support", Kind.MONEY),
                required("family_arrears", Kind.MONEY),
                required("assigned_arrears", Kind.MONEY),
                required("fees", Kind.MONEY),
                required("arrears", Kind.MONEY),
                required("is_opening", Kind.FLAG),
            ),
            dated_by="on",
        ),
        RecordKind(
            "payment",
            Payment,
            (
                _CASE,
                required("receipt_no", longest=40),
                required("collected_on", Kind.DATE),
                optional("posted_on", Kind.DATE),
                required("amount", Kind.MONEY),
                optional("adjustment", longest=20),
                optional("reverses", longest=40),
            ),
        ),
    )

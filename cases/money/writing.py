"""How an entry comes into the record: under its key, once, with its author; what it replaces is superseded."""

from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from cases import superseding
from cases.money.errors import BeforeTheOpening, Confidential, EntryRefused
from cases.money.tables import MoneyEntry
from cases.queries import CaseRecord, protected_words
from cases.superseding import written
from infra import audit
from kernel.identifiers import identifiers_in, said_in, seen
from kernel.legal_text import legal_text
from kernel.money import LARGEST, ZERO, Money
from offices.facts import Person

Row = TypeVar("Row", bound=MoneyEntry)
HIDDEN = "words that the protection of this case hides"
TYPED = {"why": "the reason", "reason": "the reason", "proof": "the proof", "proof_kind": "the kind of proof",
         "cause": "the cause", "cite": "the cite"}  # fmt: skip
"""What people type in their own words, by its column."""


def entered(
    db: Session, table: type[Row], case_no: str, key: str, values: dict[str, Any], *, by: Person, now: datetime
) -> Row:
    """The row of these values under a key; the same values once more are the same row. Raises Confidential."""
    for name in TYPED.keys() & values.keys():
        public(db, case_no, values[name], TYPED[name], by=by)
    row, new = written(
        db, table, _source_key(table, case_no, key), values | {"case_no": case_no}, called=_name(table), by=by, now=now,
        author_id=by.id,
    )  # fmt: skip
    if new:
        tell(db, by, f"entered {_name(table)}", row, case_no)
    return row


def standing(db: Session, table: type[Row], case_no: str, key: str, *, by: Person) -> Row | None:
    """The entry under a key that is neither superseded nor withdrawn, if there is one."""
    return superseding.standing(db, table, _source_key(table, case_no, key), by=by)


def tell(db: Session, by: Person, verb: str, row: MoneyEntry, case_no: str) -> None:
    """The line of the audit log: who did what to which row."""
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"case {case_no}",
        detail=f"{_name(type(row))} {row.id}",
    )  # fmt: skip


def words_of(written: str, what: str, *, longest: int = 300) -> str:
    """Words in one line that may not be blank. Raises EntryRefused or NotLegalText."""
    found = legal_text(written, longest=longest, lines=True).replace("\n", " ")
    if not found:
        raise EntryRefused(f"{what} is blank but must be filled")
    return found


def public(db: Session, case_no: str, words: str, what: str, *, by: Person) -> str:
    """Words that may stand in any paper of a case, because accounts print them. Raises Confidential."""
    kinds = identifiers_in(words)
    if not kinds and any(any(said_in(one, seen(words))) for one in protected_words(db, by.office_id, case_no)):
        kinds = (HIDDEN,)
    if kinds:
        raise Confidential(what, kinds)
    return words


def past(day: date, today: date, what: str) -> date:
    """A day that has come. Raises EntryRefused."""
    if day > today:
        raise EntryRefused(f"{what} lies in the future")
    return day


def above_nothing(amount: Money, what: str) -> Money:
    """Raises EntryRefused."""
    if amount <= ZERO:
        raise EntryRefused(f"{what} is an amount above nothing")
    return meant(amount)


def meant(amount: Money) -> Money:
    """An amount that an account of support can hold. Raises EntryRefused."""
    if not -LARGEST <= amount <= LARGEST:
        raise EntryRefused(f"the amount is larger than anything that can be meant; the most is {LARGEST}")
    return amount


def in_the_account(record: CaseRecord, day: date) -> date:
    """A day after the opening balance. Raises BeforeTheOpening."""
    opening = record.opening()
    if opening and day <= opening.on:
        raise BeforeTheOpening(opening.on)
    return day


def _name(table: type[MoneyEntry]) -> str:
    return str(table.__mapper__.local_table.name).replace("_", " ")  # type: ignore[attr-defined]


def _source_key(table: type[MoneyEntry], case_no: str, key: str) -> str:
    return f"{_name(table)}|{case_no}|{key}"

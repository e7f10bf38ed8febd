"""Who read or changed what: rows chained by hash for each office, in the transaction they tell about."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, String, Text, UniqueConstraint, event, func, select, text
from sqlalchemy.orm import Mapped, Session, SessionTransaction, mapped_column

from infra.audit_anchor import Head, anchor, anchored
from infra.base import Base
from infra.clock import now
from infra.db import after_commit
from kernel.digest import canonical

START = "0" * 64
_PENDING = "courtready.audit"
_LOCK = 6_031_988

APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER audit_never_updated BEFORE UPDATE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END",
        "CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit rows are never changed'; END $$",
        "CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION audit_kept()",
    ),
}
"""What makes the table append-only, by dialect: ``create_all`` runs it, and so does the first migration."""


class Audit(Base):
    """One thing that one person did or saw. Append-only: the database itself refuses to change a row."""

    __tablename__ = "audit"
    __table_args__ = (UniqueConstraint("office_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int]
    seq: Mapped[int]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(200))
    verb: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(200))
    detail: Mapped[str] = mapped_column(Text, default="")
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True, slots=True)
class _Entry:
    office_id: int
    at: datetime
    actor: str
    verb: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an office's chain is whole. ``broken_at`` is the number of the first row that is not right."""

    ok: bool
    rows: int
    words: str
    broken_at: int | None = None


def record(db: Session, *, office_id: int, actor: str, verb: str, subject: str, detail: str = "") -> None:
    """Have one audit row written when this transaction commits; without the row nothing commits.

    The chain is taken last, at the commit, so that a long import does not keep everybody else of the office waiting.
    """
    db.info.setdefault(_PENDING, []).append(_Entry(office_id, now(), actor, verb, subject, detail))


def verify(db: Session, office_id: int) -> Verdict:
    """Walk the whole chain of an office and hold it against the anchor outside the database."""
    head = Head(0, START)
    known = anchored(office_id)
    for row in _rows(db, office_id):
        if row.seq != head.seq + 1:
            return Verdict(False, head.seq, f"Audit row {head.seq + 1} is missing.", head.seq + 1)
        if row.prev != head.hash or row.hash != _hash(row.prev, row.seq, _entry(row)):
            return Verdict(False, head.seq, f"Audit row {row.seq} was changed.", row.seq)
        head = Head(row.seq, row.hash)
        if known and known.seq == head.seq and known.hash != head.hash:
            return Verdict(False, head.seq, f"The chain was written anew up to row {head.seq}.", head.seq)
    if known and known.seq > head.seq:
        return Verdict(False, head.seq, f"Audit rows {head.seq + 1} to {known.seq} were cut off.", head.seq + 1)
    return Verdict(True, head.seq, f"{head.seq:,} audit rows, each in its place.")


@event.listens_for(Session, "before_commit")
def _write_pending(db: Session) -> None:
    entries: list[_Entry] = db.info.pop(_PENDING, [])
    for office_id in sorted({entry.office_id for entry in entries}):
        head = _extend(db, office_id, [entry for entry in entries if entry.office_id == office_id])
        after_commit(db, lambda office_id=office_id, head=head: anchor(office_id, head))  # type: ignore[misc]


@event.listens_for(Session, "after_soft_rollback")
def _drop_pending(db: Session, ended: SessionTransaction) -> None:
    """What was read inside a savepoint was read, even when the savepoint is taken back."""
    if not ended.nested:
        db.info.pop(_PENDING, None)


def _extend(db: Session, office_id: int, entries: list[_Entry]) -> Head:
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:lock, :office)"), {"lock": _LOCK, "office": office_id})
    head = _head(db, office_id)
    for entry in entries:
        following = Head(head.seq + 1, _hash(head.hash, head.seq + 1, entry))
        db.add(Audit(
            office_id=office_id, seq=following.seq, at=entry.at, actor=entry.actor, verb=entry.verb,
            subject=entry.subject, detail=entry.detail, prev=head.hash, hash=following.hash,
        ))
        head = following
    return head


def _head(db: Session, office_id: int) -> Head:
    newest = select(func.max(Audit.seq)).where(Audit.office_id == office_id).scalar_subquery()
    found = db.execute(select(Audit.seq, Audit.hash).where(Audit.office_id == office_id, Audit.seq == newest)).first()
    return Head(found.seq, found.hash) if found else Head(0, START)


def _hash(prev: str, seq: int, entry: _Entry) -> str:
    told = [prev, seq, entry.office_id, entry.at, entry.actor, entry.verb, entry.subject, entry.detail]
    return hashlib.sha256(canonical(told)).hexdigest()


def _entry(row: Audit) -> _Entry:
    return _Entry(row.office_id, row.at, row.actor, row.verb, row.subject, row.detail)


def _rows(db: Session, office_id: int) -> Iterator[Audit]:
    ordered = select(Audit).where(Audit.office_id == office_id).order_by(Audit.seq)
    yield from db.scalars(ordered.execution_options(yield_per=500))


@event.listens_for(Audit.__table__, "after_create")
def _make_append_only(_table: Any, connection: Connection, **_how: Any) -> None:
    for statement in APPEND_ONLY[connection.dialect.name]:
        connection.exec_driver_sql(statement)

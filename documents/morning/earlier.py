"""Questions: a case's account as the record had it at an earlier instant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ledger import Ledger
from cases.money.booking import booked
from cases.money.entries import MoneyEntries
from cases.money.tables import ENTRIES, AdjustmentProposal
from cases.queries import CaseRecord
from cases.tables import Payment, Sourced, StateBalance, SupportOrder

OF_STATE: tuple[type[Sourced], ...] = (SupportOrder, StateBalance, Payment)
"""What the state tells of an account; people's entries come with it."""
Row = TypeVar("Row", bound=Sourced)


def replaced_rows(db: Session, office_id: int, since: Mapping[str, datetime]) -> dict[str, list[Sourced]]:
    """The rows of each case's account that were superseded or withdrawn since an instant of its own, by case."""
    found: dict[str, list[Sourced]] = defaultdict(list)
    if not since:
        return found
    for table in (*OF_STATE, *ENTRIES):
        case_no = table.case_no  # type: ignore[attr-defined]
        rows = db.scalars(
            select(table).where(
                table.office_id == office_id, case_no.in_(since), table.superseded_at > min(since.values())
            )
        )
        for row in rows:
            found[row.case_no].append(row)  # type: ignore[attr-defined]
    return found


def as_it_was(record: CaseRecord, replaced: Sequence[Sourced], at: datetime) -> Ledger:
    """The account as the record had it at an instant, by the same law. Raises as ``CaseRecord.ledger``."""

    def then(kind: type[Row], now: Iterable[Row]) -> tuple[Row, ...]:
        rows = (*now, *(row for row in replaced if isinstance(row, kind)))
        return tuple(row for row in rows if _stood(row, at))

    names = [each.name for each in fields(MoneyEntries)]
    entered: dict[str, Any] = {
        name: then(kind, getattr(record.money, name)) for name, kind in zip(names, ENTRIES, strict=True)
    }
    return booked(
        then(SupportOrder, record.orders),
        then(StateBalance, record.balances),
        then(Payment, record.payments),
        MoneyEntries(**entered),
        state=record.state,
        day_count=record.day_count,
    )


def _stood(row: Sourced, at: datetime) -> bool:
    if isinstance(row, AdjustmentProposal) and (row.decided_at is None or row.decided_at > at):
        return False
    return row.retrieved_at <= at and (row.superseded_at is None or row.superseded_at > at)

"""Questions: a case's account as the record had it at an earlier instant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ledger import Ledger
from cases.money.booking import booked
from cases.money.entries import MoneyEntries
from cases.money.tables import ENTRIES, AdjustmentProposal
from cases.queries import CaseRecord
from cases.tables import Payment, Sourced, StateBalance, SupportOrder
from documents.morning.facts import PaperThen

OF_STATE: tuple[type[Sourced], ...] = (SupportOrder, StateBalance, Payment)
"""What the state tells of an account; people's entries come with it."""
STATES = 50
"""How many earlier states of a record are tried."""
Row = TypeVar("Row", bound=Sourced)


def replaced_rows(db: Session, office_id: int, papers: Mapping[str, PaperThen]) -> dict[str, list[Sourced]]:
    """The rows of each case's account that may have been superseded or withdrawn since its paper was made, by case."""
    found: dict[str, list[Sourced]] = defaultdict(list)
    if not papers:
        return found
    first_day = min(paper.as_of for paper in papers.values()) - timedelta(days=1)
    since = datetime.combine(first_day, time.min, UTC)
    for table in (*OF_STATE, *ENTRIES.values()):
        case_no = table.case_no  # type: ignore[attr-defined]
        rows = db.scalars(
            select(table).where(
                table.office_id == office_id, case_no.in_(papers), table.superseded_at > since
            )
        )
        for row in rows:
            found[row.case_no].append(row)  # type: ignore[attr-defined]
    return found


def account_of(record: CaseRecord, replaced: Sequence[Sourced], paper: PaperThen) -> Ledger:
    """The account that a paper was counted from: the newest state of the record that gives the paper's figure.

    Work on a paper takes a while, in which the record may change; so the instant at which it was finished is only
    where the search begins. Where no state gives the figure, it is the account at that instant. Raises as
    ``CaseRecord.ledger``.
    """
    rows: tuple[Sourced, ...] = (*record.orders, *record.balances, *record.payments, *record.money.rows, *replaced)
    turns = {at for row in rows for at in (row.retrieved_at, row.superseded_at) if at and at < paper.made_at}
    finished = as_it_was(record, replaced, paper.made_at)
    if finished.arrears(paper.as_of) == paper.owed:
        return finished
    for at in sorted(turns, reverse=True)[:STATES]:
        found = as_it_was(record, replaced, at)
        if found.arrears(paper.as_of) == paper.owed:
            return found
    return finished


def as_it_was(record: CaseRecord, replaced: Sequence[Sourced], at: datetime) -> Ledger:
    """The account as the record had it at an instant, by the same law. Raises as ``CaseRecord.ledger``."""
    entered: dict[str, Any] = {
        each.name: _then(kind, getattr(record.money, each.name), replaced, at)
        for each, kind in zip(fields(MoneyEntries), ENTRIES.values(), strict=True)
    }
    return booked(
        _then(SupportOrder, record.orders, replaced, at),
        _then(StateBalance, record.balances, replaced, at),
        _then(Payment, record.payments, replaced, at),
        MoneyEntries(**entered),
        state=record.state,
        day_count=record.day_count,
    )


def _then(kind: type[Row], now: Iterable[Row], replaced: Sequence[Sourced], at: datetime) -> tuple[Row, ...]:
    rows = (*now, *(row for row in replaced if isinstance(row, kind)))
    return tuple(row for row in rows if _stood(row, at))


def _stood(row: Sourced, at: datetime) -> bool:
    if isinstance(row, AdjustmentProposal) and (row.decided_at is None or row.decided_at > at):
        return False
    return row.retrieved_at <= at and (row.superseded_at is None or row.superseded_at > at)

"""Questions: the money of a case on a day, with everything that people entered about it and what became of that."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ledger import Balance, Ledger, Month, Suspension, months
from cases.ledger.account import Line, running_account
from cases.ledger.statement import KindAccount, statement
from cases.ledger.vesting import Reach, reach, vested
from cases.money.facts import EntryKind
from cases.money.showing import EntryShown, shown
from cases.money.tables import ENTRIES, MoneyEntry
from cases.notes import day_written
from cases.queries import CaseRecord, case_record
from kernel.money import Money, total
from law.money import MoneyLaw, money_law

PAGE: Final = 50
CHARTED: Final = 60


@dataclass(frozen=True, slots=True)
class Vesting:
    """How far back a motion of a day reaches, and what fell due before that and can no longer be changed."""

    filed_on: date
    noticed_on: date | None
    on_record: bool
    """Whether the days were written down for a motion; otherwise it is the day that is asked about."""
    reach: Reach
    vested: Money
    instalments: int


@dataclass(frozen=True, slots=True)
class CaseMoney:
    """The money of a case at the end of a day."""

    record: CaseRecord
    as_of: date
    ledger: Ledger
    balance: Balance
    vesting: Vesting
    standing: tuple[EntryShown, ...]
    history: tuple[EntryShown, ...]
    """What was taken back or replaced, the newest first."""
    unproven: tuple[Suspension, ...]
    """Causes of suspension that the record tells of and nobody has entered."""
    law: MoneyLaw
    by_kind: tuple[KindAccount, ...]
    """An account for each kind of support."""

    @property
    def open(self) -> tuple[EntryShown, ...]:
        """Adjustments about which nobody has decided yet."""
        return tuple(one for one in self.standing if one.kind is EntryKind.ADJUSTMENT and not one.decision)


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Some lines of the running account. Pages are counted from 1, the oldest lines on the first."""

    lines: tuple[Line, ...]
    number: int
    of: int
    lines_in_all: int


def money_of_case(db: Session, office_id: int, case_no: str, *, as_of: date) -> CaseMoney:
    """The money of a case. Raises NoSuchCase, UnknownFrequency, NoRuleInForce, NoLawOf or NoMoneyLawOf."""
    record = case_record(db, office_id, case_no)
    ledger = record.ledger()
    every = [
        row
        for table in ENTRIES.values()
        for row in db.scalars(select(table).where(table.office_id == office_id, table.case_no == case_no))
    ]
    told = [shown(row, record) for row in every]
    past = [one for one in told if one.ended_at]
    return CaseMoney(
        record,
        as_of,
        ledger,
        ledger.balance(as_of),
        _vesting(record, ledger, as_of),
        tuple(sorted((one for one in told if not one.ended_at), key=lambda one: (one.on, one.kind, one.id))),
        tuple(sorted(past, key=lambda one: (one.ended_at or one.entered_at, one.id), reverse=True)),
        _unproven(record),
        record.money.law(record.state),
        statement(ledger, as_of),
    )


def entry_shown(db: Session, office_id: int, row: MoneyEntry) -> EntryShown:
    """An entry with what it does to the account now. Raises NoSuchCase."""
    record = case_record(db, office_id, row.case_no)
    return shown(row, record)


def account_page(ledger: Ledger, as_of: date, number: int | None = None, *, size: int = PAGE) -> AccountPage:
    """One page of the running account, the last if no number is given or there are fewer."""
    lines = running_account(ledger, as_of)
    pages = max(1, -(-len(lines) // size))
    meant = min(max(1, number or pages), pages)
    return AccountPage(lines[(meant - 1) * size : meant * size], meant, pages, len(lines))


def months_charted(ledger: Ledger, as_of: date) -> list[Month]:
    """The months of the ledger that a chart has room for, the newest."""
    days = [one.due_on for one in ledger.charges(as_of)] + [
        one.collected_on for one in ledger.entries if ledger.counts(one.collected_on, as_of)
    ]
    return months(ledger, first=min(days), as_of=as_of)[-CHARTED:] if days else []


def _vesting(record: CaseRecord, ledger: Ledger, as_of: date) -> Vesting:
    """By the law of this office's state, whose court a motion would be filed in."""
    written = {one.name: day_written(one.words) for one in record.notes}
    filed, noticed = written.get("motion_filed_on"), written.get("motion_notice_on")
    filed_on, noticed_on = (filed, noticed) if filed else (as_of, as_of)
    found = reach(money_law(record.state), filed_on=filed_on, noticed_on=noticed_on)
    beyond = vested(ledger.charges(as_of), as_of, found)
    return Vesting(filed_on, noticed_on, filed is not None, found, total(one.amount for one in beyond), len(beyond))


def _unproven(record: CaseRecord) -> tuple[Suspension, ...]:
    known = {(one.cause, one.began_on) for one in record.money.suspensions}
    return tuple(one for one in record.possible_suspensions() if (one.cause, one.since) not in known)

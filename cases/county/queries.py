"""Questions: the balances of many cases, read and counted together; each as its whole record gives it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, or_, select, type_coerce
from sqlalchemy.orm import Session

from cases.county.facts import CaseBalance, MoneyOf
from cases.ledger import DayCount, Entry
from cases.ledger.reconciling import reconcile
from cases.money.booking import booked
from cases.money.entries import MoneyEntries
from cases.money.tables import ENTRIES
from cases.money.told import figures_told, possible_suspensions
from cases.tables import Participant, Payment, Sourced, StateBalance, SupportOrder
from kernel.money import Money
from kernel.refusals import Refused
from offices.queries import settings_of, state_of

Grouped: TypeAlias = dict[str, tuple[Any, ...]]


def balances_of(db: Session, office_id: int, case_numbers: Collection[str], as_of: date) -> list[CaseBalance]:
    """The balance of each case at the end of a day beside the state's."""
    return [_counted(case_no, money, as_of) for case_no, money in money_of(db, office_id, case_numbers, as_of)]


def money_of(
    db: Session, office_id: int, case_numbers: Collection[str], as_of: date
) -> Iterator[tuple[str, MoneyOf | Refused]]:
    """Each case with its money, or with the refusal of the rows of law to count it. Another office's has none."""
    state, count = state_of(db, office_id), DayCount(settings_of(db, office_id).interest_day_count)
    orders, balances = (_by_case(db, table, office_id, case_numbers) for table in (SupportOrder, StateBalance))
    entered = [_by_case(db, table, office_id, case_numbers) for table in ENTRIES.values()]
    payments, people = _payments(db, office_id, case_numbers), _people(db, office_id, case_numbers)
    for case_no in case_numbers:
        told = balances.get(case_no, ())
        entries = MoneyEntries(*(each.get(case_no, ()) for each in entered))
        try:
            ledger = booked(
                orders.get(case_no, ()), told, payments.get(case_no, ()), entries, state=state, day_count=count
            )
        except Refused as refusal:
            yield case_no, refusal
            continue
        yield case_no, MoneyOf(ledger, figures_told(told, as_of), possible_suspensions(people.get(case_no, ())))


def _counted(case_no: str, money: MoneyOf | Refused, as_of: date) -> CaseBalance:
    if isinstance(money, Refused):
        return CaseBalance(case_no, None, refused=str(money))
    balance = money.ledger.balance(as_of)
    if not money.figures:
        return CaseBalance(case_no, balance)
    found = reconcile(money.ledger, money.figures, money.possible)
    told = replace(found, likeliest=found.likeliest[:1], others=())
    return CaseBalance(case_no, balance, told, len(found.likeliest) + len(found.others))


def _by_case(db: Session, table: type[Sourced], office_id: int, numbers: Collection[str]) -> Grouped:
    """Current rows by case, in the order in which a record holds them."""
    case_no = table.case_no  # type: ignore[attr-defined]
    current = select(table).where(table.office_id == office_id, case_no.in_(numbers), table.superseded_at.is_(None))
    return _grouped(sorted(db.scalars(current), key=lambda row: row.source_key))


def _payments(db: Session, office_id: int, numbers: Collection[str]) -> Grouped:
    """Payments as entries of a ledger, without a row of the record for each: there are hundreds in a case."""
    cents = type_coerce(Payment.amount, BigInteger)
    current = select(Payment.case_no, Payment.collected_on, Payment.receipt_no, cents, Payment.reverses).where(
        Payment.office_id == office_id, Payment.case_no.in_(numbers), Payment.superseded_at.is_(None)
    )
    found: dict[str, list[Entry]] = {}
    for case_no, collected_on, receipt_no, amount, reverses in db.execute(current):
        found.setdefault(case_no, []).append(Entry(collected_on, receipt_no, Money(amount), reverses))
    return {case_no: tuple(each) for case_no, each in found.items()}


def _people(db: Session, office_id: int, numbers: Collection[str]) -> Grouped:
    """Of the people only those in jail or dead, and of them only that."""
    columns = (Participant.case_no, Participant.role, Participant.died_on, Participant.incarcerated_on,
               Participant.released_on, Participant.source_key)  # fmt: skip
    current = select(*columns).where(
        Participant.office_id == office_id, Participant.case_no.in_(numbers), Participant.superseded_at.is_(None),
        or_(Participant.incarcerated_on.is_not(None), Participant.died_on.is_not(None)),
    )  # fmt: skip
    return _grouped(sorted(db.execute(current), key=lambda row: row.source_key))


def _grouped(rows: Iterable[Any]) -> Grouped:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_no, []).append(row)
    return {case_no: tuple(each) for case_no, each in found.items()}

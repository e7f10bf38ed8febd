"""Questions about the record. Only current rows answer; what was superseded stays as history."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Select, func, select, union
from sqlalchemy.orm import Session

from cases.docket import normal_docket
from cases.errors import NoSuchCase
from cases.ledger import DayCount, Ledger, Suspension, Terms
from cases.ledger.reconciling import StateFigure
from cases.ledger.suspension import CUSTODY
from cases.money.booking import booked, by_the_month, opening_balance, step_in_force
from cases.money.entries import MoneyEntries
from cases.money.tables import ENTRIES
from cases.money.told import figures_told, possible_suspensions
from cases.protection import why_protected, words_to_hide
from cases.tables import (
    Address,
    Asset,
    Case,
    CaseHeader,
    CaseNote,
    DocketNumber,
    Employment,
    Import,
    Participant,
    Payment,
    Sourced,
    StateBalance,
    SupportOrder,
)
from kernel.money import Money
from offices.queries import settings_of, state_of

Row = TypeVar("Row", bound=Sourced)
T = TypeVar("T")
Grouped: TypeAlias = dict[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """Everything on file about one case, as current rows. Rows are read only."""

    office_id: int
    case_no: str
    header: CaseHeader
    participants: tuple[Participant, ...]
    addresses: tuple[Address, ...]
    jobs: tuple[Employment, ...]
    assets: tuple[Asset, ...]
    orders: tuple[SupportOrder, ...]
    balances: tuple[StateBalance, ...]
    payments: tuple[Payment, ...]
    notes: tuple[CaseNote, ...]
    money: MoneyEntries
    """What people entered about the money."""
    state: str
    """Whose law the office works under."""
    day_count: DayCount
    known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was worked out of these rows already."""

    def person(self, role: str) -> Participant | None:
        """The first person in a role: obligor or obligee."""
        return next((one for one in self.participants if one.role == role), None)

    @property
    def children(self) -> tuple[Participant, ...]:
        """The children, the oldest first."""
        found = [one for one in self.participants if one.role == "child"]
        return tuple(sorted(found, key=lambda child: (child.born_on or date.max, child.name)))

    def protection(self, person: Participant) -> str | None:
        """Why this person's whereabouts may not be told, or None."""
        return why_protected(person, self.participants, case_flagged=self.header.family_violence)

    @property
    def protected_words(self) -> tuple[str, ...]:
        """Street lines and employers of protected people: words that no output of this case may hold."""
        hidden = {one.mpi_no for one in self.participants if self.protection(one)}
        return words_to_hide(hidden, self.addresses, self.jobs)

    def opening(self) -> StateBalance | None:
        """The balance from which the ledger starts."""
        return opening_balance(self.balances)

    def state_balance(self, as_of: date) -> StateBalance | None:
        """The state's newest balance on or before a day, other than the opening one."""
        return max(
            (one for one in self.balances if not one.is_opening and one.on <= as_of),
            key=lambda one: one.on,
            default=None,
        )

    def state_figures(self, as_of: date) -> list[StateFigure]:
        """Every balance that the state told by a day, other than the opening one."""
        return figures_told(self.balances, as_of)

    def possible_suspensions(self) -> tuple[Suspension, ...]:
        """Times for which the record tells of a cause of suspension; none is proven by that."""
        return possible_suspensions(self.participants)

    def custody(self) -> tuple[Suspension, ...]:
        """Times in custody that the state tells or a person entered, also where they suspend no support."""
        entered = (Suspension(row.began_on, row.ended_on, row.cause, row.proof) for row in self.money.suspensions)
        return tuple(one for one in (*self.possible_suspensions(), *entered) if one.cause == CUSTODY)

    def terms(self) -> Terms:
        """The law by which the ledger runs: interest and to what a payment goes. Raises NoLawOf or NoMoneyLawOf."""
        return self.money.terms(self.state, self.day_count)

    def ledger(self) -> Ledger:
        """The ledger of the case. Raises UnknownFrequency, NoRuleInForce, NoLawOf or NoMoneyLawOf."""
        return self.once("ledger", self._ledger)

    def monthly_support(self, order: SupportOrder, on: date) -> Money:
        """What an order makes due by the month on a day, steps taken in. Raises UnknownFrequency or NoRuleInForce."""
        step = step_in_force(order, self.money.steps, on)
        return by_the_month(step.amount if step else order.support, order, self.money.law(self.state))

    def once(self, what: object, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for this record: the papers of a hearing say much the same."""
        if what not in self.known:
            self.known[what] = make()
        made: T = self.known[what]
        return made

    def _ledger(self) -> Ledger:
        return booked(
            self.orders, self.balances, self.payments, self.money, state=self.state, day_count=self.day_count
        )


def case_record(db: Session, office_id: int, case_no: str) -> CaseRecord:
    """The record of a case. Raises NoSuchCase, also for another office's."""
    return case_records(db, office_id, [case_no])[case_no]


def case_header(db: Session, office_id: int, case_no: str) -> CaseHeader:
    """The header of a case, without the rest of its record. Raises NoSuchCase, also for another office's."""
    header = db.scalar(_current(CaseHeader, office_id, CaseHeader.case_no, [case_no]))
    if header is None:
        raise NoSuchCase(case_no)
    return header


def protected_words(db: Session, office_id: int, case_no: str) -> tuple[str, ...]:
    """What the record's ``protected_words`` are now, without reading the rest of it. Raises NoSuchCase."""
    header = case_header(db, office_id, case_no)
    people = db.scalars(_current(Participant, office_id, Participant.case_no, [case_no])).all()
    hidden = {one.mpi_no for one in people if why_protected(one, people, case_flagged=header.family_violence)}
    if not hidden:
        return ()
    numbers = {one.mpi_no for one in people}
    addresses = db.scalars(_current(Address, office_id, Address.mpi_no, numbers))
    jobs = db.scalars(_current(Employment, office_id, Employment.mpi_no, numbers)).all()
    return words_to_hide(hidden, addresses, jobs)


def case_records(db: Session, office_id: int, case_numbers: Collection[str]) -> dict[str, CaseRecord]:
    """The records of several cases, read together. Raises NoSuchCase, also for another office's."""
    headers = _by_case(db, CaseHeader, office_id, case_numbers)
    for case_no in case_numbers:
        if case_no not in headers:
            raise NoSuchCase(case_no)
    people = _by_case(db, Participant, office_id, case_numbers)
    kinds = (SupportOrder, StateBalance, Payment, CaseNote)
    of_case = [_by_case(db, table, office_id, case_numbers) for table in kinds]
    numbers = {one.mpi_no for each in people.values() for one in each}
    of_people = [_by_person(db, table, office_id, numbers) for table in (Address, Employment, Asset)]
    some = _with_entries(db, office_id, case_numbers)
    entered = [_by_case(db, table, office_id, some) if some else {} for table in ENTRIES.values()]
    law = state_of(db, office_id), DayCount(settings_of(db, office_id).interest_day_count)
    return {
        case_no: _record(office_id, case_no, law, headers, people, of_case, of_people, entered)
        for case_no in case_numbers
    }


def _with_entries(db: Session, office_id: int, numbers: Collection[str]) -> set[str]:
    """The cases about whose money anybody entered something, in one question: most have nothing."""
    asked = (
        select(table.case_no).where(
            table.office_id == office_id, table.case_no.in_(numbers), table.superseded_at.is_(None)
        )
        for table in ENTRIES.values()
    )
    return set(db.scalars(union(*asked))) if numbers else set()


def _record(
    office_id: int,
    case_no: str,
    law: tuple[str, DayCount],
    headers: Grouped[CaseHeader],
    people: Grouped[Participant],
    of_case: Sequence[Grouped[Any]],
    of_people: Sequence[Grouped[Any]],
    entered: Sequence[Grouped[Any]],
) -> CaseRecord:
    orders, balances, payments, notes = (each.get(case_no, ()) for each in of_case)
    participants = people.get(case_no, ())
    numbers = dict.fromkeys(one.mpi_no for one in participants)
    addresses, jobs, assets = (_in_order(row for one in numbers for row in each.get(one, ())) for each in of_people)
    return CaseRecord(
        office_id, case_no, headers[case_no][0], participants, addresses, jobs, assets,
        orders, balances, payments, notes, MoneyEntries(*(each.get(case_no, ()) for each in entered)), *law,
    )  # fmt: skip


def find_case(db: Session, office_id: int, words: str) -> str:
    """The case number behind a case number or any spelling of a docket number. Raises NoSuchCase."""
    words = words.strip()
    if db.scalar(select(Case.id).where(Case.office_id == office_id, Case.case_no == words)) is not None:
        return words
    normal = normal_docket(words, court_suffix=settings_of(db, office_id).court_suffix)
    found = db.scalar(
        select(DocketNumber.case_no)
        .where(DocketNumber.office_id == office_id, DocketNumber.normal == normal)
        .order_by(DocketNumber.id)
    )
    if found is None:
        raise NoSuchCase(words)
    return found


def newest_extract(db: Session, office_id: int, *, as_of: date) -> date | None:
    """The day of the newest extract that the office had imported, None where there is none up to ``as_of``."""
    asked = select(func.max(Import.extract_on)).where(Import.office_id == office_id, Import.extract_on <= as_of)
    return db.scalar(asked)


def case_numbers(db: Session, office_id: int) -> list[str]:
    """Every case number of the office."""
    return list(db.scalars(select(Case.case_no).where(Case.office_id == office_id).order_by(Case.case_no)))


def _by_case(db: Session, table: type[Row], office_id: int, numbers: Collection[str]) -> "Grouped[Row]":
    return _grouped(db, table, office_id, table.case_no, numbers)  # type: ignore[attr-defined]


def _by_person(db: Session, table: type[Row], office_id: int, numbers: Collection[str]) -> "Grouped[Row]":
    return _grouped(db, table, office_id, table.mpi_no, numbers)  # type: ignore[attr-defined]


def _grouped(db: Session, table: type[Row], office_id: int, by: Any, numbers: Collection[str]) -> "Grouped[Row]":
    found: dict[str, list[Row]] = {}
    for row in db.scalars(_current(table, office_id, by, numbers)):
        found.setdefault(getattr(row, by.key), []).append(row)
    return {number: _in_order(each) for number, each in found.items()}


def _current(table: type[Row], office_id: int, by: Any, numbers: Collection[str]) -> Select[Row]:
    return select(table).where(table.office_id == office_id, by.in_(numbers), table.superseded_at.is_(None))


def _in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """By key, so that neither the order of an extract nor the database's own way of sorting shows in a paper."""
    return tuple(sorted(rows, key=lambda row: row.source_key))

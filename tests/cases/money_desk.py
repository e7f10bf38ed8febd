"""An office with one case whose ledger is known by heart, and the people who enter things."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from cases.queries import CaseRecord, case_record
from cases.tables import Case, CaseHeader, Participant, Payment, StateBalance, SupportOrder
from infra.db import Database
from kernel.money import ZERO, Money
from offices.actions import open_office
from offices.facts import OfficeSettings, Person, Role
from offices.queries import staff_named
from offices.tables import Staff

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
CASE, ORDER = "7000000001", "order|A"
AGENT, ATTORNEY, OTHER = "agent@here.example.gov", "attorney@here.example.gov", "other@here.example.gov"


def opened(
    database: Database, *, state: str = "NC", frequency: str = "monthly", support: int = 50_000,
    effective_on: date = date(2025, 1, 1), opening: int | None = None,
) -> None:  # fmt: skip
    """One case: support from January 2025 on, no payment."""
    with database.transaction() as db:
        office = open_office(db, "Here", state=state, new_settings=OfficeSettings())
        for name, email, role in (
            ("Avery Agent", AGENT, Role.AGENT), ("Taylor Attorney", ATTORNEY, Role.ATTORNEY),
            ("Olga Other", OTHER, Role.ATTORNEY),
        ):  # fmt: skip
            db.add(Staff(office_id=office.id, name=name, email=email, role=role, password_hash="-"))
        db.add(Case(office_id=office.id, case_no=CASE))
        told = {"office_id": office.id, "content": "-", "source": "test", "retrieved_at": NOW, "case_no": CASE}
        db.add(CaseHeader(**told, source_key="header", source_record="CASE", case_type="IV-D", status="open",
                          family_violence=False))  # fmt: skip
        db.add(SupportOrder(**told, source_key=ORDER, source_record="ORDER A", entered_on=effective_on, kind="original",
                            support=Money(support), frequency=frequency, toward_arrears=ZERO,
                            effective_on=effective_on))  # fmt: skip
        if opening is not None:
            db.add(StateBalance(**told, source_key="opening", source_record="BALANCE", on=date(2025, 6, 30),
                                family_arrears=Money(opening), assigned_arrears=ZERO, fees=ZERO,
                                arrears=Money(opening), is_opening=True))  # fmt: skip


def paid(database: Database, on: date, cents: int, receipt: str = "R1") -> None:
    """Money collected on a day."""
    with database.transaction() as db:
        db.add(Payment(office_id=1, content="-", source="test", retrieved_at=NOW, case_no=CASE, source_key=receipt,
                       source_record=receipt, receipt_no=receipt, collected_on=on, amount=Money(cents)))  # fmt: skip


def person(db: Session, email: str) -> Person:
    """The member of staff."""
    return staff_named(db, email)


def record(database: Database) -> CaseRecord:
    """The record of the case as it stands."""
    with database.reading() as db:
        return case_record(db, 1, CASE)


def owed(database: Database, day: date = DAY) -> int:
    """The support owed, in cents."""
    return record(database).ledger().arrears(day).cents


def has_children(database: Database, *names: str) -> list[str]:
    """Children on the case; gives their numbers."""
    numbers = [f"100000000{number}" for number, _ in enumerate(names)]
    with database.transaction() as db:
        for number, name in zip(numbers, names, strict=True):
            db.add(Participant(office_id=1, content="-", source="test", retrieved_at=NOW, case_no=CASE,
                               source_key=number, source_record=name, mpi_no=number, role="child", name=name,
                               family_violence=False, protective_order=False))  # fmt: skip
    return numbers

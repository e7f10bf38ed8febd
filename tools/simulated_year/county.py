"""The county: sample cases multiplied, a staff with two codes that nobody has, and its court days of 2027."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bench.filled import fill
from cases.tables import CaseHeader, Participant
from hearings.actions import import_extract
from hearings.tables import Hearing, ServiceAttempt
from infra.db import Database
from offices.actions import add_staff, open_office
from offices.facts import Person, Role
from offices.seeds import seed_for

SAMPLE = Path(__file__).parents[2] / "samples" / "extract-nc"
ZONE = ZoneInfo("America/New_York")
FIRST, LAST = date(2027, 1, 4), date(2027, 12, 31)
MORNING = 6
"""The hour at which the clocks are swept, before anybody looks."""
CODES = tuple(f"CS{number}" for number in range(101, 119))
NOBODYS = frozenset({"CS107", "CS113"})
"""Codes of people who have left: their cases are nobody's."""


@dataclass(frozen=True, slots=True)
class CaseOf:
    """A case with the person on whom papers are served."""

    case_no: str
    obligor: str
    process: str


@dataclass(frozen=True, slots=True)
class County:
    """The office as the year begins."""

    database: Database
    agents: tuple[Person, ...]
    attorney: Person
    cases: tuple[CaseOf, ...]
    """Those in which nothing has happened before."""

    @property
    def staff(self) -> tuple[Person, ...]:
        """Everybody who has a worklist."""
        return (*self.agents, self.attorney)


def made(database: Database, cases: int) -> County:
    """The sample county multiplied to so many cases, as it stands on the first working day of 2027."""
    database.migrate()
    with database.transaction() as db:
        office = open_office(db, "Mecklenburg County", state="NC", new_settings=seed_for("Mecklenburg County"))
        import_extract(db, office, SAMPLE, mapping="nc-acts", by="year", now=instant(date(2026, 11, 20)))
        agents = tuple(
            add_staff(
                db, office, name=f"Agent {code}", email=f"{code.lower()}@example.gov", role=Role.AGENT,
                password="a long enough password", agent_code=code,
            )
            for code in CODES
            if code not in NOBODYS
        )  # fmt: skip
        attorney = add_staff(
            db, office, name="Attorney", email="attorney@example.gov", role=Role.ATTORNEY,
            password="a long enough password",
        )  # fmt: skip
    if cases > 120:
        with database.transaction() as db:
            fill(db, cases)
    return County(database, agents, attorney, _cases(database))


def _cases(database: Database) -> tuple[CaseOf, ...]:
    with database.reading() as db:
        rows = db.execute(
            select(CaseHeader.case_no, Participant.mpi_no, CaseHeader.process_status)
            .join(
                Participant,
                (Participant.office_id == CaseHeader.office_id) & (Participant.case_no == CaseHeader.case_no),
            )
            .where(
                Participant.role == "obligor",
                Participant.superseded_at.is_(None),
                CaseHeader.superseded_at.is_(None),
                CaseHeader.status == "Open",
                CaseHeader.case_no.not_in(select(Hearing.case_no)),
                CaseHeader.case_no.not_in(select(ServiceAttempt.case_no)),
            )
            .order_by(CaseHeader.case_no)
        )
        return tuple(CaseOf(no, mpi, process or "") for no, mpi, process in rows)


def instant(day: date, hour: int = MORNING) -> datetime:
    """An hour of a day by the clock of the courthouse, right on both days on which it is changed."""
    return datetime.combine(day, time(hour), tzinfo=ZONE)


def days() -> list[date]:
    """Every day of the year."""
    return [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]

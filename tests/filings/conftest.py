"""A county with two prepared hearings, made once and copied for each test, and PDFs drawn on the spot."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from documents.papers import ask_for_papers
from documents.queries import prepared
from documents.sheets import Sheets
from hearings.actions import import_extract
from hearings.queries import hearings_of_session
from infra.clock import now
from infra.db import Base, Database, database
from infra.jobs.perform import work_off
from offices.actions import add_staff, open_office
from offices.facts import OfficeSettings, Person, Role
from offices.queries import person_of
from offices.seeds import seed_for
from offices.tables import Staff
from tests.house.tree import ROOT
from worker.errands import ERRANDS

TODAY = date(2026, 11, 20)
PEOPLE = (
    ("Avery Agent", Role.AGENT),
    ("Taylor Attorney", Role.ATTORNEY),
    ("Riley Clerk", Role.CLERK),
    ("Mary-Kate Cole", Role.CLERK),
)


@dataclass(frozen=True)
class County:
    """A filled database, the people who work on it, and two hearings whose papers are made."""

    database: Database
    agent: Person
    attorney: Person
    clerk: Person
    second_clerk: Person
    foreign_agent: Person
    foreign_clerk: Person
    show_cause: int
    review: int

    def approve(self, hearing_id: int) -> None:
        """Take every court paper of a hearing through its review."""
        from documents import actions

        with self.database.transaction() as db:
            for paper in prepared(db, self.agent.office_id, hearing_id, as_of=TODAY).papers:
                if paper.kind != "fact-sheet" and paper.revision is not None:
                    actions.submit(db, paper.revision.id, by=self.agent)
                    actions.approve(
                        db, paper.revision.id, pdf_sha=paper.revision.pdf_sha, by=self.attorney, today=TODAY
                    )


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder: the sample county, with the papers of a show-cause hearing and of a review made by LibreOffice."""
    folder = tmp_path_factory.mktemp("county") / "data"
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith("COURTREADY_")]:
            environment.delenv(name)
        environment.setenv("COURTREADY_DATA", str(folder))
        opened = database()
        Base.metadata.create_all(opened.writer)
        with opened.transaction() as db:
            office = open_office(db, "Mecklenburg County", state="NC", new_settings=seed_for("Mecklenburg County"))
            other = open_office(db, "Union County", state="NC", new_settings=OfficeSettings(county="Union"))
            for name, role in PEOPLE:
                add_staff(db, office, name=name, email=_email(name, "a"), role=role, password="long enough now")
                add_staff(db, other, name=name, email=_email(name, "b"), role=role, password="long enough now")
            import_extract(db, office, ROOT / "samples/extract-nc", mapping="nc-acts", by="test", now=now())
        with opened.transaction() as db:
            for hearing_id in (_hearing(opened, "HOSC"), _hearing(opened, "HREV")):
                ask_for_papers(db, 1, hearing_id, as_of=TODAY, by="agent:preparer@a.example.gov")
        assert work_off(opened, ERRANDS) == 5
        opened.close()
    return folder


@pytest.fixture
def county(data: Path, prepared_folder: Path) -> Iterator[County]:
    """The prepared county, as this test's own."""
    shutil.copytree(prepared_folder, data)
    opened = database()
    with opened.reading() as db:
        staff = {one.email: person_of(one) for one in db.scalars(select(Staff))}
    agent, attorney, clerk, second = (staff[_email(name, "a")] for name, _ in PEOPLE)
    yield County(
        database=opened, agent=agent, attorney=attorney, clerk=clerk, second_clerk=second,
        foreign_agent=staff[_email("Avery Agent", "b")], foreign_clerk=staff[_email("Riley Clerk", "b")],
        show_cause=_hearing(opened, "HOSC"), review=_hearing(opened, "HREV"),
    )  # fmt: skip
    opened.close()


@pytest.fixture(scope="session")
def drawn() -> Callable[..., bytes]:
    """A Letter PDF with embedded fonts that says what it is told, a page for each text."""

    def draw(*texts: str) -> bytes:
        sheets = Sheets()
        for text in texts:
            sheets.write(text, 72)
            sheets.turn()
        return sheets.finished()

    return draw


def _email(name: str, office: str) -> str:
    return f"{name.lower().replace(' ', '.')}@{office}.example.gov"


def _hearing(opened: Database, code: str) -> int:
    with opened.reading() as db:
        return next(one.id for one in hearings_of_session(db, 1, 1) if one.code == code)

"""An office with a prepared hearing, made once and copied for each test, and the people who work there."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.app import create_app
from api.tries import forget_tries
from documents.papers import ask_for_papers
from documents.tables import Document
from filings.tables import Filing  # noqa: F401  their rows belong to every database
from hearings.actions import import_extract
from hearings.tables import Hearing
from infra.db import Base, Database, database
from infra.jobs.perform import work_off
from offices.actions import add_staff, open_office
from offices.facts import Role
from offices.seeds import seed_for
from tests.house.tree import ROOT
from worker.errands import ERRANDS

PASSWORD = "a long enough password"
NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
PEOPLE = (
    ("Avery Agent", Role.AGENT),
    ("Taylor Attorney", Role.ATTORNEY),
    ("Riley Clerk", Role.CLERK),
    ("Ada Admin", Role.ADMIN),
)
SHOW_CAUSE = "7000070888"
"""A show-cause case whose papers were served in time and whose proof of service is back."""


def since_noon() -> datetime:
    """A clock that starts at noon of the day of the extract."""
    return NOON + timedelta(seconds=monotonic() - _STARTED)


_STARTED = monotonic()


def email(role: Role | str, office: str = "here") -> str:
    """The address of the person with that role: ``here`` or ``elsewhere``."""
    return f"{role}@{office}.example.gov"


@dataclass(frozen=True)
class Desks:
    """A filled database, its web application, and a hearing whose papers are made."""

    database: Database
    app: FastAPI
    hearing: int
    session: int
    case_no: str = SHOW_CAUSE

    def client(self) -> TestClient:
        """A browser that nobody has signed in with."""
        return TestClient(self.app, base_url="https://court.example.gov", follow_redirects=False)

    def bearer(self, role: Role | str, office: str = "here") -> TestClient:
        """The API with a person's token."""
        client = self.client()
        sent = {"email": email(role, office), "password": PASSWORD}
        token = client.post("/api/v1/sign-in", json=sent).raise_for_status().json()["token"]
        client.headers["authorization"] = f"Bearer {token}"
        return client

    def browser(self, role: Role | str, office: str = "here") -> TestClient:
        """The pages with a person's cookie."""
        client = self.client()
        answer = client.post("/sign-in", data={"email": email(role, office), "password": PASSWORD})
        assert answer.status_code == 303
        return client

    def revision(self, kind: str) -> int:
        """The current revision of a paper of the hearing."""
        with self.database.reading() as db:
            asked = select(Document.current_id).where(Document.hearing_id == self.hearing, Document.kind == kind)
            found = db.scalar(asked)
        assert found is not None
        return found

    def work(self) -> int:
        """Do every job that is due."""
        return work_off(self.database, ERRANDS)


def csrf_of(page: str) -> str:
    """The token of the forms on a page."""
    return page.partition('name="csrf" value="')[2].partition('"')[0]


@pytest.fixture(scope="session")
def made_desks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two offices; one has the sample county and the papers of one hearing."""
    folder = tmp_path_factory.mktemp("desks") / "data"
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith("COURTREADY_")]:
            environment.delenv(name)
        environment.setenv("COURTREADY_DATA", str(folder))
        opened = database()
        Base.metadata.create_all(opened.writer)
        _fill(opened)
        opened.close()
    return folder


@pytest.fixture
def desks(data: Path, made_desks: Path) -> Iterator[Desks]:
    """The prepared office, as this test's own."""
    shutil.copytree(made_desks, data)
    opened = database()
    forget_tries()
    yield Desks(opened, create_app(now=since_noon), _hearing(opened), 1)
    opened.close()


@pytest.fixture(scope="module")
def kept_desks(tmp_path_factory: pytest.TempPathFactory, made_desks: Path) -> Path:
    """A prepared office that all tests of a module share."""
    return Path(shutil.copytree(made_desks, tmp_path_factory.mktemp("kept") / "data"))


@pytest.fixture
def same_desks(data: Path, kept_desks: Path, monkeypatch: pytest.MonkeyPatch) -> Desks:
    """The office that the tests of a module share; for tests that ask and leave nothing behind."""
    monkeypatch.setenv("COURTREADY_DATA", str(kept_desks))
    opened = database()
    forget_tries()
    return Desks(opened, create_app(now=since_noon), _hearing(opened), 1)


@pytest.fixture
def desks_on_postgresql(data: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desks]:
    """The prepared office on PostgreSQL."""
    monkeypatch.setenv("COURTREADY_DATABASE_URL", postgresql_url)
    opened = database()
    Base.metadata.create_all(opened.writer)
    _fill(opened)
    forget_tries()
    yield Desks(opened, create_app(now=since_noon), _hearing(opened), 1)
    opened.close()


def _fill(opened: Database) -> None:
    with opened.transaction() as db:
        here = open_office(db, "Mecklenburg County", state="NC", new_settings=seed_for("Mecklenburg County"))
        elsewhere = open_office(db, "Union County", state="NC", new_settings=seed_for("Union County"))
        for name, role in PEOPLE:
            add_staff(db, here, name=name, email=email(role), role=role, password=PASSWORD)
            add_staff(db, elsewhere, name=name, email=email(role, "elsewhere"), role=role, password=PASSWORD)
        import_extract(db, here, ROOT / "samples/extract-nc", mapping="nc-acts", by="test", now=NOON)
    with opened.transaction() as db:
        ask_for_papers(db, 1, _hearing(opened), as_of=NOON.date(), by=f"agent:{email(Role.AGENT)}")
    assert work_off(opened, ERRANDS) == 3


def _hearing(opened: Database) -> int:
    with opened.reading() as db:
        return db.scalars(select(Hearing.id).where(Hearing.case_no == SHOW_CAUSE, Hearing.office_id == 1)).one()

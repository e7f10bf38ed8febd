"""The small court calendar, on SQLite, and on both databases where that matters."""

from pathlib import Path

import pytest

import hearings.calendar.tables  # noqa: F401  its rows belong to every database
from infra.db import Database
from tests.county import Files, county_of, import_, in_folder
from tests.hearings.calendar.court import REVIEW, SHOW_CAUSE


@pytest.fixture(scope="session")
def two_cases() -> Files:
    return county_of(SHOW_CAUSE, REVIEW)


@pytest.fixture
def court(sqlite: Database, tmp_path: Path, two_cases: Files) -> Database:
    """Two hearings of the sample county on SQLite."""
    import_(sqlite, in_folder(tmp_path / "extract", two_cases))
    return sqlite


@pytest.fixture
def either(db: Database, tmp_path: Path, two_cases: Files) -> Database:
    """Two hearings of the sample county on SQLite and on PostgreSQL."""
    import_(db, in_folder(tmp_path / "extract", two_cases))
    return db

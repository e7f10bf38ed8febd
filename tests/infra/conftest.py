"""What several tests of the infrastructure start from."""

from collections.abc import Iterator

import pytest

from infra.db import Database, database


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database without any table."""
    if request.param == "postgresql":
        monkeypatch.setenv("COURTREADY_DATABASE_URL", request.getfixturevalue("postgresql_url"))
    opened = database()
    yield opened
    opened.close()

"""What every test stands on: an own data folder, and real servers for those that ask."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

import infra.tables  # noqa: F401  their rows belong to every database
from infra.db import Base, Database, database
from tests import servers


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder for this test alone; no setting of the person who runs the tests reaches it."""
    for name in [name for name in os.environ if name.startswith("COURTREADY_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "data"
    monkeypatch.setenv("COURTREADY_DATA", str(folder))
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The database of the settings with every table that has been imported: once SQLite, once PostgreSQL."""
    if request.param == "postgresql":
        monkeypatch.setenv("COURTREADY_DATABASE_URL", request.getfixturevalue("postgresql_url"))
    opened = database()
    Base.metadata.create_all(opened.writer)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(data: Path) -> Iterator[Database]:
    """The database of the settings, as SQLite."""
    opened = database()
    Base.metadata.create_all(opened.writer)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A PostgreSQL server for the whole run."""
    with servers.postgresql() as url:
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """An empty PostgreSQL database."""
    name = f"t{uuid.uuid4().hex[:12]}"
    server = make_url(postgresql_server).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis server for the whole run."""
    with servers.redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture(scope="session")
def rabbitmq_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A RabbitMQ server for the whole run."""
    with servers.rabbitmq(tmp_path_factory.mktemp("rabbitmq")) as url:
        yield url


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An S3 server for the whole run."""
    with servers.s3(tmp_path_factory.mktemp("s3")) as url:
        yield url

"""Bringing the tables to the newest version."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

MIGRATIONS = Path(__file__).parent.parent / "migrations"
_LOCK = 6_031_987  # any number that nothing else in this database locks


def migrate(engine: Engine) -> None:
    """Run every migration that is still due, once, even when several processes start together."""
    with _only_one(engine), engine.connect() as connection:
        settings = _settings()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def migrations_due(engine: Engine) -> bool:
    """Whether the tables are behind the program."""
    newest = ScriptDirectory.from_config(_settings()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() != newest


def _settings() -> AlembicConfig:
    settings = AlembicConfig()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return settings


@contextmanager
def _only_one(engine: Engine) -> Iterator[None]:
    if engine.dialect.name != "sqlite":
        with engine.connect() as connection:
            yield from _holding(connection)
        return
    with open(f"{engine.url.database}.migrating", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _holding(connection: Connection) -> Iterator[None]:
    connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
    connection.commit()
    try:
        yield
    finally:
        connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})
        connection.commit()

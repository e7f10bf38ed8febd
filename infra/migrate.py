"""Bringing the tables to the newest version."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from kernel.refusals import Unavailable

MIGRATIONS = Path(__file__).parent.parent / "migrations"
_LOCK = 6_031_987  # any number that nothing else in this database locks


@dataclass(eq=False)
class DataOfNewerVersion(Unavailable):
    """A newer version has migrated the database; this one does not know its tables."""

    revision: str

    def __str__(self) -> str:
        return (
            f"This data belongs to a newer version of Courtready (its tables are at {self.revision}) and was left as "
            "it is: install that version, or restore a backup from before it."
        )


def migrate(engine: Engine) -> None:
    """Run every migration that is still due, once, even when several processes start together.

    Raises DataOfNewerVersion.
    """
    with _only_one(engine), engine.connect() as connection:
        settings = _settings()
        _revision_of(connection, ScriptDirectory.from_config(settings))
        connection.rollback()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def migrations_due(engine: Engine) -> bool:
    """Whether the tables are behind the program. Raises DataOfNewerVersion."""
    known = ScriptDirectory.from_config(_settings())
    with engine.connect() as connection:
        return _revision_of(connection, known) != known.get_current_head()


def _revision_of(connection: Connection, known: ScriptDirectory) -> str | None:
    """The migration at which the tables stand, None before the first. Raises DataOfNewerVersion."""
    found = MigrationContext.configure(connection).get_current_revision()
    if found and found not in {one.revision for one in known.walk_revisions()}:
        raise DataOfNewerVersion(found)
    return found


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

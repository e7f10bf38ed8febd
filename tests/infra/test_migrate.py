"""The migrations make, on both databases, exactly the tables that the program declares."""

import os
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from hearings.clocks.touching import WATCHED, WATCHED_MONEY, WATCHED_SUPPORT
from infra.audit import record, verify
from infra.db import Base, Database
from infra.migrate import DataOfNewerVersion, migrations_due

START = [sys.executable, "-c", "from infra.db import database; database().migrate()"]
RUN = [sys.executable, "-c", "from cli.main import run; run()"]


def test_starters_that_come_together_migrate_once(empty: Database) -> None:
    assert migrations_due(empty.reader)
    starters = [subprocess.Popen(START, env=os.environ, stderr=subprocess.PIPE) for _ in range(3)]
    said = [starter.communicate(timeout=60)[1] for starter in starters]
    assert [(starter.returncode, words) for starter, words in zip(starters, said, strict=True)] == [(0, b"")] * 3
    assert not migrations_due(empty.reader)


def test_data_that_a_newer_version_migrated_is_refused_in_one_sentence_and_left_as_it_is(empty: Database) -> None:
    empty.migrate()
    with empty.transaction() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    command = subprocess.run([*RUN, "jobs"], capture_output=True, text=True, env=os.environ, check=False)
    assert command.returncode == 1
    assert command.stderr == (
        "This data belongs to a newer version of Courtready (its tables are at 0999) and was left as it is: install "
        "that version, or restore a backup from before it.\n"
    )
    with pytest.raises(DataOfNewerVersion):
        migrations_due(empty.reader)
    with empty.reading() as db:
        assert db.scalar(text("SELECT version_num FROM alembic_version")) == "0999"


def test_the_migrated_tables_are_the_declared_ones(empty: Database) -> None:
    empty.migrate()
    ours = {name for name in Base.metadata.tables if not name.startswith("test_")}
    with empty.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    about_ours = [found for found in differences if not _is_about_a_test_table(found)]
    assert "job" in ours
    assert about_ours == []


def test_every_row_about_a_case_marks_it_after_all_migrations(empty: Database) -> None:
    """A migration that rebuilds a table loses its triggers; then this tells which."""
    empty.migrate()
    catalogue = "sqlite_master WHERE type = 'trigger'" if empty.writer.dialect.name == "sqlite" else "pg_trigger"
    column = "name" if empty.writer.dialect.name == "sqlite" else "tgname"
    with empty.reading() as session:
        made = set(session.scalars(text(f"SELECT {column} FROM {catalogue}")))
    watched = WATCHED | WATCHED_MONEY | WATCHED_SUPPORT
    assert {f"touch_{table}_{verb}" for table in watched for verb in ("insert", "update")} - made == set()


def _is_about_a_test_table(found: object) -> bool:
    table = found[1] if isinstance(found, tuple) else None
    return str(getattr(table, "name", "")).startswith("test_")


def test_the_migrated_audit_table_refuses_changes(empty: Database) -> None:
    empty.migrate()
    with empty.transaction() as session:
        record(session, office_id=1, actor="agent", verb="read", subject="case 1")
    with pytest.raises(DBAPIError, match="never changed"), empty.transaction() as session:
        session.execute(text("UPDATE audit SET actor = 'x'"))
    with empty.reading() as session:
        assert verify(session, 1).rows == 1

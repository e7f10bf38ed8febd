"""The doctor tries each part and says what to do."""

import pytest
from sqlalchemy import text

from infra import doctor, libreoffice
from infra.config import config
from infra.db import Database
from infra.doctor import _PARTS, Finding, _tried, examine
from infra.jobs.machine import this_process
from infra.jobs.presence import show_presence
from infra.pool import own_pool
from tests.servers import free_port


def _found(part: str) -> Finding:
    (found,) = [_tried(name, advice, look) for name, advice, look in _PARTS if name == part]
    return found


def test_on_a_sound_machine_every_part_is_well_and_no_advice_is_given(db: Database) -> None:
    with db.transaction() as session:
        show_presence(session, str(this_process()), slots=2)
    findings = [finding for finding in examine() if finding.part != "migrations"]
    assert [finding for finding in findings if not finding.ok or finding.advice] == []
    assert "1 running, 2 jobs at once." in [finding.words for finding in findings]


def test_a_broker_that_is_down_is_found_and_jobs_are_said_to_be_safe(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURTREADY_BROKER_URL", f"amqp://127.0.0.1:{free_port()}//")
    broker = _found("broker")
    assert not broker.ok
    assert "COURTREADY_BROKER_URL" in broker.advice
    assert not _found("worker").ok


def test_a_missing_libreoffice_is_found_with_the_package_to_install(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "PROGRAMS", ("no-such-office",))
    own_pool().close()
    assert _found("LibreOffice").advice == "Install the package libreoffice-writer-nogui."


def test_a_libreoffice_that_starts_for_each_paper_is_said_to_be_slow_with_the_package_to_install(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "stays for many papers" in _found("LibreOffice").words
    monkeypatch.setattr(doctor, "python_with_uno", lambda: None)
    assert "install python3-uno" in _found("LibreOffice").words


def test_a_database_that_is_away_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURTREADY_DATABASE_URL", f"postgresql://nobody@127.0.0.1:{free_port()}/none")
    assert _found("database").words == "It does not answer (OperationalError)."
    assert config().database_url not in str(_found("database"))


def test_data_of_a_newer_version_is_found_and_named(sqlite: Database) -> None:
    with sqlite.transaction() as db:
        db.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        db.execute(text("INSERT INTO alembic_version VALUES ('0999')"))
    found = _found("migrations")
    assert not found.ok
    assert "belongs to a newer version of Courtready" in found.words

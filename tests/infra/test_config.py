"""Settings."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from infra.config import config


def test_without_settings_everything_lies_in_the_data_folder(data: Path) -> None:
    assert config().database == f"sqlite:///{data}/courtready.db"
    assert config().blobs == f"file://{data}/blobs"
    assert config().broker == "filesystem://"


def test_a_changed_environment_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURTREADY_DATABASE_URL", "postgres://court@db/records")
    monkeypatch.setenv("COURTREADY_BROKER_URL", "amqp://rabbit//")
    assert config().database == "postgresql+psycopg://court@db/records"
    assert config().broker == "amqp://rabbit//"


def test_an_empty_setting_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURTREADY_BROKER_URL", "")
    assert config().broker == "filesystem://"


def test_processes_that_start_together_agree_on_one_secret_that_only_we_can_read(data: Path) -> None:
    with ThreadPoolExecutor(8) as starters:
        secrets = set(starters.map(lambda _: config().sealing_secret(), range(32)))
    file = data / "secret.key"
    assert secrets == {file.read_text()}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [left.name for left in data.iterdir()] == ["secret.key"]


def test_the_data_folder_is_readable_by_us_alone(data: Path) -> None:
    config().folder("blobs")
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


def test_a_secret_from_the_environment_does_not_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURTREADY_SECRET", "correct horse")
    assert config().sealing_secret() == "correct horse"
    assert "correct horse" not in repr(config())

"""Values of ours go into rows and come back the same."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Database
from infra.sealing import WrongKey
from kernel.money import Money
from kernel.sealed import Sealed

SSN = "987-65-4320"


class ColumnSample(Base):
    """A row with one of each of our types."""

    __tablename__ = "test_column_sample"

    id: Mapped[int] = mapped_column(primary_key=True)
    owed: Mapped[Money | None]
    ssn: Mapped[Sealed | None]
    at: Mapped[datetime | None]


def test_money_keeps_every_cent(db: Database) -> None:
    with db.transaction() as session:
        session.add(ColumnSample(owed=Money(100_000_000_000_001)))
    with db.reading() as session:
        assert session.scalars(select(ColumnSample.owed)).all() == [Money(100_000_000_000_001)]


def test_an_instant_comes_back_as_the_same_instant_in_utc(db: Database) -> None:
    eastern = datetime(2026, 3, 8, 1, 59, 59, 123456, tzinfo=timezone(timedelta(hours=-5)))
    with db.transaction() as session:
        session.add(ColumnSample(at=eastern))
    with db.reading() as session:
        kept = session.scalars(select(ColumnSample.at)).one()
    assert kept == eastern
    assert kept is not None
    assert kept.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(db: Database) -> None:
    with pytest.raises(StatementError, match="without a time zone"), db.transaction() as session:
        session.add(ColumnSample(at=datetime(2026, 3, 8)))


def test_a_sealed_value_opens_again_and_prints_nothing(db: Database) -> None:
    with db.transaction() as session:
        session.add(ColumnSample(ssn=Sealed(SSN)))
    with db.reading() as session:
        kept = session.scalars(select(ColumnSample.ssn)).one()
    assert kept is not None
    assert kept.open(purpose="test") == SSN
    assert SSN not in repr(kept)


def test_no_file_of_the_database_holds_a_sealed_value_in_plain(sqlite: Database, data: Path) -> None:
    with sqlite.transaction() as session:
        session.add(ColumnSample(ssn=Sealed(SSN), owed=Money(4_711)))
    files = [file.read_bytes() for file in data.glob("courtready.db*")]
    assert any(b"test_column_sample" in held for held in files)
    assert not any(SSN.encode() in held or SSN.replace("-", "").encode() in held for held in files)


def test_equal_sealed_values_are_stored_as_different_bytes(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        session.add_all([ColumnSample(ssn=Sealed(SSN)), ColumnSample(ssn=Sealed(SSN))])
    with sqlite.reading() as session:
        first, second = session.execute(text("SELECT ssn FROM test_column_sample")).scalars()
    assert first != second


def test_under_another_secret_a_sealed_value_is_refused_in_words(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite.transaction() as session:
        session.add(ColumnSample(ssn=Sealed(SSN)))
    monkeypatch.setenv("COURTREADY_SECRET", "another")
    with pytest.raises(WrongKey, match="COURTREADY_SECRET"), sqlite.reading() as session:
        session.scalars(select(ColumnSample.ssn)).one()

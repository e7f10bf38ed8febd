"""The same extract gives the same facts: in any order of rows, on any database, with any source of money."""

import random
import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect

from infra.config import config
from infra.db import Base, Database, database
from offices.queries import office_named
from tests.county import NOON, PAYMENT_SOURCES, SAMPLE, Files, county_of, import_, in_folder, rows, told

CASES = ("7000070074", "7000070222", "7000070037")


@pytest.fixture(scope="module")
def small() -> Files:
    """Everything about three cases."""
    return county_of(*CASES)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_the_order_of_rows_does_not_matter(sqlite: Database, tmp_path: Path, small: Files, seed: int) -> None:
    def shuffled(found: list[dict[str, str]]) -> list[dict[str, str]]:
        return random.Random(seed).sample(found, len(found))

    import_(sqlite, in_folder(tmp_path / "as it came", small), office="As it came")
    mixed = {name: shuffled(found) for name, found in small.items()}
    import_(sqlite, in_folder(tmp_path / str(seed), mixed), office=f"Mixed {seed}")

    with sqlite.reading() as db:
        office_id = office_named(db, f"Mixed {seed}").id
    assert told(sqlite, office_id) == told(sqlite, 1)


def test_two_ledgers_that_differ_only_in_source_are_one_record(sqlite: Database, tmp_path: Path, small: Files) -> None:
    other = dict(small) | {"PAYMENTS.csv": [row | {"SRC_CD": "FEDTAX"} for row in small["PAYMENTS.csv"]]}
    import_(sqlite, in_folder(tmp_path / "a", small))
    before = told(sqlite)

    report = import_(sqlite, in_folder(tmp_path / "b", other), at=NOON + timedelta(days=1))

    assert {name: count.changed for name, count in report.files.items() if count.changed} == {}
    assert told(sqlite) == before


def test_the_sample_county_really_has_sources_that_could_leak() -> None:
    assert {row["SRC_CD"] for row in rows("PAYMENTS.csv")} == set(PAYMENT_SOURCES)


def test_no_table_has_a_column_for_the_source_of_a_payment(sqlite: Database) -> None:
    columns = {column["name"] for column in inspect(sqlite.reader).get_columns("payment")}
    assert columns == {
        "id", "office_id", "import_id", "source_key", "content", "source", "source_record", "as_of", "retrieved_at",
        "entered_by", "verified_by", "superseded_at", "superseded_by", "case_no", "receipt_no", "collected_on",
        "posted_on", "amount", "adjustment", "reverses",
    }  # fmt: skip


def test_no_source_of_a_payment_is_kept_in_any_cell_of_the_database(sqlite: Database) -> None:
    """Every text of every row is searched for the codes as whole words; the file's bytes for the longer codes as well.

    Codes of three or four letters are looked for only as words: encrypted cells hold every short row of letters.
    """
    import_(sqlite, SAMPLE)
    import_(sqlite, SAMPLE)
    sqlite.close()
    files = [path for path in config().data.glob("courtready.db*") if path.is_file()]
    assert files
    long = [code.encode() for code in PAYMENT_SOURCES if len(code) > 4]
    assert [(path.name, code) for path in files for code in long if code in path.read_bytes()] == []
    with sqlite3.connect(config().data / "courtready.db") as raw:
        words = "\n".join(raw.iterdump())
    assert "R0700370014" in words
    assert set(re.findall(rf"(?<!\w)(?:{'|'.join(PAYMENT_SOURCES)})(?!\w)", words)) == set()


def test_postgresql_and_sqlite_tell_the_same_facts_of_every_case(
    sqlite: Database, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_(sqlite, SAMPLE)
    ours = told(sqlite)
    monkeypatch.setenv("COURTREADY_DATABASE_URL", postgresql_url)
    other = database()
    Base.metadata.create_all(other.writer)
    import_(other, SAMPLE)
    assert other.writer.dialect.name == "postgresql"
    assert len(ours) == 120
    assert told(other) == ours
    other.close()

"""Transactions keep what they promise."""

import os
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Database, after_commit, database


class Counter(Base):
    """A number that several writers raise."""

    __tablename__ = "test_counter"

    id: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
    word: Mapped[str | None]


def _count(db: Database) -> int:
    with db.reading() as session:
        return session.scalars(select(Counter.count)).one()


def test_writers_that_read_before_they_write_lose_no_update(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        session.add(Counter(id=1))

    def raise_by_one(_: int) -> None:
        with sqlite.transaction() as session:
            counter = session.get_one(Counter, 1)
            counter.count = counter.count + 1

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(raise_by_one, range(200)))
    assert _count(sqlite) == 200


def test_an_exception_leaves_nothing_behind(db: Database) -> None:
    def write_and_fail() -> None:
        with db.transaction() as session:
            session.add(Counter(id=1))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    with db.reading() as session:
        assert session.scalars(select(Counter)).all() == []


def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"), db.reading() as session:
        session.execute(insert(Counter).values(id=1))


def test_a_reader_sees_one_state_however_much_is_written_meanwhile(db: Database) -> None:
    with db.transaction() as session:
        session.add(Counter(id=1, count=1))
    with db.reading() as reading:
        before = reading.scalars(select(Counter.count)).one()
        with db.transaction() as session:
            session.get_one(Counter, 1).count = 2
        after = reading.scalars(select(Counter.count)).one()
    assert (before, after, _count(db)) == (1, 1, 2)


def test_a_database_error_does_not_print_the_values(db: Database) -> None:
    with pytest.raises(StatementError) as failure, db.transaction() as session:
        session.execute(insert(Counter).values(id=1, count=None, word="987-65-4320"))
    shown = "".join(traceback.format_exception(failure.value))
    assert "count" in shown
    assert "987-65-4320" not in shown.replace('word="987-65-4320"', "")  # our own line above


def test_what_waits_for_the_commit_happens_after_it_and_only_then(db: Database) -> None:
    seen: list[int] = []
    with db.transaction() as session:
        session.add(Counter(id=1, count=7))
        after_commit(session, lambda: seen.append(_count(db)))
        assert seen == []
    assert seen == [7]


def test_what_waits_for_a_commit_that_never_comes_does_not_happen(db: Database) -> None:
    seen: list[int] = []

    def ask_and_fail() -> None:
        with db.transaction() as session:
            after_commit(session, lambda: seen.append(1))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        ask_and_fail()
    assert seen == []


def test_a_failure_after_the_commit_takes_nothing_back(db: Database) -> None:
    def fail() -> None:
        raise RuntimeError

    with db.transaction() as session:
        session.add(Counter(id=1, count=3))
        after_commit(session, fail)
    assert _count(db) == 3


def test_a_forked_process_opens_its_own_connections(db: Database) -> None:
    with db.transaction() as session:
        session.add(Counter(id=1))
    child = os.fork()
    if child == 0:
        own = database()
        with own.transaction() as session:
            session.get_one(Counter, 1).count = 5
        os._exit(0 if own is not db else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert _count(db) == 5


def test_foreign_keys_are_checked_and_the_journal_is_kept_safe(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        settings = [session.scalar(text(f"PRAGMA {name}")) for name in ("foreign_keys", "journal_mode", "synchronous")]
    assert settings == [1, "wal", 2]


def test_a_second_writer_waits_for_the_first(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        session.execute(insert(Counter).values(id=1))
        second = threading.Thread(target=_set_to_nine, args=(sqlite,))
        second.start()
        second.join(0.3)
        assert second.is_alive()
    second.join(10)
    assert _count(sqlite) == 9


def _set_to_nine(db: Database) -> None:
    with db.transaction() as session:
        session.get_one(Counter, 1).count = 9

"""Engines with the settings that keep writes safe on SQLite and PostgreSQL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext, make_url

BUSY_SECONDS = 30


def writer(url: str) -> Engine:
    """An engine whose transactions may write; on SQLite each takes the write lock at its beginning.

    SQLite's default transactions lose updates silently when two of them read before they write.
    """
    if _is_sqlite(url):
        return _sqlite(url, begin="BEGIN IMMEDIATE", only_reads=False)
    return _postgresql(url)


def reader(url: str) -> Engine:
    """An engine whose transactions see one unchanging state and cannot write."""
    if _is_sqlite(url):
        return _sqlite(url, begin="BEGIN", only_reads=True)
    return _postgresql(url, isolation_level="REPEATABLE READ", execution_options={"postgresql_readonly": True})


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _postgresql(url: str, **how: Any) -> Engine:
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": 5}, **how)
    event.listen(engine, "handle_error", _without_values)
    return engine


def _without_values(error: ExceptionContext) -> None:
    """PostgreSQL quotes the whole row in the detail of an error; only its first line, which quotes none, stays."""
    diagnosis = getattr(error.original_exception, "diag", None)
    if diagnosis is None or diagnosis.message_primary is None or error.sqlalchemy_exception is None:
        return
    words = f"({type(error.original_exception).__name__}) {diagnosis.message_primary}"
    error.original_exception.args = error.sqlalchemy_exception.args = (words,)


def _sqlite(url: str, *, begin: str, only_reads: bool) -> Engine:
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; _begin does
        cursor = connection.cursor()
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
                       f"busy_timeout = {BUSY_SECONDS * 1000}", f"query_only = {int(only_reads)}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

"""The database: one transaction per request or job, opened by the edge."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from infra.base import Base
from infra.columns import Cents, Json, SealedText, UtcDateTime
from infra.config import config
from infra.engines import reader, writer

__all__ = ["Base", "Cents", "Database", "Json", "SealedText", "UtcDateTime", "after_commit", "database"]

log = structlog.get_logger()

_AFTER_COMMIT = "courtready.after_commit"


class Database:
    """One database, open for writing and for reading."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url).render_as_string(hide_password=False)
        self.writer: Engine = writer(url)
        self.reader: Engine = reader(url)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that writes: commits at the end, rolls everything back on an exception."""
        with Session(self.writer, expire_on_commit=False) as db:
            with db.begin():
                yield db
            _run_after_commit(db)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the record and cannot change it."""
        with Session(self.reader, expire_on_commit=False) as db, db.begin():
            yield db

    def migrate(self) -> None:
        """Bring the tables to the newest version; two starters wait for each other."""
        from infra.migrate import migrate  # takes a while, and most processes never migrate

        migrate(self.writer)

    def close(self) -> None:
        """Give every connection back."""
        self.writer.dispose()
        self.reader.dispose()

    def forget(self) -> None:
        """Let go of connections that belong to the parent process, without closing them."""
        self.writer.dispose(close=False)
        self.reader.dispose(close=False)


def after_commit(db: Session, then: Callable[[], object]) -> None:
    """Have ``then`` called once this transaction has committed; its failure changes nothing."""
    db.info.setdefault(_AFTER_COMMIT, []).append(then)


_open: dict[str, Database] = {}


def database() -> Database:
    """The database of the settings; one for each process, also after a fork."""
    url = config().database
    if url not in _open:
        _open[url] = Database(url)
    return _open[url]


def _run_after_commit(db: Session) -> None:
    for then in db.info.pop(_AFTER_COMMIT, []):
        try:
            then()
        except Exception as failure:  # noqa: BLE001  the commit stands, and nobody may be told otherwise
            log.warning("after the commit", failure=type(failure).__name__)


def _after_fork() -> None:
    for inherited in _open.values():
        inherited.forget()
    _open.clear()


os.register_at_fork(after_in_child=_after_fork)

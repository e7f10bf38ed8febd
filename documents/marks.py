"""A short mark of everything that a hearing's papers are gathered from: where it is the same, so are the facts."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from cases.queries import CaseRecord
from cases.tables import Sourced
from documents.gather import Matter
from kernel.digest import sha256

_ROOT: Final = Path(__file__).resolve().parent.parent
_SOURCES: Final = ("kernel", "law", "cases", "hearings", "offices", "documents/facts", "documents/gather")
"""What decides which facts come of a record: our own rules, and the law in rows."""


def mark(of: Matter) -> str:
    """The mark of a matter: its rows, its hearing, the office's settings, the day, and the rules of this program."""
    return of.record.once(("mark", of.hearing.id), lambda: _mark(of))


def _mark(of: Matter) -> str:
    rest = (
        of.hearing, of.kind, of.services, of.notice, of.uncounted, of.office, of.agent, of.as_of, _run(of), _rules(),
    )  # fmt: skip
    return sha256("\n".join([*_rows(of.record), *_told(of.ability.rows), repr(rest)]).encode())


def _run(of: Matter) -> tuple[int, str] | None:
    return (of.run.number, of.run.digest) if of.run else None


def _rows(record: CaseRecord) -> Iterator[str]:
    """Every value of every row; of a sealed one, what ``content`` tells."""
    for rows in (
        (record.header,), record.participants, record.addresses, record.jobs, record.assets, record.orders,
        record.balances, record.payments, record.notes, tuple(record.money.rows),
    ):  # fmt: skip
        yield from _told(rows)


def _told(rows: Iterable[Any]) -> Iterator[str]:
    for row in rows:
        columns = _columns(type(row))  # type: ignore[arg-type]  # a class can be hashed
        yield row.__tablename__ + repr([getattr(row, name) for name in columns])


@cache
def _columns(kind: type[Sourced]) -> tuple[str, ...]:
    return tuple(attribute.key for attribute in kind.__mapper__.column_attrs)  # type: ignore[attr-defined]


@cache
def _rules() -> str:
    files = (file for folder in _SOURCES for kind in ("*.py", "*.toml") for file in (_ROOT / folder).rglob(kind))
    return sha256(b"\0".join(file.read_bytes() for file in sorted(files)))

"""A large county straight into the database: the cases that are there again and again under new numbers."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from infra.base import Base

NUMBER = re.compile(r"(?<![0-9])[0-9]{10}(?![0-9])|(?<=\bR)[0-9]{10}")
FIRST, STEP, SAMPLE = 100_000_000, 1_000_000, 10_000_000
"""The numbers of a copy are this far from the sample's, whose own differ by less than its step (``bench.county``)."""
TABLES = (
    "support_case", "case_header", "docket_number", "participant", "address", "employment", "asset",
    "support_order", "state_balance", "payment", "court_session", "hearing", "setting", "listing", "service_attempt",
)  # fmt: skip
MOST = {"payment": 720}
"""Rows of a copy of the sample, where it has more."""
DIGESTS = frozenset({"content"})
"""Columns whose digits are nobody's number, however many stand in a row."""
CHUNK = 20_000


def fill(db: Session, cases: int) -> int:
    """Add copies of the cases until the office has at least so many; how many it has then. To be called once only."""
    tables = [Base.metadata.tables[name] for name in TABLES]
    held = {table.name: _rows(db, table) for table in tables}
    of_sample = {row["id"] for row in held["hearing"]}
    held["setting"] = [row for row in held["setting"] if row["hearing_id"] in of_sample]
    lengths = {table.name: db.scalar(select(func.max(table.c.id))) or 0 for table in tables}
    own = len(held["support_case"])
    copies = -(-(cases - own) // own)
    for table in tables:
        waiting: list[dict[str, Any]] = []
        for row in _copies(held[table.name], lengths, copies, lengths[table.name]):
            waiting.append(row)
            if len(waiting) == CHUNK:
                db.execute(insert(table), waiting)
                waiting = []
        if waiting:
            db.execute(insert(table), waiting)
    return db.scalar(select(func.count()).select_from(Base.metadata.tables["support_case"])) or 0


def _rows(db: Session, table: Table) -> list[dict[str, Any]]:
    keys = [column.key for column in table.columns]
    found = [dict(zip(keys, row, strict=True)) for row in db.execute(select(table))]
    sample = [row for row in found if all(_of_the_sample(row[key]) for key in keys if key not in DIGESTS)]
    return sample[: MOST.get(table.name, len(sample))]


def _of_the_sample(value: Any) -> bool:
    numbers = NUMBER.findall(value) if isinstance(value, str) else []
    return all(int(number) % FIRST < SAMPLE for number in numbers)


def _copies(
    rows: Sequence[dict[str, Any]], lengths: dict[str, int], copies: int, length: int
) -> Iterator[dict[str, Any]]:
    for copy in range(1, copies + 1):
        by = FIRST + copy * STEP
        for row in rows:
            made = {name: value if name in DIGESTS else _shifted(value, by) for name, value in row.items()}
            made["id"] = row["id"] + copy * length
            for key, table in (("hearing_id", "hearing"), ("court_session_id", "court_session")):
                if key in row:
                    made[key] = row[key] + copy * lengths[table]
            if "capacity" in row:
                made["room"] = f"{row['room']}.{copy}"
            yield made


def _shifted(value: Any, by: int) -> Any:
    return NUMBER.sub(lambda found: f"{int(found[0]) + by:010}", value) if isinstance(value, str) else value

"""What follows when new rows come in: cases get their identity, file numbers their one spelling."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from cases.docket import normal_docket
from cases.records import RecordKind, case_kinds
from cases.tables import Case, DocketNumber
from offices.queries import settings_of


def kinds() -> tuple[RecordKind, ...]:
    """The record kinds of this package, ready for an import."""
    return case_kinds(place_headers, place_orders)


def place_headers(db: Session, office_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """Give each new case its identity and file its docket number."""
    numbers = {row["case_no"] for row in rows}
    known = set(db.scalars(select(Case.case_no).where(Case.office_id == office_id, Case.case_no.in_(numbers))))
    if new := sorted(numbers - known):
        db.execute(insert(Case), [{"office_id": office_id, "case_no": case_no} for case_no in new])
    place_orders(db, office_id, rows)


def place_orders(db: Session, office_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """File the docket numbers that the rows name."""
    file_dockets(db, office_id, ((row["case_no"], row["docket"]) for row in rows if row.get("docket")))


def normalise_anew(db: Session, office_id: int) -> int:
    """Give every docket number its one spelling again after the court's suffix was set; how many changed."""
    suffix = settings_of(db, office_id).court_suffix
    changed = 0
    for row in db.scalars(select(DocketNumber).where(DocketNumber.office_id == office_id)):
        normal = normal_docket(row.as_given, court_suffix=suffix)
        changed += row.normal != normal
        row.normal = normal
    return changed


def file_dockets(db: Session, office_id: int, pairs: Iterable[tuple[str, str]]) -> None:
    """Add docket numbers, each once, as given and in the normal spelling."""
    wanted = set(pairs)
    have = {
        (case_no, given)
        for case_no, given in db.execute(
            select(DocketNumber.case_no, DocketNumber.as_given).where(
                DocketNumber.office_id == office_id, DocketNumber.case_no.in_({case_no for case_no, _ in wanted})
            )
        )
    }
    suffix = settings_of(db, office_id).court_suffix
    new = [
        {
            "office_id": office_id,
            "case_no": case_no,
            "as_given": given,
            "normal": normal_docket(given, court_suffix=suffix),
        }
        for case_no, given in sorted(wanted - have)
    ]
    if new:
        db.execute(insert(DocketNumber), new)

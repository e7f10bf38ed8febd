"""The records of an extract that belong to the calendar, and how they are placed on it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.placing import file_dockets
from cases.placing import kinds as case_kinds
from cases.records import Kind, RecordKind, optional, required
from hearings.tables import CourtSession, Hearing, Listing, ServiceAttempt, Setting
from infra.clock import now


def kinds() -> tuple[RecordKind, ...]:
    """Every record that an extract may fill: those of cases, and the calendar's own."""
    return (*case_kinds(), LISTING, SERVICE)


def place_listings(db: Session, office_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """Set each listed hearing in its court session; a changed listing moves the hearing."""
    file_dockets(db, office_id, ((row["case_no"], row["docket"]) for row in rows if row["docket"]))
    for row in rows:
        place(db, office_id, row)


def place(db: Session, office_id: int, row: dict[str, Any]) -> Hearing:
    """The hearing of one listing, made if new, set in the session that the listing names."""
    key = f"{row['case_no']}|{row['docket'] or ''}|{row['code']}|{row['on'].isoformat()}"
    hearing = db.scalar(select(Hearing).where(Hearing.office_id == office_id, Hearing.listing_key == key))
    if hearing is None:
        hearing = Hearing(
            office_id=office_id, case_no=row["case_no"], docket=row["docket"] or "", code=row["code"], listing_key=key
        )
        db.add(hearing)
        db.flush()
    hearing.disposition = row["disposition"]
    session = _session(db, office_id, row)
    setting = db.scalar(select(Setting).where(Setting.hearing_id == hearing.id, Setting.ended_at.is_(None)))
    if setting is not None and (setting.court_session_id, setting.at) == (session.id, row["at"]):
        return hearing
    if setting is not None:
        setting.ended_at = now()
        db.flush()  # a hearing has one current setting at any time
    db.add(Setting(hearing_id=hearing.id, court_session_id=session.id, at=row["at"]))
    db.flush()
    return hearing


def _session(db: Session, office_id: int, row: dict[str, Any]) -> CourtSession:
    named = {"on": row["on"], "courthouse": row["courthouse"], "room": row["room"] or "", "judge": row["judge"] or ""}
    session = db.scalar(select(CourtSession).filter_by(office_id=office_id, **named))
    if session is None:
        session = CourtSession(office_id=office_id, **named)
        db.add(session)
        db.flush()
    return session


LISTING = RecordKind(
    "listing",
    Listing,
    (
        required("case_no", longest=20),
        optional("docket", longest=40),
        required("code", longest=20),
        required("on", Kind.DATE),
        required("at", Kind.TIME),
        required("courthouse", Kind.TEXT),
        optional("room", Kind.TEXT, 60),
        optional("judge", Kind.TEXT),
        optional("disposition", longest=20),
    ),
    placing=place_listings,
)

SERVICE = RecordKind(
    "service",
    ServiceAttempt,
    (
        required("case_no", longest=20),
        required("mpi_no", longest=20),
        required("paper", Kind.TEXT, 60),
        optional("issued_on", Kind.DATE),
        required("method", longest=30),
        optional("attempted_on", Kind.DATE),
        optional("result", longest=40),
        optional("served_on", Kind.DATE),
        optional("served_upon", Kind.TEXT, 60),
        optional("returned_on", Kind.DATE),
    ),
    dated_by="returned_on",
)

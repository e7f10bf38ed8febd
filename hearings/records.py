"""The records of an extract that belong to the calendar, and how they are placed on it."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.placing import file_dockets
from cases.placing import kinds as case_kinds
from cases.records import Kind, RecordKind, optional, required
from hearings.calendar.tables import Continuance
from hearings.court_day.entries import entered_disposition
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


def place(db: Session, office_id: int, row: dict[str, Any]) -> None:
    """Set the hearing of one listing in the session that the listing names.

    What people did stands: nothing is set into a locked session or moved out of one, a hearing that a person
    continued is not set back to the place that it left, and one that was heard stays heard.
    """
    hearing = _listed(db, office_id, row)
    session = session_named(db, office_id, row)
    setting = _setting(db, hearing) if hearing else None
    if hearing is not None:
        hearing.disposition = row["disposition"] or entered_disposition(db, hearing)
    if setting is not None and (setting.court_session_id, setting.at) == (session.id, row["at"]):
        return
    if session.locked_at is not None or (setting is not None and _is_locked(db, setting)):
        return
    if hearing is not None and _left(db, hearing, session, row["at"]):
        return
    hearing = hearing or new_hearing(db, office_id, row)
    if setting is not None:
        setting.ended_at = now()
        db.flush()  # a hearing has one current setting at any time
    db.add(Setting(hearing_id=hearing.id, court_session_id=session.id, at=row["at"]))
    db.flush()


def listed_hearing(db: Session, office_id: int, row: dict[str, Any]) -> Hearing:
    """The hearing that a listing names, made if it is new, not yet set."""
    return _listed(db, office_id, row) or new_hearing(db, office_id, row)


def new_hearing(db: Session, office_id: int, row: dict[str, Any]) -> Hearing:
    """A hearing of its own for a listing, not yet set."""
    hearing = Hearing(
        office_id=office_id,
        case_no=row["case_no"],
        docket=row["docket"] or "",
        code=row["code"],
        listing_key=_key(row),
        disposition=row["disposition"],
    )
    db.add(hearing)
    db.flush()
    return hearing


def session_named(db: Session, office_id: int, row: dict[str, Any]) -> CourtSession:
    """The session of a day, courthouse, room and judge, made if it is new; one that is there is never changed."""
    named = {"on": row["on"], "courthouse": row["courthouse"], "room": row["room"] or "", "judge": row["judge"] or ""}
    session = db.scalar(select(CourtSession).filter_by(office_id=office_id, **named))
    if session is None:
        session = CourtSession(office_id=office_id, **named)
        db.add(session)
        db.flush()
    return session


def _listed(db: Session, office_id: int, row: dict[str, Any]) -> Hearing | None:
    """The hearing made from this listing, or one that a person continued to the day that it names."""
    made = db.scalar(select(Hearing).where(Hearing.office_id == office_id, Hearing.listing_key == _key(row)))
    if made is not None:
        return made
    return db.scalar(
        select(Hearing)
        .join(Setting, (Setting.hearing_id == Hearing.id) & Setting.ended_at.is_(None))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(
            Hearing.office_id == office_id,
            Hearing.case_no == row["case_no"],
            Hearing.docket == (row["docket"] or ""),
            Hearing.code == row["code"],
            CourtSession.on == row["on"],
        )
        .order_by(Hearing.id)
    )


def _key(row: dict[str, Any]) -> str:
    return f"{row['case_no']}|{row['docket'] or ''}|{row['code']}|{row['on'].isoformat()}"


def _setting(db: Session, hearing: Hearing) -> Setting | None:
    return db.scalar(select(Setting).where(Setting.hearing_id == hearing.id, Setting.ended_at.is_(None)))


def _is_locked(db: Session, setting: Setting) -> bool:
    return db.get_one(CourtSession, setting.court_session_id).locked_at is not None


def _left(db: Session, hearing: Hearing, session: CourtSession, at: time) -> bool:
    """Whether a person continued the hearing from just this place."""
    return (
        db.scalar(
            select(Continuance.id)
            .join(Setting, Setting.id == Continuance.from_setting_id)
            .where(
                Continuance.hearing_id == hearing.id,
                Continuance.withdrawn_at.is_(None),
                Setting.court_session_id == session.id,
                Setting.at == at,
            )
            .limit(1)
        )
        is not None
    )


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

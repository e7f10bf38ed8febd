"""Questions about the calendar."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from cases.trace import trace_of
from hearings.errors import NoSuchHearing, NoSuchSession
from hearings.facts import Served, SessionOnCalendar, SetHearing
from hearings.tables import CourtSession, Hearing, Listing, ServiceAttempt, Setting
from kernel.traced import Trace


def sessions(db: Session, office_id: int) -> list[SessionOnCalendar]:
    """Every court session of the office in order of day, with the number of hearings set in it."""
    return [SessionOnCalendar(*row) for row in db.execute(_sessions(office_id))]


def session(db: Session, office_id: int, id: int) -> SessionOnCalendar:
    """One court session. Raises NoSuchSession, also for another office's."""
    row = db.execute(_sessions(office_id).where(CourtSession.id == id)).first()
    if row is None:
        raise NoSuchSession(id)
    return SessionOnCalendar(*row)


def hearings_of_session(db: Session, office_id: int, session_id: int) -> list[SetHearing]:
    """The hearings of a session in call order: by time, then case number."""
    rows = db.execute(
        _hearings(office_id).where(CourtSession.id == session_id).order_by(Setting.at, Hearing.case_no, Hearing.id)
    )
    return _set_hearings(db, office_id, rows.all())


def hearing(db: Session, office_id: int, id: int) -> SetHearing:
    """One hearing with its current setting. Raises NoSuchHearing, also for another office's."""
    rows = db.execute(_hearings(office_id).where(Hearing.id == id)).all()
    if not rows:
        raise NoSuchHearing(id)
    return _set_hearings(db, office_id, rows)[0]


def hearings_of_case(db: Session, office_id: int, case_no: str) -> list[SetHearing]:
    """Every hearing of a case, the latest first."""
    rows = db.execute(_hearings(office_id).where(Hearing.case_no == case_no).order_by(CourtSession.on.desc()))
    return _set_hearings(db, office_id, rows.all())


def services(db: Session, office_id: int, case_no: str, *, as_of: date) -> list[Served]:
    """Service of process in a case in order of issue. What happened after ``as_of`` is not yet known on that day."""
    return services_of_cases(db, office_id, [case_no], as_of=as_of)[case_no]


def services_of_cases(
    db: Session, office_id: int, case_numbers: Collection[str], *, as_of: date
) -> dict[str, list[Served]]:
    """Service of process in several cases, read together, as ``services`` tells it of each."""
    found = db.scalars(
        select(ServiceAttempt).where(
            ServiceAttempt.office_id == office_id,
            ServiceAttempt.case_no.in_(case_numbers),
            ServiceAttempt.superseded_at.is_(None),
        )
    )
    told: dict[str, list[Served]] = {case_no: [] for case_no in case_numbers}
    for row in sorted(found, key=lambda row: (row.issued_on or date.min, row.source_key)):
        if row.issued_on is None or row.issued_on <= as_of:
            told[row.case_no].append(_known(row, as_of))
    return told


def _known(row: ServiceAttempt, as_of: date) -> Served:
    tried = row.attempted_on is None or row.attempted_on <= as_of
    returned = row.returned_on if row.returned_on and row.returned_on <= as_of else None
    served = row.served_on if tried and row.served_on and row.served_on <= as_of else None
    return Served(
        row.paper,
        row.mpi_no,
        row.method,
        row.issued_on,
        row.attempted_on if tried else None,
        row.result if tried else None,
        served,
        row.served_upon if served else None,
        returned,
        trace_of(row),
    )


def _sessions(office_id: int) -> Select[int, date, str, str, str, int]:
    return (
        select(
            CourtSession.id,
            CourtSession.on,
            CourtSession.courthouse,
            CourtSession.room,
            CourtSession.judge,
            func.count(Setting.id),
        )
        .outerjoin(Setting, (Setting.court_session_id == CourtSession.id) & Setting.ended_at.is_(None))
        .where(CourtSession.office_id == office_id)
        .group_by(CourtSession.id)
        .order_by(CourtSession.on, CourtSession.id)
    )


def _hearings(office_id: int) -> Select[Hearing, Setting, CourtSession]:
    return (
        select(Hearing, Setting, CourtSession)
        .join(Setting, (Setting.hearing_id == Hearing.id) & Setting.ended_at.is_(None))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(Hearing.office_id == office_id)
    )


def _set_hearings(
    db: Session, office_id: int, rows: Sequence[tuple[Hearing, Setting, CourtSession]]
) -> list[SetHearing]:
    listings = {
        f"{one.case_no}|{one.docket or ''}|{one.code}|{one.on.isoformat()}": one
        for one in db.scalars(
            select(Listing).where(
                Listing.office_id == office_id,
                Listing.superseded_at.is_(None),
                Listing.case_no.in_({row[0].case_no for row in rows}),
            )
        )
    }
    return [
        SetHearing(
            id=hearing.id,
            office_id=hearing.office_id,
            case_no=hearing.case_no,
            docket=hearing.docket,
            code=hearing.code,
            session_id=session.id,
            on=session.on,
            at=setting.at,
            courthouse=session.courthouse,
            room=session.room,
            judge=session.judge,
            disposition=hearing.disposition,
            trace=trace_of(listings[hearing.listing_key])
            if hearing.listing_key in listings
            else Trace("Courtready", f"hearing {hearing.id}"),
        )
        for hearing, setting, session in rows
    ]

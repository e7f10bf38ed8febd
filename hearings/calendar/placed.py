"""Questions: the hearings of a day with everybody whom they need, how full sessions are, and what an office does."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.tables import CaseHeader, Participant
from hearings.calendar.clashes import AGENT, JUDGE, PARTY, Clash, Needed, Placed, clashes
from hearings.calendar.loads import Load
from hearings.calendar.local import zone_named
from hearings.calendar.practices import Practices
from hearings.calendar.tables import Assignment, Courthouse, Practice
from hearings.facts import place_of
from hearings.tables import CourtSession, Hearing, Setting
from law.states import StateLaw, law_of
from offices.queries import settings_of, state_of
from offices.tables import Staff

PARTIES = ("obligor", "obligee")
AT_ONCE = 500
"""Case numbers asked for in one question."""


def practices_of(db: Session, office_id: int) -> Practices:
    """The office's numbers: minutes of a matter, days of service."""
    rows = db.execute(select(Practice.subject, Practice.name, Practice.number).where(Practice.office_id == office_id))
    return Practices({(subject, name): number for subject, name, number in rows})


def zones_of(db: Session, office_id: int) -> dict[str, ZoneInfo]:
    """The time zone of every courthouse on file; others keep the office's."""
    rows = db.execute(select(Courthouse.name, Courthouse.zone).where(Courthouse.office_id == office_id))
    return {name: zone_named(zone) for name, zone in rows}


def zone_of(db: Session, office_id: int, courthouse: str) -> ZoneInfo:
    """The time zone of a courthouse. Raises NoSuchZone."""
    return zones_of(db, office_id).get(courthouse) or zone_named(settings_of(db, office_id).time_zone)


def loads(db: Session, office_id: int, session_ids: Collection[int] | None = None) -> dict[int, Load]:
    """How full each session is, by its number; all sessions of the office unless some are named."""
    law, practices = law_of(state_of(db, office_id)), practices_of(db, office_id)
    sessions = select(CourtSession.id, CourtSession.capacity, CourtSession.minutes).where(
        CourtSession.office_id == office_id
    )
    counted = (
        select(Setting.court_session_id, Hearing.code, func.count())
        .join(Hearing, Hearing.id == Setting.hearing_id)
        .where(Hearing.office_id == office_id, Setting.ended_at.is_(None))
        .group_by(Setting.court_session_id, Hearing.code)
    )
    if session_ids is not None:
        sessions = sessions.where(CourtSession.id.in_(session_ids))
        counted = counted.where(Setting.court_session_id.in_(session_ids))
    matters: dict[int, int] = defaultdict(int)
    minutes: dict[int, int] = defaultdict(int)
    for session_id, code, count in db.execute(counted):
        matters[session_id] += count
        minutes[session_id] += count * practices.minutes_of(law.hearing_type_or_other(code))
    return {id: Load(matters[id], minutes[id], capacity, longest) for id, capacity, longest in db.execute(sessions)}


def clashes_of_session(db: Session, office_id: int, session_id: int) -> list[Clash]:
    """Every clash between a session and the others of its day."""
    on = db.scalar(select(CourtSession.on).where(CourtSession.office_id == office_id, CourtSession.id == session_id))
    found = clashes(placed_on(db, office_id, [on])) if on else []
    return [one for one in found if session_id in (one.here.session_id, one.there.session_id)]


def placed_on(db: Session, office_id: int, days: Collection[date]) -> list[Placed]:
    """Every hearing that is set on these days, with everybody whom it needs."""
    rows = db.execute(
        select(Hearing, Setting, CourtSession)
        .join(Setting, (Setting.hearing_id == Hearing.id) & Setting.ended_at.is_(None))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(CourtSession.office_id == office_id, CourtSession.on.in_(days), Hearing.disposition.is_(None))
        .order_by(CourtSession.on, Setting.at, Hearing.id)
    ).all()
    law, practices = law_of(state_of(db, office_id)), practices_of(db, office_id)
    zones, office_zone = zones_of(db, office_id), zone_named(settings_of(db, office_id).time_zone)
    needed = _needed(db, office_id, [row[0] for row in rows])
    return [
        _placed(hearing, setting, session, law, practices, zones.get(session.courthouse, office_zone), needed)
        for hearing, setting, session in rows
    ]


def would_be(
    db: Session, office_id: int, hearing: Hearing, session: CourtSession, setting: Setting, others: Sequence[Placed]
) -> list[Clash]:
    """The clashes of one hearing if it stood in a session at the hour of ``setting``, which need not be on file."""
    law, practices = law_of(state_of(db, office_id)), practices_of(db, office_id)
    zone = zone_of(db, office_id, session.courthouse)
    here = _placed(hearing, setting, session, law, practices, zone, _needed(db, office_id, [hearing]))
    found = clashes([one for one in others if one.hearing_id != hearing.id] + [here])
    return [one for one in found if hearing.id in (one.here.hearing_id, one.there.hearing_id)]


def _placed(
    hearing: Hearing,
    setting: Setting,
    session: CourtSession,
    law: StateLaw,
    practices: Practices,
    zone: ZoneInfo,
    needed: dict[int, list[Needed]],
) -> Placed:
    judge = [Needed(JUDGE, session.judge.casefold(), session.judge)] if session.judge else []
    return Placed(
        hearing.id,
        hearing.case_no,
        session.id,
        session.on,
        setting.at,
        session.closes,
        place_of(session.courthouse, session.room),
        zone,
        practices.minutes_of(law.hearing_type_or_other(hearing.code)),
        tuple(needed.get(hearing.id, []) + judge),
    )


def _needed(db: Session, office_id: int, hearings: Sequence[Hearing]) -> dict[int, list[Needed]]:
    """Parties by case, and the agents and attorneys: who is assigned, else the worker of the case."""
    found: dict[int, list[Needed]] = defaultdict(list)
    of_case: dict[str, list[int]] = defaultdict(list)
    for one in hearings:
        of_case[one.case_no].append(one.id)
    for numbers in _in_parts(sorted(of_case)):
        for case_no, mpi_no, name in db.execute(
            select(Participant.case_no, Participant.mpi_no, Participant.name).where(
                Participant.office_id == office_id,
                Participant.superseded_at.is_(None),
                Participant.role.in_(PARTIES),
                Participant.case_no.in_(numbers),
            )
        ):
            for id in of_case[case_no]:
                found[id].append(Needed(PARTY, mpi_no, name))
    for id, needed in _staff_of(db, office_id, of_case).items():
        found[id] += needed
    return found


def _staff_of(db: Session, office_id: int, of_case: dict[str, list[int]]) -> dict[int, list[Needed]]:
    found: dict[int, list[Needed]] = defaultdict(list)
    ids = [id for each in of_case.values() for id in each]
    for some in _in_parts(ids):
        for hearing_id, role, person_id, name in db.execute(
            select(Assignment.hearing_id, Assignment.role, Staff.id, Staff.name)
            .join(Staff, Staff.id == Assignment.person_id)
            .where(Assignment.office_id == office_id, Assignment.ended_at.is_(None), Assignment.hearing_id.in_(some))
        ):
            found[hearing_id].append(Needed(role, str(person_id), name))
    with_agent = {id for id, needed in found.items() if any(one.role == AGENT for one in needed)}
    for numbers in _in_parts(sorted(of_case)):
        for case_no, person_id, name in db.execute(
            select(CaseHeader.case_no, Staff.id, Staff.name)
            .join(Staff, (Staff.agent_code == CaseHeader.worker) & (Staff.office_id == CaseHeader.office_id))
            .where(
                CaseHeader.office_id == office_id,
                CaseHeader.superseded_at.is_(None),
                CaseHeader.case_no.in_(numbers),
                Staff.ended_at.is_(None),
            )
        ):
            for id in of_case[case_no]:
                if id not in with_agent:
                    found[id].append(Needed(AGENT, str(person_id), name))
    return found


def _in_parts(them: Sequence[str] | Sequence[int]) -> Iterable[Sequence[str] | Sequence[int]]:
    return (them[start : start + AT_ONCE] for start in range(0, len(them), AT_ONCE))

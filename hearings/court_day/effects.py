"""Verbs: what an outcome does to the calendar, the case and the list of tasks, and how that is taken back."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cases.actions import write_note
from cases.tables import CaseHeader
from hearings.calendar.causes import cause_of
from hearings.calendar.closings import office_calendar
from hearings.calendar.moving import continue_hearing, current_setting
from hearings.calendar.tables import Assignment, Continuance
from hearings.court_day.entries import Chain
from hearings.court_day.errors import MovedOn
from hearings.court_day.facts import Due, Field, FieldKind, OutcomeKind
from hearings.court_day.fields import place_of
from hearings.court_day.following import CourtDayOf, what_follows
from hearings.court_day.saying import NEXT_AT, NEXT_ON, promises, spoken
from hearings.court_day.tables import Handoff, Outcome, Task
from hearings.service.queries import services
from hearings.tables import CourtSession, Hearing, Setting
from law.hearing_types import HearingType
from law.states import StateLaw
from offices.facts import Person, Role
from offices.tables import Staff


def move(
    db: Session,
    hearing: Hearing,
    kind: OutcomeKind,
    fields: Mapping[str, str],
    *,
    by: Person,
    now: datetime,
    today: date,
) -> dict[str, str]:
    """Continue the hearing as the outcome says; where its next date led, to be kept with the entry.

    Raises what ``continue_hearing`` raises.
    """
    to_session, at = place_of(fields["to"]) if "to" in fields else (None, None)
    cause = kind.cause or fields["cause"]
    made = continue_hearing(
        db, hearing.id, cause=cause, words=fields.get("know", ""), to_session=to_session, at=at, seen=None, by=by,
        now=now, today=today,
    )  # fmt: skip
    if made.to_setting_id is None:
        return {}
    to = db.get_one(Setting, made.to_setting_id)
    session = db.get_one(CourtSession, to.court_session_id)
    return {NEXT_ON: session.on.isoformat(), NEXT_AT: to.at.isoformat("minutes")}


def apply(
    db: Session, hearing: Hearing, kind: OutcomeKind, entry: Outcome, law: StateLaw, of_type: HearingType, *,
    session: CourtSession, by: Person, now: datetime, today: date,
) -> None:  # fmt: skip
    """Write what follows from an entry: disposition, entries of the case, tasks and what is handed over."""
    if kind.disposition:
        hearing.disposition = kind.disposition
    _write_notes(db, hearing, kind, entry.fields, law.state, by=by, now=now)
    _hand_over(db, hearing, entry)
    court = office_calendar(db, hearing.office_id, courthouse=session.courthouse)
    next_on = date.fromisoformat(entry.fields[NEXT_ON]) if NEXT_ON in entry.fields else None
    of = CourtDayOf(law, of_type, min(session.on, today), court, next_on, _last_issue(db, hearing, today))
    people = _people(db, hearing, by)
    for due in what_follows(kind, entry.fields, of):
        db.add(_task(hearing, entry, due, people.get(due.owner), now))
    db.flush()


def take_back(db: Session, hearing: Hearing, kind: OutcomeKind, chain: Chain, *, now: datetime) -> None:
    """Undo what the standing entry of a chain did: its continuance, its disposition, and tasks not yet done.

    Raises MovedOn where the hearing was moved again since.
    """
    standing = chain.standing
    assert standing is not None  # noqa: S101  only a standing entry is taken back
    if kind.moves:
        _set_back(db, hearing, db.get_one(Setting, standing.setting_id).court_session_id, now)
    hearing.disposition = None
    db.execute(
        update(Task)
        .where(
            Task.outcome_id.in_([one.id for one in chain.entries]), Task.done_at.is_(None), Task.withdrawn_at.is_(None)
        )
        .values(withdrawn_at=now)
    )
    db.flush()


def _set_back(db: Session, hearing: Hearing, session_id: int, now: datetime) -> None:
    """Give a continued hearing its place of before in the session; the continuance then counts for nothing."""
    made = db.scalar(
        select(Continuance)
        .join(Setting, Setting.id == Continuance.from_setting_id)
        .where(
            Continuance.hearing_id == hearing.id,
            Continuance.withdrawn_at.is_(None),
            Setting.court_session_id == session_id,
        )
        .order_by(Continuance.id.desc())
        .limit(1)
    )
    current = current_setting(db, hearing.id)
    if made is None or (current.id if current else None) != made.to_setting_id or _called_again(db, made):
        raise MovedOn()
    made.withdrawn_at = now
    if current is not None:
        current.ended_at = now
    db.flush()  # a hearing has one current setting at any time
    left = db.get_one(Setting, made.from_setting_id)
    db.add(Setting(hearing_id=hearing.id, court_session_id=session_id, at=left.at))
    db.flush()


def _called_again(db: Session, made: Continuance) -> bool:
    """Whether the hearing was called already in the session to which it was continued."""
    return db.scalar(select(Outcome.id).where(Outcome.setting_id == made.to_setting_id).limit(1)) is not None


def _write_notes(
    db: Session,
    hearing: Hearing,
    kind: OutcomeKind,
    fields: Mapping[str, str],
    state: str,
    *,
    by: Person,
    now: datetime,
) -> None:
    """Have the entries of the case say what the court said, so that the draft order says it too."""
    for field in kind.fields:
        name = (field.notes or {}).get(state)
        words = _as_note(field, fields) if field.name in fields else ""
        if name and words:
            write_note(db, hearing.case_no, name, words, by=by, now=now)


def _as_note(field: Field, fields: Mapping[str, str]) -> str:
    value = fields[field.name]
    if field.kind is FieldKind.DAY:
        return f"{date.fromisoformat(value):%m/%d/%Y}"
    if field.kind is FieldKind.CAUSE:
        return cause_of(value).name
    if field.kind is FieldKind.PLACE:
        at = fields.get(NEXT_AT)
        return spoken(date.fromisoformat(fields[NEXT_ON])) + (f" at {at}" if at else "") if NEXT_ON in fields else ""
    return value


def _hand_over(db: Session, hearing: Hearing, entry: Outcome) -> None:
    words, promised = entry.fields.get("know", ""), promises(entry.fields.get("promised", ""))
    told = [{"who": one.who, "what": one.what} for one in promised]
    last = db.scalar(select(Handoff).where(Handoff.hearing_id == hearing.id).order_by(Handoff.id.desc()).limit(1))
    said_already = last is not None and (last.words, last.promised) == (words, told)
    if (words or told) and not said_already:
        db.add(
            Handoff(
                office_id=hearing.office_id, hearing_id=hearing.id, words=words, promised=told, by=entry.by,
                by_name=entry.by_name, at=entry.at,
            )
        )  # fmt: skip


def _last_issue(db: Session, hearing: Hearing, today: date) -> date | None:
    found = services(db, hearing.office_id, hearing.case_no, as_of=today)
    return max((one.issued_on for one in found if one.issued_on), default=None)


def _people(db: Session, hearing: Hearing, by: Person) -> dict[str, int]:
    """Who does a task, by role: whoever stands in the hearing, else the worker of the case, else who enters it."""
    found = {by.role.value: by.id}
    worker = db.scalar(
        select(Staff.id)
        .join(CaseHeader, (CaseHeader.worker == Staff.agent_code) & (CaseHeader.office_id == Staff.office_id))
        .where(
            CaseHeader.office_id == hearing.office_id,
            CaseHeader.case_no == hearing.case_no,
            CaseHeader.superseded_at.is_(None),
            Staff.ended_at.is_(None),
        )
        .limit(1)
    )
    if worker is not None:
        found[Role.AGENT.value] = worker
    found.update(
        (role, person_id)
        for role, person_id in db.execute(
            select(Assignment.role, Assignment.person_id).where(
                Assignment.hearing_id == hearing.id, Assignment.ended_at.is_(None)
            )
        )
    )
    return found


def _task(hearing: Hearing, entry: Outcome, due: Due, person_id: int | None, now: datetime) -> Task:
    return Task(
        office_id=hearing.office_id, case_no=hearing.case_no, hearing_id=hearing.id, outcome_id=entry.id, kind=due.kind,
        words=due.words, due_on=due.due_on, owner=due.owner, person_id=person_id, rule=due.rule, made_at=now,
    )  # fmt: skip

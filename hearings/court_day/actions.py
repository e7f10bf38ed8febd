"""Verbs of a court day: enter an outcome, close the day, hand a hearing over, finish a task."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hearings.calendar.moving import hearing_row
from hearings.calendar.session_changes import session_row
from hearings.court_day.effects import apply, move, take_back
from hearings.court_day.entries import Chain, chain_of, entered, next_number, sent_before, setting_in
from hearings.court_day.errors import IdUsed, NoSuchTask, NothingHandedOver, RowsWithoutOutcome
from hearings.court_day.facts import Entered, OutcomeKind
from hearings.court_day.fields import read_fields
from hearings.court_day.outcomes import outcome_named, outcome_of
from hearings.court_day.queries import without_outcome
from hearings.court_day.saying import promises
from hearings.court_day.tables import CourtDay, Handoff, Outcome, Task
from hearings.tables import CourtSession, Hearing
from infra import audit
from kernel.legal_text import legal_text
from law.hearing_types import HearingType
from law.states import StateLaw, law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of an entry. ``other`` is the one that stands, where this one was based on another number.

    ``papers`` are the kinds of draft that the outcome asks for; ``again`` says that it was sent before and changed
    nothing now.
    """

    mine: Entered
    other: Entered | None
    papers: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Called:
    """A hearing as it is called in a court session, held until the transaction ends."""

    hearing: Hearing
    session: CourtSession
    setting_id: int
    law: StateLaw
    of_type: HearingType
    chain: Chain


def enter_outcome(
    db: Session,
    hearing_id: int,
    *,
    session_id: int,
    code: str,
    given: Mapping[str, str],
    based_on: int,
    entry_key: str,
    by: Person,
    now: datetime,
    today: date,
) -> Entry:
    """Enter what the court did with a hearing, and do what follows from it.

    ``based_on`` is the number of the entry that the person saw, 0 for none; where another one stands, this one is kept
    beside it and does nothing until a person chooses. ``entry_key`` is the sender's id; the same one counts once.
    Raises NotYourRole, NoSuchHearing, NotOnDocket, NoSuchOutcome, FieldMissing, FieldUnknown, FieldWrong, IdUsed,
    MovedOn and what ``continue_hearing`` raises.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    called = _called(db, hearing_id, session_id, by)
    kind = outcome_of(called.of_type, called.law.state, code)
    fields = read_fields(kind, given)
    if known := sent_before(db, by.office_id, entry_key):
        return _once_more(known, called, code, fields)
    standing = called.chain.standing
    if standing is not None and _says(standing, code, fields):
        return Entry(entered(_confirm(db, called, standing, based_on, entry_key, by, now)), None, ())
    if standing is not None and standing.number != based_on:
        mine = _add(db, called, code, fields, based_on, entry_key, by, now, beside=standing.number)
        _tell(db, by, "entered an outcome beside another of", hearing_id, code)
        return Entry(entered(mine), entered(standing), ())
    mine = _enter(db, called, kind, fields, based_on, entry_key, by, now, today)
    return Entry(entered(mine), None, kind.papers)


def close_day(db: Session, session_id: int, *, words: str, by: Person, now: datetime) -> CourtDay:
    """Close the day of a court session; hearings without an outcome are named, with why.

    Raises NotYourRole, NoSuchSession, NotLegalText, or RowsWithoutOutcome where nobody says why.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    session_row(db, by.office_id, session_id)
    left = without_outcome(db, by.office_id, session_id)
    why = legal_text(words, longest=1000, lines=True)
    if left and not why:
        raise RowsWithoutOutcome([f"{one.docket or 'no docket number'} (case {one.case_no})" for one in left])
    made = CourtDay(
        office_id=by.office_id,
        court_session_id=session_id,
        without=[{"hearing": one.id, "case_no": one.case_no, "docket": one.docket} for one in left],
        words=why,
        by=by.actor,
        by_name=by.name,
        at=now,
    )
    db.add(made)
    db.flush()
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="closed the day of", subject=f"court session {session_id}",
        detail=f"{len(left)} without outcome",
    )  # fmt: skip
    return made


def hand_over(db: Session, hearing_id: int, *, words: str, promised: str, by: Person, now: datetime) -> Handoff:
    """Write down what the next attorney must know. Raises NotYourRole, NoSuchHearing or NothingHandedOver."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    hearing = hearing_row(db, by.office_id, hearing_id)
    told, lines = (legal_text(one, longest=2000, lines=True) for one in (words, promised))
    if not told and not lines:
        raise NothingHandedOver()
    made = Handoff(
        office_id=by.office_id,
        hearing_id=hearing.id,
        words=told,
        promised=[{"who": one.who, "what": one.what} for one in promises(lines)],
        by=by.actor,
        by_name=by.name,
        at=now,
    )
    db.add(made)
    db.flush()
    _tell(db, by, "wrote a handoff of", hearing_id, "")
    return made


def finish_task(db: Session, task_id: int, *, by: Person, now: datetime) -> Task:
    """Mark a task as done; done twice is done once. Raises NotYourRole or NoSuchTask, also for another office's."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    task = db.scalar(
        select(Task)
        .where(Task.id == task_id, Task.office_id == by.office_id, Task.withdrawn_at.is_(None))
        .with_for_update()
    )
    if task is None:
        raise NoSuchTask(task_id)
    if task.done_at is None:
        task.done_at, task.done_by = now, by.actor
        db.flush()
        audit.record(
            db, office_id=by.office_id, actor=by.actor, verb="finished task", subject=f"task {task.id}",
            detail=task.kind,
        )  # fmt: skip
    return task


def _called(db: Session, hearing_id: int, session_id: int, by: Person) -> _Called:
    hearing = hearing_row(db, by.office_id, hearing_id)
    setting = setting_in(db, hearing.id, session_id)
    law = law_of(state_of(db, by.office_id))
    session = db.get_one(CourtSession, setting.court_session_id)
    kind = law.hearing_type_or_other(hearing.code)
    return _Called(hearing, session, setting.id, law, kind, chain_of(db, hearing.id, session_id))


def _enter(
    db: Session, called: _Called, kind: OutcomeKind, fields: dict[str, str], based_on: int, entry_key: str,
    by: Person, now: datetime, today: date,
) -> Outcome:  # fmt: skip
    hearing, standing = called.hearing, called.chain.standing
    if standing is not None:
        take_back(db, hearing, outcome_named(standing.code), called.chain, now=now)
        standing.superseded_at = now
        db.flush()
    led_to = move(db, hearing, kind, fields, by=by, now=now, today=today) if kind.moves else {}
    mine = _add(db, called, kind.code, fields | led_to, based_on, entry_key, by, now)
    apply(
        db, hearing, kind, mine, called.law, called.of_type, session=called.session, by=by, now=now, today=today
    )  # fmt: skip
    _tell(db, by, "corrected the outcome of" if standing else "entered the outcome of", hearing.id, kind.code)
    return mine


def _confirm(
    db: Session, called: _Called, standing: Outcome, based_on: int, entry_key: str, by: Person, now: datetime
) -> Outcome:
    """The same outcome once more: two people agree, or somebody who saw it chose the one that stands."""
    chosen = standing.number == based_on
    if chosen:
        standing.superseded_at = now
        db.flush()
    _tell(db, by, "confirmed the outcome of", called.hearing.id, standing.code)
    return _add(
        db, called, standing.code, dict(standing.fields), based_on, entry_key, by, now, stands=chosen
    )  # fmt: skip


def _add(
    db: Session, called: _Called, code: str, fields: dict[str, str], based_on: int, entry_key: str, by: Person,
    now: datetime, *, beside: int | None = None, stands: bool = True,
) -> Outcome:  # fmt: skip
    row = Outcome(
        office_id=by.office_id,
        hearing_id=called.hearing.id,
        setting_id=called.setting_id,
        code=code,
        fields=fields,
        number=next_number(db, called.hearing.id),
        based_on=based_on,
        beside=beside,
        entry_key=entry_key,
        by=by.actor,
        by_name=by.name,
        at=now,
        superseded_at=None if stands and beside is None else now,
    )
    db.add(row)
    try:
        db.flush()
    except IntegrityError:  # somebody else used this id for another hearing at the same instant
        raise IdUsed() from None
    return row


def _once_more(known: Outcome, called: _Called, code: str, fields: Mapping[str, str]) -> Entry:
    """An entry that arrived before. Raises IdUsed where it said something else."""
    if known.hearing_id != called.hearing.id or not _says(known, code, fields):
        raise IdUsed()
    other = next((one for one in called.chain.entries if one.number == known.beside), None)
    return Entry(entered(known), entered(other) if other else None, (), again=True)


def _says(row: Outcome, code: str, fields: Mapping[str, str]) -> bool:
    """Whether an entry says just this; where a next date led is not what was filled in."""
    names = {field.name for field in outcome_named(row.code).fields}
    return row.code == code and {name: value for name, value in row.fields.items() if name in names} == dict(fields)


def _tell(db: Session, by: Person, verb: str, hearing_id: int, detail: str) -> None:
    audit.record(db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"hearing {hearing_id}", detail=detail)

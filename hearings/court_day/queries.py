"""Questions of a court day: the docket in call order with its outcomes, tasks, and what was handed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cases.money.booking import order_in_force, order_on
from cases.queries import CaseRecord, case_records
from cases.tables import SupportOrder
from hearings.calendar.tables import Continuance
from hearings.court_day.entries import Chain, all_entered, chains, entered
from hearings.court_day.facts import Entered, HandedOver, OutcomeKind, Promise, TaskToDo
from hearings.court_day.outcomes import outcomes_for
from hearings.court_day.saying import key_facts
from hearings.court_day.tables import CourtDay, Handoff, Outcome, Task
from hearings.facts import SessionOnCalendar, SetHearing
from hearings.queries import hearing, hearings_of_session, hearings_that_left, session
from kernel.money import ZERO, Money
from kernel.refusals import Refused
from law.hearing_types import HearingType
from law.states import law_of
from offices.queries import state_of
from offices.tables import Staff

NO_CHAIN = Chain()


@dataclass(frozen=True, slots=True)
class DocketRow:
    """One hearing as it is called. ``based_on`` is the number on which a new entry is based.

    ``beside`` are entries of other people that wait for somebody to choose between them and ``outcome``.
    """

    hearing: SetHearing
    kind: HearingType
    name: str
    facts: tuple[str, ...]
    choices: tuple[OutcomeKind, ...]
    outcome: Entered | None
    beside: tuple[Entered, ...]
    tasks: tuple[TaskToDo, ...]

    @property
    def based_on(self) -> int:
        return self.outcome.number if self.outcome else 0


@dataclass(frozen=True, slots=True)
class CourtDocket:
    """A court session on its day. ``closed`` is the last time that the day was closed."""

    session: SessionOnCalendar
    rows: tuple[DocketRow, ...]
    closed: CourtDay | None

    @property
    def without(self) -> tuple[DocketRow, ...]:
        """The rows that have no outcome yet."""
        return tuple(row for row in self.rows if row.outcome is None)


def court_docket(db: Session, office_id: int, session_id: int, *, as_of: date) -> CourtDocket:
    """The docket of a session in call order, with what was entered. Raises NoSuchSession."""
    on_calendar = session(db, office_id, session_id)
    found, entries = _called(db, office_id, session_id)
    rows = _rows(db, office_id, found, entries, as_of)
    closed = db.scalar(
        select(CourtDay).where(CourtDay.court_session_id == session_id).order_by(CourtDay.id.desc()).limit(1)
    )
    return CourtDocket(on_calendar, tuple(rows), closed)


def docket_row(db: Session, office_id: int, hearing_id: int, session_id: int, *, as_of: date) -> DocketRow | None:
    """One row of the docket, None where the hearing does not stand on it. Raises NoSuchSession."""
    session(db, office_id, session_id)
    found, entries = _called(db, office_id, session_id)
    one = [each for each in found if each.id == hearing_id]
    return next(iter(_rows(db, office_id, one, entries, as_of)), None)


def without_outcome(db: Session, office_id: int, session_id: int) -> list[SetHearing]:
    """The hearings of a session that have no outcome, in call order."""
    found, entries = _called(db, office_id, session_id)
    return [one for one in found if entries.get(one.id, NO_CHAIN).standing is None]


def history(db: Session, office_id: int, hearing_id: int) -> tuple[Entered, ...]:
    """Every entry of a hearing, the first one first. Raises NoSuchHearing."""
    hearing(db, office_id, hearing_id)
    return all_entered(
        db.scalars(
            select(Outcome)
            .where(Outcome.hearing_id == hearing_id, Outcome.office_id == office_id)
            .order_by(Outcome.number)
        )
    )


def handed_over(db: Session, office_id: int, hearing_id: int) -> tuple[HandedOver, ...]:
    """What was handed over about a hearing, the newest first. Raises NoSuchHearing."""
    hearing(db, office_id, hearing_id)
    rows = db.scalars(
        select(Handoff)
        .where(Handoff.hearing_id == hearing_id, Handoff.office_id == office_id)
        .order_by(Handoff.id.desc())
    )
    return tuple(
        HandedOver(row.words, tuple(Promise(one["who"], one["what"]) for one in row.promised), row.by_name, row.at)
        for row in rows
    )


def tasks(
    db: Session, office_id: int, *, person_id: int | None = None, hearing_ids: Sequence[int] | None = None,
    done: bool = False,
) -> list[TaskToDo]:  # fmt: skip
    """Tasks that are open, or those that were done, the first due first; of one person or of some hearings."""
    asked = (
        select(Task, Staff.name)
        .outerjoin(Staff, Staff.id == Task.person_id)
        .where(Task.office_id == office_id, Task.withdrawn_at.is_(None))
        .where(Task.done_at.is_not(None) if done else Task.done_at.is_(None))
        .order_by(Task.due_on, Task.id)
    )
    if person_id is not None:
        asked = asked.where(Task.person_id == person_id)
    if hearing_ids is not None:
        asked = asked.where(Task.hearing_id.in_(hearing_ids))
    cites = {rule.id: rule.cite for rule in law_of(state_of(db, office_id)).pack().rules}
    return [_task(row, name, cites.get(row.rule, "")) for row, name in db.execute(asked)]


def _called(db: Session, office_id: int, session_id: int) -> tuple[list[SetHearing], dict[int, Chain]]:
    """Hearings that stand in a session, and those that left it by an outcome, each once and in call order."""
    standing = hearings_of_session(db, office_id, session_id)
    left = {one.id: one for one in hearings_that_left(db, office_id, session_id)}
    ids = {one.id for one in standing} | set(left)
    entries = chains(db, ids, session_id)
    here = {one.id for one in standing}
    found = [*standing, *(one for one in left.values() if one.id not in here and one.id in entries)]
    return sorted(found, key=lambda one: (one.at, one.case_no, one.id)), entries


def _rows(
    db: Session, office_id: int, found: Sequence[SetHearing], entries: dict[int, Chain], as_of: date
) -> list[DocketRow]:
    law = law_of(state_of(db, office_id))
    ids = [one.id for one in found]
    records = case_records(db, office_id, {one.case_no for one in found})
    to_do: dict[int | None, list[TaskToDo]] = {}
    for task in tasks(db, office_id, hearing_ids=ids):
        to_do.setdefault(task.hearing_id, []).append(task)
    continued = _times_continued(db, office_id, ids)
    rows = []
    for one in found:
        kind, chain, record = law.hearing_type_or_other(one.code), entries.get(one.id, NO_CHAIN), records[one.case_no]
        obligor = record.person("obligor")
        rows.append(
            DocketRow(
                one,
                kind,
                obligor.name if obligor else one.case_no,
                _facts(record, as_of, continued.get(one.id, 0)),
                outcomes_for(kind, law.state),
                entered(chain.standing) if chain.standing else None,
                all_entered(chain.beside),
                tuple(to_do.get(one.id, ())),
            )
        )
    return rows


def _facts(record: CaseRecord, as_of: date, continued: int) -> tuple[str, ...]:
    order, ordered = order_in_force(as_of, record.orders), order_on(as_of, record.orders) is not None
    paid = max(
        ((one.collected_on, one.amount) for one in record.payments if one.amount > ZERO and one.collected_on <= as_of),
        default=None,
    )
    return key_facts(
        monthly=_monthly(record, order, as_of) if order else None,
        owed=_owed(record, as_of) if ordered else None,
        last_paid=paid,
        children=len(record.children),
        continued=continued,
    )


def _monthly(record: CaseRecord, order: SupportOrder, as_of: date) -> Money | None:
    """The monthly support of an order, None where no row of law makes months of it."""
    try:
        return record.monthly_support(order, as_of)
    except Refused:
        return None


def _owed(record: CaseRecord, as_of: date) -> Money | None:
    """Arrears on a day, None where the ledger cannot be counted."""
    try:
        return record.ledger().arrears(as_of)
    except Refused:
        return None


def _times_continued(db: Session, office_id: int, hearing_ids: Sequence[int]) -> dict[int, int]:
    rows = db.execute(
        select(Continuance.hearing_id, func.count())
        .where(
            Continuance.office_id == office_id,
            Continuance.hearing_id.in_(hearing_ids),
            Continuance.withdrawn_at.is_(None),
        )
        .group_by(Continuance.hearing_id)
    )
    return {row[0]: row[1] for row in rows}


def _task(row: Task, name: str | None, cite: str) -> TaskToDo:
    return TaskToDo(
        row.id, row.case_no, row.hearing_id, row.kind, row.words, row.due_on, row.owner, name or "", row.rule,
        str(cite), row.made_at, row.done_at, row.done_by,
    )  # fmt: skip

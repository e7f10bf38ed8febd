"""Questions: what a sweep would do next, which kept deadlines stand, and which of them other rows of law would move."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hearings.calendar.tables import Closing
from hearings.clocks.comparing import plan
from hearings.clocks.counting import Closed, Counting
from hearings.clocks.errors import NoSuchDeadline
from hearings.clocks.facts import Clock, Kept, Looked, Owner, Standing
from hearings.clocks.gathering import dates_of_cases
from hearings.clocks.tables import CaseClock, CaseTouched, KeptDeadline, OfficeClock
from law.asking import Known
from law.rule import Answers
from law.states import law_of
from law.versions import Moved, moved
from offices.queries import state_of

BATCH = 200
"""Cases that a sweep looks at in one go; each go is one transaction."""


@dataclass(frozen=True, slots=True)
class _AsKept:
    """A kept deadline as the law's own comparing asks for it."""

    id: int
    rule: str
    trigger: date
    method: str
    answers: Answers
    on: date
    last_safe_day: date
    pack: str


@dataclass(frozen=True, slots=True)
class Move:
    """An open date that the rows of law as they are installed would move, or no longer give."""

    kept: Kept
    now_on: date | None
    now_last_safe_day: date | None
    now_pack: str
    why: str


def counting_of(db: Session, office_id: int) -> Counting:
    """How the clocks of an office are counted: by its state's rows, on its courts' days."""
    rows = db.scalars(select(Closing).where(Closing.office_id == office_id).order_by(Closing.id))
    closed = [Closed(one.id, one.on, one.courthouse, one.why, one.entered_at, one.lifted_at) for one in rows]
    return Counting(law_of(state_of(db, office_id)), closed)


def look(db: Session, office_id: int, *, today: date, most: int = BATCH) -> Looked:
    """The next batch: cases written to since the sweep last looked, then those whose day to look again has come.

    New closings come first, because they make cases due. Reads only.
    """
    counting = counting_of(db, office_id)
    standing = tuple(sorted(one.id for one in counting.closings if one.lifted_at is None))
    seen = db.get(OfficeClock, office_id)
    if tuple(seen.closings if seen else ()) != standing:
        changed = set(standing) ^ set(seen.closings if seen else ())
        days = tuple(sorted({one.on for one in counting.closings if one.id in changed}))
        return Looked(office_id, today, closings=standing, closed_days=days, more=True)
    touched = _touched(db, office_id, most + 1)
    numbers = list(touched)[:most]
    due = _due(db, office_id, today, most + 1 - len(numbers)) if len(touched) <= most else []
    numbers = list(dict.fromkeys([*numbers, *due]))[:most]
    dates = dates_of_cases(db, office_id, numbers, counting=counting, as_of=today)
    kept, first = _standing(db, office_id, numbers), _first_days(db, office_id, numbers)
    plans = tuple(
        plan(dates[no], kept[no], counting, first_on=first.get(no, today)) for no in numbers if no in dates
    )
    ids = tuple(id for no in numbers for id in touched.get(no, ()))
    return Looked(office_id, today, plans, ids, more=len({*touched, *due}) > most)


def is_due(db: Session, office_id: int, *, today: date) -> bool:
    """Whether a sweep has anything to do; asked first, because asking does not write."""
    seen = db.get(OfficeClock, office_id)
    if seen is None or seen.reminded_on != today:
        return True
    standing = db.scalars(select(Closing.id).where(Closing.office_id == office_id, Closing.lifted_at.is_(None)))
    touched = db.scalar(select(CaseTouched.id).where(CaseTouched.office_id == office_id).limit(1))
    return touched is not None or bool(_due(db, office_id, today, 1)) or sorted(standing) != list(seen.closings)


def kept_of_case(db: Session, office_id: int, case_no: str, *, history: bool = False) -> list[Kept]:
    """The kept deadlines of a case in order of day; with ``history`` also those that were superseded."""
    asked = select(KeptDeadline).where(KeptDeadline.office_id == office_id, KeptDeadline.case_no == case_no)
    if not history:
        asked = asked.where(KeptDeadline.superseded_at.is_(None))
    return [told(row) for row in db.scalars(asked.order_by(KeptDeadline.on, KeptDeadline.id))]


def kept_row(db: Session, office_id: int, id: int) -> KeptDeadline:
    """A kept deadline of this office that has not been superseded. Raises NoSuchDeadline."""
    row = db.get(KeptDeadline, id)
    if row is None or row.office_id != office_id or row.superseded_at is not None:
        raise NoSuchDeadline(id)
    return row


def would_move(db: Session, office_id: int, ids: Collection[int] | None = None) -> list[Move]:
    """The open dates that were counted by another version of the rows and that the installed one would move."""
    counting = counting_of(db, office_id)
    asked = select(KeptDeadline).where(
        KeptDeadline.office_id == office_id,
        KeptDeadline.superseded_at.is_(None),
        KeptDeadline.met_on.is_(None),
        KeptDeadline.pack != counting.pack,
    )
    if ids is not None:
        asked = asked.where(KeptDeadline.id.in_(ids))
    rows = {row.id: row for row in db.scalars(asked.order_by(KeptDeadline.on, KeptDeadline.id))}
    by_court: dict[str | None, list[_AsKept]] = defaultdict(list)
    for row in rows.values():
        by_court[row.courthouse].append(_as_kept(row))
    found = [
        _move(rows, one, counting.pack)
        for courthouse, kept in by_court.items()
        for one in moved(kept, counting.law, court=counting.court(courthouse))
    ]
    return sorted(found, key=lambda one: (one.kept.on, one.kept.case_no, one.kept.rule))


def told(row: KeptDeadline) -> Kept:
    """A row as a frozen value."""
    return Kept(
        row.id,
        row.case_no,
        row.hearing_id,
        row.courthouse,
        row.rule,
        row.what,
        Owner(row.owner),
        row.trigger_on,
        row.method,
        row.evidence,
        row.on,
        row.last_safe_day,
        row.sentence,
        row.cite,
        row.verified,
        row.pack,
        row.kept_by,
        row.met_on,
        row.met_how,
        row.superseded_at,
        row.why,
        tuple(row.readings),
    )


def clock_of(row: KeptDeadline) -> Clock:
    """What a row counts."""
    return Clock(
        row.rule,
        row.subject,
        row.trigger_on,
        row.evidence,
        Owner(row.owner),
        Known(row.known),
        row.method,
        row.hearing_id,
        row.courthouse,
        row.met_on,
        row.kept_by,
    )


def _as_kept(row: KeptDeadline) -> _AsKept:
    return _AsKept(
        row.id, row.rule, row.trigger_on, row.method, Answers(row.answers), row.on, row.last_safe_day, row.pack
    )


def _move(rows: dict[int, KeptDeadline], one: Moved, pack: str) -> Move:
    assert isinstance(one.kept, _AsKept)  # noqa: S101 - what was given comes back
    now = one.now
    return Move(told(rows[one.kept.id]), now.on if now else None, now.last_safe_day if now else None, pack, one.why)


def _touched(db: Session, office_id: int, most: int) -> dict[str, list[int]]:
    """The oldest cases written to, each with every mark of it."""
    cases = select(CaseTouched.case_no).where(CaseTouched.office_id == office_id).group_by(CaseTouched.case_no)
    numbers = list(db.scalars(cases.order_by(func.min(CaseTouched.id)).limit(most)))
    rows = db.execute(
        select(CaseTouched.case_no, CaseTouched.id).where(
            CaseTouched.office_id == office_id, CaseTouched.case_no.in_(numbers)
        )
    )
    found: dict[str, list[int]] = {no: [] for no in numbers}
    for case_no, id in rows:
        found[case_no].append(id)
    return found


def _due(db: Session, office_id: int, today: date, most: int) -> list[str]:
    asked = select(CaseClock.case_no).where(CaseClock.office_id == office_id, CaseClock.look_on <= today)
    return list(db.scalars(asked.order_by(CaseClock.look_on, CaseClock.id).limit(most)))


def _standing(db: Session, office_id: int, numbers: Sequence[str]) -> dict[str, list[Standing]]:
    found: dict[str, list[Standing]] = {no: [] for no in numbers}
    for row in _rows(db, office_id, numbers):
        found[row.case_no].append(
            Standing(row.id, clock_of(row), row.on, row.last_safe_day, row.pack, row.kept_at, row.met_by)
        )
    return found


def _rows(db: Session, office_id: int, numbers: Sequence[str]) -> Iterable[KeptDeadline]:
    return db.scalars(
        select(KeptDeadline)
        .where(
            KeptDeadline.office_id == office_id,
            KeptDeadline.case_no.in_(numbers),
            KeptDeadline.superseded_at.is_(None),
        )
        .order_by(KeptDeadline.id)
        .execution_options(populate_existing=True)
    )


def _first_days(db: Session, office_id: int, numbers: Sequence[str]) -> dict[str, date]:
    asked = select(CaseClock.case_no, CaseClock.first_on)
    rows = db.execute(asked.where(CaseClock.office_id == office_id, CaseClock.case_no.in_(numbers)))
    return {row.case_no: row.first_on for row in rows}

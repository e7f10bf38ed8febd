"""Verbs: writes down what a sweep has found, so that two sweeps at once never keep a date twice or lose one."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from hearings.clocks.facts import Change, Counted, Looked, Plan, Swept
from hearings.clocks.tables import CaseClock, CaseTouched, KeptDeadline, OfficeClock
from infra.db import Base


def write_down(db: Session, looked: Looked, *, now: datetime) -> Swept:
    """Apply the plans of a batch. A case that another sweep has changed meanwhile is marked to be looked at again."""
    if looked.closings is not None:
        _see_closings(db, looked, now)
        return Swept(more=True)
    if looked.touched:
        db.execute(delete(CaseTouched).where(CaseTouched.id.in_(looked.touched)))
    again = [one.case_no for one in looked.plans if not _carry_out(db, looked.office_id, one, now)]
    if again:
        db.execute(insert(CaseTouched), [{"office_id": looked.office_id, "case_no": no} for no in again])
    _remember(db, looked, now)
    changes = [change for one in looked.plans for change in one.changes]
    return Swept(
        cases=len(looked.plans),
        kept=sum(1 for one in changes if one.ends is None),
        moved=sum(1 for one in changes if one.ends is not None and one.keeps),
        ended=sum(1 for one in changes if one.keeps is None),
        met=sum(1 for one in looked.plans for _, on in one.met if on),
        past=sum(one.past for one in looked.plans),
        again=len(again),
        uncounted=tuple(dict.fromkeys(why for one in looked.plans for why in one.uncounted)),
        more=looked.more or bool(again),
    )


def keep(db: Session, office_id: int, case_no: str, counted: Counted, *, now: datetime) -> int | None:
    """The number of a newly kept deadline, None where one of its rule and subject stands already."""
    made = unless_there(db, KeptDeadline).values(**_values(office_id, case_no, counted, now))
    found: int | None = db.scalar(made.on_conflict_do_nothing().returning(KeptDeadline.id))
    return found


def _carry_out(db: Session, office_id: int, plan: Plan, now: datetime) -> bool:
    """Whether the record was still as the sweep saw it."""
    as_seen = [_change(db, office_id, plan.case_no, one, now) for one in plan.changes]
    for id, on in plan.met:
        mark = update(KeptDeadline).where(
            KeptDeadline.id == id, KeptDeadline.superseded_at.is_(None), KeptDeadline.met_by.is_(None)
        )
        as_seen.append(db.scalar(mark.values(met_on=on).returning(KeptDeadline.id)) is not None)
    return all(as_seen)


def _change(db: Session, office_id: int, case_no: str, change: Change, now: datetime) -> bool:
    if change.ends is not None:
        ended = (
            update(KeptDeadline)
            .where(KeptDeadline.id == change.ends, KeptDeadline.superseded_at.is_(None))
            .values(superseded_at=now, why=change.why)
        )
        if db.scalar(ended.returning(KeptDeadline.id)) is None:
            return False
    if change.keeps is None:
        return True
    made = keep(db, office_id, case_no, change.keeps, now=now)
    if made and change.ends is not None:
        db.execute(update(KeptDeadline).where(KeptDeadline.id == change.ends).values(superseded_by=made))
    return made is not None


def _values(office_id: int, case_no: str, counted: Counted, now: datetime) -> dict[str, Any]:
    clock, day = counted.clock, counted.deadline
    return {
        "office_id": office_id,
        "case_no": case_no,
        "hearing_id": clock.hearing_id,
        "rule": clock.rule,
        "subject": clock.subject[:120],
        "owner": clock.owner.value,
        "known": clock.known.value,
        "trigger_on": clock.trigger_on,
        "method": clock.method,
        "courthouse": clock.courthouse,
        "evidence": clock.evidence[:300],
        "on": day.on,
        "last_safe_day": day.last_safe_day,
        "answers": day.answers.value,
        "what": day.what[:300],
        "readings": [
            {
                "on": reading.on.isoformat(),
                "why": reading.why,
                "excluded": [{"on": left.on.isoformat(), "why": left.why} for left in reading.left_out],
            }
            for reading in day.readings
        ],
        "sentence": day.sentence(),
        "cite": str(day.cite)[:400],
        "verified": day.verified,
        "pack": day.pack,
        "kept_at": now,
        "kept_by": clock.kept_by,
        "met_on": clock.met_on,
        "met_how": "",
        "why": "",
    }


def _see_closings(db: Session, looked: Looked, now: datetime) -> None:
    """Mark every case with an open date whose count passes over a day that was closed, or opened again."""
    first = _least(db, KeptDeadline.trigger_on, KeptDeadline.on, KeptDeadline.last_safe_day)
    last = _greatest(db, KeptDeadline.trigger_on, KeptDeadline.on)
    for day in looked.closed_days:
        passing = select(KeptDeadline.office_id, KeptDeadline.case_no).where(
            KeptDeadline.office_id == looked.office_id,
            KeptDeadline.superseded_at.is_(None),
            KeptDeadline.met_on.is_(None),
            first <= day,
            last >= day,
        )
        db.execute(insert(CaseTouched).from_select(["office_id", "case_no"], passing.distinct()))
    _office_clock(db, looked.office_id, now, closings=list(looked.closings or ()))


def _remember(db: Session, looked: Looked, now: datetime) -> None:
    if not looked.plans:
        return
    rows = [
        {
            "office_id": looked.office_id,
            "case_no": one.case_no,
            "first_on": looked.today,
            "swept_at": now,
            "look_on": one.look_on,
        }
        for one in looked.plans
    ]
    made = unless_there(db, CaseClock).values(rows)
    db.execute(
        made.on_conflict_do_update(
            index_elements=["office_id", "case_no"],
            set_={"swept_at": made.excluded.swept_at, "look_on": made.excluded.look_on},
        )
    )


def _office_clock(db: Session, office_id: int, now: datetime, **values: Any) -> None:
    made = unless_there(db, OfficeClock).values(**{"office_id": office_id, "swept_at": now, "closings": [], **values})
    db.execute(made.on_conflict_do_update(index_elements=["office_id"], set_={"swept_at": now, **values}))


def remind_no_more_today(db: Session, office_id: int, today: date, now: datetime) -> None:
    """Remember that the reminders of a day have been made."""
    _office_clock(db, office_id, now, reminded_on=today)


def unless_there(db: Session, table: type[Base]) -> Any:
    """An insert in the words of the database, for rows that may be there already."""
    dialect = sqlite if db.get_bind().dialect.name == "sqlite" else postgresql
    return dialect.insert(table)


def _least(db: Session, *columns: Any) -> Any:
    return func.min(*columns) if db.get_bind().dialect.name == "sqlite" else func.least(*columns)


def _greatest(db: Session, *columns: Any) -> Any:
    return func.max(*columns) if db.get_bind().dialect.name == "sqlite" else func.greatest(*columns)

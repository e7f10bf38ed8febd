"""Verbs: the one mail a day that tells a person how many lines wait, with no word about any case."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.calendar.local import instant, zone_named
from hearings.clocks import jobs
from hearings.clocks.lines import Urgency
from hearings.clocks.queries import counting_of
from hearings.clocks.tables import Reminder
from hearings.clocks.worklist import staff_with_worklists, worklist
from hearings.clocks.writing import remind_no_more_today, unless_there
from infra.clock import now
from infra.config import config
from infra.jobs import Errand, Progress, enqueue
from infra.mail import Mail, post
from offices.queries import person_of, settings_of
from offices.tables import Staff

MORNING = time(7, 0)
"""When a reminder is due, by the clock of the office."""


@dataclass(frozen=True, slots=True)
class _Owed:
    """The mail of a reminder; none where it was sent, nothing waits any more, or one of a later day is on its way."""

    mail: Mail | None


def owe_reminders(db: Session, office_id: int, *, today: date, now: datetime) -> int:
    """Have everybody with lines reminded this morning, once; how many. No mail on a day on which the court is closed.

    To be asked when the sweep has nothing left to look at, so that the counts are those of the day.
    """
    court = counting_of(db, office_id).court(None)
    owed = 0
    due_at = instant(today, MORNING, zone_named(settings_of(db, office_id).time_zone))
    for staff in staff_with_worklists(db, office_id) if court.is_court_day(today) else ():
        if worklist(db, person_of(staff), today=today).lines:
            owed += _owe(db, office_id, staff, f"worklist {today.isoformat()}", due_at)
    remind_no_more_today(db, office_id, today, now)
    return owed


def _owe(db: Session, office_id: int, staff: Staff, of: str, due_at: datetime) -> bool:
    made = unless_there(db, Reminder).values(person_id=staff.id, of=of, due_at=due_at, sent_at=None)
    id = db.scalar(made.on_conflict_do_nothing().returning(Reminder.id))
    if id is None:
        return False
    enqueue(
        db, jobs.REMIND, {"reminder_id": id}, office_id=office_id, key=f"reminder:{id}", not_before=due_at
    )
    return True


def _read(db: Session, args: dict[str, Any]) -> _Owed:
    reminder = db.get_one(Reminder, args["reminder_id"])
    staff = db.get_one(Staff, reminder.person_id)
    later = select(Reminder.id).where(Reminder.person_id == staff.id, Reminder.id > reminder.id).limit(1)
    if reminder.sent_at is not None or staff.ended_at is not None or db.scalar(later) is not None:
        return _Owed(None)
    found = worklist(db, person_of(staff), today=date.fromisoformat(reminder.of.rpartition(" ")[2]))
    if not found.lines:
        return _Owed(None)
    waiting = ", ".join(f"{number} {kind.value}" for kind in Urgency if (number := found.count(kind)))
    total = len(found.lines)
    subject = f"Courtready: {total} {'line' if total == 1 else 'lines'} on your worklist"
    text = f"Your worklist of {found.on:%A, %B %-d, %Y}: {waiting}.\n\n{config().pages_url.rstrip('/')}/today\n"
    return _Owed(Mail(staff.email, subject, text, key=f"reminder {reminder.id} {staff.id}"))


def _make(owed: _Owed, _progress: Progress) -> bool:
    if owed.mail:
        post().send(owed.mail)
    return owed.mail is not None


def _write(db: Session, args: dict[str, Any], sent: bool) -> None:
    if sent:
        db.get_one(Reminder, args["reminder_id"]).sent_at = now()


REMINDING = Errand(_read, _make, _write)

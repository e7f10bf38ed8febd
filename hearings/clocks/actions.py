"""Verbs: one sweep of the clocks, and what a person does to a kept deadline."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from cases.queries import case_record
from hearings.clocks.errors import AlreadyKept, AlreadyMet, CannotBeCounted, NotMoved, NotYet, SayHow
from hearings.clocks.facts import Clock, Counted, Swept
from hearings.clocks.queries import BATCH, clock_of, counting_of, kept_row, look, would_move
from hearings.clocks.tables import KeptDeadline
from hearings.clocks.writing import keep, write_down
from infra import audit
from kernel.legal_text import legal_text
from law.asking import NoSuchRule, closest
from offices.facts import Person, Role
from offices.queries import require_role

BY_HAND = "by hand"


def sweep(db: Session, office_id: int, *, today: date, now: datetime, most: int = BATCH) -> Swept:
    """Look at one batch of what has changed and write down what follows; ``more`` tells whether anything is left."""
    return write_down(db, look(db, office_id, today=today, most=most), now=now)


def start_clock(
    db: Session,
    case_no: str,
    *,
    rule: str,
    trigger_on: date,
    evidence: str,
    by: Person,
    now: datetime,
    method: str = "",
    hearing_id: int | None = None,
) -> KeptDeadline:
    """Have a rule run whose trigger the record does not hold: an application, a stay, a request for a review.

    Raises NotYourRole, NoSuchCase, NoSuchRule, SayHow, AlreadyKept, CannotBeCounted or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    case_record(db, by.office_id, case_no)
    counting = counting_of(db, by.office_id)
    if all(row.id != rule for row in counting.law.pack().rules):
        raise NoSuchRule(rule, counting.law.state, closest(counting.law, rule))
    words = legal_text(evidence, longest=300)
    if not words:
        raise SayHow()
    subject = f"{BY_HAND} {trigger_on.isoformat()} {hearing_id or ''}".rstrip()
    clock = Clock(rule, subject, trigger_on, words, method=method, hearing_id=hearing_id, kept_by=by.actor)
    found = counting.of(clock)
    if not isinstance(found, Counted):
        raise CannotBeCounted(str(found))
    made = keep(db, by.office_id, case_no, found, now=now)
    if made is None:
        raise AlreadyKept(rule, trigger_on)
    _tell(db, by, "started clock", made, f"{rule} from {trigger_on.isoformat()}: {words}")
    return db.get_one(KeptDeadline, made)


def mark_met(db: Session, id: int, *, on: date, how: str, by: Person, today: date) -> KeptDeadline:
    """Write down that a deadline was met, and how, where the record cannot show it.

    Raises NotYourRole, NoSuchDeadline, AlreadyMet, NotYet, SayHow or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = kept_row(db, by.office_id, id)
    if row.met_on is not None:
        raise AlreadyMet(row.met_on)
    if on > today:
        raise NotYet()
    words = legal_text(how, longest=300)
    if not words:
        raise SayHow()
    row.met_on, row.met_by, row.met_how = on, by.actor, words
    _tell(db, by, "met deadline", id, f"{row.rule} on {on.isoformat()}: {words}")
    return row


def accept_move(db: Session, id: int, *, by: Person, now: datetime) -> KeptDeadline | None:
    """Let the installed rows of law move one open date: the old one is superseded, the new one kept.

    None where they no longer give the date at all. Raises NotYourRole, NoSuchDeadline or NotMoved.
    """
    require_role(by, Role.ATTORNEY)
    row = kept_row(db, by.office_id, id)
    if not would_move(db, by.office_id, [id]):
        raise NotMoved(row.on)
    found = counting_of(db, by.office_id).of(clock_of(row))
    why = f"The rules changed; {by.name} accepted it."
    row.superseded_at, row.why = now, why
    db.flush()
    _tell(db, by, "accepted moved date", id, f"{row.rule}: {row.on.isoformat()} of {row.pack}")
    if not isinstance(found, Counted):
        return None
    made = keep(db, by.office_id, row.case_no, _by_whom(found, row), now=now)
    row.superseded_by = made
    return db.get_one(KeptDeadline, made) if made else None


def _by_whom(found: Counted, row: KeptDeadline) -> Counted:
    return replace(found, clock=replace(found.clock, kept_by=row.kept_by))


def _tell(db: Session, by: Person, verb: str, id: int, detail: str) -> None:
    audit.record(db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"deadline {id}", detail=detail)

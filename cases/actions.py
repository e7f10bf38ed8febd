"""Verbs that change the record by hand. What they replace is superseded and kept."""

from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cases.errors import CellRefused, NoSuchNote, NothingToReverse, NotYetCollected, ReceiptKnown
from cases.money.writing import public
from cases.notes import AMOUNTS, DATES, NOTES, day_written
from cases.queries import case_header
from cases.superseding import standing, written
from cases.tables import CaseNote, Payment
from infra import audit
from kernel.legal_text import legal_text
from kernel.money import ZERO, Money, money, total
from offices.facts import Person, Role
from offices.queries import day_of, require_role

LONGEST_NOTE = 4000


def write_note(db: Session, case_no: str, name: str, words: str, *, by: Person, now: datetime) -> CaseNote:
    """Write down what a person found out, under one of the catalogued names; an earlier entry is superseded.

    Raises NotYourRole, NoSuchCase, NoSuchNote, NotLegalText, NotMoney, Confidential or CellRefused (blank, or not a
    day).
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    case_header(db, by.office_id, case_no)
    if name not in NOTES:
        raise NoSuchNote(name)
    text = legal_text(words, longest=LONGEST_NOTE, lines=True).replace("\n", " ")
    if not text:
        raise CellRefused(NOTES[name], 'is blank; write "None found" when nothing was found')
    public(db, case_no, text, NOTES[name], by=by)
    if name in AMOUNTS:
        text = str(money(text))
    if name in DATES:
        day = day_written(text)
        if day is None:
            raise CellRefused(NOTES[name], "is a day, written as 11/20/2026")
        text = f"{day:%m/%d/%Y}"
    values = {"case_no": case_no, "name": name, "words": text}
    called = f"entry '{NOTES[name]}'"
    note, new = written(db, CaseNote, f"note|{case_no}|{name}", values, called=called, by=by, now=now)
    if new:
        audit.record(
            db, office_id=by.office_id, actor=by.actor, verb="wrote note", subject=f"case {case_no}", detail=name
        )
    return note


def post_payment(
    db: Session,
    case_no: str,
    *,
    receipt_no: str,
    collected_on: date,
    amount: Money,
    by: Person,
    now: datetime,
    reverses: str | None = None,
) -> Payment:
    """Post money by the day of its collection; a reversal is negative and names its receipt.

    Raises NoSuchCase, ReceiptKnown, NotYetCollected, NothingToReverse or CellRefused.
    """
    case_header(db, by.office_id, case_no)
    receipt_no = legal_text(receipt_no, longest=40)
    if not receipt_no:
        raise CellRefused("The receipt number", "is blank but must be filled")
    if amount == ZERO or (amount < ZERO) != (reverses is not None):
        raise CellRefused("The amount", "is positive for a payment and negative for a reversal that names its receipt")
    today = day_of(db, by.office_id, now)
    if collected_on > today:
        raise NotYetCollected()
    if reverses is not None and _left_of(db, by.office_id, case_no, reverses) < -amount:
        raise NothingToReverse(reverses)
    key = f"payment|{receipt_no}"
    if standing(db, Payment, key, by=by) is not None:
        raise ReceiptKnown(receipt_no)
    values = {
        "case_no": case_no,
        "receipt_no": receipt_no,
        "collected_on": collected_on,
        "posted_on": today,
        "amount": amount,
        "adjustment": None,
        "reverses": reverses,
    }
    payment, _ = written(db, Payment, key, values, called=f"receipt {receipt_no}", by=by, now=now)
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="posted payment", subject=f"case {case_no}", detail=receipt_no
    )
    return payment


def _left_of(db: Session, office_id: int, case_no: str, receipt_no: str) -> Money:
    """What a receipt brought in less what reversals have taken back of it."""
    found = db.scalars(
        select(Payment.amount).where(
            Payment.office_id == office_id,
            Payment.case_no == case_no,
            or_(Payment.receipt_no == receipt_no, Payment.reverses == receipt_no),
            Payment.superseded_at.is_(None),
        )
    )
    return total(found)


"""Verbs: adjustments, which one person proposes and another decides about."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from cases.money.actions import standing_entry
from cases.money.errors import AlreadyDecided, AlreadyEntered, EntryRefused, NoSuchEntry, OwnProposal
from cases.money.facts import Bucket, Decision, EntryKind
from cases.money.tables import AdjustmentProposal
from cases.money.writing import entered, in_the_account, meant, past, public, standing, tell, words_of
from cases.queries import case_record
from kernel.digest import sha256
from kernel.legal_text import legal_text
from kernel.money import ZERO, Money
from offices.facts import Person, Role
from offices.queries import day_of, require_role


def propose_adjustment(
    db: Session,
    case_no: str,
    on: date,
    bucket: Bucket,
    amount: Money,
    reason: str,
    *,
    by: Person,
    now: datetime,
    proof: str = "the running account of the case",
) -> AdjustmentProposal:
    """Propose to move one bucket of the account on a day, up or, with a negative amount, down.

    Raises NotYourRole, NoSuchCase, AlreadyEntered, BeforeTheOpening, EntryRefused, Confidential or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    past(on, day_of(db, by.office_id, now), "the day of the adjustment")
    in_the_account(case_record(db, by.office_id, case_no), on)
    if amount == ZERO:
        raise EntryRefused("an adjustment of nothing moves nothing; give an amount, with a minus to lower what is owed")
    said = words_of(reason, "the reason", longest=600)
    key = sha256(f"{on}|{bucket}|{amount.cents}|{said}".encode())[:24]
    if standing(db, AdjustmentProposal, case_no, key, by=by) is not None:
        raise AlreadyEntered()
    values = {
        "on": on, "bucket": str(bucket), "amount": meant(amount), "reason": said,
        "proof": words_of(proof, "the proof"),
    }  # fmt: skip
    return entered(db, AdjustmentProposal, case_no, key, values, by=by, now=now)


def bucket_named(word: str) -> Bucket:
    """The bucket of this name. Raises EntryRefused."""
    try:
        return Bucket(word)
    except ValueError:
        raise EntryRefused(f"an adjustment moves one of: {', '.join(Bucket)}") from None


def decide_adjustment(
    db: Session, case_no: str, entry_id: int, *, approve: bool, words: str = "", by: Person, now: datetime
) -> AdjustmentProposal:
    """Approve a proposal or refuse it, which needs words. Nobody decides about his own.

    Raises NotYourRole, NoSuchCase, NoSuchEntry, OwnProposal, AlreadyDecided, EntryRefused, Confidential or
    NotLegalText.
    """
    require_role(by, Role.ATTORNEY)
    row = standing_entry(db, case_no, EntryKind.ADJUSTMENT, entry_id, by=by)
    if not isinstance(row, AdjustmentProposal):
        raise NoSuchEntry(EntryKind.ADJUSTMENT)
    if row.author_id == by.id:
        raise OwnProposal(by.name)
    if row.decision:
        raise AlreadyDecided(row.decision, row.decided_by)
    said = legal_text(words, longest=300, lines=True).replace("\n", " ") if approve else words_of(words, "the reason")
    public(db, case_no, said, "the reason", by=by)
    row.decision = Decision.APPROVED if approve else Decision.REFUSED
    row.decided_words, row.decided_by, row.decider_id, row.decided_at = said, by.name, by.id, now
    db.flush()
    tell(db, by, f"{row.decision} adjustment", row, case_no)
    return row

"""Verbs: what a person enters about the money of a case. Nothing is overwritten, and everything names its proof."""

from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.errors import NoOrder
from cases.ledger import Frequency
from cases.ledger.suspension import first_judged
from cases.money.errors import AlreadyEntered, EntryRefused, NoSuchEntry, NoSuchOrder
from cases.money.facts import (
    CreditTold,
    Decision,
    DirectPaymentTold,
    EntryKind,
    ObligationTold,
    StepTold,
    SuspensionTold,
)
from cases.money.other_support import KINDS
from cases.money.reaching import key_of, reached
from cases.money.tables import (
    ENTRIES,
    AdjustmentProposal,
    CreditEntry,
    DirectPaymentEntry,
    MoneyEntry,
    ObligationEntry,
    OrderStep,
    SuspensionEntry,
)
from cases.money.writing import above_nothing, entered, in_the_account, meant, past, public, standing, tell, words_of
from cases.queries import CaseRecord, case_record
from cases.tables import SupportOrder
from kernel.digest import sha256
from kernel.money import ZERO
from law.money import SuspensionRule
from offices.facts import Person, Role
from offices.queries import day_of, require_role

Paid = TypeVar("Paid", CreditEntry, DirectPaymentEntry)


def enter_step(db: Session, case_no: str, told: StepTold, *, by: Person, now: datetime) -> OrderStep:
    """Enter another amount of an order from a day on; an earlier entry for that day is superseded.

    Raises NotYourRole, NoSuchCase, NoOrder, NoSuchOrder, EntryRefused, Confidential or NotLegalText.
    """
    record = _record(db, case_no, by)
    order = order_meant(record, told.order_key)
    if told.amount < ZERO:
        raise EntryRefused("the amount of an order is not below nothing")
    if told.on <= order.effective_on or (order.ended_on and told.on > order.ended_on):
        raise EntryRefused("the day of a step lies after the order took effect and before it ended")
    values = {
        "order_key": order.source_key, "on": told.on, "amount": meant(told.amount),
        "why": words_of(told.why, "the reason of the step"), "proof": _proof(told.proof),
    }  # fmt: skip
    key = f"{sha256(order.source_key.encode())[:24]}|{told.on}"
    return entered(db, OrderStep, case_no, key, values, by=by, now=now)


def enter_suspension(db: Session, case_no: str, told: SuspensionTold, *, by: Person, now: datetime) -> SuspensionEntry:
    """Enter a cause of suspension; the same cause of the same child from the same day on supersedes what was entered.

    Raises NotYourRole, NoSuchCase, NoRuleInForce, EntryRefused, Confidential or NotLegalText.
    """
    record, today = _record(db, case_no, by), day_of(db, by.office_id, now)
    past(told.began_on, today, "the first day")
    if told.ended_on and told.ended_on < told.began_on:
        raise EntryRefused("the last day comes before the first")
    if told.found_on:
        past(told.found_on, today, "the day of the finding")
    told = replace(told, cause=words_of(told.cause, "the cause", longest=60))
    rule = _rule_of(record, told, today)
    values = asdict(told) | reached(record, told, rule) | {"proof": _proof(told.proof)}
    key = key_of(told.cause, told.began_on, told.children)
    return entered(db, SuspensionEntry, case_no, key, values, by=by, now=now)


def enter_credit(db: Session, case_no: str, told: CreditTold, *, by: Person, now: datetime) -> CreditEntry:
    """Enter a credit that a court gave or is asked for.

    Raises NotYourRole, NoSuchCase, AlreadyEntered, BeforeTheOpening, EntryRefused, Confidential or NotLegalText.
    """
    record, today = _record(db, case_no, by), day_of(db, by.office_id, now)
    in_the_account(record, past(told.on, today, "the day of the credit"))
    if told.found_on:
        past(told.found_on, today, "the day of the finding")
    values = asdict(told) | {
        "amount": above_nothing(told.amount, "a credit"), "why": words_of(told.why, "what the credit is for"),
        "proof": _proof(told.proof),
    }  # fmt: skip
    return _once(db, CreditEntry, case_no, (told.on, told.amount, values["why"], values["proof"]), values, by, now)


def enter_direct_payment(
    db: Session, case_no: str, told: DirectPaymentTold, *, by: Person, now: datetime
) -> DirectPaymentEntry:
    """Enter money paid straight to the obligee.

    Raises NotYourRole, NoSuchCase, AlreadyEntered, BeforeTheOpening, EntryRefused, Confidential or NotLegalText.
    """
    record, today = _record(db, case_no, by), day_of(db, by.office_id, now)
    in_the_account(record, past(told.paid_on, today, "the day of the payment"))
    if told.found_on:
        past(told.found_on, today, "the day of the finding")
    values = asdict(told) | {
        "amount": above_nothing(told.amount, "a payment"), "proof": _proof(told.proof),
        "proof_kind": words_of(told.proof_kind, "the kind of proof", longest=60),
    }  # fmt: skip
    key = (told.paid_on, told.amount, values["proof_kind"], values["proof"])
    return _once(db, DirectPaymentEntry, case_no, key, values, by, now)


def enter_obligation(db: Session, case_no: str, told: ObligationTold, *, by: Person, now: datetime) -> ObligationEntry:
    """Enter support of another kind than the child's; the same kind from the same day on supersedes what was entered.

    Raises NotYourRole, NoSuchCase, NoRuleInForce, EntryRefused, Confidential or NotLegalText.
    """
    record = _record(db, case_no, by)
    if told.support not in KINDS:
        raise EntryRefused(f"support that is entered by hand is one of: {', '.join(KINDS)}")
    if told.frequency not in set(Frequency):
        raise EntryRefused(f"it falls due as one of: {', '.join(Frequency)}")
    if told.ended_on and told.ended_on < told.effective_on:
        raise EntryRefused("the last day comes before the first")
    past(told.ordered_on, day_of(db, by.office_id, now), "the day of the order")
    if told.frequency != Frequency.MONTHLY:
        record.money.law(record.state).by_the_month(told.frequency, told.effective_on)
    values = asdict(told) | {
        "amount": above_nothing(told.amount, "an order of support"), "proof": _proof(told.proof),
    }  # fmt: skip
    key = f"{told.support}|{told.effective_on}"
    return entered(db, ObligationEntry, case_no, key, values, by=by, now=now)


def withdraw_entry(
    db: Session, case_no: str, kind: EntryKind, entry_id: int, *, why: str, by: Person, now: datetime
) -> MoneyEntry:
    """Take an entry back with the reason; it stays as history. An approved adjustment only an attorney takes back.

    Raises NotYourRole, NoSuchCase, NoSuchEntry, EntryRefused, Confidential or NotLegalText.
    """
    row = standing_entry(db, case_no, kind, entry_id, by=by)
    if isinstance(row, AdjustmentProposal) and row.decision == Decision.APPROVED:
        require_role(by, Role.ATTORNEY)
    said = public(db, case_no, words_of(why, "the reason"), "the reason", by=by)
    row.withdrawn, row.withdrawn_by, row.superseded_at = said, by.name, now
    db.flush()
    tell(db, by, "withdrew entry", row, case_no)
    return row


def standing_entry(db: Session, case_no: str, kind: EntryKind, entry_id: int, *, by: Person) -> MoneyEntry:
    """An entry that is neither superseded nor withdrawn. Raises NotYourRole, NoSuchCase or NoSuchEntry."""
    _record(db, case_no, by)
    table = ENTRIES[kind]
    row = db.scalar(
        select(table).where(
            table.id == entry_id, table.office_id == by.office_id, table.case_no == case_no,
            table.superseded_at.is_(None),
        )
    )  # fmt: skip
    if row is None:
        raise NoSuchEntry(kind)
    return row


def order_meant(record: CaseRecord, key: str) -> SupportOrder:
    """The order of this key, or the only one. Raises NoOrder or NoSuchOrder."""
    if not record.orders:
        raise NoOrder(record.case_no)
    found = [one for one in record.orders if one.source_key == key or not key]
    if len(found) != 1:
        raise NoSuchOrder()
    return found[0]


def _record(db: Session, case_no: str, by: Person) -> CaseRecord:
    require_role(by, Role.AGENT, Role.ATTORNEY)
    return case_record(db, by.office_id, case_no)


def _rule_of(record: CaseRecord, told: SuspensionTold, today: date) -> SuspensionRule | None:
    """The row of law for a cause, none where another state's law governs. Raises EntryRefused or NoRuleInForce."""
    if record.money.foreign() is not None:
        return None
    law = record.money.law(record.state)
    if told.cause not in (known := sorted({row.id for row in law.suspension})):
        raise EntryRefused(f"the cause is one of: {', '.join(known)}")
    judged_on = first_judged(law, told.cause, began_on=told.began_on, ended_on=told.ended_on)
    rule, so_far = law.suspension_rule(told.cause, judged_on), (today - told.began_on).days + 1
    if told.ended_on is None and so_far <= rule.longer_than_days:
        raise EntryRefused(
            f"the law asks for more than {rule.longer_than_days} days of {told.cause}, and {so_far} have passed"
        )
    return rule


def _proof(written: str) -> str:
    return words_of(written, "the proof")


def _once(
    db: Session,
    table: type[Paid],
    case_no: str,
    key: tuple[Any, ...],
    values: dict[str, Any],
    by: Person,
    now: datetime,
) -> Paid:
    """A row under a key made of what it says: the same once more is refused, because money may not count twice.

    Only the finding may come later; it supersedes the row that had none.
    """
    digest = sha256("|".join(map(str, key)).encode())[:24]
    old = standing(db, table, case_no, digest, by=by)
    if old is not None and old.found_on == values["found_on"]:
        raise AlreadyEntered()
    return entered(db, table, case_no, digest, values, by=by, now=now)

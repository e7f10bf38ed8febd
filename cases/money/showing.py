"""Entries of money as people and programs read them: what each says, what it does to the account, who stands behind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from cases.money.booking import amount_changes_on, in_order
from cases.money.entries import MoneyEntries, says_how_much
from cases.money.facts import Decision, EntryKind
from cases.money.other_support import falls_due
from cases.money.reaching import names_of
from cases.money.tables import (
    AdjustmentProposal,
    CreditEntry,
    DirectPaymentEntry,
    InterestJudgment,
    IssuingState,
    MoneyEntry,
    ObligationEntry,
    OrderStep,
    SuspensionEntry,
)
from cases.queries import CaseRecord
from cases.tables import SupportOrder
from kernel.money import Money
from law.rows import NoRuleInForce

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One entry. ``effect`` says what it does to the account now; ``counts`` whether it does anything."""

    id: int
    kind: EntryKind
    on: date
    amount: Money | None
    words: str
    effect: str
    counts: bool
    proof: str
    entered_by: str
    author_id: int
    entered_at: datetime
    decision: str = ""
    decided: str = ""
    ended_at: datetime | None = None
    ended: str = ""
    """Why it no longer stands: what took it back, or that another entry replaced it."""


def shown(row: MoneyEntry, record: CaseRecord) -> EntryShown:
    """An entry as it stands, or as it stood before it was taken back or replaced."""
    kind, on, amount, words = _SAYS[type(row)](row)
    if isinstance(row, SuspensionEntry) and row.children:
        words = f"{names_of(row.children, record)}: {words}"
    stands = row.superseded_at is None
    counts, effect = _effect(row, record) if stands else (False, "Nothing any more.")
    decision = row.decision if isinstance(row, AdjustmentProposal) else ""
    return EntryShown(
        row.id, kind, on, amount, words, effect, counts, row.proof, row.entered_by or "", row.author_id,
        row.retrieved_at, decision, _decided(row), row.superseded_at, "" if stands else _ended(row),
    )  # fmt: skip


def _effect(row: MoneyEntry, record: CaseRecord) -> tuple[bool, str]:
    entries, state = record.money, record.state
    if isinstance(row, OrderStep):
        return _steps(row, record.orders)
    if isinstance(row, SuspensionEntry):
        return _suspends(row, record)
    if isinstance(row, CreditEntry):
        return (True, "Taken off the debt.") if row.found_on else (False, "Nothing before a court finds it.")
    if isinstance(row, DirectPaymentEntry):
        accepted = not entries.foreign() and entries.law(state).accepts(row.proof_kind, row.paid_on)
        if row.found_on or accepted:
            return True, "Taken off the debt."
        return False, "Nothing: the law does not take this proof, so that a court has to find the payment."
    if isinstance(row, AdjustmentProposal):
        if row.decision == Decision.OPEN:
            return False, "Nothing before a second person approves it."
        return row.decision == Decision.APPROVED, "Counted." if row.decision == Decision.APPROVED else "Nothing."
    if isinstance(row, InterestJudgment):
        return _bears(row, entries, state)
    if isinstance(row, ObligationEntry):
        return _obliges(row, record)
    return True, "Counted."


def _steps(row: OrderStep, orders: Sequence[SupportOrder]) -> tuple[bool, str]:
    known = in_order(orders)
    place = next((place for place, order in enumerate(known) if order.source_key == row.order_key), None)
    if place is None:
        return False, "Nothing: the order that it belongs to is not on record any more."
    if any(later.effective_on <= row.on for later in known[place + 1 :]):
        return False, "Nothing: a later order takes the place of the one that it belongs to."
    return True, "Counted."


def _bears(row: InterestJudgment, entries: MoneyEntries, state: str) -> tuple[bool, str]:
    if not entries.bears_by_judgment(state):
        return False, "Nothing: the law of the state that issued the order governs interest."
    if len(entries.judgments) > 1:
        return True, "Interest runs by it on what bears none by an earlier judgment; none runs twice."
    return True, "Interest runs by it."


def _suspends(row: SuspensionEntry, record: CaseRecord) -> tuple[bool, str]:
    entries, state = record.money, record.state
    if not says_how_much(row):
        return False, (
            "Nothing: the case has several children, and the entry names neither one nor a portion of the order; take "
            "it back and enter it with both."
        )
    try:
        time = entries.suspension_of(row, state)
    except NoRuleInForce as missing:
        return False, str(missing)
    if time is None:
        return False, "Nothing: the law asks for a court's finding first, or for a longer time."
    change = amount_changes_on(time.since, record.orders, entries.steps) if row.portion else None
    if change and (time.until is None or change <= time.until):
        return True, (
            f"{row.portion} of each instalment does not fall due {_from_to(time.since, change - ONE_DAY)}. Then the "
            "amount of the order changes: enter the portion of the new amount, if there still is one."
        )
    if row.portion:
        return True, f"{row.portion} of each instalment does not fall due {_from_to(time.since, time.until)}."
    return True, f"No support of the child falls due {_from_to(time.since, time.until)}."


def _from_to(since: date, until: date | None) -> str:
    return f"from {since:%b %-d, %Y} {f'to {until:%b %-d, %Y}' if until else 'on'}"


def _obliges(row: ObligationEntry, record: CaseRecord) -> tuple[bool, str]:
    later = [one.effective_on for one in record.money.obligations if one.support == row.support]
    after = min((day for day in later if day > row.effective_on), default=None)
    until = f" A later one takes its place on {after:%b %-d, %Y}." if after else ""
    return True, f"Falls due {falls_due(row, record.money.law(record.state))}.{until}"


def _decided(row: MoneyEntry) -> str:
    if not isinstance(row, AdjustmentProposal) or not row.decision:
        return ""
    return f"{row.decision.capitalize()} by {row.decided_by}{f': {row.decided_words}' if row.decided_words else ''}"


def _ended(row: MoneyEntry) -> str:
    return f"Taken back by {row.withdrawn_by}: {row.withdrawn}" if row.withdrawn else "Replaced by a later entry"


def _found(on: date | None) -> str:
    return f", found by the court on {on:%b %-d, %Y}" if on else ""


def _step(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    return EntryKind.STEP, row.on, row.amount, f"The order's amount is {row.amount} from this day on: {row.why}"


def _suspension(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    until = f"to {row.ended_on:%b %-d, %Y}" if row.ended_on else "and still going on"
    words = f"{row.cause.capitalize()} from {row.began_on:%b %-d, %Y} {until}{_found(row.found_on)}"
    return EntryKind.SUSPENSION, row.began_on, None, words


def _credit(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    return EntryKind.CREDIT, row.on, row.amount, f"Credit: {row.why}{_found(row.found_on)}"


def _direct(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    words = f"Paid straight to the obligee, shown by: {row.proof_kind}{_found(row.found_on)}"
    return EntryKind.DIRECT, row.paid_on, row.amount, words


def _adjustment(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    return EntryKind.ADJUSTMENT, row.on, row.amount, f"Adjustment of {row.bucket}: {row.reason}"


def _judgment(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    percent = f"{(Decimal(row.rate) * 100).normalize():f}"
    words = f"Judgment of interest: {percent} percent a year from {row.runs_from:%b %-d, %Y}"
    named = f" {row.principal} of" if row.principal else ""
    return EntryKind.JUDGMENT, row.entered_on, row.principal, f"{words} on{named} what was due by this day"


def _obligation(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    until = f" to {row.ended_on:%b %-d, %Y}" if row.ended_on else ""
    words = f"{row.support.capitalize()}, {row.frequency}, ordered on {row.ordered_on:%b %-d, %Y}{until}"
    return EntryKind.OBLIGATION, row.effective_on, row.amount, words


def _issuing(row: Any) -> tuple[EntryKind, date, Money | None, str]:
    law = f", whose law is told as: {row.begins}, {row.cite}" if row.cite else ""
    return EntryKind.ISSUING, row.registered_on, None, f"The registered order was issued by {row.state}{law}"


_SAYS: dict[type[MoneyEntry], Callable[[Any], tuple[EntryKind, date, Money | None, str]]] = {
    OrderStep: _step,
    SuspensionEntry: _suspension,
    CreditEntry: _credit,
    DirectPaymentEntry: _direct,
    AdjustmentProposal: _adjustment,
    InterestJudgment: _judgment,
    IssuingState: _issuing,
    ObligationEntry: _obligation,
}

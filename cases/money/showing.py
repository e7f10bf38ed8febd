"""Entries of money as people and programs read them: what each says, what it does to the account, who stands behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from cases.ledger.terms import percent
from cases.money.booking import amount_changes_on, in_order
from cases.money.entries import says_how_much
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
from kernel.money import Money
from law.rows import NoRuleInForce

ONE_DAY = timedelta(days=1)
ONCE_FOUND = "Once it does, enter it again, the same, with the day of the finding."
Effect: TypeAlias = tuple[bool, str]
"""Whether an entry does anything to the account, and what, in a sentence."""
Said: TypeAlias = tuple[EntryKind, date, Money | None, str]


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
    says, does = _SHOWN[type(row)]
    kind, on, amount, words = says(row)
    if isinstance(row, SuspensionEntry) and row.children:
        words = f"{names_of(row.children, record)}: {words}"
    stands = row.superseded_at is None
    counts, effect = does(row, record) if stands else (False, "Nothing any more.")
    decision = row.decision if isinstance(row, AdjustmentProposal) else ""
    return EntryShown(
        row.id, kind, on, amount, words, effect, counts, row.proof, row.entered_by or "", row.author_id,
        row.retrieved_at, decision, _decided(row), row.superseded_at, "" if stands else _ended(row),
    )  # fmt: skip


def _counted(_row: Any, _record: CaseRecord) -> Effect:
    return True, "Counted."


def _credits(row: CreditEntry, _record: CaseRecord) -> Effect:
    if row.found_on:
        return True, "Taken off the debt."
    return False, f"Nothing before a court finds it. {ONCE_FOUND}"


def _pays(row: DirectPaymentEntry, record: CaseRecord) -> Effect:
    accepted = not record.money.foreign() and record.money.law(record.state).accepts(row.proof_kind, row.paid_on)
    if row.found_on or accepted:
        return True, "Taken off the debt."
    return False, f"Nothing: the law does not take this proof, so a court has to find the payment. {ONCE_FOUND}"


def _adjusts(row: AdjustmentProposal, _record: CaseRecord) -> Effect:
    if row.decision == Decision.OPEN:
        return False, "Nothing before a second person approves it."
    return (True, "Counted.") if row.decision == Decision.APPROVED else (False, "Nothing.")


def _steps(row: OrderStep, record: CaseRecord) -> Effect:
    known = in_order(record.orders)
    place = next((place for place, order in enumerate(known) if order.source_key == row.order_key), None)
    if place is None:
        return False, "Nothing: the order that it belongs to is not on record any more."
    if any(later.effective_on <= row.on for later in known[place + 1 :]):
        return False, "Nothing: a later order takes the place of the one that it belongs to."
    return True, "Counted."


def _bears(_row: InterestJudgment, record: CaseRecord) -> Effect:
    if not record.money.bears_by_judgment(record.state):
        return False, "Nothing: the law of the state that issued the order governs interest."
    if len(record.money.judgments) > 1:
        return True, "Interest runs by it on what bears none by an earlier judgment; none runs twice."
    return True, "Interest runs by it."


def _suspends(row: SuspensionEntry, record: CaseRecord) -> Effect:
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


def _obliges(row: ObligationEntry, record: CaseRecord) -> Effect:
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


def _step(row: Any) -> Said:
    return EntryKind.STEP, row.on, row.amount, f"The order's amount is {row.amount} from this day on: {row.why}"


def _suspension(row: Any) -> Said:
    until = f"to {row.ended_on:%b %-d, %Y}" if row.ended_on else "and still going on"
    words = f"{row.cause.capitalize()} from {row.began_on:%b %-d, %Y} {until}{_found(row.found_on)}"
    return EntryKind.SUSPENSION, row.began_on, None, words


def _credit(row: Any) -> Said:
    return EntryKind.CREDIT, row.on, row.amount, f"Credit: {row.why}{_found(row.found_on)}"


def _direct(row: Any) -> Said:
    words = f"Paid straight to the obligee, shown by: {row.proof_kind}{_found(row.found_on)}"
    return EntryKind.DIRECT, row.paid_on, row.amount, words


def _adjustment(row: Any) -> Said:
    return EntryKind.ADJUSTMENT, row.on, row.amount, f"Adjustment of {row.bucket}: {row.reason}"


def _judgment(row: Any) -> Said:
    words = f"Judgment of interest: {percent(Decimal(row.rate))} a year from {row.runs_from:%b %-d, %Y}"
    named = f" {row.principal} of" if row.principal else ""
    return EntryKind.JUDGMENT, row.entered_on, row.principal, f"{words} on{named} what was due by this day"


def _obligation(row: Any) -> Said:
    until = f" to {row.ended_on:%b %-d, %Y}" if row.ended_on else ""
    words = f"{row.support.capitalize()}, {row.frequency}, ordered on {row.ordered_on:%b %-d, %Y}{until}"
    return EntryKind.OBLIGATION, row.effective_on, row.amount, words


def _issuing(row: Any) -> Said:
    law = f", whose law is told as: {row.begins}, {row.cite}" if row.cite else ""
    return EntryKind.ISSUING, row.registered_on, None, f"The registered order was issued by {row.state}{law}"


_SHOWN: dict[type[MoneyEntry], tuple[Callable[[Any], Said], Callable[[Any, CaseRecord], Effect]]] = {
    OrderStep: (_step, _steps),
    SuspensionEntry: (_suspension, _suspends),
    CreditEntry: (_credit, _credits),
    DirectPaymentEntry: (_direct, _pays),
    AdjustmentProposal: (_adjustment, _adjusts),
    InterestJudgment: (_judgment, _bears),
    IssuingState: (_issuing, _counted),
    ObligationEntry: (_obligation, _obliges),
}
"""What an entry of each table says, and what it does to the account."""

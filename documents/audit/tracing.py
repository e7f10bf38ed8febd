"""Where each line of an account comes from: the record and its day, or the rule that made it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cases.ledger.account import Line
from cases.ledger.playing import What
from cases.money.booking import in_order
from cases.money.facts import Bucket, Decision
from cases.money.other_support import lasting
from cases.queries import CaseRecord
from cases.tables import Sourced, SupportOrder
from documents.audit.work_paper import AccountLine, Ordered

BY_RULE = {
    What.MONTH_ENDS: "Computed: the month is over",
    What.INTEREST: "Computed: see the interest rule",
    What.AHEAD: "Computed: money paid ahead",
}
NO_RECORD = "No record on file"
ONE_DAY = timedelta(days=1)


def source(row: Sourced) -> str:
    """A row in words: system and record, as of its day; who typed it, where nobody imported it."""
    day = row.as_of or row.retrieved_at.date()
    if row.entered_by:
        return f"{row.source_record}, entered by {row.entered_by}, {day:%m/%d/%Y}"
    return f"{row.source} {row.source_record}, {day:%m/%d/%Y}"


class Tracer:
    """Numbers the lines of the account of one record and tells for each where it comes from."""

    def __init__(self, record: CaseRecord, orders: Iterable[Ordered]) -> None:
        self._orders = tuple(orders)
        self._receipts = {row.receipt_no: source(row) for row in record.payments}
        self._days: dict[tuple[What, date], list[str]] = defaultdict(list)
        for what, on, row in _entries(record):
            self._days[what, on].append(source(row))

    def traced(self, lines: Iterable[Line]) -> Iterator[AccountLine]:
        """Each line with its number and its record."""
        for number, line in enumerate(lines, start=1):
            found = self._source(line)
            charged = self._charged(line) if line.what is What.CHARGE else []
            short = f"Section 4, no. {charged[-1].number}" if charged else found
            yield AccountLine(number, line, found, short)

    def _source(self, line: Line) -> str:
        if line.what in BY_RULE:
            return BY_RULE[line.what]
        if line.what is What.CHARGE:
            return _joined(one.source for one in self._charged(line)[-1:])
        receipts = [self._receipts[part] for part in line.reference.split(", ") if part in self._receipts]
        return _joined([*receipts, *self._days[line.what, line.on]]) or line.reference or NO_RECORD

    def _charged(self, line: Line) -> list[Ordered]:
        """The orders and steps of a kind in effect on a day, the one that is charged last."""
        return [
            one for one in self._orders
            if one.kind == line.kind and one.since <= line.on and (one.until is None or line.on <= one.until)
        ]  # fmt: skip


def ordered(record: CaseRecord, as_of: date) -> tuple[Ordered, ...]:
    """Every order and step in effect by a day, in the order of their days, as long as the account charges by them.

    What was replaced on the day on which it began never was in effect.
    """
    begun = [
        one for one in (*_of_orders(record), *_beside_the_childs(record))
        if one.since <= as_of and (one.until is None or one.since <= one.until)
    ]  # fmt: skip
    begun.sort(key=lambda one: one.since)
    return tuple(replace(one, number=number) for number, one in enumerate(begun, start=1))


def _of_orders(record: CaseRecord) -> Iterator[Ordered]:
    """Each order until it ends or a later one takes effect, and its steps."""
    rows = in_order(record.orders)
    for place, row in enumerate(rows, start=1):
        until = _last_day(row, rows[place:])
        charged = row.support, row.frequency, row.toward_arrears
        yield Ordered(0, f"Order of {row.entered_on:%m/%d/%Y}", row.effective_on, until, *charged, source(row))
        for step in (step for step in record.money.steps if step.order_key == row.source_key):
            what = f"Step: {step.why}"
            yield Ordered(0, what, step.on, until, step.amount, row.frequency, None, source(step))


def _beside_the_childs(record: CaseRecord) -> Iterator[Ordered]:
    """Spousal and medical support as people entered it."""
    for row, until in lasting(record.money.obligations):
        what = f"{row.support.capitalize()}, order of {row.ordered_on:%m/%d/%Y}"
        yield Ordered(0, what, row.effective_on, until, row.amount, row.frequency, None, source(row), row.support)


def _last_day(order: SupportOrder, later: Sequence[SupportOrder]) -> date | None:
    """The last day of an order: the one on which it ends, or that before a later one takes effect."""
    ended = [order.ended_on] if order.ended_on else []
    return min([*ended, *(one.effective_on - ONE_DAY for one in later[:1])], default=None)


def _entries(record: CaseRecord) -> Iterator[tuple[What, date, Sourced]]:
    """The rows that make a line of a day, by what the line is."""
    for balance in record.balances:
        yield (What.OPENING if balance.is_opening else What.SPLIT), balance.on, balance
        yield What.FEE, balance.on, balance
    for one in record.money.adjustments:
        if one.decision == Decision.APPROVED:
            for what in (What.FEE,) if one.bucket == Bucket.FEES else (What.ADJUSTMENT, What.DEBT):
                yield what, one.on, one
    for credit in record.money.credits:
        yield What.CREDIT, credit.on, credit
        if credit.found_on:
            yield What.CHANGE, credit.found_on, credit
    for paid in record.money.direct_payments:
        yield What.DIRECT, paid.paid_on, paid
        if paid.found_on:
            yield What.CHANGE, paid.found_on, paid
    for judgment in record.money.judgments:
        yield What.JUDGMENT, judgment.entered_on, judgment


def _joined(sources: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(sources))

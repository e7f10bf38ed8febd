"""Where each line of an account comes from: the record and its day, or the rule that made it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cases.ledger import Kind
from cases.ledger.account import Line
from cases.ledger.playing import What
from cases.money.booking import in_order
from cases.money.facts import Bucket, Decision
from cases.money.other_support import lasting
from cases.money.tables import ObligationEntry
from cases.queries import CaseRecord
from cases.tables import Sourced, SupportOrder
from documents.audit.work_paper import AccountLine, Ordered
from kernel.money import Money

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
    rows = in_order(record.orders)
    orders = {row.source_key: row for row in rows}
    last = {row.source_key: _last_day(row, later) for row, later in zip(rows, [*rows[1:], None], strict=False)}
    found: list[tuple[date, str, date | None, Money, str, Money | None, Sourced]] = [
        (row.effective_on, f"Order of {row.entered_on:%m/%d/%Y}", last[key], row.support, row.frequency,
         row.toward_arrears, row)
        for key, row in orders.items()
    ]  # fmt: skip
    found += [
        (step.on, f"Step: {step.why}", until, step.amount, orders[step.order_key].frequency, None, step)
        for step in record.money.steps
        if step.order_key in orders and ((until := last[step.order_key]) is None or step.on <= until)
    ]
    found += [
        (row.effective_on, f"{row.support.capitalize()}, order of {row.ordered_on:%m/%d/%Y}", until, row.amount,
         row.frequency, None, row)
        for row, until in lasting(record.money.obligations)
    ]  # fmt: skip
    found = [one for one in found if one[0] <= as_of and (one[2] is None or one[0] <= one[2])]
    found.sort(key=lambda one: one[0])
    return tuple(
        Ordered(number, what, since, until, amount, frequency, toward, source(row), _kind(row))
        for number, (since, what, until, amount, frequency, toward, row) in enumerate(found, start=1)
    )


def _last_day(order: SupportOrder, later: SupportOrder | None) -> date | None:
    """The last day of an order: the one on which it ends, or that before a later one takes effect."""
    replaced = [later.effective_on - ONE_DAY] if later else []
    return min([*replaced, *([order.ended_on] if order.ended_on else [])], default=None)


def _kind(row: Sourced) -> str:
    return row.support if isinstance(row, ObligationEntry) else Kind.CHILD


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

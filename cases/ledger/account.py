"""The running account: every line that leads to a balance, with what it changed and what was owed after it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.balance import BUCKETS, Balance
from cases.ledger.book import Ledger
from cases.ledger.playing import Account, Happened, What
from cases.ledger.standing import Change, Event, Rank, returns
from kernel.money import Money

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``amount`` is what was charged, collected or accrued; ``changed`` says which bucket moved by how much.

    The changes of a line and the balance of the line before give the balance of this one. A charge names its kind.
    """

    on: date
    what: What
    words: str
    reference: str
    amount: Money
    changed: tuple[tuple[str, Money], ...]
    balance: Balance
    kind: str = ""


def running_account(ledger: Ledger, as_of: date) -> tuple[Line, ...]:
    """Every line by the end of a day, in the order in which things became known.

    Money that is returned and a credit that is found later change the account on the day of the return or finding,
    by exactly what it takes for the account to stand as if it had always been so.
    """
    turned = turns(ledger, as_of)
    lines: list[Line] = []
    days = sorted(turned)
    for first, last in zip([None, *days], [*(day - ONE_DAY for day in days), as_of], strict=True):
        if first is not None:
            lines += _turned(ledger, first, turned[first], lines[-1].balance if lines else None)
        lines += _played(ledger, first, last)
    return tuple(lines)


def turns(ledger: Ledger, as_of: date) -> dict[date, list[Change]]:
    """The days by ``as_of`` on which something done before turns out otherwise, and what does."""
    found: dict[date, list[Change]] = defaultdict(list)
    counted = [entry for entry in ledger.entries if ledger.counts(entry.collected_on, as_of)]
    for change in returns(counted):
        found[change.on].append(change)
    for credit in ledger.credits:
        if credit.found_on and credit.on < credit.found_on and ledger.counts(credit.on, as_of):
            found[credit.found_on].append(Change(credit.found_on, credit.finding, f"Credit found: {credit.why}"))
    for paid in ledger.direct_payments:
        if paid.found_on and paid.paid_on < paid.found_on and ledger.counts(paid.paid_on, as_of):
            found[paid.found_on].append(Change(paid.found_on, paid.proof, "Direct payment found"))
    return {day: changes for day, changes in found.items() if day <= as_of}


def _turned(ledger: Ledger, day: date, changes: list[Change], before: Balance | None) -> Iterator[Line]:
    """One line for everything that turns out otherwise on a day."""
    eve = day - ONE_DAY
    account = Account(ledger.terms)
    account.play(ledger.events(eve, known_on=day), eve)
    after = account.balance(day)
    moved = [(name, getattr(after, name) - (getattr(before, name) if before else Money(0))) for name in BUCKETS]
    changed = tuple((name, amount) for name, amount in moved if amount.cents)
    whole = after.total - (before.total if before else Money(0))
    words = "; ".join(change.words for change in changes)
    yield Line(day, What.CHANGE, words, ", ".join(change.reference for change in changes), whole, changed, after)


def _played(ledger: Ledger, first: date | None, last: date) -> list[Line]:
    """The lines of a time in which nothing turns out otherwise."""
    lines: list[Line] = []

    def tell(account: Account, happened: Happened) -> None:
        if first is None or happened.on >= first:
            lines.append(_line(account, happened))

    events = ledger.events(last, known_on=last)
    if first is not None:
        events = sorted([*events, Event(first, Rank.TURN, "", 0)])
    Account(ledger.terms, tell).play(events, last)
    return [line for line in lines if line.changed or line.what is What.JUDGMENT]


def _line(account: Account, happened: Happened) -> Line:
    sums: dict[str, int] = defaultdict(int)
    for bucket, cents in happened.changed:
        sums[bucket.replace(" ", "_")] += cents
    changed = tuple((name, Money(sums[name])) for name in BUCKETS if sums[name])
    event = happened.event
    amount = Money(event.cents if event else _amount(happened, sums))
    return Line(
        happened.on, happened.what, _words(happened), event.reference if event else "", amount, changed,
        account.balance(happened.on), event.kind if event and happened.what is What.CHARGE else "",
    )  # fmt: skip


def _amount(happened: Happened, sums: dict[str, int]) -> int:
    """What a line without an event is about: the money moved."""
    return {What.MONTH_ENDS: -sums["current"], What.AHEAD: -sums["ahead"]}.get(happened.what, sums["interest"])


def _words(happened: Happened) -> str:
    if happened.words:
        return happened.words
    if happened.what is What.MONTH_ENDS:
        return "Unpaid support of the month becomes arrears"
    if happened.event is None:
        return happened.what.capitalize()
    return happened.event.words or happened.what.capitalize()

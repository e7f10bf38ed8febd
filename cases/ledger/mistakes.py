"""What may have gone wrong in the state's balance: each suspicion is a ledger as the state would have had it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from cases.ledger.book import Ledger
from cases.ledger.entries import Entry, Opening
from cases.ledger.kinds import Frequency, Kind
from cases.ledger.obligation import Charge, Obligation
from cases.ledger.suspension import Suspension
from kernel.money import ZERO, Money, total
from law.money import money_law
from law.rows import in_force_on

ONE_DAY = timedelta(days=1)
TWO_YEARS = timedelta(days=731)
TAKEN_TWICE = "taken twice"


class Cause(StrEnum):
    """Why a balance of the state may be off, the best founded first when several explain it."""

    REVERSED_PAYMENT = "reversed payment"
    DUPLICATE_PAYMENT = "duplicate payment"
    MISSED_ORDER_CHANGE = "missed order change"
    STEP_DOWN = "step-down"
    SUSPENDED_MONTHS = "suspended months"
    WRONG_FREQUENCY = "wrong frequency"
    OPENING_BALANCE = "opening balance"


@dataclass(frozen=True)
class Suspicion:
    """One mistake that the state may have made, from a day on; ``ledger`` is the account with that mistake in it."""

    cause: Cause
    on: date
    words: str
    ledger: Callable[[], Ledger]
    founded: int
    """How well the record bears it out, 0 the best: 0 for an event on file, more where something is supposed."""
    principal: Money | None = None
    """By how much support the state would be higher, where that is plain before counting."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which the accounts part, both included, and by how much the state is higher on the last."""

    first: date
    last: date
    apart: Money

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def suspicions(ours: Ledger, window: Window, possible: tuple[Suspension, ...] = ()) -> Iterator[Suspicion]:
    """Every single mistake that would first show in a window of days and could be as large as it takes.

    ``possible`` are times for which the record tells of a cause of suspension without proof.
    """
    every = (one for kind in _KINDS for one in kind(ours, window))
    for one in (*every, *_supposed(ours, window, possible)):
        if window.holds(one.on) and (one.principal is None or _as_large(ours, one.on, one.principal, window)):
            yield one


def _as_large(ours: Ledger, since: date, principal: Money, window: Window) -> bool:
    """Whether support that is off by so much since a day can come to what the state is apart, interest included."""
    off, apart = principal.cents, window.apart.cents
    if not ours.terms.bears:
        return off == apart
    most = off + int(off * max(rate.yearly for rate in ours.terms.rates) * (window.last - since).days / 365)
    return min(off, most) - 1 <= apart <= max(off, most) + 1


def _returns_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    for entry in ours.entries:
        if entry.reverses is not None:
            yield Suspicion(
                Cause.REVERSED_PAYMENT, entry.collected_on,
                f"Payment {entry.reverses} was returned on {_day(entry.collected_on)} ({entry.receipt_no}), and the "
                f"state has not taken its {-entry.amount} back",
                _with(ours, entries=tuple(one for one in ours.entries if one != entry)), 0, entry.amount,
            )  # fmt: skip


def _returns_made_up(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    returned = {entry.reverses for entry in ours.entries}
    for entry in _payments(ours):
        if entry.receipt_no not in returned:
            back = Entry(entry.collected_on, f"{entry.receipt_no} {TAKEN_TWICE}", -entry.amount, entry.receipt_no)
            yield Suspicion(
                Cause.REVERSED_PAYMENT, entry.collected_on,
                f"The state does not count payment {entry.receipt_no} of {entry.amount}, collected on "
                f"{_day(entry.collected_on)}: it was taken back there or never posted",
                _with(ours, entries=(*ours.entries, back)), 3, entry.amount,
            )  # fmt: skip


def _posted_twice(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    for entry in _payments(ours):
        again = replace(entry, receipt_no=f"{entry.receipt_no} {TAKEN_TWICE}")
        yield Suspicion(
            Cause.DUPLICATE_PAYMENT, entry.collected_on,
            f"The state counts payment {entry.receipt_no} of {entry.amount}, collected on {_day(entry.collected_on)}, "
            "twice",
            _with(ours, entries=(*ours.entries, again)), 2, -entry.amount,
        )  # fmt: skip


def _twice_in_ours(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """Two receipts of one amount on one day: the state may have posted one of them."""
    for first, second in pairwise(sorted(_payments(ours), key=lambda one: (one.collected_on, one.amount))):
        if (first.collected_on, first.amount) == (second.collected_on, second.amount):
            yield Suspicion(
                Cause.DUPLICATE_PAYMENT, second.collected_on,
                f"Our record counts {second.amount} of {_day(second.collected_on)} twice ({first.receipt_no} and "
                f"{second.receipt_no}), the state once",
                _with(ours, entries=tuple(one for one in ours.entries if one != second)), 0, second.amount,
            )  # fmt: skip


def _changes_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """The earlier order goes on, for good or until the change was entered so many due days late."""
    orders = _support(ours)
    for before, after in pairwise(orders):
        if before.until is None or before.amount_on(before.until) == after.amount:
            continue
        for until in _entered_late(after, window):
            late = replace(after, effective_on=until) if until else None
            going_on = replace(before, until=until - ONE_DAY if until else after.until)
            changed = [one for one in ours.obligations if one not in (before, after)]
            yield Suspicion(
                Cause.MISSED_ORDER_CHANGE, _first_due(after),
                f"The state went on charging {before.amount_on(before.until)} instead of {after.amount} from "
                f"{_day(_first_due(after))}{_until(until)}",
                _with(ours, obligations=(*changed, going_on, *([late] if late else []))), 0 if until is None else 1,
            )  # fmt: skip


def _steps_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    for order in _support(ours):
        for step in order.steps:
            others = tuple(one for one in order.steps if one != step)
            for until in _entered_late(replace(order, effective_on=step.on, steps=()), window):
                late = (*others, replace(step, on=until)) if until else others
                yield Suspicion(
                    Cause.STEP_DOWN, _first_due(replace(order, effective_on=step.on)),
                    f"The state did not step from {order.amount_on(step.on - ONE_DAY)} to {step.amount} on "
                    f"{_day(step.on)}{_until(until)}",
                    _changed(ours, order, replace(order, steps=tuple(sorted(late)))), 0 if until is None else 1,
                )  # fmt: skip


def _suspensions_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    for one in ours.suspensions:
        others = tuple(each for each in ours.suspensions if each != one)
        within = replace(ours, suspensions=others).charges(window.last)
        charged = [charge.due_on for charge in within if one.covers(charge.due_on)]
        for number in range(1, len(charged) + 1):
            until = charged[number] - ONE_DAY if number < len(charged) else None
            rest = (*others, replace(one, since=until + ONE_DAY)) if until else others
            yield Suspicion(
                Cause.SUSPENDED_MONTHS, charged[0],
                f"The state charged support that was suspended from {_day(one.since)} ({one.cause})"
                f"{_until(until + ONE_DAY if until else None)}",
                _with(ours, suspensions=rest), 0 if until is None else 1,
            )  # fmt: skip


def _frequencies_mistaken(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """The amount charged as if it were by the week, or by the month, converted or on its own days."""
    for order in _support(ours):
        for frequency in Frequency:
            for words, mistaken in _misread(ours, order, frequency):
                yield Suspicion(
                    Cause.WRONG_FREQUENCY, _first_due(order, ours.opening.on if ours.opening else None),
                    f"The state charged {order.amount} as {words} from {_day(order.effective_on)}",
                    _changed(ours, order, mistaken), 1,
                )  # fmt: skip


def _misread(ours: Ledger, order: Obligation, frequency: Frequency) -> Iterator[tuple[str, Obligation]]:
    if frequency is not order.frequency:
        yield f"{frequency} on its own days", replace(order, frequency=frequency)
    rows = [row for row in money_law(ours.terms.state).conversion if in_force_on(row, order.effective_on)]
    for row in rows:
        if row.id == frequency and row.monthly(order.amount) != order.amount:
            steps = tuple(replace(step, amount=row.monthly(step.amount)) for step in order.steps)
            monthly = replace(order, amount=row.monthly(order.amount), frequency=Frequency.MONTHLY, steps=steps)
            yield f"{frequency}, {monthly.amount} by the month", monthly


def _supposed(ours: Ledger, window: Window, possible: tuple[Suspension, ...]) -> Iterator[Suspicion]:
    """Support that the state did not charge, in times of a cause on file and in so many due days of any."""
    charges = ours.charges(window.last)
    for one in possible:
        due = [charge for charge in charges if replace(one, proof="on file").covers(charge.due_on)]
        if due:
            yield _suspended(ours, due, 0, f"the record tells of {one.cause} without proof")
    charges = [charge for charge in charges if window.first <= charge.due_on]
    for first in range(len(charges)):
        uncharged = ZERO
        for last in range(first, len(charges)):
            uncharged = uncharged + charges[last].amount
            if _as_large(ours, charges[first].due_on, -uncharged, window):
                yield _suspended(ours, charges[first : last + 1], 2, "no suspension is on file")
            if uncharged > -window.apart:
                break


def _suspended(ours: Ledger, due: Sequence[Charge], founded: int, why: str) -> Suspicion:
    first, last = due[0].due_on, due[-1].due_on
    supposed = Suspension(first, last, "supposed", "supposed")
    return Suspicion(
        Cause.SUSPENDED_MONTHS, first,
        f"The state did not charge the support due from {_day(first)} to {_day(last)}; {why}",
        _with(ours, suspensions=(*ours.suspensions, supposed)), founded, -total(charge.amount for charge in due),
    )  # fmt: skip


_KINDS = (
    _returns_missed,
    _twice_in_ours,
    _changes_missed,
    _steps_missed,
    _suspensions_missed,
    _frequencies_mistaken,
    _posted_twice,
    _returns_made_up,
)


def opening_mistaken(ours: Ledger, apart: Money) -> Suspicion:
    """The state began from another opening balance. It explains any difference, so that it comes last."""
    opening = ours.opening or Opening(min(one.effective_on for one in ours.obligations) - ONE_DAY, ZERO)
    theirs = opening.amount + apart
    known = {ZERO: " (nothing)", opening.amount + opening.amount: " (twice our amount)"}
    as_known = known.get(theirs, "") if opening.amount != ZERO else ""
    mine = f"our record from {opening.amount}" if ours.opening else "our record has no opening balance"
    return Suspicion(
        Cause.OPENING_BALANCE, opening.on,
        f"The state began on {_day(opening.on)} from {theirs}{as_known}, {mine}",
        _with(ours, opening=replace(opening, amount=theirs)), 1 if as_known else 4,
    )  # fmt: skip


def _with(ours: Ledger, **changed: object) -> Callable[[], Ledger]:
    return lambda: replace(ours, **changed)  # type: ignore[arg-type]


def _changed(ours: Ledger, order: Obligation, mistaken: Obligation) -> Callable[[], Ledger]:
    return _with(ours, obligations=tuple(mistaken if one is order else one for one in ours.obligations))


def _payments(ours: Ledger) -> list[Entry]:
    return [one for one in ours.entries if one.reverses is None and one.amount > ZERO]


def _support(ours: Ledger) -> list[Obligation]:
    chosen = (one for one in ours.obligations if one.kind not in {Kind.ARREARS, Kind.FEES})
    return sorted(chosen, key=lambda one: (one.kind, one.effective_on))


def _first_due(order: Obligation, after: date | None = None) -> date:
    since = max(order.effective_on, after or order.effective_on)
    return next(order.due_days(after=after, by=since + TWO_YEARS), order.effective_on)


def _entered_late(order: Obligation, window: Window) -> Iterator[date | None]:
    """Never, or on each later day on which an order falls due: until then the mistake ran."""
    yield None
    first = _first_due(order)
    yield from (day for day in order.due_days(after=first, by=window.last))


def _until(day: date | None) -> str:
    return f" until {_day(day)}" if day else ""


def _day(day: date) -> str:
    return f"{day:%B %-d, %Y}"

"""Support that the state may have charged by the wrong order, amount or frequency, or at the wrong times."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from cases.ledger.book import SUSPENDED, Ledger
from cases.ledger.kinds import Frequency, Kind
from cases.ledger.obligation import Obligation
from cases.ledger.off import charged_otherwise, off
from cases.ledger.suspension import Suspension
from cases.ledger.suspicion import Cause, Suspicion, Window, altered, as_large, in_words
from kernel.money import Money
from law.money import Conversion, NoMoneyLawOf, money_law
from law.rows import in_force_on
from law.states import NoLawOf

ONE_DAY = timedelta(days=1)
TWO_YEARS = timedelta(days=731)


def _changes_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """The earlier order goes on, for good or until the change was entered so many due days late."""
    orders, mine = _support(ours), ours.charged_by_day(window.told_until)
    for before, after in pairwise(orders):
        if before.kind is not after.kind or before.until is None or before.amount_on(before.until) == after.amount:
            continue
        others = tuple(one for one in ours.obligations if one not in (before, after))
        never = replace(ours, obligations=(*others, replace(before, until=after.until)))
        charged = charged_otherwise(mine, never.charged_by_day(window.told_until))
        for until in _entered_late(after, window):
            late = replace(after, effective_on=until) if until else None
            going_on = replace(before, until=until - ONE_DAY if until else after.until)
            yield Suspicion(
                Cause.MISSED_ORDER_CHANGE, _first_due(after),
                f"The state went on charging {before.amount_on(before.until)} instead of {after.amount} from "
                f"{in_words(_first_due(after))}{_until(until)}",
                altered(ours, obligations=(*others, going_on, *([late] if late else []))), 0 if until is None else 1,
                charged.until(until),
            )  # fmt: skip


def _steps_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    mine = ours.charged_by_day(window.told_until)
    for order in _support(ours):
        for step in order.steps:
            others = tuple(one for one in order.steps if one != step)
            never = _changed(ours, order, replace(order, steps=others))()
            charged = charged_otherwise(mine, never.charged_by_day(window.told_until))
            later = min((one.on for one in others if one.on > step.on), default=None)
            stepped = replace(order, effective_on=step.on, until=later - ONE_DAY if later else order.until, steps=())
            for until in _entered_late(stepped, window):
                late = (*others, replace(step, on=until)) if until else others
                yield Suspicion(
                    Cause.STEP_DOWN, _first_due(replace(order, effective_on=step.on)),
                    f"The state did not step from {order.amount_on(step.on - ONE_DAY)} to {step.amount} on "
                    f"{in_words(step.on)}{_until(until)}",
                    _changed(ours, order, replace(order, steps=tuple(sorted(late)))), 0 if until is None else 1,
                    charged.until(until),
                )  # fmt: skip


def _suspensions_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    mine = ours.charged_by_day(window.told_until)
    for one in ours.suspensions:
        others = tuple(each for each in ours.suspensions if each != one)
        charged = charged_otherwise(mine, replace(ours, suspensions=others).charged_by_day(window.told_until))
        for until in (*charged.days[1:], *([None] if charged.days else [])):
            rest = (*others, replace(one, since=until)) if until else others
            yield Suspicion(
                Cause.SUSPENDED_MONTHS, charged.days[0],
                f"The state charged support that was suspended from {in_words(one.since)} ({one.words}){_until(until)}",
                altered(ours, suspensions=rest), 0 if until is None else 1, charged.until(until),
            )  # fmt: skip


def _frequencies_mistaken(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """The amount charged as if it were by the week, or by the month, converted or on its own days."""
    for order in _support(ours):
        mine = replace(ours, obligations=(order,)).charged_by_day(window.told_until)
        for frequency in Frequency:
            for words, mistaken in _misread(ours, order, frequency):
                theirs = replace(ours, obligations=(mistaken,)).charged_by_day(window.told_until)
                charged = charged_otherwise(mine, theirs)
                if charged.days:
                    yield Suspicion(
                        Cause.WRONG_FREQUENCY, charged.days[0],
                        f"The state charged {order.amount} as {words} from {in_words(order.effective_on)}",
                        _changed(ours, order, mistaken), 1, charged,
                    )  # fmt: skip


def _misread(ours: Ledger, order: Obligation, frequency: Frequency) -> Iterator[tuple[str, Obligation]]:
    if frequency is not order.frequency:
        yield f"{frequency} on its own days", replace(order, frequency=frequency)
    # Twice by the month and on the 1st and the 15th come to the same each month; the latter is told.
    for row in _conversions(ours.terms.state, order.effective_on):
        if row.id == frequency is not Frequency.SEMIMONTHLY and row.monthly(order.amount) != order.amount:
            steps = tuple(replace(step, amount=row.monthly(step.amount)) for step in order.steps)
            monthly = replace(order, amount=row.monthly(order.amount), frequency=Frequency.MONTHLY, steps=steps)
            yield f"{frequency}, {monthly.amount} by the month", monthly


def _conversions(state: str, on: date) -> list[Conversion]:
    """The rows of a day; none of a state whose law is told by a registered order alone."""
    try:
        law = money_law(state)
    except (NoLawOf, NoMoneyLawOf):
        return []
    return [row for row in law.conversion if in_force_on(row, on)]


def supposed(ours: Ledger, window: Window, possible: tuple[Suspension, ...]) -> Iterator[Suspicion]:
    """Support that the state did not charge, in times of a cause on file and in so many due days of any."""
    of_children = tuple(one for one in ours.obligations if one.kind in SUSPENDED)
    charged = sorted(replace(ours, obligations=of_children).charged_by_day(window.told_until).items())
    for one in possible:
        due = [(day, cents) for day, cents in charged if one.holds(day)]
        if due:
            yield _suspended(ours, due, 0, f"the record tells of {one.cause} without proof")
    charged = [(day, cents) for day, cents in charged if window.first <= day]
    for first in (number for number, (day, _) in enumerate(charged) if window.holds(day)):
        uncharged = 0
        for last in range(first, len(charged)):
            uncharged += charged[last][1]
            if as_large(ours, charged[first][0], Money(-uncharged), window):
                yield _suspended(ours, charged[first : last + 1], 2, "no suspension is on file")
            if uncharged > -window.apart.cents:
                break


def _suspended(ours: Ledger, due: Sequence[tuple[date, int]], founded: int, why: str) -> Suspicion:
    first, last = due[0][0], due[-1][0]
    supposed = Suspension(first, last, "supposed", "supposed")
    return Suspicion(
        Cause.SUSPENDED_MONTHS, first,
        f"The state did not charge the support due from {in_words(first)} to {in_words(last)}; {why}",
        altered(ours, suspensions=(*ours.suspensions, supposed)), founded, off({day: -cents for day, cents in due}),
    )  # fmt: skip


def _changed(ours: Ledger, order: Obligation, mistaken: Obligation) -> Callable[[], Ledger]:
    return altered(ours, obligations=tuple(mistaken if one is order else one for one in ours.obligations))


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
    yield from (day for day in order.due_days(after=first, by=window.told_until))


def _until(day: date | None) -> str:
    return f" until {in_words(day)}" if day else ""


MISTAKEN_CHARGES = (_changes_missed, _steps_missed, _suspensions_missed, _frequencies_mistaken)

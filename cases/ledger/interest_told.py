"""The interest that a state's balance holds, where it is ours of another day or none."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from cases.ledger.balance import Balance
from cases.ledger.book import Ledger
from cases.ledger.many_days import balances_on
from cases.ledger.obligation import month_end
from cases.ledger.suspicion import Cause, Explanation, Suspicion, Window, altered, in_words
from cases.ledger.terms import Begins
from kernel.money import ZERO, Money

ONE_DAY = timedelta(days=1)
HOLDS = "The state's balance holds"


def interest_told(ours: Ledger, apart: Mapping[date, Money]) -> Iterator[Explanation]:
    """The first that gives every figure: no interest, that of a month's end, that of one day and none since.

    ``apart`` is the state's figure less ours on each day that it told, at least one of them off.
    """
    if not ours.terms.bears:
        return
    balances = balances_on(ours, (each for day in apart for each in (day, _month_before(day), month_end(day))))
    held = {day: balances[day].interest + more for day, more in apart.items()}
    parted, newest = min(day for day, more in apart.items() if more != ZERO), max(apart)
    if all(amount == ZERO for amount in held.values()):
        yield Explanation(Cause.INTEREST, parted, _none(newest, balances[newest].interest), 0)
        return
    for up_to in (_month_before, month_end):
        if _holds(balances, held, up_to):
            words = f"{HOLDS} interest up to {in_words(up_to(newest))}, ours up to {in_words(newest)}"
            yield Explanation(Cause.INTEREST, parted, words, 0)
            return
    yield from _stopped(ours, held, parted)


def without_interest(ours: Ledger, window: Window) -> Suspicion | None:
    """The account in which none ever ran, where any runs in ours."""
    interest = _interest(ours, window.told_until) if ours.terms.bears else ZERO
    if interest == ZERO:
        return None
    bare = replace(ours.terms, begins=Begins.NEVER, rates=(), judgments=())
    words = _none(window.told_until, interest)
    return Suspicion(Cause.INTEREST, window.last, words, altered(ours, terms=bare), 0)


def _stopped(ours: Ledger, held: Mapping[date, Money], parted: date) -> Iterator[Explanation]:
    """Interest up to a day that is found by halving, since it only grows while no money goes to it."""
    starts = [ours.opening.on] if ours.opening else [one.effective_on for one in ours.obligations]
    grown = range(min(starts, default=parted).toordinal(), parted.toordinal() + 1)
    reached = bisect_right(grown, held[parted].cents, key=lambda day: _interest(ours, date.fromordinal(day)).cents)
    if not 0 < reached < len(grown):
        return
    last = date.fromordinal(grown[reached - 1])
    balances = balances_on(ours, (min(day, last) for day in held))
    if _holds(balances, held, lambda day: min(day, last)):
        words = f"{HOLDS} interest up to {in_words(last)} and none since"
        yield Explanation(Cause.INTEREST, last + ONE_DAY, words, 1)


def _interest(ours: Ledger, day: date) -> Money:
    return ours.balance(day).interest


def _holds(balances: Mapping[date, Balance], held: Mapping[date, Money], up_to: Callable[[date], date]) -> bool:
    return all(balances[up_to(day)].interest == amount for day, amount in held.items())


def _month_before(day: date) -> date:
    return day.replace(day=1) - ONE_DAY


def _none(day: date, interest: Money) -> str:
    return f"{HOLDS} no interest, ours of {in_words(day)} holds {interest}"

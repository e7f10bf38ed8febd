"""What people entered here beside what the state told: its account may know nothing of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from cases.ledger.book import CHARGES_NOTHING, Ledger
from cases.ledger.entries import Adjustment, Credit, DirectPayment
from cases.ledger.kinds import Kind
from cases.ledger.off import charged_otherwise
from cases.ledger.suspension import Suspension
from cases.ledger.suspicion import Cause, Suspicion, Window, altered, in_words
from cases.ledger.terms import Begins, Judgment, Terms, percent
from kernel.money import ZERO


@dataclass(frozen=True)
class Entered:
    """One entry that moves our account, by the first day on which it does; ``without`` is the ledger that lacks it."""

    on: date
    words: str
    without: Callable[[], Ledger]


def unknown_together(ours: Ledger, window: Window, fewest: int = 1) -> Suspicion | None:
    """The account without anything that people entered here, where so many entries move it."""
    every = sorted((*_changes(ours, window), *_others(ours, window)), key=lambda one: (one.on, one.words))
    if len(every) < fewest:
        return None
    words = "; ".join(one.words for one in every)
    return Suspicion(
        Cause.ENTERED_HERE, every[0].on, f"The state does not know of what was entered here: {words}",
        lambda: _bare(ours), 0,
    )  # fmt: skip


def _each(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """Each entry alone but steps and suspensions: those that the state missed are mistakes in what it charged."""
    for one in _others(ours, window):
        words = f"The state does not know of {one.words}, entered here"
        yield Suspicion(Cause.ENTERED_HERE, one.on, words, one.without, 0)


def _together(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    if found := unknown_together(ours, window, fewest=2):
        yield found


def _bare(ours: Ledger) -> Ledger:
    """The account as it is without any entry."""
    orders = tuple(replace(one, steps=()) for one in ours.obligations if not _is_other(one.kind))
    return replace(
        ours, obligations=orders, suspensions=(), credits=(), direct_payments=(), adjustments=(),
        terms=_judged(ours.terms, ()),
    )  # fmt: skip


def _changes(ours: Ledger, window: Window) -> Iterator[Entered]:
    """Steps and suspensions."""
    for order in ours.obligations:
        for step in order.steps:
            others = replace(order, steps=tuple(one for one in order.steps if one is not step))
            without = altered(ours, obligations=tuple(others if one is order else one for one in ours.obligations))
            yield from _charged(ours, window, f"the step to {step.amount} on {in_words(step.on)}", without)
    for paused in ours.suspensions:
        rest = tuple(one for one in ours.suspensions if one is not paused)
        yield from _charged(ours, window, f"the suspension {_span(paused)}", altered(ours, suspensions=rest))


def _others(ours: Ledger, window: Window) -> Iterator[Entered]:
    for order in ours.obligations:
        if _is_other(order.kind):
            words = f"the {order.kind} of {order.amount} from {in_words(order.effective_on)}"
            rest = tuple(one for one in ours.obligations if one is not order)
            yield from _charged(ours, window, words, altered(ours, obligations=rest))
    for since, _, entry in ours.corrected(window.told_until):
        yield Entered(since, _corrected(entry), _lacking(ours, entry))
    for one in ours.adjustments:
        if one.of_interest and ours.counts(one.on, window.told_until):
            yield Entered(one.on, f"{_corrected(one)} to the interest", _lacking(ours, one))
    for judged in ours.terms.judgments:
        if judged.on <= window.told_until:
            yield _judgment(ours, judged)


def _charged(ours: Ledger, window: Window, words: str, without: Callable[[], Ledger]) -> Iterator[Entered]:
    """What changes the support that falls due, if it does so by the last day that the state told."""
    until = window.told_until
    moved = charged_otherwise(without().charged_by_day(until), ours.charged_by_day(until))
    if moved.days:
        amount = moved.by(until)
        moves = f"adds {amount}" if amount > ZERO else f"takes {-amount} off"
        yield Entered(moved.days[0], f"{words} ({moves})", without)


def _judgment(ours: Ledger, judged: Judgment) -> Entered:
    words = f"the judgment of interest of {in_words(judged.on)} at {percent(judged.rate.yearly)} a year"
    rest = tuple(one for one in ours.terms.judgments if one is not judged)
    return Entered(max(judged.on, judged.rate.first), words, altered(ours, terms=_judged(ours.terms, rest)))


def _judged(terms: Terms, judgments: tuple[Judgment, ...]) -> Terms:
    """The terms with other judgments. Where any stands, interest runs by judgments alone."""
    if not terms.judgments:
        return terms
    return replace(terms, begins=Begins.JUDGMENT if judgments else Begins.NEVER, judgments=judgments)


def _lacking(ours: Ledger, entry: Adjustment | Credit | DirectPayment) -> Callable[[], Ledger]:
    return altered(
        ours,
        credits=tuple(one for one in ours.credits if one is not entry),
        direct_payments=tuple(one for one in ours.direct_payments if one is not entry),
        adjustments=tuple(one for one in ours.adjustments if one is not entry),
    )


def _corrected(entry: Adjustment | Credit | DirectPayment) -> str:
    if isinstance(entry, DirectPayment):
        return f"the direct payment of {entry.amount} on {in_words(entry.paid_on)}"
    what = "credit" if isinstance(entry, Credit) else "adjustment"
    return f"the {what} of {entry.amount} on {in_words(entry.on)}"


def _span(one: Suspension) -> str:
    return f"from {in_words(one.since)}{f' to {in_words(one.until)}' if one.until else ''}"


def _is_other(kind: Kind) -> bool:
    """Whether support is of a kind that no extract tells, so that people entered it."""
    return kind is not Kind.CHILD and kind not in CHARGES_NOTHING


UNKNOWN_ENTRIES = (_each, _together)

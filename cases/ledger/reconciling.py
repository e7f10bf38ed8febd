"""Our account beside the state's balances: where the two part, by how much, and what explains it to the cent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from cases.ledger.book import Ledger
from cases.ledger.interest_told import interest_told, without_interest
from cases.ledger.many_days import owed_on
from cases.ledger.mistakes import opened_with, opening_mistaken, opening_of, suspicions
from cases.ledger.suspension import Suspension
from cases.ledger.suspicion import MADE_UP, Cause, Explanation, Suspicion, Window
from cases.ledger.unknown_entries import unknown_together
from kernel.money import ZERO, Money

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class StateFigure:
    """What the state's system says is owed at the end of a day: support, and interest where any runs."""

    on: date
    total: Money


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """``apart`` is the state's figure less ours on the newest day that it told.

    The accounts agree up to ``agreed_on`` and part by ``parted_by``. ``likeliest`` are the best founded explanations,
    more than one where nothing tells them apart; ``others`` explain it too but have less in the record behind them.
    """

    as_of: date
    ours: Money
    theirs: Money
    agreed_on: date | None = None
    parted_by: date | None = None
    likeliest: tuple[Explanation, ...] = ()
    others: tuple[Explanation, ...] = ()

    @property
    def apart(self) -> Money:
        """The state's figure less ours."""
        return self.theirs - self.ours

    @property
    def differs(self) -> bool:
        """Whether the two are apart on any day that the state told."""
        return self.parted_by is not None

    def sentence(self) -> str:
        """Where the two part and why, in words."""
        if not self.differs:
            return f"The state's balance of {self.theirs} agrees with ours on {self.as_of:%B %-d, %Y}."
        higher = "higher" if self.apart > ZERO else "lower"
        said = f"The state's balance of {self.theirs} on {self.as_of:%B %-d, %Y} is {max(self.apart, -self.apart)} "
        said += f"{higher} than ours of {self.ours}." if self.apart else "the same as ours, but an earlier one differs."
        if not self.likeliest:
            return f"{said} Nothing in the record explains it."
        first = self.likeliest[0]
        more = f" {len(self.likeliest) - 1} others explain it as well." if len(self.likeliest) > 1 else ""
        return f"{said} {first.words}.{more}"


def reconcile(
    ours: Ledger, figures: Sequence[StateFigure], possible: tuple[Suspension, ...] = ()
) -> Reconciliation:
    """Our account beside at least one figure of the state. Each suspicion is counted through before it is told."""
    beside = _beside(ours, sorted(figures))
    newest, mine = beside.told[-1], beside.counted[beside.told[-1].on]
    parted = next((figure for figure in beside.told if beside.apart(figure) != ZERO), None)
    if parted is None:
        return Reconciliation(newest.on, mine, newest.total, agreed_on=newest.on)
    agreed = max((figure.on for figure in beside.told if figure.on < parted.on), default=None)
    found = _explanations(beside, agreed, parted, possible)
    best = min((one.founded for one in found), default=0)
    return Reconciliation(
        newest.on, mine, newest.total, agreed, parted.on,
        tuple(one for one in found if one.founded == best),
        tuple(one for one in found if one.founded != best),
    )  # fmt: skip


def owed(ledger: Ledger, day: date) -> Money:
    """What a state's balance counts: support, and the interest that runs on it."""
    return ledger.balance(day).total if ledger.terms.bears else ledger.arrears(day)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Our account, what the state told in order of its days, and what ours comes to on each of them."""

    ours: Ledger
    told: list[StateFigure]
    counted: dict[date, Money]

    def apart(self, figure: StateFigure) -> Money:
        return figure.total - self.counted[figure.on]


def _beside(ours: Ledger, told: list[StateFigure]) -> _Beside:
    return _Beside(ours, told, owed_on(ours, (figure.on for figure in told)))


def _explanations(
    beside: _Beside, agreed: date | None, parted: StateFigure, possible: tuple[Suspension, ...]
) -> list[Explanation]:
    ours, newest = beside.ours, beside.told[-1]
    since = agreed or (ours.opening.on if ours.opening else None)
    window = Window(since + ONE_DAY if since else date.min, parted.on, newest.on, beside.apart(newest))
    found = [one for one in suspicions(ours, window, possible) if _explains(one, beside, parted)]
    if agreed is None and ours.obligations and opening_of(ours).on <= newest.on:
        opening = opening_mistaken(ours, _opening_behind(ours, newest))
        found += [opening] if _explains(opening, beside, parted) else []
    told = [Explanation(one.cause, one.on, one.words, one.founded) for one in found]
    told += interest_told(ours, {figure.on: beside.apart(figure) for figure in beside.told})
    if all(one.founded == MADE_UP for one in told):
        told += _in_part(beside, window, possible)
    return sorted(told, key=lambda one: (one.founded, list(Cause).index(one.cause), one.on))


def _in_part(beside: _Beside, window: Window, possible: tuple[Suspension, ...]) -> list[Explanation]:
    """A part of a difference that nothing alone explains, with what explains the rest.

    What was entered here comes before interest. It is a part where less is left without it.
    """
    for part in (unknown_together(beside.ours, window), without_interest(beside.ours, window)):
        if part is not None and window.holds(part.on):
            rest = reconcile(part.ledger(), beside.told, possible)
            if told := list(_with_rest(part, rest)) if abs(rest.apart.cents) < abs(window.apart.cents) else []:
                return told
    return []


def _with_rest(part: Suspicion, rest: Reconciliation) -> Iterator[Explanation]:
    if not rest.differs:
        yield Explanation(part.cause, part.on, part.words, part.founded)
    left = f"{part.words}; without that the two are {max(rest.apart, -rest.apart)} apart"
    for one in (*rest.likeliest, *rest.others):
        yield Explanation(part.cause, part.on, f"{left}. {one.words}", min(one.founded, MADE_UP - 1))


def _explains(suspicion: Suspicion, beside: _Beside, parted: StateFigure) -> bool:
    """Whether the state's every figure comes out of the suspicion.

    Where nothing goes to interest that is what the suspicion is off by on each day; otherwise it is played through,
    up to the first figure that is off before all others.
    """
    if suspicion.off is not None and not beside.ours.mixes_interest:
        return all(suspicion.off.by(figure.on) == beside.apart(figure) for figure in beside.told)
    ledger = suspicion.ledger()
    if owed(ledger, parted.on) != parted.total:
        return False
    theirs = _beside(ledger, beside.told)
    return all(theirs.apart(figure) == ZERO for figure in beside.told)


def _opening_behind(ours: Ledger, figure: StateFigure) -> Money:
    """The opening balance from which our account comes to the state's figure, or the nearest to it.

    With interest, a cent more at the beginning is at least a cent more in the end: it is found by going on along the
    line from our own opening balance to the last one that was tried.
    """
    mine = opening_of(ours).amount.cents
    apart = (figure.total - owed(ours, figure.on)).cents
    if not ours.terms.bears or not apart:
        return Money(mine + apart)
    low, high = (mine + 1, mine + apart) if apart > 0 else (mine + apart, mine - 1)
    guess = mine + apart
    while low <= high and (left := (figure.total - owed(opened_with(ours, Money(guess)), figure.on)).cents):
        low, high = (guess + 1, high) if left > 0 else (low, guess - 1)
        further = round(Fraction(left * (guess - mine), apart - left))
        guess = min(max(guess + further, low), high)
    return Money(guess)

"""Our account beside the state's balances: where the two part, by how much, and what explains it to the cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.book import Ledger
from cases.ledger.mistakes import opened_with, opening_mistaken, opening_of, suspicions
from cases.ledger.suspension import Suspension
from cases.ledger.suspicion import Cause, Suspicion, Window
from kernel.money import ZERO, Money

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class StateFigure:
    """What the state's system says is owed at the end of a day: support, and interest where any runs."""

    on: date
    total: Money


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mistake that gives every figure of the state to the cent; ``on`` is the day on which the accounts part."""

    cause: Cause
    on: date
    words: str
    founded: int


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
    told = sorted(figures)
    newest, mine = told[-1], owed(ours, told[-1].on)
    off = next((figure for figure in told if figure.total != owed(ours, figure.on)), None)
    if off is None:
        return Reconciliation(newest.on, mine, newest.total, agreed_on=newest.on)
    agreed = max((figure.on for figure in told if figure.on < off.on), default=None)
    found = _explanations(ours, told, agreed, off, possible)
    best = min((one.founded for one in found), default=0)
    return Reconciliation(
        newest.on, mine, newest.total, agreed, off.on,
        tuple(one for one in found if one.founded == best),
        tuple(one for one in found if one.founded != best),
    )  # fmt: skip


def owed(ledger: Ledger, day: date) -> Money:
    """What a state's balance counts: support, and the interest that runs on it."""
    return ledger.balance(day).total if ledger.terms.bears else ledger.arrears(day)


def _explanations(
    ours: Ledger,
    told: Sequence[StateFigure],
    agreed: date | None,
    parted: StateFigure,
    possible: tuple[Suspension, ...],
) -> list[Explanation]:
    first = agreed + ONE_DAY if agreed else (ours.opening.on if ours.opening else date.min)
    newest = told[-1]
    window = Window(first, parted.on, newest.on, newest.total - owed(ours, newest.on))
    found = [one for one in suspicions(ours, window, possible) if _explains(one, told, parted.on)]
    if agreed is None and ours.obligations:
        opening = opening_mistaken(ours, _opening_behind(ours, newest))
        found += [opening] if _explains(opening, told, parted.on) else []
    ordered = sorted(found, key=lambda one: (one.founded, list(Cause).index(one.cause), one.on))
    return [Explanation(one.cause, one.on, one.words, one.founded) for one in ordered]


def _opening_behind(ours: Ledger, figure: StateFigure) -> Money:
    """The opening balance from which our account comes to the state's figure; with interest, found by halving."""
    mine = opening_of(ours).amount
    apart = figure.total - owed(ours, figure.on)
    if not ours.terms.bears:
        return mine + apart
    low, high = sorted((mine.cents, (mine + apart).cents))
    while low < high:
        middle = (low + high) // 2
        if owed(opened_with(ours, Money(middle)), figure.on) < figure.total:
            low = middle + 1
        else:
            high = middle
    return Money(low)


def _explains(suspicion: Suspicion, told: Sequence[StateFigure], parted: date) -> bool:
    """Whether the state's every figure comes out of the suspicion; the first that is off is asked first."""
    ledger = suspicion.ledger()
    ordered = sorted(told, key=lambda figure: figure.on != parted)
    return all(owed(ledger, figure.on) == figure.total for figure in ordered)

"""What changed in the balance of each matter of a docket since its papers were made."""

from dataclasses import dataclass
from datetime import date, datetime

from hearings.facts import SetHearing
from kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class PaperThen:
    """What a paper says is owed, and for which day; ``approved`` where an attorney approved it."""

    title: str
    kind: str
    revision: int
    number: int
    approved: bool
    made_at: datetime
    as_of: date
    owed: Money


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that moved a balance: what it was, on which day, and by how much it raised what is owed."""

    on: date
    words: str
    effect: Money


@dataclass(frozen=True, slots=True)
class Matter:
    """A hearing with its balance today and what its papers say. ``why_not``: why nothing can be counted.

    ``moves`` lead from what the first paper says that is not so any more to what is owed today.
    """

    hearing: SetHearing
    obligor: str
    owed: Money | None
    why_not: str
    papers: tuple[PaperThen, ...]
    moves: tuple[Move, ...] = ()

    @property
    def outdated(self) -> tuple[PaperThen, ...]:
        """The papers whose figure is not what is owed today."""
        return tuple(one for one in self.papers if self.owed is not None and one.owed != self.owed)

    @property
    def then(self) -> PaperThen | None:
        """The paper that ``moves`` begin with."""
        return next(iter(self.outdated), None)

    @property
    def difference(self) -> Money:
        """By how much more is owed today than that paper says."""
        return self.owed - self.then.owed if self.owed is not None and self.then else ZERO

    @property
    def unexplained(self) -> Money:
        """What no single move accounts for: interest, or another order in which money was applied."""
        return self.difference - total(move.effect for move in self.moves)


@dataclass(frozen=True, slots=True)
class Morning:
    """The docket of a session in call order, as of a day."""

    session: int
    as_of: date
    matters: tuple[Matter, ...]

    @property
    def changed(self) -> tuple[Matter, ...]:
        """The matters in which a paper says what is not so any more."""
        return tuple(one for one in self.matters if one.outdated)

    @property
    def uncounted(self) -> tuple[Matter, ...]:
        """The matters whose balance cannot be counted."""
        return tuple(one for one in self.matters if one.why_not)

    @property
    def without_figure(self) -> tuple[Matter, ...]:
        """The matters of which no paper says what is owed."""
        return tuple(one for one in self.matters if not one.papers and not one.why_not)

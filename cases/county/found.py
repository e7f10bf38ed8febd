"""What a county run finds: how many balances of the state are right, and each one that is not."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from cases.county.facts import CaseBalance
from cases.ledger.reconciling import Reconciliation
from kernel.money import ZERO, Money, total

UNEXPLAINED: Final = "nothing in the record explains it"
"""In place of a cause."""


class Way(StrEnum):
    """To which side the state's newest balance is off."""

    HIGHER = "higher"
    LOWER = "lower"
    EARLIER = "only an earlier one"


@dataclass(frozen=True, slots=True)
class Differing:
    """A case whose balance of the state differs: both of its newest day, and the likeliest cause with its day."""

    case_no: str
    on: date
    state: Money
    ours: Money
    parted_by: date
    cause: str
    cause_on: date | None
    words: str
    explanations: int

    @property
    def apart(self) -> Money:
        """The state's figure less ours."""
        return self.state - self.ours

    @property
    def size(self) -> Money:
        """How far the two are apart, to whichever side."""
        return max(self.apart, -self.apart)

    @property
    def way(self) -> Way:
        """To which side the state is off on the newest day."""
        if not self.apart.cents:
            return Way.EARLIER
        return Way.HIGHER if self.apart > ZERO else Way.LOWER


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A case that the rows of law cannot count, and why."""

    case_no: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """Some cases of a county. ``untold`` are those of which the state told no balance."""

    cases: int = 0
    right: int = 0
    untold: int = 0
    wrong: tuple[Differing, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()

    def told(self) -> dict[str, Any]:
        """As plain values, amounts in cents and days in ISO 8601."""
        return {**asdict(self), "wrong": [differing_told(one) for one in self.wrong]}


@dataclass(frozen=True, slots=True)
class OfCause:
    """The differing cases of one cause."""

    cause: str
    cases: int
    apart: Money
    """The sum of their sizes."""


def found_in(balances: Iterable[CaseBalance]) -> Found:
    """The cases, each as right, wrong, without a balance of the state, or not to be counted."""
    every = tuple(balances)
    wrong = tuple(_differing(one.case_no, one.beside, one.explanations) for one in every if one.beside and one.wrong)
    uncounted = tuple(Uncounted(one.case_no, one.refused) for one in every if one.balance is None)
    untold = sum(1 for one in every if one.balance is not None and one.beside is None)
    return Found(len(every), len(every) - untold - len(wrong) - len(uncounted), untold, wrong, uncounted)


def together(parts: Sequence[Found]) -> Found:
    """All parts as one; what differs by the most comes first."""
    return Found(
        sum(one.cases for one in parts),
        sum(one.right for one in parts),
        sum(one.untold for one in parts),
        tuple(sorted((one for part in parts for one in part.wrong), key=lambda one: (-one.size.cents, one.case_no))),
        tuple(sorted((one for part in parts for one in part.uncounted), key=lambda one: one.case_no)),
    )


def by_cause(wrong: Iterable[Differing]) -> tuple[OfCause, ...]:
    """The causes, the one with the most cases first; where nothing explains it last."""
    held: dict[str, list[Differing]] = {}
    for one in wrong:
        held.setdefault(one.cause, []).append(one)
    told = [OfCause(cause, len(each), total(one.size for one in each)) for cause, each in held.items()]
    return tuple(sorted(told, key=lambda one: (one.cause == UNEXPLAINED, -one.cases, one.cause)))


def differing_told(one: Differing) -> dict[str, Any]:
    """A case whose balance differs as plain values, amounts in cents and days in ISO 8601."""
    days = {name: day.isoformat() if (day := getattr(one, name)) else None for name in ("on", "parted_by", "cause_on")}
    return {**asdict(one), **days, "state": one.state.cents, "ours": one.ours.cents}


def retold(told: dict[str, Any]) -> Found:
    """What ``told`` gave."""
    return Found(
        told["cases"],
        told["right"],
        told["untold"],
        tuple(_retold(one) for one in told["wrong"]),
        tuple(Uncounted(**one) for one in told["uncounted"]),
    )


def _differing(case_no: str, beside: Reconciliation, explanations: int) -> Differing:
    first = beside.likeliest[0] if beside.likeliest else None
    return Differing(
        case_no,
        beside.as_of,
        beside.theirs,
        beside.ours,
        beside.parted_by or beside.as_of,
        str(first.cause) if first else UNEXPLAINED,
        first.on if first else None,
        first.words if first else "",
        explanations,
    )


def _retold(told: dict[str, Any]) -> Differing:
    days = {name: date.fromisoformat(told[name]) for name in ("on", "parted_by", "cause_on") if told[name]}
    return Differing(**{**told, **days, "state": Money(told["state"]), "ours": Money(told["ours"])})

"""Which findings the evidence reaches. Figures of arrears alone never show that anybody can pay."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.findings import Finding


class Kind(StrEnum):
    """What a piece of evidence is."""

    ORDER = "order"
    PAYMENTS = "payment record"
    ARREARS = "arrears"
    INCOME = "income"
    ASSETS = "assets"
    NEEDS = "basic needs"
    WORK = "work"
    HEALTH = "health"
    TESTIMONY = "testimony"
    OWN_WORDS = "the obligor's own words"


SHOWS_NO_ABILITY = frozenset({Kind.ORDER, Kind.PAYMENTS, Kind.ARREARS, Kind.NEEDS})
"""What the agency owns of itself; County of Durham v. Burnette, 262 N.C. App. 17 (2018)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that can be put before the court for one finding, named by the finding's id."""

    finding: str
    kind: Kind
    words: str
    of: date


@dataclass(frozen=True, slots=True)
class Reached:
    """A finding with its evidence; ``lacks`` says what is missing, empty where nothing is."""

    finding: Finding
    evidence: tuple[Evidence, ...]
    lacks: str

    @property
    def shown(self) -> bool:
        """Whether the court could make the finding."""
        return not self.lacks


def reached(findings: Sequence[Finding], evidence: Iterable[Evidence], *, needs_known: bool) -> tuple[Reached, ...]:
    """Every finding with what there is for it; ``needs_known`` says that basic needs were found out."""
    held = tuple(evidence)
    return tuple(_reached(finding, held, needs_known=needs_known) for finding in findings)


def _reached(finding: Finding, held: tuple[Evidence, ...], *, needs_known: bool) -> Reached:
    own = tuple(sorted((one for one in held if one.finding == finding.id), key=lambda one: (one.of, one.kind)))
    return Reached(finding, own, _lacks(finding, own, needs_known=needs_known))


def _lacks(finding: Finding, own: tuple[Evidence, ...], *, needs_known: bool) -> str:
    if not own:
        return "no evidence"
    if not finding.weighs_needs:
        return ""
    if all(one.kind in SHOWS_NO_ABILITY for one in own):
        return "evidence of income or property; arrears and orders do not show that anybody can pay"
    return "" if needs_known else "basic subsistence needs, against which it is weighed"

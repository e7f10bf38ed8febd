"""The sheet of ability to pay. It stays incomplete until a person has answered every question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cases.ability.answers import Answer, Unanswered, unanswered
from cases.ability.evidence import Evidence, Reached, reached
from cases.ability.income import IncomeTable
from cases.ability.means import Holding, Household
from cases.ability.purge import PurgeProposal
from law.findings import Contempt

MOST_HELD = 3
"""How many things of the record one sentence names."""
UNSEEN = ", of which lien and exemption are still to be noted"


@dataclass(frozen=True, slots=True)
class PriorContempt:
    """An earlier finding of contempt, what purged it, and what became of it."""

    found_on: date
    kind: str
    purge: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is on file of a person's ability to pay, apart from the answers that people wrote.

    ``work`` names the employers on record, also those of whom no wages are known.
    """

    income: IncomeTable
    work: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    household: Household | None = None
    priors: tuple[PriorContempt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    purge: PurgeProposal | None = None


@dataclass(frozen=True, slots=True)
class AbilitySheet:
    """What is known, what the court must find, and what nobody has answered yet."""

    known: Known
    answers: Mapping[str, Answer]
    findings: tuple[Reached, ...]
    unanswered: tuple[Unanswered, ...]
    needs_purge: bool

    @property
    def gaps(self) -> tuple[str, ...]:
        """What keeps the sheet incomplete, one sentence each."""
        purge = ("No purge is proposed with evidence that it can be paid on its day.",) if self.needs_purge else ()
        return (*(str(one) for one in self.unanswered), *purge)

    @property
    def complete(self) -> bool:
        """Whether every question is answered. A sheet may be complete and show that contempt cannot be had."""
        return not self.gaps

    @property
    def not_shown(self) -> tuple[Reached, ...]:
        """The findings that the evidence does not reach."""
        return tuple(one for one in self.findings if not one.shown)

    @property
    def prima_facie(self) -> bool:
        """Whether what makes out the contempt is shown, without what only answers a defense."""
        return all(one.shown for one in self.findings if not one.finding.is_defense)

    @property
    def supports_contempt(self) -> bool:
        """Whether the court could make every finding on what is known."""
        return self.complete and not self.not_shown


def ability_sheet(law: Contempt, known: Known, answers: Mapping[str, Answer]) -> AbilitySheet:
    """The sheet of one person on what is known. Where a person says that no ability was found, no purge is needed."""
    able, needs = answers.get("ability"), answers.get("subsistence")
    hopeless = able is not None and able.counts and able.found_nothing
    needs_known = bool(known.household and known.household.needs) or (needs is not None and needs.counts)
    return AbilitySheet(
        known=known,
        answers=answers,
        findings=reached(law.findings, known.evidence, needs_known=needs_known),
        unanswered=unanswered(law.questions, answers, _on_record(known), _held(known)),
        needs_purge=law.purges and known.purge is None and not hopeless,
    )


def _on_record(known: Known) -> frozenset[str]:
    """The questions that the record itself answers; that there is nothing on record answers none."""
    held = {
        "income": known.income.sources,
        "assets": known.holdings and all(one.looked_at for one in known.holdings),
        "household": known.household,
        "subsistence": known.household and known.household.needs,
        "prior_contempts": known.priors,
    }
    return frozenset(name for name, found in held.items() if found)


def _held(known: Known) -> dict[str, str]:
    """What the record holds of some questions, in words; nothing of those of which it holds nothing."""
    seen = all(one.looked_at for one in known.holdings)
    employers = dict.fromkeys((*(one.source for one in known.income.sources), *known.work))
    work = f"work for {_named(employers)}" if employers else ""
    held = {
        "assets": _named(one.what for one in known.holdings) + ("" if seen else UNSEEN),
        "income": work,
        "work_history": work,
        "prior_contempts": _named(f"a contempt found on {one.found_on:%B %-d, %Y}" for one in known.priors),
    }
    return {entry: f"the record holds {words}" for entry, words in held.items() if words}


def _named(found: Iterable[str]) -> str:
    names = list(found)
    more = f" and {len(names) - MOST_HELD} more" if len(names) > MOST_HELD else ""
    return ", ".join(names[:MOST_HELD]) + more

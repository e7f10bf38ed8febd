"""Questions: what people have noted of ability to pay. Only notes that stand answer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from cases.ability.means import Holding, Household, Need
from cases.ability.purge import Funds, PurgeProposal
from cases.ability.sheet import PriorContempt
from cases.ability.tables import (
    NOTE_TABLES,
    AssetNote,
    ContemptNote,
    EvidenceNote,
    HouseholdNote,
    Noted,
    PurgeNote,
)
from kernel.money import Money


@dataclass(frozen=True, slots=True)
class AbilityNotes:
    """The notes of one case. Rows are read only."""

    contempts: tuple[ContemptNote, ...] = ()
    assets: tuple[AssetNote, ...] = ()
    households: tuple[HouseholdNote, ...] = ()
    evidence: tuple[EvidenceNote, ...] = ()
    purges: tuple[PurgeNote, ...] = ()

    @property
    def rows(self) -> tuple[Noted, ...]:
        """Every note."""
        return (*self.contempts, *self.assets, *self.households, *self.evidence, *self.purges)

    @property
    def household(self) -> HouseholdNote | None:
        """The household, where somebody noted one."""
        return next(iter(self.households), None)

    def purge_for(self, hearing_on: date) -> PurgeNote | None:
        """The purge that is proposed for a hearing; one whose day lies before it is none."""
        return next((one for one in self.purges if one.pay_on >= hearing_on), None)


def ability_notes(db: Session, office_id: int, case_numbers: Collection[str]) -> dict[str, AbilityNotes]:
    """The notes of those of several cases that have any, read together."""
    numbers = _noted(db, office_id, case_numbers) if case_numbers else set()
    if not numbers:
        return {}
    noted = [_by_case(db, table, office_id, numbers) for table in NOTE_TABLES.values()]
    return {one: AbilityNotes(*(each.get(one, ()) for each in noted)) for one in numbers}


def prior_contempt(row: ContemptNote) -> PriorContempt:
    """An earlier finding of contempt as the sheet tells it."""
    due = f" by {row.purge_due_on:%B %-d, %Y}" if row.purge_due_on else ""
    purge = f"{row.purge}{due}" if row.purge else "no purge set"
    return PriorContempt(row.found_on, row.kind, purge, row.outcome)


def holding(row: AssetNote) -> Holding:
    """The property of a note, with its lien and exemption."""
    return Holding(
        row.what, row.value, row.seen_on, lien=row.lien, lien_holder=row.lien_holder, exempt=row.exempt,
        exemption=row.exemption,
    )  # fmt: skip


def household(row: HouseholdNote) -> Household:
    """The household of a note."""
    return Household(row.people, tuple(Need(one["what"], Money(one["monthly"])) for one in row.needs))


def proposal(row: PurgeNote) -> PurgeProposal:
    """The purge of a note with the funds that carry it."""
    return PurgeProposal(row.amount, row.pay_on, tuple(_funds(row.funds)), row.needs_first)


def _funds(found: Iterable[dict[str, Any]]) -> Iterable[Funds]:
    for one in found:
        available, seen = date.fromisoformat(one["available_on"]), date.fromisoformat(one["seen_on"])
        yield Funds(one["what"], Money(one["amount"]), available, one["shown_by"], seen)


def _noted(db: Session, office_id: int, numbers: Collection[str]) -> set[str]:
    """The cases about which anything is noted, in one question: most have nothing."""
    asked = (
        select(table.case_no).where(
            table.office_id == office_id, table.case_no.in_(numbers), table.superseded_at.is_(None)
        )
        for table in NOTE_TABLES.values()
    )
    return set(db.scalars(union(*asked)))


def _by_case(
    db: Session, table: type[Noted], office_id: int, numbers: Collection[str]
) -> dict[str, tuple[Any, ...]]:
    asked = select(table).where(
        table.office_id == office_id, table.case_no.in_(numbers), table.superseded_at.is_(None)
    )
    found: dict[str, tuple[Any, ...]] = {}
    for row in sorted(db.scalars(asked), key=lambda row: row.source_key):
        found[row.case_no] = (*found.get(row.case_no, ()), row)
    return found

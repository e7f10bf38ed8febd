"""What people noted of ability to pay and what no longer stands: who said it, when, and what came in its place."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ability.tables import NOTE_TABLES, AssetNote, ContemptNote, EvidenceNote, HouseholdNote, PurgeNote
from cases.tables import CaseNote
from kernel.money import Money

ANSWER: Final = "answer"
REPLACED: Final = "Replaced"


@dataclass(frozen=True, slots=True)
class PastNote:
    """A note or an answer that no longer stands. ``entry`` names the question of an answer, empty for a note.

    ``instead`` is what replaced it in words; one that was taken back has the reason in ``ended`` and nothing instead.
    """

    kind: str
    entry: str
    words: str
    proof: str
    entered_by: str
    entered_at: datetime
    ended: str
    ended_at: datetime
    instead: str = ""


def past_notes(db: Session, office_id: int, case_no: str, answers: Collection[str]) -> tuple[PastNote, ...]:
    """The notes of a case and the answers to these questions that were replaced or taken back, the newest first."""
    found = [one for kind, table in NOTE_TABLES.items() for one in _past(db, table, office_id, case_no, str(kind))]
    found += [one for one in _past(db, CaseNote, office_id, case_no, ANSWER) if one.entry in answers]
    return tuple(sorted(found, key=lambda one: one.ended_at, reverse=True))


def _past(db: Session, table: type[Any], office_id: int, case_no: str, kind: str) -> list[PastNote]:
    asked = select(table).where(table.office_id == office_id, table.case_no == case_no).order_by(table.id.desc())
    every = {row.id: row for row in db.scalars(asked)}
    says = _SAYS[table]
    return [
        PastNote(
            kind,
            getattr(row, "name", ""),
            says(row),
            getattr(row, "proof", ""),
            row.entered_by or row.source,
            row.retrieved_at,
            _ended(row, every.get(row.superseded_by)),
            row.superseded_at,
            says(every[row.superseded_by]) if row.superseded_by in every else "",
        )
        for row in every.values()
        if row.superseded_at is not None
    ]


def _ended(row: Any, newer: Any) -> str:
    if newer is not None:
        return f"{REPLACED} by {newer.entered_by or newer.source}"
    if getattr(row, "withdrawn", ""):
        return f"Taken back by {row.withdrawn_by}: {row.withdrawn}"
    return REPLACED


def _contempt(row: ContemptNote) -> str:
    due = f" by {row.purge_due_on:%B %-d, %Y}" if row.purge_due_on else ""
    purge = f"purge {row.purge}{due}" if row.purge else "no purge set"
    return f"{row.kind.capitalize()} contempt found on {row.found_on:%B %-d, %Y}, {purge}: {row.outcome}"


def _asset(row: AssetNote) -> str:
    lien = f", lien {row.lien}{_of(row.lien_holder)}" if row.lien.cents else ""
    exempt = f", exempt {row.exempt}{_of(row.exemption)}" if row.exempt.cents else ""
    return f"{row.what}, seen {row.seen_on:%B %-d, %Y}: value {row.value}{lien}{exempt}"


def _household(row: HouseholdNote) -> str:
    needs = "; ".join(f"{one['what']} {Money(one['monthly'])}" for one in row.needs) or "no needs"
    others = "others depend on the obligor" if row.supports_others else "no others depend on the obligor"
    pay = f"disposable income {row.disposable}" if row.disposable else "disposable income not known"
    people = "1 person" if row.people == 1 else f"{row.people} people"
    orders = "1 order" if row.orders == 1 else f"{row.orders} orders"
    return f"{people}; {needs}; {orders} of support; {others}; {pay}"


def _evidence(row: EvidenceNote) -> str:
    return f"{row.words} ({row.kind}, {row.of:%B %-d, %Y})"


def _purge(row: PurgeNote) -> str:
    funds = "; ".join(f"{one['what']} {Money(one['amount'])}" for one in row.funds)
    return f"{row.amount} by {row.pay_on:%B %-d, %Y}, out of {funds}; basic needs first {row.needs_first}"


def _answer(row: CaseNote) -> str:
    return row.words


def _of(words: str) -> str:
    return f" ({words})" if words else ""


_SAYS: Final[dict[type[Any], Callable[[Any], str]]] = {
    ContemptNote: _contempt,
    AssetNote: _asset,
    HouseholdNote: _household,
    EvidenceNote: _evidence,
    PurgeNote: _purge,
    CaseNote: _answer,
}

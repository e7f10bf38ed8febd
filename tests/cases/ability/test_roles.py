"""What is noted of ability to pay is the agent's to note and to take back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.ability import actions
from cases.ability.evidence import Kind
from cases.ability.facts import (
    AssetNoted,
    ContemptKind,
    ContemptNoted,
    EvidenceNoted,
    HouseholdNoted,
    NoteKind,
    PurgeNoted,
)
from cases.ability.means import Holding
from cases.ability.purge import Funds
from cases.ability.queries import ability_notes
from infra.db import Database
from kernel.money import ZERO, Money
from offices.errors import NotYourRole
from offices.facts import Person, Role
from tests.county import DAY, NOON, county_of, import_, in_folder

CASE = "7000070888"
SOME = Money(100_00)
NOTES: list[tuple[Callable[..., Any], object]] = [
    (actions.note_contempt, ContemptNoted(date(2024, 3, 12), ContemptKind.CIVIL, "paid")),
    (actions.note_asset, AssetNoted(Holding("boat", SOME, DAY))),
    (actions.note_household, HouseholdNoted(1, (), 1, False)),
    (actions.note_evidence, EvidenceNoted("nc.contempt.ability-now", Kind.WORK, "pay stub", DAY)),
    (actions.propose_purge, PurgeNoted(SOME, DAY, (Funds("pay", SOME, DAY, "pay stub", DAY),), ZERO)),
]


def person(role: Role) -> Person:
    return Person(1, 1, "Avery", "avery@here.example.gov", role)


@pytest.mark.parametrize(("verb", "told"), NOTES)
def test_nobody_but_an_agent_notes_anything_or_takes_it_back(
    sqlite: Database, tmp_path: Path, verb: Callable[..., Any], told: object
) -> None:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE)))
    with sqlite.transaction() as db:
        made = verb(db, CASE, told, proof="order", by=person(Role.AGENT), now=NOON)
        kind = NoteKind(made.source_key.partition("-note|")[0])
        for role in (Role.ATTORNEY, Role.CLERK, Role.ADMIN):
            with pytest.raises(NotYourRole):
                verb(db, CASE, told, proof="another order", by=person(role), now=NOON)
            with pytest.raises(NotYourRole):
                actions.withdraw_note(db, CASE, kind, made.id, why="No.", by=person(role), now=NOON)
        assert ability_notes(db, 1, [CASE])[CASE].rows == (made,)

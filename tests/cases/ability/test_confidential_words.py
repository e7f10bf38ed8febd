"""What people type about ability to pay stands in papers: an identifier is refused at once and not repeated."""

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
from cases.ability.means import Holding, Need
from cases.ability.purge import Funds
from cases.actions import write_note
from cases.money.errors import Confidential
from infra.db import Database
from kernel.money import ZERO, Money
from offices.facts import Person, Role
from tests.county import DAY, NOON, county_of, import_, in_folder

CASE, SSN = "7000070888", "921-80-7955"
NAMES_IT = f"letter to {SSN} of March 3"
SOME = Money(100_00)
AGENT = Person(1, 1, "Avery", "avery@here.example.gov", Role.AGENT)
ASKED = "nc.contempt.ability-now"
CONTEMPT = ContemptNoted(date(2024, 3, 12), ContemptKind.CIVIL, "paid")
REFUSED: list[tuple[Callable[..., Any], object, str, str]] = [
    (actions.note_contempt, ContemptNoted(date(2024, 3, 12), ContemptKind.CIVIL, NAMES_IT), "order", "What became of"),
    (actions.note_contempt, CONTEMPT, NAMES_IT, "The proof"),
    (actions.note_asset, AssetNoted(Holding(NAMES_IT, SOME, DAY)), "title", "The description"),
    (actions.note_household, HouseholdNoted(1, (Need(NAMES_IT, SOME),), 1, False), "affidavit", "The description"),
    (actions.note_evidence, EvidenceNoted(ASKED, Kind.WORK, NAMES_IT, DAY), "stub", "The evidence"),
    (actions.propose_purge, PurgeNoted(SOME, DAY, (Funds("pay", SOME, DAY, NAMES_IT, DAY),), ZERO), "stub",
     "What shows the funds"),
]  # fmt: skip


@pytest.fixture
def county(sqlite: Database, tmp_path: Path) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE)))
    return sqlite


def test_an_identifier_in_any_words_of_a_note_of_ability_is_refused_and_not_repeated(county: Database) -> None:
    for verb, told, proof, what in REFUSED:
        said = f"{what}.* holds a Social Security number"
        with pytest.raises(Confidential, match=said) as refused, county.transaction() as db:
            verb(db, CASE, told, proof=proof, by=AGENT, now=NOON)
        assert SSN not in str(refused.value)
        assert str(refused.value).count(".") == 1


def test_a_note_is_not_taken_back_for_a_reason_that_holds_one(county: Database) -> None:
    with county.transaction() as db:
        made = actions.note_contempt(db, CASE, CONTEMPT, proof="order", by=AGENT, now=NOON)
        with pytest.raises(Confidential, match="The reason holds a Social Security number"):
            actions.withdraw_note(db, CASE, NoteKind.CONTEMPT, made.id, why=NAMES_IT, by=AGENT, now=NOON)
        assert made.superseded_at is None


def test_an_entry_of_a_case_takes_none_either(county: Database) -> None:
    with county.transaction() as db, pytest.raises(Confidential, match="holds a Social Security number") as refused:
        write_note(db, CASE, "ability", NAMES_IT, by=AGENT, now=NOON)
    assert SSN not in str(refused.value)

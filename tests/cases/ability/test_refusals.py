"""What cannot be noted of ability to pay is refused in one sentence, and nothing of it is kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.ability import actions
from cases.ability.errors import NoSuchAsset, NoSuchNote, NotNoted
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
from cases.ability.purge import Funds, NoFundsShown, NoPurge, PurgeBeyondMeans
from cases.ability.queries import ability_notes
from infra.db import Database
from kernel.money import ZERO, Money
from kernel.refusals import Courteous
from offices.facts import Role
from tests.cases.ability.test_roles import CASE, SOME, person
from tests.county import DAY, NOON, county_of, import_, in_folder

LATER, LESS = date(2026, 12, 4), Money(-1)
PAY = Funds("pay", SOME, DAY, "pay stub", DAY)
NEED = Need("rent", SOME)
REFUSED: list[tuple[Callable[..., Any], object, type[Courteous], str]] = [
    (actions.note_contempt, ContemptNoted(LATER, ContemptKind.CIVIL, "paid"), NotNoted, "has not come yet"),
    (actions.note_contempt, ContemptNoted(DAY, ContemptKind.CIVIL, "paid", ZERO), NotNoted, "is an amount above"),
    (actions.note_contempt, ContemptNoted(DAY, ContemptKind.CIVIL, " "), NotNoted, "what became of it is blank"),
    (actions.note_asset, AssetNoted(Holding("boat", SOME, DAY), "another"), NoSuchAsset, "no such property on record"),
    (actions.note_asset, AssetNoted(Holding("boat", LESS, DAY)), NotNoted, "no amount here is below nothing"),
    (actions.note_asset, AssetNoted(Holding("boat", SOME, DAY, exempt=SOME)), NotNoted, "names the law that makes it"),
    (actions.note_household, HouseholdNoted(0, (), 1, False), NotNoted, "a household has 1 to 30 people"),
    (actions.note_household, HouseholdNoted(31, (), 1, False), NotNoted, "a household has 1 to 30 people"),
    (actions.note_household, HouseholdNoted(1, (), 51, False), NotNoted, "there are 1 to 50 orders of support"),
    (actions.note_household, HouseholdNoted(1, (NEED,) * 21, 1, False), NotNoted, "there are at most 20 lines"),
    (actions.note_evidence, EvidenceNoted("that he owes", Kind.WORK, "x", DAY), NotNoted, "one of the findings that"),
    (actions.note_evidence, EvidenceNoted("nc.contempt.willful", Kind.WORK, "x", LATER), NotNoted, "has not come yet"),
    (actions.propose_purge, PurgeNoted(ZERO, DAY, (PAY,)), NoPurge, "A purge is an amount above nothing"),
    (actions.propose_purge, PurgeNoted(SOME, DAY, ()), NoFundsShown, "Nothing shows that the obligor will have any"),
    (actions.propose_purge, PurgeNoted(Money(100_01), DAY, (PAY,)), PurgeBeyondMeans, "is more than the .100.00 that"),
]


def test_each_is_refused_with_its_reason_and_nothing_is_kept(sqlite: Database, tmp_path: Path) -> None:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE)))
    agent = person(Role.AGENT)
    with sqlite.transaction() as db:
        for verb, told, refusal, words in REFUSED:
            with pytest.raises(refusal, match=words):
                verb(db, CASE, told, proof="order", by=agent, now=NOON)
        with pytest.raises(NotNoted, match="the proof is blank"):
            actions.note_household(db, CASE, HouseholdNoted(1, (), 1, False), proof=" ", by=agent, now=NOON)
        with pytest.raises(NoSuchNote, match="no such note, or it was superseded or withdrawn already"):
            actions.withdraw_note(db, CASE, NoteKind.PURGE, 1, why="No.", by=agent, now=NOON)
        assert ability_notes(db, 1, [CASE]) == {}

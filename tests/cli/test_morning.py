"""``courtready refresh`` and ``courtready figures``: told to programs as the API tells them, and to people."""

from pathlib import Path

import pytest
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from infra.migrate import MIGRATIONS
from tests.cli.courtready import courtready
from tests.desks import Desks, desks, made_desks

__all__ = ["desks", "made_desks"]

AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture(autouse=True)
def as_commands_find_it(desks: Desks) -> None:
    """The tables are marked as those of the newest version, so that a command leaves them as they are."""
    with desks.database.writer.begin() as connection:
        MigrationContext.configure(connection).stamp(ScriptDirectory(str(MIGRATIONS)), "head")


def test_the_morning_is_told_to_programs_as_the_api_tells_it_and_to_people_with_what_lies_between(
    desks: Desks, data: Path
) -> None:
    told = courtready(data, "refresh", "1", *AS_OF, "--json").json
    assert told == desks.bearer("agent").get("/api/v1/sessions/1/morning").json()
    later = courtready(data, "refresh", "1", "--as-of", "2026-12-02")
    assert later.status == 0
    assert later.out.startswith("1 of 20 balances changed since the papers were made.")
    assert "Support that fell due, Dec 1, 2026" in later.out


def test_the_figures_of_a_packet_are_told_to_programs_as_the_api_tells_them(desks: Desks, data: Path) -> None:
    told = courtready(data, "figures", str(desks.hearing), *AS_OF, "--json").json
    assert told == desks.bearer("agent").get(f"/api/v1/hearings/{desks.hearing}/figures").json()
    said = courtready(data, "figures", str(desks.hearing), *AS_OF)
    assert (said.status, said.out.strip().splitlines()[-1].endswith("; 0 not the same everywhere.")) == (0, True)


def test_what_is_not_there_is_refused_in_one_sentence(data: Path) -> None:
    assert courtready(data, "refresh", "99").refusal.startswith("There is no court session 99")
    assert courtready(data, "figures", "9999").refusal.startswith("There is no hearing 9999")

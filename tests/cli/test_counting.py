"""Several processes count what one counts, in the same order."""

import os
import signal
from multiprocessing import active_children

import pytest

from bench.accounts import AS_OF, fill
from cases.queries import case_numbers
from cli import counting
from cli.counting import CountingEnded, counted
from infra.db import Database
from offices.actions import open_office
from offices.facts import OfficeSettings

CASES = 30


@pytest.fixture
def numbers(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A few cases in so small batches that several processes are worth their start."""
    monkeypatch.setattr(counting, "BATCH", 7)
    monkeypatch.setattr(counting, "ALONE", 1)
    with sqlite.transaction() as db:
        office = open_office(db, "North", state="NC", new_settings=OfficeSettings())
    expected = fill(sqlite, office.id, CASES)
    with sqlite.reading() as db:
        found = case_numbers(db, office.id)
    assert found == sorted(expected)
    return found


def test_two_processes_count_what_one_does(numbers: list[str]) -> None:
    assert list(counted(1, numbers, AS_OF, processes=2)) == list(counted(1, numbers, AS_OF, processes=1))


def test_a_process_that_is_killed_is_told_in_words(numbers: list[str]) -> None:
    found = counted(1, numbers * 40, AS_OF, processes=2)
    next(found)
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    with pytest.raises(CountingEnded, match="try --processes 1"):
        list(found)

"""The rows of money of a state are checked as a whole before any of them counts."""

import re
from pathlib import Path

import pytest

from law import money
from law.money import TABLES, money_law
from law.rows import BrokenRow

WRITTEN = (money.LAW / "nc" / "money.toml").read_text(encoding="utf-8")


def read_again(written: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> money.MoneyLaw:
    """North Carolina's rows as they would be with this file."""
    (folder / "nc").mkdir()
    (folder / "nc" / "money.toml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(money, "LAW", folder)
    return money_law.__wrapped__("NC")


def test_the_file_as_it_is_gives_the_rows_that_are_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_again(WRITTEN, tmp_path, monkeypatch) == money_law("NC")


@pytest.mark.parametrize("table", TABLES)
def test_two_rows_of_one_name_in_force_on_one_day_are_refused(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = re.search(rf"\[\[{table}\]\]\n.*?(?=\n\[\[|\Z)", WRITTEN, re.DOTALL)
    assert found
    with pytest.raises(BrokenRow, match="has two rows in force"):
        read_again(f"{WRITTEN}\n{found[0]}\n", tmp_path, monkeypatch)


@pytest.mark.parametrize("table", ["application", "kinds", "vesting", "conversion", "due_days"])
def test_a_state_without_the_rows_that_every_account_needs_is_refused(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = re.sub(rf"\[\[{table}\]\]\n.*?(?=\n\[\[|\Z)", "", WRITTEN, flags=re.DOTALL)
    with pytest.raises(BrokenRow, match="a state needs rows of"):
        read_again(without, tmp_path, monkeypatch)

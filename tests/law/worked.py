"""Worked dates as tables that a person can check: rule | event | method | day | other readings | how."""

from datetime import date

import pytest


def worked(table: str, prefix: str = "") -> list[object]:
    """One test for each line; a method or other readings may be empty."""
    return [_one(line, prefix) for line in table.strip().splitlines()]


def _one(line: str, prefix: str) -> object:
    rule, event, method, on, other, how = (cell.strip() for cell in line.split("|"))
    others = [date.fromisoformat(day) for day in other.split()]
    name = " ".join(part for part in (rule, event, method) if part)
    return pytest.param(prefix + rule, date.fromisoformat(event), method, date.fromisoformat(on), others, how, id=name)

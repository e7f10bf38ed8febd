"""Reads rows of law strictly: a row with a missing cite or an unknown key is refused when the program starts."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from kernel.cite import Cite
from kernel.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """What every row of law says: its id, its cite, its first and last day, and who verified it, if anybody did."""

    id: str
    cite: Cite
    in_force_from: date
    in_force_until: date | None = None
    verified_by: str = ""
    note: str = ""


Row = TypeVar("Row")
Dated = TypeVar("Dated", bound=LawRow)


@dataclass(eq=False)
class BrokenRow(Refused):
    where: str
    why: str

    def __str__(self) -> str:
        return f"A row of law in {self.where} cannot be used: {self.why}."


@dataclass(eq=False)
class NoRuleInForce(Refused):
    rule: str
    on: date

    def __str__(self) -> str:
        return (
            f"No row of the rule '{self.rule}' is in force on {self.on:%B %-d, %Y}; ask the county attorney to add it."
        )


def read_rows(path: Path, table: str, row: type[Row]) -> tuple[Row, ...]:
    """All ``[[table]]`` rows of a TOML file as ``row`` dataclasses. Raises BrokenRow."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_one(raw, row, f"{path.name} [[{table}]]") for raw in found.get(table, []))


def in_force(rows: Iterable[Dated], rule: str, on: date) -> Dated:
    """The row with this id that applies on a day. Raises NoRuleInForce."""
    for row in rows:
        if row.id == rule and in_force_on(row, on):
            return row
    raise NoRuleInForce(rule, on)


def in_force_on(row: LawRow, on: date) -> bool:
    """Whether a row applies on a day."""
    return row.in_force_from <= on and (row.in_force_until is None or on <= row.in_force_until)


def no_overlaps(rows: Sequence[Dated], where: str) -> None:
    """Raises BrokenRow when two rows with one id are in force on the same day."""
    for first, second in zip(
        ordered := sorted(rows, key=lambda row: (row.id, row.in_force_from)), ordered[1:], strict=False
    ):
        if first.id == second.id and (first.in_force_until is None or second.in_force_from <= first.in_force_until):
            raise BrokenRow(where, f"'{first.id}' has two rows in force on {second.in_force_from}")


def _one(raw: dict[str, Any], row: type[Row], where: str) -> Row:
    known = {field.name: field for field in fields(row)}  # type: ignore[arg-type]
    if unknown := sorted(raw.keys() - known.keys()):
        raise BrokenRow(where, f"it has the unknown key '{unknown[0]}'")
    for name, field in known.items():
        if name not in raw and field.default is MISSING:
            raise BrokenRow(where, f"it lacks '{name}'")
    if not str(raw.get("cite", "")).strip():
        raise BrokenRow(where, "it has no cite")
    return row(**{**raw, "cite": Cite(raw["cite"])})

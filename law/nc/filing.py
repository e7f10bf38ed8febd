"""What North Carolina's courts call a filing, and where a support matter is filed."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from law.rows import LawRow, NoRuleInForce, in_force, no_overlaps, read_rows

DIVISION = "District Court Division"
"""N.C. Gen. Stat. § 7A-244: child support belongs to the District Court."""

OTHER = "other"
_FILE_NUMBER = re.compile(r"\d{2}[A-Z]{1,3}\d{6}-(\d{3})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingCode(LawRow):
    """The code under which a kind of paper is filed."""

    code: str
    name: str


@cache
def filing_codes() -> tuple[FilingCode, ...]:
    """Every row, in force or not."""
    path = Path(__file__).parent / "filing_codes.toml"
    rows = read_rows(path, "filing_code", FilingCode)
    no_overlaps(rows, path.name)
    return rows


def filing_code(kind: str, on: date) -> FilingCode:
    """The code for a kind of paper filed on a day; that of other papers where it has no row. Raises NoRuleInForce."""
    try:
        return in_force(filing_codes(), kind, on)
    except NoRuleInForce:
        return in_force(filing_codes(), OTHER, on)


def court_of(normal: str) -> str | None:
    """The three digits of the court in a normalised file number, or None where the number has no court's shape."""
    found = _FILE_NUMBER.fullmatch(normal)
    return found[1] if found else None

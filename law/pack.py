"""All rows of time of one state, with the version that a date keeps."""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from law.rows import Row, no_overlaps, read_rows
from law.rule import Added, Rule, ServiceMethod

LAW = Path(__file__).parent
COUNTING = ("calendar.py", "counting.py", "deadlines.py")
"""How days are counted in every state; each state's own way stands in its folder under the same name."""
SHORT = 12


@dataclass(frozen=True)
class Pack:
    """Rules, the days that methods add, and the methods of service.

    ``version`` changes with any row, holidays too, and with the way of counting.
    """

    rules: tuple[Rule, ...]
    added: tuple[Added, ...]
    methods: tuple[ServiceMethod, ...]
    version: str


def read_pack(*folders: str, at: Path = LAW) -> Pack:
    """The rows of a state's folder under ``law/`` and of those whose law holds beside it. Raises BrokenRow."""
    files = [file for folder in folders for file in sorted((at / folder).glob("*.toml"))]
    holding = [(file, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    rules = _all(holding, "rule", Rule)
    added = _all(holding, "added", Added)
    methods = _all(holding, "method", ServiceMethod)
    for rows in (rules, added, methods):
        no_overlaps(rows, ", ".join(folders))
    return Pack(rules, added, methods, f"{folders[0].upper()} {_digest([*files, *_counting(at, folders)])}")


def _counting(at: Path, folders: Sequence[str]) -> list[Path]:
    own = [at / folder / "counting.py" for folder in folders]
    return [*(at / name for name in COUNTING), *(file for file in own if file.exists())]


def _digest(files: Sequence[Path]) -> str:
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:SHORT]


def _all(holding: list[tuple[Path, dict[str, object]]], table: str, row: type[Row]) -> tuple[Row, ...]:
    return tuple(one for file, held in holding if table in held for one in read_rows(file, table, row))


def methods_under(pack: Pack, family: str) -> tuple[ServiceMethod, ...]:
    """The methods by which papers of a family may be served, of every date."""
    return tuple(row for row in pack.methods if family in row.under)

"""A mapping says, in a file that an office can write, which column of an extract fills which field."""

import re
import tomllib
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cases.errors import MappingBroken
from cases.records import RecordKind
from kernel.digest import sha256

SHIPPED = Path(__file__).parent / "mappings"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True, slots=True)
class Column:
    """Where a field comes from: a column, translated by ``codes``, or whether it ``equals`` a text, or a ``constant``.

    A code that is not listed is refused, unless ``keep_others`` lets it through as it is.
    """

    column: str | None
    codes: MappingOf[str, str] | None = None
    equals: str | None = None
    constant: str | None = None
    keep_others: bool = False


@dataclass(frozen=True, slots=True)
class FileMapping:
    """How one file of the extract is read. ``drop`` names columns that are never read, each with its reason."""

    name: str
    record: RecordKind
    key: tuple[str, ...]
    columns: MappingOf[str, Column]
    drop: MappingOf[str, str] = field(default_factory=dict)

    @property
    def needed(self) -> frozenset[str]:
        """The columns that the file must have."""
        return frozenset(column.column for column in self.columns.values() if column.column)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping.

    ``date`` and ``time`` are strptime formats; ``dated_by`` is the column whose newest date dates the extract.
    """

    name: str
    source: str
    state: str
    date: str
    time: str
    dated_by: tuple[str, str] | None
    files: tuple[FileMapping, ...]
    digest: str


def load_mapping(name_or_path: str, kinds: Sequence[RecordKind]) -> Mapping:
    """The shipped mapping with this name, or the mapping file at this path. Raises MappingBroken."""
    path = SHIPPED / f"{name_or_path}.toml" if _NAME.fullmatch(name_or_path) else Path(name_or_path)
    if path.suffix != ".toml" or not path.is_file():
        shipped = ", ".join(sorted(found.stem for found in SHIPPED.glob("*.toml")))
        raise MappingBroken(
            name_or_path, f"there is no such mapping; give one of {shipped}, or the path of a .toml file"
        )
    return read_mapping(path.read_bytes(), kinds, name=path.stem)


def read_mapping(data: bytes, kinds: Sequence[RecordKind], *, name: str) -> Mapping:
    """A mapping out of the bytes of its file. Raises MappingBroken."""
    try:
        raw = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise MappingBroken(name, f"it is not a TOML file ({broken})") from None
    _only(raw, {"source", "state", "date", "time", "dated_by", "file"}, name, "the mapping")
    for key in ("source", "state", "date", "file"):
        if key not in raw:
            raise MappingBroken(name, f"it lacks '{key}'")
    _check_format(name, str(raw["date"]))
    files = tuple(_file(one, {kind.name: kind for kind in kinds}, name) for one in raw["file"])
    dated = raw.get("dated_by")
    return Mapping(
        name=name,
        source=str(raw["source"]),
        state=str(raw["state"]),
        date=str(raw["date"]),
        time=str(raw.get("time", "%H:%M")),
        dated_by=(str(dated["file"]), str(dated["column"])) if dated else None,
        files=files,
        digest=sha256(data),
    )


def _file(raw: dict[str, Any], kinds: dict[str, RecordKind], mapping: str) -> FileMapping:
    where = f"the file '{raw.get('name', '?')}'"
    _only(raw, {"name", "record", "key", "fields", "drop"}, mapping, where)
    kind = kinds.get(str(raw.get("record")))
    if kind is None:
        raise MappingBroken(
            mapping, f"{where} fills an unknown record '{raw.get('record')}'; known are {', '.join(kinds)}"
        )
    columns = {
        name: _column(value, mapping, f"{where}, field '{name}'") for name, value in raw.get("fields", {}).items()
    }
    for name in columns:
        if kind.field(name) is None:
            raise MappingBroken(mapping, f"{where} fills '{name}', which a {kind.name} record does not have")
    for needed in kind.fields:
        if needed.required and needed.name not in columns:
            raise MappingBroken(mapping, f"{where} does not fill '{needed.name}', which every {kind.name} record needs")
    key = tuple(raw.get("key", ()))
    if not key or any(name not in columns for name in key):
        raise MappingBroken(mapping, f"{where} needs a 'key' made of fields that it fills")
    drop = {str(column): str(why) for column, why in raw.get("drop", {}).items()}
    made = FileMapping(str(raw["name"]), kind, key, columns, drop)
    if read := sorted(made.needed & drop.keys()):
        raise MappingBroken(mapping, f"{where} both reads and drops the column '{read[0]}'")
    return made


def _column(value: Any, mapping: str, where: str) -> Column:
    if isinstance(value, str):
        return Column(value)
    if not isinstance(value, dict):
        raise MappingBroken(mapping, f"{where} must name a column or be a table with 'from'")
    _only(value, {"from", "codes", "equals", "constant", "others"}, mapping, where)
    if ("from" in value) == ("constant" in value):
        raise MappingBroken(mapping, f"{where} needs either 'from' or 'constant'")
    if value.get("others", "refuse") not in ("keep", "refuse"):
        raise MappingBroken(mapping, f'{where}: \'others\' is either "keep" or "refuse"')
    codes = value.get("codes")
    return Column(
        value.get("from"),
        dict(codes) if codes else None,
        value.get("equals"),
        value.get("constant"),
        value.get("others") == "keep",
    )


def _only(raw: dict[str, Any], known: set[str], mapping: str, where: str) -> None:
    if unknown := sorted(raw.keys() - known):
        raise MappingBroken(mapping, f"{where} has the unknown key '{unknown[0]}'")


def _check_format(mapping: str, written: str) -> None:
    if "%Y" not in written or datetime(2026, 11, 3).strftime(written) == written:
        raise MappingBroken(mapping, "'date' must be a format with a four-digit year, such as %m/%d/%Y")

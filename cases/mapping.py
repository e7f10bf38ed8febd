"""A mapping says, in a file that an office can write, which column of an extract fills which field."""

import re
import tomllib
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cases.errors import MappingBroken
from cases.records import Kind, RecordKind
from kernel.digest import sha256

LONGEST_SOURCE = 60
SHIPPED = Path(__file__).parent / "mappings"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_WRITTEN: dict[type, str] = {str: "text", list: "a list", dict: "a table"}


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
    _has(raw, {"source": str, "state": str, "date": str, "file": list}, name, "the mapping")
    _check_formats(name, raw["date"], str(raw.get("time", "%H:%M")))
    files = tuple(_file(one, {kind.name: kind for kind in kinds}, name) for one in raw["file"])
    if twice := [file.name for place, file in enumerate(files) if file.name in {one.name for one in files[:place]}]:
        raise MappingBroken(name, f"it has the file '{twice[0]}' twice")
    if len(raw["source"]) > LONGEST_SOURCE:
        raise MappingBroken(name, f"'source' is longer than {LONGEST_SOURCE} characters")
    dated = raw.get("dated_by")
    if dated is not None:
        _check_dated_by(dated, files, name)
    return Mapping(
        name=name[:LONGEST_SOURCE],
        source=raw["source"],
        state=raw["state"],
        date=raw["date"],
        time=str(raw.get("time", "%H:%M")),
        dated_by=(dated["file"], dated["column"]) if dated else None,
        files=files,
        digest=sha256(data),
    )


def _file(raw: Any, kinds: dict[str, RecordKind], mapping: str) -> FileMapping:
    if not isinstance(raw, dict):
        raise MappingBroken(mapping, "every file is a table of its own, headed [[file]]")
    where = f"the file '{raw.get('name', '?')}'"
    _only(raw, {"name", "record", "key", "fields", "drop"}, mapping, where)
    _has(raw, {"name": str, "record": str, "key": list, "fields": dict}, mapping, where)
    kind = kinds.get(raw["record"])
    if kind is None:
        raise MappingBroken(mapping, f"{where} fills an unknown record '{raw['record']}'; known are {', '.join(kinds)}")
    columns = {name: _column(value, mapping, f"{where}, field '{name}'") for name, value in raw["fields"].items()}
    for name, column in columns.items():
        field_ = kind.field(name)
        if field_ is None:
            raise MappingBroken(mapping, f"{where} fills '{name}', which a {kind.name} record does not have")
        if any(len(text) > kind.room_for(name) for text in (*(column.codes or {}).values(), column.constant or "")):
            raise MappingBroken(
                mapping, f"{where}, field '{name}': a text is longer than {kind.room_for(name)} characters"
            )
        if column.equals is not None and field_.kind is not Kind.FLAG:
            raise MappingBroken(mapping, f"{where}, field '{name}': 'equals' fills yes-or-no fields only")
    for needed in kind.fields:
        if needed.required and needed.name not in columns:
            raise MappingBroken(mapping, f"{where} does not fill '{needed.name}', which every {kind.name} record needs")
    key = tuple(str(name) for name in raw["key"])
    if not key or any(name not in columns for name in key):
        raise MappingBroken(mapping, f"{where} needs a 'key' made of fields that it fills")
    _has({"drop": {}, **raw}, {"drop": dict}, mapping, where)
    drop = {str(column): str(why) for column, why in raw.get("drop", {}).items()}
    made = FileMapping(raw["name"], kind, key, columns, drop)
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
    codes = value.get("codes", {})
    written = [value.get(key, "") for key in ("from", "constant", "equals")]
    if not isinstance(codes, dict) or not all(isinstance(text, str) for text in (*written, *codes.values())):
        raise MappingBroken(mapping, f"{where}: columns, codes and texts are written between quotation marks")
    if value.get("others", "refuse") not in ("keep", "refuse"):
        raise MappingBroken(mapping, f'{where}: \'others\' is either "keep" or "refuse"')
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


def _has(raw: dict[str, Any], needed: dict[str, type], mapping: str, where: str) -> None:
    for key, kind in needed.items():
        if key not in raw:
            raise MappingBroken(mapping, f"{where} lacks '{key}'")
        if not isinstance(raw[key], kind):
            raise MappingBroken(mapping, f"{where} has a '{key}' that is not {_WRITTEN[kind]}")


def _check_dated_by(dated: Any, files: Sequence[FileMapping], mapping: str) -> None:
    where = "'dated_by'"
    if not isinstance(dated, dict):
        raise MappingBroken(mapping, f"{where} is not a table with 'file' and 'column'")
    _only(dated, {"file", "column"}, mapping, where)
    _has(dated, {"file": str, "column": str}, mapping, where)
    dates = {
        (file.name, column.column)
        for file in files
        for name, column in file.columns.items()
        if (found := file.record.field(name)) and found.kind is Kind.DATE
    }
    if (dated["file"], dated["column"]) not in dates:
        raise MappingBroken(mapping, f"{where} names a column that fills no date of the mapping")


def _check_formats(mapping: str, day: str, hour: str) -> None:
    left = re.sub("%[mdYb]", "", day)
    if "%Y" not in day or "%d" not in day or not ("%m" in day or "%b" in day) or "%" in left:
        raise MappingBroken(mapping, "'date' must be a format of %m or %b, %d and a four-digit %Y, such as %m/%d/%Y")
    if "%M" not in hour or not ("%H" in hour or ("%I" in hour and "%p" in hour)):
        raise MappingBroken(mapping, "'time' must be a format such as %H:%M or %I:%M %p")

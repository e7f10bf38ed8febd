"""Mappings: which fact goes into which field of which form, as TOML."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.forms.errors import FormUnknown, MappingBroken
from documents.forms.marking import SIGNS
from kernel.disclosure import Audience

ROOT = Path(__file__).resolve().parents[2] / "templates" / "forms"
TOO_LONG = ("smaller", "attach", "refuse")


@dataclass(frozen=True, slots=True)
class Where:
    """How a field is found: by its tooltip first, then its name, its page, a point inside it, its on-state.

    ``words`` are looked for as tooltip and then as name. ``every``: all fields that match, not just the only one.
    """

    words: str = ""
    tooltip: str = ""
    name: str = ""
    page: int = 0
    at: tuple[float, float] | None = None
    state: str = ""
    every: bool = False

    def __str__(self) -> str:
        parts = [self.words or self.tooltip or self.name or "a field"]
        parts += [f"page {self.page}"] if self.page else []
        parts += [f"at {self.at[0]:g}, {self.at[1]:g}"] if self.at else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Words:
    """Text: facts, joined or added up, into one field or several.

    ``item`` is what an attachment calls it, ``attachment`` the attachment's name where the form gives it one (``11c``).
    """

    facts: tuple[str, ...]
    into: tuple[Where, ...]
    formats: tuple[str, ...] = ()
    between: str = "\n"
    total: bool = False
    item: str = ""
    required: bool = False
    too_long: str = "smaller"
    continued: Where | None = None
    lines_down: int = 0
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class OneOf:
    """Check boxes of which at most one is checked, each with the value that it stands for; a box alone is a set too."""

    fact: str
    boxes: tuple[tuple[str, Where], ...]
    required: bool = False
    sign: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    fact: str
    label: str
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: each row of a list into a line of fields; rows that find no line go into an attachment."""

    of: str
    item: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Where, ...], ...]
    continued: Where | None = None
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Everything about one file of one form. ``blank`` names fields that are left to people on purpose."""

    name: str
    title: str
    sha256: str
    audience: Audience
    texts: tuple[Words, ...]
    sets: tuple[OneOf, ...]
    rows: tuple[Rows, ...]
    exclusive: tuple[tuple[Where, ...], ...] = ()
    heading: tuple[str, ...] = ()
    blank: tuple[Where, ...] = ()
    birth_dates: bool = False


def mappings(root: Path = ROOT) -> tuple[Mapping, ...]:
    """Every mapping that lies in the project, by name. Raises MappingBroken."""
    return tuple(mapping(path.read_bytes(), path.stem) for path in sorted(root.glob("*.toml")))


def mapping_for(sha256: str, among: tuple[Mapping, ...]) -> Mapping:
    """The mapping of exactly this file. Raises FormUnknown."""
    for each in among:
        if each.sha256 == sha256:
            return each
    raise FormUnknown(sha256)


def mapping(written: bytes, file: str = "mapping") -> Mapping:
    """The mapping that these bytes say, every key known and of its kind. Raises MappingBroken."""
    try:
        told = tomllib.loads(written.decode())
        return _Reading(file).mapping(told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as broken:
        raise MappingBroken(file, "cannot be read as TOML") from broken


@dataclass(frozen=True, slots=True)
class _Reading:
    file: str

    def mapping(self, told: dict[str, Any]) -> Mapping:
        keys = {
            "name": str, "title": str, "sha256": str, "audience": str, "heading": list, "birth_dates": bool,
            "blank": list, "exclusive": list, "text": list, "check": list, "one_of": list, "rows": list,
        }  # fmt: skip
        self._keys("the file", told, keys, {"name", "title", "sha256", "audience"})
        if not re.fullmatch(r"[0-9a-f]{64}", told["sha256"]):
            self._refuse("has a 'sha256' that is none")
        if told["audience"] not in set(Audience):
            self._refuse(f"names no audience that there is: '{told['audience']}'")
        return Mapping(
            told["name"], told["title"], told["sha256"], Audience(told["audience"]),
            tuple(map(self._words, told.get("text", ()))),
            (*map(self._check, told.get("check", ())), *map(self._one_of, told.get("one_of", ()))),
            tuple(map(self._rows, told.get("rows", ()))),
            tuple(self._wheres(each) for each in told.get("exclusive", ())),
            tuple(map(str, told.get("heading", ()))), self._wheres(told.get("blank", [])),
            told.get("birth_dates", False),
        )  # fmt: skip

    def _words(self, told: Any) -> Words:
        keys = {
            "fact": str, "facts": list, "sum": list, "into": (str, dict, list), "as": (str, list), "between": str,
            "item": str, "required": bool, "too_long": str, "continued": (str, dict), "lines_down": int,
            "attachment": str,
        }  # fmt: skip
        self._keys("a [[text]]", told, keys, {"into"})
        facts = told.get("facts") or told.get("sum") or ([told["fact"]] if "fact" in told else [])
        if not facts or not all(isinstance(each, str) for each in facts):
            self._refuse("has a [[text]] without a fact")
        if told.get("too_long", "smaller") not in TOO_LONG:
            self._refuse(f"has a 'too_long' that is none of {', '.join(TOO_LONG)}")
        return Words(
            tuple(facts), self._wheres(told["into"]), self._formats(told), told.get("between", "\n"), "sum" in told,
            told.get("item", ""), told.get("required", False), told.get("too_long", "smaller"),
            self._where(told["continued"]) if "continued" in told else None, told.get("lines_down", 0),
            told.get("attachment", ""),
        )  # fmt: skip

    def _check(self, told: Any) -> OneOf:
        keys = {"fact": str, "into": (str, dict), "when": str, "required": bool, "sign": str, "item": str}
        self._keys("a [[check]]", told, keys, {"fact", "into"})
        boxes = ((told.get("when", "yes"), self._where(told["into"])),)
        return OneOf(told["fact"], boxes, told.get("required", False), self._sign(told), told.get("item", ""))

    def _one_of(self, told: Any) -> OneOf:
        keys = {"fact": str, "boxes": dict, "required": bool, "sign": str, "item": str}
        self._keys("a [[one_of]]", told, keys, {"fact", "boxes"})
        boxes = tuple((value, self._where(each)) for value, each in told["boxes"].items())
        return OneOf(told["fact"], boxes, told.get("required", False), self._sign(told), told.get("item", ""))

    def _rows(self, told: Any) -> Rows:
        keys = {"of": str, "item": str, "columns": list, "lines": list, "continued": (str, dict), "attachment": str}
        self._keys("a [[rows]]", told, keys, {"of", "item", "columns", "lines"})
        columns = tuple(map(self._column, told["columns"]))
        lines = tuple(self._wheres(line) for line in told["lines"])
        if not columns or not lines or any(len(line) != len(columns) for line in lines):
            self._refuse(f"has [[rows]] of '{told['of']}' with lines that have not a field for each column")
        continued = self._where(told["continued"]) if "continued" in told else None
        return Rows(told["of"], told["item"], columns, lines, continued, told.get("attachment", ""))

    def _column(self, told: Any) -> Column:
        self._keys("a column", told, {"fact": str, "label": str, "as": (str, list)}, {"fact", "label"})
        return Column(told["fact"], told["label"], self._formats(told))

    def _wheres(self, told: Any) -> tuple[Where, ...]:
        return tuple(map(self._where, told)) if isinstance(told, list) else (self._where(told),)

    def _where(self, told: Any) -> Where:
        if isinstance(told, str):
            return Where(words=told)
        keys = {"tooltip": str, "name": str, "page": int, "at": list, "state": str, "every": bool}
        self._keys("a field", told, keys, set())
        at = told.get("at")
        if at is not None and (len(at) != 2 or not all(isinstance(side, int | float) for side in at)):
            self._refuse("has a field 'at' something else than two numbers")
        return Where(**told | ({"at": (at[0], at[1])} if at else {}))

    def _formats(self, told: dict[str, Any]) -> tuple[str, ...]:
        held = told.get("as", [])
        return (held,) if isinstance(held, str) else tuple(map(str, held))

    def _sign(self, told: dict[str, Any]) -> str:
        if told.get("sign", "") not in ("", *SIGNS):
            self._refuse(f"asks for a sign that is none of {', '.join(SIGNS)}")
        return str(told.get("sign", ""))

    def _keys(self, place: str, told: Any, known: dict[str, Any], needed: set[str]) -> None:
        if not isinstance(told, dict):
            self._refuse(f"has {place} that is no table")
        for key, held in told.items():
            if key not in known:
                self._refuse(f"has the key '{key}' in {place}, which nothing reads")
            if not isinstance(held, known[key]) or (isinstance(held, bool) and known[key] is not bool):
                self._refuse(f"has '{key}' in {place} not as it should be written")
        if missing := sorted(needed - told.keys()):
            self._refuse(f"has no '{missing[0]}' in {place}")

    def _refuse(self, why: str) -> None:
        raise MappingBroken(self.file, why)

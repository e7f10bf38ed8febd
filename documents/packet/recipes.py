"""What goes into a packet, for whom, in which order and how it is bound: rows that an office can read and change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from documents.manifests import ANY_HEARING, ROOT
from kernel.disclosure import Audience
from kernel.refusals import Refused
from law.hearing_types import HearingType

REST = "*"
FILE = "recipes.toml"


@dataclass(eq=False)
class RecipeBroken(Refused):
    """A recipe that does not say what it must."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"The packet recipe '{self.name}' {self.why}."


@dataclass(frozen=True, slots=True)
class Recipe:
    """How packets of some hearings are put together for one audience.

    ``papers`` are kinds of papers in their order, ``*`` all that are not named. ``exhibit_label`` (``PLAINTIFF'S
    EXHIBIT {mark}``) is printed on exhibits, on cover sheets too where ``sheets`` says so. ``prefix`` begins
    production numbers; without one there are none.
    """

    name: str
    title: str
    hearings: tuple[str, ...]
    audience: Audience
    papers: tuple[str, ...]
    exhibits: bool
    exhibit_label: str
    sheets: bool
    duplex: bool
    prefix: str
    note: str

    def closeness(self, of: HearingType) -> int:
        """How closely it names a type of hearing: 3 by its code, 2 by its kind, 1 as any hearing, 0 not at all."""
        ranks = {ANY_HEARING: 1, of.kind: 2, of.code: 3}
        return max(ranks.get(named, 0) for named in self.hearings)

    def place(self, kind: str) -> int | None:
        """Where a kind of paper stands; None where it is left out."""
        if kind in self.papers:
            return self.papers.index(kind)
        return self.papers.index(REST) if REST in self.papers else None


def recipe_for(of: HearingType, audience: Audience, among: tuple[Recipe, ...]) -> Recipe:
    """The recipe that names a hearing most closely. Raises RecipeBroken where none is for that audience."""
    fitting = [one for one in among if one.audience == audience and one.closeness(of)]
    if not fitting:
        raise RecipeBroken(audience.value, "is lacking: no recipe is for this audience and this type of hearing")
    return max(fitting, key=lambda one: one.closeness(of))


def audiences_for(of: HearingType, among: tuple[Recipe, ...]) -> tuple[Audience, ...]:
    """Who may be given a packet of such a hearing: everybody that a recipe is for."""
    return tuple(one for one in Audience if any(row.audience == one and row.closeness(of) for row in among))


@cache
def recipes(state: str, root: Path = ROOT) -> tuple[Recipe, ...]:
    """Every recipe of a state; without a file of its own, one for each audience that takes all. Raises RecipeBroken."""
    file = root / state.lower() / FILE
    if not file.is_file():
        return tuple(_plain(audience) for audience in Audience)
    return read_recipes(file.read_text(), str(file.parent.name))


def read_recipes(written: str, name: str) -> tuple[Recipe, ...]:
    """The recipes that this text says, every key known and of its kind. Raises RecipeBroken."""
    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as broken:
        raise RecipeBroken(name, "cannot be read as TOML") from broken
    if told.keys() != {"recipe"} or not isinstance(told["recipe"], list):
        raise RecipeBroken(name, "holds something else than rows called [[recipe]]")
    return tuple(_recipe(row, name) for row in told["recipe"])


def _recipe(row: dict[str, Any], file: str) -> Recipe:
    name = str(row.get("name", file))
    for key, kind in _KEYS.items():
        if type(row.get(key)) is not kind:
            raise RecipeBroken(name, f"has no '{key}', or not as a {kind.__name__}")
    if unknown := sorted(row.keys() - _KEYS.keys()):
        raise RecipeBroken(name, f"has the key '{unknown[0]}', which nothing reads")
    if row["audience"] not in list(Audience):
        raise RecipeBroken(name, f"names no audience that there is: '{row['audience']}'")
    if not row["hearings"] or len(set(row["papers"])) != len(row["papers"]):
        raise RecipeBroken(name, "needs at least one hearing, and each paper once")
    try:
        row["exhibit_label"].format(mark="A", number=1)
    except (LookupError, ValueError) as broken:
        raise RecipeBroken(name, "has an exhibit label with something else than {mark} or {number}") from broken
    return Recipe(**row | {
        "audience": Audience(row["audience"]), "hearings": tuple(map(str, row["hearings"])),
        "papers": tuple(map(str, row["papers"])),
    })  # fmt: skip


def _plain(audience: Audience) -> Recipe:
    """Every paper that the audience may have; exhibits too, but none unasked for the public file."""
    exhibits = audience is not Audience.PUBLIC_FILE
    return Recipe(
        "all", "Hearing packet", (ANY_HEARING,), audience, (REST,), exhibits, "EXHIBIT {mark}", False, False, "", ""
    )


_KEYS: dict[str, type] = {
    "name": str, "title": str, "hearings": list, "audience": str, "papers": list, "exhibits": bool,
    "exhibit_label": str, "sheets": bool, "duplex": bool, "prefix": str, "note": str,
}  # fmt: skip

"""What a template may say: the facts of a facts type as a tree of kinds, each with its tag and its label."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from documents.facts.field import LABEL, REQUIRED
from documents.slots import in_words, leaves
from documents.sources import SOURCES
from kernel.traced import Traced


@dataclass(frozen=True, slots=True)
class Leaf:
    """A fact with a text of its own, or a yes-or-no fact. ``kinds`` are the types that its value may have."""

    kinds: tuple[type, ...] = (str,)

    @property
    def yes_or_no(self) -> bool:
        return bool in self.kinds

    @property
    def dated(self) -> bool:
        return any(issubclass(kind, date | datetime) for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under one name."""

    names: Mapping[str, "Known"]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list; a loop goes through it."""

    each: Group


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter of a loop, or whether it is at its first or last round."""

    printable: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Words or a number that stand in the template itself."""

    value: Any = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a broken tag stands for; nothing more is said about it."""


Known = Leaf | Group | Rows | Counter | Words | Unknown
UNKNOWN = Unknown()
LINE_OF_SOURCES = Group({name: Leaf() for name in ("key", "system", "record", "as_of", "read", "checked_by")})
LOOP = Group(
    {name: Counter() for name in ("index", "index0", "length", "revindex")}
    | {name: Counter(printable=False) for name in ("first", "last")}
)


@dataclass(frozen=True, slots=True)
class Tellable:
    """One fact that a template may say: how the tag is written, and what it prints in the sample."""

    name: str
    tag: str
    label: str
    sort: str
    required: bool
    sample: str = ""
    disclosure: str = ""
    inside: str = ""
    """The loop in which the tag must stand, such as ``{% for payment in payments %}``."""


@cache
def known(facts: type) -> Group:
    """The facts of a type as a tree."""
    return Group({**_group(facts).names, SOURCES: Rows(LINE_OF_SOURCES)})


def paths(group: Group, before: str = "") -> Iterator[str]:
    """The dotted name of every fact that stands in no list."""
    for name, held in group.names.items():
        if isinstance(held, Group):
            yield from paths(held, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def nearest(wanted: str, among: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The name that was most likely meant, or nothing."""
    return next(iter(get_close_matches(wanted, list(among), n=1, cutoff=cutoff)), "")


def lists_with(group: Group, name: str) -> Iterator[str]:
    """The names of the lists whose rows have a fact of that name."""
    return (each for each, held in group.names.items() if isinstance(held, Rows) and name in held.each.names)


def tellable(facts: type, sample: Any = None) -> list[Tellable]:
    """Every fact of a type in the order of its fields, with what it prints in the sample."""
    said = {} if sample is None else leaves(sample)
    return list(_tellable(facts, "", "", "", said))


def _tellable(kind: Any, tag: str, path: str, inside: str, said: Mapping[str, Traced[Any]]) -> Iterator[Tellable]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint, name = hints[field.name], f"{path}{field.name}"
        if get_origin(hint) is tuple:
            row = row_of(field.name)
            loop = f"{{% for {row} in {tag}{field.name} %}}"
            yield from _tellable(get_args(hint)[0], f"{row}.", f"{name}.0.", loop, said)
        elif get_origin(hint) is Traced:
            leaf, fact = _leaf(hint), said.get(name)
            written = f"{{% if {tag}{field.name} %}}" if leaf.yes_or_no else f"{{{{ {tag}{field.name} }}}}"
            yield Tellable(
                name.replace(".0.", "."), written, field.metadata.get(LABEL, field.name), _sort(leaf),
                bool(field.metadata.get(REQUIRED)), _told(fact), fact.disclosure.value if fact else "", inside,
            )  # fmt: skip
        else:
            yield from _tellable(hint, f"{tag}{field.name}.", f"{name}.", inside, said)


def row_of(rows: str) -> str:
    """What one of a list is called: ``payment`` of ``payments``."""
    if rows.endswith("ies"):
        return f"{rows[:-3]}y"
    if rows == "children":
        return "child"
    return rows[:-1] if rows.endswith("s") and not rows.endswith("ss") else f"each_{rows}"


def _sort(leaf: Leaf) -> str:
    if leaf.yes_or_no:
        return "yes or no"
    if leaf.dated:
        return "day"
    return {"Money": "amount", "int": "number", "Decimal": "number"}.get(leaf.kinds[0].__name__, "text")


def _told(fact: Traced[Any] | None) -> str:
    if fact is None or fact.value is None:
        return ""
    if isinstance(fact.value, bool):
        return "yes" if fact.value else "no"
    return in_words(fact.value)


def _group(kind: Any) -> Group:
    hints = get_type_hints(kind)
    return Group({field.name: _known(hints[field.name]) for field in fields(kind)})


def _known(hint: Any) -> Known:
    if get_origin(hint) is tuple:
        return Rows(_group(get_args(hint)[0]))
    if get_origin(hint) is Traced:
        return _leaf(hint)
    if not is_dataclass(hint):
        raise TypeError(f"{hint} is no group of facts.")
    return _group(hint)


def _leaf(hint: Any) -> Leaf:
    inner = get_args(hint)[0]
    return Leaf(tuple(kind for kind in get_args(inner) or (inner,) if kind is not NoneType))

"""Facts made ready for print: every leaf becomes a text that remembers which fact it says."""

from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from kernel.disclosure import Audience, may_see
from kernel.legal_text import legal_text
from kernel.money import Money
from kernel.sealed import Last4, Sealed
from kernel.traced import Traced


class Slot(str):
    """Text in a paper. ``path`` is the dotted name of its fact, ``fact`` the fact itself."""

    path: str
    fact: Traced[Any] | None
    __slots__ = ("fact", "path")

    def said(self, text: str) -> "Slot":
        """The same fact in other words."""
        return slot(text, self.path, self.fact)


class Gap(Slot):
    """A fact that is missing or withheld: prints as a visible mark and is false in a template's ``if``."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def said(self, text: str) -> "Gap":
        """A gap says the same in every form."""
        return self


def slot(text: str, path: str, fact: Traced[Any] | None) -> Slot:
    """A text bound to its fact."""
    made = Slot(text)
    made.path, made.fact = path, fact
    return made


def missing(label: str, path: str, fact: Traced[Any] | None = None) -> Gap:
    """The mark of a fact that the record does not hold."""
    return _gap(f"[missing: {label}]", path, fact)


def withheld(path: str) -> Gap:
    """The mark of a fact that this audience may not see; it holds no trace of the value."""
    return _gap("[withheld]", path, None)


def _gap(text: str, path: str, fact: Traced[Any] | None) -> Gap:
    made = Gap(text)
    made.path, made.fact = path, fact
    return made


def leaves(tree: Any) -> dict[str, Traced[Any]]:
    """Every fact of a facts tree under its dotted name, such as ``payments.0.amount``, in the order of the tree."""
    return dict(_walk(tree, ""))


def printed(tree: Any, audience: Audience) -> dict[str, Any]:
    """The tree as nested dictionaries and lists whose leaves are Slots; yes-or-no facts stay ``bool``.

    Raises TypeError for a leaf that is not Traced, NotLegalText for text that cannot stand in a paper.
    """
    return {f.name: _printed(getattr(tree, f.name), f.name, _label(f), audience) for f in fields(tree)}


def _printed(node: Any, path: str, label: str, audience: Audience) -> Any:
    if isinstance(node, Traced):
        return _leaf(node, path, label, audience)
    if node is None:
        return missing(label, path)
    if is_dataclass(node):
        return {f.name: _printed(getattr(node, f.name), f"{path}.{f.name}", _label(f), audience) for f in fields(node)}
    return [_printed(below, f"{path}.{place}", label, audience) for place, below in _branches(node, path)]


def _leaf(fact: Traced[Any], path: str, label: str, audience: Audience) -> "Slot | bool":
    if isinstance(fact.value, Sealed) or not may_see(audience, fact.disclosure):
        return withheld(path)
    if isinstance(fact.value, bool):
        return fact.value
    text = "" if fact.value is None else legal_text(in_words(fact.value), lines=True)
    return slot(text, path, fact) if text else missing(label, path, fact)


def in_words(value: Any) -> str:
    """A value as a paper says it: ``$1,234.00``, ``December 8, 2026``, ``ending 1234``.

    Raises TypeError for a kind of value that no paper says.
    """
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return f"{value:%B} {value.day}, {value.year} at {value.hour % 12 or 12}:{value:%M} {_half_day(value)}"
    if isinstance(value, date):
        return f"{value:%B} {value.day}, {value.year}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str | int | Money | Last4):
        return str(value)
    raise TypeError(f"No paper says a {type(value).__name__}.")


def _half_day(value: datetime) -> str:
    return "a.m." if value.hour < 12 else "p.m."


def _label(field: "Field[Any]") -> str:
    return str(field.metadata.get("label") or field.name.replace("_", " "))


def _walk(node: Any, path: str) -> Iterator[tuple[str, Traced[Any]]]:
    if isinstance(node, Traced):
        yield path, node
        return
    for name, below in _branches(node, path):
        yield from _walk(below, f"{path}.{name}" if path else str(name))


def _branches(node: Any, path: str) -> Iterator[tuple[str | int, Any]]:
    if isinstance(node, tuple | list):
        yield from enumerate(node)
    elif is_dataclass(node):
        yield from ((field.name, getattr(node, field.name)) for field in fields(node))
    elif node is not None:
        raise TypeError(f"'{path}' is a {type(node).__name__}; a fact that can reach a paper is Traced.")

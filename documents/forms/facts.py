"""Facts that a form may say, and how they are read from a file."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from documents.facts import (
    Arrears,
    Asset,
    Caption,
    Child,
    Custody,
    Hearing,
    Job,
    MilitaryCheck,
    Office,
    Party,
    Payment,
    Service,
    SupportCase,
    SupportOrder,
)
from documents.forms.errors import FactsBroken
from documents.thaw import NOWHERE, NotTheseFacts, leaf, trace_of
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.traced import Trace, Traced

ENTRY = "entry"
"""The group of facts that no record holds: a person writes them for the form."""
_NAME = re.compile(r"[a-z0-9_]{1,80}")
_KINDS: Mapping[str, tuple[type, Callable[[Any], Any]]] = {
    "date": (str, date.fromisoformat),
    "money": (int, Money),
    "text": (str, str),
    "number": (int, int),
}
"""What a person may write, by its kind: how JSON writes it, and how it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """The record as forms may speak of it."""

    office: Office
    caption: Caption
    case: SupportCase
    hearing: Hearing
    obligor: Party
    obligee: Party
    children: tuple[Child, ...]
    custody: tuple[Custody, ...]
    military: MilitaryCheck
    order: tuple[SupportOrder, ...]
    arrears: Arrears
    payments: tuple[Payment, ...]
    services: tuple[Service, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]


@cache
def catalogue() -> dict[str, tuple[Any, str]]:
    """Every fact of the record by its name with ``*`` for the place in a list: its type and its label."""
    return dict(_catalogue(FormFacts, ""))


def is_known(path: str) -> bool:
    """Whether a mapping may name this fact: one of the record, or one that a person writes (``entry.…``)."""
    return starred(path) in catalogue() or bool(re.fullmatch(rf"{ENTRY}(\.[a-z0-9_]+)+", path))


def starred(path: str) -> str:
    """The path with ``*`` for each place in a list."""
    return re.sub(r"(?<=\.)[0-9]+(?=\.|$)", "*", path)


def read_facts(written: bytes) -> dict[str, Traced[Any]]:
    """Facts by their dotted names from ``{"trace": {…}, "facts": {…}}``, as sample facts of templates are written.

    A fact that a person writes stands under ``entry`` and is text, a number, yes or no, or says its ``kind``: ``date``
    or ``money`` (in cents). Raises FactsBroken.
    """
    try:
        held = json.loads(written, object_pairs_hook=_each_once)
        usual = trace_of(held["trace"], NOWHERE)
        return dict(_read(held["facts"], "", usual))
    except NotTheseFacts as wrong:
        raise FactsBroken(wrong.path, wrong.why) from wrong
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as broken:
        raise FactsBroken("facts", "cannot be read as JSON") from broken
    except (KeyError, TypeError, AttributeError, ValueError) as broken:
        raise FactsBroken("facts", 'are not written as {"trace": {…}, "facts": {…}}') from broken


def _read(node: Any, path: str, usual: Trace) -> Iterator[tuple[str, Traced[Any]]]:
    if isinstance(node, list):
        for place, below in enumerate(node):
            yield from _read(below, f"{path}.{place}", usual)
    elif isinstance(node, dict) and "value" not in node:
        for name, below in node.items():
            if not _NAME.fullmatch(name):
                raise FactsBroken("facts", "have a name of other letters than a-z, 0-9 and _")
            yield from _read(below, f"{path}.{name}" if path else name, usual)
    elif path.startswith(f"{ENTRY}."):
        yield path, _entry(node, path, usual)
    elif (known := catalogue().get(starred(path))) is not None:
        yield path, leaf(known[0], node, path, usual)
    else:
        raise FactsBroken(path, "is not a fact that forms may say; what a person writes stands under 'entry'")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A group of JSON in which no name stands twice: of two values one would be lost."""
    held = dict(pairs)
    if len(held) < len(pairs):
        raise FactsBroken("facts", "say the same name twice")
    return held


def _entry(node: Any, path: str, usual: Trace) -> Traced[Any]:
    told: Mapping[str, Any] = node if isinstance(node, dict) else {"value": node}
    value, kind = told["value"], told.get("kind")
    if kind is not None:
        if not isinstance(kind, str) or kind not in _KINDS:
            raise FactsBroken(path, f"says a kind that there is not; known are {', '.join(_KINDS)}")
        takes, read = _KINDS[kind]
        if value is not None and type(value) is not takes:
            raise FactsBroken(path, f"is not written as a {kind}")
        value = None if value is None else read(value)
    elif value is not None and not isinstance(value, str | int | bool):
        raise FactsBroken(path, "is neither text nor a number nor yes or no")
    return Traced(value, usual, Disclosure(told.get("disclosure", Disclosure.OPEN)))


def _catalogue(kind: Any, path: str) -> Iterator[tuple[str, tuple[Any, str]]]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        hint, name = hints[each.name], f"{path}{each.name}"
        if get_origin(hint) is Traced:
            yield name, (get_args(hint)[0], str(each.metadata.get("label", each.name)))
        elif get_origin(hint) is tuple:
            yield from _catalogue(get_args(hint)[0], f"{name}.*.")
        elif is_dataclass(hint):
            yield from _catalogue(hint, f"{name}.")

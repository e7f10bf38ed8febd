"""Facts read back from JSON: the kept facts of a revision, and the sample facts of a template."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.refusals import Refused
from kernel.sealed import Last4
from kernel.traced import Trace, Traced

T = TypeVar("T")
NOWHERE = Trace("", "")
NOT_KEPT: Traced[Any] = Traced(None, NOWHERE)
"""A fact that nobody knew of when the paper was made."""
_NOT_TRACE = frozenset({"value", "disclosure"})
_KEPT = ("source", "as_of", "retrieved_at", "entered_by", "verified_by", "rule", "inputs")


@dataclass(eq=False)
class NotTheseFacts(Refused):
    """The JSON does not have the shape of the facts type."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"The fact '{self.path}' {self.why}."


def thaw(kind: type[T], plain: Any) -> T:
    """The facts tree whose ``kernel.digest.plain`` form this is. Raises NotTheseFacts."""
    made: T = _group(kind, plain, "", NOWHERE)
    return made


def unfrozen(kind: type[T], kept: Iterable[Mapping[str, Any]]) -> T:
    """The facts tree of a revision out of its kept facts (``documents.freeze.FrozenFact.told``).

    What may stand in no document was kept without its value and stays so. A fact that the type has got since is
    without a value too. Raises NotTheseFacts.
    """
    plain: dict[str, Any] = {}
    for fact in kept:
        *groups, name = fact["name"].split(".")
        below = plain
        for group in groups:
            below = below.setdefault(group, {})
        below[name] = _kept(fact)
    made: T = _group(kind, _in_rows(kind, plain), "", NOWHERE)
    return made


def _kept(fact: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: fact[name] for name in _KEPT if fact[name] is not None}
    return {"value": fact["value"], "disclosure": fact["disclosure"], "record": fact["source_record"], **told}


def _in_rows(kind: Any, plain: dict[str, Any]) -> dict[str, Any]:
    """The groups of a paper with their rows as lists; a list without rows left no fact behind."""
    return {name: _rows_of(hint, plain.get(name)) for name, hint in _hints(kind).items()} | {
        name: held for name, held in plain.items() if name not in _hints(kind)
    }


def _rows_of(hint: Any, plain: Any) -> Any:
    if get_origin(hint) is tuple:
        rows = plain or {}
        return [_in_rows(get_args(hint)[0], rows[place]) for place in sorted(rows, key=int)]
    if get_origin(hint) is Traced:
        return NOT_KEPT if plain is None else plain
    return _in_rows(hint, plain or {})


def sample(kind: type[T], written: bytes) -> T:
    """Sample facts: ``{"trace": {…}, "facts": {…}}``.

    A leaf is the bare value, with the common trace, or ``{"value": …}`` with what differs from it: any field of the
    trace, and ``disclosure``. Raises NotTheseFacts.
    """
    held = json.loads(written)
    made: T = _group(kind, held["facts"], "", trace_of(held["trace"], NOWHERE))
    return made


def _group(kind: Any, plain: Any, path: str, usual: Trace) -> Any:
    if not isinstance(plain, dict):
        raise NotTheseFacts(path, "is not a group of facts")
    hints = _hints(kind)
    if strange := set(plain) ^ set(hints):
        name = min(strange)
        raise NotTheseFacts(f"{path}{name}", "is missing" if name in hints else "is not a fact of this paper")
    return kind(**{name: _branch(hint, plain[name], f"{path}{name}", usual) for name, hint in hints.items()})


def _branch(hint: Any, plain: Any, path: str, usual: Trace) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_group(get_args(hint)[0], row, f"{path}.{place}.", usual) for place, row in enumerate(plain))
    if plain is NOT_KEPT:
        return NOT_KEPT
    if get_origin(hint) is Traced:
        return leaf(get_args(hint)[0], plain, path, usual)
    return _group(hint, plain, f"{path}.", usual)


def leaf(hint: Any, plain: Any, path: str, usual: Trace) -> Traced[Any]:
    """One fact of that type from its JSON, as ``sample`` reads it. Raises NotTheseFacts."""
    told: Mapping[str, Any] = plain if isinstance(plain, dict) else {"value": plain}
    own = told["trace"] if "trace" in told else {name: told[name] for name in told if name not in _NOT_TRACE}
    disclosure = Disclosure(told.get("disclosure", Disclosure.OPEN))
    return Traced(_value(hint, told["value"], path), trace_of(own, usual), disclosure)


def _value(hint: Any, plain: Any, path: str) -> Any:
    kinds = get_args(hint) or (hint,)
    if plain is None and NoneType in kinds:
        return None
    kind = next(each for each in kinds if each is not NoneType)
    takes, read = _READERS[kind]
    if type(plain) is not takes:
        raise NotTheseFacts(path, f"is not written as a {kind.__name__}")
    try:
        return read(plain)
    except (ValueError, ArithmeticError) as wrong:
        raise NotTheseFacts(path, f"is not a {kind.__name__}") from wrong


def trace_of(plain: Mapping[str, Any], usual: Trace) -> Trace:
    """A trace from its JSON; what that does not say is as usual."""
    told: dict[str, Any] = dict(plain)
    if told.get("as_of"):
        told["as_of"] = date.fromisoformat(told["as_of"])
    if told.get("retrieved_at"):
        told["retrieved_at"] = datetime.fromisoformat(told["retrieved_at"])
    if "inputs" in told:
        told["inputs"] = tuple(told["inputs"])
    return replace(usual, **told)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is no facts type.")
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


_READERS: Mapping[type, tuple[type, Callable[[Any], Any]]] = {
    str: (str, str),
    bool: (bool, bool),
    int: (int, int),
    date: (str, date.fromisoformat),
    Money: (int, Money),
    Decimal: (str, Decimal),
    Last4: (str, Last4),
}

"""What a form says about a fact: in the form's own way, for its audience, or nothing."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from documents.forms.errors import FactsBroken, MappingBroken
from documents.slots import Gap, in_words, printed
from kernel.disclosure import Audience
from kernel.money import Money, total
from kernel.sealed import Last4
from kernel.traced import Traced

Facts = Mapping[str, Traced[Any]]
"""Facts by their dotted names (``children.0.name``), as ``documents.slots.leaves`` tells them of a tree."""
_TOWN = re.compile(r"(?P<city>.*), *(?P<state>[A-Z]{2}) +(?P<zip>[0-9]{5}(?:-[0-9]{4})?)")


@dataclass(frozen=True, slots=True)
class _Leaf:
    fact: Traced[Any]


class Teller:
    """Says facts for one audience and remembers which it could not say."""

    def __init__(self, facts: Facts, audience: Audience) -> None:
        self._facts, self._audience = facts, audience
        self.withheld: list[str] = []

    def text(self, path: str, formats: Iterable[str] = ()) -> str:
        """The fact as the form writes it; empty where it is missing or this audience may not see it."""
        fact = self._facts.get(path)
        shown = self._shown(path)
        if fact is None or shown is None:
            return ""
        said = ("yes" if shown else "no") if isinstance(shown, bool) else str(shown)
        for name in formats:
            said = FORMATS[name](fact.value, said)
        return said

    def total(self, paths: Iterable[str], formats: Iterable[str]) -> str:
        """The sum of amounts of money, less those with a minus before the name; empty where none is known.

        Raises FactsBroken.
        """
        held = []
        for path in paths:
            plain = path.removeprefix("-")
            if self._shown(plain) is None:
                continue
            amount = self._facts[plain].value
            if not isinstance(amount, Money):
                raise FactsBroken(plain, "is no amount of money and cannot be added up")
            held.append(-amount if path.startswith("-") else amount)
        if not held:
            return ""
        amount = total(held)
        said = str(amount)
        for name in formats:
            said = FORMATS[name](amount, said)
        return said

    def count(self, path: str) -> int:
        """How many rows a list has."""
        places = [name[len(path) + 1 :].split(".")[0] for name in self._facts if name.startswith(f"{path}.")]
        return max((int(place) + 1 for place in places if place.isdigit()), default=0)

    def _shown(self, path: str) -> Any:
        """The fact as a paper for this audience prints it; None where it is missing or withheld."""
        fact = self._facts.get(path)
        if fact is None:
            return None
        shown = printed(_Leaf(fact), self._audience)["fact"]
        if isinstance(shown, Gap):
            if fact.value is not None:
                self.withheld.append(path)
            return None
        return shown


def check_formats(formats: Iterable[str], mapping: str) -> None:
    """Raises MappingBroken for a way of writing that nothing knows."""
    for name in formats:
        if name not in FORMATS:
            raise MappingBroken(mapping, f"asks to write a fact as '{name}'; known are {', '.join(FORMATS)}")


def _short_date(value: Any, said: str) -> str:
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else said


def _month(value: Any, said: str) -> str:
    return f"{value:%m/%Y}" if isinstance(value, date) else said


def _time(value: Any, said: str) -> str:
    return in_words(value).rpartition(" at ")[2] if isinstance(value, datetime) else said


def _digits(value: Any, said: str) -> str:
    return "".join(re.findall(r"[0-9]", said))


def _four(value: Any, said: str) -> str:
    return value.digits if isinstance(value, Last4) else said[-4:]


def _town(part: str) -> Callable[[Any, str], str]:
    def said_part(value: Any, said: str) -> str:
        town = _TOWN.fullmatch(said.rpartition("\n")[2].strip())
        if town is None:
            return said if part == "city" else ""
        return town[part]

    return said_part


FORMATS: dict[str, Callable[[Any, str], str]] = {
    "short date": _short_date,
    "month": _month,
    "time": _time,
    "no sign": lambda value, said: said.replace("$", ""),
    "upper": lambda value, said: said.upper(),
    "digits": _digits,
    "last four": _four,
    "one line": lambda value, said: ", ".join(said.split("\n")),
    "street": lambda value, said: ", ".join(said.split("\n")[:-1]) or said,
    "city": _town("city"),
    "state": _town("state"),
    "ZIP": _town("zip"),
}
"""The ways in which a mapping may have a fact written, by the names that it gives them."""

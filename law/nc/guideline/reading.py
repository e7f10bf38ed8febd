"""Inputs as other programs write them: keys, whole cents and ISO days, read strictly."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from kernel.money import LARGEST
from law.nc.guideline.facts import Inputs, Kind, Parent, Side
from law.nc.guideline.refusals import NotAnInput

Word = TypeVar("Word", bound=StrEnum)

KEYS = ("hearing_on", "worksheet", "children", "plaintiff", "defendant", "obligor")
COUNTS = {
    "other_children": "a number of children",
    "overnights": "overnights in a year",
    "children_living": "a number of children",
}
NOT_ALWAYS_ASKED = {"overnights", "children_living"}
"""Worksheet A asks neither; null says so."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_BIRTHS = 100
KEY = re.compile(r"[A-Za-z_]{1,30}[0-9]?")
"""A key as programs write them; anything else is not repeated in a refusal."""


def read_inputs(told: object, *, kind: str | None = None) -> Inputs:
    """The inputs of ``{"hearing_on", "worksheet", "children", "plaintiff": {…}, "defendant": {…}, "obligor"}``.

    ``kind`` names the worksheet where the input need not; both must agree. ``children`` is a number or the list of
    their birth dates. Raises NotAnInput.
    """
    held = _group("", told, KEYS)
    children, births = _children(_there(held, "children"))
    return Inputs(
        kind=_kind(held.get("worksheet"), kind),
        hearing_on=_day("hearing_on", _there(held, "hearing_on")),
        children=children,
        plaintiff=_parent(Side.PLAINTIFF, _there(held, Side.PLAINTIFF)),
        defendant=_parent(Side.DEFENDANT, _there(held, Side.DEFENDANT)),
        obligor=None if held.get("obligor") is None else _one_of("obligor", held["obligor"], Side),
        births=births,
    )


def _group(where: str, told: object, known: Iterable[str]) -> Mapping[str, Any]:
    if not isinstance(told, Mapping):
        raise NotAnInput(where, "is not a group of names and values, as in {…}")
    for name in told:
        if name not in known:
            named = f"the unknown key '{name}'" if isinstance(name, str) and KEY.fullmatch(name) else "an unknown key"
            raise NotAnInput(where, f"has {named}; known are {', '.join(known)}")
    return told


def _there(held: Mapping[str, Any], name: str) -> Any:
    if name not in held:
        raise NotAnInput(name, "is missing")
    return held[name]


def _parent(side: Side, told: object) -> Parent:
    known = tuple(field.name for field in fields(Parent))
    held = _group(side, told, known)
    if "gross" not in held:
        raise NotAnInput(f"{side}.gross", "is missing")
    asked = {name: value for name, value in held.items() if value is not None or name not in NOT_ALWAYS_ASKED}
    return Parent(**{name: _number(f"{side}.{name}", value, COUNTS.get(name)) for name, value in asked.items()})


def _number(where: str, told: object, counts: str | None) -> int:
    if type(told) is not int:
        raise NotAnInput(where, f"takes {counts or 'cents'} as a whole number, such as {1 if counts else 250000}")
    if told < 0:
        raise NotAnInput(where, "is less than zero")
    if told > LARGEST.cents:
        raise NotAnInput(where, "is larger than anything that can be meant")
    return told


def _kind(told: object, asked: str | None) -> Kind:
    if told is None and asked is None:
        raise NotAnInput("worksheet", "is missing: A, B or C")
    kinds = [_one_of("worksheet", each, Kind) for each in (told, asked) if each is not None]
    if len(set(kinds)) > 1:
        raise NotAnInput("worksheet", f"is {kinds[0]}, and Worksheet {kinds[1]} was asked for")
    return kinds[0]


def _one_of(where: str, told: object, known: type[Word]) -> Word:
    for word in known:
        if told == word.value:
            return word
    raise NotAnInput(where, f"is none of {', '.join(known)}")


def _children(told: object) -> tuple[int, tuple[date, ...]]:
    """How many, and their birth dates where those are told."""
    if isinstance(told, list):
        if len(told) > MOST_BIRTHS:
            raise NotAnInput("children", f"lists more than {MOST_BIRTHS} birth dates")
        births = tuple(_day(f"children.{place}", born) for place, born in enumerate(told, start=1))
        found = len(births)
    else:
        found, births = _number("children", told, "a number of children, or the list of their birth dates,"), ()
    if not found:
        raise NotAnInput("children", "is zero, and a worksheet is for at least one child")
    return found, births


def _day(where: str, told: object) -> date:
    if isinstance(told, str) and DAY.fullmatch(told):
        try:
            return date.fromisoformat(told)
        except ValueError:
            pass
    raise NotAnInput(where, "is not a day such as 2026-12-08")

"""Single entries of a run, read strictly; each refusal is one sentence that names the entry."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from kernel.money import LARGEST, Money
from kernel.refusals import Refused

MOST_LISTED = 40
_PART = re.compile(r"[01]?\.[0-9]{1,8}|[01]")
_HOURS = re.compile(r"[0-9]{1,5}(\.[0-9]{1,4})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY = re.compile(r"[A-Za-z_]{1,30}[0-9]?")
_SHORT = re.compile(r"[ -~]{0,8}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""What may be repeated in a sentence: a key as programs write them, a value too short to tell of anybody."""

Word = TypeVar("Word", bound=StrEnum)


@dataclass(eq=False)
class InputRefused(Refused):
    """An entry that a run of the guideline cannot use."""

    why: str

    def __str__(self) -> str:
        return f"{self.why}."


@dataclass(frozen=True, slots=True)
class Entries:
    """Named entries, as a JSON object holds them. ``where`` is the path to them, empty at the top."""

    held: Mapping[str, object]
    where: str = ""

    def name(self, key: str) -> str:
        """The entry's path."""
        return f"{self.where}.{key}" if self.where else key

    def __contains__(self, key: str) -> bool:
        return self.held.get(key) is not None

    def get(self, key: str) -> object:
        """The entry. Raises InputRefused where it is missing."""
        if key not in self:
            raise InputRefused(f"{self.name(key)} is missing")
        return self.held[key]

    def inner(self, key: str, known: Collection[str]) -> "Entries":
        """The entries of an entry."""
        return entries(self.get(key), known, self.name(key))

    def each(self, key: str, known: Collection[str]) -> tuple["Entries", ...]:
        """The entries of each of a list's items."""
        items = enumerate(self.listed(key), 1)
        return tuple(entries(item, known, f"{self.name(key)} {position}") for position, item in items)

    def listed(self, key: str) -> Sequence[object]:
        """A list, not too long."""
        found = self.get(key)
        if not isinstance(found, list | tuple):
            raise InputRefused(f"{self.name(key)} is a list")
        if len(found) > MOST_LISTED:
            raise InputRefused(f"{self.name(key)} has {len(found)} items; one run takes {MOST_LISTED}")
        return found

    def money(self, key: str) -> Money:
        """An amount of cents, none below zero."""
        found = self._whole(key, "a whole number of cents, such as 400000 for $4,000.00")
        if found < 0:
            raise InputRefused(f"{self.name(key)} is negative; an amount of nothing is 0")
        if found > LARGEST.cents:
            raise InputRefused(f"{self.name(key)} is over {LARGEST} a month; amounts are given in cents")
        return Money(found)

    def count(self, key: str, what: str, *, most: int, why: str) -> int:
        """A number from 1 to ``most``."""
        found = self._whole(key, f"a whole number of {what}")
        if not 1 <= found <= most:
            raise InputRefused(f"{self.name(key)} is {found}; {why}")
        return found

    def day(self, key: str) -> date:
        """A day written as year, month and day."""
        found = self.get(key)
        try:
            if isinstance(found, str) and _DAY.fullmatch(found):
                return date.fromisoformat(found)
        except ValueError:
            pass
        raise InputRefused(f"{self.name(key)} is a day of the support period, such as 2026-03-01{_not(found)}")

    def part(self, key: str) -> Fraction:
        """A part of one, written as a decimal."""
        return part(self.get(key), self.name(key))

    def parts(self, key: str) -> tuple[Fraction, ...]:
        """A list of parts of one."""
        return tuple(part(found, f"{self.name(key)} {place}") for place, found in enumerate(self.listed(key), 1))

    def hours(self, key: str) -> Fraction:
        """A number of hours, written as a decimal."""
        found = self.get(key)
        if isinstance(found, str) and _HOURS.fullmatch(found):
            return Fraction(Decimal(found))
        raise InputRefused(f'{self.name(key)} is a decimal in quotes, such as "48"{_not(found)}')

    def word(self, key: str, words: type[Word]) -> Word:
        """One of the words of an enumeration."""
        found = self.get(key)
        for word in words:
            if found == word.value:
                return word
        raise InputRefused(f"{self.name(key)} is {' or '.join(words)}{_not(found)}")

    def _whole(self, key: str, what: str) -> int:
        found = self.get(key)
        if isinstance(found, bool) or not isinstance(found, int):
            raise InputRefused(f"{self.name(key)} is {what}{_not(found)}")
        return found


def entries(found: object, known: Collection[str], where: str = "") -> Entries:
    """The entries of a JSON object, every one of them known. Raises InputRefused."""
    owner, listed = where or "the run", ", ".join(sorted(known))
    if not isinstance(found, Mapping):
        raise InputRefused(f"{owner} is an object with the entries {listed}")
    for key in found:
        if key not in known:
            named = repr(key) if isinstance(key, str) and _KEY.fullmatch(key) else "what is named there"
            raise InputRefused(f"{named} is no entry of {owner}; known are {listed}")
    return Entries(found, where)


def part(found: object, name: str) -> Fraction:
    """A decimal from 0 to 1 in quotes. Raises InputRefused."""
    if not isinstance(found, str) or not _PART.fullmatch(found) or Decimal(found) > 1:
        raise InputRefused(f'{name} is a decimal from 0 to 1 in quotes, such as "0.20"{_not(found)}')
    return Fraction(Decimal(found))


def _not(found: object) -> str:
    """What was written instead, as far as it may be repeated in a sentence."""
    if isinstance(found, bool | None):
        return f", not {WORDS[found]}"
    if isinstance(found, str | int | float):
        return f", not {found!r}" if _SHORT.fullmatch(str(found)) else ""
    return ", not a list" if isinstance(found, list | tuple) else ", not a group of entries"


WORDS = {True: "true", False: "false", None: "null"}

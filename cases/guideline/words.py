"""Figures that people wrote in words: read where the words leave no doubt whose they are, else left to a person."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from cases.guideline.facts import Parent

T = TypeVar("T")

_AMOUNT = re.compile(r"\$([0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]{2})?)(?![0-9.,]*[0-9])")
_COUNT = re.compile(r"(?<![0-9$.,/])([0-9]{1,4})(?![0-9.,/%]*[0-9/%])")
_WHOSE = re.compile(r"\b(obligor|obligee)\b", re.IGNORECASE | re.ASCII)
_NEXT = re.compile(r"[;.]\s|[;.]$|,\s|\band\b")


def amounts(words: str) -> dict[Parent, int]:
    """Cents of each parent in such words as ``Obligee pays $400.00 a month``; empty where they leave a doubt."""
    return _of_each(words, _AMOUNT, lambda found: int(Decimal(found.replace(",", "")) * 100))


def counts(words: str) -> dict[Parent, int]:
    """A number for each parent in such words as ``obligee 243, obligor 122``; empty where they leave a doubt."""
    return _of_each(words, _COUNT, int)


def _of_each(words: str, number: "re.Pattern[str]", read: Callable[[str], T]) -> dict[Parent, T]:
    """One figure for each parent named; each part of the sentence must hold exactly one figure and one parent."""
    found: dict[Parent, T] = {}
    for part in _NEXT.split(words):
        figures, people = number.findall(part), {Parent(one.lower()) for one in _WHOSE.findall(part)}
        if not figures and not people:
            continue
        if len(figures) != 1 or len(people) != 1 or people & set(found):
            return {}
        found[people.pop()] = read(figures[0])
    return found

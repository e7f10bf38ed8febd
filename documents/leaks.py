"""Identifiers and protected words in a finished text: the last look before a person's.

N.C. Gen. Stat. 132-1.10(d) keeps Social Security, employer tax, driver licence, state identification, passport, account
and card numbers, PINs and passwords out of court papers beyond the last four digits; payment sources are federal tax
information (26 U.S.C. 6103).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kernel.identifiers import BIRTH_DATE, DETECTORS, folded, said_in, seen

PROTECTED_WORDS = "protected words"


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing that may not stand in the paper: what it is, where it begins, and its last two characters."""

    kind: str
    at: int
    shown: str

    def __str__(self) -> str:
        return f"{self.kind} ({self.shown})"


def find_leaks(text: str, *, protected: Iterable[str] = (), birth_dates: bool = False) -> tuple[Leak, ...]:
    """Every leak in the order of the text; an empty tuple where there is none.

    ``protected`` are words that this audience may not read, such as a line of an address or an employer: found across
    breaks of line and in any case of letters. ``birth_dates``: full dates of birth may stand in this paper.
    """
    plain = seen(text)
    told = folded(plain)
    found = {
        leak
        for kind, detect in DETECTORS.items()
        if not (birth_dates and kind == BIRTH_DATE)
        for leak in _leaks(kind, detect(plain, told))
    }
    found |= {leak for word in protected for leak in _leaks(PROTECTED_WORDS, said_in(word, plain))}
    return tuple(sorted(found, key=lambda leak: (leak.at, leak.kind)))


def _leaks(kind: str, found: Iterable[re.Match[str]]) -> Iterator[Leak]:
    for match in found:
        yield Leak(kind, match.start(), _masked(match[0]))


def _masked(found: str) -> str:
    """All but the last two characters hidden, so that a list of leaks is no leak."""
    flat = " ".join(found.split())
    return re.sub(r"\w", "x", flat[:-2]) + flat[-2:]

"""Identifiers and protected words in a finished text: the last look before a person's.

N.C. Gen. Stat. 132-1.10(d) keeps Social Security, employer tax, driver licence, state identification, passport, account
and card numbers, PINs and passwords out of court papers beyond the last four digits; payment sources are federal tax
information (26 U.S.C. 6103).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.identifiers import BIRTH_DATE, DETECTORS, folded

PROTECTED_WORDS = "protected words"
_HYPHENS = re.compile("[\u0002\u00ad\u2010\u2011\u2012\u2013\u2014\ufffe]")


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
    plain = _seen(unicodedata.normalize("NFKC", _HYPHENS.sub("-", text)))
    told = folded(plain)
    found = {
        leak
        for kind, detect in DETECTORS.items()
        if not (birth_dates and kind == BIRTH_DATE)
        for leak in _leaks(kind, detect(plain, told))
    }
    found |= {leak for word in protected for leak in _leaks(PROTECTED_WORDS, _spoken(word, plain))}
    return tuple(sorted(found, key=lambda leak: (leak.at, leak.kind)))


def _seen(text: str) -> str:
    """The text without characters that nobody sees, such as a zero-width space between two digits."""
    for char in (char for char in set(text) if unicodedata.category(char) == "Cf"):
        text = text.replace(char, "")
    return text


def _leaks(kind: str, found: Iterable[re.Match[str]]) -> Iterator[Leak]:
    for match in found:
        yield Leak(kind, match.start(), _masked(match[0]))


def _masked(found: str) -> str:
    """All but the last two characters hidden, so that a list of leaks is no leak."""
    flat = " ".join(found.split())
    return re.sub(r"\w", "x", flat[:-2]) + flat[-2:]


def _spoken(words: str, text: str) -> Iterable[re.Match[str]]:
    parts = re.findall(r"\w+", unicodedata.normalize("NFKC", words))
    if not parts:
        return ()
    return re.finditer(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, parts)) + r"(?!\w)", text, re.IGNORECASE)

"""The figures of a text one after another, each with its sign: where two texts of one paper part."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from documents.figures.tokens import tokens
from documents.finding import spaced
from kernel.money import Money

BEFORE: Final = 60
FEW: Final = 4
NUMBER: Final = re.compile(r"(?<![\w$])[0-9][0-9.]*")
"""A bare number: days behind, an age, months of support."""
_MINUS: Final = ("-", "\u2212", "\u0002")


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure where it stands: what it means with its sign, how it is written, its page, place, and words before."""

    key: Hashable
    written: str
    page: int
    end: int
    before: str


def figures_on(pages: Sequence[str]) -> list[Figured]:
    """Every amount, day and number of the pages in the order of their text."""
    return [one for number, page in enumerate(pages, 1) for one in _figures(spaced(page), number)]


Pair = tuple[Figured | None, Figured | None]


def parting(mine: Sequence[Figured], theirs: Sequence[Figured]) -> list[Pair]:
    """The figures that are not the same, each beside what stands in its place. One of two may be lacking."""
    by_place: list[Pair] | None = None
    if len(mine) == len(theirs):
        by_place = [(old, new) for old, new in zip(mine, theirs, strict=True) if old.key != new.key]
        if len(by_place) <= FEW:
            return by_place
    matcher = SequenceMatcher(None, [one.key for one in mine], [one.key for one in theirs], autojunk=False)
    matched = [
        pair
        for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"
        for pair in zip_longest(mine[i1:i2], theirs[j1:j2])
    ]  # fmt: skip
    return matched if by_place is None or len(matched) < len(by_place) else by_place


def _figures(text: str, page: int) -> Iterator[Figured]:
    place = 0
    for one in tokens(text, bare=True):
        yield from _numbers(text, place, one.start, page)
        value, minus, enclosed = one.value, _is_minus(text, one.start), _is_enclosed(text, one.start, one.end)
        if isinstance(value, Money):
            minus, value = minus or value.cents < 0, Money(abs(value.cents))
        sign = "-" if minus and not one.written.startswith(_MINUS) else ""
        written = f"({one.written})" if enclosed else f"{sign}{one.written}"
        key = (value, one.whole_month, minus and isinstance(value, Money), enclosed)
        yield Figured(key, written, page, one.end, words_before(text, one.start))
        place = one.end
    yield from _numbers(text, place, len(text), page)


def _numbers(text: str, start: int, end: int, page: int) -> Iterator[Figured]:
    """Bare numbers between two figures."""
    for found in NUMBER.finditer(text, start, end):
        minus = text[max(0, found.start() - 1) : found.start()] in _MINUS
        written = f"-{found[0]}" if minus else found[0]
        yield Figured(written, written, page, found.end(), words_before(text, found.start()))


def _is_minus(text: str, start: int) -> bool:
    """Whether a minus stands before an amount, also where the line broke between the two."""
    return text[max(0, start - 2) : start].rstrip()[-1:] in _MINUS


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """Whether it stands in parentheses by itself, as accounts write what is below nothing."""
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


def words_before(text: str, start: int) -> str:
    """The words that a figure stands behind."""
    words = text[max(0, start - BEFORE) : start].strip()
    return words.split(" ", 1)[-1] if start > BEFORE else words

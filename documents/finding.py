"""Finding a text on pages that a typesetter has broken, hyphenated and ligated."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile
from operator import eq

SHORT = 3
_HYPHENS = re.compile("[\\s\u00ad\u200b\u2010\u2011\u2012\u2013\u2014\\-\u0002\ufffe]+")


def spaced(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def packed(text: str) -> str:
    """The text without white space, hyphens, ligatures and difference of case: what no line break can change."""
    return _HYPHENS.sub("", unicodedata.normalize("NFKC", text)).casefold()


class Pages:
    """The text of a PDF's pages, to be searched."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts

    @cached_property
    def whole(self) -> str:
        """All pages as one spaced text."""
        return spaced("\n".join(self.texts))

    @cached_property
    def _packed(self) -> list["_Packed"]:
        return [_by_words(text) for text in self.texts]

    @cached_property
    def _folded(self) -> str:
        return unicodedata.normalize("NFKC", self.whole).casefold()

    def says(self, text: str, times: int = 1) -> bool:
        """Whether the pages say the text at least so many times, on a page or over the break of two."""
        if _right_to_left(text):
            return all(word in self._folded for word in unicodedata.normalize("NFKC", text).casefold().split())
        found = self.count(text)
        return found >= times or (len(packed(text)) > SHORT and found + self._over_page_breaks(packed(text)) >= times)

    def count(self, text: str) -> int:
        """How often the pages say the text, each page by itself.

        A text of up to three letters or digits must stand alone: the 2 of 2026 is no 2.
        """
        wanted = packed(text)
        return self._alone(text) if len(wanted) <= SHORT else sum(page.text.count(wanted) for page in self._packed)

    def _alone(self, text: str) -> int:
        wanted = unicodedata.normalize("NFKC", spaced(text)).casefold()
        return len(re.findall(_edge(wanted[0], "<!") + re.escape(wanted) + _edge(wanted[-1], "!"), self._folded))

    def _over_page_breaks(self, wanted: str) -> int:
        return sum(_begins(wanted, self._packed[place:]) for place in range(len(self._packed) - 1))


@dataclass(frozen=True, slots=True)
class _Packed:
    """A page without white space, and where its words end."""

    text: str
    ends: tuple[int, ...]

    @property
    def starts(self) -> tuple[int, ...]:
        return (0, *self.ends[:-1])

    def agrees(self, wanted: str, start: int) -> int:
        """How much of the text stands from that place to the end of a word."""
        same = start + sum(takewhile(bool, map(eq, wanted, self.text[start : start + len(wanted)])))
        return max((end for end in self.ends if start < end <= same), default=start) - start


def _by_words(text: str) -> _Packed:
    words = [packed(word) for word in text.split()]
    return _Packed("".join(words), tuple(accumulate(len(word) for word in words)))


def _begins(wanted: str, pages: Sequence[_Packed]) -> bool:
    """Whether the text begins on the first page, breaks at the end of a word, and goes on at a word of the next."""
    starts = [found.start() for found in re.finditer(re.escape(wanted[:SHORT]), pages[0].text)]
    parts = {pages[0].agrees(wanted, start) for start in starts if not pages[0].text.startswith(wanted, start)}
    return any(_goes_on(wanted[part:], pages[1:]) for part in parts - {0})


def _goes_on(rest: str, pages: Sequence[_Packed]) -> bool:
    if not pages:
        return False
    if any(pages[0].text.startswith(rest, start) for start in pages[0].starts):
        return True
    parts = {pages[0].agrees(rest, start) for start in pages[0].starts}
    return any(_goes_on(rest[part:], pages[1:]) for part in parts - {0})


def _right_to_left(text: str) -> bool:
    """Hebrew or Arabic: a PDF tells its words in the order in which they stand on the page."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _edge(char: str, look: str) -> str:
    if char.isdigit():
        return f"(?{look}[0-9])"
    return f"(?{look}[^\\W\\d_])" if char.isalpha() else ""

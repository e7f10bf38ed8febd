"""Finding a text on pages that a typesetter has broken, hyphenated and ligated."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property

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
    def _packed(self) -> list[str]:
        return [packed(text) for text in self.texts]

    @cached_property
    def _folded(self) -> str:
        return unicodedata.normalize("NFKC", self.whole).casefold()

    def says(self, text: str, times: int = 1) -> bool:
        """Whether the pages say the text at least so many times.

        A text of up to three letters or digits must stand alone: the 2 of 2026 is no 2.
        """
        if _right_to_left(text):
            return all(word in self._folded for word in unicodedata.normalize("NFKC", text).casefold().split())
        wanted = packed(text)
        if len(wanted) <= SHORT:
            return self._alone(text) >= times
        count = sum(page.count(wanted) for page in self._packed)
        return count >= times or count + self._over_page_breaks(wanted) >= times

    def _alone(self, text: str) -> int:
        wanted = unicodedata.normalize("NFKC", spaced(text)).casefold()
        return len(re.findall(_edge(wanted[0], "<!") + re.escape(wanted) + _edge(wanted[-1], "!"), self._folded))

    def _over_page_breaks(self, wanted: str) -> int:
        rests = [page.replace(wanted, "\n") for page in self._packed]
        return sum(_broken(wanted, rests[place:]) for place in range(len(rests) - 1))


def _right_to_left(text: str) -> bool:
    """Hebrew or Arabic: a PDF tells its words in the order in which they stand on the page."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _edge(char: str, look: str) -> str:
    if char.isdigit():
        return f"(?{look}[0-9])"
    return f"(?{look}[^\\W\\d_])" if char.isalpha() else ""


def _broken(wanted: str, pages: Sequence[str]) -> bool:
    """Whether the text begins on the first page and goes on over the next ones."""
    begun = _longest_start(wanted, pages[0])
    if not begun:
        return False
    rest = wanted[begun:]
    return len(pages) > 1 and (rest in pages[1] or _broken(rest, pages[1:]))


def _longest_start(wanted: str, page: str) -> int:
    low, high = 0, len(wanted) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in page else (low, middle - 1)
    return low

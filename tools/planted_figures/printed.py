"""Figures planted in the pages of every template's sample as it was printed: changed places, lost signs."""

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from documents.figures.sequences import Figured, Pair, figures_on, parting
from documents.finding import spaced
from documents.manifests import ROOT
from documents.prints import FILE, kept_print

PLANTS = 20
MARKS = ("-{}", "({})", "\u2212{}", "- {}")
WIDTHS = (31, 60, 97)
Pages = list[str]


@dataclass(frozen=True, slots=True)
class Altered:
    """Two texts of one paper, and what has to be named: the page, what stood there, and what stands there now."""

    made: Pages
    found: Pages
    named: frozenset[tuple[int, str, str]]

    @property
    def pairs(self) -> list[Pair]:
        """What is named."""
        return parting(_figures(self.made), _figures(self.found))

    @property
    def caught(self) -> bool:
        """Whether exactly that is named."""
        told = [(old.page, old.written, new.written) for old, new in self.pairs if old and new]
        return len(told) == len(self.pairs) == len(self.named) and frozenset(told) == self.named


def papers() -> list[Path]:
    """The folder of every template whose print was accepted."""
    return sorted(file.parent for file in ROOT.glob(f"*/*/{FILE}"))


def pages_of(folder: Path) -> Pages:
    """The text of each page of a template's sample."""
    kept = kept_print(folder)
    if kept is None:
        raise ValueError(f"{folder} has no print")
    return [spaced("\n".join(line.text for line in page)) for page in kept.pages]


def amounts(pages: Sequence[str]) -> list[Figured]:
    """Amounts with a dollar sign as they stand, none of them negative or enclosed."""
    return [one for one in figures_on(pages) if one.written.startswith("$")]


def exchanged(folder: Path) -> Iterator[Altered]:
    """Two different amounts that changed places."""
    pages = pages_of(folder)
    for first, second in _chosen(pages, folder, 2):
        named = {(first.page, first.written, second.written), (second.page, second.written, first.written)}
        # the later one is written first, so that the place of the other stays
        found = written_anew(written_anew(pages, second, first.written), first, second.written)
        yield Altered(pages, found, frozenset(named))


def unsigned(folder: Path) -> Iterator[Altered]:
    """An amount that was below nothing and lost its minus sign or its parentheses."""
    pages = pages_of(folder)
    for (one,) in _chosen(pages, folder, 1):
        text = pages[one.page - 1]
        if text[one.end - len(one.written) - 1] != " " or one.written == "$0.00":  # nothing has no sign
            continue
        for mark in MARKS:
            if mark == "({})" and text[one.end : one.end + 1] == ")":
                continue
            made, end = written_anew(pages, one, mark.format(one.written)), one.end + mark.index("{")
            (old,) = (each for each in _figures(made) if (each.page, each.end) == (one.page, end))
            yield Altered(made, pages, frozenset({(one.page, old.written, one.written)}))


def broken_elsewhere(folder: Path) -> Iterator[Altered]:
    """The same pages with other line breaks, in which nothing may be named."""
    pages = pages_of(folder)
    for width in WIDTHS:
        found = ["\n".join(textwrap.wrap(page, width, break_long_words=False, break_on_hyphens=False))
                 for page in pages]  # fmt: skip
        yield Altered(pages, found, frozenset())


def written_anew(pages: Pages, one: Figured, words: str) -> Pages:
    """The pages with other words in the place of a figure."""
    text = pages[one.page - 1]
    start = one.end - len(one.written)
    if text[start : one.end] != one.written:
        raise ValueError(f"{one.written} does not stand there")
    return [*pages[: one.page - 1], text[:start] + words + text[one.end :], *pages[one.page :]]


def _figures(pages: Sequence[str]) -> list[Figured]:
    return [one for number, page in enumerate(pages, 1) for one in _on_page(page, number)]


@lru_cache(maxsize=2_000)
def _on_page(page: str, number: int) -> list[Figured]:
    """The figures of one page; most pages are looked at many times."""
    return [replace(one, page=number) for one in figures_on([page])]


def _chosen(pages: Pages, folder: Path, many: int) -> Iterator[list[Figured]]:
    """Some amounts, in their order; of two that change places the values differ."""
    found, chance = amounts(pages), random.Random(f"{folder.parent.name}/{folder.name}")
    if len({one.key for one in found}) < many:
        return
    for _ in range(PLANTS):
        some = sorted(chance.sample(range(len(found)), many))
        if len({found[place].key for place in some}) == many:
            yield [found[place] for place in some]

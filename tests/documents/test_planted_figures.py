"""Figures planted in the pages of every paper: what changed places or lost its sign is named, and nothing else.

The pages are those of each template's sample as it was printed; a plant stands where somebody could put it who alters a
finished PDF.
"""

import random
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from documents.figures.files import Paper
from documents.figures.sequences import Figured, figures_on, parting
from documents.finding import spaced
from documents.manifests import ROOT
from documents.prints import kept_print

PLANTS = 20
PAPERS = sorted(file.parent for file in ROOT.glob("*/*/print.json"))
Pages = list[str]


def named(folder: Path) -> str:
    """A paper by its name, the same on every machine."""
    return f"{folder.parent.name}-{folder.name}"


EVERY = pytest.mark.parametrize("folder", PAPERS, ids=named)


def pages_of(folder: Path) -> Pages:
    kept = kept_print(folder)
    assert kept is not None
    return [spaced("\n".join(line.text for line in page)) for page in kept.pages]


def amounts(pages: Sequence[str]) -> list[Figured]:
    """Amounts with a dollar sign as they stand, none of them negative or enclosed."""
    return [one for one in figures_on(pages) if one.written.startswith("$")]


def written_anew(pages: Pages, one: Figured, words: str) -> Pages:
    text = pages[one.page - 1]
    start = one.end - len(one.written)
    assert text[start : one.end] == one.written
    return [*pages[: one.page - 1], text[:start] + words + text[one.end :], *pages[one.page :]]


def exchanged(pages: Pages, first: Figured, second: Figured) -> Pages:
    """The later one is written first, so that the place of the other stays."""
    return written_anew(written_anew(pages, second, first.written), first, second.written)


def chosen(pages: Pages, folder: Path, many: int) -> Iterator[list[Figured]]:
    """Some amounts, in their order; of two that change places the values differ."""
    found, chance = amounts(pages), random.Random(named(folder))
    if len({one.key for one in found}) < many:
        return
    for _ in range(PLANTS):
        some = sorted(chance.sample(range(len(found)), many))
        if len({found[place].key for place in some}) == many:
            yield [found[place] for place in some]


def told(pairs: Sequence[tuple[Figured | None, Figured | None]]) -> set[tuple[int, str, str]]:
    return {(old.page, old.written, new.written) for old, new in pairs if old and new}


@EVERY
def test_two_amounts_that_changed_places_are_both_named_with_page_and_value(folder: Path) -> None:
    pages = pages_of(folder)
    for first, second in chosen(pages, folder, 2):
        pairs = parting(figures_on(pages), figures_on(exchanged(pages, first, second)))
        assert len(pairs) == 2
        assert told(pairs) == {
            (first.page, first.written, second.written), (second.page, second.written, first.written),
        }  # fmt: skip


@EVERY
@pytest.mark.parametrize("marked", ["-{}", "({})", "\u2212{}", "- {}"])
def test_an_amount_that_lost_its_minus_or_its_parentheses_is_named(folder: Path, marked: str) -> None:
    pages = pages_of(folder)
    for (one,) in chosen(pages, folder, 1):
        before = pages[one.page - 1][one.end - len(one.written) - 1]
        if before != " " or one.written == "$0.00":  # nothing has no sign
            continue
        made = written_anew(pages, one, marked.format(one.written))
        pairs = parting(figures_on(made), figures_on(pages))
        if marked == "({})" and pages[one.page - 1][one.end : one.end + 1] == ")":
            continue
        assert [(new.page, new.written) for _, new in pairs if new] == [(one.page, one.written)]
        assert [old.written for old, _ in pairs if old] != [one.written]


@EVERY
def test_lines_that_break_elsewhere_change_no_figure(folder: Path) -> None:
    pages = pages_of(folder)
    for width in (31, 60, 97):
        broken = ["\n".join(textwrap.wrap(page, width, break_long_words=False, break_on_hyphens=False))
                  for page in pages]  # fmt: skip
        assert parting(figures_on(pages), figures_on(broken)) == []


def test_most_papers_tell_amounts_enough_to_be_planted_in() -> None:
    assert len(PAPERS) >= 35
    assert sum(1 for folder in PAPERS if len({one.key for one in amounts(pages_of(folder))}) > 1) >= 20


def test_bare_numbers_that_changed_places_are_named() -> None:
    made, changed = "He is 81 days behind, 18 months.", "He is 18 days behind, 81 months."
    assert told(parting(figures_on([made]), figures_on([changed]))) == {(1, "81", "18"), (1, "18", "81")}


def test_a_figure_that_is_gone_and_one_that_is_new_are_told_alone() -> None:
    made = "Owed $10.00. Paid $20.00 on May 4, 2026. Then $30.00."
    assert [(old and old.written, new and new.written) for old, new in parting(
        figures_on([made]), figures_on([made.replace("Paid $20.00 on", "Paid on")])
    )] == [("$20.00", None)]  # fmt: skip
    added = parting(figures_on([made]), figures_on([made.replace("Then", "Then $5.00 and")]))
    assert [(old, new and new.written) for old, new in added] == [(None, "$5.00")]


def test_an_altered_word_file_is_compared_in_its_order_and_with_its_signs() -> None:
    text = "Owed $10.00, paid $20.00, returned -$5.00."
    for word, found in (
        ("Owed $20.00, paid $10.00, returned -$5.00.", {"$20.00", "$10.00"}),
        ("Owed $10.00, paid $20.00, returned $5.00.", {"$5.00"}),
        ("Owed $10.00, paid $20.00, returned ($5.00).", {"($5.00)"}),
        ("Owing $10.00; paid $20.00; returned -$5.00.", set()),
    ):
        paper = Paper(text, (), word, [text], [text])
        assert {one.found for one in paper.strange()} == found

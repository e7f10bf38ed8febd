"""Figures planted in the pages of every paper and in packets: what is wrong is named with both places, nothing else.

The pages are those of each template's sample as it was printed; a plant stands where somebody could put it who alters a
finished PDF. Every hearing of the made-up county is planted in by ``python -m tools.planted_figures``.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from documents.binding import bundle_now
from documents.figures.checking import compared
from documents.figures.files import Paper
from documents.figures.sequences import Figured, figures_on, parting
from kernel.disclosure import Audience
from tests.county import DAY
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, Desk
from tools.planted_figures.honest import AS_THEY_ARE, EXHIBITS, KEPT_OTHERWISE, WRITTEN_ANEW
from tools.planted_figures.plants import EXHIBIT, FACTS, PDF, WORD, Plant
from tools.planted_figures.printed import amounts, broken_elsewhere, exchanged, pages_of, papers, unsigned
from tools.planted_figures.run import in_packets
from tools.planted_figures.tally import Tally

PAPERS = papers()
EVERY = pytest.mark.parametrize("folder", PAPERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")


def told(pairs: Sequence[tuple[Figured | None, Figured | None]]) -> set[tuple[int, str, str]]:
    return {(old.page, old.written, new.written) for old, new in pairs if old and new}


@EVERY
def test_two_amounts_that_changed_places_are_both_named_with_page_and_value(folder: Path) -> None:
    for one in exchanged(folder):
        assert len(one.named) == len(one.pairs) == 2
        assert told(one.pairs) == one.named


@EVERY
def test_an_amount_that_lost_its_minus_or_its_parentheses_is_named(folder: Path) -> None:
    for one in unsigned(folder):
        assert len(one.pairs) == 1
        assert told(one.pairs) == one.named


@EVERY
def test_lines_that_break_elsewhere_change_no_figure(folder: Path) -> None:
    for one in broken_elsewhere(folder):
        assert one.pairs == []


def test_a_figure_planted_in_any_document_of_a_packet_is_caught_and_an_honest_packet_is_built(desk: Desk) -> None:
    with desk.database.reading() as db:
        bundles = [
            bundle_now(db, 1, desk.hearings[case_no], as_of=DAY, audience=Audience.INTERNAL).bundle
            for case_no in (SHOW_CAUSE, PROTECTED, REVIEW)
        ]
    tally = Tally()
    assert in_packets(tally, bundles, seed=7, say=lambda _words: None) == 3
    assert tally.wrong == []
    assert tally.planted == tally.found
    assert tally.planted == {FACTS: 3, WORD: 3, PDF: 3, EXHIBIT: 3}
    assert set(tally.honest) == {AS_THEY_ARE, WRITTEN_ANEW, KEPT_OTHERWISE, EXHIBITS}


def test_a_plant_that_nobody_names_is_told_as_missed(desk: Desk) -> None:
    tally = Tally()
    with desk.database.reading() as db:
        of = bundle_now(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY, audience=Audience.INTERNAL)
    tally.plant(Plant(PDF, "Fact sheet", "$9,999.99", of.bundle), compared(of.bundle))
    assert (tally.planted[PDF], tally.found[PDF]) == (1, 0)
    assert tally.wrong[0].startswith("missed: $9,999.99 in the PDF of Fact sheet")
    assert "missed or false alarms: 1" in tally.lines()


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

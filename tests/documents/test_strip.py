"""The strip calendar as a picture: small, whole, and the same on screen and page."""

import itertools
import re
from collections import defaultdict
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from documents.drawn import png, svg
from documents.strip import CELL, WIDE, strip_drawing
from law.asking import asked
from law.rule import Rule
from law.states import StateLaw, law_of
from law.strip import strip
from tests.law.every_rule import EVERY, answered

NC = law_of("NC")
CONTEMPT = asked(NC, "nc.notice.civil-contempt", date(2026, 10, 8))
ONE_METHOD = [case for case in EVERY if str(case.id).endswith("no method")]


def words_of(drawing: bytes) -> list[str]:
    """Every text of an SVG, from the top down."""
    return ["".join(node.itertext()).strip() for node in ET.fromstring(drawing).iter() if _is_text(node)]


def _is_text(node: ET.Element) -> bool:
    return node.tag.endswith("}text") or node.tag == "text"


def test_the_picture_says_each_day_its_number_and_why_it_is_left_out() -> None:
    told = words_of(svg(strip_drawing(strip(CONTEMPT))))
    assert {"Oct 8, 2026", "given day", "last safe day", "Oct 12", "Columbus Day", "other reading", "first day"} <= set(
        told
    )
    assert [word for word in told if word.isdigit()] == ["1", "2", "3", "4", "5"]
    assert told.count("not counted") == 2


def test_the_picture_needs_no_colour() -> None:
    colours = set(re.findall(rb"(?:fill|stroke): ?(rgb\([^)]*\)|#[0-9a-fA-F]+)", svg(strip_drawing(strip(CONTEMPT)))))
    assert colours
    for colour in colours:
        parts = re.findall(rb"[0-9]+", colour)
        assert len(set(parts)) == 1, colour


def test_the_same_count_is_the_same_picture() -> None:
    assert png(strip_drawing(strip(CONTEMPT))) == png(strip_drawing(strip(CONTEMPT)))


@pytest.mark.parametrize(("law", "rule", "method"), ONE_METHOD)
def test_the_strip_of_every_rule_is_drawn_on_at_most_a_page_and_no_word_leaves_its_cell(
    law: StateLaw, rule: Rule, method: str
) -> None:
    drawing = strip_drawing(strip(answered(law, rule, method)))
    assert drawing.width == WIDE
    assert drawing.height < 9 * 72
    for text in _texts(drawing):
        left, _, right, _ = text.getBounds()
        assert left >= -0.5
        assert right <= WIDE + 0.5
    _no_two_words_stand_on_one_another(drawing)


def _no_two_words_stand_on_one_another(drawing: object) -> None:
    lines: dict[float, list[tuple[float, float, str]]] = defaultdict(list)
    for text in _texts(drawing):
        left, _, right, _ = text.getBounds()
        lines[round(text.y, 1)].append((left, right, text.text))
    for line in lines.values():
        line.sort()
        for (_, end, first), (start, _, second) in itertools.pairwise(line):
            assert end <= start + 0.5, (first, second)


def _texts(drawing: object) -> list[object]:
    return [node for node in drawing.contents if type(node).__name__ == "String"]  # type: ignore[attr-defined]


def test_a_cell_is_wide_enough_for_the_longest_label() -> None:
    drawing = strip_drawing(strip(CONTEMPT))
    assert max(text.getBounds()[2] - text.getBounds()[0] for text in _texts(drawing)) < CELL  # type: ignore[attr-defined]

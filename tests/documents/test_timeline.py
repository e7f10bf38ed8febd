"""Service of process as a picture, for screen, Word and PDF."""

import io
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from PIL import Image

from documents.drawn import png, svg
from documents.manifests import template_named, templates
from documents.pictures import PICTURES
from documents.timeline import Tried, timeline_drawing

HEARING, LAST = date(2026, 12, 10), date(2026, 12, 2)
FAILED = Tried("Motion and order to show cause", date(2026, 9, 3), date(2026, 9, 20), None, None)
SERVED = Tried("Alias order", date(2026, 10, 1), date(2026, 10, 12), date(2026, 10, 12), date(2026, 10, 20))
NEVER = Tried("Notice of hearing", None, None, None, None)


def words(*tries: Tried, last: date | None = LAST) -> list[str]:
    """Every text of the picture as the screen shows it."""
    tree = ET.fromstring(svg(timeline_drawing(tries, hearing_on=HEARING, last_day_to_serve=last)))
    return ["".join(each.itertext()) for each in tree.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_picture_has_one_size_whatever_the_number_of_papers(count: int) -> None:
    drawing = timeline_drawing([SERVED] * count, hearing_on=HEARING, last_day_to_serve=LAST)
    picture = Image.open(io.BytesIO(png(drawing)))
    assert (picture.size, picture.format) == ((1404, 408), "PNG")


def test_the_hearing_and_the_last_day_to_serve_are_named() -> None:
    said = words(FAILED, SERVED)
    assert "Hearing 12/10/2026" in said
    assert "Last day to serve 12/02/2026" in said
    assert not any("Last day" in each for each in words(FAILED, last=None))


def test_papers_stand_in_their_order_and_one_without_any_day_has_no_lane() -> None:
    said = words(FAILED, NEVER, SERVED)
    lanes = [each for each in said if each in (FAILED.paper, SERVED.paper, NEVER.paper)]
    assert lanes == [FAILED.paper, SERVED.paper]


def test_with_nothing_issued_the_picture_says_so() -> None:
    assert "No paper issued for service" in words(NEVER)


def test_more_papers_than_fit_show_the_newest() -> None:
    many = [Tried(f"Order {number}", date(2026, 1, number), None, None, None) for number in range(1, 9)]
    assert [each for each in words(*many) if each.startswith("Order")] == [f"Order {number}" for number in range(4, 9)]


def test_served_is_told_from_tried_in_black_and_white() -> None:
    served = Tried("Alias order", None, date(2026, 10, 12), date(2026, 10, 12), None)
    tried = Tried("Alias order", None, date(2026, 10, 12), None, None)

    def ink(one: Tried) -> int:
        picture = Image.open(io.BytesIO(png(timeline_drawing([one], hearing_on=HEARING, last_day_to_serve=None))))
        return sum(picture.convert("1").crop((440, 110, 620, 200)).histogram()[:128])

    assert ink(served) > 1.5 * ink(tried)


def test_the_same_service_gives_the_same_bytes() -> None:
    one = timeline_drawing([FAILED, SERVED], hearing_on=HEARING, last_day_to_serve=LAST)
    again = timeline_drawing([FAILED, SERVED], hearing_on=HEARING, last_day_to_serve=LAST)
    assert (png(one), svg(one)) == (png(again), svg(again))


def test_every_picture_that_a_template_shows_can_be_drawn_from_its_sample() -> None:
    sheet = template_named("nc/fact-sheet", templates("nc"))
    assert {picture.name for picture in sheet.manifest.pictures} == set(PICTURES)
    for picture in sheet.manifest.pictures:
        assert png(PICTURES[picture.name](sheet.sample_facts())).startswith(b"\x89PNG")

"""The clerk's stamp: added after the document's own bytes, upright and in view, in the courthouse's time."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject, RectangleObject, StreamObject

from documents.embedded import fonts_not_embedded
from documents.reading import page_texts
from filings.file_stamp import EDGE, HIGH, WIDE, initials, stamp_lines, stamped

Draw = Callable[..., bytes]
LINES = ("FILED", "Mecklenburg County", "November 21, 2026, 5:48 p.m. EST", "Envelope E-000017 · Clerk RC")


def _picture(pdf: bytes) -> Image.Image:
    """The first page as it is seen, a pixel for a point."""
    opened = pypdfium2.PdfDocument(pdf)
    picture = opened[0].render(scale=1).to_pil().convert("L")
    opened.close()
    return picture


def _changed(pdf: bytes, rotate: int = 0, crop: tuple[float, ...] | None = None, loose: bytes = b"") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    page = writer.pages[0]
    page[NameObject("/Rotate")] = NumberObject(rotate)
    if crop:
        page[NameObject("/CropBox")] = RectangleObject(crop)
    if loose:
        stream = StreamObject()
        stream.set_data(page.get_contents().get_data() + loose)
        page[NameObject("/Contents")] = writer._add_object(stream)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_the_stamp_says_filed_where_when_in_which_envelope_and_by_whom(drawn: Draw) -> None:
    said = page_texts(stamped(drawn("A motion."), LINES))[0]
    assert [line for line in (*LINES, "A motion.") if line not in said] == []


def test_the_documents_own_bytes_stand_unchanged_before_the_stamp(drawn: Draw) -> None:
    original = drawn("A motion.", "Page two.")
    made = stamped(original, LINES)
    assert made.startswith(original)
    assert page_texts(made)[1:] == page_texts(original)[1:]


def test_the_stamps_fonts_are_inside_the_file(drawn: Draw) -> None:
    assert fonts_not_embedded(stamped(drawn("A motion."), LINES)) == ()


def test_the_same_stamp_makes_the_same_bytes(drawn: Draw) -> None:
    original = drawn("A motion.")
    assert stamped(original, LINES) == stamped(original, LINES)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (30, 40, 500, 700)])
def test_the_stamp_is_upright_at_the_top_right_of_the_page_as_it_is_seen(
    drawn: Draw, rotate: int, crop: tuple[float, ...] | None
) -> None:
    page = _changed(drawn("A motion."), rotate, crop)
    seen = _picture(stamped(page, LINES))
    added = ImageChops.difference(seen, _picture(page)).getbbox()
    assert added is not None
    left, top, right, bottom = added
    assert (right, top) == (pytest.approx(seen.width - EDGE, abs=2), pytest.approx(EDGE, abs=2))
    assert (right - left, bottom - top) == (pytest.approx(WIDE, abs=2), pytest.approx(HIGH, abs=2))
    assert _differs(seen.crop(added), _upright(drawn)) < 12


def _upright(drawn: Draw) -> Image.Image:
    """The stamp on a plain page."""
    page = drawn("A motion.")
    seen = _picture(stamped(page, LINES))
    return seen.crop(ImageChops.difference(seen, _picture(page)).getbbox())


def _differs(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart on average, from 0 to 255."""
    return ImageStat.Stat(ImageChops.difference(one.resize(other.size), other)).mean[0]


def test_an_upside_down_stamp_would_be_noticed(drawn: Draw) -> None:
    upright = _upright(drawn)
    assert _differs(upright.rotate(180), upright) > 20


def test_a_page_that_leaves_its_coordinates_changed_does_not_move_the_stamp(drawn: Draw) -> None:
    page = _changed(drawn("A motion."), loose=b"\n3 0 0 3 200 -500 cm 1 0 0 rg\n")
    seen = _picture(stamped(page, LINES))
    left, top, right, bottom = ImageChops.difference(seen, _picture(page)).getbbox()
    assert (right - left, bottom - top) == (pytest.approx(WIDE, abs=2), pytest.approx(HIGH, abs=2))
    assert _differs(seen.crop((left, top, right, bottom)), _upright(drawn)) < 12


@pytest.mark.parametrize(
    ("at", "zone", "said"),
    [
        (datetime(2026, 11, 21, 22, 48, tzinfo=UTC), "America/New_York", "November 21, 2026, 5:48 p.m. EST"),
        (datetime(2026, 11, 22, 3, 5, tzinfo=UTC), "America/New_York", "November 21, 2026, 10:05 p.m. EST"),
        (datetime(2026, 7, 1, 16, 0, tzinfo=UTC), "America/New_York", "July 1, 2026, 12:00 p.m. EDT"),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "America/New_York", "November 1, 2026, 1:30 a.m. EDT"),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "America/New_York", "November 1, 2026, 1:30 a.m. EST"),
        (datetime(2026, 3, 8, 10, 0, tzinfo=UTC), "America/Los_Angeles", "March 8, 2026, 3:00 a.m. PDT"),
    ],
)
def test_the_time_is_the_courthouses_own_also_when_clocks_change(at: datetime, zone: str, said: str) -> None:
    lines = stamp_lines(county="Mecklenburg", at=at, zone=zone, number="E-000017", initials="RC")
    assert lines == ("FILED", "Mecklenburg County", said, "Envelope E-000017 · Clerk RC")


@pytest.mark.parametrize(
    ("name", "short"), [("Riley Clerk", "RC"), ("Mary-Kate Cole", "MKC"), ("Ángel Nuñez", "ÁN"), ("Cher", "C")]
)
def test_initials_are_the_first_letters_of_a_name(name: str, short: str) -> None:
    assert initials(name) == short

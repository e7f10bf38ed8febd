"""Pages of exhibits, of any size, turned and cropped, brought to Letter: upright, whole, and with their label."""

import io

import pypdfium2
import pytest
from PIL import ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.generic import FloatObject, NameObject, RectangleObject
from reportlab.pdfgen.canvas import Canvas

from documents.exhibit.opening import rebuild
from documents.packet.building import build_packet
from documents.packet.covers import Cover
from documents.packet.parts import Part

INK = (200, 30, 30)


def drawn(wide: int, high: int, *, left: int = 0, bottom: int = 0) -> bytes:
    """A page with a red corner at its lower left and a word at its top."""
    held = io.BytesIO()
    canvas = Canvas(held, (wide + left, high + bottom), invariant=1)
    canvas.translate(left, bottom)
    canvas.setFillColorRGB(*(value / 255 for value in INK))
    canvas.rect(0, 0, wide / 4, high / 8, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(wide / 4, high * 0.9, "PAY STUB")
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def as_exhibit(pdf: bytes) -> pypdfium2.PdfPage:
    clean = rebuild(pdf).pdf
    made = build_packet(Cover("P", "", "P"), [Part("Ex. A", "Scan", clean, mark="A", fit=True, sticker="EXHIBIT A")])
    return pypdfium2.PdfDocument(made.pdf)[2]


def changed(pdf: bytes, *, rotate: int = 0, crop: tuple[int, ...] | None = None, unit: float = 1) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    page = writer.pages[0]
    page.rotate(rotate)
    if crop:
        page.cropbox = RectangleObject(crop)  # type: ignore[arg-type]
    if unit != 1:
        page[NameObject("/UserUnit")] = FloatObject(unit)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def corner(page: pypdfium2.PdfPage) -> tuple[int, int, int, int]:
    """Where the red corner is seen: left, bottom, right, top in points from the lower left of the page."""
    seen = page.render(scale=1).to_pil().convert("RGB")
    red, green, _ = seen.split()
    found = ImageChops.darker(
        red.point(lambda value: 255 if value > 150 else 0), green.point(lambda value: 255 if value < 90 else 0)
    ).getbbox()
    assert found is not None
    left, top, right, bottom = found
    return left, seen.height - bottom, right, seen.height - top


@pytest.mark.parametrize(
    ("pdf", "size"),
    [
        (drawn(612, 792), (612, 792)),
        (drawn(595, 842), (612, 792)),
        (drawn(612, 1008), (612, 792)),
        (drawn(300, 200), (792, 612)),
        (drawn(842, 595), (792, 612)),
        (changed(drawn(612, 792), rotate=90), (792, 612)),
        (changed(drawn(306, 396), unit=2), (612, 792)),
        (changed(drawn(400, 500, left=50, bottom=60), crop=(50, 60, 450, 560)), (612, 792)),
    ],
    ids=["letter", "A4", "legal", "receipt", "A4 wide", "turned", "user units", "cropped"],
)
def test_every_page_of_an_exhibit_is_a_letter_page(pdf: bytes, size: tuple[int, int]) -> None:
    assert tuple(round(side) for side in as_exhibit(pdf).get_size()) == size


def test_what_is_smaller_keeps_its_size_in_the_middle() -> None:
    assert corner(as_exhibit(drawn(200, 300))) == pytest.approx((206, 246, 256, 283), abs=2)


def test_what_is_larger_is_scaled_down_and_leaves_room_for_the_foot() -> None:
    left, bottom, right, top = corner(as_exhibit(drawn(1224, 1584)))
    assert left >= 17
    assert bottom >= 39
    assert (right - left) / (top - bottom) == pytest.approx((1224 / 4) / (1584 / 8), abs=0.1)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_seen_as_it_was_turned(rotate: int) -> None:
    left, bottom, right, top = corner(as_exhibit(changed(drawn(400, 600), rotate=rotate)))
    wide, high = (612, 792) if rotate % 180 == 0 else (792, 612)
    assert ((left + right) / 2 < wide / 2, (bottom + top) / 2 < high / 2) == {
        0: (True, True), 90: (True, False), 180: (False, False), 270: (False, True),
    }[rotate]  # fmt: skip


def test_what_was_cropped_away_stays_away() -> None:
    whole = drawn(400, 600)
    made = as_exhibit(changed(whole, crop=(0, 300, 400, 600)))
    assert "PAY STUB" in made.get_textpage().get_text_bounded()
    with pytest.raises(AssertionError):
        corner(made)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (100, 200, 500, 700)])
def test_address_and_sticker_stand_upright_at_the_foot_of_what_is_seen(
    rotate: int, crop: tuple[int, ...] | None
) -> None:
    page = as_exhibit(changed(drawn(612, 792), rotate=rotate, crop=crop))
    wide, high = page.get_size()
    text = page.get_textpage()
    assert "A-1" in text.get_text_bounded(left=wide / 2, bottom=0, right=wide, top=high / 20)
    assert "EXHIBIT A" in text.get_text_bounded(left=wide / 2, bottom=0, right=wide, top=high / 10)


def test_a_foot_on_a_dark_scan_stands_on_white() -> None:
    held = io.BytesIO()
    canvas = Canvas(held, (612, 792), invariant=1)
    canvas.rect(0, 0, 612, 792, fill=1)
    canvas.save()
    seen = as_exhibit(held.getvalue()).render(scale=1).to_pil().convert("L")
    label = seen.crop((36, 792 - 28, 42, 792 - 19))
    assert label.getextrema()[1] > 200


def test_a_page_of_a_paper_keeps_its_own_size() -> None:
    made = build_packet(Cover("P", "", "P"), [Part("1", "Paper", drawn(595, 842))])
    assert [round(float(side)) for side in PdfReader(io.BytesIO(made.pdf)).pages[2].mediabox] == [0, 0, 595, 842]

"""A picture that does not go through LibreOffice stands in the PDF point for point."""

import io
import os
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Inches
from PIL import Image

from infra.converter import to_pdf
from infra.finished_pdf import NotAPdf, finished
from infra.office import Office
from infra.set_aside import set_aside
from infra.word_file import written_at


def _drawn(size: tuple[int, int], mode: str = "RGB", seed: int = 0) -> bytes:
    """A picture with lines and a run of colours, as PNG."""
    picture, held = Image.linear_gradient("L").resize(size).convert(mode), io.BytesIO()
    for place in range(0, min(size), 7):
        picture.putpixel((place, (place + seed) % size[1]), 255 if mode == "L" else (255, 0, 0, 255)[: len(mode)])
    picture.save(held, "PNG")
    return held.getvalue()


def _paper(*pictures: bytes) -> bytes:
    paper, held = docx.Document(), io.BytesIO()
    paper.add_paragraph("Payments of the last year")
    for picture in pictures:
        paper.add_picture(io.BytesIO(picture), width=Inches(2))
    paper.save(held)
    return held.getvalue()


def _images(pdf: bytes) -> list[bytes]:
    """The points of every picture of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        images = [one for page in document for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        return [image.get_bitmap().to_pil().convert("RGB").tobytes() for image in images]


def _points(png: bytes) -> bytes:
    return Image.open(io.BytesIO(png)).convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_plain_picture_stands_in_the_pdf_point_for_point(mode: str) -> None:
    picture = _drawn((300, 200), mode)
    assert len(set_aside(_paper(picture))[1]) == 1
    assert _images(to_pdf(_paper(picture)).data) == [_points(picture)]


def test_each_of_several_pictures_of_one_size_comes_back_to_its_own_place() -> None:
    pictures = [_drawn((300, 200), seed=seed) for seed in range(3)]
    assert _images(to_pdf(_paper(*pictures)).data) == [_points(picture) for picture in pictures]


def test_the_same_picture_twice_is_kept_once_and_shown_twice() -> None:
    picture = _drawn((300, 200))
    assert _images(to_pdf(_paper(picture, picture)).data) == [_points(picture)] * 2


def test_a_picture_as_small_as_a_stand_in_is_never_taken_for_one() -> None:
    small, large = _drawn((32, 32)), _drawn((300, 200))
    assert _images(to_pdf(_paper(small, large)).data) == [_points(small), _points(large)]


@pytest.mark.parametrize("mode", ["RGBA", "P", "LA"])
def test_transparent_and_palette_pictures_go_through_libreoffice(mode: str) -> None:
    held = io.BytesIO()
    Image.open(io.BytesIO(_drawn((300, 200)))).convert(mode).save(held, "PNG")
    word = _paper(held.getvalue())
    assert set_aside(word) == (word, ())
    assert len(_images(to_pdf(word).data)) == 1


def test_a_photograph_is_left_to_libreoffice_which_packs_it_smaller() -> None:
    held = io.BytesIO()
    Image.frombytes("RGB", (600, 600), os.urandom(600 * 600 * 3)).save(held, "PNG")
    assert set_aside(_paper(held.getvalue()))[1] == ()
    assert len(to_pdf(_paper(held.getvalue())).data) < len(held.getvalue())


def _changed(how: str) -> bytes:
    """A paper whose picture is cropped, or drawn in other colours."""
    paper, held = docx.Document(io.BytesIO(_paper(_drawn((300, 200))))), io.BytesIO()
    (fill,) = paper.element.body.iter(qn("pic:blipFill"))
    if how == "cropped":
        fill.insert(1, fill.makeelement(qn("a:srcRect"), {"l": "20000"}))
    else:
        blip = fill.find(qn("a:blip"))
        blip.append(blip.makeelement(qn("a:grayscl"), {}))
    paper.save(held)
    return held.getvalue()


@pytest.mark.parametrize("how", ["cropped", "in grey"])
def test_a_picture_that_the_paper_changes_goes_through_libreoffice(how: str) -> None:
    word = _changed(how)
    assert set_aside(word) == (word, ())
    assert len(_images(to_pdf(word).data)) == 1


def test_a_pdf_without_the_stand_in_of_a_picture_is_not_passed_on() -> None:
    word, (picture,) = set_aside(_paper(_drawn((300, 200))))
    office = Office()
    try:
        without = office.convert(_paper(), 30)
        assert finished(office.convert(word, 30), made_at=written_at(word), pictures=1, aside=[picture]).pages == 1
        with pytest.raises(NotAPdf, match="shows 0 of 1 pictures"):
            finished(without, made_at=written_at(word), pictures=1, aside=[picture])
    finally:
        office.close()


def test_alternative_text_and_title_are_not_touched(tmp_path: Path) -> None:
    paper, held = docx.Document(io.BytesIO(_paper(_drawn((300, 200))))), io.BytesIO()
    (drawn,) = paper.element.body.iter(qn("wp:docPr"))
    drawn.set("descr", "Ordered and paid in each month")
    paper.save(held)
    with pikepdf.open(io.BytesIO(to_pdf(held.getvalue()).data)) as pdf:
        alt = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "Ordered and paid in each month" in " ".join(alt)

"""Scans that can be searched: the words are read where the machine has the part for it, and are not seen."""

import io

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from documents.exhibit import searching
from documents.exhibit.opening import rebuild
from documents.exhibit.searching import made_searchable, reads_scans
from documents.packet.accessibility import accessibility
from documents.packet.building import build_packet
from documents.packet.covers import Cover
from documents.packet.parts import Part
from documents.reading import page_texts
from documents.sheets import Sheets

needs_tesseract = pytest.mark.skipif(not reads_scans(), reason="the part that reads scans is not installed")


def scan(*, rotate: int = 0) -> bytes:
    """A page that is a picture of text, turned in the scanner and turned back by its reader."""
    sheets = Sheets()
    sheets.paragraph("Pay stub of March\nGross wages 2,140.00", 100, 400, size=24)
    sheets.turn()
    seen = pypdfium2.PdfDocument(sheets.finished())[0].render(scale=2).to_pil().rotate(rotate, expand=True)
    held = io.BytesIO()
    Image.Image.save(seen.convert("L"), held, "PDF", resolution=144)
    writer = PdfWriter(clone_from=io.BytesIO(held.getvalue()))
    writer.pages[0].rotate(rotate)
    made = io.BytesIO()
    writer.write(made)
    return rebuild(made.getvalue()).pdf


def report(pdf: bytes) -> tuple[str, ...]:
    built = build_packet(Cover("P", "", "P"), [Part("Ex. A", "Scan", pdf, mark="A", fit=True)])
    return accessibility(built.pdf, built.page_map).silent


@needs_tesseract
@pytest.mark.parametrize("rotate", [0, 90])
def test_the_words_of_a_scan_are_found_and_the_page_looks_as_it_did(rotate: int) -> None:
    before = scan(rotate=rotate)
    after = made_searchable(before)
    assert page_texts(before)[0].strip() == ""
    assert "Gross wages" in " ".join(page_texts(after)[0].split())
    pictures = [pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().tobytes() for pdf in (before, after)]
    assert pictures[0] == pictures[1]
    assert (report(before), report(after)) == (("A-1",), ())


@needs_tesseract
def test_the_words_stand_where_they_are_seen() -> None:
    text = pypdfium2.PdfDocument(made_searchable(scan()))[0].get_textpage()
    assert "Gross" in text.get_text_bounded(left=90, bottom=660, right=420, top=710)


@needs_tesseract
def test_the_same_scan_gives_the_same_bytes() -> None:
    before = scan()
    assert made_searchable(before) == made_searchable(before)


def test_a_page_with_words_and_a_machine_without_the_part_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = Sheets()
    sheets.write("Lease", 100)
    sheets.turn()
    lease = sheets.finished()
    assert made_searchable(lease) == lease
    monkeypatch.setattr(searching, "PROGRAM", "no-such-program")
    before = scan()
    assert made_searchable(before) == before
    assert len(PdfReader(io.BytesIO(before)).pages) == 1

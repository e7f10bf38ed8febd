"""A court's system sends back a file that is encrypted, active, unsearchable or of the wrong size: we see it first."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from filings.look import Look, look

Draw = Callable[..., bytes]


def _changed(pdf: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    change(writer)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _canvas(size: tuple[float, float], text: str = "") -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, size)
    if text:
        canvas.drawString(72, 600, text)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def _action(writer: PdfWriter, action: dict[str, str]) -> None:
    """A link on the first page that does something else than to go to a page."""
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), target_page_index=0))
    annotations = writer.pages[0]["/Annots"].get_object()
    link = annotations[0].get_object()
    link.pop("/Dest", None)
    link[NameObject("/A")] = DictionaryObject({NameObject(key): NameObject(value) for key, value in action.items()})


def test_a_paper_of_our_own_has_nothing_to_be_said_against_it(drawn: Draw) -> None:
    seen = look(drawn("first page", "second page"))
    assert (seen.readable, seen.encrypted, seen.pages) == (True, False, 2)
    assert (seen.without_text, seen.not_letter, seen.active, seen.fonts_outside) == ((), (), (), ())
    assert "second page" in seen.told


def test_a_page_without_text_is_named_by_its_number(drawn: Draw) -> None:
    blank = _changed(drawn("words"), lambda writer: writer.add_blank_page())
    assert look(blank).without_text == (2,)


def test_a_page_that_is_not_letter_is_named_by_its_number() -> None:
    assert look(_canvas(A4, "words")).not_letter == (1,)


def test_a_letter_page_on_its_side_is_still_letter() -> None:
    assert look(_canvas((LETTER[1], LETTER[0]), "words")).not_letter == ()


def test_a_font_that_is_not_inside_the_file_is_named() -> None:
    assert look(_canvas(LETTER, "words")).fonts_outside == ("Helvetica",)


def test_an_encrypted_file_is_told_as_such(drawn: Draw) -> None:
    locked = _changed(drawn("words"), lambda writer: writer.encrypt("secret", algorithm="AES-256"))
    assert look(locked) == Look(encrypted=True)


@pytest.mark.parametrize("broken", [b"", b"no PDF at all", b"%PDF-1.7\nand then nothing"])
def test_a_file_that_is_no_pdf_is_not_readable(broken: bytes) -> None:
    assert look(broken) == Look(readable=False)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            lambda writer: writer.root_object.update({
                NameObject("/OpenAction"): DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})
            }),
            "a script",
        ),
        (lambda writer: writer.add_attachment("notes.txt", b"notes"), "an embedded file"),
        (lambda writer: _action(writer, {"/S": "/Launch", "/F": "/calc"}), "a command that starts a program"),
        (lambda writer: _action(writer, {"/S": "/SubmitForm"}), "a button that sends data"),
        (lambda writer: _action(writer, {"/S": "/GoToR"}), "a link to another file"),
        (
            lambda writer: writer.pages[0].update({NameObject("/AA"): DictionaryObject()}),
            "an action of its own",
        ),
        (
            lambda writer: writer.root_object.update({
                NameObject("/AcroForm"): DictionaryObject({NameObject("/XFA"): ArrayObject([TextStringObject("x")])})
            }),
            "a form that is a program",
        ),
    ],
)  # fmt: skip
def test_active_content_is_found_wherever_it_hides(
    drawn: Draw, change: Callable[[PdfWriter], object], found: str
) -> None:
    assert found in look(_changed(drawn("words"), change)).active


def test_a_link_to_another_page_is_not_active_content(drawn: Draw) -> None:
    linked = _changed(
        drawn("one", "two"), lambda writer: writer.add_annotation(0, Link(rect=(0, 0, 9, 9), target_page_index=1))
    )
    assert look(linked).active == ()


def test_the_title_of_a_file_is_read_as_well_as_its_pages(drawn: Draw) -> None:
    titled = _changed(drawn("words"), lambda writer: writer.add_metadata({"/Title": "12 Hidden Lane"}))
    assert "12 Hidden Lane" in look(titled).told

"""LibreOffice makes the PDF, and nothing that goes wrong with it passes for one."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest

from infra import converter
from infra.converter import ConverterFailed, to_pdf
from infra.office_profile import warm_profile
from infra.word_file import NotAWordFile

NAMES = "Smith & Sons <Concrete>, NUÑEZ, O'DELL, 李"


def _paper(text: str = NAMES, pages: int = 1) -> bytes:
    paper, held = docx.Document(), io.BytesIO()
    for page in range(pages):
        paper.add_paragraph(text)
        if page + 1 < pages:
            paper.add_page_break()
    paper.save(held)
    return held.getvalue()


def _changed(word: bytes, name: str, data: bytes) -> bytes:
    """The same Word file with one part more, or another one in its place."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(held, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, data)
    return held.getvalue()


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return " ".join(page.get_textpage().get_text_bounded() for page in opened)


def _stand_in(folder: Path, script: str) -> str:
    """A program in LibreOffice's place that misbehaves as told."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def test_a_word_file_becomes_a_pdf_with_its_text_and_pages() -> None:
    pdf = to_pdf(_paper(pages=3))
    assert pdf.pages == 3
    assert pdf.data.startswith(b"%PDF-")
    assert NAMES in _text(pdf.data)


def test_the_same_word_file_gives_the_same_bytes_on_every_profile() -> None:
    word = _paper()
    script = "import sys; from infra.converter import to_pdf\n"
    script += "sys.stdout.buffer.write(to_pdf(sys.stdin.buffer.read()).data)"
    elsewhere = subprocess.run([sys.executable, "-c", script], input=word, capture_output=True, check=True)
    assert elsewhere.stdout == to_pdf(word).data


def test_papers_that_differ_give_pdfs_of_different_identity() -> None:
    first, second = (to_pdf(_paper(text)).data for text in ("one", "two"))
    assert first.rpartition(b"/ID")[2] != second.rpartition(b"/ID")[2]


@pytest.mark.parametrize(
    ("junk", "why"),
    [(b"", "empty or damaged"), (os.urandom(5000), "empty or damaged"),
     (b"PK\x03\x04" + b"\0" * 500, "empty or damaged"),
     (_paper()[:-2000], "empty or damaged"), (_paper()[:-30], "empty or damaged")],
    ids=["empty", "random", "a zip that is none", "cut off", "cut in the directory"],
)  # fmt: skip
def test_bytes_that_are_no_word_file_are_refused_before_anything_opens_them(junk: bytes, why: str) -> None:
    with pytest.raises(NotAWordFile, match=why):
        to_pdf(junk)


def test_a_zip_without_a_document_is_no_word_file() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(NotAWordFile, match="no document inside"):
        to_pdf(held.getvalue())


def test_a_word_file_that_fetches_something_from_outside_is_refused() -> None:
    outside = b"""<?xml version="1.0"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
     Target="http://example.test/template.dotm" TargetMode="External"/></Relationships>"""
    with pytest.raises(NotAWordFile, match="fetches something from outside"):
        to_pdf(_changed(_paper(), "word/_rels/settings.xml.rels", outside))


def test_a_word_file_that_declares_entities_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>'
    with pytest.raises(NotAWordFile, match="declares entities"):
        to_pdf(_changed(_paper(), "word/document.xml", bomb))


def test_a_word_file_that_slips_out_of_its_folder_is_refused() -> None:
    with pytest.raises(NotAWordFile, match="points outside"):
        to_pdf(_changed(_paper(), "../../evil.xml", b"<a/>"))


def test_a_document_that_libreoffice_cannot_load_fails_with_its_words() -> None:
    with pytest.raises(ConverterFailed, match="could not be loaded"):
        to_pdf(_changed(_paper(), "word/document.xml", b"this is not xml"))


def test_a_paper_without_any_text_is_not_passed_on() -> None:
    with pytest.raises(ConverterFailed, match="holds no text"):
        to_pdf(_paper(text=""))


def test_a_converter_that_hangs_is_stopped_and_said_so() -> None:
    with pytest.raises(ConverterFailed, match=r"stopped after 0\.1 seconds"):
        to_pdf(_paper(), seconds=0.1)


def test_after_a_hang_the_next_paper_is_converted() -> None:
    with pytest.raises(ConverterFailed):
        to_pdf(_paper(), seconds=0.1)
    assert to_pdf(_paper()).pages == 1


def test_a_broken_profile_is_replaced_and_the_paper_converted() -> None:
    to_pdf(_paper())
    broken = warm_profile()
    (broken / "user" / "registrymodifications.xcu").write_text("<not a registry")
    (broken / "user" / ".lock").write_text("")
    assert to_pdf(_paper()).pages == 1


@pytest.mark.parametrize(
    ("script", "why"),
    [("exit 0", "made no file"), ("echo no more memory >&2; exit 1", "status 1 and said: no more memory"),
     ("kill -SEGV $$", "crashed"), ("echo hello > paper.pdf", "is no PDF"),
     ("echo %PDF-1.7 > paper.pdf", "no identity")],
    ids=["exits 0 without a file", "fails", "crashes", "writes something else", "writes half a PDF"],
)  # fmt: skip
def test_a_converter_that_misbehaves_never_passes_for_one_that_worked(
    script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converter, "PROGRAMS", (_stand_in(tmp_path, script),))
    with pytest.raises(ConverterFailed, match=why):
        to_pdf(_paper())


def test_where_libreoffice_is_missing_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converter, "PROGRAMS", ("no-such-office",))
    with pytest.raises(ConverterFailed, match="install the package libreoffice-writer-nogui"):
        to_pdf(_paper())

"""LibreOffice makes the PDF, and nothing that goes wrong with it passes for one."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml import OxmlElement

from infra import libreoffice
from infra.converter import ConverterFailed, NoOffice, to_pdf
from infra.office import Office
from infra.one_shot import OneShot
from infra.pool import Pool
from infra.word_file import NotAWordFile

NAMES = "Smith & Sons <Concrete>, NUÑEZ, O'DELL, 李"


def _paper(text: str = NAMES, pages: int = 1, title: str = "") -> bytes:
    paper, held = docx.Document(), io.BytesIO()
    paper.core_properties.title, paper.core_properties.language = title, "en-US"
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


def test_a_word_file_becomes_a_pdf_with_its_text_and_pages() -> None:
    pdf = to_pdf(_paper(pages=3))
    assert pdf.pages == 3
    assert pdf.data.startswith(b"%PDF-")
    assert NAMES in _text(pdf.data)


def test_the_pdf_says_that_it_is_pdf_a_2b_tagged_in_english_and_has_a_title() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(_paper(title="Motion of O'DELL")).data)) as pdf:
        said = pdf.Root.Metadata.read_bytes()
        assert b"<pdfaid:part>2</pdfaid:part>" in said
        assert b"<pdfaid:conformance>B</pdfaid:conformance>" in said
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en-US"
        assert str(pdf.docinfo.Title) == "Motion of O'DELL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFA1"


def test_the_date_of_the_pdf_is_the_date_of_the_word_file_wherever_it_is_told() -> None:
    core = b"""<?xml version="1.0"?><cp:coreProperties xmlns:dcterms="http://purl.org/dc/terms/"
     xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-02T08:30:00Z</dcterms:modified></cp:coreProperties>"""  # noqa: E501
    with pikepdf.open(io.BytesIO(to_pdf(_changed(_paper(), "docProps/core.xml", core)).data)) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20261102083000Z"
        assert b"<xmp:CreateDate>2026-11-02T08:30:00Z</xmp:CreateDate>" in pdf.Root.Metadata.read_bytes()


def test_the_same_word_file_gives_the_same_bytes_in_another_process_and_after_other_papers() -> None:
    word = _paper()
    script = "import sys; from infra.converter import to_pdf\n"
    script += "sys.stdout.buffer.write(to_pdf(sys.stdin.buffer.read()).data)"
    elsewhere = subprocess.run([sys.executable, "-c", script], input=word, capture_output=True, check=True)
    to_pdf(_paper("王 and 張"))
    assert elsewhere.stdout == to_pdf(word).data


def test_papers_that_differ_give_pdfs_of_different_identity() -> None:
    first, second = (pikepdf.open(io.BytesIO(to_pdf(_paper(text)).data)).trailer.ID for text in ("one", "two"))
    assert bytes(first[0]) != bytes(second[0])
    assert bytes(first[1]) != bytes(second[1])


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
        to_pdf(_changed(_paper(), "word/document.xml", b"<this is not xml"))


def test_a_paper_without_any_text_is_not_passed_on() -> None:
    with pytest.raises(ConverterFailed, match="holds no text"):
        to_pdf(_paper(text=""))


def test_where_libreoffice_is_missing_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "PROGRAMS", ("no-such-office",))
    with pytest.raises(NoOffice, match="install the package libreoffice-writer-nogui"):
        to_pdf(_paper(), pool=Pool())


def test_without_uno_one_start_for_each_paper_gives_the_very_same_bytes() -> None:
    pool = Pool(start=OneShot)
    try:
        assert to_pdf(_paper(), pool=pool) == to_pdf(_paper())
    finally:
        pool.close()


@pytest.mark.parametrize(
    ("script", "why"),
    [("exit 0", "made no file"), ("echo no more memory >&2; exit 1", "status 1 and said: no more memory"),
     ("kill -SEGV $$", "crashed"), ("echo hello > paper.pdf", "is no PDF"),
     ("echo %PDF-1.7 > paper.pdf", "only a part of a PDF"), ("sleep 20", r"stopped after 0\.5 seconds")],
    ids=["exits 0 without a file", "fails", "crashes", "writes something else", "writes half a PDF", "hangs"],
)  # fmt: skip
def test_a_single_start_that_misbehaves_never_passes_for_one_that_worked(
    script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "PROGRAMS", (str(program),))
    with pytest.raises(ConverterFailed, match=why):
        to_pdf(_paper(), pool=Pool(start=OneShot), seconds=0.5)


def _tabled(*, header: bool) -> bytes:
    """A paper with one table, its first row a header or not."""
    paper, held = docx.Document(), io.BytesIO()
    table = paper.add_table(rows=2, cols=2)
    for place, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = ("Month", "Paid", "June", "100.00")[place]
    if header:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    paper.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("header", "types"),
    [(True, {"/Table": 1, "/TR": 2, "/TH": 2, "/TD": 2, "/Div": 0}),
     (False, {"/Table": 0, "/TR": 0, "/TH": 0, "/TD": 0, "/Div": 7})],
    ids=["with a header row", "without one"],
)  # fmt: skip
def test_only_a_table_with_a_header_row_is_told_to_a_screen_reader_as_one(header: bool, types: dict[str, int]) -> None:
    with pikepdf.open(io.BytesIO(to_pdf(_tabled(header=header)).data)) as pdf:
        said = [str(one.get("/S")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        assert {name: said.count(name) for name in types} == types
        assert [name for name, meant in pdf.Root.StructTreeRoot.RoleMap.items() if name == str(meant)] == []


def test_the_structure_is_packed_so_that_tags_cost_little() -> None:
    paper, held = docx.Document(), io.BytesIO()
    table = paper.add_table(rows=60, cols=7)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "100.00"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    paper.save(held)
    office = Office()
    try:
        written = office.convert(held.getvalue(), 60)
    finally:
        office.close()
    assert len(to_pdf(held.getvalue()).data) < len(written) / 4

"""Word files for tests, drawn by the tests themselves."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from documents.slots import Slot, slot

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def says(text: str, path: str = "name") -> Slot:
    """A slot of that text."""
    return slot(text, path, None)


def saved(paper: Any) -> bytes:
    """The paper as a file."""
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def paragraphs(*texts: str, header: str = "") -> bytes:
    """A paper of these paragraphs."""
    paper = docx.Document()
    for text in texts:
        paper.add_paragraph(text)
    paper.sections[0].header.paragraphs[0].text = header
    return saved(paper)


def table(*rows: Sequence[str], columns: int = 0) -> bytes:
    """A paper of one table; a row of one text among wider ones stands for its loop or condition."""
    paper = docx.Document()
    made = paper.add_table(0, columns or max(len(row) for row in rows))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=False):
            cell.text = text
    return saved(paper)


def with_footnote(paper: Any, text: str) -> bytes:
    """The paper with one footnote."""
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    xml = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml, paper.part.package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(paper)


def canonical(word: bytes) -> dict[str, bytes]:
    """Each part of a file; XML in its canonical form."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return {name: _canonical(name, package.read(name)) for name in package.namelist()}


def _canonical(name: str, content: bytes) -> bytes:
    return (
        bytes(etree.tostring(etree.fromstring(content), method="c14n")) if name.endswith((".xml", ".rels")) else content
    )

"""A small sound template, and ways to break it: each breaks one thing at a known paragraph."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches
from PIL import Image

LINES = (
    "Fact sheet",
    "Between {{ obligor.name }} and {{ obligee.name }}",
    "Hearing on {{ hearing.on|short }} in {{ hearing.courthouse }}",
    "{%p if order %}",
    "Ordered on {{ order.0.ordered_on }}",
    "{%p endif %}",
    "{% for child in children %}{{ child.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "Arrears of {{ arrears.total }} as of {{ arrears.as_of|month }}",
)
"""The paragraphs of the sound template, before its table; the table's first cell is paragraph 9."""
ROWS = (
    ("Collected on", "Amount"),
    ("{%tr for m in months %}", ""),
    ("{{ m.month|short }}", "{{ m.paid }}"),
    ("{%tr endfor %}", ""),
)

Break = Callable[[Any], None]


def sound(*breaks: Break) -> bytes:
    """The sound template, broken in these ways."""
    paper = docx.Document()
    paper.core_properties.title = "Fact sheet"
    for style in paper.styles.element.iter(qn("w:rFonts")):
        for name in list(style.attrib):
            del style.attrib[name]
        for slot in ("ascii", "hAnsi"):
            style.set(qn(f"w:{slot}"), "Carlito")
    for line in LINES:
        paper.add_paragraph(line)
    table = paper.add_table(0, 2)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    repeat(table.rows[0])
    paper.sections[0].header.paragraphs[0].text = "{{ case.number }}"
    paper.sections[0].footer.paragraphs[0].text = "{{ office.name }}"
    for one in breaks:
        one(paper)
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def says(number: int, text: str) -> Break:
    """Paragraph ``number`` says something else."""

    def change(paper: Any) -> None:
        paper.paragraphs[number - 1].text = text

    return change


def pieces(number: int, *texts: str, bold: bool = True) -> Break:
    """Paragraph ``number`` says this in several runs of another look."""

    def change(paper: Any) -> None:
        paragraph = paper.paragraphs[number - 1]
        paragraph.text = ""
        for place, text in enumerate(texts):
            paragraph.add_run(text).bold = bold and bool(place % 2)

    return change


def gone(number: int) -> Break:
    """Paragraph ``number`` is empty."""
    return says(number, "")


def cell(row: int, column: int, text: str) -> Break:
    def change(paper: Any) -> None:
        paper.tables[0].cell(row, column).text = text

    return change


def put(number: int, xml: str, *, before: bool = False) -> Break:
    """Some WordprocessingML at the end of paragraph ``number``, or at its beginning."""

    def change(paper: Any) -> None:
        node = parse_xml(xml.replace(">", f" {nsdecls('w', 'r')}>", 1) if "xmlns:w" not in xml else xml)
        paragraph = paper.paragraphs[number - 1]._p
        paragraph.insert(0, node) if before else paragraph.append(node)

    return change


def font(number: int, name: str) -> Break:
    def change(paper: Any) -> None:
        for run in paper.paragraphs[number - 1].runs:
            run.font.name = name

    return change


def picture(number: int, *, words: str = "") -> Break:
    def change(paper: Any) -> None:
        held = io.BytesIO()
        Image.new("RGB", (60, 20), "navy").save(held, "PNG")
        held.seek(0)
        run = paper.paragraphs[number - 1].add_run()
        run.add_picture(held, width=Inches(1))
        next(run._r.iter(qn("wp:docPr"))).set("descr", words)

    return change


def size(wide: float, high: float) -> Break:
    def change(paper: Any) -> None:
        paper.sections[0].page_width, paper.sections[0].page_height = Inches(wide), Inches(high)

    return change


def unrepeated(paper: Any) -> None:
    """The table's first row is no longer repeated."""
    row = paper.tables[0].rows[0]._tr
    row.trPr.remove(row.trPr.find(qn("w:tblHeader")))


def headless(paper: Any) -> None:
    """The table begins with its loop."""
    table = paper.tables[0]._tbl
    table.remove(paper.tables[0].rows[0]._tr)


def untitled(paper: Any) -> None:
    paper.core_properties.title = ""


def in_french(paper: Any) -> None:
    for node in paper.styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), "fr-CA")


def tracking(paper: Any) -> None:
    paper.settings.element.append(parse_xml(f"<w:trackRevisions {nsdecls('w')}/>"))


def commented(number: int, words: str) -> Break:
    def change(paper: Any) -> None:
        paper.add_comment(paper.paragraphs[number - 1].runs, text=words, author="Pat Doe", initials="PD")

    return change


def linked(number: int, target: str, sort: str = "hyperlink") -> Break:
    """A relationship to a place outside, used in a paragraph."""

    def change(paper: Any) -> None:
        kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{sort}"
        id = paper.part.relate_to(target, kind, is_external=True)
        inside = "<w:r><w:t>here</w:t></w:r>"
        paper.paragraphs[number - 1]._p.append(
            parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{id}">{inside}</w:hyperlink>')
        )

    return change


def field(number: int, *codes: str) -> Break:
    """A field whose code stands in these pieces."""

    def change(paper: Any) -> None:
        def run(inner: str) -> Any:
            return parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")

        paragraph = paper.paragraphs[number - 1]._p
        paragraph.append(run('<w:fldChar w:fldCharType="begin"/>'))
        for code in codes:
            paragraph.append(run(f'<w:instrText xml:space="preserve">{code}</w:instrText>'))
        paragraph.append(run('<w:fldChar w:fldCharType="end"/>'))

    return change


def with_parts(word: bytes, parts: dict[str, bytes]) -> bytes:
    """The file with these parts added, or in the place of its own."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as package, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name in package.namelist():
            if name not in parts:
                out.writestr(name, package.read(name))
        for name, data in parts.items():
            out.writestr(name, data)
    return held.getvalue()


def part(word: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return package.read(name).decode()


def changed(word: bytes, name: str, was: str, now: str) -> bytes:
    """The file with a piece of one part exchanged."""
    text = part(word, name)
    assert was in text
    return with_parts(word, {name: text.replace(was, now, 1).encode()})


def without(word: bytes, name: str) -> bytes:
    """The file without one part and without what leads to it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as package, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for each in package.namelist():
            data = package.read(each)
            if each in ("[Content_Types].xml", "_rels/.rels"):
                data = re.sub(rb"<(Override|Relationship) [^>]*core\.xml[^>]*>", b"", data)
            if each != name:
                out.writestr(each, data)
    return held.getvalue()

"""Pieces of a Word paper: Letter page, real headings, tables that repeat their header, tags in whole runs."""

import io
import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Inches, Pt, RGBColor

LEFT, RIGHT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY
_PIECES = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\*\*|\^\^)")


def paper(*, font: str, size: float, margins: float, title: str, cjk: str) -> Any:
    """A blank Letter document in one font, with its language, title and heading styles set."""
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(margins)
    section.top_margin, section.bottom_margin = Inches(margins), Inches(max(margins, 0.8))
    section.header_distance = section.footer_distance = Inches(0.4)
    _plain_styles(doc, font, size, cjk)
    doc.core_properties.title, doc.core_properties.author = title, ""
    doc.core_properties.comments, doc.core_properties.language = "", "en-US"
    _drop_thumbnail(doc)
    return doc


def _drop_thumbnail(doc: Any) -> None:
    links = doc.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[name]


def _plain_styles(doc: Any, font: str, size: float, cjk: str) -> None:
    for fonts in doc.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{slot}"), font)
        fonts.set(qn("w:eastAsia"), cjk)
    for language in doc.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
    normal = doc.styles["Normal"]
    normal.font.size, normal.font.name = Pt(size), font
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    for name, points in (("Title", size + 5), ("Heading 1", size + 3), ("Heading 2", size + 1), ("Heading 3", size)):
        style = doc.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(points), True, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.keep_with_next = True
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)


def say(paragraph: Any, text: str, *, size: float | None = None, bold: bool = False, italic: bool = False) -> Any:
    """Adds text: every tag becomes one whole run; ``**bold**`` and ``^^small raised^^`` are read."""
    strong, raised = bold, False
    for piece in _PIECES.split(text):
        if piece == "**":
            strong = not strong
        elif piece == "^^":
            raised = not raised
        elif piece:
            run = paragraph.add_run(piece)
            run.bold, run.italic = strong or None, italic or None
            run.font.superscript = raised or None
            if size:
                run.font.size = Pt(size)
    return paragraph


def line(doc: Any, text: str = "", *, style: str | None = None, align: Any = None, before: float = 0, after: float = 0,
         keep: bool = False, spacing: float | None = None, indent: float = 0, first: float = 0, size: float | None = None,
         bold: bool = False, italic: bool = False) -> Any:
    """One paragraph."""
    made = doc.add_paragraph(style=style)
    shape = made.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = align, Pt(before), Pt(after)
    shape.keep_together = shape.widow_control = True
    shape.keep_with_next, shape.left_indent, shape.first_line_indent = keep or None, Inches(indent), Inches(first)
    if spacing:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.MULTIPLE, spacing
    if size and not text:
        made.paragraph_format.line_spacing = Pt(size)
    return say(made, text, size=size, bold=bold, italic=italic)


def tag(doc: Any, text: str) -> None:
    """A paragraph that holds one template tag (``{%p if … %}``) and is gone after the merge."""
    line(doc, text)


def table(doc: Any, widths: Sequence[float], *, grid: bool = True) -> Any:
    """An empty table of fixed column widths (inches)."""
    made = doc.add_table(0, len(widths), *(() if hasattr(doc, "core_properties") else (Inches(sum(widths)),)))
    made.style = "Table Grid" if grid else "Normal Table"
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Inches(width)
    _padding(made)
    return made


def row(made: Any, cells: Iterable[str], *, header: bool = False, aligns: str = "", size: float | None = None,
        bold: bool = False, shade: str | None = None, keep: bool = False) -> Any:
    """One row that never splits over two pages; a header row repeats on each. ``aligns``: l, r or c per column."""
    added = made.add_row()
    properties = added._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    for place, (cell, text) in enumerate(zip(added.cells, cells, strict=True)):
        cell.width = made.columns[place].width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.keep_with_next = keep or header or None
        if place < len(aligns):
            paragraph.alignment = {"l": LEFT, "r": RIGHT, "c": CENTER}[aligns[place]]
        say(paragraph, text, size=size, bold=bold or header)
        if header or shade:
            shaded(cell, shade or "E7E6E6")
    return added


def rows_of(made: Any, loop: str, cells: Sequence[str], *, aligns: str = "", size: float | None = None) -> None:
    """A row for each turn of ``loop`` (``month in months``)."""
    tagged(made, f"{{%tr for {loop} %}}", size)
    row(made, cells, aligns=aligns, size=size)
    tagged(made, "{%tr endfor %}", size)


def row_if(made: Any, condition: str, cells: Sequence[str], *, aligns: str = "", size: float | None = None,
           bold: bool = False, keep: bool = False) -> None:
    """A row that stands only where ``condition`` is true."""
    tagged(made, f"{{%tr if {condition} %}}", size)
    row(made, cells, aligns=aligns, size=size, bold=bold, keep=keep)
    tagged(made, "{%tr endif %}", size)


def tagged(made: Any, text: str, size: float | None = None) -> None:
    """A row that holds one template tag and is gone after the merge."""
    row(made, [text] + [""] * (len(made.columns) - 1), size=size)


def box(doc: Any, width: float, *, shade: str | None = None, thick: int = 12) -> Any:
    """A framed cell of its own for a warning or for handwriting; returns the cell."""
    made = table(doc, [width])
    added = row(made, [""])
    cell = added.cells[0]
    if shade:
        shaded(cell, shade)
    borders(cell, top=thick, bottom=thick, start=thick, end=thick)
    return cell


def borders(cell: Any, **sides: int) -> None:
    """Borders of one cell in eighths of a point; 0 removes."""
    properties = cell._tc.get_or_add_tcPr()
    found = properties.find(qn("w:tcBorders"))
    frame = found if found is not None else OxmlElement("w:tcBorders")
    for side in ("top", "start", "bottom", "end"):
        if side in sides:
            edge = OxmlElement(f"w:{ {'start': 'left', 'end': 'right'}.get(side, side)}")
            edge.set(qn("w:val"), "single" if sides[side] else "nil")
            edge.set(qn("w:sz"), str(sides[side]))
            edge.set(qn("w:color"), "000000")
            frame.append(edge)
    if found is None:
        properties.append(frame)
    _in_order(properties)


def shaded(cell: Any, fill: str) -> None:
    """A cell's ground in six hexadecimal digits."""
    properties = cell._tc.get_or_add_tcPr()
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), fill)
    properties.append(shading)
    _in_order(properties)


def _in_order(properties: Any) -> None:
    order = [qn(f"w:{name}") for name in ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "tcMar", "vAlign")]
    properties[:] = sorted(properties, key=lambda each: order.index(each.tag))


def _padding(made: Any) -> None:
    properties = made._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 25), ("left", 70), ("bottom", 25), ("right", 70)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(twips))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    look = properties.find(qn("w:tblLook"))
    look.addprevious(margins) if look is not None else properties.append(margins)


def page_x_of_y(paragraph: Any, *, size: float) -> None:
    """``Page 2 of 5`` in fields that Word and LibreOffice compute."""
    say(paragraph, "Page ", size=size)
    _field(paragraph, "PAGE", size)
    say(paragraph, " of ", size=size)
    _field(paragraph, "NUMPAGES", size)


def _field(paragraph: Any, code: str, size: float) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), (None, "1"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(size)
        if kind is None:
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run._r.append(instruction)


def picture(doc: Any, png: Any, *, name: str, alt: str, width: float) -> None:
    """A picture that the merge replaces by its name, with words for those who cannot see it."""
    made = line(doc, align=CENTER, keep=True)
    shape = made.add_run().add_picture(png, width=Inches(width))
    outer, inner = shape._inline.docPr, shape._inline.graphic.graphicData.pic.nvPicPr.cNvPr
    for properties in (outer, inner):
        properties.set("name", name)
        properties.set("descr", alt)


def placeholder(wide: int, high: int) -> io.BytesIO:
    """A plain pale picture in the shape of the one that takes its place."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\xf2" * wide for _ in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def new_page(doc: Any) -> Any:
    """A new section on a new page; its header and footer are its own."""
    section = doc.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    return section


__all__ = ["BOTH", "CENTER", "LEFT", "RIGHT", "Emu", "borders", "box", "line", "new_page", "page_x_of_y", "paper",
           "picture", "placeholder", "row", "row_if", "rows_of", "say", "shaded", "table", "tag"]

"""California pleading paper: 28 numbered lines, one for every line of type (Cal. Rules of Court, rules 2.107-2.110).

Body and numbers have the same exact pitch of 24 points and begin at the same height, so they meet on every page in
Word and in LibreOffice alike. Line 8 begins 3 1/3 inches from the top (rule 2.111(3)); three numbers make an inch.
"""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Inches, Pt

from tools.nc_papers.blocks import CENTER, borders, paper, row, say, table

SERIF, CJK = "Liberation Serif", "Noto Serif CJK SC"
LINES, PITCH, TOP = 28, 24, 72
LEFT_MARGIN, RIGHT_MARGIN = 1.5, 0.75
WIDTH = 8.5 - LEFT_MARGIN - RIGHT_MARGIN
SINGLE, DOUBLE = PITCH / 2, PITCH
SPARE = 1  # point of room under line 28, so that a rounded height never pushes it to the next page


def pleading(title: str) -> Any:
    """A blank paper with its numbers, rules and footer."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=title, cjk=CJK)
    section = doc.sections[0]
    section.left_margin, section.right_margin = Inches(LEFT_MARGIN), Inches(RIGHT_MARGIN)
    section.top_margin, section.bottom_margin = Pt(TOP), Pt(792 - TOP - LINES * PITCH - SPARE)
    section.header_distance, section.footer_distance = Pt(24), Pt(18)
    for name in ("Heading 1", "Heading 2"):
        style = doc.styles[name]
        style.font.size = Pt(12)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _header(section)
    _footer(section, title)
    return doc


def text(doc: Any, words: str = "", *, style: str | None = None, align: Any = None, first: float = 0, indent: float = 0,
         keep: bool = False, bold: bool = False, pitch: float = DOUBLE) -> Any:
    """One paragraph on the numbered lines."""
    made = doc.add_paragraph(style=style)
    _on_lines(made, pitch)
    shape = made.paragraph_format
    shape.alignment, shape.keep_with_next = align, keep or None
    shape.left_indent, shape.first_line_indent = Inches(indent), Inches(first)
    return say(made, words, bold=bold)


def only_if(doc: Any, condition: str, words: str, **shape: Any) -> None:
    """A paragraph that stands only where ``condition`` is true."""
    text(doc, f"{{%p if {condition} %}}")
    text(doc, words, **shape)
    text(doc, "{%p endif %}")


def numbered(doc: Any, number: int, words: str, *, keep: bool = False) -> None:
    """A paragraph with its number."""
    text(doc, f"{number}.\t{words}", first=0.5, keep=keep)


def heading(doc: Any, words: str) -> None:
    """A heading in the middle of its line."""
    text(doc, words, style="Heading 2", align=CENTER, keep=True)


def grid(doc: Any, widths: Sequence[float]) -> Any:
    """A table whose every row takes whole lines."""
    made = table(doc, widths, grid=False)
    margins = made._tbl.tblPr.find(qn("w:tblCellMar"))
    for edge in margins:
        edge.set(qn("w:w"), "60" if edge.tag in (qn("w:left"), qn("w:right")) else "0")
    return made


def line_of(made: Any, cells: Sequence[str], *, aligns: str = "", header: bool = False, bold: bool = False,
            keep: bool = False) -> Any:
    """One row on one line."""
    added = row(made, cells, header=header, aligns=aligns, bold=bold, keep=keep)
    added.height, added.height_rule = Pt(PITCH), WD_ROW_HEIGHT_RULE.EXACTLY if header else WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in added.cells:
        _on_lines(cell.paragraphs[0], DOUBLE)
        if header:
            borders(cell, bottom=4)
    return added


def tag_line(made: Any, tag: str) -> None:
    """A row that holds one template tag (``{%tr for … %}``) and is gone after the merge."""
    line_of(made, [tag] + [""] * (len(made.columns) - 1))


def _on_lines(paragraph: Any, pitch: float) -> None:
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    shape.widow_control = False
    grid_off = OxmlElement("w:snapToGrid")
    grid_off.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().insert_element_before(grid_off, "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def _header(section: Any) -> None:
    section.header.is_linked_to_previous = False
    anchor = section.header.paragraphs[0]
    anchor.paragraph_format.line_spacing_rule, anchor.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(12)
    for place, at in enumerate((LEFT_MARGIN * 72 - 11, LEFT_MARGIN * 72 - 8.5, 612 - RIGHT_MARGIN * 72 + 7), start=1):
        anchor.add_run()._r.append(_rule(place, at))
    for number in range(1, LINES + 1):
        anchor._p.addprevious(_number(section.header, number))


def _number(header: Any, number: int) -> Any:
    """One line number, in the frame that all of them share."""
    made = header.add_paragraph()
    made.alignment = 2
    _on_lines(made, DOUBLE)
    say(made, str(number))
    frame = OxmlElement("w:framePr")
    left, wide = LEFT_MARGIN * 72 - 44, 28
    for name, value in (("w", wide * 20), ("h", LINES * PITCH * 20), ("hRule", "exact"), ("hSpace", 0), ("wrap", "around"),
                        ("vAnchor", "page"), ("hAnchor", "page"), ("x", int(left * 20)), ("y", TOP * 20)):
        frame.set(qn(f"w:{name}"), str(value))
    made._p.pPr.insert_element_before(frame, "w:widowControl", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
    return made._p


def _rule(place: int, at: float) -> Any:
    """A vertical rule from the top of the page to its bottom, behind the text."""
    return parse_xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{place}" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{Pt(at)}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="0" cy="{Inches(11)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{900 + place}" name="Rule {place}" descr="Ruled margin line"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="{Inches(11)}"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{Emu(Pt(0.75))}"><a:solidFill><a:srgbClr val="000000"/>'
        '</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        "</mc:Choice></mc:AlternateContent>"
    )


def _footer(section: Any, title: str) -> None:
    """Page number, a printed line, and the title of the paper in at least 10 points (rules 2.109 and 2.110)."""
    section.footer.is_linked_to_previous = False
    number = section.footer.paragraphs[0]
    below = section.footer.add_paragraph()
    for each in (number, below):
        each.alignment = CENTER
        each.paragraph_format.line_spacing_rule, each.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(12)
    number._p.append(parse_xml(
        '<w:fldSimple xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:instr=" PAGE ">'
        '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'))
    say(below, title.upper(), size=10)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", 6), ("space", 1), ("color", "000000")):
        top.set(qn(f"w:{name}"), str(value))
    borders.append(top)
    below._p.get_or_add_pPr().insert_element_before(borders, "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")

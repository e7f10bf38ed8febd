"""What every California paper for the court begins and ends with: filer, court, caption, signature, declaration."""

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Pt

from tools.ca_papers.pleading import PITCH, SINGLE, WIDTH, grid, only_if, text
from tools.nc_papers.blocks import CENTER, borders, say

ASCENT = 0.8  # of an exact line lies above its baseline
SIGN = 3.0  # signature blocks stand in the right half of the page
PERJURY = (
    "I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct."
)
CHILDREN = (
    "{% for child in children %}{{ child.name }}{% if not loop.last %}{% if loop.revindex == 2 %} and {% else %}, "
    "{% endif %}{% endif %}{% endfor %}"
)


def opening(doc: Any, title: str, *, hearing: bool = True) -> None:
    """The first page down to the body (rule 2.111): the filer on lines 1 to 7, the court's title on line 8."""
    _filer(doc)
    text(doc, "SUPERIOR COURT OF CALIFORNIA", align=CENTER, bold=True)
    text(doc, "COUNTY OF {{ caption.county|upper }}", align=CENTER, bold=True)
    left, right = _cells(doc)
    for words, indent in (("{{ caption.plaintiff|upper }},", 0), ("{{ caption.plaintiff_label }},", 1.0), ("v.", 0.5),
                          ("{{ caption.defendant }},", 0), ("{{ caption.defendant_label }},", 1.0),
                          ("{{ caption.other_parent }},", 0), ("{{ caption.other_parent_label }}.", 1.0)):
        text(left, words, indent=indent)
    text(right, "Case No. {{ caption.file_number }}")
    text(right, title, style="Heading 1")
    if hearing:
        for words in ("Date: {{ hearing.on }}", "Time: {{ hearing.time }}", "Dept.: {{ hearing.courtroom }}"):
            text(right, words)
        only_if(right, "hearing.judge", "Judicial officer: {{ hearing.judge }}")
    for cell in (left, right):
        cell._tc.remove(cell.paragraphs[0]._p)


def _filer(doc: Any) -> None:
    """Seven lines high, whatever stands in it; its right half is left to the clerk's stamp."""
    made = grid(doc, [3.4, WIDTH - 3.4])
    added = made.add_row()
    added.height, added.height_rule = Pt(7 * PITCH), WD_ROW_HEIGHT_RULE.EXACTLY
    left = added.cells[0]
    first = text(left, "{{ office.attorney }} (State Bar No. {{ office.bar_number }})", pitch=SINGLE)
    first.paragraph_format.space_before = Pt((PITCH - SINGLE) * ASCENT)  # every other line meets a number
    only_if(left, "office.attorney_title", "{{ office.attorney_title }}", pitch=SINGLE)
    for words in ("{{ office.name }}", "{{ office.street }}", "{{ office.town }}", "Telephone: {{ office.phone }}"):
        text(left, words, pitch=SINGLE)
    only_if(left, "office.attorney_email", "E-mail: {{ office.attorney_email }}", pitch=SINGLE)
    text(left, "", pitch=SINGLE)
    text(left, "Attorney for the local child support agency (Fam. Code, §§ 17400, 17406)", pitch=SINGLE)
    text(left, "Exempt from fees (Gov. Code, §§ 6103, 6103.9)", pitch=SINGLE)
    left._tc.remove(left.paragraphs[0]._p)


def _cells(doc: Any) -> Any:
    made = grid(doc, [WIDTH / 2, WIDTH / 2])
    left, right = made.add_row().cells
    for cell in (left, right):
        cell.width = made.columns[0].width
    borders(left, bottom=4, end=4)
    return left, right


def signature(doc: Any) -> None:
    """The attorney of the local child support agency."""
    text(doc, "Dated: ____________________", keep=True)
    text(doc, "_" * 36, indent=SIGN, keep=True)
    text(doc, "{{ office.attorney }}", indent=SIGN, keep=True)
    only_if(doc, "office.attorney_title", "{{ office.attorney_title }}", indent=SIGN, keep=True)
    text(doc, "{{ office.name }}", indent=SIGN)


def declared(doc: Any, who: str = "{{ office.agent }}", *, title: str = "office.agent_title") -> None:
    """The end of a declaration under penalty of perjury (Code Civ. Proc. § 2015.5)."""
    text(doc, f"{PERJURY} Executed on ____________________ at ____________________, California.", first=0.5, keep=True)
    text(doc, "_" * 36, indent=SIGN, keep=True)
    if title:
        text(doc, who, indent=SIGN, keep=True)
        only_if(doc, title, f"{{{{ {title} }}}}", indent=SIGN)
    else:
        text(doc, who, indent=SIGN)


__all__ = ["CHILDREN", "SIGN", "declared", "opening", "say", "signature"]

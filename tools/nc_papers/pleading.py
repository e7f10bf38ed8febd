"""What filings are drafted with: numbered paragraphs that stay numbered when one is left out, places, judges."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tools.nc_papers.blocks import line, row, table, tag
from tools.nc_papers.court import SIGN

SPACED = 1.35
CHILDREN = ("{% for child in children %}{{ child.name }}{% if not loop.last %}{% if loop.revindex == 2 %} and {% else %}, "
            "{% endif %}{% endif %}{% endfor %}")
AGENCY = "{{ office.name }}, the designated child support enforcement agency in this case (the “Agency”)"


class Numbers:
    """One list of a paper. Word counts it, so that a paragraph under a condition leaves no hole."""

    def __init__(self, doc: Any, form: str = "decimal", *, indent: float = 0.5, spacing: float = SPACED) -> None:
        self.doc, self.indent, self.spacing = doc, indent, spacing
        self.id = _list(doc.part.numbering_part.element, form)

    def say(self, text: str, *, keep: bool = False) -> None:
        """One paragraph of the list."""
        made = line(self.doc, text, indent=self.indent, first=-0.5, spacing=self.spacing, after=5, keep=keep)
        number = made._p.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = 0, self.id

    def say_if(self, condition: str, text: str, otherwise: str = "") -> None:
        """A paragraph under a condition, or the other one."""
        tag(self.doc, f"{{%p if {condition} %}}")
        self.say(text)
        if otherwise:
            tag(self.doc, "{%p else %}")
            self.say(otherwise)
        tag(self.doc, "{%p endif %}")


def opening(doc: Any, text: str, *, spacing: float = SPACED) -> None:
    """The sentence before the numbered paragraphs."""
    line(doc, text, first=0.5, spacing=spacing, after=4, keep=True)


def prayer(doc: Any, opening: str, asked: Sequence[str | tuple[str, str]]) -> None:
    """What the court is asked for, by letter; a pair is a condition and what is asked under it."""
    line(doc, opening, first=0.5, spacing=SPACED, before=6, after=4, keep=True)
    letters = Numbers(doc, "lowerLetter", indent=1.0)
    for each in asked:
        if isinstance(each, tuple):
            letters.say_if(*each)
        else:
            letters.say(each, keep=each is asked[-1])


def place_and_time(doc: Any) -> None:
    """The hearing, in a table of its own."""
    made = table(doc, [1.5, 4.5])
    for label, value in (
        ("Date and time", "**{{ hearing.weekday }}, {{ hearing.on }}, at {{ hearing.time }}**"),
        ("Place", "{{ hearing.courthouse }}{% if hearing.courthouse_address %}, {{ hearing.courthouse_address }}{% endif %}"),
        ("Courtroom", "{{ hearing.courtroom }}"),
    ):
        row(made, [f"**{label}**", value], keep=True)
    line(doc, size=6)


def judge(doc: Any) -> None:
    """Where a judge signs."""
    line(doc, "This the ______ day of ______________________, 20______.", before=10, keep=True, first=0.5)
    line(doc, "_" * 38, before=26, keep=True, indent=SIGN)
    line(doc, "District Court Judge Presiding", keep=True, indent=SIGN)
    line(doc, "Printed name: _________________________", indent=SIGN, before=4)


def _list(numbering: Any, form: str) -> int:
    kinds = [int(each.get(qn("w:abstractNumId"))) for each in numbering.findall(qn("w:abstractNum"))]
    kind = max(kinds, default=0) + 1
    numbering.insert(0, _kind(kind, form))
    return int(numbering.add_num(kind).numId)


def _kind(id: int, form: str) -> Any:
    made = _element("w:abstractNum", abstractNumId=str(id))
    made.append(_element("w:multiLevelType", val="singleLevel"))
    level = _element("w:lvl", ilvl="0")
    for name, value in (("start", "1"), ("numFmt", form), ("lvlText", "%1."), ("lvlJc", "left")):
        level.append(_element(f"w:{name}", val=value))
    made.append(level)
    return made


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made

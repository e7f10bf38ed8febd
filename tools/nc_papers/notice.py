"""Notice of hearing to the parties and to those whom G.S. 50-13.5(e) names."""

from typing import Any

from tools.nc_papers.blocks import line, paper, tag
from tools.nc_papers.court import CJK, SERIF, caption, footer, signature
from tools.nc_papers.pleading import CHILDREN, place_and_time

TITLE = "Notice of Hearing"
SPACED = 1.1


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "NOTICE OF HEARING", cite="G.S. 50-13.5(d) and (e); Rules 5 and 6(d)")
    line(doc, "TO:  **{{ obligor }}** and **{{ obligee }}**", after=6)
    line(doc, "Take notice that the matter below, in this action about the support of " + CHILDREN + ", will be heard by the District "
         "Court at this place and time, or as soon after it as the Court can hear it:", first=0.5, spacing=SPACED, after=6, keep=True)
    line(doc, "**To be heard:** {{ matter_noticed }}", indent=0.25, spacing=SPACED, after=6, keep=True)
    place_and_time(doc)
    _paragraph(doc, "You may come, be heard, and bring witnesses and papers, with or without a lawyer. Bring papers that show your income "
               "and what you pay for the children’s insurance and care. If you do not come, the Court may decide without you.")
    tag(doc, "{%p if under_order %}")
    _paragraph(doc, "Until the Court changes it, support falls due as the present order says. A payment that is past due is vested, "
               "and no later order can reduce it unless a written motion was filed and notice given before it was due (G.S. 50-13.10(a)).")
    tag(doc, "{%p endif %}")
    _paragraph(doc, "A parent, or a person or agency that has the care of a child named above or must support the child by order of a court, may "
               "ask to take part in this action by filing a notice of appearance or other pleading in time (G.S. 50-13.5(e)).", keep=True)
    _paragraph(doc, "If you need an interpreter, or help because of a disability, tell the clerk of court or the office below as soon as you can.",
               keep=True)
    signature(doc)
    return doc


def _paragraph(doc: Any, text: str, *, keep: bool = False) -> None:
    line(doc, text, first=0.5, spacing=SPACED, after=5, keep=keep)

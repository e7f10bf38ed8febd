"""What proposed orders have in common: the blank that only the court fills, numbered parts, the judge's signature."""

from collections.abc import Iterable
from typing import Any

from tools.nc_papers.blocks import CENTER, line
from tools.nc_papers.court import SIGN

SPACED = 1.3
BLANK = "______________________________ (to be found by the Court)"


def found(name: str) -> str:
    """A finding as proposed, or a visible blank where only the court can say."""
    return f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}{BLANK}{{% endif %}}"


def part(doc: Any, title: str) -> None:
    """A heading in the middle of the page."""
    line(doc, title, style="Heading 2", align=CENTER, before=12, after=6)


def numbered(doc: Any, texts: Iterable[str], *, first: int = 1, keep_last: bool = False) -> int:
    """Numbered paragraphs; gives the next number. ``keep_last``: the last one stays with what follows."""
    paragraphs = [
        line(doc, f"{number}.\t{text}", indent=0.5, first=-0.5, spacing=SPACED, after=5)
        for number, text in enumerate(texts, start=first)
    ]
    paragraphs[-1].paragraph_format.keep_with_next = keep_last or None
    return first + len(paragraphs)


def lettered(doc: Any, texts: Iterable[str]) -> None:
    """Paragraphs below a number."""
    for letter, text in zip("abcdefgh", texts, strict=False):
        line(doc, f"{letter}.\t{text}", indent=1.0, first=-0.5, spacing=SPACED, after=3)


def opening(doc: Any, heard: str) -> None:
    """Who heard what, when, and who was there."""
    line(doc, f"THIS MATTER was heard on {{{{ hearing.on }}}} in the District Court of {{{{ caption.county }}}} County before the undersigned "
         f"District Court Judge on {heard}. Present were:", first=0.5, spacing=SPACED, after=3, keep=True)
    for who in ("the Obligor, {{ obligor }}, □ with counsel ______________________ □ without counsel;",
                "{{ obligee }};", "{{ office.agent }} and counsel for {{ office.name }} (the “Agency”)."):
        line(doc, f"□\t{who}", indent=1.0, first=-0.5, spacing=1.15, after=2, keep=True)
    line(doc, "Having heard the evidence, the Court enters these findings of fact, conclusions of law and order.", first=0.5, spacing=SPACED,
         before=3, after=2)


def judge(doc: Any) -> None:
    """The judge signs; the attorney who prepared the order is named below."""
    line(doc, "So ordered, this the ______ day of ______________________, 20______.", before=16, keep=True, first=0.5)
    line(doc, "_" * 38, before=32, keep=True, indent=SIGN)
    line(doc, "District Court Judge Presiding", keep=True, indent=SIGN)
    line(doc, "Printed name: _________________________", keep=True, indent=SIGN, before=4)
    line(doc, "Prepared for the Court by {{ office.attorney }}{% if office.attorney_title %}, {{ office.attorney_title }}{% endif %}, "
         "N.C. State Bar No. {{ office.bar_number }}, {{ office.name }}, {{ office.street }}, {{ office.town }}, telephone "
         "{{ office.phone }}.", before=16, size=10)


CHILDREN = ("{% for child in children %}{{ child.name }}{% if not loop.last %}{% if loop.revindex == 2 %} and {% else %}, {% endif %}"
            "{% endif %}{% endfor %}")
SERVED = ("{% for s in services %}The Obligor was served with the {{ s.paper }} on {{ s.served_on }}{% else %}Service on the Obligor: "
          f"{BLANK}{{% endfor %}}")

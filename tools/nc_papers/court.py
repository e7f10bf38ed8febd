"""What every paper for a North Carolina court opens and ends with: caption, signature, oath, footer."""

from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL

from tools.nc_papers.blocks import CENTER, borders, line, page_x_of_y, row, say, table

SERIF = "Liberation Serif"
CJK = "Noto Serif CJK SC"
SIGN = 3.1  # signature blocks stand in the right half of the page


def caption(doc: Any, title: str, *others: str, cite: str) -> None:
    """State, court, file number, parties, and the title of the paper as its first heading."""
    top = table(doc, [3.25, 3.25], grid=False)
    row(top, ["STATE OF NORTH CAROLINA", "IN THE GENERAL COURT OF JUSTICE"])
    row(top, ["", "DISTRICT COURT DIVISION"])
    row(top, ["COUNTY OF {{ caption.county|upper }}", "FILE NO. {{ caption.file_number }}"])
    row(top, ["", "IV-D CASE NO. {{ case_number }}"])
    line(doc, size=8)
    left, right = row(table(doc, [3.35, 3.15], grid=False), ["", ""]).cells
    _parties(left)
    right.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    head = right.paragraphs[0]
    head.style, head.alignment = doc.styles["Heading 1"], CENTER
    say(head, title)
    for below in (*others, f"({cite})"):
        line(right, below, align=CENTER, size=11, before=2)
    line(doc, size=10)


def _parties(left: Any) -> None:
    first = left.paragraphs[0]
    say(first, "{{ caption.plaintiff }},")
    for text, indent in (("Plaintiff,", 1.6), ("", 0), ("v.", 0.6), ("", 0), ("{{ caption.defendant }},", 0),
                         ("Defendant.", 1.6)):
        line(left, text, indent=indent)
    line(left, size=4)
    borders(left, end=8, bottom=8)


def signature(doc: Any) -> None:
    """The agency's attorney, on one page with what is signed."""
    line(doc, "This the ______ day of ______________________, 20______.", before=14, keep=True, first=0.5)
    line(doc, "_" * 38, before=30, keep=True, indent=SIGN)
    for text in ("{{ office.attorney }}", "{%p if office.attorney_title %}", "{{ office.attorney_title }}", "{%p endif %}",
                 "N.C. State Bar No. {{ office.bar_number }}", "Attorney for the child support agency",
                 "{{ office.name }}", "{{ office.street }}", "{{ office.town }}", "{%p if office.attorney_email %}",
                 "{{ office.attorney_email }}", "{%p endif %}"):
        line(doc, text, indent=SIGN, keep=True)
    line(doc, "Telephone {{ office.phone }}", indent=SIGN)


def oath(doc: Any, text: str) -> None:
    """A statement of the agent under oath before a notary (or another officer who may give oaths)."""
    line(doc, "STATE OF NORTH CAROLINA", keep=True)
    line(doc, "COUNTY OF {{ caption.county|upper }}", keep=True, after=8)
    line(doc, text, keep=True, first=0.5, spacing=1.25, after=6)
    _agent(doc, before=26)
    line(doc, "Sworn to (or affirmed) and subscribed before me this ______ day of _______________, 20____.",
         before=14, keep=True)
    line(doc, "_" * 38 + "        (Official seal)", before=26, keep=True)
    line(doc, "Notary Public", keep=True)
    line(doc, "Printed name: __________________________________", before=6, keep=True)
    line(doc, "My commission expires: __________________________", before=6)


def footer(section: Any, name: str) -> None:
    """Name of the paper, file number and page of pages."""
    section.footer.is_linked_to_previous = False
    under = section.footer.paragraphs[0]
    under.alignment = CENTER
    say(under, f"{name}  ·  File No. {{{{ caption.file_number }}}}  ·  ", size=9)
    page_x_of_y(under, size=9)


def keeper_signature(doc: Any) -> None:
    """Whoever stands behind the payment records."""
    _agent(doc, before=34)
    line(doc, "Date: ______________________", before=8, indent=SIGN)


def _agent(doc: Any, *, before: int) -> None:
    line(doc, "_" * 38, before=before, keep=True, indent=SIGN)
    line(doc, "{{ office.agent }}", keep=True, indent=SIGN)
    line(doc, "{%p if office.agent_title %}", keep=True)
    line(doc, "{{ office.agent_title }}", keep=True, indent=SIGN)
    line(doc, "{%p endif %}", keep=True)
    line(doc, "{{ office.name }}", keep=True, indent=SIGN)

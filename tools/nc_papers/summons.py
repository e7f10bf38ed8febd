"""Data for the clerk's civil summons and for the officer who serves it (Rules 4 and 12). No pleading, no form of the court."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, row_if, rows_of, table, tag
from tools.nc_papers.court import CJK, SERIF, footer

TITLE = "Summons Data Sheet"
SIZE = 10.5
PAIR = (1.6, 5.4)


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=SIZE, margins=0.75, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    line(doc, "SUMMONS DATA SHEET", style="Heading 1", align=CENTER, after=2)
    line(doc, "For the civil summons that the clerk issues in this action (G.S. 1A-1, Rule 4). This sheet is no pleading and no "
         "summons.", align=CENTER, size=10, after=6)
    _action(doc)
    _defendant(doc)
    _time(doc)
    _earlier(doc)
    _plaintiff(doc)
    return doc


def _pairs(doc: Any, title: str, lines: list[tuple[str, str] | tuple[str, str, str]]) -> None:
    line(doc, title, style="Heading 2", before=8, after=3)
    made = table(doc, PAIR)
    for label, value, *condition in lines:
        if condition:
            row_if(made, condition[0], [f"**{label}**", value])
        else:
            row(made, [f"**{label}**", value])


def _action(doc: Any) -> None:
    _pairs(doc, "1.  The action", [
        ("Court", "General Court of Justice, District Court Division, {{ caption.county }} County"),
        ("File number", "{{ caption.file_number }}   (IV-D Case No. {{ case_number }})"),
        ("Plaintiff", "{{ caption.plaintiff }}"),
        ("Defendant", "{{ caption.defendant }}"),
        ("Action", "{{ hearing.purpose }}"),
        ("Summons", "□ Original   □ Alias and pluries   □ Endorsement of the original"),
        ("First setting", "{{ hearing.weekday }}, {{ hearing.on }}, at {{ hearing.time }}, {{ hearing.courthouse }}"
         "{% if hearing.courtroom %}, Courtroom {{ hearing.courtroom }}{% endif %}"),
    ])


def _defendant(doc: Any) -> None:
    _pairs(doc, "2.  Defendant to be served", [
        ("Name", "{{ obligor }}"),
        ("Age", "{% if obligor_is_minor %}Under 18: serve a parent or guardian as well (Rule 4(j)(2)){% else %}No sign in the record of "
         "an age under 18{% endif %}"),
        ("Language", "{{ language }}", "language"),
        ("In custody", "{% for stay in custody %}{{ stay.facility }}{% if stay.since %}, since {{ stay.since }}{% endif %}"
         "{% if stay.released_on %}, release {{ stay.released_on }}{% endif %}{% endfor %}", "custody"),
    ])
    line(doc, size=5)
    tag(doc, "{%p if address_withheld %}")
    line(doc, "**Address: not stated on this sheet.** The Agency hands it to the officer who serves, apart from this sheet and from the "
         "court file.", after=2)
    tag(doc, "{%p elif addresses %}")
    made = table(doc, [1.2, 4.6, 1.2])
    row(made, ["Kind", "Address for service", "Verified"], header=True, size=10)
    rows_of(made, "place in addresses", [
        "{{ place.kind }}", "{{ place.written }}", "{% if place.verified_on %}{{ place.verified_on|short }}{% else %}Not yet{% endif %}"], size=10)
    tag(doc, "{%p else %}")
    line(doc, "**Address:** _________________________________________________________________", after=2)
    tag(doc, "{%p endif %}")
    line(doc, "**Service by:**  □ Sheriff of ____________________ County   □ Registered or certified mail, return receipt requested   "
         "□ Designated delivery service, with receipt   □ Signature confirmation of the Postal Service   (Rule 4(j)(1))", before=4)


def _time(doc: Any) -> None:
    line(doc, "3.  Time", style="Heading 2", before=8, after=3)
    made = table(doc, [4.4, 1.4, 1.2])
    row(made, ["Step", "Time", "Rule"], header=True, size=10)
    for cells in (
        ("Summons issued after the complaint is filed", "within 5 days", "4(a)"),
        ("Summons served after it is issued", "within 60 days", "4(c)"),
        ("If not served: endorsement, or alias and pluries summons, after the last one was issued", "within 90 days", "4(d), (e)"),
        ("**Defendant’s answer, after service**", "**within 30 days**", "**12(a)(1)**"),
    ):
        row(made, cells, size=10, keep=cells[2] != "**12(a)(1)**")


def _earlier(doc: Any) -> None:
    tag(doc, "{%p if summonses %}")
    line(doc, "4.  Summonses issued before", style="Heading 2", before=8, after=3)
    made = table(doc, [2.3, 1.5, 1.0, 1.1, 1.1])
    row(made, ["Paper", "Method", "Issued", "Attempted", "Result"], header=True, size=10)
    rows_of(made, "one in summonses", [
        "{{ one.paper }}", "{{ one.method }}", "{% if one.issued_on %}{{ one.issued_on|short }}{% endif %}",
        "{% if one.attempted_on %}{{ one.attempted_on|short }}{% endif %}", "{% if one.result %}{{ one.result }}{% endif %}"], size=10)
    tag(doc, "{%p else %}")
    line(doc, "4.  Summonses issued before: none on record", style="Heading 2", before=8, after=3)
    tag(doc, "{%p endif %}")


def _plaintiff(doc: Any) -> None:
    _pairs(doc, "5.  Plaintiff’s attorney", [
        ("Name", "{{ office.attorney }}{% if office.attorney_title %}, {{ office.attorney_title }}{% endif %}, N.C. State Bar No. {{ office.bar_number }}"),
        ("Address", "{{ office.name }}, {{ office.street }}, {{ office.town }}"),
        ("Telephone", "{{ office.phone }}{% if office.attorney_email %}, {{ office.attorney_email }}{% endif %}"),
    ])

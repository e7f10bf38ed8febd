"""The fact sheet: everything an attorney needs at the table, each fact with the key of its source."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Inches

from tools.nc_papers import sheet_contempt, sheet_money
from tools.nc_papers.blocks import (
    CENTER,
    RIGHT,
    borders,
    box,
    line,
    page_x_of_y,
    paper,
    picture,
    placeholder,
    row,
    row_if,
    rows_of,
    say,
    table,
    tag,
)
from tools.nc_papers.questions import ARREARS, LAST_PAYMENT, NOTICE, glance

FONT, CJK = "Carlito", "Noto Sans CJK SC"
WIDTH = 7.1
PARTIES, SIDES = ("obligor", "obligee"), ("Obligor", "Obligee")
OF_A_PARTY = (
    ("Name", "name"), ("Participant no. (MPI)", "participant_number"), ("Sex", "sex"), ("Date of birth", "born_on"), ("SSN", "ssn"),
    ("Language", "language"), ("Attorney of record", "counsel"), ("Consent to e-service", "e_service"))
ALWAYS_KNOWN = frozenset({"name", "participant_number"})
IN_CUSTODY = "Support that fell due in custody without work release or resources is not past due (G.S. 50-13.10(d)(4))."
TIMELINE = "service-timeline"
TIMELINE_ALT = "Timeline of service: when each paper was issued, tried, served and returned, up to the hearing."


def draft() -> Any:
    """The Word file."""
    doc = opened("Fact Sheet")
    at_a_glance(doc)
    parties(doc)
    children(doc)
    sheet_money.order(doc)
    sheet_money.arrears(doc)
    service(doc)
    sheet_contempt.contempt(doc)
    custody_and_military(doc)
    sheet_money.means(doc)
    recommendation(doc)
    sources(doc)
    return doc


def opened(title: str, parties: str = "{{ caption.plaintiff }} v. {{ caption.defendant }}") -> Any:
    """A sheet with its running header, its title and the hearing; ``title`` is that of the file."""
    doc = paper(font=FONT, size=10, margins=0.7, title=title, cjk=CJK)
    running(doc.sections[0])
    line(doc, "{{ title }}", style="Title", after=2)
    line(doc, parties, size=12, bold=True, after=4)
    warnings(doc)
    hearing(doc)
    return doc


def running(section: Any) -> None:
    left, right = row(table(section.header, [4.6, 2.5], grid=False), ["", ""]).cells
    say(left.paragraphs[0], "{{ office.name }}", bold=True, size=10)
    line(left, "CONFIDENTIAL · Inside the office only · Prepared for the attorney", size=8.5)
    right.paragraphs[0].alignment = RIGHT
    say(right.paragraphs[0], "{{ case.number }}", bold=True, size=20)
    for cell in (left, right):
        borders(cell, bottom=8)
    blank = section.header.paragraphs[0]
    blank._p.getparent().remove(blank._p)
    line(section.header, size=4)
    under = section.footer.paragraphs[0]
    under.alignment = CENTER
    say(under, "{{ title }}  ·  {{ hearing.on }}  ·  File No. {{ caption.file_number }}  ·  ", size=8.5)
    page_x_of_y(under, size=8.5)


def warnings(doc: Any) -> None:
    tag(doc, "{%p if case.family_violence or obligor.protected or obligee.protected %}")
    cell = box(doc, WIDTH, shade="F2F2F2", thick=18)
    say(cell.paragraphs[0], "⚠ PROTECTED PERSON. ", bold=True, size=11)
    say(cell.paragraphs[0], "Do not say in court or in any paper where a protected person or child lives, works or goes to "
        "school. No address of theirs is on this sheet.", size=10)
    for who in ("obligor", "obligee"):
        tag(cell, f"{{%p if {who}.protected %}}")
        line(cell, f"Protected: **{{{{ {who}.name }}}}**{{% if {who}.protected_because %}} ({{{{ {who}.protected_because }}}})"
             "{% endif %}")
        tag(cell, "{%p endif %}")
    tag(cell, "{%p for child in children if child.protected %}")
    line(cell, "Protected: **{{ child.name }}** (child)")
    tag(cell, "{%p endfor %}")
    line(doc, size=4)
    tag(doc, "{%p endif %}")


def hearing(doc: Any) -> None:
    made = table(doc, [2.5, 1.0, 1.2, 2.4])
    row(made, ["Hearing", "Time", "Courtroom", "Judge"], header=True, size=9)
    row(made, ["{{ hearing.weekday }}, {{ hearing.on }}", "{{ hearing.time }}", "{{ hearing.courtroom }}",
               "{% if hearing.judge %}{{ hearing.judge }}{% else %}Not recorded{% endif %}"], size=12, bold=True)
    made = table(doc, [2.5, 2.2, 2.4])
    row(made, ["{{ hearing.purpose }} ({{ hearing.code }}) ^^{{ hearing.purpose|src }}^^",
               "File No. **{{ caption.file_number }}**{% if case.docket_number and case.docket_number != caption.file_number %} (recorded as {{ case.docket_number }})"
               "{% endif %}", "{{ hearing.courthouse }}"])
    row(made, ["Case: {% if case.kind %}{{ case.kind }}{% endif %} ^^{{ case.number|src }}^^",
               "Attorney: {{ office.attorney }}", "Agent: {{ office.agent }}"])
    line(doc, size=4)


def at_a_glance(doc: Any) -> None:
    """The arrears, the last payment and the notice, and a warning where the state's balance is not ours."""
    glance(doc, [ARREARS, ("Months behind", "{{ arrears.months_behind }}"), LAST_PAYMENT, ("Notice", NOTICE)])
    state_differs(doc)


def state_differs(doc: Any) -> None:
    """A warning where the state's balance is not ours."""
    tag(doc, "{%p for balance in state_balance if balance.differs %}")
    cell = box(doc, WIDTH, shade="F2F2F2", thick=12)
    say(cell.paragraphs[0], "⚠ **State’s balance differs by {{ balance.difference }}.** On {{ balance.as_of }} the state’s "
        "system says {{ balance.total }}; the ledger gives {{ balance.computed }}. The state’s figure is "
        "{% if balance.state_is_higher %}higher{% else %}lower{% endif %}. ^^{{ balance.total|src }}^^")
    line(doc, size=4)
    tag(doc, "{%p endfor %}")


def parties(doc: Any, *, heads: tuple[str, str] = SIDES, whose: tuple[str, str] = SIDES, facts: Sequence[tuple[str, str]] = OF_A_PARTY,
            widths: Sequence[float] = (0.65, 0.8, 2.45, 1.1, 0.85, 0.85, 0.4)) -> None:
    """Obligor and obligee beside each other, and the addresses of both; ``whose`` names a side in few letters."""
    line(doc, "Parties", style="Heading 1", before=6, after=2)
    made = table(doc, [1.5, 2.4, 0.4, 2.4, 0.4])
    row(made, ["", heads[0], "Src", heads[1], "Src"], header=True, size=9)
    for label, name in facts:
        cells = [label]
        for who in PARTIES:
            said = f"{{{{ {who}.{name} }}}}"
            cells.append(said if name in ALWAYS_KNOWN else f"{{% if {who}.{name} %}}{said}{{% else %}}Not recorded{{% endif %}}")
            cells.append(f"{{{{ {who}.{name}|src }}}}")
        row(made, cells, aligns="lllll")
    row_if(made, "obligor.died_on or obligee.died_on", ["DECEASED"] + [
        cell for who in PARTIES
        for cell in (f"{{% if {who}.died_on %}}{{{{ {who}.died_on }}}}{{% endif %}}", f"{{{{ {who}.died_on|src }}}}")], bold=True)
    line(doc, size=4)
    made = table(doc, widths)
    row(made, ["Whose", "Kind", "Address", "Told by", "Verified", "Ended", "Src"], header=True, size=9)
    for who, side in zip(PARTIES, whose, strict=True):
        rows_of(made, f"a in {who}.addresses", [
            side, "{{ a.kind }}", "{{ a.written }}", "{% if a.source %}{{ a.source }}{% endif %}",
            "{% if a.verified_on %}{{ a.verified_on|short }}{% else %}Never{% endif %}",
            "{% if a.ended_on %}{{ a.ended_on|short }}{% endif %}", "{{ a.written|src }}"], size=9)
        row_if(made, f"{who}.protected", [side, "", "Withheld: protected person", "", "", "", ""], size=9, bold=True)


def children(doc: Any) -> None:
    line(doc, "Children", style="Heading 1", before=8, after=2)
    made = table(doc, [2.9, 1.1, 1.0, 1.1, 0.6, 0.4])
    row(made, ["Name", "Born", "Age at hearing", "Turns 18", "Flag", "Src"], header=True, size=9)
    rows_of(made, "child in children", [
        "{{ child.name }}{% if child.died_on %} (died {{ child.died_on|short }}){% endif %}", "{{ child.born_on|short }}",
        "{{ child.age }}", "{% if child.eighteen_on %}{{ child.eighteen_on|short }}{% endif %}",
        "{% if child.protected %}⚠{% endif %}", "{{ child.name|src }}"])


def service(doc: Any) -> None:
    line(doc, "Service of process and notice", style="Heading 1", before=8, after=2)
    picture(doc, placeholder(468, 136), name=TIMELINE, alt=TIMELINE_ALT, width=5.1)
    tag(doc, "{%p if services %}")
    made = table(doc, [1.75, 1.0, 0.8, 0.8, 1.55, 0.8, 0.4])
    row(made, ["Paper", "Method", "Issued", "Attempted", "Result", "Returned", "Src"], header=True, size=9)
    rows_of(made, "s in services", [
        "{{ s.paper }}", "{{ s.method }}", "{% if s.issued_on %}{{ s.issued_on|short }}{% endif %}",
        "{% if s.attempted_on %}{{ s.attempted_on|short }}{% endif %}",
        "{% if s.served %}**Served {{ s.served_on|short }}**{% if s.served_upon %} on {{ s.served_upon }}{% endif %}"
        "{% else %}**Not served**{% if s.result %}: {{ s.result }}{% endif %}{% endif %}",
        "{% if s.returned_on %}{{ s.returned_on|short }}{% else %}No proof yet{% endif %}", "{{ s.paper|src }}"], size=9)
    tag(doc, "{%p else %}")
    line(doc, "No paper has been issued for service.")
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for n in notice %}")
    line(doc, "Notice: {{ n.rule }} ({{ n.cite }}){% if n.unverified %}  [unverified rule]{% endif %}", style="Heading 2",
         before=6, after=2)
    tag(doc, "{%p for reading in n.readings %}")
    line(doc, "**{{ reading.name }}.** From {{ n.trigger }}. Counted: {% for d in reading.days %}{% if d.counts %}"
         "{{ d.day }} ({{ d.number }}) {% endif %}{% endfor %}→ earliest hearing day **{{ reading.earliest_on }}**.", after=1)
    line(doc, "Left out: {% for d in reading.days if not d.counts %}{{ d.day }} ({{ d.why }}){% if not loop.last %}, {% endif %}"
         "{% else %}none{% endfor %}.", indent=0.3, size=9, after=2)
    tag(doc, "{%p endfor %}")
    line(doc, "{% if n.met %}**✓ PASS.** The hearing on {{ hearing.on }} is not before {{ n.earliest_on }}, the earliest lawful day."
         "{% elif n.readings %}**✗ FAIL.** The hearing on {{ hearing.on }} comes before {{ n.earliest_on }}, the earliest lawful day."
         "{% else %}**✗ NOT SERVED.**{% if n.last_day_to_serve %} Last day to serve for this hearing: {{ n.last_day_to_serve }}."
         "{% endif %}{% endif %}", before=2)
    tag(doc, "{%p endfor %}")


def custody_and_military(doc: Any, *, of: str = "the obligor", law: str = IN_CUSTODY) -> None:
    """Whether somebody was in custody, with what the ``law`` makes of that, and the military check."""
    line(doc, f"Custody and military status of {of}", style="Heading 1", before=8, after=2)
    tag(doc, "{%p for stay in custody %}")
    line(doc, "**In custody:** {{ stay.facility }}{% if stay.since %}, since {{ stay.since }}{% endif %}"
         "{% if stay.released_on %}, release {{ stay.released_on }}{% else %}, no release date on record{% endif %}. " + law
         + " ^^{{ stay.facility|src }}^^", after=2)
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p if not custody %}")
    line(doc, "No custody on record.", after=2)
    tag(doc, "{%p endif %}")
    line(doc, "**Military check:** {{ military.checked_on }}{% if military.days_old %}, {{ military.days_old }} days old on the "
         "hearing day{% endif %}{% if military.stale %}. **Check again (50 U.S.C. 3931){% endif %}.** Result: "
         "{% if military.result %}{{ military.result }}{% else %}not recorded{% endif %}. ^^{{ military.checked_on|src }}^^")


def recommendation(doc: Any) -> None:
    line(doc, "Agent’s recommendation", style="Heading 1", before=8, after=2)
    line(doc, "{{ recommendation }} ^^{{ recommendation|src }}^^", after=4)
    line(doc, "Attorney’s notes", style="Heading 1", before=6, after=2)
    made = table(doc, [WIDTH], grid=False)
    for _ in range(6):
        borders(row(made, [""], keep=True).cells[0], bottom=4)
        made.rows[-1].height = Inches(0.32)


def sources(doc: Any) -> None:
    heading = line(doc, "Sources and as-of dates", style="Heading 1", after=2)
    heading.paragraph_format.page_break_before = True
    line(doc, "The number beside a fact is its line here. A dash means that the record holds nothing.", size=9, after=3)
    made = table(doc, [0.35, 1.0, 2.65, 0.75, 1.35, 1.0])
    row(made, ["Src", "System", "Record or rule", "As of", "Retrieved", "Checked by"], header=True, size=9)
    rows_of(made, "source in sources", [
        "{{ source.key }}", "{{ source.system }}", "{{ source.record }}", "{{ source.as_of }}", "{{ source.read }}",
        "{{ source.checked_by }}"], size=8)

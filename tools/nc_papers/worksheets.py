"""The guideline worksheets in the order of AOC-CV-627, -628 and -629: header, children, lines, who prepared it."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Inches

from tools.nc_papers.blocks import CENTER, borders, line, paper, row, rows_of, say, shaded, table, tag
from tools.nc_papers.court import CJK, footer

SANS = "Liberation Sans"
SIZE = 9
WIDTHS = [4.15, 1.15, 1.15, 1.15]
Line = tuple[str, str, str]
"""Number, words, and which columns the form has: p, d and c, or ``%`` for two percentages, ``#`` for three numbers."""

INCOME: list[Line] = [
    ("1", "MONTHLY GROSS INCOME", "pd"),
    ("1a", "a. Minus pre-existing child support payment", "pd"),
    ("1b", "b. Minus responsibility for other children", "pd"),
    ("2", "MONTHLY ADJUSTED GROSS INCOME", "pdc"),
    ("3", "PERCENTAGE SHARE OF INCOME (line 2 for each parent’s income, divided by Combined Income)", "%"),
]
SCHEDULE = "(apply line 2 Combined to the Child Support Schedule, AOC-A-162)"


def _costs(number: str) -> list[Line]:
    return [
        ("", f"{number}.  ADJUSTMENTS (expenses paid directly by each parent)", ""),
        (f"{number}a", "a. Work-related child care costs", "pd"),
        (f"{number}b", "b. Health insurance premium costs, children’s portion only (total premium ÷ number of persons covered × "
         "number of children subject of this action)", "pd"),
        (f"{number}c", "c. Extraordinary expenses", "pd"),
        (f"{number}d", f"d. Total adjustments (for each column, add {number}a, {number}b and {number}c; add the two totals for Combined)", "pdc"),
    ]


LINES: dict[str, list[Line]] = {
    "A": [
        *INCOME,
        ("4", f"BASIC CHILD SUPPORT OBLIGATION {SCHEDULE}. If the obligor’s adjusted gross income falls within the shaded area of the "
         "Schedule, the obligation on the obligor’s adjusted gross income only", "c"),
        *_costs("5"),
        ("6", "TOTAL CHILD SUPPORT OBLIGATION (add line 4 and line 5d Combined)", "c"),
        ("7", "EACH PARENT’S CHILD SUPPORT OBLIGATION (line 3 × line 6 for each parent)", "pd"),
        ("8", "NONCUSTODIAL PARENT ADJUSTMENT (noncustodial parent’s line 5d)", "pd"),
        ("9", "RECOMMENDED CHILD SUPPORT ORDER (subtract line 8 from line 7 for the noncustodial parent only; custodial parent’s column is "
         "left blank)", "pd"),
    ],
    "B": [
        *INCOME,
        ("4", f"BASIC CHILD SUPPORT OBLIGATION {SCHEDULE}", "c"),
        ("5", "SHARED CUSTODY BASIC OBLIGATION (line 4 × 1.5)", "c"),
        ("6", "EACH PARENT’S PORTION OF SHARED CUSTODY SUPPORT OBLIGATION (line 5 × line 3 for each parent)", "pd"),
        ("7", "OVERNIGHTS WITH EACH PARENT (must total 365 × number of children)", "#"),
        ("8", "PERCENTAGE WITH EACH PARENT (line 7 ÷ total overnights)", "%"),
        ("9", "SUPPORT OBLIGATION FOR TIME WITH OTHER PARENT (line 6 × other parent’s line 8)", "pd"),
        *_costs("10"),
        ("11", "EACH PARENT’S FAIR SHARE OF ADJUSTMENTS (line 10d Combined × line 3 for each parent)", "pd"),
        ("12", "ADJUSTMENTS PAID IN EXCESS OF FAIR SHARE (line 10d minus line 11; if negative, 0)", "pd"),
        ("13", "EACH PARENT’S ADJUSTED SUPPORT OBLIGATION (line 9 minus line 12)", "pd"),
        ("14", "RECOMMENDED CHILD SUPPORT ORDER (subtract the lesser amount from the greater amount in line 13; the result stands under the "
         "greater amount)", "pd"),
    ],
    "C": [
        *INCOME,
        ("4", f"BASIC CHILD SUPPORT OBLIGATION FOR ALL CHILDREN {SCHEDULE}", "c"),
        ("5a", "5.  a. Number of children residing primarily with each parent", "#"),
        ("5b", "b. Percentage of all children residing with each parent", "%"),
        ("5c", "c. Basic child support obligation for children residing with each parent (line 4 × line 5b)", "pd"),
        ("6a", "6.  a. Plaintiff’s support obligation for children with defendant (defendant’s line 5c × plaintiff’s line 3)", "pd"),
        ("6b", "b. Defendant’s support obligation for children with plaintiff (plaintiff’s line 5c × defendant’s line 3)", "pd"),
        *_costs("7"),
        ("8", "EACH PARENT’S FAIR SHARE OF ADJUSTMENTS (line 7d Combined × line 3 for each parent)", "pd"),
        ("9", "ADJUSTMENTS PAID IN EXCESS OF FAIR SHARE (line 7d minus line 8; if negative, 0)", "pd"),
        ("10", "EACH PARENT’S ADJUSTED SUPPORT OBLIGATION (line 6 minus line 9)", "pd"),
        ("11", "RECOMMENDED CHILD SUPPORT ORDER (subtract the lesser amount from the greater amount in line 10; the result stands under the "
         "greater amount)", "pd"),
    ],
}
TITLES = {
    "A": ("PRIMARY CUSTODY", "AOC-CV-627"),
    "B": ("JOINT OR SHARED PHYSICAL CUSTODY", "AOC-CV-628"),
    "C": ("SPLIT CUSTODY", "AOC-CV-629"),
}
WHEN = {
    "A": "For a child or children who reside primarily with one parent or a third party (at least 243 nights a year).",
    "B": "STOP where either parent has the children less than 123 nights a year; use Worksheet A. Each parent assumes financial "
         "responsibility for the children during that parent’s time.",
    "C": "For two or more children where each parent has primary custody of at least one of them and no child’s custody is shared.",
}


def draft_a() -> Any:
    """Worksheet A."""
    return _draft("A")


def draft_b() -> Any:
    """Worksheet B."""
    return _draft("B")


def draft_c() -> Any:
    """Worksheet C."""
    return _draft("C")


def _draft(letter: str) -> Any:
    custody, form = TITLES[letter]
    doc = paper(font=SANS, size=SIZE, margins=0.45, title=f"Child Support Worksheet {letter}", cjk=CJK)
    footer(doc.sections[0], f"Worksheet {letter}, lines as on {form}")
    _header(doc, letter, custody, form)
    _children(doc)
    line(doc, WHEN[letter], italic=True, before=4, after=4, size=8.5)
    _lines(doc, LINES[letter])
    _end(doc)
    return doc


def _header(doc: Any, letter: str, custody: str, form: str) -> None:
    made = table(doc, [3.8, 3.8])
    left, right = row(made, ["", ""]).cells
    say(left.paragraphs[0], "**STATE OF NORTH CAROLINA**")
    line(left, "{{ caption.county|upper }} County", before=6)
    say(right.paragraphs[0], "File No.  **{{ caption.file_number }}**")
    for text in ("IV-D Case No.  **{{ case_number }}**", "Case No. (Code)  ________________________", "UIFSA Case No.  ________________________"):
        line(right, text, before=1)
    left, right = row(made, ["", ""]).cells
    say(left.paragraphs[0], "Plaintiff:  {{ caption.plaintiff }}")
    line(left, "VERSUS", align=CENTER, before=2, after=2, bold=True, size=8)
    line(left, "Defendant:  {{ caption.defendant }}")
    say(right.paragraphs[0], "In the General Court of Justice")
    line(right, "☒ District   ☐ Superior Court Division       ☒ Civil   ☐ Criminal", before=1, after=4)
    line(right, f"WORKSHEET {letter}", style="Heading 1", align=CENTER)
    line(right, "CHILD SUPPORT OBLIGATION", align=CENTER, bold=True)
    line(right, custody, align=CENTER, bold=True)
    line(right, f"(lines as on {form}; G.S. 50-13.4(c))", align=CENTER, size=8)


def _children(doc: Any) -> None:
    line(doc, size=4)
    made = table(doc, [5.6, 2.0])
    row(made, ["Children", "Date of birth"], header=True, size=8)
    rows_of(made, "child in children", ["{{ child.name }}", "{{ child.born_on|short }}"], size=SIZE)


def _lines(doc: Any, lines: Sequence[Line]) -> None:
    made = table(doc, WIDTHS)
    row(made, ["", "Plaintiff", "Defendant", "Combined"], header=True, aligns="lccc", size=SIZE)
    for number, words, columns in lines:
        top = number.isdigit()
        text = f"{number}.  {words}" if top else words
        added = row(made, [text, *_cells(number, columns)], aligns="lrrr", size=8.5, bold=number == lines[-1][0])
        hung = added.cells[0].paragraphs[0].paragraph_format
        first = 0.22 if top or words[:1].isdigit() else 0.18
        hung.left_indent, hung.first_line_indent = Inches(first if top or words[:1].isdigit() else 0.4), Inches(-first)
        for cell, letter in zip(added.cells[1:], "pdc", strict=True):
            if not _has(columns, letter):
                shaded(cell, "D9D9D9")
    for cell in made.rows[-1].cells:
        borders(cell, top=12, bottom=12, start=12, end=12)


def _has(columns: str, letter: str) -> bool:
    return columns == "#" or letter in columns or (columns == "%" and letter != "c")


def _cells(number: str, columns: str) -> list[str]:
    names = dict(zip("pdc", ("plaintiff", "defendant", "combined"), strict=True))
    unit = " %" if columns == "%" else ""
    return [
        f"{{% if lines.line_{number}.{name} %}}{{{{ lines.line_{number}.{name} }}}}{unit}{{% endif %}}" if _has(columns, letter) else ""
        for letter, name in names.items()
    ]


def _end(doc: Any) -> None:
    line(doc, "{% if payer %}The {{ payer }} pays **{{ recommended }}** a month{% else %}Neither parent pays the other{% endif %}, for a hearing on "
         "{{ hearing.on }}.{% if shaded %} The obligor’s income is in the shaded area: the obligation is on that income alone, and lines 5a to "
         "5d are not added.{% endif %}{% if minimum %} The minimum order is due unless the Court deviates.{% endif %}", before=6, keep=True)
    tag(doc, "{%p for remark in remarks %}")
    line(doc, "{{ remark.words }}", size=8, before=1)
    tag(doc, "{%p endfor %}")
    line(doc, size=4)
    left, right = row(table(doc, [2.0, 5.6]), ["", ""]).cells
    say(left.paragraphs[0], "Date", size=8)
    line(left, "{{ prepared_on|short }}")
    say(right.paragraphs[0], "Worksheet prepared by", size=8)
    line(right, "{{ prepared_by }}, {{ office.name }}")
    line(doc, "Computed with {{ rows }}{% if unverified %}; the Schedule and figures are to be compared with AOC-A-162 (Rev. 1/23){% endif %}.", size=7.5,
         before=3)


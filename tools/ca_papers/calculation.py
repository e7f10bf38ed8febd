"""The guideline calculation, to be attached to a motion or handed up: each step with its law, the range, the costs."""

from typing import Any

from tools.ca_papers.court import CHILDREN
from tools.nc_papers.blocks import CENTER, line, page_x_of_y, paper, row, rows_of, say, table, tag

SANS, CJK = "Liberation Sans", "Noto Serif CJK SC"
SIZE, FINE = 9, 8.5


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SANS, size=SIZE, margins=0.55, title="Guideline Calculation", cjk=CJK)
    _footer(doc)
    _header(doc)
    _answer(doc)
    _steps(doc)
    _range(doc)
    _costs(doc)
    _end(doc)
    return doc


def _footer(doc: Any) -> None:
    under = doc.sections[0].footer.paragraphs[0]
    under.alignment = CENTER
    say(under, "Guideline calculation  ·  Case No. {{ caption.file_number }}  ·  ", size=8.5)
    page_x_of_y(under, size=8.5)


def _header(doc: Any) -> None:
    line(doc, "GUIDELINE CALCULATION OF CHILD SUPPORT", style="Heading 1", align=CENTER)
    line(doc, "Fam. Code, §§ 4050-4076", align=CENTER, after=4)
    made = table(doc, [4.1, 3.0])
    row(made, ["SUPERIOR COURT OF CALIFORNIA, COUNTY OF {{ caption.county|upper }}", "Case No. **{{ caption.file_number }}**"])
    row(made, ["{{ caption.plaintiff_label }}: {{ caption.plaintiff }}", "Local child support agency case {{ case_number }}"])
    row(made, ["{{ caption.defendant_label }}: {{ caption.defendant }}", "Hearing: {{ hearing.on }}, {{ hearing.time }}, Dept. {{ hearing.courtroom }}"])
    row(made, ["{{ caption.other_parent_label }}: {{ caption.other_parent }}", "Support period: {{ period_on|month }}"])
    line(doc, f"Children: {CHILDREN}.", before=6)
    line(doc, "Parent A is {{ obligor }}; parent B is {{ obligee }}.", after=4)


def _answer(doc: Any) -> None:
    made = table(doc, [7.1])
    row(made, ["{% if payer %}**Guideline child support: {{ recommended }} a month, to be paid by {% if payer == 'obligor' %}{{ obligor }}{% else %}"
               "{{ obligee }}{% endif %}**{% for w in with_shares %}; with {{ w.shares }} of the additional support below: **{{ w.total }}** a month{% endfor %}{% else %}**By the guideline neither parent pays the other child support.**{% endif %}"], shade="F2F2F2", size=11)


def _steps(doc: Any) -> None:
    line(doc, "Steps of the formula: CS = K [HN − (H%)(TN)]", style="Heading 2", before=6, after=2)
    made = table(doc, [3.55, 1.05, 2.5])
    row(made, ["Step", "Value", "Law"], header=True, aligns="lrl", size=SIZE)
    rows_of(made, "step in steps", ["{{ step.what }}", "{{ step.value }}", "{{ step.cite }}"], aligns="lrl", size=FINE)


def _range(doc: Any) -> None:
    tag(doc, "{%p if low_income %}")
    line(doc, "Low-income adjustment (Fam. Code, § 4055(b)(7), (c))", style="Heading 2", before=6, after=2)
    tag(doc, "{%p for l in low_income %}")
    line(doc, "The payer’s net disposable income is below {{ l.threshold }}, the gross monthly pay of full-time work at the State’s minimum wage. "
         "The adjustment is presumed. It is at most {{ l.max_reduction }}, so that the support is from **{{ l.low }}** to **{{ l.high }}** a month; "
         "the court sets it within this range by the principles of section 4053 and its effect on both parents’ net incomes.", size=FINE)
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p endif %}")


def _costs(doc: Any) -> None:
    tag(doc, "{%p if costs %}")
    line(doc, "Additional support (Fam. Code, §§ 4061-4063)", style="Heading 2", before=6, after=2)
    made = table(doc, [1.9, 1.0, 1.8, 1.2, 1.2])
    row(made, ["Cost", "A month", "Shared", "Parent A", "Parent B"], header=True, aligns="lrlrr", size=SIZE)
    rows_of(made, "cost in costs", ["{{ cost.kind }}", "{{ cost.amount }}", "{{ cost.way }}", "{{ cost.obligor }}", "{{ cost.obligee }}"],
            aligns="lrlrr", size=SIZE)
    tag(doc, "{%p for cost in costs %}")
    line(doc, "Parent A’s part of {{ cost.kind }} is {{ cost.obligor_proportional }} in proportion to net incomes and {{ cost.obligor_half }} by halves.",
         size=FINE, before=2)
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p endif %}")


def _end(doc: Any) -> None:
    tag(doc, "{%p for remark in remarks %}")
    line(doc, "{{ remark.words }}", before=2, size=FINE)
    tag(doc, "{%p endfor %}")
    line(doc, "The net incomes were given, not computed here: {{ nets_from }}. Taxes and deductions are those of the program that gave them "
         "(Cal. Rules of Court, rule 5.275).", before=4, size=FINE)
    line(doc, "Prepared by {{ prepared_by }}, {{ office.name }}, on {{ prepared_on }}. Computed with {{ rows }}{% if unverified %}; not every row has been "
         "verified by an attorney{% endif %}.", before=2, size=FINE)

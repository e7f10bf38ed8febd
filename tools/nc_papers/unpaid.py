"""Schedule of unpaid months: what stands unpaid month by month, beside a motion for contempt. It proves no ability."""

from typing import Any

from tools.nc_papers.blocks import line, paper, row, row_if, table, tagged
from tools.nc_papers.court import CJK, SERIF, caption, footer
from tools.nc_papers.kinds import OF_KINDS, months_by_kind
from tools.nc_papers.pleading import Numbers
from tools.nc_papers.statement import certification, orders_listed

TITLE = "Schedule of Unpaid Months"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "SCHEDULE OF UNPAID MONTHS", "Noncompliance with Orders of Support", "as of {{ arrears.as_of }}",
            cite="G.S. 5A-21, 5A-23, 50-13.9(d)")
    numbers = Numbers(doc, spacing=1.15)
    numbers.say("{{ obligor }} (the “Obligor”) is under these orders of support in IV-D Case No. {{ case_number }}, support "
                "being due on the first day of each month (G.S. 50-13.4(c)):", keep=True)
    orders_listed(doc)
    numbers.say("The table shows every month from {{ since }} through {{ arrears.as_of }} whose support was not paid in full, over "
                "{{ years }} years. Money is credited to the support of the month in which it was collected and then to the oldest support that is unpaid "
                "(42 U.S.C. §\u00a0657(a)).{% if arrears.credited %} Where support of a month was credited for a proven direct payment, by finding of a "
                "court or by correction of the account, that stands under the money paid on it.{% endif %}")
    numbers.say("Past due support in all, of these months and of older ones, is {{ arrears.total }}" + OF_KINDS + " on {{ arrears.as_of }}.{% if "
                "arrears.last_payment_on %} The last payment, {{ arrears.last_payment }}, was collected on {{ arrears.last_payment_on }}."
                "{% endif %}")
    _months(doc)
    numbers.say("This schedule shows what is unpaid and nothing else. Whether the failure to pay was willful, and whether the Obligor is able to "
                "comply or to take reasonable measures to comply, is for the evidence at the hearing (G.S. 5A-21(a); 45 CFR 303.6(c)(4)).")
    certification(doc)
    return doc


def _months(doc: Any) -> None:
    line(doc, "UNPAID MONTHS", style="Heading 2", before=12, after=4)
    made = table(doc, [0.6, 1.9, 1.35, 1.3, 1.35])
    row(made, ["No.", "Due on", "Ordered", "Paid", "Unpaid"], header=True, aligns="clrrr", size=11)
    tagged(made, "{%tr for m in unpaid_months %}", size=11)
    row(made, ["{{ m.number }}", "{{ m.due_on }}", "{{ m.ordered }}", "{{ m.paid }}", "{{ m.unpaid }}"], aligns="clrrr", size=11)
    months_by_kind(made, "m", aligns="clrrr", size=10)
    row_if(made, "m.credited", ["", "credited on that month", "", "{{ m.credited }}", ""], aligns="clrrr", size=11)
    tagged(made, "{%tr endfor %}", size=11)
    row(made, ["", "Unpaid in all", "", "", "{{ unpaid }}"], aligns="clrrr", size=11, bold=True)
    line(doc, size=6)

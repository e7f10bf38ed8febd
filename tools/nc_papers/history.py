"""The payment history exhibit: what was ordered, each payment by day of collection and amount, and the certification."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, row_if, rows_of, table, tag
from tools.nc_papers.court import CJK, SERIF, caption, footer, keeper_signature
from tools.nc_papers.credits import ROWS, credits_listed
from tools.nc_papers.kinds import rows_by_kind

TITLE = "Payment History"
LISTED = (3.4, 0.95, 1.1, 1.05)


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "PAYMENT HISTORY", "Records of the Child Support Agency as of {{ arrears.as_of }}", cite="G.S. 50-13.9(b1)")
    line(doc, "This exhibit is drawn from the records that {{ office.name }}, the designated child support enforcement agency, "
         "keeps to monitor compliance with the child support order in this case. It shows the amount of each payment received "
         "from or on behalf of {{ obligor }} (the “Obligor”) and the date on which it was received. {{ obligee }} is the person "
         "for whom support is collected.", first=0.5, spacing=1.15, after=6)
    _summary(doc)
    _months(doc)
    _payments(doc)
    _certification(doc)
    return doc


def _summary(doc: Any) -> None:
    line(doc, "1.  Summary", style="Heading 2", before=8, after=4)
    made = table(doc, [4.6, 1.9])
    row(made, ["Item", "Date or amount"], header=True, aligns="lr")
    for condition, cells in (
        ("order", ["Date of the order", "{{ order.0.ordered_on }}"]),
        ("order", ["Current support each month, due on the first day", "{{ order.0.monthly_support }}"]),
        ("order", ["Payment toward arrears each month", "{{ order.0.monthly_on_arrears }}"]),
        ("arrears.opening_on", ["Balance owed on {{ arrears.opening_on }}", "{{ arrears.opening }}"]),
        ("", ["Support that fell due{% if arrears.opening_on %} after that day,{% endif %} through {{ arrears.as_of }}", "{{ arrears.charged }}"]),
        ("", ["Payments received, less payments returned unpaid", "{{ arrears.paid }}"]),
        *((f"arrears.{name}", [f"Less {way}", f"{{{{ arrears.{name} }}}}"]) for name, way in ROWS.items()),
        ("arrears.to_interest", ["Plus what of the money was applied to interest", "{{ arrears.to_interest }}"]),
    ):
        if condition:
            row_if(made, condition, cells, aligns="lr")
        else:
            row(made, cells, aligns="lr")
    row(made, ["Balance owed as of {{ arrears.as_of }}", "{{ arrears.total }}"], aligns="lr", bold=True)
    rows_by_kind(made, aligns="lr")
    row_if(made, "arrears.interest", ["Interest, beside that balance", "{{ arrears.interest }}"], aligns="lr")
    tag(doc, "{%p if arrears.suspended %}")
    line(doc, "No support was charged {{ arrears.suspended }}.", before=4)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p if arrears.interest %}")
    line(doc, "{{ arrears.interest_rule }}", before=4)
    tag(doc, "{%p endif %}")


def _months(doc: Any) -> None:
    line(doc, "2.  Support due and paid, by month", style="Heading 2", before=14, after=4)
    made = table(doc, [2.0, 1.5, 1.5, 1.5])
    row(made, ["Month", "Support due", "Paid", "Balance owed"], header=True, aligns="lrrr", size=11)
    row_if(made, "arrears.opening_on", ["Balance on {{ arrears.opening_on|short }}", "", "", "{{ arrears.opening }}"],
           aligns="lrrr", size=11)
    months_listed(made)
    row(made, ["Total", "{{ arrears.charged }}", "{{ arrears.paid }}", "{{ arrears.total }}"], aligns="lrrr", size=11,
        bold=True)
    total_credited(made)


def total_credited(made: Any) -> None:
    """What was credited in all, under the totals of the months."""
    row_if(made, "arrears.credited", ["less credits and corrections", "", "{{ arrears.credited }}", ""], aligns="lrrr", size=11, bold=True)


def months_listed(made: Any) -> None:
    """A row for each month, and under it what else moved its balance."""
    row(made, ["{%tr for month in months %}", "", "", ""], size=11)
    row(made, ["{{ month.month|month }}", "{{ month.ordered }}", "{{ month.paid }}", "{{ month.balance }}"], aligns="lrrr", size=11)
    for name, words in (("credited", "less credits and corrections"), ("to_interest", "plus applied to interest")):
        row_if(made, f"month.{name}", [words, "", f"{{{{ month.{name} }}}}", ""], aligns="lrrr", size=11)
    row(made, ["{%tr endfor %}", "", "", ""], size=11)


def _payments(doc: Any) -> None:
    line(doc, "3.  Each payment", style="Heading 2", before=14, after=4)
    line(doc, "{%p if payments %}")
    payments_listed(doc)
    line(doc, "{%p else %}")
    line(doc, "The record shows no payment{% if arrears.opening_on %} after {{ arrears.opening_on }}{% endif %}.", first=0.5)
    line(doc, "{%p endif %}")
    credits_listed(doc, "4.  What was credited beside payments collected", level=2, size=11, widths=LISTED)


def payments_listed(doc: Any) -> None:
    """A row for each payment, and their total."""
    made = table(doc, [0.8, 2.0, 1.7, 2.0])
    row(made, ["No.", "Collected on", "Amount", "Remark"], header=True, aligns="rlrl", size=11)
    rows_of(made, "payment in payments", [
        "{{ loop.index }}", "{{ payment.collected_on|short }}", "{{ payment.amount }}",
        "{% if payment.returned %}Payment returned unpaid{% endif %}"], aligns="rlrl", size=11)
    row(made, ["", "Total", "{{ arrears.paid }}", ""], aligns="rlrl", size=11, bold=True)


def _certification(doc: Any) -> None:
    line(doc, "CERTIFICATION OF PAYMENT RECORDS", style="Heading 1", align=CENTER, before=22, after=6)
    line(doc, "I act for {{ office.name }}, the designated child support enforcement agency in IV-D Case No. "
         "{{ case_number }}, and am its designated representative to authenticate its payment records. The agency maintains records that show the amount of each payment of child support "
         "received from or on behalf of the Obligor and the date on which each payment was received, and I have access to "
         "them. I certify under G.S. 50-13.9(b1) that the payments and dates shown in this exhibit are a true and complete "
         "account of those records for the period shown as of {{ arrears.as_of }}, and that the balances follow from them by "
         "addition and subtraction.", first=0.5, spacing=1.15, keep=True)
    keeper_signature(doc)

"""Affidavit of arrears: the account by month, each payment, and the agency's certification (G.S. 50-13.9(b1))."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, row_if, rows_of, table, tag
from tools.nc_papers.court import CJK, SERIF, caption, footer, oath
from tools.nc_papers.credits import credits_listed, rows_credited
from tools.nc_papers.history import LISTED, months_listed, payments_listed, total_credited
from tools.nc_papers.kinds import rows_by_kind
from tools.nc_papers.pleading import CHILDREN, Numbers

TITLE = "Affidavit of Arrears"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "AFFIDAVIT OF ARREARS", "with Certified Payment Records", cite="G.S. 50-13.9(b1)")
    line(doc, "{{ office.agent }}, being first duly sworn, says:", first=0.5, spacing=1.25, after=4, keep=True)
    numbers = Numbers(doc, spacing=1.25)
    _account(doc, numbers)
    _schedules(doc)
    line(doc, "CERTIFICATION AND OATH", style="Heading 1", align=CENTER, before=22, after=6)
    oath(doc, "I am the designated representative of the Agency for the authentication of its payment records. I certify under G.S. 50-13.9(b1) "
         "that Schedules A and B are a true account of the records that the Agency maintains of the amount of each payment received "
         "from or on behalf of the Obligor and of the date on which it was received, and that the balances follow from them and from "
         "the orders by addition and subtraction. I have read this affidavit, and what it says is true to my own knowledge and to those "
         "records.")
    return doc


def _account(doc: Any, numbers: Numbers) -> None:
    numbers.say("I act for {{ office.name }} (the “Agency”), which is the designated child support enforcement agency in IV-D Case No. "
                "{{ case_number }}, has the responsibility of monitoring compliance with the child support orders in the case, and keeps "
                "the records of payments (G.S. 50-13.9(b1)). I have access to those records.")
    numbers.say(f"{{{{ obligor }}}} (the “Obligor”) is under order to pay support for {CHILDREN}. {{{{ obligee }}}} is the person for whom it "
                "is collected. Support is due on the first day of each month under:", keep=True)
    made = table(doc, [1.7, 1.7, 1.55, 1.55])
    row(made, ["Order of", "In effect from", "Current support", "Toward arrears"], header=True, aligns="llrr", size=11)
    rows_of(made, "order in orders", [
        "{{ order.ordered_on }}", "{{ order.effective_on }}{% if order.ended_on %} to {{ order.ended_on }}{% endif %}",
        "{{ order.monthly_support }}", "{{ order.monthly_on_arrears }}"], aligns="llrr", size=11)
    line(doc, size=6)
    numbers.say("As of {{ arrears.as_of }} the Obligor owes past due support of **{{ arrears.total }}**, reached as follows:", keep=True)
    made = table(doc, [4.7, 1.8])
    row(made, ["Account", "Amount"], header=True, aligns="lr", size=11)
    row_if(made, "arrears.opening_on", ["Balance owed on {{ arrears.opening_on }}", "{{ arrears.opening }}"], aligns="lr", size=11, keep=True)
    row(made, ["Support that fell due{% if arrears.opening_on %} after that day,{% endif %} through {{ arrears.as_of }}",
               "{{ arrears.charged }}"], aligns="lr", size=11, keep=True)
    row(made, ["Less payments received, less payments returned unpaid", "{{ arrears.paid }}"], aligns="lr", size=11, keep=True)
    rows_credited(made, "Less {way}", cells=2, aligns="lr", size=11)
    row_if(made, "arrears.to_interest", ["Plus what of the money was applied to interest", "{{ arrears.to_interest }}"], aligns="lr",
           size=11, keep=True)
    row(made, ["Past due support owed on {{ arrears.as_of }}", "{{ arrears.total }}"], aligns="lr", size=11, bold=True)
    rows_by_kind(made, aligns="lr", size=11)
    line(doc, size=6)
    numbers.say_if("arrears.interest", "Interest of {{ arrears.interest }} stands beside that support. {{ arrears.interest_rule }}")
    numbers.say_if("arrears.suspended", "No support was charged {{ arrears.suspended }}.")
    numbers.say("That is {{ arrears.months_behind }} times one month’s support. {% if arrears.unpaid_since %}With payments applied to the "
                "support of their month first and then to the oldest (42 U.S.C. §\u00a0657(a)), the oldest that is unpaid fell due on "
                "{{ arrears.unpaid_since }}. {% endif %}{% if arrears.last_payment_on %}The last payment, {{ arrears.last_payment }}, was collected on {{ arrears.last_payment_on }}.{% else %}The records show no "
                "payment.{% endif %}")
    numbers.say_if("custody",
                   "The Agency’s records show the Obligor in custody: {% for stay in custody %}{{ stay.facility }}{% if stay.since %}, from "
                   "{{ stay.since }}{% endif %}{% if stay.released_on %} to {{ stay.released_on }}{% endif %}{% endfor %}. The account above has "
                   "{% if arrears.suspended %}been reduced for the time named before and no other{% else %}not been reduced for that "
                   "time{% endif %}. No arrearage accrues while a supporting party is incarcerated, is not on work release, "
                   "and has no resources with which to pay (G.S. 50-13.10(d)(4)).")
    numbers.say("Schedule A shows the account by month, and Schedule B each payment by the date of collection and the amount."
                "{% if arrears.credits %} Schedule C shows what was credited beside them. All are part of this affidavit.{% else %} Both are part "
                "of this affidavit.{% endif %}")


def _schedules(doc: Any) -> None:
    line(doc, "SCHEDULE A: SUPPORT DUE AND PAID, BY MONTH", style="Heading 2", before=14, after=4)
    made = table(doc, [2.0, 1.5, 1.5, 1.5])
    row(made, ["Month", "Support due", "Paid", "Running balance"], header=True, aligns="lrrr", size=11)
    row_if(made, "arrears.opening_on", ["Balance on {{ arrears.opening_on|short }}", "", "", "{{ arrears.opening }}"], aligns="lrrr", size=11)
    months_listed(made)
    row(made, ["Total", "{{ arrears.charged }}", "{{ arrears.paid }}", "{{ arrears.total }}"], aligns="lrrr", size=11, bold=True)
    total_credited(made)
    line(doc, "SCHEDULE B: EACH PAYMENT", style="Heading 2", before=14, after=4)
    tag(doc, "{%p if payments %}")
    payments_listed(doc)
    tag(doc, "{%p else %}")
    line(doc, "The records show no payment{% if arrears.opening_on %} after {{ arrears.opening_on }}{% endif %}.", first=0.5)
    tag(doc, "{%p endif %}")
    credits_listed(doc, "SCHEDULE C: WHAT WAS CREDITED BESIDE PAYMENTS COLLECTED", level=2, size=11, widths=LISTED)

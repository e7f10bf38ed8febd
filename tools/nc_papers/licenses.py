"""Motion to revoke licensing privileges, by way of show cause (G.S. 50-13.12, 110-142.2, 50-13.9(d))."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, rows_of, table, tag
from tools.nc_papers.court import CJK, SERIF, caption, footer, oath, signature
from tools.nc_papers.kinds import OF_KINDS
from tools.nc_papers.pleading import AGENCY, CHILDREN, Numbers, opening, prayer

TITLE = "Motion to Revoke Licensing Privileges"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "MOTION TO REVOKE LICENSING PRIVILEGES", cite="G.S. 50-13.12; G.S. 110-142.2; G.S. 50-13.9(d)")
    opening(doc, f"Plaintiff, through {AGENCY}, moves that the licensing privileges of {{{{ obligor }}}} (the “Obligor”) be revoked for failure to "
            "pay child support, and that the Obligor be ordered to appear and show cause. In support of this motion the Agency alleges:")
    numbers = Numbers(doc)
    numbers.say("The Obligor is under an order, entered in this file on {{ order.ordered_on }}{% if order.judge %} by {{ order.judge }}{% endif %}, "
                f"to pay {{{{ order.monthly_support }}}} each month, due on the first day of each month, for the support of {CHILDREN} (the "
                "“Order”). It is collected for {{ obligee }}.")
    numbers.say("As of {{ arrears.as_of }} the Obligor owes past due support of **{{ arrears.total }}**" + OF_KINDS + ". {% if arrears.last_payment_on %}The last "
                "payment, {{ arrears.last_payment }}, was collected on {{ arrears.last_payment_on }}.{% else %}The Agency’s record shows no "
                "payment.{% endif %}")
    _tests(doc, numbers)
    _licenses(doc, numbers)
    numbers.say("Upon information and belief, the Obligor was able to comply with the Order and has willfully failed to comply with it.")
    prayer(doc, "The Agency therefore asks the Court:", [
        "to order the Obligor to appear and show cause, and to bring records of employment, licensing privileges, and the amount and sources of "
        "disposable income, by an order served under Rule 4 at least five days before the hearing (G.S. 50-13.9(d); G.S. 5A-23(a));",
        ("arrears.one_month_behind", "to find that the Obligor is willfully delinquent in an amount equal to at least one month’s support and holds "
         "the privileges named, and to revoke some or all of them until the delinquent amount is paid in full (G.S. 50-13.12(b));"),
        ("arrears.ninety_days_behind", "to find that the Obligor is at least ninety days in arrears and has willfully failed to comply, and to revoke "
         "the Obligor’s license to drive and licenses to hunt, fish or trap, and to direct that registration of the Obligor’s motor vehicle "
         "be refused (G.S. 110-142.2(a) and (b));"),
        "if the revocation is stayed, to do so only on full payment of the delinquency over time and upkeep of current support and, under "
        "G.S. 110-142.2(b), on an immediate first payment of at least five percent of the delinquency or $500.00, whichever is less; and",
        "to grant such other relief as is just and proper.",
    ])
    signature(doc)
    line(doc, "VERIFICATION", style="Heading 1", align=CENTER, before=24, after=8)
    oath(doc, "{{ office.agent }}, being first duly sworn, says: I act for the Agency in this case. I have read this motion and know what it says. "
         "It is true to my own knowledge and to the Agency’s records of the case, except what is alleged upon information and belief; and that "
         "I believe to be true.")
    return doc


def _tests(doc: Any, numbers: Numbers) -> None:
    numbers.say("The tests of the two statutes, as of that day:", keep=True)
    made = table(doc, [1.55, 2.5, 1.75, 0.7])
    row(made, ["Statute", "Test", "The account", "Met"], header=True, aligns="lllc", size=10.5)
    row(made, ["G.S. 50-13.12(b)", "Delinquent by at least one month’s child support", "{{ arrears.months_behind }} months’ support",
               "{% if arrears.one_month_behind %}Yes{% else %}No{% endif %}"], aligns="lllc", size=10.5, keep=True)
    row(made, ["G.S. 110-142.2(a)", "At least 90 days in arrears",
               "{% if arrears.days_behind %}{{ arrears.days_behind }} days{% if arrears.unpaid_since %}, since {{ arrears.unpaid_since }}{% endif %}"
               "{% else %}No support unpaid{% endif %}", "{% if arrears.ninety_days_behind %}Yes{% else %}No{% endif %}"], aligns="lllc", size=10.5)
    line(doc, size=6)


def _licenses(doc: Any, numbers: Numbers) -> None:
    tag(doc, "{%p if licenses %}")
    numbers.say("According to the Agency’s records, the Obligor holds these licensing privileges:", keep=True)
    made = table(doc, [0.6, 5.4])
    row(made, ["No.", "Licensing privilege"], header=True, aligns="rl", size=10.5)
    rows_of(made, "license in licenses", ["{{ loop.index }}", "{{ license.description }}"], aligns="rl", size=10.5)
    line(doc, size=6)
    tag(doc, "{%p else %}")
    numbers.say("The Agency’s records name no license of the Obligor. The Agency asks the Court to find from the records that the Obligor brings "
                "which licensing privileges the Obligor holds.")
    tag(doc, "{%p endif %}")

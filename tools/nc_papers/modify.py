"""Motion in the cause to modify child support on changed circumstances (G.S. 50-13.7, 50-13.10)."""

from typing import Any

from tools.nc_papers.blocks import paper
from tools.nc_papers.court import CJK, SERIF, caption, footer, signature
from tools.nc_papers.pleading import AGENCY, CHILDREN, Numbers, opening, prayer

TITLE = "Motion to Modify Child Support"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "MOTION TO MODIFY CHILD SUPPORT", cite="G.S. 50-13.7(a); G.S. 50-13.10")
    opening(doc, f"Plaintiff, through {AGENCY}, moves in the cause under G.S. 50-13.7(a) that the order for the support of the children "
            "be modified because circumstances have changed. In support of this motion the Agency shows:")
    numbers = Numbers(doc)
    for text in (
        "{{ obligor }} (the “Obligor”) is under an order of this Court, entered in this file on {{ order.ordered_on }}"
        "{% if order.judge %} by {{ order.judge }}{% endif %} and in effect from {{ order.effective_on }} (the “Order”), to pay support "
        f"for {CHILDREN}. The action is brought on behalf of {{{{ obligee }}}}.",
        "The Order requires {{ order.monthly_support }} each month in current support"
        "{% if order.monthly_on_arrears != '$0.00' %} and {{ order.monthly_on_arrears }} each month toward arrears, "
        "{{ order.monthly_total }} in all{% endif %}{% if order.medical_insurance %}. To carry health insurance under the "
        "Order: {{ order.medical_insurance }}{% endif %}.",
        "Since the Order was entered, circumstances have changed in these ways: {{ pleaded_change }}",
    ):
        numbers.say(text)
    numbers.say_if(
        "guideline_support",
        "On what the Agency now knows, the North Carolina Child Support Guidelines give {{ guideline_support }} a month"
        "{% if difference %}, which is {{ difference }} than the Order{% endif %}. Full years since the Order was "
        "entered: {{ order_age }}. Under the Guidelines a difference of fifteen percent or more is presumed to be a substantial change of circumstances "
        "where an order is at least three years old when the motion is filed. A worksheet is to be offered at the hearing.",
        "The Agency asks that support be computed at the hearing under the North Carolina Child Support Guidelines "
        "(G.S. 50-13.4(c) and (c1)).")
    numbers.say("The Agency asks for this modification: {{ pleaded_relief }}")
    numbers.say("This motion is filed, and notice of it is given to all parties, so that payments due after its filing may be modified. A "
                "payment that was past due before then is vested and is not to be vacated or reduced (G.S. 50-13.10(a)).")
    prayer(doc, "The Agency therefore asks the Court:", [
        "to hear this motion on at least ten days’ notice to the other parties, with notice to the persons whom G.S. 50-13.5(e) names "
        "(G.S. 50-13.5(d)(1));",
        "to find that circumstances have changed and to modify the Order as asked, for payments due after the filing of this motion;",
        "to keep the Order otherwise in force, with payments to the State Child Support Collection and Disbursement Unit by income "
        "withholding (G.S. 50-13.4(d); G.S. 110-136.3); and",
        "to grant such other relief as is just and proper.",
    ])
    signature(doc)
    return doc

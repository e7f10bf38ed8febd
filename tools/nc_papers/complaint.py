"""Complaint for paternity and support in the county's name (G.S. 49-14, 50-13.4, 110-130.1(c), 110-135)."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, rows_of, table
from tools.nc_papers.court import CJK, SERIF, caption, footer, oath, signature
from tools.nc_papers.pleading import Numbers, opening, prayer

TITLE = "Complaint for Child Support"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], "Complaint")
    caption(doc, "COMPLAINT", "for {% if paternity_at_issue %}Paternity and {% endif %}Child Support"
            "{% if assistance %} and for Public Assistance Paid{% endif %}",
            cite="G.S. {% if paternity_at_issue %}49-14, {% endif %}50-13.4, {% if assistance %}110-135, {% endif %}110-130.1(c)")
    opening(doc, "Plaintiff complains of Defendant and alleges:")
    numbers = Numbers(doc)
    _parties(numbers)
    _children(doc, numbers)
    _claims(numbers)
    prayer(doc, "Plaintiff therefore asks the Court to order:", _asked())
    signature(doc)
    line(doc, "VERIFICATION", style="Heading 1", align=CENTER, before=24, after=8)
    oath(doc, "{{ office.agent }}, being first duly sworn, says: I act for the Agency in this case. I have read this complaint and "
         "know what it says. It is true to my own knowledge and to the Agency’s records of the case, except what is alleged "
         "upon information and belief; and that I believe to be true.")
    return doc


def _parties(numbers: Numbers) -> None:
    numbers.say("This action is brought under G.S. 110-130.1(c) in the name of the county, through {{ office.name }}, the designated "
                "child support enforcement agency (the “Agency”), on behalf of {{ obligee }}, to whom the Agency provides services "
                "under Article 9 of Chapter 110 of the General Statutes. The attorney who signs below represents the Agency alone, "
                "and no attorney-client relationship with any person is created by this action.")
    numbers.say("Defendant is {{ obligor }}. {% if obligor_is_minor %}Defendant is under 18 years of age and is to defend by a guardian "
                "or guardian ad litem (G.S. 1A-1, Rule 17(b)).{% else %}Upon information and belief, Defendant is at least 18 years of "
                "age and under no legal disability.{% endif %}")
    numbers.say("The District Court Division is the proper division for this action (G.S. 7A-244). {% if pleaded_jurisdiction %}The Court "
                "has personal jurisdiction over Defendant: {{ pleaded_jurisdiction }}{% else %}Upon service of process the Court will "
                "have personal jurisdiction over Defendant (G.S. 1-75.4).{% endif %}")
    numbers.say("Venue is proper in {{ caption.county }} County (G.S. 50-13.5(f){% if paternity_at_issue %}; G.S. 49-16{% endif %}): "
                "{{ pleaded_venue }}")


def _children(doc: Any, numbers: Numbers) -> None:
    numbers.say("This action is brought for the following children (the “Children”), who are or have been in the care of {{ obligee }}:", keep=True)
    made = table(doc, [4.4, 1.6])
    row(made, ["Child", "Year of birth"], header=True, size=11)
    rows_of(made, "child in children", ["{{ child.name }}", "{{ child.born_in }}"], size=11)
    line(doc, size=6)
    numbers.say_if("paternity_at_issue",
                   "The paternity of the Children, who were born out of wedlock, has not been established. Upon information and belief, "
                   "Defendant is a parent of the Children. The facts are: {{ pleaded_paternity }}",
                   "Paternity is not at issue: {{ pleaded_paternity }}")
    numbers.say_if("paternity_at_issue",
                   "This action is commenced before the eighteenth birthday of each of the Children. A copy of the certificate of birth "
                   "of each Child is attached (G.S. 49-14(a)). The social security numbers of the parents, if known, are to be placed in "
                   "the record apart from this complaint and are not stated here (G.S. 49-14(a); G.S. 132-1.10(d)).")
    numbers.say_if("earlier_orders",
                   "The Agency’s record of this case shows {% for order in earlier_orders %}an order of {{ order.ordered_on }} for "
                   "{{ order.monthly_support }} a month in current support from {{ order.effective_on }}{% if order.ended_on %} to "
                   "{{ order.ended_on }}{% endif %}{% if not loop.last %}; {% endif %}{% endfor %}. Plaintiff asks for no support that "
                   "such an order already requires.",
                   "The Agency’s record of this case shows no order of any court for the support of the Children.")


def _claims(numbers: Numbers) -> None:
    numbers.say("As a parent of the Children, Defendant owes them support (G.S. 50-13.4(b){% if paternity_at_issue %}; G.S. 49-15"
                "{% endif %}). Upon information and belief, Defendant is able to contribute to their support and has not provided the "
                "support that their reasonable needs for health, education and maintenance require (G.S. 50-13.4(c)).")
    numbers.say("The Children need health insurance and the payment of medical costs that no insurance covers (G.S. 50-13.11).")
    numbers.say_if("pleaded_retroactive",
                   "Plaintiff also asks for support for time before this action, for no more than the three years before its filing "
                   "(G.S. 1-52(2)): {{ pleaded_retroactive }}")
    numbers.say_if("assistance",
                   "{% for paid in assistance %}Public assistance in the amount of **{{ paid.assistance_paid }}** was paid to or on behalf "
                   "of the Children ({{ paid.assistance_period }}). Acceptance of that assistance created a debt to the State in that amount, "
                   "{% if earlier_orders %}limited, for any time in which an order required Defendant to pay support, to the amount of that "
                   "order, {% endif %}due from Defendant as a responsible parent who, upon information and belief, was financially able to "
                   "furnish support during that time (G.S. 110-135), and assigned the right to support up to that amount (G.S. 110-137). "
                   "This action is commenced within five years of the receipt of the last grant.{% endfor %}")


def _asked() -> list[str | tuple[str, str]]:
    return [
        ("paternity_at_issue", "that the paternity of the Children be established (G.S. 49-14), after genetic tests if paternity is contested "
         "(G.S. 8-50.1(b1)), and, while that is pending and on clear, cogent and convincing evidence, temporary support (G.S. 49-14(f));"),
        "that Defendant pay support for the Children, from the filing of this complaint and in the amount that the North Carolina Child "
        "Support Guidelines presume (G.S. 50-13.4(c) and (c1));",
        ("pleaded_retroactive", "that Defendant pay support for the time before this action, as alleged;"),
        "that health insurance be provided for the Children and medical costs be shared (G.S. 50-13.11);",
        ("assistance", "that Defendant pay the debt for public assistance, as alleged (G.S. 110-135);"),
        "that every payment be made to the State Child Support Collection and Disbursement Unit and by immediate income withholding "
        "(G.S. 50-13.4(d); G.S. 110-136.3(a));",
        "that Defendant keep the Agency informed of residence, mailing address and payors of income, and cooperate in the verification of "
        "income (G.S. 110-136.3(a)); and",
        "such other relief as is just and proper, with costs.",
    ]

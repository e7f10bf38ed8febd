"""Motion and order to appear and show cause: each sentence that G.S. 50-13.9(d) demands, in its order."""

from typing import Any

from tools.nc_papers.blocks import CENTER, box, line, new_page, paper, say
from tools.nc_papers.court import CJK, SERIF, SIGN, caption, footer, oath, signature
from tools.nc_papers.credits import less_credited
from tools.nc_papers.kinds import OF_KINDS
from tools.nc_papers.pleading import place_and_time

TITLE = "Motion and Order to Appear and Show Cause"
SPACED = 1.35


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    caption(doc, "MOTION FOR ORDER TO APPEAR AND SHOW CAUSE", cite="G.S. 50-13.9(d); G.S. 5A-21 and 5A-23")
    footer(doc.sections[0], "Motion for Order to Appear and Show Cause")
    _motion(doc)
    footer(new_page(doc), "Order to Appear and Show Cause")
    caption(doc, "ORDER TO APPEAR AND SHOW CAUSE", cite="G.S. 50-13.9(d); G.S. 5A-23")
    _order(doc)
    return doc


def _motion(doc: Any) -> None:
    line(doc, "Plaintiff, by and through {{ office.name }}, the designated child support enforcement agency in this case (the "
         "“Agency”) and the obligee under G.S. 110-129(11), moves under G.S. 50-13.9(d) and G.S. 5A-23 that {{ obligor }} (the “Obligor”) be ordered to appear and show "
         "cause why the Obligor should not be subjected to income withholding or adjudged in contempt of court, or both. "
         "In support of this motion the Agency alleges:", first=0.5, spacing=SPACED, after=4)
    for number, text in enumerate(_allegations(), start=1):
        _numbered(doc, number, text)
    line(doc, "The Agency therefore asks the Court:", first=0.5, spacing=SPACED, before=6, after=4, keep=True)
    for letter, text in zip("abcd", _prayers(), strict=True):
        line(doc, f"{letter}.\t{text}", indent=1.0, first=-0.5, spacing=SPACED, after=3, keep=letter == "d")
    signature(doc)
    line(doc, "VERIFICATION", style="Heading 1", align=CENTER, before=24, after=8)
    oath(doc, "{{ office.agent }}, being first duly sworn, says: I act for the Agency in this case. I have read this motion "
         "and know what it says. It is true to my own knowledge and to the Agency’s records of the case, except what is "
         "alleged upon information and belief; and that I believe to be true.")


def _allegations() -> list[str]:
    return [
        "The Obligor is under a court order to provide child support. The order was entered in this file on "
        "{{ order.ordered_on }}{% if order.judge %} by {{ order.judge }}{% endif %} and took effect on "
        "{{ order.effective_on }} (the “Order”).",
        "Support under the Order is due for the benefit of {% for child in children %}{{ child.name }}"
        "{% if not loop.last %}{% if loop.revindex == 2 %} and {% else %}, {% endif %}{% endif %}{% endfor %}.",
        "The Order requires the Obligor to pay {{ order.monthly_support }} each month in current support"
        "{% if order.monthly_on_arrears != '$0.00' %} and {{ order.monthly_on_arrears }} each month toward arrears, "
        "{{ order.monthly_total }} in all{% endif %}, due on the first day of each month.",
        "The Obligor is delinquent. As of {{ arrears.as_of }} the overdue support is **{{ arrears.total }}**" + OF_KINDS + ": "
        "{% if arrears.opening_on %}{{ arrears.opening }} owed on {{ arrears.opening_on }}, plus {{ arrears.charged }} that "
        "fell due after that day{% else %}{{ arrears.charged }} that fell due since the Order took effect{% endif %}, less "
        "{{ arrears.paid }} paid{% if arrears.credited %} through the state{% endif %}" + less_credited("arrears") +
        "{% if arrears.to_interest %}, of which {{ arrears.to_interest }} went to interest{% endif %}. The Agency’s record of payments is kept under G.S. 50-13.9(b1).",
        "The overdue support equals {{ arrears.months_behind }} months of current support"
        "{% if arrears.unpaid_since %}, the oldest of which fell due on {{ arrears.unpaid_since }}{% endif %}. "
        "{% if arrears.last_payment_on %}The last payment, {{ arrears.last_payment }}, was collected on "
        "{{ arrears.last_payment_on }}.{% else %}The Agency’s record shows no payment.{% endif %}",
        "The Order remains in force, and its purpose may still be served by compliance with it (G.S. 5A-21(a)(1) and (2)).",
        "Upon information and belief, the Obligor’s noncompliance is willful, and the Obligor is able to comply with the "
        "Order or to take reasonable measures that would enable the Obligor to comply (G.S. 5A-21(a)(2a) and (3)).",
        "{% if arrears.one_month_behind %}The Obligor is delinquent in an amount at least equal to the support due for one "
        "month, so that the Court may order income withholding and may order the revocation of some or all of the Obligor’s "
        "licensing privileges (G.S. 50-13.9(d)(2a) and (3); G.S. 50-13.12).{% else %}The Agency asks the Court to determine "
        "the delinquency as of the hearing.{% endif %}",
        "{% if withholding %}Income withholding is not an available or appropriate remedy by itself: {{ withholding }}"
        "{% else %}If income withholding is not an available or appropriate remedy, the Agency asks the Court to determine "
        "whether the Obligor is in contempt or whether any other enforcement remedy is appropriate (G.S. 50-13.9(d)(6))."
        "{% endif %}",
    ]


def _prayers() -> list[str]:
    return [
        "to order the Obligor to appear and show cause as G.S. 50-13.9(d) provides, and to bring the records and "
        "information that it names;",
        "after hearing, and on finding present ability to pay, to order income withholding or to adjudge the Obligor in "
        "civil contempt and state how the Obligor may purge the contempt, or both;",
        "to order the revocation of some or all of the Obligor’s licensing privileges, if the Court so finds; and",
        "to grant such other relief as is just and proper.",
    ]


def _order(doc: Any) -> None:
    line(doc, "TO THE OBLIGOR:  **{{ obligor }}**", after=6)
    line(doc, "On the verified motion of {{ office.name }}, the designated child support enforcement agency, and on finding probable cause to believe that there is civil contempt, "
         "the undersigned ORDERS:", first=0.5, spacing=SPACED, after=4, keep=True)
    _numbered(doc, 1, "**Appear.** You shall appear in the District Court at the place and time below and show cause why you "
              "should not be subjected to income withholding or adjudged in contempt of court, or both.", keep=True)
    place_and_time(doc)
    _numbered(doc, 2, "**Bring records.** You shall bring to the hearing records and information relating to your employment, "
              "your licensing privileges, and the amount and sources of your disposable income.")
    line(doc, "As G.S. 50-13.9(d) requires, this Order states:", first=0.5, before=6, after=3, keep=True)
    for number, text in _statements():
        line(doc, f"({number})\t{text}", indent=1.0, first=-0.5, spacing=1.15, after=3)
    line(doc, size=5)
    _ability_to_pay(doc)
    line(doc, "This Order shall be served on the Obligor under G.S. 1A-1, Rule 4, at least five days before the hearing "
         "(G.S. 5A-23(a)).", first=0.5, before=8, keep=True)
    line(doc, "Issued this the ______ day of ____________________, 20______, at ________ o’clock ____ m.", before=14, keep=True)
    line(doc, "_" * 38, before=30, keep=True, indent=SIGN)
    line(doc, "□ District Court Judge", keep=True, indent=SIGN)
    line(doc, "□ Clerk   □ Assistant Clerk   □ Deputy Clerk", keep=True, indent=SIGN)
    line(doc, "of Superior Court, {{ caption.county }} County", indent=SIGN + 0.25)


def _statements() -> list[tuple[str, str]]:
    return [
        ("1", "You are under a court order to provide child support for {% for child in children %}{{ child.name }}"
         "{% if not loop.last %}{% if loop.revindex == 2 %} and {% else %}, {% endif %}{% endif %}{% endfor %}. The order was "
         "entered in File No. {{ caption.file_number }}, {{ caption.county }} County, on {{ order.ordered_on }} and requires "
         "you to pay {{ order.monthly_total }} each month."),
        ("2", "You are delinquent. The amount of overdue support as of {{ arrears.as_of }} is **{{ arrears.total }}**" + OF_KINDS + "."),
        ("2a", "The Court may order the revocation of some or all of your licensing privileges if you are delinquent in an "
         "amount equal to the support due for one month."),
        ("3", "The Court may order income withholding if you are delinquent in an amount equal to the support due for one "
         "month."),
        ("4", "Income withholding, if implemented, will apply to your current payors and all subsequent payors and will be "
         "continued until terminated pursuant to G.S. 110-136.10."),
        ("5", "Failure to bring to the hearing records and information relating to your employment and the amount and sources "
         "of your disposable income will be grounds for contempt."),
        ("6", "If income withholding is not an available or appropriate remedy, the Court may determine whether you are in "
         "contempt or whether any other enforcement remedy is appropriate."),
    ]


def _ability_to_pay(doc: Any) -> None:
    cell = box(doc, 6.5, thick=12)
    first = cell.paragraphs[0]
    first.style, first.alignment = doc.styles["Heading 2"], CENTER
    say(first, "NOTICE: YOUR ABILITY TO PAY IS THE CRITICAL QUESTION")
    for text in (
        "At the hearing the Court will decide whether your failure to pay was willful, and whether you are able to pay now or "
        "to take reasonable measures that would enable you to pay. You may tell the Court, and bring papers that show, what you earn and own, what you and those "
        "who live with you need for food, housing, clothing and other basic needs, your health, and what you have done to "
        "find work. The Court may hold you in civil contempt only if it finds that you are able to comply, and it must say "
        "what you can do to purge the contempt (45 CFR 303.6(c)(4); G.S. 5A-21 and 5A-23).",
        "If you are held in civil contempt, you may be put in jail. You may have a lawyer. If you cannot afford one, ask the "
        "Court for an appointed lawyer. If you do not appear, the Court may order your arrest.",
    ):
        line(cell, text, before=3, after=3, size=11)


def _numbered(doc: Any, number: int, text: str, *, keep: bool = False) -> None:
    line(doc, f"{number}.\t{text}", indent=0.5, first=-0.5, spacing=SPACED, after=5, keep=keep)


"""Order after hearing with the findings of Fam. Code § 4056 and the provisions that every support order carries."""

from typing import Any

from tools.ca_papers.court import CHILDREN, SIGN, opening
from tools.ca_papers.pleading import grid, heading, line_of, numbered, only_if, pleading, text
from tools.nc_papers.kinds import OF_KINDS

TITLE = "Order After Hearing"


def draft() -> Any:
    """The Word file."""
    doc = pleading(TITLE)
    opening(doc, "ORDER AFTER HEARING (CHILD SUPPORT)")
    _proceedings(doc)
    _findings(doc)
    _orders(doc)
    _signed(doc)
    return doc


def _proceedings(doc: Any) -> None:
    heading(doc, "THE HEARING")
    numbered(doc, 1, "This matter was heard on {{ hearing.on }} at {{ hearing.time }} in Department {{ hearing.courtroom }}"
             "{% if hearing.judge %} before {{ hearing.judge }}{% endif %}. The case of the "
             "local child support agency (the “Agency”) is {{ case_number }}.")
    numbered(doc, 2, "Appearances: {{ appearances }}")
    numbered(doc, 3, "{{ advisement }} (Fam. Code, § 4251.)")


def _findings(doc: Any) -> None:
    heading(doc, "THE COURT FINDS")
    numbered(doc, 4, f"{{{{ obligor }}}} and {{{{ obligee }}}} are the parents who owe a duty of support to {CHILDREN}.")
    numbered(doc, 5, "The guideline amount of child support is {{ guideline.guideline_amount }} a month, payable by {{ obligor }}, as "
             "calculated with {{ guideline.guideline_run }}. It rests on these facts (Fam. Code, §§ 4055, 4056(b)):", keep=True)
    made = grid(doc, [2.25, 2.0, 2.0])
    line_of(made, ["", "Paying parent", "Receiving parent"], header=True)
    line_of(made, ["Net monthly disposable income", "{{ guideline.obligor_net }}", "{{ guideline.obligee_net }}"])
    line_of(made, ["Federal tax filing status", "{{ guideline.obligor_filing }}", "{{ guideline.obligee_filing }}"])
    line_of(made, ["Deductions from gross income", "{{ guideline.obligor_deductions }}", "{{ guideline.obligee_deductions }}"])
    line_of(made, ["Time with the children", "{{ guideline.time_share }}", "The rest"])
    only_if(doc, "departure", "6.\t{% for d in departure %}The support ordered differs from the guideline amount. The reasons are: "
            "{{ d.departure_reasons }} It is consistent with the best interests of the children because {{ d.best_interests }} (Fam. "
            "Code, §§ 4056(a), 4057.){% endfor %}", first=0.5)
    only_if(doc, "not departure", "6.\t{% if ordered_support and guideline.guideline_amount %}The support ordered is the guideline "
            "amount.{% else %}Support ordered: {{ ordered_support }}. Guideline amount: {{ guideline.guideline_amount }}.{% endif %}",
            first=0.5)
    numbered(doc, 7, "As of {{ arrears.as_of }} {{ arrears.total }}" + OF_KINDS + " is owed{% if arrears.interest %}, and interest of "
             "{{ arrears.interest }}{% else %}, without interest{% endif %}.")


def _orders(doc: Any) -> None:
    heading(doc, "THE COURT ORDERS")
    for number, words in enumerate((
        "**Child support.** {{ obligor }} shall pay child support of {{ ordered_support }} each month, due on the first day of the "
        "month, beginning {{ support_begins }}, until further order or until the duty ends by law: for each child at 18, or, if the "
        "child is then an unmarried full-time high school student who is not self-supporting, at 19 or on completing twelfth grade, "
        "whichever is first (Fam. Code, § 3901).",
        "**Arrears.** {% if toward_arrears %}{{ obligor }} shall pay {{ toward_arrears }} each month on the arrears in paragraph 7, "
        "due with the child support.{% else %}No monthly payment on arrears is set by this order.{% endif %} Interest accrues by law on "
        "unpaid support (Code Civ. Proc., § 685.010).",
        "**Where to pay.** All payments shall be made to the State Disbursement Unit (Fam. Code, § 17309). Payments made directly to "
        "the other parent may not be credited.",
        "**Income withholding.** An earnings assignment issues (Fam. Code, §§ 5230, 5246). Until the employer withholds, the paying "
        "parent pays the State Disbursement Unit.",
        "**Health insurance.** {{ health_insurance }} Each parent shall provide and keep health insurance for the children if it is "
        "available at no or reasonable cost, shall seek it when it becomes available, and shall tell the Agency (Fam. Code, §§ 3751, "
        "3752).",
        "**Child care and uninsured health costs.** {% if add_ons %}{{ add_ons }}{% else %}No order is made on this day.{% endif %} "
        "(Fam. Code, §§ 4061-4063.)",
        "**Incarceration.** The obligation to pay is suspended by operation of law while the paying parent is incarcerated or "
        "involuntarily institutionalized for more than 90 consecutive days, unless he or she has the means to pay or another "
        "exception of the law applies (Fam. Code, § 4007.5).",
        "**Changes.** Each parent shall tell the Agency the name and address of a new employer and every change of it (Fam. Code, "
        "§ 4014(a)). A parent’s address is told to the Agency alone and stays out of this file (Fam. Code, § 17212).",
        "**Notice.** A notice of each parent’s rights and duties, and of how to have support changed, is given with this order (Fam. "
        "Code, §§ 4010, 4063(a)).",
        "**All other orders** that this order does not change remain in effect.",
    ), start=8):
        numbered(doc, number, words, keep=words.startswith("**All other orders"))


def _signed(doc: Any) -> None:
    text(doc, "Dated: ____________________", keep=True)
    text(doc, "_" * 36, indent=SIGN, keep=True)
    text(doc, "Judge or Commissioner of the Superior Court", indent=SIGN)
    text(doc, "Presented by {{ office.attorney }}, {{ office.name }}. Approved as conforming to the order made:", keep=True)
    made = grid(doc, [3.2, 3.05])
    line_of(made, ["_" * 30, "_" * 30], keep=True)
    line_of(made, ["Paying parent or attorney", "Receiving parent or attorney"])

"""The proposed orders that establish or modify support, with everything that a IV-D order must say."""

from typing import Any

from tools.nc_papers.blocks import line, paper, row, rows_of, table
from tools.nc_papers.court import CJK, SERIF, caption, footer
from tools.nc_papers.decrees import BLANK, CHILDREN, SERVED, judge, numbered, opening, part
from tools.nc_papers.kinds import OF_KINDS

UNIT = "the North Carolina State Child Support Collection and Disbursement Unit for the benefit of the children (G.S. 50-13.4(d))"
NOTICE = ("{% for n in notice %}, {% if n.met %}in time for this hearing{% else %}□ in time for this hearing □ later, without objection"
          "{% endif %} ({{ n.cite }}){% endfor %}")


def establishing() -> Any:
    """A first order, with paternity where it is at issue."""
    doc = _opened("Order Establishing Child Support", "ORDER ESTABLISHING CHILD SUPPORT",
                  "{% if finding_paternity %}AND PATERNITY{% endif %}", cite="G.S. 50-13.4; G.S. 49-14; G.S. 110-136.3(a)")
    opening(doc, "the Agency’s complaint")
    part(doc, "FINDINGS OF FACT")
    following = numbered(doc, [
        "{{ caption.county }} County, by {{ office.name }}, the designated child support enforcement agency, brings this action on behalf of "
        "{{ obligee }} (G.S. 110-130.1(c)). The Court has jurisdiction of the parties and the subject matter, and venue is proper.",
        SERVED + NOTICE + ". □ The Obligor appeared or answered. □ The Obligor did not, and a declaration about military service is on file "
        "(50 U.S.C. 3931).",
        "The parties and the children are (G.S. 50-13.4(h); this docket is File No. {{ caption.file_number }}):",
    ], keep_last=True)
    _people(doc)
    following = numbered(doc, [_paternity(), *_incomes(), *_guidelines(), *_before()], first=following)
    following = numbered(doc, [
        "The Obligor is able to pay the support ordered below, and the amount meets the reasonable needs of the children for health, "
        "education and maintenance (G.S. 50-13.4(c)).",
    ], first=following)
    part(doc, "CONCLUSIONS OF LAW")
    numbered(doc, [
        "The Court has jurisdiction, and the Obligor had lawful notice.",
        "{% if finding_paternity %}Clear, cogent and convincing evidence shows that the Obligor is the parent of the children (G.S. 49-14(b)), and "
        "{% else %}The Obligor is the parent of the children, and {% endif %}owes them support (G.S. 50-13.4(b); 49-15).",
        "The support ordered is the presumptive amount of the Child Support Guidelines, or differs from it for the reasons found "
        "(G.S. 50-13.4(c)).",
    ])
    part(doc, "IT IS THEREFORE ORDERED")
    following = numbered(doc, [
        "{% if finding_paternity %}**Paternity.** {{ obligor }} is the parent of " + CHILDREN + ". This does not legitimate the children "
        "(G.S. 49-14(a)).{% else %}**Paternity.** □ Paternity is not at issue. □ {{ obligor }} is the parent of " + CHILDREN + "; this does not "
        "legitimate the children (G.S. 49-14(a)).{% endif %}",
    ])
    _decree(doc, following)
    return doc


def modifying() -> Any:
    """A changed order; past due support stays as it is."""
    doc = _opened("Order Modifying Child Support", "ORDER MODIFYING CHILD SUPPORT",
                  cite="G.S. 50-13.7; G.S. 50-13.10; G.S. 50-13.4")
    opening(doc, "a motion in the cause to modify child support")
    part(doc, "FINDINGS OF FACT")
    following = numbered(doc, [
        "The Court has jurisdiction of the parties and the subject matter. {{ office.name }} is the designated child support enforcement "
        "agency and acts for {{ obligee }}.",
        SERVED + NOTICE + ". □ The Obligor appeared □ did not appear.",
        "The motion was filed on {% if change.motion_filed_on %}{{ change.motion_filed_on }}{% else %}____________________{% endif %}, and notice of "
        "it was given to all parties on {% if change.motion_notice_on %}{{ change.motion_notice_on }}{% else %}____________________{% endif %} "
        "(G.S. 50-13.10(a); 50-13.5(d)(1), (e)).",
        "By the order of {{ order.ordered_on }}{% if order.judge %}, entered by {{ order.judge }}{% endif %}, in effect from "
        "{{ order.effective_on }}, the Obligor must pay {{ order.monthly_support }} each month in current support"
        "{% if order.monthly_on_arrears != '$0.00' %} and {{ order.monthly_on_arrears }} toward arrears{% endif %}.",
        "The parties and the children are (G.S. 50-13.4(h); this docket is File No. {{ caption.file_number }}):",
    ], keep_last=True)
    _people(doc)
    following = numbered(doc, [
        "Changed circumstances since that order (G.S. 50-13.7(a)): {% if finding_change %}{{ finding_change }}{% else %}"
        "{{ change.changed_circumstances }}{% endif %}",
        *_incomes(), *_guidelines(),
        "{% if change.percent %}The guideline amount differs from the order by {{ change.difference }} a month, {{ change.percent }} percent. "
        "{% endif %}The order was three years old on {{ change.three_years_on }}. {% if change.presumed %}A change of circumstances is "
        "presumed under the Child Support Guidelines.{% else %}No change is presumed under the Child Support Guidelines; the Court "
        "finds a substantial change from the facts above □.{% endif %}",
        "As of {{ arrears.as_of }} the past due support is {{ arrears.total }}" + OF_KINDS + ". It is vested and is not changed by this order (G.S. 50-13.10(a)).",
    ], first=following)
    part(doc, "CONCLUSIONS OF LAW")
    numbered(doc, [
        "There is a change of circumstances that warrants a modification (G.S. 50-13.7(a)).",
        "{% if change.earliest_on %}No payment that fell due before {{ change.earliest_on }} may be changed{% else %}No payment that fell due before "
        "the motion was filed and notice was given may be changed{% endif %}, unless the moving party was precluded from filing and "
        "filed promptly after (G.S. 50-13.10(a)).",
        "The support ordered is the presumptive amount of the Child Support Guidelines, or differs from it for the reasons found "
        "(G.S. 50-13.4(c)).",
    ])
    part(doc, "IT IS THEREFORE ORDERED")
    following = numbered(doc, [
        "**Modification.** The order of {{ order.ordered_on }} is modified as follows. Every provision that this order does not change remains in "
        "force, and so does every payment that was due before.",
    ])
    _decree(doc, following)
    return doc


def _opened(name: str, title: str, *others: str, cite: str) -> Any:
    doc = paper(font=SERIF, size=12, margins=1.0, title=name, cjk=CJK)
    footer(doc.sections[0], name)
    caption(doc, title, *others, cite=cite)
    return doc


def _people(doc: Any) -> None:
    made = table(doc, [1.3, 3.5, 1.7])
    row(made, ["", "Name", "Date of birth"], header=True, size=11)
    row(made, ["Obligor", "{{ obligor }}", "{{ births.obligor_born_on }}"], size=11)
    row(made, ["Obligee", "{{ obligee }}", "{{ births.obligee_born_on }}"], size=11)
    rows_of(made, "child in children", ["Child", "{{ child.name }}", "{{ child.born_on }}"], size=11)
    line(doc, size=6)


def _paternity() -> str:
    return (
        "Paternity: {% if finding_paternity %}{{ finding_paternity }}{% elif paternity_basis %}{{ paternity_basis }}{% else %}" + BLANK
        + "{% endif %}{% for child in paternity if child.needs_genetic_test %}{% if loop.first %} The action was brought more than three years "
        "after the birth of {% endif %}{{ child.name }}{% if not loop.last %}, {% else %}; where paternity is "
        "contested, a genetic test is needed (G.S. 49-14(d)): □ in evidence □ paternity is not contested.{% endif %}{% endfor %}"
    )


def _incomes() -> list[str]:
    return [
        "Gross monthly income: the Obligor {{ guidelines.obligor_income }}, the Obligee {{ guidelines.obligee_income }}. "
        "Documented by: {{ guidelines.income_sources }}",
        "Other children of the parents and support paid for them: " + _or_none("guidelines.other_children") + " Work-related child care: "
        + _or_none("guidelines.childcare") + " Overnights: " + _or_none("guidelines.overnights") + " Extraordinary expenses: "
        + _or_none("guidelines.extraordinary"),
        "Health insurance: {% if guidelines.insurance %}{{ guidelines.insurance }}{% else %}" + BLANK + "{% endif %} A monthly cost of up to five "
        "percent of gross income is reasonable (G.S. 50-13.11(a1)){% if guidelines.obligor_insurance_limit %}: for the Obligor "
        "{{ guidelines.obligor_insurance_limit }}{% if guidelines.obligee_insurance_limit %}, for the Obligee "
        "{{ guidelines.obligee_insurance_limit }}{% endif %}{% endif %}.",
    ]


def _or_none(name: str) -> str:
    return f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}none shown.{{% endif %}}"


def _guidelines() -> list[str]:
    return [
        "The presumptive support under the Child Support Guidelines is **{{ guidelines.guideline_support }}** each month. {{ guidelines.worksheet }} "
        "The worksheet is attached and is part of this order.",
        "{% if guidelines.deviation %}The Court varies from the guidelines (G.S. 50-13.4(c)) and finds the presumptive amount above, the reasonable needs "
        "of the children and the relative ability of each parent, why the presumptive amount would not meet or would exceed those "
        "needs or be otherwise unjust, and the basis of the amount ordered: {{ guidelines.deviation }}{% else %}No party asked the Court to vary "
        "from the guidelines, and no reason to do so was shown.{% endif %}",
    ]


def _before() -> list[str]:
    return [
        "Support for the time before the action: {% if proposal.retroactive %}{{ proposal.retroactive }}{% else %}none asked for.{% endif %} Public "
        "assistance (G.S. 110-135): {% if proposal.assistance %}{{ proposal.assistance }}{% else %}none shown.{% endif %}",
    ]


def _decree(doc: Any, first: int) -> None:
    following = numbered(doc, [
        "**Support.** The Obligor shall pay **{{ proposal.proposed_support }}** each month for the support of the children, due and payable on the "
        "first day of each month, beginning {{ proposal.proposed_from }}.",
        "**Arrears.** {% if proposal.proposed_on_arrears %}The Obligor shall pay {{ proposal.proposed_on_arrears }} more each month toward arrears, due on "
        "the same day, until they are paid.{% else %}No payment toward arrears is ordered.{% endif %} □ For the time before this order the Obligor "
        "owes $______________ (to be found by the Court).",
        "**Payee.** All payments shall be made to " + UNIT + ".",
        "**Income withholding** takes effect immediately (G.S. 110-136.3(a)). Until it begins, and whenever it does not reach the whole "
        "amount, the Obligor shall pay the Unit directly.",
        "**Health insurance.** □ The Obligor □ The Obligee shall maintain health insurance for the children while it is available at a reasonable "
        "cost, and as soon as it becomes so, and shall give the other party written notice of any change (G.S. 50-13.11). Uninsured "
        "medical expenses: ______ percent by the Obligor, ______ percent by the Obligee.",
    ], first=first)
    following = numbered(doc, _informing(), first=following)
    following = numbered(doc, [
        "**Address of the custodial parent** (G.S. 110-136.3(a)(4a)): {% for a in address %}residence: {{ a.residence }}; mailing address: "
        "{% if a.mailing %}{{ a.mailing }}{% else %}the same{% endif %}.{% else %}not stated, because □ an existing order prohibits its disclosure "
        "□ the Court determines that notice to the Obligor is inappropriate because the Obligor has made threats that constitute "
        "domestic violence under Chapter 50B.{% endfor %}",
        "**Transfer.** The clerk shall transfer this case to another jurisdiction in this State if the IV-D agency requests the transfer on "
        "the basis that the obligor, the custodian of the child, and the child do not reside in the jurisdiction in which this order "
        "was issued (G.S. 50-13.4(e1)).",
        "**Duration.** Support for a child ends at age 18, or later while the child is in primary or secondary school, at graduation, when the child "
        "ceases to attend regularly or to make satisfactory progress, or at age 20, whichever comes first; if arrears exist then, payments "
        "continue in the same total amount until they are paid (G.S. 50-13.4(c)).",
        "**Past due support.** Each payment vests when it falls due and may not be changed afterwards (G.S. 50-13.10).",
        "□ **Job search.** The Obligor shall look for work and report to the Agency as follows: ____________________ (G.S. 50-13.4(b)).",
        "□ **Costs.** Genetic tests, $______________, are taxed to ____________________ (G.S. 8-50.1(b1)).",
        "A party who does not comply with this order may be held in contempt (G.S. 5A-21).",
    ], first=following)
    judge(doc)


def _informing() -> list[str]:
    return [
        "**The Obligor shall** keep the clerk of court or the Agency informed of the Obligor’s current residence and mailing address; "
        "cooperate fully with the Agency in the verification of the amount of the Obligor’s disposable income; and keep the Agency informed "
        "of the name and address of any payor of the Obligor’s disposable income and of the amount and effective date of any "
        "substantial change in it (G.S. 110-136.3(a)(1), (3), (5)).",
        "**The custodial party shall** keep the Obligor informed of the custodial party’s disposable income and of the amount and effective "
        "date of any substantial change in it (G.S. 110-136.3(a)(4)){% if not address %}; the custodial party may do so through the Agency"
        "{% endif %}.",
        "**Both parties shall** inform the Agency of any change of address or other condition that may affect this order; a party who fails to do "
        "so within a reasonable time may be held in civil contempt (G.S. 50-13.9(c)).",
    ]

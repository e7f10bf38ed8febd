"""The proposed order of civil contempt: every finding that the statute and the cases demand, and the way to purge."""

from typing import Any

from tools.nc_papers.blocks import line, paper, row, table
from tools.nc_papers.court import CJK, SERIF, caption, footer
from tools.nc_papers.credits import paid_and_credited
from tools.nc_papers.decrees import CHILDREN, SERVED, found, judge, lettered, numbered, opening, part
from tools.nc_papers.kinds import OF_KINDS

TITLE = "Order of Civil Contempt"
PROOF = " (G.S. 50-13.10(e))"
UNIT = "the North Carolina State Child Support Collection and Disbursement Unit"


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "ORDER OF CIVIL CONTEMPT", cite="G.S. 5A-21 to 5A-23; G.S. 50-13.9(d)")
    opening(doc, "the order to appear and show cause why the Obligor should not be held in civil contempt")
    part(doc, "FINDINGS OF FACT")
    following = numbered(doc, _order_and_default())
    following = numbered(doc, _means(), first=following)
    _elements(doc, following)
    part(doc, "CONCLUSIONS OF LAW")
    numbered(doc, _conclusions())
    part(doc, "IT IS THEREFORE ORDERED")
    _decree(doc)
    judge(doc)
    return doc


def _order_and_default() -> list[str]:
    return [
        "The Court has jurisdiction of the parties and the subject matter. {{ office.name }} is the designated child support "
        "enforcement agency and the obligee under G.S. 110-129(11); it acts for {{ obligee }}.",
        SERVED + ", □ at least five days before the hearing □ later, for good cause: ____________________ (G.S. 5A-23(a)). The "
        "order told the Obligor that ability to pay is the critical question (45 CFR 303.6(c)(4)).",
        "Counsel: {{ findings.counsel_status }} □ The Court advised the Obligor of the right to counsel, and of appointed counsel if the Obligor "
        "cannot afford one (G.S. 7A-451; McBride v. McBride, 334 N.C. 124). □ The Obligor waived counsel in writing.",
        "By the order of {{ order.ordered_on }}{% if order.judge %}, entered by {{ order.judge }}{% endif %} (the “Order”), in effect from "
        "{{ order.effective_on }}, the Obligor must pay {{ order.monthly_support }} each month in current support"
        "{% if order.monthly_on_arrears != '$0.00' %} and {{ order.monthly_on_arrears }} each month toward arrears, "
        "{{ order.monthly_total }} in all{% endif %}, due on the first day of each month, for " + CHILDREN + ".",
        "The Order {% if order.ended_on %}ended on {{ order.ended_on }}{% else %}remains in force{% endif %} (G.S. 5A-21(a)(1)). Its purpose may "
        "still be served by compliance (G.S. 5A-21(a)(2)): {{ findings.minors }} of the children are under 18, and arrears are owed.",
        "The Obligor has not complied. As of {{ arrears.as_of }} the overdue support is **{{ arrears.total }}**" + OF_KINDS + ", "
        "{{ arrears.months_behind }} months of support{% if arrears.unpaid_since %}, the oldest due on {{ arrears.unpaid_since }}{% endif %}. In "
        "the 12 months before, {{ findings.year.ordered }} fell due and " + paid_and_credited("findings.year", direct_cite=PROOF) + ". "
        "{% if arrears.last_payment_on %}The last payment, {{ arrears.last_payment }}, was received on {{ arrears.last_payment_on }}."
        "{% else %}The Agency’s records show no payment.{% endif %} The records are admissible (G.S. 50-13.9(b1)). Owed on the day of the "
        "hearing: $____________________ (to be found by the Court).",
        "Income withholding is not an available or appropriate remedy by itself (G.S. 50-13.9(d)(6)): " + found("findings.withholding"),
    ]


def _means() -> list[str]:
    return [
        "Work and income since the Order: " + found("findings.finding_income"),
        "Property and other resources: " + found("findings.finding_assets"),
        "Household and basic subsistence needs (food, water, shelter, clothing; County of Durham v. Burnette, 262 N.C. App. 17 (2018)): "
        + found("findings.finding_needs"),
        "The failure to pay was willful; while the payments fell due the Obligor was able to pay, and chose not to (G.S. 5A-21(a)(2a)): "
        + found("findings.finding_willful"),
        "The Obligor is able to comply with the Order now, or to take reasonable measures that would enable the Obligor to comply "
        "(G.S. 5A-21(a)(3)): " + found("findings.finding_ability"),
        "After basic needs are met, the Obligor is able now to pay the purge of **{{ findings.purge_amount }}**: " + found("findings.finding_purge"),
        "Prior findings of contempt for not paying support: {{ findings.prior_contempts }} On a third or later one the Court shall impose a "
        "sanction on licenses or vehicle registration (G.S. 110-142.2(b)).",
    ]


def _elements(doc: Any, number: int) -> None:
    line(doc, f"{number}.\tThe Court finds on each element (G.S. 5A-23(e)):", indent=0.5, first=-0.5, before=2, after=4, keep=True)
    made = table(doc, [4.1, 1.2, 1.2])
    row(made, ["Element of G.S. 5A-21(a)", "Shown", "Not shown"], header=True, aligns="lcc", size=11)
    for element in ("(1) The Order remains in force.", "(2) Its purpose may still be served by compliance.",
                    "(2a) The noncompliance is willful.",
                    "(3) The Obligor is able to comply, or to take reasonable measures that would enable compliance."):
        row(made, [element, "□", "□"], aligns="lcc", size=11)


def _conclusions() -> list[str]:
    return [
        "The Court has jurisdiction, and the Obligor had lawful notice and an opportunity to be heard.",
        "The Obligor’s failure to comply with the Order is a continuing civil contempt (G.S. 5A-21(a)), and the Obligor has the present "
        "ability to purge it in the way stated below (G.S. 5A-22(a), 5A-23(e)).",
        "This finding is of civil contempt alone; for the same conduct there is no criminal contempt and no fine (G.S. 5A-21(c), (d)).",
    ]


def _decree(doc: Any) -> None:
    following = numbered(doc, [
        "The Obligor, {{ obligor }}, is in willful civil contempt of the Order.",
        "**Purge.** The Obligor may purge the contempt by paying **{{ findings.purge_amount }}** to " + UNIT + " "
        "{% if findings.purge_due_on %}by {{ findings.purge_due_on }}{% else %}by ____________________, 20____{% endif %}. Other terms, if "
        "any: ________________________________________.",
        "**Custody.** The Obligor is committed to the custody of the Sheriff of {{ caption.county }} County for as long as the civil contempt "
        "continues (G.S. 5A-21(b)), □ at once □ stayed until the day above, and to be carried out if the purge is then unpaid after "
        "notice and a finding of present ability. On payment of the purge the Sheriff may release the Obligor without a further order "
        "(G.S. 5A-22(a)).",
        "**Support.** The Obligor shall pay {{ order.monthly_support }} each month in current support and □ "
        "{{ order.monthly_on_arrears }} □ $______________ each month toward arrears, due on the first day of each month, to " + UNIT + ". "
        "Income withholding takes effect immediately (G.S. 110-136.3(a)).",
        "**Other terms** (marked if ordered):",
    ])
    lettered(doc, [
        "□ The Obligor shall look for work, make ______ contacts a week and file a log of them, or take part in work activities "
        "(G.S. 110-136.3(a1)).",
        "□ These licenses are revoked □ and the revocation is stayed while current support and $______________ a month are paid, after an "
        "initial payment of the lesser of five percent of the delinquency or $500.00 (G.S. 50-13.12; 110-142.2(b)): "
        "______________________________.",
        "□ The matter is set for review on ____________________, 20____, at ________ ____ m., courtroom ________, and the Obligor shall "
        "appear without further notice.",
    ])
    numbered(doc, [
        "The Obligor shall tell the Agency at once of a change of address, employer or income; failure to do so may be civil contempt "
        "(G.S. 50-13.9(c)).",
        "Every provision of the Order that this order does not change remains in force.",
    ], first=following)

"""The fact sheet of a local child support agency: the common sheet in California's words, law and questions."""

from typing import Any

from tools.nc_papers import sheet_money
from tools.nc_papers.blocks import line, row, row_if, table, tag, tagged
from tools.nc_papers.kinds import months_by_kind
from tools.nc_papers.questions import needed, optional, questions
from tools.nc_papers.sheet import (
    PARTIES,
    at_a_glance,
    children,
    custody_and_military,
    opened,
    parties,
    recommendation,
    service,
    sources,
)

HEADS = ("Person paying support", "Person receiving support")
OF_A_PARTY = (
    ("Name", "name"), ("Participant no.", "participant_number"), ("Date of birth", "born_on"), ("SSN", "ssn"),
    ("Language", "language"), ("Attorney of record", "counsel"), ("Consent to e-service", "e_service"))
IN_CUSTODY = "More than 90 days in custody suspend the obligation by operation of law, with exceptions (Fam. Code § 4007.5)."


def draft() -> Any:
    """The Word file."""
    doc = opened("Fact Sheet", "{{ caption.plaintiff }} v. {{ caption.defendant }}; {{ caption.other_parent }}")
    at_a_glance(doc)
    parties(doc, heads=HEADS, whose=("Paying", "Receiving"), facts=OF_A_PARTY, widths=(0.85, 0.8, 2.35, 1.1, 0.8, 0.8, 0.4))
    children(doc)
    line(doc, "Support ends at 18, or at 19 for an unmarried full-time high school student (Fam. Code § 3901).", size=9)
    _case(doc)
    sheet_money.order(doc)
    sheet_money.arrears(doc)
    _guideline(doc)
    service(doc)
    _contempt(doc)
    custody_and_military(doc, of="the person paying support", law=IN_CUSTODY)
    sheet_money.means(doc)
    recommendation(doc)
    sources(doc)
    return doc


def _case(doc: Any) -> None:
    questions(doc, "Case", "Question", [
        needed("Parentage of each child", "parentage"),
        needed("Public aid now and in the past (Fam. Code § 17402)", "aid_status"),
        needed("Income withholding (Fam. Code § 5246)", "withholding_status"),
        optional("Positions of the parents", "positions"),
        optional("Earning capacity and diligence (Fam. Code §§ 4058, 17430)", "earning_capacity"),
    ], level=1)


def _guideline(doc: Any) -> None:
    line(doc, "Guideline (Fam. Code §§ 4055, 4056)", style="Heading 1", before=8, after=2)
    made = table(doc, [1.9, 2.2, 0.4, 2.2, 0.4])
    row(made, ["Item", HEADS[0], "Src", HEADS[1], "Src"], header=True, size=9)
    for label, name in (("Net monthly disposable income", "net"), ("Tax filing status", "filing"),
                        ("Deductions from gross income", "deductions")):
        row(made, [f"**{label}**", *(cell for who in PARTIES for cell in (
            f"{{{{ guideline.{who}_{name} }}}}", f"{{{{ guideline.{who}_{name}|src }}}}"))])
    questions(doc, "Amount", "Item", [
        needed("Time with the paying parent, by actual hours", "guideline.time_share"),
        needed("Guideline amount a month", "guideline.guideline_amount", bold=True),
        needed("Calculated with", "guideline.guideline_run"),
    ])


def _contempt(doc: Any) -> None:
    tag(doc, "{%p for c in contempt %}")
    line(doc, "Contempt by counts (Code Civ. Proc. §§ 1209.5, 1218.5)", style="Heading 1", before=8, after=2)
    tag(doc, "{%p if c.counts %}")
    made = table(doc, [0.6, 1.5, 1.15, 1.15, 1.15, 1.15, 0.4])
    row(made, ["Count", "Due on", "Ordered", "Paid", "Unpaid", "Charge by", "Src"], header=True, aligns="clrrrll", size=9)
    counts_listed(made, "c.counts")
    tag(doc, "{%p else %}")
    line(doc, "No month can be charged.")
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for month in c.left_out %}")
    line(doc, "Left out: {{ month.due_on|month }}, {{ month.unpaid }} unpaid: {{ month.why }}. ^^{{ month.why|src }}^^", size=9)
    tag(doc, "{%p endfor %}")
    line(doc, "Unpaid months older than three years, not charged: {{ c.too_old }}. ^^{{ c.too_old|src }}^^", size=9, after=2)
    questions(doc, "Elements, ability and remedies", "Question", [
        needed("Knowledge of the order", "c.pleaded_knowledge"),
        needed("Ability-to-pay screening (45 CFR 303.6(c)(4))", "c.screening"),
        needed("Evidence of ability to pay; inability is the citee’s defense (§ 1209.5)", "c.ability"),
        needed("Basic subsistence needs", "c.subsistence"),
        optional("Health and disability; need-based aid", "c.health"),
        needed("Prior contempts (Code Civ. Proc. § 1218(c))", "c.prior_contempts"),
        needed("Counsel", "c.counsel_status"),
    ])
    tag(doc, "{%p endfor %}")


def counts_listed(made: Any, counts: str) -> None:
    """A row for each count, and under it what was credited on its month."""
    aligns = "clrrrll"
    tagged(made, f"{{%tr for one in {counts} %}}", size=9)
    row(made, ["{{ one.number }}", "{{ one.due_on }}", "{{ one.ordered }}", "{{ one.paid }}", "{{ one.unpaid }}",
               "{{ one.last_day|short }}", "{{ one.unpaid|src }}"], aligns=aligns, size=9)
    months_by_kind(made, "one", after=1, src=True, aligns=aligns, size=9)
    row_if(made, "one.credited", ["", "credited on that month", "", "{{ one.credited }}", "", "", "{{ one.credited|src }}"], aligns=aligns, size=9)
    tagged(made, "{%tr endfor %}", size=9)

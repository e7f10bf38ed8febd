"""Contempt counts: the facts of the affidavit month by month (Code Civ. Proc. §§ 1209.5, 1211, 1211.5, 1218.5)."""

from typing import Any

from tools.ca_papers.court import declared, opening, signature
from tools.ca_papers.pleading import grid, heading, line_of, numbered, only_if, pleading, tag_line, text

TITLE = "Contempt Counts and Declaration"


def draft() -> Any:
    """The Word file."""
    doc = pleading(TITLE)
    opening(doc, "CONTEMPT COUNTS ({% if counts and counts.0.kinds %}SUPPORT{% else %}CHILD SUPPORT{% endif %}); DECLARATION IN SUPPORT OF ORDER TO SHOW CAUSE")
    _facts(doc)
    heading(doc, "THE COUNTS")
    _counts(doc)
    _charge(doc)
    declared(doc)
    _rights(doc)
    signature(doc)
    return doc


def _facts(doc: Any) -> None:
    text(doc, "I, {{ office.agent }}, declare:", first=0.5, keep=True)
    numbered(doc, 1, "I am {% if office.agent_title %}employed as {{ office.agent_title }}{% else %}employed{% endif %} by "
             "{{ office.name }}, the local child support agency (the “Agency”), and work on its case {{ case_number }}. The "
             "Agency keeps the record of support due and paid in the regular course of its duties.")
    numbered(doc, 2, "**The order.** This court made {% for o in order %}{% if not loop.first %}; and {% endif %}the order of "
             "{{ o.ordered_on }}{% if o.judge %} ({{ o.judge }}){% endif %}, which requires {{ obligor }} (the “Citee”) to pay "
             "child support of {{ o.monthly_support }} each month from {{ o.effective_on }}{% if o.ended_on %} to "
             "{{ o.ended_on }}{% endif %}{% endfor %}, due on the first day of each month.")
    numbered(doc, 3, "**Knowledge.** The Citee knew of the order: {{ pleaded_knowledge }}")
    numbered(doc, 4, "**Disobedience.** The Citee did not pay the support of each month below in full. Every month is a separate "
             "count. Payments received through {{ as_of }} are credited to the support of the month in which they came and then to "
             "the oldest support (Code Civ. Proc., § 695.221). No month is charged that fell due more than three years before "
             "that day (Code Civ. Proc., § 1218.5(b)).{% for c in counts if c.credited %}{% if loop.first %} Support of a month that was "
             "credited for a proven direct payment, by finding of a court or by correction of the account is not charged; it stands "
             "under the money paid on that month.{% endif %}{% endfor %}")


def _counts(doc: Any) -> None:
    made = grid(doc, [0.75, 1.65, 1.25, 1.25, 1.35])
    aligns = "clrrr"
    line_of(made, ["Count", "Due on", "Ordered", "Paid", "Unpaid"], aligns=aligns, header=True)
    tag_line(made, "{%tr for c in counts %}")
    line_of(made, ["{{ c.number }}", "{{ c.due_on }}", "{{ c.ordered }}", "{{ c.paid }}", "{{ c.unpaid }}"], aligns=aligns)
    _kinds(made, aligns)
    tag_line(made, "{%tr if c.credited %}")
    line_of(made, ["", "credited", "", "{{ c.credited }}", ""], aligns=aligns)
    tag_line(made, "{%tr endif %}")
    tag_line(made, "{%tr endfor %}")
    line_of(made, ["", "Unpaid in all counts", "", "", "{{ total }}"], aligns=aligns, bold=True)


def _kinds(made: Any, aligns: str) -> None:
    """What of each kind was ordered, paid, credited and left, where the case has more than one."""
    tag_line(made, "{%tr for k in c.kinds %}")
    line_of(made, ["", "{{ k.kind }}", "{{ k.ordered }}", "{{ k.paid }}", "{{ k.unpaid }}"], aligns=aligns)
    tag_line(made, "{%tr if k.credited %}")
    line_of(made, ["", "credited on it", "", "{{ k.credited }}", ""], aligns=aligns)
    tag_line(made, "{%tr endif %}")
    tag_line(made, "{%tr endfor %}")


def _charge(doc: Any) -> None:
    numbered(doc, 5, "The Citee is therefore in contempt on each count. Proof of the order, of knowledge of it and of the failure to "
             "comply is prima facie evidence of contempt (Code Civ. Proc., § 1209.5). Interest is not charged here.")
    numbered(doc, 6, "No address of a parent or child is stated in this paper (Fam. Code, § 17212).")


def _rights(doc: Any) -> None:
    heading(doc, "NOTICE TO THE CITEE")
    for words in (
        "A contempt proceeding is criminal in nature. If the court finds you in contempt, it may order for each count up to "
        "120 hours of imprisonment or community service on a first finding, up to 120 hours of each on a second, and up to 240 "
        "hours of each on a third or later finding, and a fine of up to $1,000; or it may grant probation or a conditional sentence of up to one, two or "
        "three years (Code Civ. Proc., § 1218(a), (c)).",
        "You have the right to an attorney. If you cannot afford one, the court must appoint one for you. You need not testify.",
        "**Your ability to pay matters.** You may show that you were not able to pay. Bring papers that show your income, what you "
        "own, what you and your household need to live, your health, and what you have done to find work (45 CFR "
        "303.6(c)(4)).",
    ):
        text(doc, words, first=0.5, keep=words.startswith("**Your ability"))
    only_if(doc, "hearing.judge", "The hearing is set for {{ hearing.weekday }}, {{ hearing.on }}, at {{ hearing.time }} "
            "before {{ hearing.judge }}, {{ hearing.courthouse }}.", first=0.5, keep=True)

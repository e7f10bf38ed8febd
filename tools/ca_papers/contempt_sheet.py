"""California's contempt sheet: the counts, what makes them out, and what is known of the ability to pay."""

from typing import Any

from tools.nc_papers import contempt_sheet, sheet
from tools.nc_papers.blocks import box, line, row, row_if, say, table, tag, tagged
from tools.nc_papers.kinds import arrears_by_kind, months_by_kind
from tools.nc_papers.questions import ARREARS, LAST_PAYMENT, glance, needed, questions

PRESUMED = ("Proof of the order, of knowledge of it and of the failure to comply is prima facie evidence of contempt; inability is a defense, "
            "which the citee must raise and prove (Code Civ. Proc. § 1209.5). Where an order to look for work was not obeyed, ability and "
            "willfulness are for the agency to show (Code Civ. Proc. § 1209). The agency screens before it charges, and tells the court what it "
            "found (45 CFR 303.6(c)(4)).")


def draft() -> Any:
    """The Word file."""
    doc = sheet.opened("Contempt Sheet", "{{ caption.plaintiff }} v. {{ caption.defendant }}; {{ obligee.name }}")
    _standing(doc)
    _glance(doc)
    contempt_sheet.findings(doc, "What must be shown", PRESUMED)
    _counts(doc)
    _before_charging(doc)
    contempt_sheet.means(doc)
    contempt_sheet.needs(doc)
    _person(doc)
    contempt_sheet.priors(doc, "Prior contempts (Code Civ. Proc. § 1218(c))")
    line(doc, "Withholding", style="Heading 1", before=8, after=2)
    contempt_sheet.limits(doc)
    sheet.recommendation(doc)
    sheet.sources(doc)
    return doc


def _standing(doc: Any) -> None:
    """May the attorney charge on this sheet? And what nobody has answered."""
    cell = box(doc, sheet.WIDTH, shade="F2F2F2", thick=18)
    say(cell.paragraphs[0], "{% if standing.supports_contempt %}**✓ COMPLETE.** Every question is answered. Order, knowledge and nonpayment have "
        "evidence, and so has the ability to pay.{% elif standing.complete and standing.prima_facie %}**✗ ABILITY NOT SHOWN.** Every question is "
        "answered, and order, knowledge and nonpayment have evidence: that is prima facie contempt. Nothing shows that the citee could pay."
        "{% elif standing.complete %}**✗ NOT SHOWN.** Every question is answered, but there is not evidence of order, knowledge and nonpayment: on "
        "what is known contempt cannot be had.{% else %}**✗ INCOMPLETE.** Open questions: {{ standing.open_questions }}. Do not charge contempt on "
        "this sheet.{% endif %}{% if not counts %} **No month can be charged.**{% endif %}", size=11)
    line(doc, size=4)
    contempt_sheet.unanswered(doc)


def _glance(doc: Any) -> None:
    glance(doc, [("Counts", "{{ number_of_counts }}, {{ total }} unpaid"), ARREARS, LAST_PAYMENT, contempt_sheet.DUE_AND_PAID])
    arrears_by_kind(doc)
    contempt_sheet.credited_in_year(doc)
    line(doc, "**Order:** {% for o in order %}order of {{ o.ordered_on }}{% if o.judge %} ({{ o.judge }}){% endif %}, {{ o.monthly_support }} each month "
         "from {{ o.effective_on }}{% if o.ended_on %} to {{ o.ended_on }}{% endif %} ^^{{ o.ordered_on|src }}^^{% else %}none on record{% endfor %}.",
         after=2)
    line(doc, "**Knowledge of the order:** {{ answers.pleaded_knowledge }} ^^{{ answers.pleaded_knowledge|src }}^^", after=2)
    line(doc, "**Service of this proceeding** (personal service, or the court has no jurisdiction of the citee): {% for s in services if s.served %}"
         "{{ s.paper }} by {{ s.method }}, served {{ s.served_on }} ^^{{ s.paper|src }}^^{% if not loop.last %}; {% endif %}{% else %}✗ none on "
         "record{% endfor %}.", after=2)
    contempt_sheet.children(doc)


def _counts(doc: Any) -> None:
    """One month one count, with the last day to charge it and the income that is known of its quarter."""
    line(doc, "The counts (Code Civ. Proc. § 1218.5)", style="Heading 1", before=8, after=2)
    tag(doc, "{%p if counts %}")
    made = table(doc, [0.5, 1.35, 0.95, 0.95, 0.95, 0.85, 1.15, 0.4])
    aligns = "clrrrlrl"
    row(made, ["Count", "Due on", "Ordered", "Paid", "Unpaid", "Charge by", "Income that quarter", "Src"], header=True, aligns=aligns, size=9)
    tagged(made, "{%tr for one in counts %}", size=9)
    row(made, ["{{ one.number }}", "{{ one.due_on }}", "{{ one.ordered }}", "{{ one.paid }}", "{{ one.unpaid }}", "{{ one.last_day|short }}",
               "{% if one.income %}{{ one.income }}{% else %}–{% endif %}", "{{ one.unpaid|src }}"], aligns=aligns, size=9)
    months_by_kind(made, "one", after=2, src=True, aligns=aligns, size=9)
    row_if(made, "one.credited", ["", "credited on that month", "", "{{ one.credited }}", "", "", "", "{{ one.credited|src }}"], aligns=aligns, size=9)
    tagged(made, "{%tr endfor %}", size=9)
    row(made, ["", "Unpaid in all counts", "", "", "{{ total }}", "", "", "{{ total|src }}"], aligns=aligns, size=9, bold=True)
    line(doc, "Each month can be charged {{ window }}. Income is that of the whole quarter, as far as more than a registry tells it (45 CFR 303.21); "
         "– means that nothing was told.", size=8.5, before=2)
    tag(doc, "{%p else %}")
    line(doc, "No month can be charged {{ window }}.")
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for month in left_out %}")
    line(doc, "Left out: {{ month.due_on|month }}, {{ month.unpaid }} unpaid: {{ month.why }}. ^^{{ month.why|src }}^^", size=9)
    tag(doc, "{%p endfor %}")
    line(doc, "Unpaid months that are too old, not charged: {{ too_old }}. ^^{{ too_old|src }}^^", size=9, after=2)


def _before_charging(doc: Any) -> None:
    """What may stand against a charge."""
    questions(doc, "Before a month is charged", "Question", [
        needed("Public aid; need-based aid in the months of the counts", "aid_status"),
        needed("Withholding; what an employer withheld and did not send is not charged (Fam. Code § 5241(b))", "withholding_status"),
        ("Custody in the months of the counts", "{% for stay in custody %}{{ stay.facility }}{% if stay.since %}, since {{ stay.since }}{% endif %}"
         "{% if stay.released_on %}, released {{ stay.released_on }}{% else %}, no release date on record{% endif %}. {% else %}No custody on record."
         "{% endfor %}", "{% for stay in custody %}{{ stay.facility|src }}{% endfor %}"),
    ], level=1)


def _person(doc: Any) -> None:
    """What was found out about the citee, question by question."""
    questions(doc, "The citee: ability to pay", "Question", [
        needed("Ability in the months of the counts", "answers.ability_then"),
        needed("Ability now", "answers.ability"),
        needed("Health and disability", "answers.health"),
        needed("Efforts to find work (Code Civ. Proc. § 1209)", "answers.job_search"),
        needed("Screening (45 CFR 303.6(c)(4))", "answers.screening"),
        needed("Counsel", "answers.counsel_status"),
    ], level=1)

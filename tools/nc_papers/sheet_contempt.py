"""The fact sheet's contempt section: each element of G.S. 5A-21(a) with its evidence, ability to pay, and the purge."""

from typing import Any

from tools.nc_papers.blocks import line, tag
from tools.nc_papers.credits import paid_and_credited
from tools.nc_papers.questions import optional, questions


def contempt(doc: Any) -> None:
    """Stands only on the sheet of a show cause hearing."""
    tag(doc, "{%p for c in contempt %}")
    line(doc, "Civil contempt (G.S. 5A-21(a))", style="Heading 1", before=8, after=2)
    questions(doc, "Elements and evidence", "Element", [
        ("(1) Order in force", "{% for o in order %}Order of {{ o.ordered_on }}, {% if o.ended_on %}ended {{ o.ended_on }}{% else %}"
         "no end on record{% endif %}.{% endfor %}{% if not order %}No order on record.{% endif %}", "{% for o in order %}{{ o.ordered_on|src }}{% endfor %}"),
        ("(2) Purpose may still be served", "Children under 18 on the hearing day: {{ c.minors }}. Arrears: {{ arrears.total }}.",
         "{{ c.minors|src }}"),
        ("(2a) Noncompliance", "In the last 12 months {{ c.year.ordered }} fell due and " + paid_and_credited("c.year") + ". Behind by "
         "{{ arrears.months_behind }} months of support{% if arrears.days_behind %} and {{ arrears.days_behind }} days{% endif %}. "
         "{% if arrears.last_payment_on %}Last payment: {{ arrears.last_payment }} on {{ arrears.last_payment_on }}.{% else %}No payment "
         "on record.{% endif %}", "{{ c.year.paid|src }}"),
        ("(2a) Willful", "{% if c.willfulness %}{{ c.willfulness }}{% else %}Nothing recorded beyond the payments.{% endif %}",
         "{{ c.willfulness|src }}"),
        ("(3) Able to comply, or to take reasonable measures", "{{ c.ability }}", "{{ c.ability|src }}"),
    ])
    questions(doc, "Ability to pay (45 CFR 303.6(c)(4); Burnette, 262 N.C. App. 17, aff’d 372 N.C. 64)", "Question", [
        ("Screening record", "{{ c.screening }}", "{{ c.screening|src }}"),
        ("Basic subsistence needs: food, water, shelter, clothing", "{{ c.subsistence }}", "{{ c.subsistence|src }}"),
        optional("Household", "c.household"), optional("Health and disability", "c.health"),
        optional("Efforts to find work", "c.job_search"),
    ])
    questions(doc, "Remedies", "Question", [
        ("Why withholding is not available or appropriate (G.S. 50-13.9(d)(6))", "{{ c.withholding }}", "{{ c.withholding|src }}"),
        ("Licenses (G.S. 50-13.12; 110-142.2)", "{% if arrears.one_month_behind %}✓{% else %}✗{% endif %} one month’s support behind.  "
         "{% if arrears.ninety_days_behind %}✓{% else %}✗{% endif %} ninety days in arrears.  Licenses found: "
         "{% if licences %}{% for l in licences %}{{ l.description }}{% if not loop.last %}; {% endif %}{% endfor %}{% else %}none"
         "{% endif %}.", "{{ arrears.months_behind|src }}"),
        ("Prior contempts, purges, results (third: G.S. 110-142.2(b))", "{{ c.prior_contempts }}", "{{ c.prior_contempts|src }}"),
        ("Counsel (McBride v. McBride, 334 N.C. 124)", "{{ c.counsel_status }}", "{{ c.counsel_status|src }}"),
        ("Recommended purge", "**{{ c.purge_amount }}**", "{{ c.purge_amount|src }}"),
        ("Evidence that the obligor can pay the purge that day", "{{ c.purge_evidence }}", "{{ c.purge_evidence|src }}"),
        ("Alternatives", "{% if c.alternatives %}{{ c.alternatives }}{% else %}Continuance for job search; referral for modification; "
         "dismissal; order for arrest.{% endif %}", "{{ c.alternatives|src }}"),
    ])
    tag(doc, "{%p endfor %}")

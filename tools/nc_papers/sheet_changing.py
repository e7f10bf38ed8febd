"""The sections of a sheet about a change of the order, and about what was done under it."""

from typing import Any

from tools.nc_papers.blocks import box, line, row, rows_of, say, table, tag
from tools.nc_papers.credits import any_of, less_credited
from tools.nc_papers.questions import needed, optional, questions


def change(doc: Any) -> None:
    """The presumption, the circumstances, the incomes then and now, and the first payment that can be reached."""
    line(doc, "Change of circumstances (G.S. 50-13.7)", style="Heading 1", before=8, after=2)
    tag(doc, "{%p for c in change %}")
    made = table(doc, [3.0, 3.7, 0.4])
    row(made, ["Presumption of the guidelines", "Result", "Src"], header=True, size=9)
    row(made, ["**Order at least 3 years old** on {{ c.measured_on }}{% if not c.motion_filed_on %} (no motion filed yet)"
               "{% endif %}", "{% if c.three_years_old %}✓{% else %}✗{% endif %} Three years old on {{ c.three_years_on }}",
               "{{ c.three_years_on|src }}"])
    row(made, ["**Difference of at least 15 percent**", "{% if c.fifteen_percent %}✓{% else %}✗{% endif %} "
               "{% if c.percent %}{{ c.percent }} percent ({{ c.difference }} a month){% elif c.difference %}"
               "Not shown: the order is for nothing, of which there is no percent; a person decides ({{ c.difference }} a month){% else %}Cannot be counted yet"
               "{% endif %}", "{{ c.percent|src }}"])
    row(made, ["**Change presumed**", "{% if c.presumed %}✓ Yes, from the two together{% else %}✗ No: the change must be shown"
               "{% endif %}", ""])
    row(made, ["**Changed circumstances**", "{{ c.changed_circumstances }}", "{{ c.changed_circumstances|src }}"])
    _incomes(doc)
    _reach(doc)
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p if not change %}")
    line(doc, "No support order on record, so there is nothing to modify.")
    tag(doc, "{%p endif %}")


def _incomes(doc: Any) -> None:
    line(doc, "Incomes then and now", style="Heading 2", before=6, after=2)
    made = table(doc, [2.3, 1.95, 0.45, 1.95, 0.45])
    row(made, ["Gross monthly income", "At the order", "Src", "Now", "Src"], header=True, aligns="lrlrl", size=9)
    for who in ("obligor", "obligee"):
        then, now = f"c.{who}_income_then", f"guidelines.{who}_income"
        row(made, [who.capitalize(), f"{{% if {then} %}}{{{{ {then} }}}}{{% else %}}Not recorded{{% endif %}}",
                   f"{{{{ {then}|src }}}}", f"{{{{ {now} }}}}", f"{{{{ {now}|src }}}}"], aligns="lrlrl")


def _reach(doc: Any) -> None:
    line(doc, size=4)
    cell = box(doc, 7.1, shade="F2F2F2")
    say(cell.paragraphs[0], "{% if c.earliest_on %}**First payment that a modification can reach: {{ c.earliest_on }}.** "
        "^^{{ c.earliest_on|src }}^^{% else %}**No payment can be reached yet.**{% endif %} Motion filed: "
        "{% if c.motion_filed_on %}{{ c.motion_filed_on }}{% else %}not recorded{% endif %}. Notice given: "
        "{% if c.motion_notice_on %}{{ c.motion_notice_on }}{% else %}not recorded{% endif %}. A payment that was due before both "
        "is vested and stays as it is, unless the moving party was precluded from filing and filed promptly after (G.S. 50-13.10(a)).")


def compliance(doc: Any) -> None:
    """What the order demanded, what was paid since the last hearing, purges, and the next step."""
    questions(doc, "Compliance since the last hearing", "Question", [
        optional("Last hearing", "compliance.last_hearing_on"),
        needed("Terms of the last order, each met or not met", "compliance.conditions"),
        ("Paid since the last hearing", "{% if compliance.paid_since %}**{{ compliance.paid_since }}** paid"
         "{% if " + any_of("compliance", "_since") + " %} through the state{% endif %} of {{ compliance.due_since }} that fell due"
         + less_credited("compliance", "_since") + "{% else %}Not counted: the day of the last hearing is not recorded{% endif %}", "{{ compliance.paid_since|src }}"),
        needed("Purges: amount, day, paid or not", "compliance.purge_history"),
        optional("Job search, work activities (G.S. 50-13.4(b); 110-136.3(a1))", "compliance.job_search"),
        optional("Prior contempts (third: G.S. 110-142.2(b))", "compliance.prior_contempts"),
        optional("Counsel", "compliance.counsel_status"),
        optional("Bond or order for arrest", "compliance.bond", otherwise="Nothing recorded"),
        needed("Next step", "compliance.next_step"),
    ], level=1, new_page=True)
    line(doc, "Payments since the last hearing", style="Heading 2", before=6, after=2)
    tag(doc, "{%p if compliance.payments %}")
    made = table(doc, [0.6, 2.2, 1.7, 2.2, 0.4])
    row(made, ["No.", "Collected on", "Amount", "Remark", "Src"], header=True, aligns="rlrll", size=9)
    rows_of(made, "p in compliance.payments", [
        "{{ loop.index }}", "{{ p.collected_on|short }}", "{{ p.amount }}",
        "{% if p.returned %}Payment returned unpaid{% endif %}", "{{ p.amount|src }}"], aligns="rlrll", size=9)
    tag(doc, "{%p else %}")
    line(doc, "{% if compliance.last_hearing_on %}No payment since {{ compliance.last_hearing_on }}.{% else %}Not counted.{% endif %}")
    tag(doc, "{%p endif %}")

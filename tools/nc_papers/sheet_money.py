"""The fact sheet's order, arrears, payment chart and means."""

from typing import Any

from tools.nc_papers.blocks import line, picture, placeholder, row, row_if, rows_of, table, tag, tagged
from tools.nc_papers.credits import credits_listed, rows_credited
from tools.nc_papers.kinds import rows_by_kind
from tools.nc_papers.questions import work

CHART = "payment-chart"
CHART_ALT = "Payment history chart: support ordered, paid and credited in each of the last months, with a line for the arrears."


def order(doc: Any) -> None:
    """The operative order, and those before it."""
    line(doc, "Support order", style="Heading 1", before=8, after=2)
    tag(doc, "{%p for o in order %}")
    made = table(doc, [1.6, 1.95, 1.6, 1.55, 0.4])
    row(made, ["Item", "Order", "Item", "Order", "Src"], header=True, size=9)
    for left, said, right, other in (
        ("Order of", "{{ o.ordered_on }}{% if o.kind %} ({{ o.kind }}){% endif %}", "Current support", "**{{ o.monthly_support }}** a month"),
        ("Judge", "{% if o.judge %}{{ o.judge }}{% else %}Not recorded{% endif %}", "Toward arrears", "{{ o.monthly_on_arrears }} a month"),
        ("In effect from", "{{ o.effective_on }}{% if o.ended_on %}, ended {{ o.ended_on }}{% endif %}", "In all",
         "{{ o.monthly_total }} a month"),
        ("Medical insurance by", "{% if o.medical_insurance %}{{ o.medical_insurance }}{% else %}Not recorded{% endif %}",
         "Due on", "first day of the month"),
    ):
        row(made, [left, said, right, other, "{{ o.ordered_on|src }}"], keep=right != "Due on")
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p if not order %}")
    line(doc, "No support order on record.")
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for o in earlier_orders %}")
    line(doc, "Earlier order of {{ o.ordered_on }}{% if o.judge %} ({{ o.judge }}){% endif %}: {{ o.monthly_support }} a month "
         "from {{ o.effective_on }}{% if o.ended_on %} to {{ o.ended_on }}{% endif %}. ^^{{ o.ordered_on|src }}^^")
    tag(doc, "{%p endfor %}")


def arrears(doc: Any) -> None:
    """How the arrears come about, what the state says, and the last months as picture and table."""
    line(doc, "Arrears as of {{ arrears.as_of }}", style="Heading 1", before=8, after=2)
    made = table(doc, [5.0, 1.7, 0.4])
    row(made, ["How the figure is reached", "Amount", "Src"], header=True, aligns="lrl", size=9)
    row_if(made, "arrears.opening_on", ["Opening balance on {{ arrears.opening_on }}", "{{ arrears.opening }}",
                                        "{{ arrears.opening|src }}"], aligns="lrl", keep=True)
    row(made, ["+ support that fell due", "{{ arrears.charged }}", "{{ arrears.charged|src }}"], aligns="lrl", keep=True)
    row(made, ["− payments collected, less payments returned unpaid", "{{ arrears.paid }}", "{{ arrears.paid|src }}"], aligns="lrl", keep=True)
    rows_credited(made, "− {way}", cells=3, aligns="lrl", src=True)
    row_if(made, "arrears.to_interest", ["+ of the money, applied to interest", "{{ arrears.to_interest }}", "{{ arrears.to_interest|src }}"],
           aligns="lrl", keep=True)
    row(made, ["= Arrears", "{{ arrears.total }}", "{{ arrears.total|src }}"], aligns="lrl", bold=True, keep=True)
    rows_by_kind(made, aligns="lrl", src=True)
    row_if(made, "arrears.interest", ["Interest, not in the arrears", "{{ arrears.interest }}", "{{ arrears.interest|src }}"], aligns="lrl",
           keep=True)
    for label, name in (("State’s balance on {{ balance.as_of }}", "total"), ("    owed to the family", "family"),
                        ("    assigned for public assistance", "assigned"), ("    fees, not in the balance", "fees")):
        row_text = f"{{% for balance in state_balance %}}{label}{{% endfor %}}"
        said = f"{{% for balance in state_balance %}}{{{{ balance.{name} }}}}{{% endfor %}}"
        row_if(made, "state_balance" if name == "total" else f"state_balance and state_balance.0.{name}",
               [row_text, said, f"{{% for balance in state_balance %}}{{{{ balance.{name}|src }}}}{{% endfor %}}"], aligns="lrl", keep=True)
    line(doc, "Behind by {{ arrears.months_behind }} months of support{% if arrears.days_behind %}, {{ arrears.days_behind }} days "
         "since the oldest unpaid support fell due on {{ arrears.unpaid_since }}{% endif %}.", before=3, after=3)
    line(doc, "{{ arrears.interest_rule }}", size=9, after=3)
    line(doc, "Payment history", style="Heading 2", before=4, after=2)
    picture(doc, placeholder(468, 216), name=CHART, alt=CHART_ALT, width=5.1)
    tag(doc, "{%p if months %}")
    made = table(doc, [1.7, 1.6, 1.6, 1.8, 0.4])
    row(made, ["Month", "Owed", "Paid", "Arrears at the end", "Src"], header=True, aligns="lrrrl", size=9)
    months(made)
    tag(doc, "{%p endif %}")
    credits_listed(doc, "What was credited beside money that the state collected", level=2, size=9, widths=(3.6, 0.9, 1.2, 1.0, 0.4), src=True)


def months(made: Any) -> None:
    """A row for each month, and under it what was credited in it."""
    tagged(made, "{%tr for m in months %}", size=9)
    row(made, ["{{ m.month|month }}", "{{ m.ordered }}", "{{ m.paid }}", "{{ m.balance }}", "{{ m.balance|src }}"], aligns="lrrrl", size=9)
    row_if(made, "m.credited", ["less credits", "", "{{ m.credited }}", "", "{{ m.credited|src }}"], aligns="lrrrl", size=9)
    tagged(made, "{%tr endfor %}", size=9)


def means(doc: Any) -> None:
    """Work, property and licenses."""
    line(doc, "Work and wages of the obligor", style="Heading 1", before=8, after=2)
    work(doc, "jobs", otherwise="No employer on record.")
    for title, name, item in (("Property", "assets", "asset"), ("Licenses", "licences", "license")):
        line(doc, f"{title} of the obligor", style="Heading 1", before=8, after=2)
        tag(doc, f"{{%p if {name} %}}")
        made = table(doc, [1.25, 2.6, 0.95, 1.05, 0.85, 0.4])
        row(made, ["Kind", "Description", "Value", "Told by", "As of", "Src"], header=True, aligns="llrlll", size=9)
        rows_of(made, f"{item} in {name}", [
            f"{{{{ {item}.kind }}}}", f"{{{{ {item}.description }}}}",
            f"{{% if {item}.value %}}{{{{ {item}.value }}}}{{% endif %}}", f"{{% if {item}.source %}}{{{{ {item}.source }}}}{{% endif %}}",
            f"{{% if {item}.as_of %}}{{{{ {item}.as_of|short }}}}{{% endif %}}", f"{{{{ {item}.description|src }}}}"],
            aligns="llrlll", size=9)
        tag(doc, "{%p else %}")
        line(doc, "Nothing found.")
        tag(doc, "{%p endif %}")

"""The outline for the agent who is called as a witness: what will be asked, what the record answers, room for notes."""

from collections.abc import Iterable
from typing import Any

from tools.nc_papers import sheet, sheet_money
from tools.nc_papers.blocks import box, line, row, rows_of, say, table, tag
from tools.nc_papers.credits import less_credited, paid_and_credited
from tools.nc_papers.kinds import OF_KINDS
from tools.nc_papers.questions import ARREARS, NOTICE, glance

COLUMNS = (0.35, 2.0, 2.95, 0.4, 1.4)
Asked = tuple[str, str, str]
"""Question, what the record answers, key of the source."""


def draft() -> Any:
    """The Word file."""
    doc = sheet.opened("Testimony Outline")
    glance(doc, [ARREARS, ("Payments on record", "{{ payments_on_record }}"),
                 ("Months behind", "{{ arrears.months_behind }}"), ("Notice", NOTICE)])
    _rules(doc)
    number = 1
    for title, asked in (
        ("You and your work", WITNESS), ("Foundation for the payment records (G.S. 50-13.9(b1); Evidence Rules 803(6), 803(8))", RECORDS),
        ("The order", ORDER), ("The ledger", LEDGER), ("Service and notice", SERVICE)):
        number = _asked(doc, title, asked, number)
    _months(doc)
    tag(doc, "{%p for c in contempt %}")
    number = _asked(doc, "Ability to pay (45 CFR 303.6(c)(4); G.S. 5A-21(a)(2a), (3))", ABILITY, number)
    tag(doc, "{%p endfor %}")
    _work(doc)
    _asked(doc, "Questions to expect from the other side", CROSS, number)
    sheet.sources(doc)
    return doc


def _rules(doc: Any) -> None:
    cell = box(doc, sheet.WIDTH, shade="F2F2F2")
    say(cell.paragraphs[0], "On the stand. ", bold=True)
    say(cell.paragraphs[0], "Say what the record shows and what you know; read a figure from the exhibit. If you do not know, say so. Never say "
        "where a payment came from (26 U.S.C. 6103), where a protected person is, or what a registry alone told us (†).")


def _asked(doc: Any, title: str, asked: Iterable[Asked], first: int) -> int:
    line(doc, title, style="Heading 1", before=8, after=2)
    made = table(doc, COLUMNS)
    row(made, ["No.", "Question", "What the record answers", "Src", "Notes"], header=True, size=9)
    number = first
    for question, answer, key in asked:
        row(made, [str(number), f"**{question}**", answer, key, ""])
        number += 1
    return number


def _months(doc: Any) -> None:
    line(doc, "The last months, to read from", style="Heading 2", before=6, after=2)
    tag(doc, "{%p if months %}")
    made = table(doc, [1.7, 1.6, 1.6, 1.8, 0.4])
    row(made, ["Month", "Owed", "Paid", "Arrears at the end", "Src"], header=True, aligns="lrrrl", size=9)
    sheet_money.months(made)
    tag(doc, "{%p else %}")
    line(doc, "Nothing fell due and nothing was paid.")
    tag(doc, "{%p endif %}")


def _work(doc: Any) -> None:
    line(doc, "Work and property on record, if asked", style="Heading 2", before=6, after=2)
    tag(doc, "{%p if jobs %}")
    made = table(doc, [2.3, 1.6, 1.5, 1.3, 0.4])
    row(made, ["Employer", "From – to", "Wages", "Verified", "Src"], header=True, size=9)
    rows_of(made, "job in jobs", [
        "{{ job.employer }}{% if job.needs_second_source %} **† not in court**{% endif %}",
        "{% if job.started_on %}{{ job.started_on|short }}{% endif %} – {% if job.ended_on %}{{ job.ended_on|short }}{% endif %}",
        "{% if job.wages %}{{ job.wages }}{% if job.wage_quarter %} in {{ job.wage_quarter }}{% endif %}{% endif %}",
        "{% if job.verified_on %}{{ job.verified_on|short }}{% else %}Never{% endif %}", "{{ job.employer|src }}"], size=9)
    tag(doc, "{%p else %}")
    line(doc, "No employer on record.")
    tag(doc, "{%p endif %}")
    for title, name in (("Property", "assets"), ("Licenses", "licences")):
        line(doc, f"**{title}:** {{% for a in {name} %}}{{{{ a.description }}}}{{% if a.value %}} ({{{{ a.value }}}}){{% endif %}}"
             "{% if not loop.last %}; {% endif %}{% else %}none found{% endfor %}.", before=2)


WITNESS: tuple[Asked, ...] = (
    ("Your name, and for whom do you work?", "{{ office.agent }}{% if office.agent_title %}, {{ office.agent_title }}{% endif %}, "
     "{{ office.name }}", "{{ office.agent|src }}"),
    ("Your position, training and time on this case?", "{% if witness %}{{ witness }}{% else %}(your own words){% endif %}",
     "{{ witness|src }}"),
    ("Which case, and since when with the agency?", "IV-D case {{ case.number }}{% if case.opened_on %}, opened {{ case.opened_on }}"
     "{% endif %}; obligor {{ obligor.name }}, obligee {{ obligee.name }}", "{{ case.number|src }}"),
)
RECORDS: tuple[Asked, ...] = (
    ("Does the agency keep records of each payment and the day it was received?", "Yes. The designated agency must keep them: "
     "G.S. 50-13.9(b1)(3).", ""),
    ("Are you the agency’s designated representative to authenticate them?", "Yes; the court shall permit it: G.S. 50-13.9(b1)(3).", ""),
    ("How and when is an entry made? Is that the regular practice?", "(from your own knowledge: at or near the time, by the disbursement "
     "unit, in the regular course)", ""),
    ("Is this exhibit a true and complete copy of them?", "Payment History as of {{ arrears.as_of }}, certified by you. Exhibit No. ______. "
     "Ask that it be received.", "{{ arrears.as_of|src }}"),
)
ORDER: tuple[Asked, ...] = (
    ("Is there an order, and what does it require?", "{% for o in order %}Order of {{ o.ordered_on }}{% if o.judge %}, {{ o.judge }}{% endif %}: "
     "{{ o.monthly_support }} a month and {{ o.monthly_on_arrears }} toward arrears, due on the first, from {{ o.effective_on }}"
     "{% if o.ended_on %}, ended {{ o.ended_on }}{% else %}; no end on record{% endif %}.{% else %}No order on record.{% endfor %}",
     "{% for o in order %}{{ o.ordered_on|src }}{% endfor %}"),
    ("Was it changed?", "{% for o in earlier_orders %}Before: {{ o.monthly_support }} a month by order of {{ o.ordered_on }}. "
     "{% else %}No other order on record.{% endfor %}", ""),
    ("For which children?", "{% for child in children %}{{ child.name }}{% if child.age %}, {{ child.age }}{% endif %}"
     "{% if not loop.last %}; {% endif %}{% else %}No child on record{% endfor %}.", ""),
)
LEDGER: tuple[Asked, ...] = (
    ("How many payments does the record show?", "{{ payments_on_record }} payments{% if first_payment_on %} since {{ first_payment_on }}"
     "{% endif %}; {{ payments_returned }} returned unpaid.", "{{ payments_on_record|src }}"),
    ("What fell due, and what was paid?", "{% if arrears.opening_on %}{{ arrears.opening }} owed on {{ arrears.opening_on }}, plus "
     "{% endif %}{{ arrears.charged }} due, less {{ arrears.paid }} paid{% if arrears.credited %} through the state{% endif %}"
     + less_credited("arrears") + "{% if arrears.to_interest %}, {{ arrears.to_interest }} of it to interest{% endif %}.", "{{ arrears.charged|src }}"),
    ("What is owed?", "**{{ arrears.total }}**" + OF_KINDS + " on {{ arrears.as_of }}: {{ arrears.months_behind }} months of support"
     "{% if arrears.unpaid_since %}, unpaid since {{ arrears.unpaid_since }}{% endif %}. Refresh on the morning of the hearing.",
     "{{ arrears.total|src }}"),
    ("When was the last payment?", "{% if arrears.last_payment_on %}{{ arrears.last_payment }} on {{ arrears.last_payment_on }}."
     "{% else %}No payment on record.{% endif %}", "{{ arrears.last_payment_on|src }}"),
    ("Does the state’s system say the same?", "{% for b in state_balance %}On {{ b.as_of }} it says {{ b.total }}; {% if b.differs %}"
     "⚠ {{ b.difference }} {% if b.state_is_higher %}more{% else %}less{% endif %} than the ledger. Know why before you testify."
     "{% else %}the ledger agrees.{% endif %}{% else %}No balance from the state on record.{% endfor %}",
     "{% for b in state_balance %}{{ b.total|src }}{% endfor %}"),
)
SERVICE: tuple[Asked, ...] = (
    ("Was the obligor served?", "{% for s in services %}{{ s.paper }} by {{ s.method }}: {% if s.served %}served {{ s.served_on }}"
     "{% if s.served_upon %} on {{ s.served_upon }}{% endif %}{% else %}not served{% if s.result %}, {{ s.result }}{% endif %}{% endif %}"
     "{% if s.returned_on %}; return filed {{ s.returned_on }}{% endif %}. {% else %}Nothing was issued for service.{% endfor %}",
     "{% for s in services %}{% if loop.last %}{{ s.paper|src }}{% endif %}{% endfor %}"),
    ("Is the notice long enough?", "{% for n in notice %}{% if n.met %}✓ Yes: earliest lawful day {{ n.earliest_on }} ({{ n.cite }})"
     "{% elif n.readings %}✗ No: earliest lawful day {{ n.earliest_on }} ({{ n.cite }}){% else %}✗ Not served{% endif %}"
     "{% if n.unverified %} [unverified rule]{% endif %}{% else %}No rule for this hearing{% endfor %}",
     "{% for n in notice %}{{ n.rule|src }}{% endfor %}"),
    ("Is the obligor in military service or in custody?", "Check of {{ military.checked_on }}{% if military.stale %} **(too old: check again)"
     "{% endif %}**: {% if military.result %}{{ military.result }}{% else %}result not recorded{% endif %}. {% for stay in custody %}In "
     "custody: {{ stay.facility }}{% if stay.since %} since {{ stay.since }}{% endif %}.{% else %}No custody on record.{% endfor %}",
     "{{ military.checked_on|src }}"),
)
ABILITY: tuple[Asked, ...] = (
    ("Did the agency screen for ability to pay?", "{{ c.screening }}", "{{ c.screening|src }}"),
    ("What shows present ability to pay?", "{{ c.ability }}", "{{ c.ability|src }}"),
    ("What does the obligor need to live?", "{{ c.subsistence }}", "{{ c.subsistence|src }}"),
    ("What was due and paid in the last 12 months?", "{{ c.year.ordered }} fell due; " + paid_and_credited("c.year") + ".",
     "{{ c.year.paid|src }}"),
    ("What shows that not paying was willful?", "{% if c.willfulness %}{{ c.willfulness }}{% else %}Nothing recorded beyond the payments."
     "{% endif %}", "{{ c.willfulness|src }}"),
    ("Why not income withholding?", "{{ c.withholding }}", "{{ c.withholding|src }}"),
    ("What purge does the agency recommend, and can it be paid today?", "{{ c.purge_amount }}: {{ c.purge_evidence }}",
     "{{ c.purge_amount|src }}"),
)
CROSS: tuple[Asked, ...] = (
    ("Did the obligor pay the obligee directly?", "{% if arrears.direct %}{{ arrears.direct }} is proven and credited. {% endif %}Counts only if proved by canceled check, money order or dated receipt of the time: "
     "G.S. 50-13.10(e).", ""),
    ("Did a child live with the obligor, or die, or turn 18?", "{% for child in children %}{{ child.name }}: "
     "{% if child.died_on %}died {{ child.died_on }}{% elif child.eighteen_on %}18 on {{ child.eighteen_on }}{% else %}no birthday on record"
     "{% endif %}{% if not loop.last %}; {% endif %}{% endfor %}. See G.S. 50-13.10(d).", ""),
    ("Was the obligor in jail without work release or resources?", "No arrears accrue meanwhile: G.S. 50-13.10(d)(4). See the custody line above.", ""),
    ("Did the obligor ask for a modification?", "A payment due after filing and notice can still be changed: G.S. 50-13.10(a). (check the file)", ""),
    ("Do you know what the obligor earns today?", "Only what the record above shows, with its day.", ""),
)

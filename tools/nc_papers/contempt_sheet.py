"""The contempt sheet: what an attorney stands up with who asks for contempt."""

from typing import Any

from tools.nc_papers import sheet
from tools.nc_papers.blocks import borders, box, line, row, row_if, rows_of, say, table, tag
from tools.nc_papers.credits import credits_listed, paid_and_credited
from tools.nc_papers.kinds import arrears_by_kind
from tools.nc_papers.questions import ARREARS, LAST_PAYMENT, Line, glance, needed, questions

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
ORDER_NOW = "{% for o in order %}{{ o.monthly_support }} a month{% else %}No order{% endfor %}"
DUE_AND_PAID = (
    "Due and paid in 12 months",
    "{{ year.ordered }} due, {{ year.paid }} paid{% if year.credited %}, {{ year.credited }} credited{% endif %}",
)


def draft() -> Any:
    """The Word file."""
    doc = sheet.opened("Contempt Sheet")
    standing(doc)
    glance(doc, [ARREARS, ("Order", ORDER_NOW), LAST_PAYMENT, DUE_AND_PAID])
    arrears_by_kind(doc)
    credited_in_year(doc, direct_cite=" (G.S. 50-13.10(e))")
    children(doc)
    findings(doc, "What the court must find", "Figures of arrears and the order itself are never counted as evidence that anybody can pay (County of "
             "Durham v. Burnette, 262 N.C. App. 17).")
    means(doc)
    line(doc, "**Household, in words:** {{ answers.household }} ^^{{ answers.household|src }}^^", before=2)
    needs(doc)
    person(doc)
    purge(doc)
    remedies(doc)
    notes(doc)
    sheet.sources(doc)
    return doc


def credited_in_year(doc: Any, *, direct_cite: str = "") -> None:
    """What was paid in the last twelve months, and by which way something was credited; nothing where nothing was."""
    tag(doc, "{%p if year.credited %}")
    line(doc, "**Paid and credited in 12 months:** " + paid_and_credited("year", direct_cite=direct_cite)
         + ". ^^{{ year.paid|src }}^^ ^^{{ year.credited|src }}^^", after=2)
    tag(doc, "{%p endif %}")


def children(doc: Any) -> None:
    """The children in one line."""
    line(doc, "**Children:** {% for child in children %}{{ child.name }}{% if child.age %} ({{ child.age }}){% endif %}{% if not loop.last %}, "
         "{% endif %}{% else %}none on record{% endfor %}.", after=2)


def standing(doc: Any) -> None:
    """May the attorney ask for contempt on this sheet? And what nobody has answered."""
    cell = box(doc, sheet.WIDTH, shade="F2F2F2", thick=18)
    say(cell.paragraphs[0], "{% if standing.supports_contempt %}**✓ COMPLETE.** Every question is answered and there is evidence for "
        "every finding.{% elif standing.complete %}**✗ NOT SHOWN.** Every question is answered, but there is not evidence for every "
        "finding: on what is known contempt cannot be had.{% else %}**✗ INCOMPLETE.** Open questions: {{ standing.open_questions }}. "
        "Do not ask for contempt on this sheet.{% endif %}", size=11)
    line(doc, size=4)
    unanswered(doc)


def unanswered(doc: Any) -> None:
    """What nobody has answered; nothing where all is."""
    tag(doc, "{%p if open_questions %}")
    line(doc, "Still unanswered", style="Heading 1", before=4, after=2)
    made = table(doc, [4.1, 3.0])
    row(made, ["Question", "Why it is open"], header=True, size=9)
    rows_of(made, "q in open_questions", ["{{ q.what }}", "{{ q.why }}"], size=9)
    line(doc, size=4)
    tag(doc, "{%p endif %}")


def findings(doc: Any, title: str, remark: str) -> None:
    """Each thing that the court must find, with its evidence."""
    line(doc, title, style="Heading 1", before=6, after=2)
    made = table(doc, [2.2, 3.5, 1.4])
    row(made, ["Finding", "Evidence", "Shown?"], header=True, size=9)
    rows_of(made, "f in findings", [
        "**{{ f.what }}** ({{ f.cite }}){% if f.unverified %} [unverified rule]{% endif %}",
        "{% for e in f.evidence %}{{ e.words }} [{{ e.kind }}]{% if not loop.last %}; {% endif %}{% else %}No evidence.{% endfor %}",
        "{% if f.shown %}✓ Yes{% else %}**✗ No:** {{ f.lacks }}{% endif %}"], size=9)
    line(doc, remark, size=8.5, before=2, after=2)


def means(doc: Any) -> None:
    """Income and credits, property, and the household with its needs."""
    _income(doc)
    credits_listed(doc, "What was credited beside money that the state collected", level=1, size=9, widths=(3.6, 0.9, 1.2, 1.0, 0.4), src=True)
    _holdings(doc)
    _household(doc)


def _income(doc: Any) -> None:
    """Income by source and quarter, beside the support of the same quarters."""
    line(doc, "Income by source and quarter", style="Heading 1", before=8, after=2)
    tag(doc, "{%p for t in quarters %}")
    made = table(doc, [1.8] + [0.88] * 6)
    row(made, ["Source", *(f"{{{{ t.{name} }}}}" for name in PLACES)], header=True, aligns="lrrrrrr", size=9)
    rows_of(made, "i in t.income", ["{{ i.source }}{% if not i.confirmed %} **†{% endif %}**", *(_amount("i", name) for name in PLACES)],
            aligns="lrrrrrr", size=9)
    for label, name in (("All income", "totals"), ("{{ t.ordered.source }}", "ordered"), ("{{ t.paid.source }}", "paid")):
        row(made, [label, *(_amount(f"t.{name}", place) for place in PLACES)], aligns="lrrrrrr", size=9, bold=name == "totals", keep=True)
    rows_of(made, "c in t.credits", ["{{ c.source }}", *(_amount("c", place) for place in PLACES)], aligns="lrrrrrr", size=9)
    line(doc, "An average month of the newest quarter: {{ t.average_month }} ^^{{ t.average_month|src }}^^. † From a new-hire or wage "
         "registry alone: no evidence until a second source confirms it (45 CFR 303.21). – means that nothing was told.", size=8.5, before=2)
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p if not quarters %}")
    line(doc, "No wages by quarter on record.")
    tag(doc, "{%p endif %}")
    line(doc, "**Income, in words:** {{ answers.income }} ^^{{ answers.income|src }}^^", before=2)


def _holdings(doc: Any) -> None:
    """Property, less liens and exemptions."""
    line(doc, "Property, liens and exemptions", style="Heading 1", before=8, after=2)
    tag(doc, "{%p if holdings %}")
    made = table(doc, [2.0, 0.95, 2.05, 0.9, 0.8, 0.4])
    row(made, ["Property", "Value", "Lien and exemption", "Left", "Seen", "Src"], header=True, aligns="lrlrll", size=9)
    rows_of(made, "h in holdings", [
        "{{ h.what }}", "{{ h.value }}",
        "{% if not h.looked_at %}**✗ Nobody has looked**{% elif h.note %}{{ h.note }}{% else %}No lien, nothing exempt{% endif %}"
        "{% if h.proof %} ({{ h.proof }}){% endif %}",
        "{% if h.looked_at %}{{ h.reachable }}{% else %}–{% endif %}", "{{ h.seen_on|short }}", "{{ h.what|src }}"], aligns="lrlrll", size=9)
    tag(doc, "{%p else %}")
    line(doc, "No property on record.")
    tag(doc, "{%p endif %}")
    line(doc, "**Property, in words:** {{ answers.assets }} ^^{{ answers.assets|src }}^^", before=2)


def _household(doc: Any) -> None:
    """The household and its basic needs."""
    line(doc, "Household and basic subsistence needs", style="Heading 1", before=8, after=2)
    tag(doc, "{%p for h in households %}")
    made = table(doc, [4.9, 1.7, 0.5])
    row(made, ["Need of {{ h.people }} in the household (proof: {{ h.proof }})", "A month", "Src"], header=True, aligns="lrl", size=9)
    rows_of(made, "n in h.needs", ["{{ n.what }}", "{{ n.monthly }}", "{{ n.monthly|src }}"], aligns="lrl", size=9)
    row(made, ["All basic needs", "{{ h.monthly }}", "{{ h.monthly|src }}"], aligns="lrl", size=9, bold=True)
    row_if(made, "h.disposable", ["Disposable income", "{{ h.disposable }}", "{{ h.disposable|src }}"], aligns="lrl", size=9)
    row_if(made, "h.left_over", ["Left after basic needs", "{{ h.left_over }}", "{{ h.left_over|src }}"], aligns="lrl", size=9, bold=True)
    tag(doc, "{%p endfor %}")


def needs(doc: Any) -> None:
    """What a person found out of the needs."""
    line(doc, "**Needs, in words:** {{ answers.subsistence }} ^^{{ answers.subsistence|src }}^^", before=2)


def person(doc: Any) -> None:
    """What was found out about the obligor, question by question."""
    tag(doc, "{%p for stay in custody %}")
    line(doc, "**In custody:** {{ stay.facility }}{% if stay.since %}, since {{ stay.since }}{% endif %}{% if stay.released_on %}, release "
         "{{ stay.released_on }}{% else %}, no release date on record{% endif %}. Support that fell due in custody without work release or "
         "resources is not past due (G.S. 50-13.10(d)(4)). ^^{{ stay.facility|src }}^^", before=6)
    tag(doc, "{%p endfor %}")
    questions(doc, "The obligor: willfulness and ability", "Question", [
        needed("Why the failure was willful", "answers.willfulness"),
        needed("Ability while support fell due", "answers.ability_then"),
        needed("Ability now", "answers.ability"),
        needed("Health and disability", "answers.health"),
        needed("Work since the order", "answers.work_history"),
        needed("Efforts to find work", "answers.job_search"),
        needed("Screening (45 CFR 303.6(c)(4))", "answers.screening"),
        needed("Counsel (McBride v. McBride, 334 N.C. 124)", "answers.counsel_status"),
    ], level=1)
    priors(doc)


def priors(doc: Any, title: str = "Prior contempts and purges") -> None:
    """Earlier findings of contempt."""
    line(doc, title, style="Heading 1", before=8, after=2)
    tag(doc, "{%p if priors %}")
    made = table(doc, [1.1, 0.8, 1.7, 1.7, 1.4, 0.4])
    row(made, ["Found on", "Kind", "Purge", "What became of it", "Proof", "Src"], header=True, size=9)
    rows_of(made, "p in priors", ["{{ p.found_on|short }}", "{{ p.kind }}", "{{ p.purge }}", "{{ p.outcome }}", "{{ p.proof }}",
                                  "{{ p.found_on|src }}"], size=9)
    tag(doc, "{%p endif %}")
    line(doc, "**In words:** {{ answers.prior_contempts }} ^^{{ answers.prior_contempts|src }}^^", before=2)


def purge(doc: Any) -> None:
    """The purge, and what shows that it can be paid on its day."""
    line(doc, "Purge", style="Heading 1", before=8, after=2)
    tag(doc, "{%p for p in purges %}")
    cell = box(doc, sheet.WIDTH, shade="F2F2F2", thick=12)
    say(cell.paragraphs[0], "**{{ p.amount }} by {{ p.pay_on }}** ^^{{ p.amount|src }}^^: {{ p.means }} is left for it on that day after "
        "{{ p.needs_first }} of basic needs.", size=11)
    line(doc, size=4)
    made = table(doc, [2.5, 1.0, 0.9, 1.8, 0.9])
    row(made, ["Funds", "Amount", "There from", "Shown by", "Seen on"], header=True, aligns="lrlll", size=9)
    rows_of(made, "u in p.funds", ["{{ u.what }}", "{{ u.amount }}", "{{ u.available_on|short }}", "{{ u.shown_by }}", "{{ u.seen_on|short }}"],
            aligns="lrlll", size=9)
    tag(doc, "{%p endfor %}")
    line(doc, "**In words:** {{ answers.purge }} ^^{{ answers.purge|src }}^^", before=2)


def remedies(doc: Any) -> None:
    """Withholding and licenses: what else can be had."""
    lines: list[Line] = [needed("Why withholding is not available or appropriate (G.S. 50-13.9(d)(5))", "answers.withholding")]
    questions(doc, "Withholding and licenses", "Question", lines, level=1)
    line(doc, size=4)
    limits(doc)
    _licenses(doc)


def limits(doc: Any) -> None:
    """How much can be withheld."""
    tag(doc, "{%p if limits %}")
    made = table(doc, [1.5, 1.3, 1.5, 2.8])
    row(made, ["Limit of withholding", "Of disposable", "Most a month", "Cite"], header=True, aligns="lrrl", size=9)
    rows_of(made, "l in limits", ["{{ l.law }}{% if loop.first %} (governs){% endif %}", "{{ l.percent }} %", "{{ l.most }}", "{{ l.cite }}"],
            aligns="lrrl", size=9)
    tag(doc, "{%p else %}")
    line(doc, "Limit of withholding: not counted, because nobody has noted the disposable income.")
    tag(doc, "{%p endif %}")


def _licenses(doc: Any) -> None:
    line(doc, size=4)
    made = table(doc, [2.9, 0.6, 1.7, 1.9])
    row(made, ["Test for licenses", "Met?", "Because", "Cite"], header=True, size=9)
    rows_of(made, "t in tests", ["{{ t.what }}", "{% if t.met %}✓ Yes{% else %}✗ No{% endif %}", "{{ t.because }}", "{{ t.cite }}"], size=9)
    line(doc, "First payment that keeps the licenses: {{ to_keep }} ^^{{ to_keep|src }}^^. Licenses on record: {% for l in licences %}"
         "{{ l.description }}{% if not loop.last %}; {% endif %}{% else %}none{% endfor %}.", before=2)


def notes(doc: Any) -> None:
    """Lines for handwriting."""
    line(doc, "Attorney’s notes", style="Heading 1", before=8, after=2)
    made = table(doc, [sheet.WIDTH], grid=False)
    for _ in range(5):
        borders(row(made, [""], keep=True).cells[0], bottom=4)


def _amount(of: str, place: str) -> str:
    return f"{{% if {of}.{place} %}}{{{{ {of}.{place} }}}}{{% else %}}–{{% endif %}}"

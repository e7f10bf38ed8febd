"""The sections of a sheet about paternity, the guideline worksheet and the proposal."""

from typing import Any

from tools.nc_papers.blocks import line, row, rows_of, table, tag
from tools.nc_papers.questions import needed, optional, questions, work


def paternity(doc: Any) -> None:
    """Each child's dates, then the evidence."""
    line(doc, "Paternity (clear, cogent and convincing: G.S. 49-14(b))", style="Heading 1", before=8, after=2)
    line(doc, "{% if paternity.complaint_filed_on %}Complaint filed on {{ paternity.complaint_filed_on }}. "
         "^^{{ paternity.complaint_filed_on|src }}^^{% else %}Filing day of the complaint not recorded; the day of this sheet is used.{% endif %}",
         after=2)
    made = table(doc, [2.6, 1.2, 1.75, 1.15, 0.4])
    row(made, ["Child", "Turned 3", "Genetic test if contested", "Before 18", "Src"], header=True, size=9)
    rows_of(made, "child in paternity.children", [
        "{{ child.name }}", "{% if child.three_on %}{{ child.three_on|short }}{% endif %}",
        "{% if child.needs_genetic_test %}✗ Needed (G.S. 49-14(d)){% else %}✓ Not needed{% endif %}",
        "{% if child.before_eighteen %}✓ Yes{% else %}✗ NO{% endif %}", "{{ child.name|src }}"], size=9)
    questions(doc, "Evidence of paternity", "Question", [
        needed("How paternity was or will be established", "paternity.paternity_basis"),
        optional("Birth certificate; a copy is attached to the complaint (G.S. 49-14(a))", "paternity.birth_certificate"),
        optional("Affidavit of parentage; may be rescinded within 60 days (G.S. 110-132(a))", "paternity.parentage_affidavit"),
        optional("Marriage of the parents", "paternity.marriage"),
        optional("Genetic test: laboratory, date, probability", "paternity.genetic_test"),
        optional("Objection to the test; due 10 days before the hearing (G.S. 8-50.1(b1))", "paternity.genetic_objection",
                 otherwise="Nothing recorded; without an objection in time the result is admissible without foundation testimony"),
        optional("Venue and jurisdiction (G.S. 49-16, 49-17, 50-13.5(f), 52C-2-201)", "paternity.venue"),
        optional("Answer, default or consent", "paternity.answer"),
    ])
    line(doc, "Effect of the test (G.S. 8-50.1(b1)): under 85 percent presumed not the parent; 85 to 97 percent weighed with other "
         "evidence; 97 percent or more presumed the parent, rebutted only by clear, cogent and convincing evidence.", size=9,
         before=2)


def guidelines(doc: Any) -> None:
    """Incomes and everything else that the worksheet needs, then what it gives."""
    line(doc, "Incomes and guidelines (G.S. 50-13.4(c), (c1))", style="Heading 1", before=8, after=2)
    made = table(doc, [3.1, 1.6, 0.4, 1.6, 0.4])
    row(made, ["Each month", "Obligor", "Src", "Obligee", "Src"], header=True, aligns="lrlrl", size=9)
    row(made, ["**Gross income**", "{{ guidelines.obligor_income }}", "{{ guidelines.obligor_income|src }}",
               "{{ guidelines.obligee_income }}", "{{ guidelines.obligee_income|src }}"], aligns="lrlrl")
    row(made, ["Health insurance is reasonable in cost up to 5% (G.S. 50-13.11(a1))",
               *(cell for who in ("obligor", "obligee") for cell in (
                   f"{{% if guidelines.{who}_insurance_limit %}}{{{{ guidelines.{who}_insurance_limit }}}}{{% endif %}}",
                   f"{{{{ guidelines.{who}_insurance_limit|src }}}}"))], aligns="lrlrl")
    questions(doc, "What the worksheet needs", "Item", [
        needed("Incomes documented by (a full month of pay, latest tax return)", "guidelines.income_sources"),
        optional("Other children, support paid for them", "guidelines.other_children"),
        optional("Work-related child care", "guidelines.childcare"),
        optional("Health insurance", "guidelines.insurance"),
        optional("Overnights (123 or more with each: Worksheet B)", "guidelines.overnights"),
        optional("Extraordinary expenses", "guidelines.extraordinary"),
        needed("Worksheet used", "guidelines.worksheet"),
        needed("Guideline support", "guidelines.guideline_support", bold=True),
        optional("Deviation: presumptive amount, needs and ability, why unjust, basis", "guidelines.deviation",
                 otherwise="Nothing asked for"),
    ])


def earnings(doc: Any) -> None:
    """The work of both parents, as the record tells it."""
    for person, name in (("obligor", "jobs"), ("obligee", "obligee_jobs")):
        line(doc, f"Work of the {person}", style="Heading 2", before=6, after=2)
        withheld = f"{{% if {person}.protected %}}Withheld: protected person.{{% else %}}No employer on record.{{% endif %}}"
        work(doc, name, otherwise=withheld)


def proposal(doc: Any) -> None:
    """What the agency asks the court to order."""
    questions(doc, "Proposal", "Item", [
        needed("Monthly support, due on the first", "proposal.proposed_support", bold=True),
        needed("First payment due on", "proposal.proposed_from"),
        optional("Monthly payment on arrears", "proposal.proposed_on_arrears", otherwise="Nothing proposed"),
        optional("Support before the action, at most three years (G.S. 1-52(2); guidelines)", "proposal.retroactive",
                 otherwise="Nothing asked for"),
        optional("Public assistance and debt; action within five years (G.S. 110-135)", "proposal.assistance",
                 otherwise="Nothing recorded"),
    ], level=1)


def orders_on_file(doc: Any) -> None:
    """Orders that the record holds already, which a first order must not overlook."""
    tag(doc, "{%p if orders %}")
    line(doc, "⚠ Orders already on file in this case", style="Heading 2", before=6, after=2)
    made = table(doc, [1.5, 1.2, 1.5, 1.3, 1.2, 0.4])
    row(made, ["Order of", "Kind", "Judge", "In effect from", "Monthly", "Src"], header=True, aligns="llllrl", size=9)
    rows_of(made, "o in orders", [
        "{{ o.ordered_on }}", "{% if o.kind %}{{ o.kind }}{% endif %}", "{% if o.judge %}{{ o.judge }}{% endif %}",
        "{{ o.effective_on|short }}{% if o.ended_on %} to {{ o.ended_on|short }}{% endif %}", "{{ o.monthly_support }}",
        "{{ o.ordered_on|src }}"], aligns="llllrl", size=9)
    tag(doc, "{%p endif %}")

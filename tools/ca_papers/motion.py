"""Notice of motion with the agency's declaration (Fam. Code §§ 17400, 17404; Code Civ. Proc. §§ 1005, 1010, 2015.5)."""

from typing import Any

from tools.ca_papers.court import CHILDREN, declared, opening, signature
from tools.ca_papers.pleading import heading, numbered, only_if, pleading, text
from tools.nc_papers.blocks import CENTER
from tools.nc_papers.kinds import OF_KINDS

TITLE = "Notice of Motion and Declaration"


def draft() -> Any:
    """The Word file."""
    doc = pleading(TITLE)
    opening(doc, "NOTICE OF MOTION AND MOTION {{ purpose|upper }}; DECLARATION IN SUPPORT")
    _notice(doc)
    _grounds(doc)
    _to_the_parents(doc)
    signature(doc)
    _declaration(doc)
    return doc


def _notice(doc: Any) -> None:
    text(doc, "TO {{ obligor }}, TO {{ obligee }}, AND TO THEIR ATTORNEYS OF RECORD:")
    text(doc, "PLEASE TAKE NOTICE that on {{ hearing.weekday }}, {{ hearing.on }}, at {{ hearing.time }}, or as soon after "
         "that as the matter can be heard, in Department {{ hearing.courtroom }} of this court, {{ hearing.courthouse }}"
         "{% if hearing.courthouse_address %}, {{ hearing.courthouse_address }}{% endif %}, {{ office.name }}, the local "
         "child support agency (the “Agency”), will move the court {{ purpose }}.", first=0.5)
    heading(doc, "ORDER SOUGHT AND GROUNDS")
    text(doc, "The Agency asks for this order: {{ pleaded_relief }}", first=0.5)


def _grounds(doc: Any) -> None:
    text(doc, "{%p for m in modification %}")
    text(doc, "The grounds are that circumstances have changed since the order was made (Fam. Code, §§ 3651, 3653): "
         "{{ m.pleaded_change }} The Agency proposes child support of {{ m.proposed_support }} a month. If the court "
         "modifies the order, it may make the change effective from the day on which this motion is filed or from any "
         "later day.", first=0.5)
    text(doc, "{%p endfor %}")
    only_if(doc, "judgment", "The grounds are that each parent has an equal duty to support the child in the manner "
            "suitable to the child’s circumstances (Fam. Code, §§ 3900, 3901), and that the action is at issue or "
            "the law requires a hearing before judgment (Fam. Code, §§ 17404(b), 17430).", first=0.5)
    only_if(doc, "not judgment and not modification", "The grounds are the Agency’s duty to establish, modify and enforce "
            "support (Fam. Code, § 17400) and the facts declared below.", first=0.5)
    text(doc, "The motion rests on this notice, on the declaration below, on the records of the court and of the Agency, and "
         "on the evidence that is received at the hearing.", first=0.5)


def _to_the_parents(doc: Any) -> None:
    heading(doc, "WHAT A PARENT MAY DO")
    for number, words in enumerate((
        "**Appear.** You may appear and be heard. {% if judgment %}To exercise your right to a trial you must appear at the "
        "hearing on this motion (Fam. Code, § 17404(b)). There you may ask for witnesses and documents to be "
        "subpoenaed, for genetic tests if parentage is at issue and no test has been made, and for a trial. {% endif %}If "
        "you do not appear, the court may make the order without you.",
        "**Answer in writing.** Opposing papers must be filed and served on all parties at least nine court days before the "
        "hearing (Code Civ. Proc., § 1005(b)).",
        "**Show your income.** File and serve a current income and expense declaration, and bring proof of your income and "
        "expenses (Cal. Rules of Court, rule 5.260).",
        "**Commissioner.** A child support commissioner hears this case and acts as a temporary judge unless the Agency or a "
        "party objects before the hearing begins. On objection the commissioner may still hear the matter and recommend an "
        "order, which a superior court judge reviews; you may object to it (Fam. Code, § 4251).",
        "**No attorney for you.** The Agency’s attorney represents the public interest and neither parent nor any child (Fam. "
        "Code, § 17406(a)). The family law facilitator of this court can help you without charge.",
    ), start=1):
        numbered(doc, number, words, keep=words.startswith("**No attorney"))


def _declaration(doc: Any) -> None:
    text(doc, "DECLARATION OF {{ office.agent|upper }}", style="Heading 2", align=CENTER, keep=True)
    text(doc, "I, {{ office.agent }}, declare:", first=0.5, keep=True)
    numbered(doc, 1, "I am {% if office.agent_title %}employed as {{ office.agent_title }}{% else %}employed{% endif %} by the "
             "Agency and work on its case {{ case_number }}. I know the facts below from the Agency’s records, which are made in "
             "the regular course of its duties at or near the time of each event, and would so testify if called.")
    numbered(doc, 2, f"The support at issue is for {CHILDREN}.")
    numbered(doc, 3, "{{ pleaded_facts }}")
    only_if(doc, "order", "4.\t{% for o in order %}The order of {{ o.ordered_on }}, effective {{ o.effective_on }}, requires "
            "{{ obligor }} to pay child support of {{ o.monthly_support }} each month{% if o.monthly_on_arrears != '$0.00' %} "
            "and {{ o.monthly_on_arrears }} each month on arrears{% endif %}, due on the first day of the month."
            "{% if o.ended_on %} It ended on {{ o.ended_on }}.{% endif %}{% endfor %} As of {{ arrears.as_of }} the Agency’s "
            "record shows {{ arrears.total }} of unpaid principal" + OF_KINDS + "{% if arrears.interest %} and {{ arrears.interest }} of "
        "interest on it{% endif %}.", first=0.5)
    only_if(doc, "modification", "5.\t{% for m in modification %}Guideline support was calculated with "
            "{{ m.guideline_run }}. A printout is served with this motion.{% endfor %}", first=0.5)
    text(doc, "No address of a parent or child is stated in these papers (Fam. Code, § 17212).", first=0.5)
    declared(doc)

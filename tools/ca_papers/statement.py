"""Statement of arrears: ordered and paid month by month, by type of support and year (Fam. Code § 17526)."""

from typing import Any

from tools.ca_papers.court import declared, opening
from tools.ca_papers.pleading import grid, heading, line_of, numbered, pleading, tag_line, text

TITLE = "Statement of Arrears"
MONEY = [2.2, 1.35, 1.35, 1.35]
SUMMED = [2.2, 1.0, 1.05, 0.95, 1.05]


def draft() -> Any:
    """The Word file."""
    doc = pleading(TITLE)
    opening(doc, "STATEMENT OF ARREARS BY YEAR AND TYPE OF SUPPORT; DECLARATION OF PAYMENT RECORDS")
    _declaration(doc)
    _summary(doc)
    text(doc, "{%p for a in accounts %}")
    _account(doc)
    text(doc, "{%p endfor %}")
    declared(doc)
    return doc


def _declaration(doc: Any) -> None:
    text(doc, "I, {{ office.agent }}, declare:", first=0.5, keep=True)
    numbered(doc, 1, "I am {% if office.agent_title %}employed as {{ office.agent_title }}{% else %}employed{% endif %} by "
             "{{ office.name }}, the local child support agency (the “Agency”). The Agency records support due from {{ obligor }} and "
             "money received, in the regular course of its duties and at or near the time of each event. I work with these records "
             "in case {{ case_number }} (Evid. Code, §§ 1271, 1280).")
    numbered(doc, 2, "The tables below are drawn from those records as of {{ as_of }}. They show for each month the support that fell "
             "due and the money received, less payments returned unpaid, by the day of receipt (Fam. Code, § 17526).")
    text(doc, "{%p if interest %}")
    numbered(doc, 3, "Interest of {{ interest }} has accrued on the principal at the legal rate and is unpaid. It is stated apart and is in no table. "
             "{{ interest_rule }}")
    text(doc, "{%p else %}")
    numbered(doc, 3, "The figures are principal alone. {{ interest_rule }}")
    text(doc, "{%p endif %}")


def _summary(doc: Any) -> None:
    heading(doc, "SUMMARY AS OF {{ as_of|upper }}")
    made = grid(doc, SUMMED)
    line_of(made, ["Type of support", "Opening", "Ordered", "Paid", "Owed"], aligns="lrrrr", header=True)
    tag_line(made, "{%tr for a in accounts %}")
    line_of(made, ["{{ a.kind }}", "{{ a.opening }}", "{{ a.ordered }}", "{{ a.paid }}", "{{ a.balance }}"], aligns="lrrrr")
    _moved(made, "a", before=2)
    tag_line(made, "{%tr endfor %}")
    line_of(made, ["Principal in all", "", "", "", "{{ principal }}"], aligns="lrrrr", bold=True)
    tag_line(made, "{%tr if interest %}")
    line_of(made, ["Interest, stated apart", "", "", "", "{{ interest }}"], aligns="lrrrr")
    tag_line(made, "{%tr endif %}")


def _account(doc: Any) -> None:
    heading(doc, "{{ a.kind|upper }}")
    made = grid(doc, MONEY)
    line_of(made, ["Month", "Ordered", "Paid", "Principal owed"], aligns="lrrr", header=True)
    tag_line(made, "{%tr if a.opening_on %}")
    line_of(made, ["Balance on {{ a.opening_on|short }}", "", "", "{{ a.opening }}"], aligns="lrrr")
    tag_line(made, "{%tr endif %}")
    tag_line(made, "{%tr for y in a.years %}")
    tag_line(made, "{%tr for m in y.months %}")
    line_of(made, ["{{ m.month|month }}", "{{ m.ordered }}", "{{ m.paid }}", "{{ m.balance }}"], aligns="lrrr")
    _moved(made, "m")
    tag_line(made, "{%tr endfor %}")
    line_of(made, ["Year {{ y.year }}", "{{ y.ordered }}", "{{ y.paid }}", "{{ y.balance }}"], aligns="lrrr", bold=True)
    tag_line(made, "{%tr endfor %}")
    line_of(made, ["In all", "{{ a.ordered }}", "{{ a.paid }}", "{{ a.balance }}"], aligns="lrrr", bold=True)
    _moved(made, "a")


def _moved(made: Any, of: str, *, before: int = 1) -> None:
    """What else moved the principal: without these rows a line of ordered, paid and owed would not add up.

    ``before`` is how many columns of money stand before that of what was paid.
    """
    for name, words in (("credited", "less credits and corrections"), ("to_interest", "plus applied to interest")):
        tag_line(made, f"{{%tr if {of}.{name} %}}")
        cells = [words, *[""] * before, f"{{{{ {of}.{name} }}}}", ""]
        line_of(made, cells, aligns="l" + "r" * (len(cells) - 1))
        tag_line(made, "{%tr endif %}")

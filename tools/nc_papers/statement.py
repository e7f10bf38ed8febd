"""Statement of arrears: support due and paid by type of support, year and month, with the agency's certification."""

from typing import Any

from tools.nc_papers.blocks import CENTER, line, paper, row, row_if, rows_of, table, tag, tagged
from tools.nc_papers.court import CJK, SERIF, caption, footer, keeper_signature
from tools.nc_papers.pleading import Numbers

TITLE = "Statement of Arrears"
MONEY = [2.3, 1.4, 1.4, 1.4]
SUMMED = [1.9, 1.25, 1.15, 1.05, 1.15]
MOVED = (("credited", "less credits, direct payments and corrections"), ("to_interest", "of the money, to interest"))


def draft() -> Any:
    """The Word file."""
    doc = paper(font=SERIF, size=12, margins=1.0, title=TITLE, cjk=CJK)
    footer(doc.sections[0], TITLE)
    caption(doc, "STATEMENT OF ARREARS", "by Type of Support, Year and Month", "as of {{ arrears.as_of }}",
            cite="G.S. 50-13.4(c), 50-13.9(b1), 50-13.10")
    _account(doc, Numbers(doc, spacing=1.15))
    _summary(doc)
    tag(doc, "{%p for a in accounts %}")
    _by_month(doc)
    tag(doc, "{%p endfor %}")
    certification(doc)
    return doc


def _account(doc: Any, numbers: Numbers) -> None:
    numbers.say("{{ office.name }} (the “Agency”) is the designated child support enforcement agency in IV-D Case No. {{ case_number }}. This "
                "statement is drawn from the records that it keeps of support due from {{ obligor }} (the “Obligor”) and of money received, for "
                "{{ obligee }}, the person for whom support is collected.")
    numbers.say("Support is due under:", keep=True)
    orders_listed(doc)
    numbers.say("For each month the tables show the support that fell due in it and the money collected in it, less payments returned unpaid. Each "
                "past due payment vested when it accrued (G.S. 50-13.10(a)).{% if arrears.suspended %} No support was charged "
                "{{ arrears.suspended }}.{% endif %} {{ arrears.interest_rule }}")


def orders_listed(doc: Any) -> None:
    """A row for each order."""
    made = table(doc, [1.7, 2.2, 1.3, 1.3])
    row(made, ["Order of", "In effect from", "Monthly support", "Toward arrears"], header=True, aligns="llrr", size=11)
    rows_of(made, "order in orders", [
        "{{ order.ordered_on }}", "{{ order.effective_on }}{% if order.ended_on %} to {{ order.ended_on }}{% endif %}",
        "{{ order.monthly_support }}", "{{ order.monthly_on_arrears }}"], aligns="llrr", size=11)
    line(doc, size=6)


def _summary(doc: Any) -> None:
    line(doc, "SUMMARY", style="Heading 2", before=12, after=4)
    made = table(doc, SUMMED)
    row(made, ["Type of support", "Opening balance", "Support due", "Paid", "Arrears"], header=True, aligns="lrrrr", size=11)
    tagged(made, "{%tr for a in accounts %}", 11)
    row(made, ["{{ a.kind }}", "{{ a.opening }}", "{{ a.ordered }}", "{{ a.paid }}", "{{ a.balance }}"], aligns="lrrrr", size=11)
    _moved(made, "a", before=2)
    tagged(made, "{%tr endfor %}", 11)
    row(made, ["Arrears on {{ arrears.as_of|short }}", "", "", "", "{{ arrears.total }}"], aligns="lrrrr", size=11, bold=True)
    row_if(made, "arrears.interest", ["Interest, stated apart", "", "", "", "{{ arrears.interest }}"], aligns="lrrrr", size=11)


def _by_month(doc: Any) -> None:
    line(doc, "{{ a.kind|upper }}", style="Heading 2", before=14, after=4)
    made = table(doc, MONEY)
    row(made, ["Month", "Support due", "Paid", "Balance owed"], header=True, aligns="lrrr", size=11)
    row_if(made, "a.opening_on", ["Balance on {{ a.opening_on|short }}", "", "", "{{ a.opening }}"], aligns="lrrr", size=11)
    tagged(made, "{%tr for y in a.years %}", 11)
    tagged(made, "{%tr for m in y.months %}", 11)
    row(made, ["{{ m.month|month }}", "{{ m.ordered }}", "{{ m.paid }}", "{{ m.balance }}"], aligns="lrrr", size=11)
    _moved(made, "m")
    tagged(made, "{%tr endfor %}", 11)
    row(made, ["Year {{ y.year }}", "{{ y.ordered }}", "{{ y.paid }}", "{{ y.balance }}"], aligns="lrrr", size=11, bold=True,
        shade="F2F2F2")
    tagged(made, "{%tr endfor %}", 11)
    row(made, ["In all", "{{ a.ordered }}", "{{ a.paid }}", "{{ a.balance }}"], aligns="lrrr", size=11, bold=True)
    _moved(made, "a")


def _moved(made: Any, of: str, *, before: int = 1) -> None:
    """What else moved the support: without these rows a line of due, paid and owed would not add up.

    ``before`` is how many columns of money stand before that of what was paid.
    """
    for name, words in MOVED:
        cells = [words, *[""] * before, f"{{{{ {of}.{name} }}}}", ""]
        row_if(made, f"{of}.{name}", cells, aligns="l" + "r" * (len(cells) - 1), size=11)


def certification(doc: Any) -> None:
    """The keeper of the records stands behind them."""
    line(doc, "CERTIFICATION OF PAYMENT RECORDS", style="Heading 1", align=CENTER, before=22, after=6)
    line(doc, "I am the designated representative of {{ office.name }} for the authentication of its payment records. I certify under "
         "G.S. 50-13.9(b1) that the payments in this paper are a true and complete account of the records that the Agency maintains of the "
         "amount of each payment and of the date on which it was received, as of {{ arrears.as_of }}, and that the balances follow from them "
         "and from the orders by addition and subtraction.", first=0.5, spacing=1.15, keep=True)
    keeper_signature(doc)

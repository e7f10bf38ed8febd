"""Support of several kinds told apart, in the same words on every paper; nothing at all where a case has one kind."""

from typing import Any

from tools.nc_papers.blocks import line, row, row_if, rows_of, tag, tagged

OF_KINDS = ("{% for k in arrears.kinds %}{% if loop.first %} ({% else %}; {% endif %}{{ k.total }} of {{ k.kind }}"
            "{% if loop.last %}){% endif %}{% endfor %}")
"""`` ($3,600.00 of child support; $600.00 of spousal support)`` after the arrears of a sentence."""


def arrears_by_kind(doc: Any) -> None:
    """A line of its own, where the arrears stand in a box."""
    tag(doc, "{%p if arrears.kinds %}")
    line(doc, "**Arrears by kind:** {% for k in arrears.kinds %}{{ k.total }} of {{ k.kind }} ^^{{ k.total|src }}^^{% if not loop.last %}; "
         "{% endif %}{% endfor %}.", after=2)
    tag(doc, "{%p endif %}")


def rows_by_kind(made: Any, *, aligns: str, size: float | None = None, src: bool = False) -> None:
    """A row for each kind under the arrears of a summary."""
    rows_of(made, "k in arrears.kinds", ["    of it {{ k.kind }}", "{{ k.total }}", *["{{ k.total|src }}"] * src], aligns=aligns, size=size)


def months_by_kind(made: Any, month: str, *, after: int = 0, src: bool = False, aligns: str, size: float) -> None:
    """Under the row of an unpaid month, what of each kind was ordered, paid, credited and left; ``after`` cells stay empty."""
    empty = [""] * after
    tagged(made, f"{{%tr for k in {month}.kinds %}}", size=size)
    row(made, ["", "{{ k.kind }}", "{{ k.ordered }}", "{{ k.paid }}", "{{ k.unpaid }}", *empty, *["{{ k.unpaid|src }}"] * src],
        aligns=aligns, size=size)
    row_if(made, "k.credited", ["", "credited on it", "", "{{ k.credited }}", "", *empty, *["{{ k.credited|src }}"] * src],
           aligns=aligns, size=size)
    tagged(made, "{%tr endfor %}", size=size)

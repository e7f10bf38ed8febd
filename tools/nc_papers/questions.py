"""Tables of questions with their answers and the key of each source, as fact sheets have them."""

from collections.abc import Iterable
from typing import Any

from tools.nc_papers.blocks import line, row, rows_of, table, tag

TABLE = (1.9, 4.8, 0.4)
Line = tuple[str, str, str]
"""Label, answer, key of the source."""


def questions(
    doc: Any, title: str, head: str, lines: Iterable[Line], *, level: int = 2, new_page: bool = False
) -> None:
    """A titled table with one row for each question; on a new page where the end of one may fall behind its first row.

    LibreOffice may lose the second row there, which read-back finds.
    """
    heading = line(doc, title, style=f"Heading {level}", before=6 if level > 1 else 8, after=2)
    heading.paragraph_format.page_break_before = new_page or None
    made = table(doc, TABLE)
    row(made, [head, "Evidence or answer", "Src"], header=True, size=9)
    for label, said, key in lines:
        row(made, [f"**{label}**", said, key])


def needed(label: str, name: str, *, bold: bool = False) -> Line:
    """A fact that a sheet needs: a visible gap where it is missing."""
    said = f"{{{{ {name} }}}}"
    return label, f"**{said}**" if bold else said, f"{{{{ {name}|src }}}}"


def optional(label: str, name: str, *, otherwise: str = "Not recorded") -> Line:
    """A fact that may be missing."""
    return label, f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}{otherwise}{{% endif %}}", f"{{{{ {name}|src }}}}"


def glance(doc: Any, cells: Iterable[tuple[str, str]]) -> None:
    """The boxes at the top of a sheet: what the attorney looks at first."""
    cells = tuple(cells)
    line(doc, "At a glance", style="Heading 1", before=4, after=2)
    made = table(doc, [7.1 / len(cells)] * len(cells))
    row(made, [label for label, _ in cells], header=True, size=9)
    row(made, [said for _, said in cells], size=12, bold=True)
    line(doc, size=4)


ARREARS = "Arrears on {{ arrears.as_of|short }}", "{{ arrears.total }}"
LAST_PAYMENT = (
    "Last payment",
    "{% if arrears.last_payment_on %}{{ arrears.last_payment }} on {{ arrears.last_payment_on|short }}{% else %}No payment{% endif %}",
)
NOTICE = (
    "{% for n in notice %}{% if n.met %}✓ Long enough{% elif n.readings %}✗ TOO SHORT{% else %}✗ NOT SERVED{% endif %}"
    "{% endfor %}{% if not notice %}No rule for this hearing{% endif %}"
)
"""Whether the notice of the hearing is long enough, for a box at the top."""


def work(doc: Any, name: str, *, otherwise: str) -> None:
    """The work of one person; ``otherwise`` is said where there is none to tell."""
    tag(doc, f"{{%p if {name} %}}")
    made = table(doc, [1.9, 0.8, 0.8, 1.35, 1.05, 0.8, 0.4])
    row(made, ["Employer", "From", "To", "Wages", "Told by", "Verified", "Src"], header=True, size=9)
    rows_of(made, f"job in {name}", [
        "{{ job.employer }}{% if job.needs_second_source %} **†{% endif %}**",
        "{% if job.started_on %}{{ job.started_on|short }}{% endif %}", "{% if job.ended_on %}{{ job.ended_on|short }}{% endif %}",
        "{% if job.wages %}{{ job.wages }}{% if job.wage_quarter %} in {{ job.wage_quarter }}{% endif %}{% endif %}",
        "{% if job.source %}{{ job.source }}{% endif %}", "{% if job.verified_on %}{{ job.verified_on|short }}{% else %}Never{% endif %}",
        "{{ job.employer|src }}"], size=9)
    line(doc, "† From a new-hire or wage registry alone: not to be used in court until a second source confirms it (45 CFR 303.21).",
         size=8.5)
    tag(doc, "{%p else %}")
    line(doc, otherwise)
    tag(doc, "{%p endif %}")

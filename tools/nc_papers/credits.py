"""What was credited beside money that the state collected, in the same plain words on every paper."""

from typing import Any

from tools.nc_papers.blocks import line, row, row_if, rows_of, table, tag

WAYS = (("direct", "for proven direct payments"), ("found", "by finding of a court"), ("corrected", "by correction of the account"))
"""The facts of the ways, and how a sentence says each after the word credited."""
ROWS = {"direct": "credits for proven direct payments", "found": "credits found by a court", "corrected": "corrections of the account"}
"""How a row of an account says each."""


def any_of(group: str, after: str = "") -> str:
    """The condition that anything was credited by any way."""
    return " or ".join(f"{group}.{name}{after}" for name, _ in WAYS)


def paid_and_credited(group: str, *, direct_cite: str = "") -> str:
    """``$5.00 was paid``; where anything was credited, through the state, and what was credited by each way."""
    parts = "".join(
        f"{{% if {group}.{name} %}}; {{{{ {group}.{name} }}}} was credited {words}{direct_cite if name == 'direct' else ''}{{% endif %}}"
        for name, words in WAYS)
    return f"{{{{ {group}.paid }}}} was paid{{% if {any_of(group)} %}} through the state{{% endif %}}{parts}"


def less_credited(group: str, after: str = "") -> str:
    """``, $5.00 credited for proven direct payments`` for each way that there is, inside a sentence."""
    return "".join(f"{{% if {group}.{name}{after} %}}, {{{{ {group}.{name}{after} }}}} credited {words}{{% endif %}}" for name, words in WAYS)


def rows_credited(made: Any, words: str, *, cells: int, aligns: str, size: float | None = None, src: bool = False) -> None:
    """A row of a summary for each way that there is: words, amount, and the key of its source where ``src``."""
    for name, way in ROWS.items():
        last = [f"{{{{ arrears.{name}|src }}}}"] if src else []
        filled = [words.format(way=way), *[""] * (cells - 2 - len(last)), f"{{{{ arrears.{name} }}}}", *last]
        row_if(made, f"arrears.{name}", filled, aligns=aligns, size=size, keep=True)


def credits_listed(doc: Any, title: str, *, level: int, size: float, widths: tuple[float, ...], src: bool = False) -> None:
    """Each credit with its day and the day from which it counts; nothing at all where there is none."""
    tag(doc, "{%p if arrears.credits %}")
    line(doc, title, style=f"Heading {level}", before=8, after=3)
    made = table(doc, widths)
    aligns = "lllr" + "l" * src
    row(made, ["Credited", "Day", "In the account from", "Amount", *["Src"] * src], header=True, aligns=aligns, size=size)
    rows_of(made, "c in arrears.credits", ["{{ c.how }}", "{{ c.given_on|short }}", "{{ c.counts_from|short }}", "{{ c.amount }}",
                                           *["{{ c.amount|src }}"] * src], aligns=aligns, size=size)
    tag(doc, "{%p endif %}")

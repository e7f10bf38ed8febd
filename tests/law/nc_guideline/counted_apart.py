"""Orders computed once more, apart from the program: from the formulas in one step, on decimals of 60 digits.

Nothing but the table of the schedule and the bounds of the shaded area is shared with what is tested.
"""

import csv
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path
from typing import Any

import law.nc.guideline

TABLE = Path(law.nc.guideline.__file__).parent / "schedule_2023.csv"
ROWS = [[Decimal(cell) for cell in row] for row in list(csv.reader(TABLE.open()))[1:]]
SHADED = {1: 1750, 2: 2150, 3: 2500, 4: 2750, 5: 3100, 6: 3450}
CENT = Decimal("0.01")


def order(kind: str, children: int, plaintiff: dict[str, int], defendant: dict[str, int], obligor: str) -> int:
    """What the obligor pays in cents; on B and C what the defendant pays, below zero where the plaintiff does."""
    with localcontext() as context:
        context.prec = 60
        mine, other = (defendant, plaintiff) if obligor == "defendant" or kind != "A" else (plaintiff, defendant)
        return int(_order(kind, children, mine, other).quantize(CENT, ROUND_HALF_UP) * 100)


def _order(kind: str, children: int, mine: dict[str, int], other: dict[str, int]) -> Decimal:
    payer, payee = _adjusted(mine), _adjusted(other)
    if kind == "A" and payer < 1150:
        return Decimal(50)
    if kind == "A" and payer <= SHADED[children]:
        return basic(payer, children)
    both = payer + payee
    paid_by_payer, paid_by_payee = _costs(mine), _costs(other)
    costs = paid_by_payer + paid_by_payee
    whole = basic(both, children)
    if kind == "A":
        return max(Decimal(0), payer * (whole + costs) / both - paid_by_payer)
    # Whoever pays beyond a fair share is paid back by exactly what the other one falls short.
    settled = paid_by_payee - payee * costs / both
    if kind == "B":
        part = Decimal(other["overnights"]) / (365 * children)
        return Decimal("1.5") * whole * (payer / both * part - payee / both * (1 - part)) + settled
    part = Decimal(other["children_living"]) / children
    return whole * (part * payer / both - (1 - part) * payee / both) + settled


def basic(income: Decimal, children: int) -> Decimal:
    """The obligation by walking down the table."""
    before = [Decimal(1300), *[Decimal(50)] * 6]
    if income <= 1300:
        return Decimal(50)
    for row in ROWS:
        if income <= row[0]:
            return before[children] + (row[children] - before[children]) * (income - before[0]) / 50
        before = row
    raise AssertionError("above the table")


def _adjusted(parent: dict[str, int]) -> Decimal:
    gross = Decimal(parent["gross"]) / 100
    others = basic(gross, parent["other_children"]) if parent["other_children"] and gross else Decimal(0)
    return max(Decimal(0), gross - Decimal(parent["pre_existing"]) / 100 - others)


def _costs(parent: dict[str, int]) -> Decimal:
    return Decimal(parent["childcare"] + parent["insurance"] + parent["extraordinary"]) / 100


def signed(told: dict[str, Any]) -> int:
    """A result of the program in the same way: below zero where the plaintiff pays on B and C."""
    turned = told["worksheet"] != "A" and told["payer"] == "plaintiff"
    return -told["amount"] if turned else int(told["amount"])

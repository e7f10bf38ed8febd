"""The balances of a county as other programs and spreadsheets read them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from cases.county.facts import CaseBalance
from cases.ledger.balance import BUCKETS
from cases.ledger.reconciling import Reconciliation
from cases.ledger.suspicion import Explanation
from cases.ledger.telling import reconciliation_told
from kernel.money import Money

COLUMNS = (
    "case_no", "total", *BUCKETS, "state_on", "state", "ours", "apart", "parted_by", "cause", "cause_on", "words",
    "refused",
)  # fmt: skip
"""Of the CSV file; amounts in dollars. ``state`` and ``ours`` are both of the day ``state_on``."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass
class Tally:
    """What a county owes in all, and which cases a person has to look at, as they come in."""

    cases: int = 0
    sums: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("total", *BUCKETS), 0))
    wrong: list[CaseBalance] = field(default_factory=list)
    refused: list[CaseBalance] = field(default_factory=list)

    def add(self, one: CaseBalance) -> None:
        """Counts one more case in."""
        self.cases += 1
        if one.balance is None:
            self.refused.append(one)
            return
        for name, cents in _amounts(one):
            self.sums[name] += cents
        if one.wrong:
            self.wrong.append(one)


def county_told(tally: Tally, cases: Iterable[CaseBalance], as_of: date) -> dict[str, Any]:
    """The sums in cents, how many cases there are, in how many the state is wrong, and the chosen ones."""
    return {
        "as_of": as_of.isoformat(),
        "cases": tally.cases,
        "wrong": len(tally.wrong),
        "refused": len(tally.refused),
        "sums": tally.sums,
        "balances": [case_told(one) for one in cases],
    }


def case_told(one: CaseBalance) -> dict[str, Any]:
    """One case: its balance by bucket in cents, and the state's account beside it."""
    return {
        "case_no": one.case_no,
        **dict(_amounts(one)),
        "state": reconciliation_told(one.beside) | {"explanations": one.explanations} if one.beside else None,
        "refused": one.refused,
    }


def case_row(one: CaseBalance) -> tuple[str, ...]:
    """One case as a row of the CSV file."""
    amounts = dict(_amounts(one))
    return (
        _text(one.case_no),
        *(_dollars(Money(amounts[name])) if name in amounts else "" for name in ("total", *BUCKETS)),
        *(_beside(one.beside) if one.beside else [""] * 8),
        _text(one.refused),
    )


def _amounts(one: CaseBalance) -> Iterator[tuple[str, int]]:
    if one.balance is not None:
        yield "total", one.balance.total.cents
        yield from one.balance.cents().items()


def _beside(found: Reconciliation) -> tuple[str, ...]:
    told = (found.as_of.isoformat(), _dollars(found.theirs), _dollars(found.ours), _dollars(found.apart))
    parted = found.parted_by.isoformat() if found.parted_by else ""
    return (*told, parted, *(_because(found.likeliest[0]) if found.likeliest else ("", "", "")))


def _because(one: Explanation) -> tuple[str, str, str]:
    return str(one.cause), one.on.isoformat(), _text(one.words)


def _dollars(amount: Money) -> str:
    return f"{Decimal(amount.cents) / 100:.2f}"


def _text(written: str) -> str:
    """Text that a spreadsheet would take for a formula stays text."""
    return f"'{written}" if written.startswith(FORMULA) else written

"""The words of a work paper, the same on paper, in the workbook and on the page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.ledger.account import Line
from cases.ledger.counts import Counts
from cases.ledger.playing import What
from cases.ledger.reconciling import Reconciliation
from documents.audit.work_paper import Ordered, RuleUsed, WorkPaper
from kernel.money import ZERO, Money, total

BUCKETS = {
    "current": "current support", "family": "arrears to the family", "assigned": "assigned arrears",
    "other_state": "arrears to another state", "interest": "interest", "fees": "fees", "ahead": "paid ahead",
}  # fmt: skip
NOT_CHECKED = "not checked"
FEW = 5
"""How many explanations of one cause are told before the rest of them are only counted."""
SAY_WHERE = frozenset(
    {What.PAYMENT, What.DIRECT, What.CREDIT, What.ADJUSTMENT, What.CHANGE, What.AHEAD, What.SPLIT, What.OPENING}
)
"""Lines that say which buckets they moved."""


def balance_lines(paper: WorkPaper) -> Iterator[tuple[str, Money, bool]]:
    """The buckets that hold something, their sum, and what stands beside it; the sum is marked."""
    balance = paper.balance
    yield "Support of the current month", balance.current, False
    yield "Arrears owed to the family", balance.family, False
    for words, amount in (
        ("Arrears assigned for public assistance", balance.assigned),
        ("Arrears owed to another state", balance.other_state),
        ("Interest", balance.interest),
        ("Less money paid ahead", -balance.ahead),
    ):
        if amount.cents:
            yield words, amount, False
    whole = "Owed" if balance.total >= ZERO else "Paid ahead"
    yield f"{whole} in all, without fees", balance.total, True
    if balance.fees.cents:
        yield "Fees, which stand beside it", balance.fees, False


def said(line: Line) -> str:
    """What a line says happened, and to what its money went."""
    if line.what is What.INTEREST:
        return f"Interest {line.words[:1].lower()}{line.words[1:]}"
    return f"{line.words}{_applied_to(line)}"


def _applied_to(line: Line) -> str:
    """To what the money of a line went, or what moved where; nothing where that is plain."""
    if line.what in (What.MONTH_ENDS, What.FEE):
        return f" ({line.amount})"
    if line.what not in SAY_WHERE or not line.changed:
        return ""
    minus = line.what in (What.PAYMENT, What.DIRECT, What.CREDIT)
    parts = (_part(name, amount, minus=minus) for name, amount in line.changed)
    return ": " + ", ".join(parts)


def _part(name: str, amount: Money, *, minus: bool) -> str:
    told = amount if name == "ahead" or not minus else -amount
    return f"{BUCKETS[name]} {told}"


@dataclass(frozen=True, slots=True)
class Explained:
    """A row of what explains a difference; one that only counts the rest of its cause has no day."""

    cause: str
    on: date | None
    words: str
    best: bool


def explained(found: Reconciliation) -> Iterator[Explained]:
    """The first few explanations of each cause, the best founded first, then how many more there are of it."""
    every = [(one, True) for one in found.likeliest] + [(one, False) for one in found.others]
    all_of = Counter(one.cause for one, _ in every)
    told: Counter[str] = Counter()
    for one, best in every:
        told[one.cause] += 1
        if told[one.cause] <= FEW:
            yield Explained(one.cause.capitalize(), one.on, one.words, best)
        if told[one.cause] == FEW < all_of[one.cause]:
            yield Explained(one.cause.capitalize(), None, f"and {all_of[one.cause] - FEW} more", best)


def counted_how(counts: Counts) -> str:
    """By which rules months are charged, in sentences."""
    window = counts.window
    years = f"{window.years} years from the day on which its support fell due"
    limit = (
        f"No month is charged later than {years} ({window.cite})."
        if window.bars
        else f"The months of the last {window.years} years are shown; no statute fixes a time ({window.cite})."
    )
    credited = "Money goes to the support of the month in which it came and then to the oldest."
    return f"{credited} One month is one count. {limit}"


def left_out(paper: WorkPaper) -> Iterator[str]:
    """Which unpaid months are no count, and why, as far as the paper may say it."""
    why = "due while the obligor was in custody" if paper.custody_is_told else "for a reason that is not told here"
    for found, because in ((paper.counts.in_custody, why), (paper.counts.too_old, "due before these years")):
        if found:
            unpaid = total(one.unpaid for one in found)
            yield f"Not among them: {len(found)} unpaid month{'s' if len(found) > 1 else ''} ({unpaid}), {because}."


def order_told(one: Ordered) -> tuple[str, ...]:
    """The cells of the row of an order or a step."""
    return (
        str(one.number),
        one.what,
        span(one.since, one.until),
        f"{one.amount} {one.frequency}",
        str(one.toward_arrears) if one.toward_arrears else "",
        one.source,
    )


def span(since: date, until: date | None) -> str:
    """From one day to another."""
    return f"from {since:%m/%d/%Y}" + (f" to {until:%m/%d/%Y}" if until else "")


def rule_told(one: RuleUsed) -> tuple[str, ...]:
    """The cells of a rule's row."""
    return one.what, one.cite, span(one.in_force_from, one.in_force_until), one.verified_by or NOT_CHECKED

"""The rules that stand behind the arrears of a paper, in the words of a state."""

from dataclasses import dataclass

from law.states import law_of


@dataclass(frozen=True, slots=True)
class ArrearsRules:
    """How the balance is counted, and what makes an obligor delinquent, each with its cite where a statute says so."""

    balance: str
    applied: str
    one_month: str
    ninety_days: str


NORTH_CAROLINA = ArrearsRules(
    balance="opening balance plus charges due on the first of each month less payments by collection date "
    "(G.S. 50-13.4(c))",
    applied="support of the month, then older support, then interest that a judgment set (42 U.S.C. § 657(a))",
    one_month="arrears of one month's support (G.S. 50-13.12)",
    ninety_days="90 days (G.S. 110-142.2(a))",
)

CALIFORNIA = ArrearsRules(
    balance="opening balance plus charges due on the first of each month less payments by collection date, month by "
    "month as ordered and paid (Fam. Code § 17526)",
    applied="support of the month first; of the rest, principal before interest if received from January 1, 2009 on, "
    "interest before principal if received earlier (Code Civ. Proc. § 695.221)",
    one_month="arrears of one month's support, a measure of the office that no statute fixes",
    ninety_days="90 days since the oldest unpaid charge, a measure of the office that no statute fixes",
)

_RULES = {"NC": NORTH_CAROLINA, "CA": CALIFORNIA}


def rules_of(state: str) -> ArrearsRules:
    """The words of a state. Raises NoLawOf."""
    return _RULES[law_of(state).state]

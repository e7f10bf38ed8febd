"""The order and the money."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.facts.field import fact
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportOrder:
    """What the court ordered. Amounts are monthly and due on the first of the month (G.S. 50-13.4(c))."""

    ordered_on: Traced[date] = fact("Date of order", required=True)
    kind: Traced[str | None] = fact("Kind of order")
    judge: Traced[str | None] = fact("Judge who signed the order")
    monthly_support: Traced[Money] = fact("Monthly support", required=True)
    monthly_on_arrears: Traced[Money] = fact("Monthly payment on arrears", required=True)
    monthly_total: Traced[Money] = fact("Total monthly payment", required=True)
    effective_on: Traced[date] = fact("Effective date of order", required=True)
    ended_on: Traced[date | None] = fact("Order ended on")
    medical_insurance: Traced[str | None] = fact("Medical insurance to be carried by")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfSupport:
    """One month of the ledger. ``month`` is its first day, ``balance`` the support owed at its end, without interest.

    ``credited`` and ``to_interest`` have no value where there was none; see Arrears.
    """

    month: Traced[date] = fact("Month", required=True)
    ordered: Traced[Money] = fact("Support due", required=True)
    paid: Traced[Money] = fact("Paid, less returned payments", required=True)
    credited: Traced[Money | None] = fact("Credits, direct payments and corrections of the month")
    to_interest: Traced[Money | None] = fact("Of the money of the month, applied to interest")
    balance: Traced[Money] = fact("Balance at the end of the month", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment by the day of collection, or the return of one. Never where the money came from (26 U.S.C. 6103)."""

    collected_on: Traced[date] = fact("Collected on", required=True)
    amount: Traced[Money] = fact("Amount", required=True)
    returned: Traced[bool] = fact("Payment returned unpaid", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditGiven:
    """What was taken off the support beside money that the state collected; its source is the entry's own proof.

    ``given_on`` is the day of the payment or credit, ``counts_from`` the day from which the account holds it.
    """

    how: Traced[str] = fact("How it was credited", required=True)
    given_on: Traced[date] = fact("Day of the payment or credit", required=True)
    counts_from: Traced[date] = fact("Credited from", required=True)
    amount: Traced[Money] = fact("Amount credited", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidInYear:
    """What fell due in the last twelve months, what the state collected, and what was credited beside it.

    ``direct`` + ``found`` + ``corrected`` = ``credited``; each has no value where there was none.
    """

    ordered: Traced[Money] = fact("Support due in the last 12 months", required=True)
    paid: Traced[Money] = fact("Paid through the state in the last 12 months", required=True)
    credited: Traced[Money | None] = fact("Credited in the last 12 months")
    direct: Traced[Money | None] = fact("Credited in the last 12 months by proof of direct payment")
    found: Traced[Money | None] = fact("Credited in the last 12 months by finding of a court")
    corrected: Traced[Money | None] = fact("Taken off in the last 12 months by correction of the account")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrearsOfKind:
    """The part of the arrears that one kind of support has."""

    kind: Traced[str] = fact("Kind of support", required=True)
    total: Traced[Money] = fact("Arrears of the kind", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrears:
    """The support that is overdue on a day, and how that was reached.

    ``opening`` + ``charged`` - ``paid`` - ``credited`` + ``to_interest`` = ``total``, and ``direct`` + ``found`` +
    ``corrected`` = ``credited``, which ``credits`` tells one by one; these and ``to_interest`` have no value where
    there was none. Interest stands apart and has no value where the law lets none run. ``kinds`` tells the arrears by
    kind of support and is empty where a case has one kind.
    """

    as_of: Traced[date] = fact("Arrears as of", required=True)
    opening_on: Traced[date | None] = fact("Date of the opening balance")
    opening: Traced[Money] = fact("Opening balance", required=True)
    charged: Traced[Money] = fact("Support that fell due since", required=True)
    paid: Traced[Money] = fact("Paid since, less returned payments", required=True)
    credited: Traced[Money | None] = fact("Credits, direct payments and corrections, taken off")
    direct: Traced[Money | None] = fact("Credited by proof of direct payment")
    found: Traced[Money | None] = fact("Credited by finding of a court")
    corrected: Traced[Money | None] = fact("Taken off by correction of the account")
    credits: tuple[CreditGiven, ...]
    to_interest: Traced[Money | None] = fact("Of the money, applied to interest")
    total: Traced[Money] = fact("Arrears", required=True)
    kinds: tuple[ArrearsOfKind, ...]
    interest: Traced[Money | None] = fact("Interest accrued and unpaid")
    suspended: Traced[str | None] = fact("Times for which no support was charged")
    interest_rule: Traced[str] = fact("How interest is counted", required=True)
    months_behind: Traced[Decimal] = fact("Arrears as months of support", required=True)
    days_behind: Traced[int | None] = fact("Days since the oldest unpaid support fell due")
    unpaid_since: Traced[date | None] = fact("Oldest unpaid support fell due on")
    one_month_behind: Traced[bool] = fact("Delinquent by one month's support", required=True)
    ninety_days_behind: Traced[bool] = fact("Ninety days in arrears", required=True)
    last_payment_on: Traced[date | None] = fact("Last payment collected on")
    last_payment: Traced[Money | None] = fact("Last payment")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateBalance:
    """The balance in the state's system, and how far it is from ours (state's minus computed)."""

    as_of: Traced[date] = fact("State's balance as of", required=True)
    total: Traced[Money] = fact("State's balance", required=True)
    family: Traced[Money | None] = fact("State's balance owed to the family")
    assigned: Traced[Money | None] = fact("State's balance assigned for public assistance")
    fees: Traced[Money | None] = fact("Fees in the state's system")
    computed: Traced[Money] = fact("Computed arrears on the same day", required=True)
    difference: Traced[Money] = fact("Difference, as a positive amount", required=True)
    differs: Traced[bool] = fact("State's balance differs", required=True)
    state_is_higher: Traced[bool] = fact("State's balance is the higher one", required=True)

"""The statement of arrears."""

from dataclasses import dataclass
from datetime import date

from documents.facts.california.caption import CourtCaption
from documents.facts.field import fact
from documents.facts.matter import Hearing, Office
from documents.facts.support import MonthOfSupport
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfSupport:
    """One calendar year of an account, with its months."""

    year: Traced[int] = fact("Year", required=True)
    months: tuple[MonthOfSupport, ...]
    ordered: Traced[Money] = fact("Support due in the year", required=True)
    paid: Traced[Money] = fact("Paid in the year, less returned payments", required=True)
    credited: Traced[Money | None] = fact("Credits, direct payments and corrections of the year")
    to_interest: Traced[Money | None] = fact("Of the money of the year, applied to interest")
    balance: Traced[Money] = fact("Balance at the end of the year", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportAccount:
    """One type of support: ``opening`` + ``ordered`` - ``paid`` - ``credited`` + ``to_interest`` = ``balance``.

    The balance is principal alone; ``credited`` and ``to_interest`` have no value where there was none.
    """

    kind: Traced[str] = fact("Type of support", required=True)
    opening_on: Traced[date | None] = fact("Date of the opening balance")
    opening: Traced[Money] = fact("Opening balance", required=True)
    years: tuple[YearOfSupport, ...]
    ordered: Traced[Money] = fact("Support that fell due", required=True)
    paid: Traced[Money] = fact("Paid, less returned payments", required=True)
    credited: Traced[Money | None] = fact("Credits, direct payments and corrections, taken off")
    to_interest: Traced[Money | None] = fact("Of the money, applied to interest")
    balance: Traced[Money] = fact("Principal owed", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOfArrears:
    """For the court: ordered and paid month by month, by year and type of support (Fam. Code § 17526)."""

    office: Office
    caption: CourtCaption
    case_number: Traced[str] = fact("IV-D case number", required=True)
    obligor: Traced[str] = fact("Name of the obligor", required=True)
    hearing: Hearing
    as_of: Traced[date] = fact("Arrears as of", required=True)
    accounts: tuple[SupportAccount, ...]
    principal: Traced[Money] = fact("Principal owed on all accounts", required=True)
    interest: Traced[Money | None] = fact("Interest accrued and unpaid")
    interest_rule: Traced[str] = fact("How interest is counted", required=True)

"""The statement of arrears."""

from dataclasses import dataclass
from datetime import date

from documents.facts.accounts import SupportAccount
from documents.facts.california.caption import CourtCaption
from documents.facts.field import fact
from documents.facts.matter import Hearing, Office
from kernel.money import Money
from kernel.traced import Traced


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

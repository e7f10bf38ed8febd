"""What one case of a county owes, and what it is counted from."""

from dataclasses import dataclass

from cases.ledger import Ledger, Suspension
from cases.ledger.balance import Balance
from cases.ledger.reconciling import Reconciliation, StateFigure


@dataclass(frozen=True, slots=True)
class MoneyOf:
    """The ledger of one case, what the state told of it, and causes of suspension that nothing proves."""

    ledger: Ledger
    figures: list[StateFigure]
    possible: tuple[Suspension, ...]


@dataclass(frozen=True, slots=True)
class CaseBalance:
    """What is owed in one case, and the state's account beside it where the state told one.

    Of all ``explanations`` of a difference only the first of the likeliest is kept; the case itself tells the others.
    Where the rows of law cannot count a case there is no balance; ``refused`` says why in one sentence.
    """

    case_no: str
    balance: Balance | None
    beside: Reconciliation | None = None
    explanations: int = 0
    refused: str = ""

    @property
    def wrong(self) -> bool:
        """Whether the state's account is off on any day that it told."""
        return self.beside is not None and self.beside.differs

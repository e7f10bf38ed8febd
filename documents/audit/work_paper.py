"""What the work paper of an audit says, before it is drawn."""

from dataclasses import dataclass
from datetime import date

from cases.ledger import Balance, Kind
from cases.ledger.account import Line
from cases.ledger.counts import Counts
from cases.ledger.reconciling import Reconciliation
from cases.ledger.statement import KindAccount
from kernel.cite import Cite
from kernel.money import Money


@dataclass(frozen=True, slots=True)
class Caption:
    """The court, the file and the parties as the office captions them; a party is a name with its label."""

    court: tuple[str, ...]
    file_number: str
    case_no: str
    parties: tuple[tuple[str, str], ...]
    office: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order, or a step of one, as the account charges it, with its number and the record that it stands in."""

    number: int
    what: str
    since: date
    until: date | None
    amount: Money
    frequency: str
    toward_arrears: Money | None
    source: str
    kind: str = Kind.CHILD


@dataclass(frozen=True, slots=True)
class Paused:
    """A time for which no support falls due, and what shows it."""

    since: date
    until: date | None
    why: str


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of the running account with its number and where it comes from: a record and its day, or a rule.

    ``in_short`` is the same where the paper has told the record before, such as the order of a charge.
    """

    number: int
    line: Line
    source: str
    in_short: str

    @property
    def moved(self) -> Money:
        """By how much the support and interest owed moved; a line that only shifts or stands beside moves nothing."""
        changed = {name: amount.cents for name, amount in self.line.changed if name != "fees"}
        return Money(sum(changed.values()) - 2 * changed.get("ahead", 0))


@dataclass(frozen=True, slots=True)
class Compared:
    """A balance that the state told beside ours at the end of the same day."""

    on: date
    state: Money
    ours: Money
    source: str

    @property
    def apart(self) -> Money:
        """The state's figure less ours."""
        return self.state - self.ours


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """A row of law that the account rests on."""

    what: str
    cite: Cite
    in_force_from: date
    in_force_until: date | None
    verified_by: str


@dataclass(frozen=True, slots=True)
class WorkPaper:
    """The audit of one case as of a day."""

    caption: Caption
    as_of: date
    balance: Balance
    interest_rule: str
    orders: tuple[Ordered, ...]
    pauses: tuple[Paused, ...]
    lines: tuple[AccountLine, ...]
    accounts: tuple[KindAccount, ...]
    counts: Counts
    custody_is_told: bool
    """Whether the paper may say that somebody was in custody: not of a protected person."""
    reconciliation: Reconciliation | None
    compared: tuple[Compared, ...]
    rules: tuple[RuleUsed, ...]

    @property
    def file_name(self) -> str:
        """A file name without ending; it holds the number and the day, never a name."""
        return f"{self.caption.case_no}-audit-{self.as_of.isoformat()}"

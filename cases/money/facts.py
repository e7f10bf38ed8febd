"""What a person tells of the money of a case."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernel.money import Money


class Bucket(StrEnum):
    """What an adjustment moves."""

    FAMILY = "family"
    ASSIGNED = "assigned"
    OTHER_STATE = "other state"
    INTEREST = "interest"
    FEES = "fees"


class Decision(StrEnum):
    """What a second person decided about an adjustment; until then it is open."""

    OPEN = ""
    APPROVED = "approved"
    REFUSED = "refused"


class EntryKind(StrEnum):
    """What an entry is; the word stands in addresses of pages and of the API."""

    STEP = "steps"
    SUSPENSION = "suspensions"
    CREDIT = "credits"
    DIRECT = "direct-payments"
    ADJUSTMENT = "adjustments"
    JUDGMENT = "judgments"
    ISSUING = "issuing-state"
    OBLIGATION = "obligations"


@dataclass(frozen=True, slots=True)
class StepTold:
    """Another amount under an order from a day on. ``order_key`` may stay empty where the case has one order."""

    on: date
    amount: Money
    why: str
    proof: str
    order_key: str = ""


@dataclass(frozen=True, slots=True)
class SuspensionTold:
    """A cause of suspension from its first to its last day; ``found_on`` where a court found it.

    A cause of one child names it by its number in ``children``, and the ``portion`` of the order that is for it, or
    says that the ``whole_order`` is.
    """

    cause: str
    began_on: date
    ended_on: date | None
    proof: str
    found_on: date | None = None
    children: tuple[str, ...] = ()
    portion: Money | None = None
    whole_order: bool = False


@dataclass(frozen=True, slots=True)
class ObligationTold:
    """Support of another kind than the child's; ``proof`` names the order, its file and page."""

    support: str
    amount: Money
    frequency: str
    effective_on: date
    ended_on: date | None
    ordered_on: date
    proof: str


@dataclass(frozen=True, slots=True)
class CreditTold:
    """A credit; ``proof`` names the order or the paper on which it rests."""

    on: date
    amount: Money
    why: str
    proof: str
    found_on: date | None = None


@dataclass(frozen=True, slots=True)
class DirectPaymentTold:
    """Money paid straight to the obligee; ``proof_kind`` is a word of the law's rows, ``proof`` names the paper."""

    paid_on: date
    amount: Money
    proof_kind: str
    proof: str
    found_on: date | None = None


@dataclass(frozen=True, slots=True)
class JudgmentTold:
    """A judgment of interest; ``percent`` a year, as it is written, and the principal, where it names one."""

    entered_on: date
    percent: str
    runs_from: date
    proof: str
    principal: Money | None = None


@dataclass(frozen=True, slots=True)
class IssuingTold:
    """The state that issued a registered order; the last three only where no rows of its law are on file."""

    state: str
    registered_on: date
    proof: str
    order_key: str = ""
    percent: str = ""
    begins: str = ""
    cite: str = ""

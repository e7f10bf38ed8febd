"""What is told about the money of a case. Money is in cents, days in ISO 8601."""

from datetime import date, datetime

from pydantic import BaseModel

from cases.ledger import Suspension
from cases.ledger.account import Line
from cases.ledger.statement import KindAccount
from cases.ledger.telling import TOTAL_IS, line_told
from cases.money.queries import AccountPage, CaseMoney
from cases.money.showing import EntryShown


class MoneyEntryTold(BaseModel):
    """One entry, what it does to the account, and who stands behind it."""

    id: int
    kind: str
    on: date
    amount: int | None
    words: str
    counts: bool
    effect: str
    proof: str
    entered_by: str
    entered_at: datetime
    decision: str
    decided: str
    ended_at: datetime | None
    ended: str


class VestingTold(BaseModel):
    """How far back a motion reaches, and what had fallen due before."""

    filed_on: date
    noticed_on: date | None
    on_record: bool
    earliest: date | None
    why: str
    cite: str
    vested: int
    instalments: int


class SuspendedTold(BaseModel):
    """A time in which no support falls due, or a cause that nobody has entered."""

    since: date
    until: date | None
    cause: str
    portion: int | None
    children: list[str]


class KindTold(BaseModel):
    """What fell due, was paid and is owed of one kind of support; the first holds what has no kind."""

    kind: str
    ordered: int
    paid: int
    credited: int
    to_interest: int
    owed: int


class MoneyTold(BaseModel):
    """The money of a case at the end of a day."""

    case_no: str
    as_of: date
    total: int
    total_is: str
    buckets: dict[str, int]
    interest_rule: str
    state: str
    vesting: VestingTold
    by_kind: list[KindTold]
    suspended: list[SuspendedTold]
    unproven: list[SuspendedTold]
    entries: list[MoneyEntryTold]
    history: list[MoneyEntryTold]


class LineTold(BaseModel):
    """One line of the running account."""

    on: date
    what: str
    words: str
    kind: str
    reference: str
    amount: int
    changed: dict[str, int]
    total: int
    balance: dict[str, int]


class AccountTold(BaseModel):
    """One page of the running account, the oldest lines on the first."""

    case_no: str
    as_of: date
    page: int
    pages: int
    lines_in_all: int
    lines: list[LineTold]


def money_told(found: CaseMoney) -> MoneyTold:
    """The money of a case."""
    return MoneyTold(
        case_no=found.record.case_no,
        as_of=found.as_of,
        total=found.balance.total.cents,
        total_is=TOTAL_IS,
        buckets=found.balance.cents(),
        interest_rule=found.ledger.interest_rule(),
        state=found.ledger.terms.state,
        vesting=_vesting(found),
        by_kind=[_kind(one) for one in found.by_kind],
        suspended=[_suspended(one) for one in found.ledger.suspensions],
        unproven=[_suspended(one) for one in found.unproven],
        entries=[entry_told(one) for one in found.standing],
        history=[entry_told(one) for one in found.history],
    )


def account_told(case_no: str, as_of: date, found: AccountPage) -> AccountTold:
    """A page of the running account."""
    return AccountTold(
        case_no=case_no,
        as_of=as_of,
        page=found.number,
        pages=found.of,
        lines_in_all=found.lines_in_all,
        lines=[_line(one) for one in found.lines],
    )


def entry_told(one: EntryShown) -> MoneyEntryTold:
    """An entry."""
    return MoneyEntryTold(
        id=one.id,
        kind=one.kind,
        on=one.on,
        amount=one.amount.cents if one.amount else None,
        words=one.words,
        counts=one.counts,
        effect=one.effect,
        proof=one.proof,
        entered_by=one.entered_by,
        entered_at=one.entered_at,
        decision=one.decision,
        decided=one.decided,
        ended_at=one.ended_at,
        ended=one.ended,
    )


def _vesting(found: CaseMoney) -> VestingTold:
    line = found.vesting
    return VestingTold(
        filed_on=line.filed_on,
        noticed_on=line.noticed_on,
        on_record=line.on_record,
        earliest=line.reach.earliest,
        why=line.reach.why,
        cite=line.reach.cite,
        vested=line.vested.cents,
        instalments=line.instalments,
    )


def _suspended(one: Suspension) -> SuspendedTold:
    portion = one.portion.cents if one.portion else None
    return SuspendedTold(since=one.since, until=one.until, cause=one.cause, portion=portion, children=list(one.of))


def _kind(one: KindAccount) -> KindTold:
    return KindTold(
        kind=one.kind,
        ordered=one.sums.owed.cents,
        paid=one.sums.paid.cents,
        credited=one.sums.credited.cents,
        to_interest=one.sums.to_interest.cents,
        owed=one.sums.arrears.cents,
    )


def _line(one: Line) -> LineTold:
    return LineTold(**line_told(one))

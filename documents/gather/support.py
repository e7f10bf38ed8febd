"""The order and the money as papers speak of them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cases.ledger import Frequency, Ledger, Month, Suspension, credited_by, delinquent_since, months
from cases.money.booking import frequency_of, in_order, order_on, step_in_force
from cases.queries import CaseRecord
from cases.tables import Payment as PaymentRow
from cases.tables import StateBalance as BalanceRow
from cases.tables import SupportOrder as OrderRow
from cases.trace import nowhere, traced
from documents.facts import Arrears, MonthOfSupport, Payment, StateBalance, SupportOrder
from documents.gather.arrears_rules import ArrearsRules, rules_of
from documents.gather.kinds import arrears_by_kind
from documents.gather.paid import ways_in_all
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money, total
from kernel.traced import Traced, computed
from law.rows import in_force

NINETY_DAYS = 90
"""G.S. 110-142.2(a): delinquency for licence sanctions."""
CREDITED = "credits that were found, direct payments that were proven, and approved adjustments"
STEPS = ("arrears.opening", "arrears.charged", "arrears.paid", "arrears.credited", "arrears.to_interest")


def orders(record: CaseRecord, as_of: date) -> tuple[SupportOrder, ...]:
    """The orders of the case with what they demand on a day, the one in force first, those still to begin last."""
    newest_first = reversed(in_order(record.orders))
    return tuple(_order(record, row, as_of) for row in sorted(newest_first, key=lambda row: row.effective_on > as_of))


def arrears(record: CaseRecord, as_of: date) -> Arrears:
    """What is overdue at the end of a day, with the steps that lead there."""
    return record.once(("arrears", as_of), lambda: _arrears(record, as_of, rules_of(record.state)))


def _arrears(record: CaseRecord, as_of: date, rules: ArrearsRules) -> Arrears:
    ledger, opening = record.ledger(), record.opening()
    charged, paid = total(charge.amount for charge in ledger.charges(as_of)), ledger.paid(as_of)
    owed, monthly = ledger.arrears(as_of), monthly_ordered(record, as_of)
    credited = credited_by(ledger, as_of)
    carried = opening.arrears if opening and opening.on <= as_of else ZERO
    to_interest = owed - (carried + charged - paid - credited)
    since = delinquent_since(ledger, as_of)
    days = (as_of - since).days if since else None
    newest = max(
        (row for row in _standing(record) if row.collected_on <= as_of),
        key=lambda row: (row.collected_on, row.receipt_no),
        default=None,
    )
    return Arrears(
        as_of=_sum(as_of, as_of, ("the day of this paper",), "the day for which the balance is counted"),
        opening_on=traced(opening, opening.on) if opening else nowhere("opening balance"),
        opening=traced(opening, opening.arrears)
        if opening
        else _sum(ZERO, as_of, ("order.effective_on",), "no balance was carried over"),
        charged=_sum(
            charged, as_of, ("order.monthly_support", "order.effective_on"), "one charge on the first of each month"
        ),
        paid=_sum(paid, as_of, ("payments",), "sum of payments by collection date, returned payments taken off"),
        credited=_sum(_some(credited), as_of, ("credits", "direct payments", "adjustments"), CREDITED),
        **ways_in_all(record, as_of, CREDITED),
        to_interest=_sum(_some(to_interest), as_of, ("arrears.paid",), rules.applied),
        total=_sum(owed, as_of, STEPS, rules.balance),
        kinds=arrears_by_kind(record, as_of),
        interest=_sum(
            ledger.balance(as_of).interest if ledger.terms.bears else None, as_of, ("arrears.total",),
            ledger.interest_rule(),
        ),
        suspended=_sum(_suspended(ledger, as_of), as_of, ("suspensions",), "no support falls due in proven times"),
        interest_rule=_sum(ledger.interest_rule(), as_of, ("office settings",), "the rows of law and the day count"),
        months_behind=_sum(
            _in_months(owed, monthly), as_of, ("arrears.total", "order.monthly_support"), "arrears over monthly support"
        ),
        days_behind=_sum(days, as_of, ("arrears.unpaid_since",), "days since the oldest unpaid charge"),
        unpaid_since=_sum(since, as_of, ("payments", "order"), rules.applied),
        one_month_behind=_sum(owed >= monthly > ZERO, as_of, ("arrears.total",), rules.one_month),
        ninety_days_behind=_sum((days or 0) >= NINETY_DAYS, as_of, ("arrears.days_behind",), rules.ninety_days),
        last_payment_on=traced(newest, newest.collected_on) if newest else nowhere("payment"),
        last_payment=traced(newest, newest.amount) if newest else nowhere("payment"),
    )


def monthly_ordered(record: CaseRecord, as_of: date) -> Money:
    """The monthly support by which arrears are measured: that of the newest order that took effect, ended or not."""
    newest = order_on(as_of, record.orders)
    return record.monthly_support(newest, as_of) if newest else ZERO


def state_balance(record: CaseRecord, as_of: date) -> tuple[StateBalance, ...]:
    """The state's newest balance beside ours on the same day; none when the state gave none."""
    row = record.state_balance(as_of)
    return (_beside(row, record.ledger(), rules_of(record.state)),) if row else ()


def months_of_support(record: CaseRecord, as_of: date, *, last: int | None = None) -> tuple[MonthOfSupport, ...]:
    """Support due, money collected and the balance, month by month; the ``last`` so many, or all."""
    found = record.once(("months", as_of), lambda: _months(record, as_of, rules_of(record.state)))
    return found[-last:] if last else found


def _months(record: CaseRecord, as_of: date, rules: ArrearsRules) -> tuple[MonthOfSupport, ...]:
    ledger = record.ledger()
    days = [charge.due_on for charge in ledger.charges(as_of)] + [
        one.collected_on for one in ledger.entries if one.collected_on <= as_of
    ]
    if not days:
        return ()
    return tuple(month_of_support(one, as_of, rules) for one in months(ledger, first=min(days), as_of=as_of))


def payments(record: CaseRecord, as_of: date) -> tuple[Payment, ...]:
    """Every payment by the day of collection. Nothing here tells where the money came from."""
    rows = sorted(
        (row for row in record.payments if row.collected_on <= as_of),
        key=lambda row: (row.collected_on, row.receipt_no),
    )
    return tuple(
        Payment(
            collected_on=traced(row, row.collected_on),
            amount=traced(row, row.amount),
            returned=traced(row, row.reverses is not None),
        )
        for row in rows
    )


def _suspended(ledger: Ledger, as_of: date) -> str | None:
    """The times in words, the first one first; None where support ran all the time."""
    known = [one for one in ledger.suspensions if one.proof and one.since <= as_of]
    return "; ".join(_time(one, as_of) for one in sorted(known, key=lambda one: one.place)) or None


def _time(one: Suspension, as_of: date) -> str:
    until = f"to {one.until:%B %-d, %Y}" if one.until and one.until <= as_of else f"and still on {as_of:%B %-d, %Y}"
    of = f"for {one.portion} of each instalment " if one.portion else ""
    return f"{of}from {one.since:%B %-d, %Y} {until} ({one.cause})"


def _some(amount: Money) -> Money | None:
    return amount if amount != ZERO else None


def _order(record: CaseRecord, row: OrderRow, as_of: date) -> SupportOrder:
    support = _monthly_support(record, row, as_of)
    return SupportOrder(
        ordered_on=traced(row, row.entered_on),
        kind=traced(row, row.kind),
        judge=traced(row, row.judge),
        monthly_support=support,
        monthly_on_arrears=traced(row, row.toward_arrears),
        monthly_total=Traced(support.value + row.toward_arrears, support.trace),
        effective_on=traced(row, row.effective_on),
        ended_on=traced(row, row.ended_on),
        medical_insurance=traced(row, row.medical_insurance),
    )


def _beside(row: BalanceRow, ledger: Ledger, rules: ArrearsRules) -> StateBalance:
    ours = ledger.arrears(row.on)
    apart = row.arrears - ours
    inputs = ("state_balance.0.total", "state_balance.0.computed")
    return StateBalance(
        as_of=traced(row, row.on),
        total=traced(row, row.arrears),
        family=traced(row, row.family_arrears),
        assigned=traced(row, row.assigned_arrears),
        fees=traced(row, row.fees),
        computed=_sum(ours, row.on, STEPS, rules.balance),
        difference=_sum(max(apart, -apart), row.on, inputs, "the state's balance less ours, as a positive amount"),
        differs=_sum(apart != ZERO, row.on, inputs, "the two balances are not equal"),
        state_is_higher=_sum(apart > ZERO, row.on, inputs, "the state's balance is the higher one"),
    )


def month_of_support(month: Month, as_of: date, rules: ArrearsRules) -> MonthOfSupport:
    """One month of the ledger as papers tell it."""
    return MonthOfSupport(
        month=_sum(month.first, as_of, ("payments",), "calendar month"),
        ordered=_sum(month.owed, as_of, ("order.monthly_support",), "support due in the month"),
        paid=_sum(month.paid, as_of, ("payments",), "payments collected in the month, returned payments taken off"),
        credited=_sum(_some(month.credited), as_of, ("credits", "direct payments", "adjustments"), CREDITED),
        to_interest=_sum(_some(month.to_interest), as_of, ("payments",), rules.applied),
        balance=_sum(month.arrears, as_of, ("arrears.opening", "payments"), rules.balance),
    )


def _monthly_support(record: CaseRecord, row: OrderRow, as_of: date) -> Traced[Money]:
    """The amount of the order, or that of its newest step; of another frequency, made monthly by the rows of law."""
    step = step_in_force(row, record.money.steps, as_of)
    if frequency_of(row) is Frequency.MONTHLY:
        return traced(step, step.amount) if step else traced(row, row.support)
    rule = in_force(record.money.law(record.state).conversion, row.frequency, row.effective_on)
    words = f"{step.amount if step else row.support} {row.frequency}, times {rule.factor} ({rule.cite})"
    return _sum(record.monthly_support(row, as_of), as_of, ("order.effective_on",), words)


def _in_months(owed: Money, monthly: Money) -> Decimal:
    if monthly == ZERO:
        return Decimal("0.0")
    return (Decimal(owed.cents) / Decimal(monthly.cents)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _standing(record: CaseRecord) -> list[PaymentRow]:
    """The payments that were not taken back."""
    taken_back = {row.reverses for row in record.payments if row.reverses is not None}
    return [row for row in record.payments if row.reverses is None and row.receipt_no not in taken_back]


def _sum(value: object, as_of: date, inputs: tuple[str, ...], rule: str) -> Traced:  # type: ignore[type-arg]
    return computed(value, rule=rule, inputs=inputs, as_of=as_of, disclosure=Disclosure.OPEN)

"""What of the record and of people's notes is evidence for each finding of contempt."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from cases.ability.evidence import Evidence, Kind
from cases.ability.sheet import Known
from cases.money.booking import step_in_force
from documents.gather import support
from documents.gather.matter import Matter
from documents.gather.paid import paid_in_year
from documents.gather.work import confirmed_work
from kernel.money import ZERO
from law.findings import Contempt

Told = Iterator[tuple[Kind, str, date]]


def evidence(of: Matter, law: Contempt, known: Known) -> tuple[Evidence, ...]:
    """All evidence for the findings. A registry's word and property that nobody looked at are none."""
    own = [
        Evidence(finding.id, kind, words, day)
        for finding in law.findings
        for source in finding.record.split()
        for kind, words, day in _RECORD[source](of, known)
    ]
    noted = [Evidence(row.finding, Kind(row.kind), f"{row.words} ({row.proof})", row.of) for row in of.ability.evidence]
    return (*own, *noted)


def _orders(of: Matter, known: Known) -> Told:
    for row in of.record.orders:
        if row.effective_on <= of.hearing.on and (row.ended_on is None or row.ended_on >= of.hearing.on):
            step = step_in_force(row, of.record.money.steps, of.hearing.on)
            amount, since = (step.amount, f" since {_said(step.on)}") if step else (row.support, "")
            yield Kind.ORDER, f"Order of {_said(row.entered_on)}: {amount} {row.frequency}{since}", row.entered_on


def _arrears(of: Matter, known: Known) -> Told:
    owed = support.arrears(of.record, of.as_of).total.value
    if owed > ZERO:
        yield Kind.ARREARS, f"{owed} is overdue on {_said(of.as_of)}", of.as_of


def _payments(of: Matter, known: Known) -> Told:
    year = paid_in_year(of.record, of.as_of)
    due, paid, credited = year.ordered.value, year.paid.value, year.credited.value
    if paid + (credited or ZERO) < due:
        through = f" through the state, and {credited} was credited" if credited else ""
        yield Kind.PAYMENTS, f"In the last 12 months {due} fell due and {paid} was paid{through}", of.as_of


def _income_then(of: Matter, known: Known) -> Told:
    """Confirmed wages of the quarters in which what is unpaid fell due."""
    since = support.arrears(of.record, of.as_of).unpaid_since.value
    if since is None:
        return
    for source in known.income.sources:
        for quarter, amount in zip(known.income.quarters, source.amounts, strict=True):
            if source.confirmed and amount > ZERO and quarter.last_day >= since:
                yield Kind.INCOME, f"{source.source}: {amount} in the {quarter.in_words}", quarter.last_day


def _means_now(of: Matter, known: Known) -> Told:
    for employer, since, told_on in confirmed_work(of):
        began = f" since {_said(since)}" if since else ""
        yield Kind.WORK, f"Works for {employer}{began}, verified {_said(told_on)}", told_on
    for held in known.holdings:
        if held.reachable > ZERO:
            less = f", {held.note}" if held.note else ", no lien or exemption"
            yield Kind.ASSETS, f"{held.what}: {held.reachable} of {held.value}{less}", held.seen_on


def _purge(of: Matter, known: Known) -> Told:
    for one in known.purge.funds if known.purge else ():
        yield Kind.INCOME, str(one), one.seen_on


def _said(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


_RECORD: Final[dict[str, Callable[[Matter, Known], Told]]] = {
    "orders": _orders,
    "arrears": _arrears,
    "payments": _payments,
    "income-then": _income_then,
    "means-now": _means_now,
    "purge": _purge,
}

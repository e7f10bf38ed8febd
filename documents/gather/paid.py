"""What the state collected and what was credited beside it, told apart the same on every paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.ledger import Credit, DirectPayment
from cases.ledger.crediting import Credited, Way, credited
from cases.queries import CaseRecord
from cases.trace import traced
from documents.facts.support import CreditGiven, PaidInYear
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money, total
from kernel.traced import Traced, computed
from law.counting import months_on

YEAR_OF_MONTHS = 12
IN_YEAR = "sum over the last 12 months"
FIELDS = {Way.DIRECT: "direct", Way.FOUND: "found", Way.CORRECTED: "corrected"}
"""Under which name facts tell what was credited by a way."""


@dataclass(frozen=True, slots=True)
class Between:
    """What fell due, what the state collected less what was returned, and what came to be credited in a time."""

    ordered: Money
    paid: Money
    credits: tuple[Credited, ...]

    def by(self, way: Way) -> Money | None:
        """What was credited by one way; nothing where nothing was."""
        found = [one.amount for one in self.credits if one.way is way]
        return total(found) if found else None

    @property
    def credited(self) -> Money | None:
        """What was credited in all; nothing where nothing was."""
        return total(one.amount for one in self.credits) if self.credits else None


def between(record: CaseRecord, as_of: date, first: date, last: date) -> Between:
    """The time from one day to another, as it is known on ``as_of``. A credit stands where the account holds it."""
    ledger = record.ledger()
    return Between(
        total(one.amount for one in ledger.charges(as_of) if first <= one.due_on <= last),
        total(
            one.amount
            for one in ledger.entries
            if first <= one.collected_on <= last and ledger.counts(one.collected_on, as_of)
        ),
        tuple(one for one in _known(record, as_of) if first <= one.counts_from <= last),
    )


def paid_in_year(record: CaseRecord, as_of: date) -> PaidInYear:
    """The month of the day and the eleven before it."""
    found = between(record, as_of, months_on(as_of.replace(day=1), 1 - YEAR_OF_MONTHS), as_of)
    return PaidInYear(
        ordered=_told(found.ordered, as_of, IN_YEAR, "months"),
        paid=_told(found.paid, as_of, f"{IN_YEAR}, returned payments taken off", "payments"),
        credited=_told(found.credited, as_of, IN_YEAR, "credits"),
        **ways_told(found, as_of, IN_YEAR),
    )


def ways_told(found: Between, as_of: date, rule: str) -> dict[str, Any]:
    """What was credited by each way, by name of the fact; without a value where nothing was."""
    return {name: _told(found.by(way), as_of, rule, "credits") for way, name in FIELDS.items()}


def ways_in_all(record: CaseRecord, as_of: date, rule: str) -> dict[str, Any]:
    """The same of the whole account by a day, with each credit that it is made of."""
    found = between(record, as_of, date.min, as_of)
    return {**ways_told(found, as_of, rule), "credits": _given(record, found.credits)}


def _given(record: CaseRecord, found: tuple[Credited, ...]) -> tuple[CreditGiven, ...]:
    """Each credit with the trace of the entry that it stands in."""
    rows = record.money.rows_of_credits()
    return tuple(
        CreditGiven(**{name: traced(rows[one.entry], value) for name, value in _facts(one).items()}) for one in found
    )


def _facts(one: Credited) -> dict[str, Any]:
    return {"how": _how(one), "given_on": one.on, "counts_from": one.counts_from, "amount": one.amount}


def _how(one: Credited) -> str:
    """The way in words that a public paper may hold: nothing of what people typed about it."""
    entry = one.entry
    if isinstance(entry, Credit):
        return f"Credit that a court found on {_day(entry.found_on or one.counts_from)}"
    if isinstance(entry, DirectPayment):
        by = f"found by a court on {_day(entry.found_on)}" if entry.found_on else f"proven: {entry.proof}"
        return f"Direct payment to the obligee, {by}"
    return "Correction of the account" if one.amount > ZERO else "Correction of the account, added to the debt"


def _day(on: date) -> str:
    return f"{on:%B} {on.day}, {on.year}"


def _known(record: CaseRecord, as_of: date) -> tuple[Credited, ...]:
    return record.once(("credited", as_of), lambda: credited(record.ledger(), as_of))


def _told(value: object, as_of: date, rule: str, of: str) -> Traced[Any]:
    return computed(value, rule=rule, inputs=(of,), as_of=as_of, disclosure=Disclosure.OPEN)

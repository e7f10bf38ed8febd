"""What the record tells beside the ledger: the state's balances, and causes of suspension that nothing proves yet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from cases.ledger import Suspension
from cases.ledger.reconciling import StateFigure
from cases.ledger.suspension import CUSTODY
from cases.money.booking import opening_balance
from cases.tables import StateBalance

DEATHS = {"obligor": "death of the obligor", "child": "death of the child"}


class Circumstances(Protocol):
    """What of a person on a case can suspend support."""

    @property
    def role(self) -> str: ...
    @property
    def died_on(self) -> date | None: ...
    @property
    def incarcerated_on(self) -> date | None: ...
    @property
    def released_on(self) -> date | None: ...


def balances_told(balances: Sequence[StateBalance], as_of: date) -> list[StateBalance]:
    """Every balance that the state told by a day, after the opening one: of earlier ones our account knows nothing."""
    opening = opening_balance(balances)
    since = opening.on if opening else date.min
    return sorted((one for one in balances if not one.is_opening and since <= one.on <= as_of), key=lambda one: one.on)


def figures_told(balances: Sequence[StateBalance], as_of: date) -> list[StateFigure]:
    """What the balances told by a day say is owed."""
    return sorted(StateFigure(one.on, one.arrears) for one in balances_told(balances, as_of))


def possible_suspensions(people: Iterable[Circumstances]) -> tuple[Suspension, ...]:
    """Times for which the record tells of a cause of suspension; none is proven by that."""
    people = tuple(people)
    return (*_jailed(people), *_died(people))


def _jailed(people: Iterable[Circumstances]) -> Iterator[Suspension]:
    for one in people:
        if one.role == "obligor" and one.incarcerated_on:
            yield Suspension(one.incarcerated_on, one.released_on, CUSTODY, "")


def _died(people: Iterable[Circumstances]) -> Iterator[Suspension]:
    for one in people:
        if one.role in DEATHS and one.died_on:
            yield Suspension(one.died_on, None, DEATHS[one.role], "")

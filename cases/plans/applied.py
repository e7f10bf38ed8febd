"""How much of each payment counts toward a plan. The ledger applies money; here it is only read off."""

from datetime import date

from cases.ledger import Ledger, Payee
from cases.ledger.playing import INTEREST, Account, Happened, What
from cases.plans.facts import Collected, Covers, Plan
from kernel.money import ZERO, Money

OLDER = frozenset({*(str(payee) for payee in Payee), INTEREST})
"""What is owed beside the support of the month."""
MONEY_IN = (What.PAYMENT, What.DIRECT)


def collected(plan: Plan, ledger: Ledger, as_of: date) -> tuple[Collected, ...]:
    """The money that counts toward a plan, in order of its day, as known on a day.

    Toward arrears counts what the order of the law left for them after the support of the month. Money that was
    returned counts nowhere, nor does money from before the plan or after its end.
    """
    found: list[Collected] = []

    def tell(account: Account, happened: Happened) -> None:
        if happened.what in MONEY_IN and happened.event and _lies_in(plan, happened.on):
            counts = _counted(plan.covers, happened)
            if counts > ZERO:
                found.append(Collected(happened.on, happened.event.reference, counts, Money(happened.event.cents)))

    Account(ledger.terms, tell).play(ledger.events(as_of, known_on=as_of), as_of)
    return tuple(sorted(found))


def _lies_in(plan: Plan, day: date) -> bool:
    return plan.made_on <= day and (plan.ended_on is None or day <= plan.ended_on)


def _counted(covers: Covers, happened: Happened) -> Money:
    if covers is Covers.EVERYTHING:
        return Money(happened.event.cents if happened.event else 0)
    return Money(-sum(cents for bucket, cents in happened.changed if bucket in OLDER))

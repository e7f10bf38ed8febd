"""Every type of facts that a manifest may name."""

from documents.facts import ability, accounts, california, filings, orders, sheets, worksheets
from documents.facts.papers import FactSheet, MotionToShowCause, PaymentHistory

FACTS: dict[str, type] = {
    each.__name__: each
    for each in (
        FactSheet,
        MotionToShowCause,
        PaymentHistory,
        *sheets.PAPERS,
        *ability.PAPERS,
        *filings.PAPERS,
        *orders.PAPERS,
        *california.PAPERS,
        *accounts.PAPERS,
        *worksheets.PAPERS,
    )
}

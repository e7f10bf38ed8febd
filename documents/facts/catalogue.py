"""Every type of facts that a manifest may name."""

from documents.facts import accounts, california, contempt_sheet, filings, orders, sheets, worksheets
from documents.facts.papers import FactSheet, MotionToShowCause, PaymentHistory

FACTS: dict[str, type] = {
    each.__name__: each
    for each in (
        FactSheet,
        MotionToShowCause,
        PaymentHistory,
        *sheets.PAPERS,
        *contempt_sheet.PAPERS,
        *filings.PAPERS,
        *orders.PAPERS,
        *california.PAPERS,
        *accounts.PAPERS,
        *worksheets.PAPERS,
    )
}

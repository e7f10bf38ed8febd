"""The arrears of a case as other programs read them: amounts in cents, days in ISO 8601."""

from datetime import date
from typing import Any

from cases.ledger.account import Line, running_account
from cases.ledger.book import Ledger
from cases.ledger.reconciling import Reconciliation
from cases.ledger.suspicion import Explanation

TOTAL_IS = "support and interest owed; fees stand beside it, money paid ahead is taken off"


def arrears_told(case_no: str, ledger: Ledger, as_of: date) -> dict[str, Any]:
    """What is owed at the end of a day by bucket, with every line that leads there."""
    balance = ledger.balance(as_of)
    return {
        "case_no": case_no,
        "as_of": as_of.isoformat(),
        "total": balance.total.cents,
        **balance.cents(),
        "total_is": TOTAL_IS,
        "interest_rule": ledger.interest_rule(),
        "lines": [line_told(line) for line in running_account(ledger, as_of)],
    }


def line_told(line: Line) -> dict[str, Any]:
    """One line; ``changed`` by bucket, ``total`` and ``balance`` after it."""
    return {
        "on": line.on.isoformat(),
        "what": str(line.what),
        "words": line.words,
        "kind": line.kind,
        "reference": line.reference,
        "amount": line.amount.cents,
        "changed": {name: amount.cents for name, amount in line.changed},
        "total": line.balance.total.cents,
        "balance": line.balance.cents(),
    }


def reconciliation_told(found: Reconciliation) -> dict[str, Any]:
    """The state's newest balance beside ours on its day, and what explains a difference, the likeliest first."""
    return {
        "as_of": found.as_of.isoformat(),
        "state": found.theirs.cents,
        "ours": found.ours.cents,
        "apart": found.apart.cents,
        "agreed_on": found.agreed_on.isoformat() if found.agreed_on else None,
        "parted_by": found.parted_by.isoformat() if found.parted_by else None,
        "sentence": found.sentence(),
        "likeliest": [_explanation_told(one) for one in found.likeliest],
        "others": [_explanation_told(one) for one in found.others],
    }


def _explanation_told(one: Explanation) -> dict[str, Any]:
    return {"cause": str(one.cause), "on": one.on.isoformat(), "words": one.words}

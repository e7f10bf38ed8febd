"""The audit of a case as other programs read it: amounts in cents, days in ISO 8601."""

from typing import Any

from cases.ledger import Instalment
from cases.ledger.counts import UnpaidMonth
from cases.ledger.statement import KindAccount, Sums
from cases.ledger.telling import line_told, reconciliation_told
from documents.audit.work_paper import WorkPaper


def audit_told(paper: WorkPaper) -> dict[str, Any]:
    """What is owed, the state's balances beside it, the statement, the counts, every line with its record, the law."""
    return {
        "case_no": paper.caption.case_no,
        "as_of": paper.as_of.isoformat(),
        "total": paper.balance.total.cents,
        **paper.balance.cents(),
        "interest_rule": paper.interest_rule,
        "state": reconciliation_told(paper.reconciliation) if paper.reconciliation else None,
        "compared": [
            {"on": one.on.isoformat(), "state": one.state.cents, "ours": one.ours.cents, "apart": one.apart.cents,
             "source": one.source}
            for one in paper.compared
        ],
        "statement": [_account(one) for one in paper.accounts],
        "counts": [_count(one) for one in paper.counts.counts],
        "counts_total": paper.counts.total.cents,
        "counts_years": paper.counts.window.years,
        "lines": [{"number": one.number, **line_told(one.line), "source": one.source} for one in paper.lines],
        "law": [
            {"what": one.what, "cite": one.cite, "in_force_from": one.in_force_from.isoformat(),
             "in_force_until": one.in_force_until.isoformat() if one.in_force_until else None,
             "verified_by": one.verified_by}
            for one in paper.rules
        ],
    }  # fmt: skip


def _account(account: KindAccount) -> dict[str, Any]:
    return {
        "kind": account.kind.value,
        "opening_on": account.opening_on.isoformat() if account.opening_on else None,
        "opening": account.opening.cents,
        **_sums(account.sums),
        "years": [
            {
                "year": year.year,
                **_sums(year.sums),
                "months": [
                    {"month": f"{one.first:%Y-%m}", "ordered": one.owed.cents, "paid": one.paid.cents,
                     "credited": one.credited.cents, "to_interest": one.to_interest.cents, "owed": one.arrears.cents}
                    for one in year.months
                ],
            }
            for year in account.years
        ],
    }  # fmt: skip


def _sums(sums: Sums) -> dict[str, int]:
    return {
        "ordered": sums.owed.cents,
        "paid": sums.paid.cents,
        "credited": sums.credited.cents,
        "to_interest": sums.to_interest.cents,
        "owed": sums.arrears.cents,
    }


def _count(one: UnpaidMonth) -> dict[str, Any]:
    return {
        "due_on": one.due_on.isoformat(),
        **_amounts(one),
        "last_day": one.last_day.isoformat(),
        "kinds": [{"kind": each.kind, **_amounts(each)} for each in one.kinds],
    }


def _amounts(one: UnpaidMonth | Instalment) -> dict[str, int]:
    return {name: getattr(one, name).cents for name in ("ordered", "paid", "credited", "unpaid")}

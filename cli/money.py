"""courtready arrears"""

from datetime import date

from rich.table import Table

from cases.ledger import Ledger
from cases.ledger.account import running_account
from cases.ledger.reconciling import reconcile
from cases.ledger.telling import TOTAL_IS, arrears_told, reconciliation_told
from cases.queries import case_record, find_case
from cli.days import day_meant
from cli.opening import office_meant, ready
from cli.options import AsJson, AsOf, CaseNumber, OneOffice
from cli.speaking import operator, out, tell_json
from infra import audit
from kernel.legal_text import legal_text


def arrears(
    case_no: CaseNumber,
    as_of: AsOf = None,
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """Tell what is owed on a day by bucket, and every line that leads there."""
    with ready().transaction() as db:
        place = office_meant(db, office)
        day = day_meant(as_of, db, place.id)
        found = find_case(db, place.id, legal_text(case_no, longest=60))
        record = case_record(db, place.id, found)
        ledger = record.ledger()
        figures = record.state_figures(day)
        beside = reconcile(ledger, figures, record.possible_suspensions()) if figures else None
        audit.record(db, office_id=place.id, actor=operator(), verb="read arrears", subject=f"case {found}")
    if as_json:
        tell_json(arrears_told(found, ledger, day) | {"state": reconciliation_told(beside) if beside else None})
        return
    _tell(found, ledger, day)
    if beside:
        out.print(beside.sentence(), highlight=False, markup=False)


def _tell(case_no: str, ledger: Ledger, day: date) -> None:
    balance = ledger.balance(day)
    table = Table("Day", "What", "Reference", "Amount", "Owed")
    for line in running_account(ledger, day):
        table.add_row(f"{line.on:%b %-d, %Y}", line.words, line.reference, str(line.amount), str(line.balance.total))
    out.print(table)
    parts = ", ".join(
        f"{words} {amount}"
        for words, amount in (
            ("current", balance.current),
            ("family", balance.family),
            ("assigned", balance.assigned),
            ("other state", balance.other_state),
            ("interest", balance.interest),
            ("fees", balance.fees),
            ("paid ahead", balance.ahead),
        )
        if amount.cents
    )
    out.print(f"Case {case_no} on {day:%B %-d, %Y}: {balance.total} ({parts or 'nothing'}).", highlight=False)
    out.print(f"The total is {TOTAL_IS}. {ledger.interest_rule()}", highlight=False)

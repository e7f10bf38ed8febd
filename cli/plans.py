"""courtready plans"""

from rich.table import Table

from cases.plans.queries import CasePlans, PlanOnFile, case_plans
from cases.queries import find_case
from cli.days import day_meant
from cli.opening import office_meant, ready
from cli.options import AsJson, AsOf, CaseNumber, OneOffice
from cli.speaking import operator, out, tell_json
from infra import audit
from kernel.legal_text import legal_text


def plans(
    case_no: CaseNumber,
    as_of: AsOf = None,
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """Tell how each payment plan of a case stands, what to do next, and when the debt is paid off."""
    with ready().transaction() as db:
        place = office_meant(db, office)
        day = day_meant(as_of, db, place.id)
        found = case_plans(db, place.id, find_case(db, place.id, legal_text(case_no, longest=60)), as_of=day)
        subject = f"case {found.record.case_no}"
        audit.record(db, office_id=place.id, actor=operator(), verb="read plans of", subject=subject)
    if as_json:
        tell_json(found.told())
        return
    for one in found.plans:
        _tell(one)
    out.print(_pay_off(found), highlight=False, markup=False)


def _tell(one: PlanOnFile) -> None:
    table = Table("Due", "Amount", "Paid", "Stands", title=f"{one.plan.source}: {one.found.standing}")
    for line in one.found.lines:
        table.add_row(
            f"{line.instalment.due_on:%b %-d, %Y}", str(line.instalment.amount), str(line.paid), line.state.value
        )
    out.print(table)
    for step in one.steps:
        out.print(f"{step.owner}: {step.do}. {step.because} ({step.cite})", highlight=False, markup=False)


def _pay_off(found: CasePlans) -> str:
    one = found.pay_off
    if one.on is None:
        return f"{one.owed} is owed, and what is ordered does not pay it off within 60 years."
    return f"{one.owed} is owed; if all is paid as ordered, nothing is from {one.on:%B %-d, %Y} on."

"""One hearing of the sample county carried all the way, so that each desk has something to look at."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ability.actions import propose_purge
from cases.ability.facts import PurgeNoted
from cases.ability.purge import Funds
from cases.actions import write_note
from cli.preparing import office_of
from cli.waiting import end_unless_done, finish_batch
from documents.actions import approve, submit
from documents.papers import ask_for_papers
from documents.queries import Prepared, prepared, prepared_session
from filings.actions import assemble
from filings.actions import submit as submit_envelope
from hearings.readiness.gaps import calendar_gaps
from infra.clock import now
from infra.db import Database
from kernel.money import money
from offices.facts import Person, Role
from offices.queries import person_of
from offices.tables import Staff

ENTRIES = {
    "withholding": "No current employer is verified; the last withholding order came back unserved on October 2, 2026.",
    "screening": "Screening interview held by telephone on November 17, 2026; form on file.",
    "ability": "Works at Queen City Logistics LLC: $11,262.00 in the second quarter of 2026, told by the employer.",
    "subsistence": "Rent $900.00, food $350.00, power and water $140.00 a month, as told in the interview.",
    "ability_then": "Worked at Queen City Logistics LLC in every month that was not paid, as the employer wrote.",
    "household": "Lives with a sister who pays half of the rent; nobody else depends on him.",
    "health": "None found; asked in the interview of November 17, 2026.",
    "work_history": "Warehouse work without a gap since the order.",
    "job_search": "None needed: works full time.",
    "income": "Wages as the employer told them; no other income was found.",
    "assets": "No property beyond what the record tells; asked in the interview.",
    "willfulness": "Paid in full in six of the last twelve months while at the same job.",
    "prior_contempts": "None found.",
    "counsel_status": "Advised of the right to counsel in the screening letter of November 17, 2026.",
    "recommendation": "Civil contempt with a purge of $830.00 and payments resumed; review in 60 days.",
}
"""What the agent of the made-up county found out about the first hearing that needs only entries."""


def made_ready(database: Database, session: int, day: date) -> None:
    """Write the entries of one hearing, make its papers anew, have them approved and sent to the clerk; only once."""
    with database.transaction() as db:
        office_id = office_of(db, session)
        agent, attorney = _person(db, office_id, Role.AGENT), _person(db, office_id, Role.ATTORNEY)
        one = _first_served(prepared_session(db, office_id, session, as_of=day), day)
        if one is None or any(paper.approved for paper in one.papers):
            return
        for name, words in ENTRIES.items():
            write_note(db, one.matter.record.case_no, name, words, by=agent, now=now())
        _propose_purge(db, one.matter.record.case_no, one.matter.hearing.on, day, agent)
        hearing = one.matter.hearing.id
        ids = [job.id for job in ask_for_papers(db, office_id, hearing, as_of=day, by=agent.actor)]
    end_unless_done(finish_batch(database, ids, "Papers with the agent's entries"))
    with database.transaction() as db:
        for paper in prepared(db, office_id, hearing, as_of=day).papers:
            if paper.revision is None:
                continue
            submit(db, paper.revision.id, by=agent)
            approve(db, paper.revision.id, pdf_sha=paper.revision.pdf_sha, by=attorney, today=day)
    with database.transaction() as db:
        envelope = assemble(db, hearing, by=agent, today=day)
        submit_envelope(db, envelope.id, by=agent, today=day)


def _propose_purge(db: Session, case_no: str, on: date, day: date, agent: Person) -> None:
    """Two months of support out of the pay of the last pay period."""
    pay = Funds("net pay of the last pay period", money("1,420.00"), day, "pay stub handed in", min(day, now().date()))
    told = PurgeNoted(money("830.00"), on, (pay,), needs_first=money("500.00"))
    propose_purge(db, case_no, told, proof="pay stub handed in", by=agent, now=now())


def _first_served(session: list[Prepared], day: date) -> Prepared | None:
    """The first show-cause hearing whose papers were served in time."""
    for one in session:
        of = one.matter
        gaps = calendar_gaps(of.hearing, of.kind, of.services, of.notice, uncounted=of.uncounted, as_of=day)
        if of.kind.kind == "contempt" and not gaps:
            return one
    return None


def _person(db: Session, office_id: int, role: Role) -> Person:
    rows = select(Staff).where(Staff.office_id == office_id, Staff.role == role.value).order_by(Staff.id).limit(1)
    return person_of(db.scalars(rows).one())

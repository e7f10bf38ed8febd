"""courtready sessions, facts, jobs"""

from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Any

from rich.table import Table
from sqlalchemy import select

from cases.queries import case_record, find_case
from cli.days import day_meant
from cli.opening import office_meant, ready
from cli.options import AsJson, AsOf, CaseNumber, OneOffice
from cli.speaking import operator, out, tell_json
from documents.facts import CaseFacts
from documents.freeze import freeze
from documents.gather import case_facts
from hearings import queries
from infra import audit
from infra.clock import now
from infra.jobs import Job
from kernel.legal_text import legal_text


def sessions(
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """List the court sessions with the number of hearings set in each."""
    with ready().reading() as db:
        found = queries.sessions(db, office_meant(db, office).id)
    if as_json:
        tell_json([asdict(one) | {"on": one.on.isoformat()} for one in found])
        return
    table = Table("Session", "Day", "Courthouse", "Room", "Judge", "Hearings")
    for one in found:
        table.add_row(str(one.id), f"{one.on:%a %b %-d, %Y}", one.courthouse, one.room, one.judge, str(one.hearings))
    out.print(table)


def facts(
    case_no: CaseNumber,
    as_of: AsOf = None,
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """Tell every fact of a case with its source and date."""
    with ready().transaction() as db:
        place = office_meant(db, office)
        day = day_meant(as_of, db, place.id)
        found = find_case(db, place.id, legal_text(case_no, longest=60))
        tree = case_facts(case_record(db, place.id, found), day)
        audit.record(db, office_id=place.id, actor=operator(), verb="read facts", subject=f"case {found}")
    if as_json:
        tell_json(facts_told(tree, day))
        return
    table = Table("Fact", "Value", "Source", "Record", "As of")
    for fact in freeze(tree).facts:
        table.add_row(
            fact.label,
            fact.words,
            fact.source,
            f"Computed: {fact.rule}" if fact.rule else fact.source_record,
            fact.as_of or "",
        )
    out.print(table)


def facts_told(tree: CaseFacts, day: date) -> dict[str, Any]:
    """The facts as JSON; money in cents. ``difference`` is the state's balance less ours on the state's day."""
    frozen = freeze(tree)
    beside = tree.state_balance[0] if tree.state_balance else None
    return {
        "case_no": tree.case.number.value,
        "as_of": day.isoformat(),
        "facts_digest": frozen.digest,
        "facts": [
            {
                "name": fact.name,
                "value": fact.value,
                "source": fact.source,
                "source_record": fact.source_record,
                "as_of": fact.as_of,
                "retrieved_at": fact.retrieved_at,
                "verified_by": fact.verified_by,
                "disclosure": fact.disclosure,
                "inputs": fact.inputs,
                "label": fact.label,
                "rule": fact.rule,
                "entered_by": fact.entered_by,
            }
            for fact in frozen.facts
        ],
        "arrears": {
            "total": tree.arrears.total.value.cents,
            "state_balance": beside.total.value.cents if beside else None,
            "difference": (beside.total.value - beside.computed.value).cents if beside else None,
        },
    }


def jobs(as_json: AsJson = False) -> None:
    """Show the work in hand: how much waits, what failed and why."""
    with ready().reading() as db:
        rows = list(db.scalars(select(Job).order_by(Job.id.desc()).limit(1000)))
    if as_json:
        tell_json(
            [
                {
                    "id": row.id,
                    "kind": row.kind,
                    "state": str(row.state),
                    "attempts": row.attempts,
                    "losses": row.losses,
                    "error": row.error,
                    "progress": row.progress,
                    "batch": row.batch,
                    "made_at": row.made_at.isoformat(),
                    "done_at": row.done_at.isoformat() if row.done_at else None,
                }
                for row in rows
            ]
        )
        return
    out.print(
        ", ".join(f"{count} {state}" for state, count in sorted(Counter(str(row.state) for row in rows).items()))
        or "No jobs."
    )
    table = Table("Job", "Kind", "State", "Age", "Attempts", "What went wrong")
    for row in rows[:50]:
        table.add_row(
            str(row.id),
            row.kind,
            str(row.state),
            str(now() - row.made_at).split(".")[0],
            str(row.attempts),
            row.error or "",
        )
    out.print(table)

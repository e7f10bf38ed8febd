"""courtready refresh"""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from cli.days import day_meant
from cli.opening import ready
from cli.options import AsOf
from cli.preparing import office_of
from cli.speaking import operator, out, tell_json
from documents.morning.docket import morning
from documents.morning.facts import Matter, Morning
from documents.morning.telling import morning_told
from infra import audit
from kernel.money import ZERO, Money


def refresh(
    session: Annotated[
        int, typer.Argument(help="Court session, as `courtready sessions` lists it.", min=1, max=2**31 - 1)
    ],
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON, amounts in cents.")] = False,
) -> None:
    """Count the balances of a docket anew and list what changed since its papers were made, and why."""
    with ready().transaction() as db:
        office_id = office_of(db, session)
        day = day_meant(as_of, db, office_id)
        found = morning(db, office_id, session, as_of=day)
        subject = f"court session {session}"
        audit.record(db, office_id=office_id, actor=operator(), verb="refreshed balances of", subject=subject)
    if as_json:
        tell_json(morning_told(found))
        return
    changed = len(found.changed)
    out.print(f"{changed} of {len(found.matters)} balances changed since the papers were made.", markup=False)
    if changed:
        out.print(_table(found))
    for one in found.uncounted:
        out.print(f"{one.hearing.case_no}: {one.why_not}", markup=False)


def _table(found: Morning) -> Table:
    table = Table("Time", "Case", "By the papers", "Now", "What lies between", show_lines=True)
    for one in found.changed:
        then = f"{one.then.owed}\nas of {one.then.as_of:%b %-d, %Y}" if one.then else ""
        table.add_row(f"{one.hearing.at:%H:%M}", one.hearing.case_no, then, str(one.owed), escape(_why(one)))
    return table


def _why(one: Matter) -> str:
    lines = [f"{_signed(move.effect)}  {move.words}, {move.on:%b %-d, %Y}" for move in one.moves]
    if one.unexplained != ZERO:
        lines.append(f"{_signed(one.unexplained)}  which no single entry accounts for")
    return "\n".join(lines)


def _signed(amount: Money) -> str:
    return str(amount) if amount < ZERO else f"+{amount}"

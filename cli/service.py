"""courtready service"""

from dataclasses import asdict
from datetime import date, time
from typing import Annotated, Any

import typer
from rich.table import Table

from cli.days import day_meant
from cli.opening import ready
from cli.options import AsJson, AsOf
from cli.preparing import office_of
from cli.speaking import operator, out, tell_json
from hearings.service.docket import DocketService, docket_service
from infra import audit


def service(
    session: Annotated[
        int, typer.Option(help="Court session, as `courtready sessions` lists it.", min=1, max=2**31 - 1)
    ],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Tell service of process for every hearing of a court session: a row for each person and paper, no address."""
    with ready().transaction() as db:
        office_id = office_of(db, session)
        day = day_meant(as_of, db, office_id)
        found = docket_service(db, office_id, session, as_of=day)
        audit.record(
            db, office_id=office_id, actor=operator(), verb="read service of", subject=f"court session {session}"
        )
    if as_json:
        tell_json({"session": session, "as_of": day.isoformat(), "rows": [_told(one) for one in found]})
        return
    table = Table("Time", "Case", "Person", "Paper", "State", "Last attempt", "Next", "Last safe day", show_lines=True)
    for one in found:
        safe = f"{one.last_safe_day:%a %b %-d, %Y}" if one.last_safe_day else ""
        table.add_row(
            f"{one.at:%H:%M}",
            one.case_no,
            one.person,
            one.paper,
            one.state.value,
            one.last_attempt,
            one.next_action,
            safe,
        )
    out.print(table)


def _told(one: DocketService) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in asdict(one).items()}

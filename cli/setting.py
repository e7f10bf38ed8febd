"""courtready set-hearing"""

from dataclasses import asdict
from typing import Annotated

import typer

from cases.queries import find_case
from cli.days import day_written, time_written
from cli.opening import ready
from cli.options import AsJson, CaseNumber
from cli.speaking import out, tell_json
from hearings.actions import set_hearing
from kernel.digest import plain
from offices.queries import staff_named


def set_hearing_(
    case_no: CaseNumber,
    code: Annotated[str, typer.Option(help="Schedule code of the hearing type, such as HOSC.")],
    on: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Day of the hearing.")],
    at: Annotated[str, typer.Option(metavar="HH:MM", help="Time of the hearing, such as 09:00.")],
    courthouse: Annotated[str, typer.Option(help="Courthouse.")],
    by: Annotated[str, typer.Option(help="E-mail address of the agent or attorney who sets it.")],
    room: Annotated[str, typer.Option(help="Courtroom.")] = "",
    judge: Annotated[str, typer.Option(help="Judge.")] = "",
    as_json: AsJson = False,
) -> None:
    """Set a hearing by hand; the court session is made if it is new."""
    day, time = day_written(on, "--on"), time_written(at, "--at")
    with ready().transaction() as db:
        person = staff_named(db, by)
        made = set_hearing(
            db,
            find_case(db, person.office_id, case_no),
            code=code,
            on=day,
            at=time,
            courthouse=courthouse,
            room=room,
            judge=judge,
            by=person,
        )
    told = asdict(made) | {"at": made.at.isoformat("minutes")}
    if as_json:
        tell_json(plain({name: told[name] for name in told if name != "trace"}))
        return
    out.print(f"Hearing {made.id} is set for {made.on:%A, %B %-d, %Y}, court session {made.session_id}.", markup=False)

"""courtready readiness, courtready docket"""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table
from sqlalchemy.orm import Session

from cli.days import day_meant
from cli.opening import ready
from cli.options import AsJson, AsOf
from cli.preparing import office_of
from cli.speaking import operator, out, tell_json
from filings import docket as printing
from filings.board import board
from hearings.calendar.causes import Cell
from hearings.readiness.facts import Board, CellState, FilledCell
from hearings.readiness.telling import board_told
from infra import audit

SESSION = typer.Option(help="Court session, as `courtready sessions` lists it.", min=1, max=2**31 - 1)


def readiness(
    session: Annotated[int, SESSION],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Tell how ready each hearing of a court session is, who has to move, and until when it can be saved."""
    with ready().transaction() as db:
        office_id = office_of(db, session)
        day = day_meant(as_of, db, office_id)
        found = board(db, office_id, session, day)
        _tell(db, office_id, session, "read readiness of")
    if as_json:
        tell_json(board_told(found))
        return
    out.print(printing.top_line(found), markup=False)
    out.print(_table(found))


def docket(
    session: Annotated[int, SESSION],
    file: Annotated[Path, typer.Option("--out", help="Where to write the PDF.")],
    as_of: AsOf = None,
) -> None:
    """Write the docket of a court session to take to court: a row for each matter, with room for its outcome."""
    with ready().transaction() as db:
        office_id = office_of(db, session)
        day = day_meant(as_of, db, office_id)
        data = printing.docket(db, office_id, session, day)
        _tell(db, office_id, session, "printed docket of")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    out.print(f"{file}: the docket of session {session}", markup=False)


def _table(found: Board) -> Table:
    """A row for each hearing: what is done, and what is left, the first last safe day first."""
    table = Table("Time", "Case", "Outlook", "Done", "Left to do", show_lines=True)
    for row in found.rows:
        finished = [cell.value for cell, filled in row.cells.items() if filled.state is CellState.DONE]
        table.add_row(
            f"{row.hearing.at:%H:%M}",
            row.hearing.case_no,
            row.outlook.value,
            "\n".join(finished),
            "\n".join(_left(cell, filled) for cell, filled in row.red),
        )
    return table


def _left(cell: Cell, one: FilledCell) -> str:
    """A cell in one line: how it stands, whose move it is, what to do and until when."""
    by = f" [by {one.last_safe_day:%a %b %-d}]" if one.last_safe_day else ""
    words = escape(f"{cell.value}, {one.state.value}, {one.owner}: {one.next_action}{by}")
    return f"[red]✗[/red] {words}" if one.state is CellState.BLOCKED else f"[yellow]![/yellow] {words}"


def _tell(db: Session, office_id: int, session: int, verb: str) -> None:
    audit.record(db, office_id=office_id, actor=operator(), verb=verb, subject=f"court session {session}")

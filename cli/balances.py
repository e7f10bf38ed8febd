"""courtready balances"""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from cases.county.facts import CaseBalance
from cases.county.telling import Tally, county_told
from cases.queries import case_numbers
from cli.counting import counted
from cli.days import day_meant
from cli.opening import office_meant, ready
from cli.options import AsOf, OneOffice
from cli.speaking import err, operator, out, tell_json
from cli.writing_balances import writer_of
from infra import audit
from kernel.money import Money

SHOWN = 25
"""Cases that the screen shows of each kind; all of them stand in the file."""


def balances(
    as_of: AsOf = None,
    office: OneOffice = None,
    file: Annotated[Path | None, typer.Option("--out", help="Write each case to this .csv or .json file.")] = None,
    wrong: Annotated[
        bool, typer.Option("--wrong", help="Only cases whose balance of the state is wrong, or that cannot be counted.")
    ] = False,
    processes: Annotated[int, typer.Option(help="Processes that count side by side.", min=1, max=64)] = 2,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON, with each case.")] = False,
) -> None:
    """Count the balance of every case anew, and tell which balances of the state are wrong, by how much and why."""
    tally, kept = Tally(), list[CaseBalance]()
    with ready().transaction() as db:
        place = office_meant(db, office)
        day = day_meant(as_of, db, place.id)
        writing = writer_of(file, day)
        numbers = case_numbers(db, place.id)
        audit.record(db, office_id=place.id, actor=operator(), verb="read arrears", subject="every case")
    with writing as write, _bar() as bar:
        task = bar.add_task("Cases", total=len(numbers))
        for one in counted(place.id, numbers, day, processes=processes):
            tally.add(one)
            if not wrong or one.wrong or one.refused:
                write(one)
                kept += [one] if as_json else []
            bar.advance(task)
    if as_json:
        tell_json(county_told(tally, kept, day))
    else:
        _show(tally, day)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=err, refresh_per_second=2)


def _show(tally: Tally, day: date) -> None:
    table = Table("Case", "On", "State", "Ours", "Difference", "Likeliest cause")
    for one in tally.wrong[:SHOWN]:
        table.add_row(*_row(one))
    if tally.wrong:
        out.print(table)
    for one in tally.refused[:SHOWN]:
        out.print(f"{one.case_no}: {one.refused}", markup=False, highlight=False)
    owed = ", ".join(f"{name.replace('_', ' ')} {Money(cents)}" for name, cents in tally.sums.items() if cents)
    out.print(f"{tally.cases:,} cases on {day:%B %-d, %Y}: {owed or 'nothing owed'}.", highlight=False)
    more = f" The first {SHOWN} are shown." if max(len(tally.wrong), len(tally.refused)) > SHOWN else ""
    said = f"The state's balance is wrong in {len(tally.wrong):,}; {len(tally.refused):,} cannot be counted.{more}"
    out.print(said, highlight=False)


def _row(one: CaseBalance) -> tuple[str, ...]:
    if one.beside is None:
        return (one.case_no,)
    found = one.beside
    why = found.likeliest[0].words if found.likeliest else "Nothing in the record explains it"
    amounts = (str(found.theirs), str(found.ours), str(found.apart))
    return one.case_no, f"{found.as_of:%b %-d, %Y}", *amounts, why.replace("[", "\\[")

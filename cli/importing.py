"""courtready import"""

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from cases.import_report import Report
from cli.opening import ready
from cli.options import AsJson
from cli.speaking import err, operator, out, tell_json
from hearings.actions import import_extract, state_of_mapping
from infra.clock import now
from law.states import law_of
from offices.actions import open_office
from offices.seeds import seed_for


def import_(
    path: Annotated[Path, typer.Argument(help="Folder, zip or workbook that the state's system exported.")],
    mapping: Annotated[str, typer.Option(help="Name of a shipped mapping, or path of a mapping file.")],
    office: Annotated[str, typer.Option(help="Name of the office; made when it is new.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and write nothing.")] = False,
    rejects: Annotated[
        Path | None, typer.Option(help="Also write the rejected rows' places and reasons to this CSV file.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Import an extract: every row is created, changed, unchanged or rejected."""
    state = law_of(state_of_mapping(mapping)).state
    with err.status("Reading the extract") as status, ready().transaction() as db:
        report = import_extract(
            db,
            open_office(db, office, state=state, new_settings=seed_for(office)),
            path,
            mapping=mapping,
            by=operator(),
            now=now(),
            dry_run=dry_run,
            progress=lambda file, rows: status.update(f"{file}: {rows:,} rows"),
        )
        if dry_run:
            db.rollback()
    if rejects is not None:
        _write_rejects(report, rejects)
    if as_json:
        tell_json(report.told())
    else:
        _show(report)


def _show(report: Report) -> None:
    table = Table(
        title=f"{'Would import' if report.dry_run else 'Imported'}, extract of {report.extract_on:%B %-d, %Y}"
    )
    table.add_column("File")
    for name in ("read", "created", "changed", "unchanged", "rejected"):
        table.add_column(name, justify="right")
    for file, count in report.files.items():
        table.add_row(
            file,
            *(f"{number:,}" for number in (count.read, count.created, count.changed, count.unchanged, count.rejected)),
        )
    out.print(table)
    if report.missing:
        out.print(f"Not in the extract, and so left as it was: {', '.join(report.missing)}.", markup=False)
    for reject in report.rejects[:20]:
        out.print(f"{reject.file} line {reject.line}: {reject.reason}", markup=False)
    if len(report.rejects) > 20:
        out.print(f"… and {len(report.rejects) - 20} more; --rejects FILE writes them all.")


def _write_rejects(report: Report, path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "line", "column", "reason"))
        writer.writerows((one.file, one.line, one.column or "", one.reason) for one in report.rejects)

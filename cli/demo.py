"""courtready demo"""

import time
from datetime import date
from pathlib import Path

import typer

from cli.demo_day import made_ready
from cli.opening import ready
from cli.preparing import bind, prepare_papers, prepared_told, show_prepared
from cli.speaking import err, operator, out
from filings.waiting import CLERK
from hearings.actions import import_extract
from hearings.queries import sessions
from infra.clock import now
from infra.config import config
from infra.db import Database
from offices.actions import add_staff, open_office
from offices.errors import AlreadyOnStaff
from offices.facts import Role
from offices.seeds import seed_for

SAMPLE = Path(__file__).parent.parent / "samples" / "extract-nc"
DEMO_DAY = date(2026, 11, 20)
"""The day of the sample extract."""
OFFICE = "Mecklenburg County"
PASSWORD = "courtready-demo"  # noqa: S105 - a public password of a made-up county
PEOPLE = (
    ("Avery Agent", "agent@example.gov", Role.AGENT),
    ("Taylor Attorney", "attorney@example.gov", Role.ATTORNEY),
    ("Riley Clerk", "clerk@example.gov", Role.CLERK),
)


def demo() -> None:
    """Import a made-up county and prepare its first court session, from nothing to a binder."""
    started = time.monotonic()
    database = ready()
    err.print("Importing the sample county", markup=False)
    session = _import(database)
    place = config().folder("out") / f"session-{session}"
    finished = prepare_papers(database, session, DEMO_DAY)
    made_ready(database, session, DEMO_DAY)
    told = prepared_told(database, session, DEMO_DAY, place)
    bound = bind(database, session, DEMO_DAY, place / "binder.pdf", place / "packets")
    show_prepared(told)
    seconds = time.monotonic() - started
    papers = sum(len(one["documents"]) for one in told["hearings"])
    ready_now = sum(1 for one in told["hearings"] if all(gap["owner"] == CLERK for gap in one["gaps"]))
    out.print(
        f"\n{papers} papers for {len(told['hearings'])} hearings, {ready_now} ready or with the clerk, {seconds:.0f} s",
        markup=False,
    )
    for label, where in (
        ("Binder", bound["file"]),
        ("Packets", place / "packets"),
        ("Word and PDF files", place),
    ):
        out.print(f"{label + ':':20}{where}", markup=False, soft_wrap=True)
    out.print(
        f"{'Web pages:':20}COURTREADY_DATA={config().data} .venv/bin/courtready serve, then open http://127.0.0.1:8000\n"
        f"{'Sign in:':20}{', '.join(email for _, email, _ in PEOPLE)}; password {PASSWORD}",
        markup=False,
        soft_wrap=True,
    )
    if finished.problems:
        raise typer.Exit(1)


def _import(database: Database) -> int:
    with database.transaction() as db:
        office = open_office(db, OFFICE, state="NC", new_settings=seed_for(OFFICE))
        report = import_extract(db, office, SAMPLE, mapping="nc-acts", by=operator(), now=now())
        rows = sum(count.read for count in report.files.values())
        err.print(f"{rows:,} rows in {len(report.files)} files, {len(report.rejects)} rejected", markup=False)
        for name, email, role in PEOPLE:
            try:
                add_staff(db, office, name=name, email=email, role=role, password=PASSWORD)
            except AlreadyOnStaff:
                continue
        return sessions(db, office.id)[0].id

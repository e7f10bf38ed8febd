"""The command ``courtready``."""

import sys

import typer

from cli import asking, demo, importing, preparing, serving, staff
from cli.speaking import complain
from kernel.refusals import Courteous

app = typer.Typer(
    name="courtready",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Gets a child support office ready for court.",
)
app.command("import")(importing.import_)
app.command()(asking.sessions)
app.command()(preparing.prepare)
app.command()(asking.facts)
app.command()(preparing.binder)
app.add_typer(staff.users, name="users")
app.add_typer(staff.offices, name="offices")
app.command()(asking.jobs)
app.command()(serving.openapi)
app.command()(serving.doctor)
app.command()(serving.serve)
app.command()(serving.work)
app.command()(demo.demo)


def run() -> None:
    """Run the command; whatever is refused is one sentence and a non-zero exit."""
    try:
        app()
    except Courteous as refused:
        complain(refused)
        sys.exit(1)

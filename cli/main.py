"""The command ``courtready``."""

import os
import re
import sys

import typer
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from typer.exceptions import TyperException

from cli import (
    asking,
    auditing,
    balances,
    demo,
    figures,
    forms,
    guideline,
    importing,
    law,
    money,
    morning,
    packets,
    plans,
    preparing,
    readiness,
    reprinting,
    service,
    serving,
    setting,
    staff,
    templates,
    worklists,
)
from cli.speaking import DatabaseUnusable, FileUnusable, Misused, complain
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
app.command("set-hearing")(setting.set_hearing_)
app.command()(service.service)
app.command()(readiness.readiness)
app.command()(readiness.docket)
app.command()(morning.refresh)
app.command()(preparing.prepare)
app.command()(asking.facts)
app.command()(packets.packet)
app.command()(figures.figures)
app.command()(preparing.binder)
app.command("reprint")(reprinting.reprint_)
app.add_typer(staff.users, name="users")
app.add_typer(staff.offices, name="offices")
app.add_typer(templates.templates, name="templates")
app.command()(money.arrears)
app.command("plans")(plans.plans)
app.command()(balances.balances)
app.command("audit")(auditing.audit_)
app.command("deadline")(law.deadline_)
law.law.command("diff")(worklists.diff)
app.add_typer(law.law, name="law")
app.command("guideline")(guideline.guideline_)
app.command()(worklists.today)
app.command()(asking.jobs)
app.command()(serving.openapi)
app.command()(serving.doctor)
app.command()(serving.serve)
app.command()(serving.work)
app.command()(demo.demo)
app.add_typer(forms.forms, name="forms")


def run() -> None:
    """Run the command; whatever is refused is one sentence and a non-zero exit. Files are for their owner only."""
    os.umask(0o077)
    try:
        sys.exit(app(standalone_mode=False))
    except TyperException as misused:
        _complain_of_use(misused)
        sys.exit(misused.exit_code)
    except typer.Abort:
        complain(Misused("Nothing was typed", "courtready"))
    except Courteous as refused:
        complain(refused)
    except OSError as failure:
        complain(FileUnusable(str(failure.filename or ""), failure.strerror or "it cannot be used"))
    except ArgumentError:
        complain(DatabaseUnusable("its address cannot be read"))
    except DatabaseError as failure:
        if type(failure) not in (DatabaseError, OperationalError):
            raise
        complain(DatabaseUnusable(str(failure.orig).splitlines()[0]))
    sys.exit(1)


def _complain_of_use(misused: TyperException) -> None:
    """Words that no command takes; where none were given at all, the help was shown."""
    context = getattr(misused, "ctx", None)
    if words := " ".join(misused.format_message().split()):
        what = re.sub(r"\. Did you mean (.*)\?$", r" (did you mean \1?)", words).rstrip(".")
        complain(Misused(what, context.command_path if context else "courtready"))

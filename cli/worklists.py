"""courtready today, courtready law diff: what a person must do, and which kept dates the installed rules would move."""

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.table import Table

from cli.days import day_meant
from cli.opening import office_meant, ready
from cli.options import AsJson, AsOf, OneOffice
from cli.speaking import err, operator, out, tell_json
from hearings.clocks.actions import sweep
from hearings.clocks.facts import Swept
from hearings.clocks.lines import Line
from hearings.clocks.queries import Move, would_move
from hearings.clocks.worklist import worklist
from infra import audit
from infra.clock import now
from infra.db import Database
from offices.queries import staff_named


def today(
    person: Annotated[str, typer.Option(help="E-mail address of the agent or attorney.")],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Tell what a person must do today: each line with case, last safe day, rule and cite, the most urgent first."""
    opened = ready()
    with opened.reading() as db:
        who = staff_named(db, person)
        day = day_meant(as_of, db, who.office_id)
    swept(opened, who.office_id, day)
    with opened.transaction() as db:
        found = worklist(db, who, today=day)
        audit.record(db, office_id=who.office_id, actor=operator(), verb="read", subject=f"worklist of {who.email}")
    if as_json:
        told = {"person": found.person, "on": found.on.isoformat(), "until": found.until.isoformat()}
        tell_json(told | {"total": len(found.lines), "lines": [plainly(asdict(one)) for one in found.lines]})
        return
    table = Table("By", "What", "Case", "Why", "Who", show_lines=True)
    for one in found.lines:
        table.add_row(*_row(one))
    out.print(table if found.lines else f"Nothing waits up to {found.until:%a %b %-d, %Y}.")


def diff(
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """List the open dates that the installed rules would move; each moves only when an attorney accepts it."""
    with ready().transaction() as db:
        place = office_meant(db, office)
        found = would_move(db, place.id)
        audit.record(db, office_id=place.id, actor=operator(), verb="read", subject="moved dates")
    if as_json:
        tell_json([_move(one) for one in found])
        return
    table = Table("Case", "Rule", "From", "Kept", "Now", "Why", show_lines=True)
    for one in found:
        now_on = f"{one.now_on:%a %b %-d, %Y} ({one.now_pack})" if one.now_on else "no date"
        kept = f"{one.kept.on:%a %b %-d, %Y} ({one.kept.pack})"
        table.add_row(one.kept.case_no, one.kept.rule, f"{one.kept.trigger_on:%b %-d, %Y}", kept, now_on, one.why)
    out.print(table if found else "No open date would move.")


def swept(opened: Database, office_id: int, day: date) -> Swept:
    """Bring the clocks of an office up to date, batch by batch, as the worker's sweep does."""
    done = Swept(more=True)
    while done.more:
        with opened.transaction() as db:
            done = done + sweep(db, office_id, today=day, now=now())
        if done.more and done.cases:
            err.print(f"{done.cases} cases looked at", highlight=False)
    return done


def plainly(told: dict[str, Any]) -> dict[str, Any]:
    """Days as ISO text, words of an enum as words."""
    return {name: _plain(value) for name, value in told.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _move(one: Move) -> dict[str, Any]:
    kept = plainly(asdict(one.kept))
    return {"kept": kept, **plainly({name: getattr(one, name) for name in ("now_on", "now_last_safe_day")}),
            "now_pack": one.now_pack, "why": one.why}  # fmt: skip


def _row(one: Line) -> tuple[str, ...]:
    why = f"{one.cite}{'' if one.verified else ' [unverified rule]'}" if one.cite else one.why
    by = f"{one.by:%a %b %-d, %Y}\n{one.urgency.value}"
    return by, one.what, one.case_no, why.replace("[", "\\["), one.who or "nobody on the staff"

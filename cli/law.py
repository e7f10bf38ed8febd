"""courtready deadline, courtready law: the rules of time, and what day they give. Neither needs an office."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer
from rich.table import Column, Table

from cli.days import EARLIEST, LATEST, day_written
from cli.options import AsJson
from cli.speaking import out, tell_json
from cli.strip import strip_lines
from kernel.legal_text import LegalText, NotLegalText, legal_text
from kernel.refusals import Missing, Refused
from law.asking import Known, asked, rules_about
from law.calendar import CourtCalendar, YearUnknown
from law.deadline import Deadline
from law.states import StateLaw, law_of
from law.strip import strip
from law.telling import deadline_told, holiday_told, rule_told

law = typer.Typer(no_args_is_help=True, help="The rules of time: periods, methods of service, court holidays.")
StateOption = Annotated[str, typer.Option("--state", help="Two letters, such as NC.")]
LONGEST = 80


@dataclass(eq=False)
class OneDayOnly(Refused):
    def __str__(self) -> str:
        return "Name one day: --trigger, from which the rule counts, or --served or --hearing to ask from either end."


@dataclass(eq=False)
class NotAWord(Refused):
    """What an option holds cannot be a name or a reason."""

    option: str
    why: str

    def __str__(self) -> str:
        return f"{self.option} {self.why}."


@dataclass(eq=False)
class NotAClosing(Refused):
    def __str__(self) -> str:
        return "--closing takes a day and why the courthouse is closed on it, such as 2026-12-08=Snow."


@dataclass(eq=False)
class NoSuchTopic(Missing):
    topic: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"There is no topic '{self.topic}'; the topics are {', '.join(self.known)}."


def deadline_(
    state: StateOption,
    rule: Annotated[str, typer.Option(help="A rule as `law rules` names it.")],
    trigger: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the event from which the rule counts.")
    ] = None,
    served: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of service: when may the hearing be held?")
    ] = None,
    hearing: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the hearing: until when may papers be served?")
    ] = None,
    method: Annotated[str, typer.Option(help="How papers are served, for the days that it adds.")] = "",
    closing: Annotated[
        list[str] | None, typer.Option(metavar="DATE=WHY", help="A day on which the courthouse is closed besides.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what day a rule gives, how it is counted and which days are left out."""
    of = law_of(_word(state, "--state"))
    known, day = _day_known({Known.TRIGGER: trigger, Known.SERVED: served, Known.HEARING: hearing})
    found = asked(
        of,
        _word(rule, "--rule"),
        day,
        known=known,
        method=_word(method, "--method").lower(),
        court=_court(of, closing or []),
    )
    if as_json:
        tell_json(deadline_told(of, found))
        return
    _tell(found)


@law.command()
def rules(
    state: StateOption,
    topic: Annotated[str, typer.Option(help="One topic, such as notice.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the rules of a state, each with its trigger, its period, its methods and its cite."""
    of = law_of(_word(state, "--state"))
    topics = tuple(sorted({row.topic for row in of.pack().rules}))
    if topic and topic not in topics:
        raise NoSuchTopic(_word(topic, "--topic"), topics)
    told = [rule_told(of, row) for row in rules_about(of.pack().rules, topic=topic)]
    if as_json:
        tell_json(told)
        return
    table = Table(Column("Rule", no_wrap=True), "From", "To", "Period", "Cite")
    for row in told:
        by = f" ({', '.join(row['methods'])})" if row["methods"] else ""
        way = " back" if row["direction"] == "back" else ""
        table.add_row(
            row["id"],
            row["trigger"] + by,
            f"{row['answers']} of {row['what']}",
            row["period"] + way,
            row["cite"] + ("" if row["verified"] else " (unverified)"),
        )
    out.print(table)


@law.command()
def holidays(
    state: StateOption,
    year: Annotated[int, typer.Option(min=EARLIEST, max=LATEST, help="The year.")],
    as_json: AsJson = False,
) -> None:
    """List the days of a year that the courts or the statutes keep, and whether the courthouse is closed."""
    of = law_of(_word(state, "--state"))
    calendar = of.calendar()
    told = [holiday_told(each) for each in sorted(calendar.holidays, key=lambda each: each.on) if each.on.year == year]
    if not told:
        raise YearUnknown(year, calendar.state)
    if as_json:
        tell_json(told)
        return
    table = Table("Day", "Holiday", "Courthouse", "Cite")
    for each in told:
        mark = "" if each["verified"] else " (unverified)"
        day = date.fromisoformat(each["on"])
        table.add_row(f"{day:%a %b %-d, %Y}", each["name"], each["courthouse"], each["cite"] + mark)
    out.print(table)


def _word(written: str, option: str) -> LegalText:
    try:
        return legal_text(written, longest=LONGEST)
    except NotLegalText as refused:
        raise NotAWord(option, refused.why) from None


def _day_known(days: dict[Known, str | None]) -> tuple[Known, date]:
    given = [(known, written) for known, written in days.items() if written is not None]
    if len(given) != 1:
        raise OneDayOnly()
    ((known, written),) = given
    return known, day_written(written, f"--{known}")


def _court(of: StateLaw, closings: list[str]) -> CourtCalendar:
    found: dict[date, str] = {}
    for each in closings:
        written, _, why = each.partition("=")
        if not why.strip():
            raise NotAClosing()
        found[day_written(written, "--closing")] = _word(why, "--closing")
    return of.calendar().with_closings(found)


def _tell(found: Deadline) -> None:
    out.print(found.sentence(), markup=False, highlight=False, soft_wrap=True)
    if len(found.readings) > 1:
        for reading in found.readings:
            used = " (in use)" if reading.on == found.on else ""
            out.print(f"{reading.on:%a %b %-d, %Y}{used}: {reading.why}", markup=False, highlight=False)
    out.print(f"Last safe day: {found.last_safe_day:%a %b %-d, %Y}\n", markup=False, highlight=False)
    for line in strip_lines(strip(found)):
        out.print(line, markup=False, highlight=False, soft_wrap=True)

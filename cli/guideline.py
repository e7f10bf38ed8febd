"""courtready guideline: what a state's guideline says a parent pays, from a file. It needs no office."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Column, Table

from cli.options import AsJson
from cli.reading_files import MEBIBYTE, bytes_of
from cli.speaking import out, tell_json
from kernel.legal_text import legal_text
from kernel.refusals import Refused
from kernel.strict_json import strict_json
from law.ca import guideline as california
from law.nc import guideline as north_carolina
from law.nc.guideline.results import Unit, dollars, percent_written
from law.states import law_of

LONGEST = 20


@dataclass(eq=False)
class NoWorksheets(Refused):
    state: str

    def __str__(self) -> str:
        return f"The guideline of {self.state} has one worksheet for every case; leave --worksheet out."


@dataclass(eq=False)
class NotAGroup(Refused):
    def __str__(self) -> str:
        return "The input is not a group of names and values, as in {…}."


@dataclass(frozen=True)
class Told:
    """A run as programs read it and as people do."""

    plain: dict[str, Any]
    sentence: str
    table: Table
    notes: tuple[str, ...]
    verified: bool


def guideline_(
    state: Annotated[str, typer.Option("--state", help="Two letters, such as NC.")],
    file: Annotated[Path, typer.Option("--input", metavar="FILE", help="What the worksheet asks, as JSON.")],
    worksheet: Annotated[
        str | None, typer.Option(help="A, B or C in North Carolina; as the input says if not given.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compute child support by a state's guideline, each line of the worksheet, with the rows of law behind it."""
    run = RUNS[law_of(legal_text(state, longest=LONGEST)).state]
    asked = strict_json(bytes_of(file, largest=MEBIBYTE))
    if not isinstance(asked, dict):
        raise NotAGroup()
    told = run(asked, None if worksheet is None else legal_text(worksheet, longest=LONGEST).upper())
    if as_json:
        tell_json(told.plain)
        return
    out.print(told.table)
    for line in (told.sentence, *told.notes, *(() if told.verified else ("Some rows of law are unverified.",))):
        out.print(line, markup=False, highlight=False, soft_wrap=True)


def _north_carolina(asked: dict[str, Any], worksheet: str | None) -> Told:
    found = north_carolina.worksheet(north_carolina.read_inputs(asked, kind=worksheet))
    table = Table("Line", "", *(Column(name, justify="right") for name in ("Plaintiff", "Defendant", "Combined")))
    for line in found.lines:
        cells = (_cell(each, line.unit) for each in (line.plaintiff, line.defendant, line.combined))
        table.add_row(line.number, line.label, *cells)
    return Told(north_carolina.worksheet_told(found), str(found), table, found.notes, found.verified)


def _california(asked: dict[str, Any], worksheet: str | None) -> Told:
    if worksheet is not None:
        raise NoWorksheets("California")
    found = california.guideline(california.read_input(asked))
    table = Table("Step", Column("Value", justify="right"), "Cite")
    for step in found.steps:
        table.add_row(escape(step.what), step.value, escape(step.cite))
    return Told(found.as_json(), _californian_sentence(found), table, found.notes, found.verified)


def _californian_sentence(found: california.Guideline) -> str:
    if found.payer is None:
        return "Nobody pays the other parent by the guideline."
    payer, whole = f"Parent {found.payer.value[-1].upper()}", found.with_add_ons
    pays = f"{payer} pays {found.amount} a month by the guideline."
    if whole is None or not found.add_ons:
        return pays
    return f"{pays} Support of {whole.base} and shares of additional support of {whole.shares} are {whole.total}."


def _cell(figure: Fraction | None, unit: Unit) -> str:
    if figure is None:
        return ""
    if unit is Unit.MONEY:
        return str(dollars(figure))
    return f"{percent_written(figure)} %" if unit is Unit.PERCENT else str(int(figure))


RUNS: dict[str, Callable[[dict[str, Any], str | None], Told]] = {"NC": _north_carolina, "CA": _california}

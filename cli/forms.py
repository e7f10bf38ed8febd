"""courtready forms: official PDF forms, mapped once and filled for every case"""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from cli.options import AsJson
from cli.reading_files import bytes_of, text_bytes_of
from cli.speaking import err, out, tell_json
from documents.forms.checking import check
from documents.forms.errors import MappingBroken
from documents.forms.facts import read_facts
from documents.forms.filling import fill
from documents.forms.mapping import ROOT, Mapping, mapping, mappings
from documents.forms.opening import LARGEST, open_form, pictures_of
from documents.forms.proposing import proposal
from documents.forms.tying import tie
from kernel.refusals import Refused

forms = typer.Typer(no_args_is_help=True, help="Official PDF forms: map, check, fill.")
MappingArgument = Annotated[str, typer.Argument(help="A mapping: its file, or its name as `forms list` tells it.")]
FormArgument = Annotated[Path, typer.Argument(help="The empty form, a PDF.")]


class AlreadyThere(Refused):
    def __init__(self, place: Path) -> None:
        self.place = place

    def __str__(self) -> str:
        return f"{self.place} is there already and would be lost; name another file with --out."


@forms.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the forms that a mapping is made for."""
    found = mappings()
    if as_json:
        tell_json([{"name": one.name, "title": one.title, "sha256": one.sha256} for one in found])
        return
    table = Table("Form", "Title", "For", "File (SHA-256)")
    for one in found:
        table.add_row(one.name, one.title, one.audience.value, f"{one.sha256[:12]}…")
    out.print(table)


@forms.command("map")
def map_(
    file: FormArgument,
    place: Annotated[
        Path | None, typer.Option("--out", "-o", help="The mapping to write; FILE.toml if not given.")
    ] = None,
) -> None:
    """Propose a mapping for a form, with a picture of each page on which every field has its number."""
    pdf, place = bytes_of(file, largest=LARGEST), place or Path(f"{file.stem}.toml")
    if place.exists():
        raise AlreadyThere(place)
    plate = open_form(pdf)
    drawn = pictures_of(pdf)
    place.write_text(proposal(plate.form, file.stem), encoding="utf-8")
    for number, picture in enumerate(drawn, start=1):
        place.with_name(f"{place.stem}-{number}.png").write_bytes(picture)
    err.print(
        f"{len(plate.form.fields)} fields are proposed in {place}, and numbered in {len(drawn)} pictures beside it.",
        markup=False,
    )


@forms.command("check")
def check_(name: MappingArgument, file: FormArgument) -> None:
    """Check a mapping against its form: fields that are not there, facts that nobody knows, fields left out."""
    found = check(open_form(bytes_of(file, largest=LARGEST)), mapping_named(name))
    for problem in found.problems:
        err.print(problem, markup=False)
    if found.problems:
        raise typer.Exit(1)
    if found.unmapped:
        out.print(f"{len(found.unmapped)} fields stay blank: {', '.join(found.unmapped)}.", markup=False)
    out.print("The mapping can be used.", markup=False)


@forms.command("fill")
def fill_(
    name: MappingArgument,
    file: FormArgument,
    facts: Annotated[Path, typer.Argument(help="The facts, as JSON.")],
    place: Annotated[Path, typer.Option("--out", "-o", help="The filled form to write.")],
) -> None:
    """Fill a form, make it flat, and read every value back from its pages."""
    made = fill(tie(open_form(bytes_of(file, largest=LARGEST)), mapping_named(name)), read_facts(text_bytes_of(facts)))
    place.write_bytes(made.pdf)
    if made.withheld:
        err.print(f"Left blank, because this form's readers may not see it: {', '.join(made.withheld)}.", markup=False)
    attached = f", {len(made.attachments)} attached" if made.attachments else ""
    err.print(f"{place}: {made.pages} pages{attached}.", markup=False)


def mapping_named(name: str) -> Mapping:
    """The mapping of that name, or in that file. Raises MappingBroken."""
    for each in mappings():
        if each.name == name:
            return each
    path = Path(name) if name.endswith(".toml") else ROOT / f"{name}.toml"
    if not path.exists():
        raise MappingBroken(name, "is neither a file nor the name of a mapping")
    return mapping(text_bytes_of(path), path.stem)

"""courtready templates: check, diff, publish, list, facts, accept"""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Column, Table

from cli.days import day_written
from cli.opening import office_meant, ready
from cli.options import AsJson, OneOffice
from cli.reading_files import bytes_of
from cli.speaking import out, tell_json
from cli.template_files import facts_meant, lines_meant, manifest_meant
from cli.waiting import end_unless_done, finish_batch
from documents.clinic.catalogue import tellable
from documents.clinic.difference import as_text, compared
from documents.clinic.errors import NoSuchFacts
from documents.clinic.examine import LARGEST, Looked, look_over, mended_all
from documents.clinic.marking import pictures
from documents.facts import FACTS
from documents.fidelity import accept
from documents.manifests import ROOT, template_named
from documents.template_actions import bring, publish
from documents.template_queries import built_in, shelf
from infra.clock import now
from kernel.digest import plain
from offices.queries import day_of, staff_named

templates = typer.Typer(no_args_is_help=True, help="Word templates: look them over, compare and publish them.")

STATES = sorted({folder.parent.parent.name for folder in ROOT.glob("*/*/manifest.toml")})


@templates.command()
def check(
    file: Annotated[Path, typer.Argument(help="The Word file (.docx).")],
    facts: Annotated[
        str | None, typer.Option(help="The facts that it may say; from manifest.toml beside it, or the best fit.")
    ] = None,
    places: Annotated[
        Path | None, typer.Option("--pictures", help="Folder for pictures of the pages with the places marked.")
    ] = None,
    mended: Annotated[
        Path | None, typer.Option("--mend", help="Write the file with every safe mend here; FILE itself stays.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell everything that is wrong with a template; with something that must be mended the exit status is 1."""
    word = bytes_of(file, largest=LARGEST)
    looked = look_over(word, facts_meant(file, facts))
    if places is not None:
        places.mkdir(parents=True, exist_ok=True)
        for one in pictures(looked):
            (places / f"page-{one.page}.png").write_bytes(one.png)
    if mended is not None:
        mended.write_bytes(mended_all(word, looked.facts))
    if as_json:
        told = [{"number": number} | one.told() for number, one in enumerate(looked.problems, start=1)]
        tell_json({"file": str(file), "facts": looked.facts, "problems": told, "publishable": not looked.blocking})
    else:
        _show(looked)
    if looked.blocking:
        raise typer.Exit(1)


@templates.command()
def diff(
    was: Annotated[str, typer.Argument(help="A Word file, a template (nc/fact-sheet) or a version (nc/fact-sheet@2).")],
    now_: Annotated[str, typer.Argument(metavar="NOW", help="The same for the newer one.")],
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """Tell what differs in the text of two templates: - went, + came, ~ changed within the line."""
    lines = compared(lines_meant(was, office), lines_meant(now_, office))
    if as_json:
        tell_json({"was": was, "now": now_, "lines": [str(line) for line in lines]})
        return
    out.print(as_text(lines) or "The text is the same.", markup=False, highlight=False, soft_wrap=True)


@templates.command("publish")
def publish_(
    file: Annotated[Path, typer.Argument(help="The Word file (.docx).")],
    template: Annotated[str, typer.Option(help="Which template it is, such as nc/fact-sheet.")],
    in_force: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="It is for hearings on or after this day.")],
    by: Annotated[str, typer.Option(help="E-mail address of the attorney who publishes it.")],
    note: Annotated[str, typer.Option(help="Why, for those who come after.")] = "",
    manifest: Annotated[
        Path | None, typer.Option(help="An own manifest; needed for a template that is new, with its sample.")
    ] = None,
    sample: Annotated[Path | None, typer.Option(help="Own sample facts that go with the manifest.")] = None,
    as_json: AsJson = False,
) -> None:
    """Look a template over, fill it in from its sample, and put it into use for hearings from a day on."""
    database, day = ready(), day_written(in_force, "--in-force")
    own = manifest_meant(manifest, sample)
    with database.transaction() as db:
        person = staff_named(db, by)
        today = day_of(db, person.office_id, now())
        draft, job = bring(db, template, bytes_of(file, largest=LARGEST), by=person, today=today, own=own)
        draft_id, job_id = draft.id, job.id
    end_unless_done(finish_batch(database, [job_id], "Looking it over"))
    with database.transaction() as db:
        made = publish(db, draft_id, in_force_on=day, note=note, by=person, today=today)
        told = {"template": made.template, "version": made.number, "in_force_on": made.in_force_on.isoformat()}
    if as_json:
        tell_json(told)
        return
    out.print(f"{told['template']} version {told['version']} is in force for hearings from {told['in_force_on']} on.")


@templates.command("list")
def list_(office: OneOffice = None, as_json: AsJson = False) -> None:
    """List the templates of an office with their versions, and how many papers are made with each."""
    with ready().reading() as db:
        place = office_meant(db, office)
        found = shelf(db, place.id, place.state, on=day_of(db, place.id, now()))
    rows: list[dict[str, Any]] = [
        {
            "template": one.id,
            "title": version.template.manifest.title,
            "version": version.number,
            "in_force_on": version.in_force_on,
            "in_force": version.number == one.current.number,
            "withdrawn": version.withdrawn_at is not None,
            "published_by": version.published_by,
            "note": version.note,
            "papers": version.papers,
            "approved": version.approved,
        }
        for one in found
        for version in one.versions
    ]
    if as_json:
        tell_json(plain(rows))
        return
    table = Table("Template", "Version", "For hearings from", "", "Papers", "Note")
    for row in rows:
        state = "withdrawn" if row["withdrawn"] else "in force" if row["in_force"] else ""
        table.add_row(
            row["template"], str(row["version"]), row["in_force_on"].isoformat(), state, str(row["papers"]), row["note"]
        )
    out.print(table)


@templates.command()
def facts(
    name: Annotated[str | None, typer.Argument(help="A facts type, such as FactSheet; all types if not given.")] = None,
    search: Annotated[str, typer.Option(help="Only facts whose label or tag holds these words.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the facts that a template may say, each with its tag."""
    if name is not None and name not in FACTS:
        raise NoSuchFacts(name)
    samples = {one.manifest.facts: one for state in STATES for one in built_in(state)}
    found = [
        (each, one)
        for each in ([name] if name else sorted(FACTS))
        for one in tellable(FACTS[each], samples[each].sample_facts() if each in samples else None)
        if all(word in f"{one.label} {one.tag}".lower() for word in search.lower().split())
    ]
    if as_json:
        tell_json([{"facts": each} | asdict(one) for each, one in found])
        return
    table = Table("Facts", "Label", Column("Tag", overflow="fold"), Column("Inside", overflow="fold"), "Sample")
    for each, one in found:
        table.add_row(each, one.label, one.tag, one.inside, one.sample)
    out.print(table, markup=False)


@templates.command("accept")
def accept_(
    names: Annotated[
        list[str] | None, typer.Argument(help="Templates that come with Courtready, such as nc/fact-sheet.")
    ] = None,
) -> None:
    """Keep how the samples of templates print now, so that a drift is noticed. Look at the pages first."""
    every = tuple(one for state in STATES for one in built_in(state))
    for template in [template_named(name, every) for name in names or ()] or every:
        printed = accept(template)
        lean = "its lean twin prints the same" if printed.lean else "its lean twin prints otherwise and is not used"
        fonts = ", ".join(printed.fonts)
        out.print(f"{template.manifest.id}: {len(printed.pages)} pages in {fonts}; {lean}", markup=False)


def _show(looked: Looked) -> None:
    if not looked.problems:
        out.print(f"No problem was found; the template may say the facts of {looked.facts}.", markup=False)
        return
    table = Table("No.", "Where", "What is wrong", "Mend", show_lines=True)
    for number, one in enumerate(looked.problems, start=1):
        mend = one.fix.value if one.fix else "in Word, by hand"
        table.add_row(str(number), one.where, one.words, mend if one.blocks else f"{mend} (advice)")
    out.print(table, markup=False)

"""courtready reprint"""

from dataclasses import asdict
from typing import Annotated

import typer

from cli.opening import office_meant, ready
from cli.options import AsJson, OneOffice
from cli.speaking import operator, out, tell_json
from documents.papers import revision_of_office
from documents.reprint import reprint
from infra import audit


def reprint_(
    revision: Annotated[
        int, typer.Argument(help="Number of the revision, as in the address of its page.", min=1, max=2**31 - 1)
    ],
    office: OneOffice = None,
    as_json: AsJson = False,
) -> None:
    """Print a revision once more from its kept template and facts, and compare it with the copy on file."""
    with ready().transaction() as db:
        place = office_meant(db, office)
        kept = revision_of_office(db, place.id, revision)
        audit.record(db, office_id=place.id, actor=operator(), verb="reprinted", subject=f"revision {kept.id}")
    found = reprint(kept)
    if as_json:
        tell_json(asdict(found) | {"same_text": found.same_text})
    else:
        out.print("\n".join([str(found), *found.differs]), markup=False)
    if not found.same_text:
        raise typer.Exit(1)

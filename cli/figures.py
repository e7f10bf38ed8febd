"""courtready figures"""

from typing import Annotated

import typer

from cli.days import day_meant
from cli.opening import ready
from cli.options import AsJson, AsOf
from cli.packets import AUDIENCES, Whose, office_of_hearing
from cli.speaking import operator, out, tell_json
from documents.binding import bundle_now
from documents.figures.checking import compared
from documents.figures.telling import compared_told
from infra import audit


def figures(
    hearing: Annotated[int, typer.Argument(help="Hearing, as `courtready prepare` lists it.", min=1, max=2**31 - 1)],
    audience: Annotated[Whose, typer.Option(help="For whom the packet is.")] = Whose.ATTORNEY,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Compare the figures of a packet's papers and exhibits; status 1 where one is not the same everywhere."""
    to = AUDIENCES[audience]
    with ready().transaction() as db:
        office_id = office_of_hearing(db, hearing)
        day = day_meant(as_of, db, office_id)
        of = bundle_now(db, office_id, hearing, as_of=day, audience=to)
        audit.record(
            db, office_id=office_id, actor=operator(), verb="compared figures of", subject=f"hearing {hearing}"
        )
    found = compared(of.bundle)
    if as_json:
        tell_json({"hearing": hearing, "audience": to.value, **compared_told(found)})
    else:
        for one in found.differences:
            out.print(f"{'' if one.stops else 'Worth knowing: '}{one}", markup=False)
        words = f"{found.documents} documents, {found.figures} figures, {found.shared} told more than once"
        out.print(f"{words}; {len(found.stopping)} not the same everywhere.", markup=False)
    if found.stopping:
        raise typer.Exit(1)

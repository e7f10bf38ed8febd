"""One figure everywhere: what differs between the documents of a packet."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.desk.people import Office
from api.figures import figures_compared
from api.pages import page
from api.patterns import Id
from documents.queries import prepared
from infra.db import database
from kernel.disclosure import Audience

router = APIRouter()


@router.get("/hearings/{hearing_id:int}/figures")
def show_figures(
    request: Request, visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL
) -> Response:
    """Every figure that is not the same everywhere in the packet, with both places and what to do."""
    found = figures_compared(visitor, hearing_id, audience)
    with database().reading() as db:
        one = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
    return page(
        request, visitor, "figures.html", one=one, hearing=one.matter.hearing, tab="figures", found=found,
        audience=audience,
    )  # fmt: skip

"""The figures of a packet."""

from fastapi import APIRouter

from api.figures import figures_compared
from api.patterns import Id
from api.v1.people import Office
from api.v1.told.figures import ComparedTold
from documents.figures.telling import compared_told
from kernel.disclosure import Audience

router = APIRouter(prefix="/hearings/{hearing_id:int}", tags=["Packets"])


@router.get("/figures")
def compare(visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL) -> ComparedTold:
    """What would go into the packet now, with every figure that is not the same everywhere and both of its places."""
    told = compared_told(figures_compared(visitor, hearing_id, audience))
    return ComparedTold.model_validate({"hearing": hearing_id, "audience": audience.value, **told})

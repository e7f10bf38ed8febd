"""The figures of a packet, compared for a visitor and audited."""

from api.looking import looking_at
from api.visitor import Visitor
from documents.binding import bundle_now
from documents.figures.checking import compared
from documents.figures.facts import Compared
from kernel.disclosure import Audience


def figures_compared(visitor: Visitor, hearing_id: int, audience: Audience) -> Compared:
    """What would go into the packet of a hearing now, compared. Raises NoSuchHearing or FiguresUnknown."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="compared figures of") as db:
        of = bundle_now(db, visitor.office_id, hearing_id, as_of=visitor.today, audience=audience)
    return compared(of.bundle)

"""Gathers the notice of motion and its declaration."""

from cases.errors import NoOrder
from documents.facts import NamedChild
from documents.facts.california import Modification, NoticeOfMotion
from documents.gather import people, run, support
from documents.gather.california.heading import amounts_for_court, filing, for_court
from documents.gather.matter import Matter
from kernel.money import Money
from kernel.traced import Traced

ESTABLISHMENT, MODIFICATION = "establishment", "modification"
PURPOSES = {
    ESTABLISHMENT: "for judgment of parentage and support",
    MODIFICATION: "to modify child support",
    "review": "for review of the support order",
    "registration": "to confirm a registered support order",
    "contempt": "to enforce the support order",
}
ANY_PURPOSE = "for an order about support"


def notice_of_motion(of: Matter) -> NoticeOfMotion:
    """What is asked and on what grounds. Raises NoOrder where there is no order to move about."""
    orders = support.orders(of.record, of.as_of)
    if not orders and of.kind.kind != ESTABLISHMENT:
        raise NoOrder(of.record.case_no)
    return NoticeOfMotion(
        **filing(of),
        obligor=people.party(of.record, "obligor").name,
        obligee=people.party(of.record, "obligee").name,
        children=tuple(NamedChild(name=child.name) for child in people.children(of.record, of.hearing.on)),
        purpose=Traced(PURPOSES.get(of.kind.kind, ANY_PURPOSE), of.hearing.trace),
        judgment=Traced(of.kind.kind == ESTABLISHMENT, of.hearing.trace),
        order=orders[:1],
        arrears=support.arrears(of.record, of.as_of),
        modification=(_modification(of),) if of.kind.kind == MODIFICATION else (),
        **for_court(of, "pleaded_relief", "pleaded_facts"),
    )


def _modification(of: Matter) -> Modification:
    return Modification(
        **for_court(of, "pleaded_change", "guideline_run"),
        proposed_support=_proposed(of),
    )


def _proposed(of: Matter) -> Traced[Money | None]:
    """What the agency asks for: what somebody wrote, or else the guideline amount of the run."""
    written: Traced[Money | None] = amounts_for_court(of, "proposed_support")["proposed_support"]
    return written if written.value is not None else run.amount(of)

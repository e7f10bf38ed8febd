"""A protection flag that comes after a paper was made keeps that paper out of every packet."""

from sqlalchemy import update

from cases.tables import Participant
from documents.packet.contents import BoundPart, bundle_of
from documents.packet.recipes import recipe_for, recipes
from documents.queries import prepared
from kernel.disclosure import Audience
from tests.filings.conftest import TODAY, County


def parts(county: County) -> dict[str, BoundPart]:
    """What the packet of the show-cause hearing would hold, by the label of the part."""
    with county.database.reading() as db:
        one = prepared(db, county.agent.office_id, county.show_cause, as_of=TODAY)
    bundle = bundle_of(one, recipe_for(one.matter.kind, Audience.INTERNAL, recipes("nc")))
    return {part.label: part for part in bundle.parts}


def test_an_out_of_date_paper_that_tells_what_is_protected_now_is_a_placeholder(county: County) -> None:
    before = parts(county)
    with county.database.transaction() as db:
        db.execute(update(Participant).values(family_violence=True))
    after = parts(county)
    assert all(part.sha for part in before.values())
    assert after["1"].title == "Fact sheet"
    assert after["1"].problem == "It tells what has been protected since; prepare it again."
    assert {label for label, part in after.items() if part.sha is None} == {"1"}

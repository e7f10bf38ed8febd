"""The made-up county: its court sessions prepared as the demo does it, and the packets as they would be bound."""

from collections.abc import Iterator

from cli.demo import DEMO_DAY, OFFICE, SAMPLE
from cli.preparing import prepare_papers
from documents.binding.bundles import bundles_now
from documents.packet.contents import Bundle
from hearings.actions import import_extract
from hearings.queries import sessions
from infra.clock import now
from infra.db import Database
from offices.actions import open_office
from offices.seeds import seed_for


def packets(database: Database, hearings: int) -> Iterator[Bundle]:
    """The attorney's packets of so many hearings, session by session; each session is prepared when it is reached."""
    database.migrate()
    with database.transaction() as db:
        office = open_office(db, OFFICE, state="NC", new_settings=seed_for(OFFICE))
        import_extract(db, office, SAMPLE, mapping="nc-acts", by="planting", now=now())
        office_id, ids = office.id, [one.id for one in sessions(db, office.id)]
    left = hearings
    for session in ids:
        if left > 0:
            prepare_papers(database, session, DEMO_DAY)
            with database.reading() as db:
                found = bundles_now(db, office_id, session, as_of=DEMO_DAY)[:left]
            left -= len(found)
            yield from (one.bundle for one in found)

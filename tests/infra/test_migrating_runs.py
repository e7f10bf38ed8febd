"""What the fifteenth migration makes of guideline runs that were made before it."""

from alembic import command

from cases.guideline.facts import Run
from cases.guideline.queries import guideline_run
from cases.guideline.tables import GuidelineRun
from infra.db import Database
from infra.migrate import _settings
from kernel.digest import digest
from kernel.money import Money
from offices.actions import open_office
from offices.facts import OfficeSettings
from tests.county import DAY, NOON

TOLD = {"asked": {"children": 1}, "traces": {}, "told": {"amount": 96_091}}


def test_a_run_made_before_its_children_were_kept_says_none_and_still_fits_its_digest(empty: Database) -> None:
    empty.migrate()
    with empty.transaction() as db:
        office = open_office(db, "An office", state="NC", new_settings=OfficeSettings(county="Any")).id
        row = GuidelineRun(
            **TOLD, office_id=office, case_no="1", number=1, state="nc", on=DAY, payer="obligor", amount=Money(96_091),
            schedule_digest="s", pack="p", verified=False, remark="", digest=digest(TOLD), made_by="Avery Agent",
            made_at=NOON, children=[], left_out=[],
        )  # fmt: skip
        db.add(row)
    before = _read(empty)
    with empty.writer.connect() as connection:
        settings = _settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0014")
    empty.migrate()
    after = _read(empty)
    assert (after, after.children, after.left_out) == (before, (), ())


def _read(opened: Database) -> Run:
    with opened.reading() as db:
        return guideline_run(db, 1, "1", 1)

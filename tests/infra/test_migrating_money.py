"""What the fourteenth migration makes of entries that were made before it."""


from alembic import command
from sqlalchemy import select

from cases.money.tables import InterestJudgment, SuspensionEntry
from cases.tables import Participant
from infra.db import Database
from infra.migrate import _settings
from kernel.digest import sha256
from tests.cases.money_desk import AGENT, CASE, DAY, NOW, opened, person

TOLD = {"office_id": 1, "case_no": CASE, "content": "-", "source": "test", "source_record": "-", "retrieved_at": NOW}


def once_more(of: Database) -> None:
    """Back to the version before, and up again."""
    with of.writer.connect() as connection:
        settings = _settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0013")
    of.migrate()


def test_an_entry_for_one_of_several_children_no_longer_suspends_the_whole_order_and_all_others_do(
    empty: Database,
) -> None:
    empty.migrate()
    opened(empty)
    with empty.transaction() as db:
        author = person(db, AGENT).id
        for number in ("1", "2"):
            db.add(Participant(**TOLD, source_key=number, mpi_no=number, role="child", name="A Child",
                               family_violence=False, protective_order=False))  # fmt: skip
        for cause in ("death of the child", "child with obligor", "incarceration", "death of the obligor"):
            db.add(SuspensionEntry(**TOLD, source_key=cause, cause=cause, began_on=DAY, proof="p", author_id=author))
    once_more(empty)
    with empty.reading() as db:
        found = {one.cause: (one.whole_order, one.children, one.portion) for one in db.scalars(select(SuspensionEntry))}
    assert found == {
        "death of the child": (False, [], None), "child with obligor": (False, [], None),
        "incarceration": (True, [], None), "death of the obligor": (True, [], None),
    }  # fmt: skip


def test_an_entry_for_the_only_child_stays_one_of_the_whole_order_and_a_judgment_is_named_by_its_paper(
    empty: Database,
) -> None:
    empty.migrate()
    opened(empty)
    with empty.transaction() as db:
        author = person(db, AGENT).id
        db.add(Participant(**TOLD, source_key="1", mpi_no="1", role="child", name="A Child", family_violence=False,
                           protective_order=False))  # fmt: skip
        db.add(SuspensionEntry(**TOLD, source_key="s", cause="death of the child", began_on=DAY, proof="p",
                               author_id=author))  # fmt: skip
        db.add(InterestJudgment(**TOLD, source_key=f"interest judgment|{CASE}|2026-01-05", entered_on=DAY, rate="0.08",
                                runs_from=DAY, proof="file 1, page 2", author_id=author))  # fmt: skip
    once_more(empty)
    with empty.reading() as db:
        assert db.scalars(select(SuspensionEntry)).one().whole_order is True
        judgment = db.scalars(select(InterestJudgment)).one()
    assert judgment.source_key == f"interest judgment|{CASE}|2026-01-05|{sha256(b'file 1, page 2')[:24]}"
    assert judgment.principal is None

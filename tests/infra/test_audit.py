"""The audit trail is chained for each office, kept in the transaction it tells about, and anchored outside."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from infra.audit import Audit, record, verify
from infra.db import Database

GUARDS = {
    "sqlite": ("DROP TRIGGER audit_never_updated", "DROP TRIGGER audit_never_deleted"),
    "postgresql": ("DROP TRIGGER audit_kept ON audit",),
}


def _read_a_case(db: Database, number: int, office_id: int = 1) -> None:
    with db.transaction() as session:
        record(session, office_id=office_id, actor="agent", verb="read", subject=f"case {number}")


def _tamper(db: Database, statement: str) -> None:
    with db.transaction() as session:
        for guard in GUARDS[db.writer.dialect.name]:
            session.execute(text(guard))
        session.execute(text(statement))


def test_a_whole_chain_is_found_whole(db: Database) -> None:
    for number in range(5):
        _read_a_case(db, number)
    with db.reading() as session:
        verdict = verify(session, 1)
    assert (verdict.ok, verdict.rows) == (True, 5)


def test_each_office_has_its_own_chain(db: Database) -> None:
    _read_a_case(db, 1, office_id=1)
    _read_a_case(db, 2, office_id=2)
    _read_a_case(db, 3, office_id=1)
    with db.reading() as session:
        assert [verify(session, office).rows for office in (1, 2, 3)] == [2, 1, 0]


def test_no_audit_row_without_the_change_and_no_change_without_the_audit_row(db: Database) -> None:
    def record_and_fail() -> None:
        with db.transaction() as session:
            record(session, office_id=1, actor="agent", verb="read", subject="case 1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        record_and_fail()
    _read_a_case(db, 2)
    with db.reading() as session:
        assert session.scalars(select(Audit.subject)).all() == ["case 2"]
        assert verify(session, 1).ok


def test_what_was_read_in_a_part_that_was_taken_back_was_read_all_the_same(db: Database) -> None:
    with db.transaction() as session:
        record(session, office_id=1, actor="agent", verb="import", subject="PAYMENTS.csv")
        with session.begin_nested() as part:
            record(session, office_id=1, actor="agent", verb="read", subject="case 1")
            part.rollback()
    with db.reading() as session:
        assert session.scalars(select(Audit.subject).order_by(Audit.seq)).all() == ["PAYMENTS.csv", "case 1"]


def test_writers_at_the_same_time_share_one_chain(db: Database) -> None:
    writers = [threading.Thread(target=lambda: [_read_a_case(db, number) for number in range(10)]) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with db.reading() as session:
        verdict = verify(session, 1)
    assert (verdict.ok, verdict.rows) == (True, 40)


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_an_audit_row(db: Database, statement: str) -> None:
    _read_a_case(db, 1)
    with pytest.raises(DBAPIError, match="never changed"), db.transaction() as session:
        session.execute(text(statement))


@pytest.mark.parametrize("column", ["actor", "verb", "subject", "detail", "hash", "prev"])
def test_a_changed_row_is_named(db: Database, column: str) -> None:
    for number in range(4):
        _read_a_case(db, number)
    _tamper(db, f"UPDATE audit SET {column} = 'somebody else' WHERE seq = 3")
    with db.reading() as session:
        verdict = verify(session, 1)
    assert (verdict.ok, verdict.broken_at, verdict.words) == (False, 3, "Audit row 3 was changed.")


def test_a_row_taken_out_of_the_middle_is_named(db: Database) -> None:
    for number in range(4):
        _read_a_case(db, number)
    _tamper(db, "DELETE FROM audit WHERE seq = 2")
    with db.reading() as session:
        assert verify(session, 1).words == "Audit row 2 is missing."


def test_rows_cut_off_at_the_end_are_missed_because_the_head_is_anchored_outside(db: Database) -> None:
    for number in range(4):
        _read_a_case(db, number)
    _tamper(db, "DELETE FROM audit WHERE seq > 2")
    with db.reading() as session:
        assert verify(session, 1).words == "Audit rows 3 to 4 were cut off."


def test_a_chain_that_was_written_anew_does_not_meet_its_anchor(db: Database) -> None:
    for number in range(3):
        _read_a_case(db, number)
    _tamper(db, "DELETE FROM audit")
    for number in range(10, 13):
        _read_a_case(db, number)
    with db.reading() as session:
        verdict = verify(session, 1)
    assert (verdict.ok, verdict.words) == (False, "The chain was written anew up to row 3.")


def test_the_anchor_names_no_person_and_no_case(sqlite: Database, data: Path) -> None:
    _read_a_case(sqlite, 1)
    anchor = (data / "audit-anchors" / "office-1.json").read_text()
    with sqlite.reading() as session:
        assert anchor == f'{{"seq": 1, "hash": "{session.scalars(select(Audit.hash)).one()}"}}'

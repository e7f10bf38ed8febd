"""Two clerks who decide at the same instant: one answer stands, on each database."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from documents.tables import Document, Revision
from filings import actions
from filings.errors import NotThatMove
from filings.manifest import Court, Docket, Item, Manifest, NamedParty
from filings.moves import move
from filings.queries import receipt_value
from filings.states import Verb
from filings.tables import Envelope, Filing, Receipt
from hearings.tables import CourtSession, Hearing, Setting
from infra.audit import Audit
from infra.blobs import blobs
from infra.db import Database
from kernel.refusals import Refused
from offices.actions import open_office
from offices.facts import OfficeSettings, Person, Role

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
ANN = Person(1, 1, "Ann First", "ann@example.gov", Role.CLERK)
BEN = Person(2, 1, "Ben Second", "ben@example.gov", Role.CLERK)


class Interrupted(Exception):
    """Something else in the transaction went wrong."""


@pytest.fixture
def received(db: Database, drawn: Callable[..., bytes]) -> int:
    """An envelope that a clerk has opened."""
    sha = blobs().put(drawn("A motion."))
    item = Item(
        kind="payment-history", title="Payment History", audience="court", code="EXHB", code_name="Exhibit",
        code_verified=True, revision_id=1, file_name="history.pdf", pages=1, sha256=sha,
    )  # fmt: skip
    held = Manifest(
        Court("North Carolina", "Mecklenburg", "District Court Division"), Docket("22 CVD 1", "22CVD000001-590"),
        "7000000001", (NamedParty("COUNTY", "plaintiff"),), "HREV", "Review", date(2026, 12, 8), item, (),
    )  # fmt: skip
    step = {"submitted_by": "agent:a", "submitted_by_name": "A", "submitted_at": AT}
    with db.transaction() as session:
        office = open_office(session, "One", state="NC", new_settings=OfficeSettings(county="Mecklenburg"))
        court = CourtSession(office_id=office.id, on=date(2026, 12, 8), courthouse="Courthouse")
        hearing = Hearing(office_id=office.id, case_no="7000000001", docket="22 CVD 1", code="HREV", listing_key="one")
        session.add_all([court, hearing])
        session.flush()
        session.add(Setting(hearing_id=hearing.id, court_session_id=court.id, at=time(9)))
        document = Document(office_id=office.id, hearing_id=hearing.id, kind=item.kind)
        session.add(document)
        session.flush()
        revision = _revision(office.id, document.id, sha)
        envelope = Envelope(
            office_id=office.id, hearing_id=hearing.id, digest="d" * 64, manifest=held.told(), state="received",
            assembled_by="agent:a", assembled_by_name="A", assembled_at=AT, received_by="clerk:a",
            received_by_name="A", received_at=AT, **step,
        )  # fmt: skip
        session.add_all([revision, envelope])
        session.flush()
        session.add(
            Filing(office_id=office.id, envelope_id=envelope.id, position=1, revision_id=revision.id, pdf_sha=sha)
        )
        return envelope.id


def _revision(office_id: int, document_id: int, sha: str) -> Revision:
    return Revision(
        office_id=office_id, document_id=document_id, number=1, title="Payment History", audience="court",
        file_name="history", as_of=date(2026, 11, 20), template="nc/payment-history", template_digest="t" * 64,
        facts_digest="f" * 64, substance_digest="s" * 64, facts_sha=sha, word_sha=sha, pdf_sha=sha, pages=1, gaps=[],
        state="approved", made_by="agent:a", made_at=AT,
    )  # fmt: skip


def _at_once(db: Database, first: Callable[[Session], object], second: Callable[[Session], object]) -> list[object]:
    """What comes of the second act, begun while the first is done but not yet committed."""
    came: list[object] = []

    def act() -> None:
        try:
            with db.transaction() as session:
                came.append(second(session))
        except Refused as why:
            came.append(str(why))

    other = threading.Thread(target=act)
    with db.transaction() as session:
        first(session)
        other.start()
        other.join(0.5)
        assert other.is_alive(), "it did not wait"
    other.join(30)
    return came


def test_of_two_clerks_who_decide_at_once_one_is_refused_and_one_answer_stands(db: Database, received: int) -> None:
    came = _at_once(
        db,
        lambda session: actions.accept(session, received, by=ANN),
        lambda session: actions.reject(session, received, reason_code="other", words="No.", by=BEN),
    )
    assert came == ["Envelope E-000001 was already accepted by Ann First."]
    with db.reading() as session:
        answers = [(one.outcome, one.by) for one in session.scalars(select(Receipt))]
        state = session.scalar(select(Envelope.state).where(Envelope.id == received))
    assert (answers, state) == ([("accepted", ANN.actor)], "accepted")


def test_a_clerk_who_clicks_twice_at_once_accepts_once(db: Database, received: int) -> None:
    came = _at_once(
        db,
        lambda session: actions.accept(session, received, by=ANN),
        lambda session: actions.accept(session, received, by=ANN),
    )
    with db.reading() as session:
        (receipt,) = session.scalars(select(Receipt))
        assert came == [receipt_value(receipt)]
        assert len(session.scalars(select(Audit).where(Audit.verb == "accept envelope")).all()) == 1


def test_an_envelope_moves_only_from_the_state_that_was_seen(db: Database, received: int) -> None:
    with db.transaction() as session:
        row = session.get_one(Envelope, received)
        session.execute(update(Envelope).values(state="accepted").execution_options(synchronize_session=False))
        assert row.state == "received"
        with pytest.raises(NotThatMove):
            move(session, row, Verb.REJECT, BEN)
    with db.reading() as session:
        assert session.get_one(Envelope, received).state == "accepted"


def test_a_decision_that_fails_half_way_leaves_nothing_behind(db: Database, received: int) -> None:
    def fail() -> None:
        with db.transaction() as session:
            actions.accept(session, received, by=ANN)
            raise Interrupted

    with pytest.raises(Interrupted):
        fail()
    with db.reading() as session:
        assert session.scalars(select(Receipt)).all() == []
        assert session.scalars(select(Filing.stamped_sha)).all() == [None]
        assert session.scalars(select(Envelope.state)).all() == ["received"]

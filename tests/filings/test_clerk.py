"""The clerk's desk: what a clerk sees, how an envelope is answered, and how the answer reaches the agent."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.reading import page_texts
from filings import actions, queries
from filings.errors import (
    AlreadyDecided,
    NoStampedCopy,
    NoSuchEnvelope,
    NoSuchFiling,
    NoSuchReason,
    NotThatMove,
    WordsNeeded,
)
from filings.facts import Envelope, Outcome, Receipt, RejectReason
from filings.states import State
from hearings.facts import Gap
from infra.audit import Audit, verify
from infra.blobs import blobs
from kernel.legal_text import NotLegalText
from kernel.refusals import Missing
from offices.errors import NotYourRole
from offices.facts import Person
from tests.filings.conftest import TODAY, County

Do = Callable[[Session], object]


@pytest.fixture
def draft(county: County) -> Envelope:
    """A draft of approved papers."""
    county.approve(county.show_cause)
    return _assemble(county)


@pytest.fixture
def sent(county: County, draft: Envelope) -> Envelope:
    """The same envelope, submitted."""
    with county.database.transaction() as db:
        return actions.submit(db, draft.id, by=county.agent, today=TODAY)


@pytest.fixture
def opened(county: County, sent: Envelope) -> Envelope:
    """The same envelope, received by the clerk."""
    with county.database.transaction() as db:
        return actions.receive(db, sent.id, by=county.clerk)


def _assemble(county: County) -> Envelope:
    with county.database.transaction() as db:
        return actions.assemble(db, county.show_cause, by=county.agent, today=TODAY)


def _accept(county: County, envelope: Envelope, by: Person | None = None) -> Receipt:
    with county.database.transaction() as db:
        return actions.accept(db, envelope.id, by=by or county.clerk)


def _reject(
    county: County, envelope: Envelope, *, code: str = "case-number", words: str = "The file is 22 CVD 12432.",
    by: Person | None = None,
) -> Receipt:  # fmt: skip
    with county.database.transaction() as db:
        return actions.reject(db, envelope.id, reason_code=code, words=words, by=by or county.clerk)


def _now(county: County, envelope: Envelope) -> Envelope:
    with county.database.reading() as db:
        return queries.envelope(db, 1, envelope.id)


def _gaps(county: County) -> list[Gap]:
    with county.database.reading() as db:
        return queries.filing_gaps(db, 1, county.show_cause, TODAY)


def _read(county: County, filing_id: int, by: Person, *, with_stamp: bool = False) -> bytes:
    with county.database.transaction() as db:
        return actions.open_filing(db, filing_id, by=by, with_stamp=with_stamp).pdf


def _steps(county: County) -> list[tuple[str, str]]:
    with county.database.reading() as db:
        asked = select(Audit.actor, Audit.verb).where(Audit.office_id == 1, Audit.subject.startswith("envelope"))
        return [(row.actor.partition(":")[0], row.verb) for row in db.execute(asked.order_by(Audit.seq))]


def test_the_inbox_holds_what_was_submitted_and_not_yet_answered(county: County, draft: Envelope) -> None:
    def inbox() -> list[int]:
        with county.database.reading() as db:
            return [one.id for one in queries.inbox(db, 1)]

    assert inbox() == []
    with county.database.transaction() as db:
        actions.submit(db, draft.id, by=county.agent, today=TODAY)
    assert inbox() == [draft.id]
    with county.database.transaction() as db:
        actions.receive(db, draft.id, by=county.clerk)
    assert inbox() == [draft.id]
    _accept(county, draft)
    assert inbox() == []
    with county.database.reading() as db:
        assert [one.id for one in queries.answered(db, 1)] == [draft.id]


def test_a_draft_and_its_documents_do_not_exist_for_a_clerk(county: County, draft: Envelope) -> None:
    with county.database.reading() as db:
        assert queries.envelope_seen_by(db, county.agent, draft.id) == draft
        with pytest.raises(NoSuchEnvelope):
            queries.envelope_seen_by(db, county.clerk, draft.id)
    assert _read(county, draft.filings[0].id, county.agent).startswith(b"%PDF")
    with pytest.raises(NoSuchFiling):
        _read(county, draft.filings[0].id, county.clerk)


@pytest.mark.parametrize("verb", ["receive", "accept", "reject"])
def test_a_clerk_cannot_act_on_a_draft_because_it_does_not_exist(county: County, draft: Envelope, verb: str) -> None:
    acts: dict[str, Do] = {
        "receive": lambda db: actions.receive(db, draft.id, by=county.clerk),
        "accept": lambda db: actions.accept(db, draft.id, by=county.clerk),
        "reject": lambda db: actions.reject(db, draft.id, reason_code="other", words="No.", by=county.clerk),
    }
    with pytest.raises(Missing), county.database.transaction() as db:
        acts[verb](db)
    assert _now(county, draft) == draft


@pytest.mark.parametrize("verb", ["receive", "accept", "reject"])
@pytest.mark.parametrize("role", ["agent", "attorney"])
def test_only_a_clerk_receives_accepts_and_rejects(county: County, opened: Envelope, verb: str, role: str) -> None:
    by: Person = getattr(county, role)
    acts: dict[str, Do] = {
        "receive": lambda db: actions.receive(db, opened.id, by=by),
        "accept": lambda db: actions.accept(db, opened.id, by=by),
        "reject": lambda db: actions.reject(db, opened.id, reason_code="other", words="No.", by=by),
    }
    with pytest.raises(NotYourRole), county.database.transaction() as db:
        acts[verb](db)


def test_an_envelope_is_received_once_and_names_the_clerk_who_opened_it(county: County, sent: Envelope) -> None:
    with county.database.transaction() as db:
        first = actions.receive(db, sent.id, by=county.clerk)
        assert actions.receive(db, sent.id, by=county.second_clerk) == first
    assert first.received is not None
    assert (first.state, first.received.name) == (State.RECEIVED, "Riley Clerk")
    assert _steps(county).count(("clerk", "receive envelope")) == 1


def test_an_envelope_is_answered_only_after_it_was_opened(county: County, sent: Envelope) -> None:
    with pytest.raises(NotThatMove):
        _accept(county, sent)
    with pytest.raises(NotThatMove):
        _reject(county, sent)
    assert _now(county, sent) == sent


def test_accepting_stamps_the_first_page_of_each_document_beside_the_untouched_original(
    county: County, opened: Envelope
) -> None:
    receipt = _accept(county, opened)
    accepted = _now(county, opened)
    assert (accepted.state, accepted.receipt) == (State.ACCEPTED, receipt)
    assert (receipt.outcome, receipt.decided.by) == (Outcome.ACCEPTED, county.clerk.actor)
    assert len(accepted.filings) == 2
    for filing in accepted.filings:
        original = _read(county, filing.id, county.agent)
        stamped = _read(county, filing.id, county.agent, with_stamp=True)
        assert original == blobs().get(filing.pdf_sha)
        assert stamped.startswith(original)
        before, after = page_texts(original), page_texts(stamped)
        for words in ("FILED", "Mecklenburg County", f"Envelope {opened.number} · Clerk RC"):
            assert words in after[0]
        assert "FILED" not in before[0]
        assert after[1:] == before[1:]


def test_before_acceptance_there_is_no_stamped_copy(county: County, opened: Envelope) -> None:
    with pytest.raises(NoStampedCopy):
        _read(county, opened.filings[0].id, county.clerk, with_stamp=True)


def test_a_second_click_on_accept_gives_the_same_receipt_and_the_same_stamps(county: County, opened: Envelope) -> None:
    first = _accept(county, opened)
    stamps = [filing.stamped_sha for filing in _now(county, opened).filings]
    assert _accept(county, opened) == first
    assert [filing.stamped_sha for filing in _now(county, opened).filings] == stamps
    assert _steps(county).count(("clerk", "accept envelope")) == 1


def test_a_second_click_on_reject_gives_the_same_receipt(county: County, opened: Envelope) -> None:
    assert _reject(county, opened) == _reject(county, opened)
    assert _steps(county).count(("clerk", "reject envelope")) == 1


def test_what_one_clerk_decided_no_clerk_decides_again(county: County, opened: Envelope) -> None:
    receipt = _accept(county, opened)
    with pytest.raises(AlreadyDecided, match="was already accepted by Riley Clerk"):
        _accept(county, opened, by=county.second_clerk)
    with pytest.raises(AlreadyDecided):
        _reject(county, opened)
    assert _now(county, opened).receipt == receipt


@pytest.mark.parametrize(
    ("code", "words", "refusal"),
    [
        ("other", "", WordsNeeded),
        ("other", " \n ", WordsNeeded),
        ("because", "It is wrong.", NoSuchReason),
        ("other", "bell \a", NotLegalText),
        ("other", "x" * 2001, NotLegalText),
    ],
)
def test_a_rejection_needs_a_known_reason_and_words(
    county: County, opened: Envelope, code: str, words: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        _reject(county, opened, code=code, words=words)
    assert _now(county, opened) == opened


def test_the_words_of_a_rejection_are_kept_as_they_were_said(county: County, opened: Envelope) -> None:
    receipt = _reject(county, opened, words="Smith & Sons <Concrete>\nis no party.")
    assert (receipt.reason, receipt.words) == (RejectReason.CASE_NUMBER, "Smith & Sons <Concrete>\nis no party.")
    assert _now(county, opened).receipt == receipt
    assert [filing.stamped_sha for filing in _now(county, opened).filings] == [None, None]


def test_a_rejection_goes_back_to_the_agent_and_a_new_envelope_names_the_one_it_replaces(
    county: County, opened: Envelope
) -> None:
    _reject(county, opened)
    reason = f"Envelope {opened.number}, Riley Clerk: The file number is wrong or missing. The file is 22 CVD 12432."
    assert _gaps(county) == [Gap("The clerk rejected the filing", f"{reason} The hearing is in 18 days.", "agent")]

    anew = _assemble(county)
    assert (anew.replaces, anew.manifest, anew.state) == (opened.id, opened.manifest, State.DRAFT)
    assert anew.id != opened.id
    assert _assemble(county) == anew
    told = f"{reason} Envelope {anew.number}, which replaces it, is a draft. The hearing is in 18 days."
    assert _gaps(county) == [Gap("The clerk rejected the filing", told, "agent")]

    with county.database.transaction() as db:
        actions.submit(db, anew.id, by=county.agent, today=TODAY)
        actions.receive(db, anew.id, by=county.second_clerk)
    told = f"Envelope {anew.number} waits for the clerk. The hearing is in 18 days."
    assert _gaps(county) == [Gap("The clerk has not answered", told, "clerk")]
    _accept(county, anew, by=county.second_clerk)
    assert _gaps(county) == []
    with county.database.reading() as db:
        answers = queries.receipts(db, 1, county.show_cause)
    assert [one.outcome for one in answers] == [Outcome.ACCEPTED, Outcome.REJECTED]


def test_a_rejected_envelope_itself_is_never_submitted_again(county: County, opened: Envelope) -> None:
    _reject(county, opened)
    with pytest.raises(NotThatMove), county.database.transaction() as db:
        actions.submit(db, opened.id, by=county.agent, today=TODAY)


def test_after_acceptance_the_same_papers_are_the_filed_envelope_and_not_a_second_filing(
    county: County, opened: Envelope
) -> None:
    _accept(county, opened)
    assert _assemble(county) == _now(county, opened)


def test_a_hearing_for_which_nothing_was_assembled_has_no_filing_gap_and_a_draft_is_one(county: County) -> None:
    assert _gaps(county) == []
    draft = _assemble(county)
    assert _gaps(county) == [
        Gap("The envelope is not submitted", f"Envelope {draft.number} is a draft. The hearing is in 18 days.", "agent")
    ]


def test_every_step_leaves_one_audit_row_and_the_chain_holds(county: County, opened: Envelope) -> None:
    _reject(county, opened)
    anew = _assemble(county)
    with county.database.transaction() as db:
        actions.submit(db, anew.id, by=county.attorney, today=TODAY)
    _read(county, anew.filings[1].id, county.clerk)
    assert _steps(county) == [
        ("agent", "assemble envelope"), ("agent", "submit envelope"), ("clerk", "receive envelope"),
        ("clerk", "reject envelope"), ("agent", "assemble envelope"), ("attorney", "submit envelope"),
    ]  # fmt: skip
    with county.database.reading() as db:
        read = db.scalars(select(Audit).where(Audit.verb == "read filing")).one()
        assert verify(db, 1).ok
    assert (read.actor, read.subject) == (county.clerk.actor, f"filing {anew.filings[1].id}")
    assert read.detail == f"pdf {anew.filings[1].pdf_sha}"

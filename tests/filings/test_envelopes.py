"""An envelope holds a hearing's court papers, goes out once, and only when nothing stands against it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.actions import post_payment
from cases.queries import case_record
from cases.tables import Address, Participant
from documents import actions as review
from documents.papers import current_revision
from documents.tables import Decision, Document, Revision
from filings import actions, queries
from filings.errors import Blocked, NoSuchEnvelope, NothingToFile, WithClerk
from filings.facts import Envelope, Finding
from filings.manifest import Court, Docket, Item, NamedParty, manifest
from filings.states import State
from hearings.errors import NoSuchHearing
from hearings.queries import hearing, hearings_of_session
from infra.audit import Audit
from infra.clock import now
from infra.config import config
from kernel.money import Money
from kernel.refusals import Missing, Unavailable
from offices.errors import NotYourRole
from tests.filings.conftest import TODAY, County

MOTION, HISTORY = "motion-and-order-to-show-cause", "payment-history"
UNVERIFIED = Finding(
    "Unverified filing code", "Nobody has confirmed with the clerk's office: filing code EXHB, MOSC.", blocks=False
)


def _assemble(county: County, hearing_id: int | None = None) -> Envelope:
    with county.database.transaction() as db:
        return actions.assemble(db, hearing_id or county.show_cause, by=county.agent, today=TODAY)


def _submit(county: County, envelope: Envelope) -> Envelope:
    with county.database.transaction() as db:
        return actions.submit(db, envelope.id, by=county.agent, today=TODAY)


def _findings(county: County, envelope: Envelope) -> tuple[Finding, ...]:
    with county.database.reading() as db:
        return queries.prechecks(db, envelope, today=TODAY)


def _told(county: County, verb: str) -> list[str]:
    with county.database.reading() as db:
        return list(db.scalars(select(Audit.subject).where(Audit.office_id == 1, Audit.verb == verb)))


def _revision(db: Session, county: County, kind: str) -> Revision:
    found = current_revision(db, county.show_cause, kind)
    assert found is not None
    return found


def _made_anew(county: County, kind: str) -> None:
    """Another revision of a paper takes the current one's place."""
    with county.database.transaction() as db:
        old = _revision(db, county, kind)
        values: dict[str, Any] = {column.key: getattr(old, column.key) for column in Revision.__mapper__.column_attrs}
        new = Revision(**values | {"id": None, "number": old.number + 1, "facts_digest": "f" * 64})
        db.add(new)
        db.flush()
        db.get_one(Document, old.document_id).current_id = new.id


def test_a_show_cause_envelope_is_led_by_the_motion_with_the_payment_history_attached(county: County) -> None:
    envelope = _assemble(county)
    with county.database.reading() as db:
        listed = hearing(db, 1, county.show_cause)
        motion, history = _revision(db, county, MOTION), _revision(db, county, HISTORY)
    said = envelope.manifest
    assert said.court == Court("North Carolina", "Mecklenburg", "District Court Division")
    assert said.docket == Docket("22 CVD 12423", "22CVD012423-590")
    assert said.parties == (
        NamedParty("Mecklenburg County o/b/o ERIC B OSEI", "plaintiff"),
        NamedParty("LUIS A ABERNETHY", "defendant"),
    )
    assert (said.hearing_code, said.hearing_on) == ("HOSC", listed.on)
    assert said.lead == Item(
        kind=MOTION, title="Motion and Order to Appear and Show Cause", audience="public file", code="MOSC",
        code_name="Motion and Order to Appear and Show Cause", code_verified=False, revision_id=motion.id,
        file_name=f"{listed.on}-{listed.case_no}-{MOTION}.pdf", pages=motion.pages, sha256=motion.pdf_sha,
    )  # fmt: skip
    assert [(item.kind, item.sha256) for item in said.attachments] == [(HISTORY, history.pdf_sha)]
    assert [(one.position, one.lead, one.pdf_sha) for one in envelope.filings] == [
        (1, True, motion.pdf_sha), (2, False, history.pdf_sha),
    ]  # fmt: skip
    assert envelope.lead == envelope.filings[0]


def test_any_other_envelope_is_led_by_the_payment_history(county: County) -> None:
    envelope = _assemble(county, county.review)
    assert envelope.manifest.lead is not None
    assert (envelope.manifest.lead.kind, envelope.manifest.attachments) == (HISTORY, ())


def test_the_fact_sheet_never_goes_into_an_envelope_though_it_is_made(county: County) -> None:
    said = json.dumps(_assemble(county).manifest.told())
    with county.database.reading() as db:
        sheet = _revision(db, county, "fact-sheet")
    assert sheet.pdf_sha not in said
    assert "fact-sheet" not in said


def test_no_paper_for_inside_the_office_is_filed_whatever_its_kind(county: County) -> None:
    with county.database.transaction() as db:
        _revision(db, county, HISTORY).audience = "internal"
    assert [item.kind for item in _assemble(county).manifest.items] == [MOTION]


def test_the_manifest_names_people_and_says_nothing_else_of_them(county: County) -> None:
    envelope = _assemble(county)
    said = json.dumps(envelope.manifest.told())
    with county.database.reading() as db:
        record = case_record(db, 1, envelope.case_no)
    private = [address.line1 for address in record.addresses] + [job.employer for job in record.jobs]
    private += [person.mpi_no for person in record.participants]
    assert len(private) > 3
    assert [words for words in private if words in said] == []
    assert manifest(json.loads(said)) == envelope.manifest


def test_the_same_papers_asked_again_are_the_same_envelope(county: County) -> None:
    assert _assemble(county) == _assemble(county)
    assert len(_told(county, "assemble envelope")) == 1


def test_a_hearing_without_a_court_paper_has_nothing_to_file(county: County) -> None:
    with county.database.reading() as db:
        unprepared = next(one.id for one in hearings_of_session(db, 1, 1) if one.code == "HPPA")
    with pytest.raises(NothingToFile):
        _assemble(county, unprepared)


def test_an_envelope_whose_lead_is_not_made_is_held_back(county: County) -> None:
    with county.database.transaction() as db:
        document = db.get_one(Document, _revision(db, county, MOTION).document_id)
        document.current_id = None
    envelope = _assemble(county)
    assert [item.kind for item in envelope.manifest.items] == [HISTORY]
    assert (envelope.lead, envelope.filings[0].lead) == (None, False)
    assert "No lead document" in [finding.what for finding in _findings(county, envelope)]


def test_papers_made_anew_make_a_new_draft_and_the_old_one_is_superseded(county: County) -> None:
    first = _assemble(county)
    _made_anew(county, HISTORY)
    assert "Papers have changed" in [finding.what for finding in _findings(county, first)]
    second = _assemble(county)
    assert second.id != first.id
    with county.database.reading() as db:
        assert queries.envelopes_of_hearing(db, 1, county.show_cause) == [second]
        assert queries.envelope(db, 1, first.id).state is State.SUPERSEDED


def test_papers_that_come_back_bring_their_draft_back(county: County) -> None:
    first = _assemble(county)
    with county.database.transaction() as db:
        document = db.get_one(Document, _revision(db, county, MOTION).document_id)
        current, document.current_id = document.current_id, None
    second = _assemble(county)
    with county.database.transaction() as db:
        db.get_one(Document, document.id).current_id = current
    assert _assemble(county) == first
    with county.database.reading() as db:
        assert queries.envelope(db, 1, second.id).state is State.SUPERSEDED


def test_unapproved_papers_are_refused_in_one_sentence_that_names_them(county: County) -> None:
    envelope = _assemble(county)
    with pytest.raises(Blocked) as refused:
        _submit(county, envelope)
    assert str(refused.value) == (
        "The envelope cannot be submitted: Motion and Order to Appear and Show Cause is not approved by an attorney in "
        "exactly these bytes; Payment History is not approved by an attorney in exactly these bytes."
    )
    with county.database.reading() as db:
        assert queries.envelope(db, 1, envelope.id) == envelope


def test_approved_papers_go_out_with_the_unverified_codes_told(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    assert _findings(county, envelope) == (UNVERIFIED,)
    sent = _submit(county, envelope)
    assert sent.submitted is not None
    assert (sent.state, sent.submitted.by, sent.manifest) == (State.SUBMITTED, county.agent.actor, envelope.manifest)


def test_a_double_submit_is_one_submission(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    assert _submit(county, envelope) == _submit(county, envelope)
    assert _told(county, "submit envelope") == [f"envelope {envelope.id}"]


def test_a_withdrawn_approval_holds_the_envelope_back(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    with county.database.transaction() as db:
        review.withdraw(db, _revision(db, county, MOTION).id, by=county.attorney)
    assert [finding.what for finding in _findings(county, envelope) if finding.blocks] == ["Not approved"]


def test_an_approval_of_other_bytes_is_no_approval(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    with county.database.transaction() as db:
        motion = _revision(db, county, MOTION)
        approval = db.scalars(
            select(Decision).where(Decision.revision_id == motion.id, Decision.verb == "approve")
        ).one()
        approval.pdf_sha = "0" * 64
    assert [finding.what for finding in _findings(county, envelope) if finding.blocks] == ["Not approved"]


def test_a_payment_after_approval_holds_the_envelope_back_and_is_named(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    with county.database.transaction() as db:
        post_payment(
            db, envelope.case_no, receipt_no="R-NEW", collected_on=TODAY, amount=Money(50_000), by=county.agent,
            now=now(),
        )  # fmt: skip
    with pytest.raises(Blocked, match=r"no longer says what the case says: .*\$5,814\.00 → \$5,314\.00"):
        _submit(county, envelope)


def test_words_that_came_under_protection_hold_the_envelope_back(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    with county.database.transaction() as db:
        obligee = db.scalars(
            select(Participant).where(Participant.case_no == envelope.case_no, Participant.role == "obligee")
        ).one()
        obligee.protective_order = True
        address = db.scalars(select(Address).where(Address.mpi_no == obligee.mpi_no)).first()
        assert address is not None
        address.line1 = "General Court of Justice"  # stands in every caption
    found = [finding for finding in _findings(county, envelope) if finding.what == "Confidential"]
    assert [finding.words for finding in found] == [
        "Motion and Order to Appear and Show Cause holds protected words.", "Payment History holds protected words.",
    ]  # fmt: skip


def test_a_damaged_file_is_never_submitted(county: County) -> None:
    county.approve(county.show_cause)
    envelope = _assemble(county)
    sha = envelope.filings[0].pdf_sha
    (config().data / "blobs" / sha[:2] / sha).write_bytes(b"%PDF-1.7 something else")
    with pytest.raises(Unavailable, match="damaged"):
        _submit(county, envelope)


def test_while_an_envelope_is_with_the_clerk_no_other_papers_of_the_hearing_go_out(county: County) -> None:
    county.approve(county.show_cause)
    sent = _submit(county, _assemble(county))
    assert _assemble(county) == sent
    _made_anew(county, HISTORY)
    with pytest.raises(WithClerk):
        _assemble(county)


Verb = Callable[[Session, County, int], object]
OFFICE_VERBS: list[Verb] = [
    lambda db, county, id: actions.submit(db, id, by=county.foreign_agent, today=TODAY),
    lambda db, county, id: actions.receive(db, id, by=county.foreign_clerk),
    lambda db, county, id: actions.accept(db, id, by=county.foreign_clerk),
    lambda db, county, id: actions.reject(db, id, reason_code="other", words="No.", by=county.foreign_clerk),
    lambda db, county, id: actions.open_filing(db, 1, by=county.foreign_agent),
    lambda db, county, id: actions.assemble(db, county.show_cause, by=county.foreign_agent, today=TODAY),
    lambda db, county, id: queries.envelope(db, 2, id),
    lambda db, county, id: queries.envelope_seen_by(db, county.foreign_agent, id),
    lambda db, county, id: queries.envelopes_of_hearing(db, 2, county.show_cause),
    lambda db, county, id: queries.receipts(db, 2, county.show_cause),
    lambda db, county, id: queries.filing_gaps(db, 2, county.show_cause, TODAY),
]


@pytest.mark.parametrize("verb", OFFICE_VERBS)
def test_another_offices_envelope_is_missing_for_every_verb_and_question(county: County, verb: Verb) -> None:
    county.approve(county.show_cause)
    sent = _submit(county, _assemble(county))
    with pytest.raises(Missing), county.database.transaction() as db:
        verb(db, county, sent.id)
    with county.database.reading() as db:
        assert queries.inbox(db, 2) == []
        assert queries.inbox(db, 1) == [sent]


def test_what_does_not_exist_is_missing_in_words(county: County) -> None:
    with county.database.reading() as db:
        with pytest.raises(NoSuchEnvelope, match="There is no envelope 999 in this office"):
            queries.envelope(db, 1, 999)
        with pytest.raises(NoSuchHearing):
            queries.filing_gaps(db, 1, 99_999, date(2026, 11, 20))


def test_only_the_office_assembles_and_submits(county: County) -> None:
    envelope = _assemble(county)
    with county.database.transaction() as db:
        with pytest.raises(NotYourRole):
            actions.assemble(db, county.show_cause, by=county.clerk, today=TODAY)
        with pytest.raises(NotYourRole):
            actions.submit(db, envelope.id, by=county.clerk, today=TODAY)

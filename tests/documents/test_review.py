"""Who wrote is not who approves; who approves names exact bytes; a paper with gaps or old facts is not approved."""

import pytest

from cases.actions import write_note
from documents import actions
from documents.actions import Remark
from documents.errors import (
    FactsMissing,
    NoSuchRevision,
    NotCurrent,
    NotThatMove,
    NotTheseBytes,
    OwnWork,
    RemarkNeeded,
)
from documents.queries import decisions, waiting
from documents.review import MOVES, State, Verb, after
from documents.tables import Revision
from infra import audit
from kernel.legal_text import NotLegalText
from offices.errors import NotYourRole
from offices.facts import Person
from tests.county import DAY, NOON
from tests.documents.desk import PROTECTED, REVIEW, SHOW_CAUSE, Desk

LEADS_TO = {
    State.MADE: {Verb.SUBMIT: State.SUBMITTED},
    State.SUBMITTED: {Verb.RETURN: State.RETURNED, Verb.APPROVE: State.APPROVED},
    State.RETURNED: {Verb.SUBMIT: State.SUBMITTED},
    State.APPROVED: {Verb.WITHDRAW: State.WITHDRAWN},
    State.WITHDRAWN: {Verb.SUBMIT: State.SUBMITTED},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verb", Verb)
def test_a_revision_moves_only_along_the_table(state: State, verb: Verb) -> None:
    to = LEADS_TO[state].get(verb)
    if to is not None:
        assert after(state, verb) is to
        return
    with pytest.raises(NotThatMove, match=f"A revision that is {state} cannot be acted on with '{verb}'"):
        after(state, verb)
    assert (state, verb) not in MOVES


def submit(desk: Desk, revision: Revision, by: Person | None = None) -> None:
    with desk.database.transaction() as db:
        actions.submit(db, revision.id, by=by or desk.agent)


def approve(desk: Desk, revision: Revision, *, by: Person | None = None, pdf_sha: str = "") -> None:
    with desk.database.transaction() as db:
        actions.approve(db, revision.id, pdf_sha=pdf_sha or revision.pdf_sha, by=by or desk.attorney, today=DAY)


def give_back(desk: Desk, revision: Revision, *remarks: Remark, by: Person | None = None) -> None:
    with desk.database.transaction() as db:
        actions.return_with_remarks(db, revision.id, remarks, by=by or desk.attorney)


def test_a_paper_is_submitted_returned_submitted_approved_and_withdrawn_and_every_step_is_kept(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    submit(desk, sheet)
    assert desk.gaps(SHOW_CAUSE)[f"{sheet.title} is not approved"] == "It waits for an attorney."
    give_back(desk, sheet, Remark("Ask the employer again.", "jobs.0.employer"), Remark("  "))
    assert desk.gaps(SHOW_CAUSE)[f"{sheet.title} was returned"] == "The attorney sent it back with remarks."
    submit(desk, sheet)
    approve(desk, sheet)
    assert not any(what.startswith(sheet.title) for what in desk.gaps(SHOW_CAUSE))
    with desk.database.transaction() as db:
        actions.withdraw(db, sheet.id, by=desk.second_attorney)
    assert desk.gaps(SHOW_CAUSE)[f"{sheet.title} is not approved"] == "Its approval was withdrawn."

    with desk.database.reading() as db:
        steps = decisions(db, sheet.id)
        assert audit.verify(db, 1).ok
    assert [(step.verb, step.by_name) for step in steps] == [
        ("submit", "Avery Agent"),
        ("return", "Taylor Attorney"),
        ("submit", "Avery Agent"),
        ("approve", "Taylor Attorney"),
        ("withdraw", "Jordan Attorney"),
    ]
    assert steps[1].remarks == [{"fact": "jobs.0.employer", "words": "Ask the employer again."}]
    assert {(step.pdf_sha, step.word_sha, step.facts_digest) for step in steps} == {
        (sheet.pdf_sha, sheet.word_sha, sheet.facts_digest)
    }


def test_only_an_attorney_approves_returns_and_withdraws(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    submit(desk, sheet)
    for person in (desk.agent, desk.clerk):
        with pytest.raises(NotYourRole, match="Only an attorney may do this"):
            approve(desk, sheet, by=person)
        with pytest.raises(NotYourRole, match="Only an attorney may do this"):
            give_back(desk, sheet, Remark("No."), by=person)
        with desk.database.transaction() as db, pytest.raises(NotYourRole):
            actions.withdraw(db, sheet.id, by=person)
    with pytest.raises(NotYourRole, match="Only an agent or an attorney may do this"):
        submit(desk, desk.paper(REVIEW), by=desk.clerk)
    assert desk.paper(SHOW_CAUSE).state == State.SUBMITTED


def test_an_attorney_does_not_approve_what_that_attorney_submitted(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    submit(desk, sheet, by=desk.attorney)
    with pytest.raises(OwnWork) as refused:
        approve(desk, sheet)
    assert str(refused.value) == (
        "Taylor Attorney prepared or submitted this document, so another attorney must approve it."
    )
    approve(desk, sheet, by=desk.second_attorney)
    assert desk.paper(SHOW_CAUSE).state == State.APPROVED


def test_somebody_who_submitted_once_cannot_approve_after_another_submitted_again(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    submit(desk, sheet, by=desk.attorney)
    give_back(desk, sheet, Remark("Once more."), by=desk.second_attorney)
    submit(desk, sheet)
    with pytest.raises(OwnWork):
        approve(desk, sheet)


def test_an_attorney_does_not_approve_what_that_attorney_had_made(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    with desk.database.transaction() as db:
        db.get_one(Revision, sheet.id).made_by = desk.attorney.actor
    submit(desk, sheet)
    with pytest.raises(OwnWork):
        approve(desk, sheet)


def test_an_approval_names_the_very_bytes_that_were_looked_at(desk: Desk) -> None:
    sheet, other = desk.paper(SHOW_CAUSE), desk.paper(REVIEW)
    submit(desk, sheet)
    for sha in (other.pdf_sha, sheet.word_sha, "0" * 64, sheet.pdf_sha.upper()):
        with pytest.raises(NotTheseBytes, match="The document that you looked at is not the one"):
            approve(desk, sheet, pdf_sha=sha)
    assert desk.paper(SHOW_CAUSE).state == State.SUBMITTED


def test_a_paper_that_was_not_submitted_is_not_approved(desk: Desk) -> None:
    with pytest.raises(NotThatMove, match="A revision that is made cannot be acted on with 'approve'"):
        approve(desk, desk.paper(SHOW_CAUSE))


def test_a_double_click_is_one_approval(desk: Desk) -> None:
    sheet = desk.approve(SHOW_CAUSE)
    with pytest.raises(NotThatMove, match="A revision that is approved"):
        approve(desk, sheet)
    with desk.database.reading() as db:
        assert [step.verb for step in decisions(db, sheet.id)] == ["submit", "approve"]


def test_a_paper_that_lacks_facts_is_not_approved_and_says_which(desk: Desk) -> None:
    sheet = desk.paper(PROTECTED)
    assert desk.gaps(PROTECTED)[f"{sheet.title} lacks facts"].startswith("Missing: ")
    submit(desk, sheet)
    with pytest.raises(FactsMissing) as refused:
        approve(desk, sheet)
    said = str(refused.value)
    assert said.startswith("This document cannot be approved while facts are missing: ")
    assert "Evidence of present ability to pay" in said
    assert "Why income withholding is not available or appropriate" in said


def test_a_paper_goes_back_only_with_a_reason(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    submit(desk, sheet)
    for remarks in ((), (Remark(""),), (Remark(" \n "),)):
        with pytest.raises(RemarkNeeded, match="Say in a remark why the document goes back"):
            give_back(desk, sheet, *remarks)
    with pytest.raises(NotLegalText):
        give_back(desk, sheet, Remark("a\x00b"))


def test_nobody_acts_on_a_revision_of_another_office(desk: Desk) -> None:
    sheet = desk.paper(SHOW_CAUSE)
    submit(desk, sheet)
    for act in (
        lambda: approve(desk, sheet, by=desk.foreign_attorney),
        lambda: give_back(desk, sheet, Remark("No."), by=desk.foreign_attorney),
        lambda: submit(desk, sheet, by=desk.foreign_attorney),
    ):
        with pytest.raises(NoSuchRevision, match=f"There is no revision {sheet.id} in this office"):
            act()
    with desk.database.reading() as db:
        assert waiting(db, 2) == []


def test_the_attorneys_queue_holds_what_was_submitted_and_nothing_else(desk: Desk) -> None:
    sheet, history = desk.paper(SHOW_CAUSE), desk.paper(REVIEW, "payment-history")
    for revision in (sheet, history):
        submit(desk, revision)
    give_back(desk, history, Remark("Once more."))
    submit(desk, history)
    desk.approve(SHOW_CAUSE, "payment-history")
    with desk.database.reading() as db:
        found = waiting(db, 1)
    assert [(one.revision.id, one.case_no, one.submitted_by) for one in found] == [
        (history.id, REVIEW, "Avery Agent"), (sheet.id, SHOW_CAUSE, "Avery Agent"),
    ]  # fmt: skip


def test_an_older_revision_is_history_and_nobody_acts_on_it(desk: Desk) -> None:
    old = desk.paper(REVIEW)
    submit(desk, old)
    with desk.database.transaction() as db:
        write_note(db, REVIEW, "recommendation", "Continue for sixty days.", by=desk.agent, now=NOON)
    assert desk.ask(REVIEW) == 1
    new = desk.paper(REVIEW)
    assert (new.number, new.state) == (2, State.MADE)
    for act in (
        lambda: approve(desk, old),
        lambda: give_back(desk, old, Remark("No.")),
        lambda: submit(desk, old),
    ):
        with pytest.raises(NotCurrent, match="A newer revision of this document exists"):
            act()
    with desk.database.reading() as db:
        assert waiting(db, 1) == []


def test_an_approval_of_an_older_revision_can_still_be_withdrawn(desk: Desk) -> None:
    old = desk.approve(REVIEW)
    with desk.database.transaction() as db:
        write_note(db, REVIEW, "recommendation", "Continue for sixty days.", by=desk.agent, now=NOON)
    desk.ask(REVIEW)
    with desk.database.transaction() as db:
        actions.withdraw(db, old.id, by=desk.attorney)
        assert db.get_one(Revision, old.id).state == State.WITHDRAWN

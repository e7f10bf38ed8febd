"""What an attorney takes back while it lies with the clerk, and who may approve."""

from dataclasses import replace

import pytest

from documents import actions as review
from documents.errors import OwnWork
from documents.queries import prepared
from documents.tables import Revision
from filings import actions
from filings.errors import ApprovalWithdrawn
from filings.facts import RejectReason
from offices.facts import Role
from tests.filings.conftest import TODAY, County


def test_a_clerk_cannot_accept_a_paper_whose_approval_was_withdrawn(county: County) -> None:
    county.approve(county.show_cause)
    with county.database.transaction() as db:
        made = actions.assemble(db, county.show_cause, by=county.agent, today=TODAY)
        actions.submit(db, made.id, by=county.agent, today=TODAY)
        actions.receive(db, made.id, by=county.clerk)
    with county.database.transaction() as db:
        review.withdraw(db, made.manifest.items[0].revision_id, by=county.attorney)
    with county.database.transaction() as db, pytest.raises(ApprovalWithdrawn):
        actions.accept(db, made.id, by=county.clerk)
    with county.database.transaction() as db:
        assert actions.reject(
            db, made.id, reason_code=next(iter(RejectReason)).value, words="Withdrawn.", by=county.clerk
        )


def test_an_agent_who_has_become_an_attorney_does_not_approve_the_agents_work(county: County) -> None:
    with county.database.transaction() as db:
        papers = prepared(db, county.agent.office_id, county.show_cause, as_of=TODAY).papers
        paper = next(one.revision for one in papers if one.revision and one.kind != "fact-sheet")
        review.submit(db, paper.id, by=county.agent)
    promoted = replace(county.agent, role=Role.ATTORNEY)
    with county.database.transaction() as db, pytest.raises(OwnWork):
        review.approve(db, paper.id, pdf_sha=paper.pdf_sha, by=promoted, today=TODAY)
    with county.database.reading() as db:
        assert db.get_one(Revision, paper.id).state == "submitted"

"""Packets handed out: who gets which papers, and page addresses that stand from then on."""

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from documents import actions
from documents.binding import (
    ask_for_packet,
    issue_packet,
    issues_of,
    opened_changes,
    opened_issue,
    opened_packet,
    packet_of,
)  # fmt: skip
from documents.errors import NoSuchIssue, NothingBound
from documents.sheets import Sheets
from documents.tables import Exhibit, Packet
from hearings.errors import NoSuchHearing
from infra.audit import Audit
from infra.blobs import blobs
from infra.jobs import Job
from infra.jobs.perform import work_off
from kernel.disclosure import Audience
from offices.errors import NotYourRole
from tests.county import DAY
from tests.documents.desk import SHOW_CAUSE, Desk
from worker.errands import ERRANDS


def drawn(*texts: str) -> bytes:
    sheets = Sheets()
    for text in texts:
        sheets.write(text, 100, size=14)
        sheets.turn()
    return sheets.finished()


def attach(desk: Desk, title: str, *texts: str) -> int:
    with desk.database.transaction() as db:
        made = actions.attach_exhibit(db, desk.hearings[SHOW_CAUSE], title=title, data=drawn(*texts), by=desk.agent).id
    work_off(desk.database, ERRANDS)
    return made


def bound(desk: Desk, audience: Audience = Audience.INTERNAL) -> dict[str, str]:
    """The text of every page of the newest packet under its address."""
    with desk.database.transaction() as db:
        ask_for_packet(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY, audience=audience)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        return cited(opened_packet(db, 1, desk.hearings[SHOW_CAUSE], audience=audience))


def cited(pdf: bytes) -> dict[str, str]:
    reader = PdfReader(io.BytesIO(pdf))
    return dict(zip(reader.page_labels, (page.extract_text() for page in reader.pages), strict=True))


def hand_out(desk: Desk, audience: Audience = Audience.INTERNAL) -> int:
    with desk.database.transaction() as db:
        return issue_packet(db, desk.hearings[SHOW_CAUSE], by=desk.attorney, audience=audience).number


def test_what_was_handed_out_keeps_its_addresses_and_what_comes_late_goes_behind(desk: Desk) -> None:
    first_id = attach(desk, "Pay stubs", "STUBS 4711")
    attach(desk, "Lease", "LEASE 4712")
    before = bound(desk)
    assert "STUBS 4711" in before["3-A-1"]
    assert "LEASE 4712" in before["3-B-1"]
    assert hand_out(desk) == 1

    with desk.database.transaction() as db:
        actions.remove_exhibit(db, first_id, by=desk.agent)
    attach(desk, "Bank statement", "STATEMENT 4713")
    after = bound(desk)
    assert "was withdrawn" in after["3-A"]
    assert "LEASE 4712" in after["3-B-1"]
    assert "STATEMENT 4713" in after["3-C-1"]
    assert "Issue 2" in after["3-iii"]
    assert hand_out(desk) == 2


def test_the_pack_of_changed_pages_holds_those_and_no_others_under_their_addresses(desk: Desk) -> None:
    bound(desk)
    hand_out(desk)
    attach(desk, "Lease", "LEASE 4712")
    bound(desk)
    with desk.database.reading() as db:
        pack = cited(opened_changes(db, 1, desk.hearings[SHOW_CAUSE]))
    assert list(pack) == ["3-i", "3-ii", "3-iii", "3-A-1"]
    assert "LEASE 4712" in pack["3-A-1"]
    assert "added" in pack["3-iii"]


def test_a_packet_that_did_not_change_is_the_issue_it_was(desk: Desk) -> None:
    bound(desk)
    assert [hand_out(desk), hand_out(desk)] == [1, 1]
    with desk.database.transaction() as db:
        assert ask_for_packet(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY) is None
        assert [one.number for one in issues_of(db, 1, desk.hearings[SHOW_CAUSE])] == [1]


def test_an_issue_is_opened_exactly_as_it_was_handed_out(desk: Desk) -> None:
    bound(desk)
    hand_out(desk)
    with desk.database.reading() as db:
        first = opened_packet(db, 1, desk.hearings[SHOW_CAUSE])
    attach(desk, "Lease", "LEASE 4712")
    bound(desk)
    with desk.database.reading() as db:
        assert opened_issue(db, 1, desk.hearings[SHOW_CAUSE], 1) == first
        assert opened_packet(db, 1, desk.hearings[SHOW_CAUSE]) != first
        with pytest.raises(NoSuchIssue, match="no issue 7"):
            opened_issue(db, 1, desk.hearings[SHOW_CAUSE], 7)


def test_handing_out_is_for_agents_and_attorneys_of_the_office_and_is_audited(desk: Desk) -> None:
    with desk.database.transaction() as db, pytest.raises(NothingBound):
        issue_packet(db, desk.hearings[SHOW_CAUSE], by=desk.attorney)
    bound(desk)
    with desk.database.transaction() as db, pytest.raises(NotYourRole):
        issue_packet(db, desk.hearings[SHOW_CAUSE], by=desk.clerk)
    with desk.database.transaction() as db, pytest.raises(NoSuchHearing):
        issue_packet(db, desk.hearings[SHOW_CAUSE], by=desk.foreign_attorney)
    hand_out(desk)
    with desk.database.reading() as db:
        (row,) = db.scalars(select(Audit).where(Audit.verb == "handed out packet"))
    assert row.detail.startswith("issue 1 for internal, pdf ")


def test_an_attorneys_fact_sheet_reaches_neither_the_court_nor_the_other_party(desk: Desk) -> None:
    for kind in ("motion-and-order-to-show-cause", "payment-history"):
        desk.approve(SHOW_CAUSE, kind)
    own = " ".join(bound(desk).values())
    assert "CONFIDENTIAL" in own
    for audience in (Audience.COURT, Audience.OTHER_PARTY):
        theirs = " ".join(bound(desk, audience).values())
        assert "CONFIDENTIAL" not in theirs
        assert "fact sheet" not in theirs.lower()
        assert "Show Cause" in theirs


def test_a_paper_that_no_attorney_approved_is_named_and_not_handed_to_the_court(desk: Desk) -> None:
    desk.approve(SHOW_CAUSE, "payment-history")
    found = bound(desk, Audience.COURT)
    assert "It is not approved by an attorney." in " ".join(found["3-1"].split())
    assert "3-1-1" not in found
    assert "3-2-1" in found


def test_a_packet_for_the_other_party_that_tells_an_identifier_is_held_back_in_words(desk: Desk) -> None:
    attach(desk, "Pay stubs", "SSN 219-09-9999")
    bound(desk)
    with desk.database.transaction() as db:
        ask_for_packet(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY, audience=Audience.OTHER_PARTY)
    work_off(desk.database, ERRANDS)
    with desk.database.reading() as db:
        assert packet_of(db, 1, desk.hearings[SHOW_CAUSE], audience=Audience.OTHER_PARTY) is None
        (error,) = db.scalars(select(Job.error).where(Job.error.is_not(None)))
    assert error.startswith("The document was held back because its text holds")


def test_the_packet_for_one_audience_is_not_opened_for_another(desk: Desk) -> None:
    bound(desk)
    with desk.database.reading() as db, pytest.raises(NothingBound):
        opened_packet(db, 1, desk.hearings[SHOW_CAUSE], audience=Audience.OTHER_PARTY)


def test_what_is_accessible_of_a_packet_stands_on_record_with_it(desk: Desk) -> None:
    attach(desk, "Scan", "")
    bound(desk)
    with desk.database.reading() as db:
        (packet,) = db.scalars(select(Packet))
        (exhibit,) = db.scalars(select(Exhibit))
    assert exhibit.rebuilt_sha
    assert blobs().has(packet.pdf_sha)
    assert packet.report["silent"] == ["3-A-1"]
    assert (packet.report["title"], packet.report["language"]) == (True, True)
    assert packet.report["tagged"] == packet.pages - 1

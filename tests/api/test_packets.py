"""Packets through the web: bound for one audience, handed out by people, opened again as they were handed out."""

import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfReader
from sqlalchemy import select

from cases.queries import case_record
from documents.sheets import Sheets
from hearings.queries import hearings_of_case
from infra.audit import Audit
from infra.jobs import Job, JobState
from tests.desks import Desks, csrf_of

PROTECTED = "7000072738"


def drawn(text: str) -> bytes:
    sheets = Sheets()
    sheets.write(text, 100, size=14)
    sheets.turn()
    return sheets.finished()


def pages_of(pdf: bytes) -> dict[str, str]:
    """The text of every page under its address."""
    reader = PdfReader(io.BytesIO(pdf))
    return dict(zip(reader.page_labels, (page.extract_text() for page in reader.pages), strict=True))


def attach(desks: Desks, client: TestClient, hearing: int, text: str) -> None:
    file = {"file": ("x.pdf", drawn(text))}
    made = client.post(f"/api/v1/hearings/{hearing}/exhibits", data={"title": "Lease"}, files=file)
    assert made.status_code == 201
    desks.work()


def bound(desks: Desks, agent: TestClient, hearing: int, audience: str = "internal") -> dict[str, Any]:
    """What the API tells of the packet for an audience after it was asked for."""
    assert agent.post(f"/api/v1/hearings/{hearing}/packet", json={"audience": audience}).status_code == 200
    desks.work()
    told = agent.get(f"/api/v1/hearings/{hearing}/packets").json()
    (found,) = [one for one in told if one["audience"] == audience]
    return dict(found)


def approve(desks: Desks, hearing: int, kind: str) -> None:
    agent, attorney = desks.bearer("agent"), desks.bearer("attorney")
    papers = agent.get(f"/api/v1/hearings/{hearing}").json()["papers"]
    (paper,) = [one for one in papers if one["kind"] == kind]
    path = f"/api/v1/revisions/{paper['revision']}"
    assert agent.post(f"{path}/submit").status_code == 200
    assert attorney.post(f"{path}/approve", json={"pdf_sha": paper["pdf_sha"]}).status_code == 200


def verbs(desks: Desks) -> list[str]:
    with desks.database.reading() as db:
        return list(db.scalars(select(Audit.verb).order_by(Audit.seq)))


def test_what_changes_after_a_packet_is_handed_out_comes_as_changed_pages_and_the_issue_stays_as_it_was(
    desks: Desks,
) -> None:
    agent, attorney, path = desks.bearer("agent"), desks.bearer("attorney"), f"/api/v1/hearings/{desks.hearing}/packet"
    first = bound(desks, agent, desks.hearing)
    assert (first["issue"], first["changed_since"]) == (None, None)
    assert attorney.get(f"{path}/changes.pdf").status_code == 404

    issue = attorney.post(f"{path}/issues", json={"pdf_sha": first["pdf_sha"]}).json()
    assert (issue["number"], issue["issued_by"], issue["pdf_sha"]) == (
        1, "attorney:attorney@here.example.gov", first["pdf_sha"],
    )  # fmt: skip
    as_handed_out = agent.get(f"{path}/issues/1.pdf").content
    assert as_handed_out == agent.get(f"{path}.pdf").content

    attach(desks, agent, desks.hearing, "LEASE 4712")
    second = bound(desks, agent, desks.hearing)
    assert (second["issue"], second["changed_since"]) == (None, 1)
    changed = pages_of(agent.get(f"{path}/changes.pdf").content)
    assert [address for address in changed if "-A-" in address] == list(changed)[-1:]
    assert "LEASE 4712" in changed[list(changed)[-1]]

    assert agent.post(f"{path}/issues", json={"pdf_sha": second["pdf_sha"]}).json()["number"] == 2
    assert [one["number"] for one in agent.get(f"{path}/issues").json()] == [1, 2]
    assert agent.get(f"{path}/issues/1.pdf").content == as_handed_out
    assert "handed out packet" in verbs(desks)
    assert "opened issue 1 of packet of" in verbs(desks)
    assert "opened changed pages of packet of" in verbs(desks)


def test_only_the_packet_that_was_looked_at_is_handed_out_and_twice_is_once(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/packet/issues"
    assert agent.post(path, json={"pdf_sha": "0" * 64}).status_code == 404
    told = bound(desks, agent, desks.hearing)
    refused = agent.post(path, json={"pdf_sha": "0" * 64})
    assert (refused.status_code, refused.json()["error"]) == (
        409, "The packet that you looked at is not the newest one; open it again before it is handed out.",
    )  # fmt: skip
    assert [agent.post(path, json={"pdf_sha": told["pdf_sha"]}).json()["number"] for _ in range(2)] == [1, 1]
    assert len(agent.get(path).json()) == 1


def test_agents_and_attorneys_of_the_office_hand_out_and_nobody_else(desks: Desks) -> None:
    path, sent = f"/api/v1/hearings/{desks.hearing}/packet", bound(desks, desks.bearer("agent"), desks.hearing)
    for role in ("clerk", "admin"):
        assert desks.bearer(role).post(f"{path}/issues", json={"pdf_sha": sent["pdf_sha"]}).status_code == 403
    for role in ("agent", "attorney"):
        stranger = desks.bearer(role, "elsewhere")
        assert stranger.post(f"{path}/issues", json={"pdf_sha": sent["pdf_sha"]}).status_code == 404
        assert stranger.get(f"{path}.pdf").status_code == 404
    assert desks.bearer("attorney").post(f"{path}", json={"audience": "court"}).status_code == 403
    assert desks.bearer("agent").get(f"{path}/issues").json() == []


@pytest.mark.parametrize("audience", ["everybody", "", "other-party"])
def test_an_audience_that_there_is_not_is_refused_in_words(audience: str, same_desks: Desks) -> None:
    agent, path = same_desks.bearer("agent"), f"/api/v1/hearings/{same_desks.hearing}/packet"
    for answer in (agent.post(path, json={"audience": audience}), agent.get(f"{path}.pdf?audience={audience}")):
        assert answer.status_code == 422
        assert answer.json()["error"] == "The field 'audience' is not written as it must be."


def test_the_packet_for_the_other_party_holds_nothing_of_the_office_alone(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/packet.pdf"
    approve(desks, desks.hearing, "payment-history")
    assert bound(desks, agent, desks.hearing, "other party")["title"] == "Papers for the other party"
    theirs = " ".join(pages_of(agent.get(f"{path}?audience=other%20party").content).values())
    bound(desks, agent, desks.hearing)
    own = " ".join(pages_of(agent.get(path).content).values())
    assert "CONFIDENTIAL" in own
    assert "CONFIDENTIAL" not in theirs
    assert "Payment History" in theirs
    assert agent.get(f"{path}?audience=court").status_code == 404


def test_the_other_partys_packet_of_a_protected_case_tells_nothing_protected_and_is_held_back_if_it_would(
    desks: Desks,
) -> None:
    agent = desks.bearer("agent")
    with desks.database.reading() as db:
        hearing = hearings_of_case(db, 1, PROTECTED)[0].id
        hidden = case_record(db, 1, PROTECTED).protected_words
    assert hidden
    agent.post(f"/api/v1/hearings/{hearing}/prepare")
    desks.work()
    approve(desks, hearing, "payment-history")

    kept = bound(desks, agent, hearing, "other party")
    path = f"/api/v1/hearings/{hearing}/packet.pdf?audience=other%20party"
    text = " ".join(" ".join(pages_of(agent.get(path).content).values()).split()).lower()
    assert "payment history" in text
    assert [word for word in hidden if word.lower() in text] == []

    attach(desks, agent, hearing, max(hidden, key=len))
    assert bound(desks, agent, hearing, "other party")["pdf_sha"] == kept["pdf_sha"]
    with desks.database.reading() as db:
        (error,) = db.scalars(select(Job.error).where(Job.state == JobState.DEAD))
    assert error is not None
    assert error.startswith("The document was held back because its text holds")
    assert max(hidden, key=len) not in error


def test_the_hearing_page_hands_out_with_a_confirmation_and_lists_the_issues(desks: Desks) -> None:
    sent = bound(desks, desks.bearer("agent"), desks.hearing)
    attorney = desks.browser("attorney")
    page = attorney.get(f"/hearings/{desks.hearing}").text
    assert "an address never changes after a packet is handed out" in page
    assert [title in page for title in ("Hearing packet", "Bench copy", "Papers for the other party")] == [True] * 3
    assert f'name="pdf_sha" value="{sent["pdf_sha"]}"' in page
    form = {"audience": "internal", "pdf_sha": sent["pdf_sha"]}
    path = f"/hearings/{desks.hearing}/packet/issues"
    assert attorney.post(path, data=form | {"csrf": "of another sign-in"}).status_code == 403
    assert "Handed out as issue" not in attorney.get(f"/hearings/{desks.hearing}").text

    assert attorney.post(path, data=form | {"csrf": csrf_of(page)}).status_code == 303
    after = attorney.get(f"/hearings/{desks.hearing}").text
    assert f"Issue 1 of the packet (PDF {sent['pdf_sha'][:12]}) was handed out by Taylor Attorney, " in after
    assert "Handed out as issue 1" in after
    assert f'href="/hearings/{desks.hearing}/packet/issues/1.pdf?audience=internal"' in after
    assert "Hand out this packet" not in after
    opened = attorney.get(f"/hearings/{desks.hearing}/packet/issues/1.pdf?audience=internal")
    assert opened.content == attorney.get(f"/hearings/{desks.hearing}/packet.pdf").content

"""One figure everywhere and the morning of court, on their pages and in the API."""

import json

import pytest
from sqlalchemy import select

from documents.tables import Revision
from infra.audit import Audit
from infra.blobs import blobs
from tests.desks import Desks, csrf_of

MOTION = "motion-and-order-to-show-cause"


def plant(desks: Desks) -> str:
    """A wrong figure of arrears in the kept facts of the motion; the right one."""
    with desks.database.transaction() as db:
        revision = db.get_one(Revision, desks.revision(MOTION))
        kept = json.loads(blobs().get(revision.facts_sha))
        (fact,) = (one for one in kept if one["name"] == "arrears.total")
        right = str(fact["words"])
        fact["value"], fact["words"] = 999_999, "$9,999.99"
        revision.facts_sha = blobs().put(json.dumps(kept).encode())
    return right


def test_the_api_tells_that_no_figure_of_an_honest_packet_differs(same_desks: Desks) -> None:
    told = same_desks.bearer("attorney").get(f"/api/v1/hearings/{same_desks.hearing}/figures").json()
    assert list(told) == ["hearing", "audience", "documents", "figures", "shared", "stops", "differences"]
    assert (told["audience"], told["documents"], told["stops"], told["differences"]) == ("internal", 3, False, [])
    assert told["figures"] > told["shared"] > 60


def test_a_planted_figure_is_told_with_both_places_by_the_api_on_the_page_and_when_the_packet_is_asked_for(
    desks: Desks,
) -> None:
    right = plant(desks)
    first = desks.bearer("attorney").get(f"/api/v1/hearings/{desks.hearing}/figures").json()["differences"][0]
    assert (first["label"], first["cause"], first["stops"]) == ("Arrears", "another figure for the same day", True)
    assert list(first["one"]) == ["document", "mark", "page", "label", "says", "as_of", "read_in"]
    assert (first["one"]["says"], first["other"]["says"]) == ("$9,999.99", right)
    assert (first["one"]["mark"], first["other"]["mark"], first["one"]["as_of"]) == ("2", "1", "2026-11-20")

    agent = desks.browser("agent")
    page = agent.get(f"/hearings/{desks.hearing}/figures").text
    assert "The packet is not built" in page
    assert page.count("$9,999.99") >= 1
    assert right in page
    here = agent.get(f"/hearings/{desks.hearing}").text
    assert f'href="/hearings/{desks.hearing}/figures"' in here

    sent = {"csrf": csrf_of(here), "audience": "internal"}
    asked = agent.post(f"/hearings/{desks.hearing}/packet", data=sent)
    desks.work()
    progress = agent.get(asked.headers["location"].partition("?")[0]).text
    assert "The packet is not built, because the same figure differs in it" in progress
    assert agent.get(f"/hearings/{desks.hearing}/packet.pdf").status_code == 404


def test_the_page_of_figures_without_a_difference_says_so(same_desks: Desks) -> None:
    page = same_desks.browser("agent").get(f"/hearings/{same_desks.hearing}/figures").text
    assert "No figure differs" in page
    assert "The packet is not built" not in page


def test_the_morning_of_the_day_of_the_papers_has_nothing_to_tell(same_desks: Desks) -> None:
    told = same_desks.bearer("attorney").get(f"/api/v1/sessions/{same_desks.session}/morning").json()
    assert list(told) == ["session", "as_of", "changed", "hearings"]
    assert (told["as_of"], told["changed"], len(told["hearings"])) == ("2026-11-20", 0, 20)
    ours = next(one for one in told["hearings"] if one["hearing"] == same_desks.hearing)
    assert list(ours) == ["hearing", "case_no", "owed", "why_not", "changed", "papers", "moves", "unexplained"]
    assert {paper["owed"] for paper in ours["papers"]} == {ours["owed"]}
    page = same_desks.browser("agent").get(f"/sessions/{same_desks.session}/morning").text
    assert "Nothing changed" in page


def test_a_payment_posted_since_stands_on_the_page_and_in_the_api_with_its_receipt(desks: Desks) -> None:
    sent = {"receipt_no": "M55", "collected_on": "2026-11-20", "amount": "100.00"}
    desks.bearer("agent").post(f"/api/v1/cases/{desks.case_no}/payments", json=sent).raise_for_status()

    told = desks.bearer("attorney").get(f"/api/v1/sessions/{desks.session}/morning").json()
    (ours,) = (one for one in told["hearings"] if one["changed"])
    assert ours["hearing"] == desks.hearing
    assert ours["moves"] == [{"on": "2026-11-20", "what": "Payment, receipt M55", "effect": -10_000}]
    assert ours["papers"][0]["owed"] - ours["owed"] == 10_000

    browser = desks.browser("agent")
    page = browser.get(f"/sessions/{desks.session}/morning").text
    assert "1 of 20 balances changed since the papers were made." in page
    assert "−$100.00" in page
    assert "Payment, receipt M55" in page
    assert f'href="/hearings/{desks.hearing}/papers/fact-sheet"' in page
    assert f'href="/sessions/{desks.session}/morning"' in browser.get(f"/sessions/{desks.session}").text


def test_reading_either_stands_in_the_audit(desks: Desks) -> None:
    browser = desks.browser("agent")
    assert browser.get(f"/hearings/{desks.hearing}/figures").status_code == 200
    assert browser.get(f"/sessions/{desks.session}/morning").status_code == 200
    with desks.database.reading() as db:
        rows = [tuple(row) for row in db.execute(select(Audit.verb, Audit.subject).order_by(Audit.seq))]
    assert ("compared figures of", f"hearing {desks.hearing}") in rows
    assert ("refreshed balances of", f"court session {desks.session}") in rows


@pytest.mark.parametrize("path", ["hearings/{hearing}/figures", "sessions/{session}/morning"])
def test_a_clerk_and_another_office_see_nothing_of_either(same_desks: Desks, path: str) -> None:
    where = path.format(hearing=same_desks.hearing, session=same_desks.session)
    assert same_desks.bearer("clerk").get(f"/api/v1/{where}").status_code == 403
    assert same_desks.bearer("attorney", "elsewhere").get(f"/api/v1/{where}").status_code == 404
    assert same_desks.browser("attorney", "elsewhere").get(f"/{where}").status_code == 404

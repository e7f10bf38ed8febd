"""Agent, attorney and clerk do their work through the JSON API."""

from api.openapi import openapi_document
from tests.desks import Desks

NEEDED = (
    "withholding",
    "screening",
    "ability",
    "subsistence",
    "prior_contempts",
    "counsel_status",
    "purge_evidence",
    "recommendation",
    "willfulness",
    "ability_then",
    "household",
    "health",
    "work_history",
    "job_search",
    "income",
    "assets",
)


def test_a_hearing_goes_from_gaps_to_a_stamped_filing(desks: Desks) -> None:
    agent, attorney, clerk = desks.bearer("agent"), desks.bearer("attorney"), desks.bearer("clerk")
    hearing, case = f"/api/v1/hearings/{desks.hearing}", f"/api/v1/cases/{desks.case_no}"
    assert agent.get(hearing).json()["gaps"][0]["what"] == "Fact sheet lacks facts"

    for name in NEEDED:
        words = "As the record tells it." if name in ("income", "work_history") else "None found"
        assert agent.put(f"{case}/notes/{name}", json={"words": words}).status_code == 200
    assert agent.put(f"{case}/notes/purge_amount", json={"words": "500"}).json()["words"] == "$500.00"
    asked = agent.post(f"{hearing}/prepare").json()
    assert agent.get(f"/api/v1/batches/{asked['batch']}").json()["queued"] == asked["jobs"] == 2
    desks.work()
    assert agent.get(f"/api/v1/batches/{asked['batch']}").json()["over"] is True

    papers = agent.get(hearing).json()["papers"]
    for paper in papers:
        assert agent.post(f"/api/v1/revisions/{paper['revision']}/submit").status_code == 200
    queue = attorney.get("/api/v1/queue").json()
    assert {one["revision"] for one in queue} == {paper["revision"] for paper in papers}
    for paper in papers:
        path = f"/api/v1/revisions/{paper['revision']}"
        assert attorney.post(f"{path}/approve", json={"pdf_sha": "0" * 64}).status_code == 409
        assert attorney.post(f"{path}/approve", json={"pdf_sha": paper["pdf_sha"]}).status_code == 200
    assert agent.get(hearing).json()["ready"] is True

    envelope = agent.post(f"{hearing}/envelopes").json()
    assert [one for one in envelope["findings"] if one["blocks"]] == []
    assert clerk.get(f"/api/v1/envelopes/{envelope['id']}").status_code == 404
    assert agent.post(f"/api/v1/envelopes/{envelope['id']}/submit").json()["state"] == "submitted"
    assert [one["id"] for one in clerk.get("/api/v1/inbox").json()] == [envelope["id"]]
    assert clerk.post(f"/api/v1/envelopes/{envelope['id']}/accept").status_code == 409
    assert clerk.post(f"/api/v1/envelopes/{envelope['id']}/receive").json()["state"] == "received"
    accepted = clerk.post(f"/api/v1/envelopes/{envelope['id']}/accept").json()
    assert (accepted["state"], accepted["receipt"]["by"]) == ("accepted", "Riley Clerk")
    lead = accepted["filings"][0]["id"]
    as_filed = clerk.get(f"/api/v1/filings/{lead}/pdf").content
    stamped = agent.get(f"/api/v1/filings/{lead}/pdf?stamped=true").content
    assert as_filed[:5] == stamped[:5] == b"%PDF-"
    assert as_filed != stamped


def test_a_returned_paper_says_why_and_on_which_fact(desks: Desks) -> None:
    revision = f"/api/v1/revisions/{desks.revision('payment-history')}"
    agent, attorney = desks.bearer("agent"), desks.bearer("attorney")
    agent.post(f"{revision}/submit")
    remark = {"fact": "arrears.total", "words": "Count again."}
    assert attorney.post(f"{revision}/return", json={"remarks": [remark]}).json()["by"] == "Taylor Attorney"
    told = agent.get(revision).json()
    assert (told["state"], told["decisions"][-1]["remarks"]) == ("returned", [remark])


def test_the_facts_of_a_case_are_told_in_cents_with_their_traces(desks: Desks) -> None:
    agent = desks.bearer("agent")
    path = f"/api/v1/cases/{desks.case_no}/facts?as_of=2026-11-20"
    before = agent.get(path).json()
    sent = {"receipt_no": "M1", "collected_on": "2026-11-20", "amount": "500.00"}
    assert agent.post(f"/api/v1/cases/{desks.case_no}/payments", json=sent).json()["amount"] == 50_000
    after = agent.get(path).json()
    assert before["arrears"]["total"] - after["arrears"]["total"] == 50_000
    assert before["facts_digest"] != after["facts_digest"]
    opening = next(fact for fact in after["facts"] if fact["name"] == "arrears.opening")
    assert (opening["source"], opening["source_record"][:12]) == ("ACTS", "BALANCES.csv")


def test_files_come_by_name_and_kind(desks: Desks) -> None:
    agent, revision = desks.bearer("agent"), desks.revision("fact-sheet")
    path = f"/api/v1/revisions/{revision}"
    pdf, word, picture = (agent.get(f"{path}/{part}") for part in ("pdf", "word", "pages/1.png"))
    assert (pdf.content[:5], word.content[:2], picture.content[1:4]) == (b"%PDF-", b"PK", b"PNG")
    assert pdf.headers["content-disposition"].startswith('inline; filename="')
    assert word.headers["content-disposition"].startswith('attachment; filename="')
    assert "TEAGUE" not in pdf.headers["content-disposition"].upper()
    assert agent.get(f"{path}/pages/99.png").status_code == 404


def test_the_document_of_the_api_names_every_path_and_asks_for_a_token() -> None:
    told = openapi_document()
    assert "/api/v1/revisions/{revision_id}/approve" in told["paths"]
    open_to_all = [path for path, verbs in told["paths"].items() for verb in verbs.values() if "security" not in verb]
    assert open_to_all == ["/api/v1/sign-in"]

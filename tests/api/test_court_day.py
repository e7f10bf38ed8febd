"""A court day in the JSON API and by plain forms."""

import re
from typing import Any

from fastapi.testclient import TestClient

from api.court_day import OutcomeFields
from documents.papers import current_revision
from hearings.court_day.outcomes import fields_of_all
from infra.jobs.watching import jobs_of
from tests.desks import Desks, csrf_of

COURT = "/api/v1/sessions/2/court"


def called(client: TestClient, code: str = "HOSC") -> dict[str, Any]:
    """The first hearing of a type on the docket of December 10, 2026."""
    rows = client.get(COURT).raise_for_status().json()["rows"]
    return next(row for row in rows if row["type"] == code)


def enter(client: TestClient, hearing: int, code: str, id: str, based_on: int = 0, **fields: str) -> Any:
    sent = {"session": 2, "code": code, "fields": fields, "based_on": based_on, "id": id}
    return client.post(f"/api/v1/hearings/{hearing}/outcomes", json=sent)


def test_every_field_of_an_outcome_can_be_sent() -> None:
    assert set(OutcomeFields.model_fields) == {field.name for field in fields_of_all()}


def test_the_docket_tells_what_can_be_entered_and_an_outcome_asks_for_its_draft(desks: Desks) -> None:
    attorney = desks.bearer("attorney")
    row = called(attorney)
    assert {"contempt", "continued", "arrest"} <= set(row["outcomes"])
    assert "tests" not in row["outcomes"]
    told = enter(attorney, row["hearing"], "contempt", "first-entry", purge="500.00", purge_by="2027-01-08")
    assert told.status_code == 201
    assert told.json()["said"].startswith("Found in contempt, with a purge; purge: $500.00; purge due on Jan 8, 2027.")
    drafts = told.json()["drafts"] + told.json()["not_drafted"]
    assert any(one.startswith("Order of Civil Contempt") for one in drafts)
    court = attorney.get(COURT).json()
    assert row["hearing"] not in court["without"]
    assert [task["due_on"] for task in called(attorney)["tasks"]][-1] == "2027-01-08"


def test_the_draft_order_says_the_purge_that_the_judge_set(desks: Desks) -> None:
    attorney = desks.bearer("attorney")
    rows = attorney.get("/api/v1/sessions/1/court").json()["rows"]
    row = next(one for one in rows if one["hearing"] == desks.hearing)
    fields = {"purge": "415.00", "purge_by": "2027-01-08"}
    sent = {"session": 1, "code": "contempt", "id": "the-purge", "fields": fields}
    told = attorney.post(f"/api/v1/hearings/{row['hearing']}/outcomes", json=sent).raise_for_status().json()
    assert told["drafts"] == ["Order of Civil Contempt"]
    with desks.database.reading() as db:
        assert [job.kind for job in jobs_of(db, 1, batch=told["batch"])] == ["documents.render"]
    assert desks.work() == 1
    with desks.database.reading() as db:
        made = current_revision(db, desks.hearing, "order-of-contempt")
    assert made is not None
    facts = {one["name"]: one for one in attorney.get(f"/api/v1/revisions/{made.id}/facts").json()}
    assert facts["findings.purge_amount"]["value"] == 41500
    assert facts["findings.purge_due_on"]["value"] == "2027-01-08"


def test_the_same_id_is_taken_once_and_two_values_are_both_told(desks: Desks) -> None:
    attorney, agent = desks.bearer("attorney"), desks.bearer("agent")
    hearing = called(attorney)["hearing"]
    first = enter(attorney, hearing, "no-contempt", "of-the-attorney")
    again = enter(attorney, hearing, "no-contempt", "of-the-attorney")
    assert (first.json()["again"], again.json()["again"], again.status_code) == (False, True, 201)
    assert again.json()["mine"] == first.json()["mine"]

    parted = enter(agent, hearing, "dismissed", "of-the-agent", prejudice="with prejudice")
    assert parted.status_code == 409
    told = parted.json()
    assert (told["theirs"]["code"], told["theirs"]["by"], told["theirs"]["stands"]) == (
        "no-contempt", "Taylor Attorney", True,
    )  # fmt: skip
    assert (told["mine"]["code"], told["mine"]["stands"]) == ("dismissed", False)
    assert enter(agent, hearing, "dismissed", "of-the-agent", prejudice="with prejudice").json() == told

    kept = enter(agent, hearing, "dismissed", "agent-keeps", told["theirs"]["number"], prejudice="with prejudice")
    assert kept.status_code == 201
    entries = agent.get(f"/api/v1/hearings/{hearing}/outcomes").json()
    assert [(one["number"], one["code"], one["stands"]) for one in entries] == [
        (1, "no-contempt", False), (2, "dismissed", False), (3, "dismissed", True),
    ]  # fmt: skip


def test_what_is_not_right_is_refused_in_a_sentence(desks: Desks) -> None:
    attorney = desks.bearer("attorney")
    hearing = called(attorney)["hearing"]
    answers = {
        409: enter(attorney, hearing, "contempt", "without-purge"),
        422: enter(attorney, hearing, "continued", "unknown-field", colour="red"),
        403: enter(desks.bearer("clerk"), hearing, "advisement", "of-the-clerk"),
        404: enter(attorney, 999999, "advisement", "of-nobody"),
    }
    assert {status: answer.status_code for status, answer in answers.items()} == {one: one for one in answers}
    assert answers[409].json() == {"error": "'Found in contempt, with a purge' needs 'Purge'."}
    for wrong in ("1e3", "NaN", "-5.00", "0.00", "٣.00"):
        answer = enter(attorney, hearing, "contempt", f"money-{ord(wrong[0])}-x", purge=wrong, purge_by="2027-01-08")
        assert answer.status_code == 409, wrong
    for wrong in ("2027-02-29", "tomorrow", "0001-01-01"):
        assert enter(attorney, hearing, "advisement", f"day-{wrong}", ruling_by=wrong).status_code == 409
    assert enter(attorney, hearing, "words", "hidden-words", words="a\u202eb").status_code == 409
    assert called(attorney)["outcome"] is None


def test_a_clerk_reads_the_docket_and_its_outcomes_and_no_facts_of_the_office(desks: Desks) -> None:
    attorney, clerk = desks.bearer("attorney"), desks.bearer("clerk")
    row = called(attorney)
    enter(attorney, row["hearing"], "contempt", "for-the-clerk", purge="500.00", purge_by="2027-01-08")
    told = called(clerk)
    assert row["facts"]
    assert (told["facts"], told["tasks"]) == ([], [])
    assert told["outcome"]["code"] == "contempt"
    other = called(attorney, "HREV")
    fields = {"cause": "not approved", "know": "Ask about the boat.", "promised": "Mr. Osei: his lease"}
    enter(attorney, other["hearing"], "continued", "for-the-office", **fields)
    assert called(clerk, "HREV")["outcome"]["sentence"] == "Continued; no next date yet."
    page = desks.browser("clerk").get("/sessions/2/court").text
    for internal in ("boat", "lease", "approved in time", "not approved"):
        assert internal in attorney.get(COURT).text, internal
        assert internal not in clerk.get(COURT).text
        assert internal not in page
    assert row["name"] in page
    assert row["facts"][0] not in page
    assert "<form" not in page.partition("<main")[2]


def test_tasks_are_listed_finished_and_kept(desks: Desks) -> None:
    attorney = desks.bearer("attorney")
    enter(attorney, called(attorney)["hearing"], "advisement", "advisement-1", ruling_by="2026-12-30")
    (task,) = attorney.get("/api/v1/tasks?mine=true").json()
    assert (task["words"], task["due_on"], task["person"]) == (
        "Ask chambers for the ruling", "2026-12-30", "Taylor Attorney",
    )  # fmt: skip
    assert attorney.post(f"/api/v1/tasks/{task['id']}/done").json()["done_by"] == "attorney:attorney@here.example.gov"
    assert attorney.get("/api/v1/tasks?mine=true").json() == []
    assert [one["id"] for one in attorney.get("/api/v1/tasks?done=true").json()] == [task["id"]]


def test_the_day_is_closed_only_with_every_open_row_named(desks: Desks) -> None:
    attorney = desks.bearer("attorney")
    refused = attorney.post(f"{COURT}/close", json={})
    assert refused.status_code == 409
    assert refused.json()["error"].startswith("20 hearings have no outcome: ")
    closed = attorney.post(f"{COURT}/close", json={"words": "The judge fell ill."}).json()
    assert (len(closed["without"]), closed["words"]) == (20, "The judge fell ill.")
    assert attorney.get(COURT).json()["closed"] == closed


def test_a_continued_case_leaves_a_card_that_can_be_printed(desks: Desks) -> None:
    attorney = desks.browser("attorney")
    page = attorney.get("/sessions/2/court").text
    hearing = re.findall(r'data-hearing="(\d+)" data-type="HOSC"', page)[0]
    options = re.findall(r'<option value="(\d+@\d\d:\d\d)">', page.partition('id="dates-HOSC"')[2])
    form = {
        "csrf": csrf_of(page), "session": "2", "code": "continued", "based_on": "0", "key": "by-a-plain-form",
        "cause": "counsel", "to": options[0], "promised": "Mr. Smith & Sons: <three> pay stubs\nBrings the lease",
        "know": "Lost the job in May.",
    }  # fmt: skip
    answer = attorney.post(f"/hearings/{hearing}/outcome", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sessions/2/court#row-{hearing}")
    card = attorney.get(f"/hearings/{hearing}/handoff").text
    for words in ("Mr. Smith &amp; Sons</strong>: &lt;three&gt; pay stubs", "Brings the lease", "Lost the job in May.",
                  "a party is to have counsel", "Taylor Attorney", "Tue, Jan 12, 2027"):  # fmt: skip
        assert words in card
    assert "Continued; a party is to have counsel" in attorney.get("/sessions/2/court").text


def test_a_plain_form_that_comes_second_shows_both_values(desks: Desks) -> None:
    attorney, agent = desks.browser("attorney"), desks.bearer("agent")
    page = attorney.get("/sessions/2/court").text
    hearing = called(agent)["hearing"]
    enter(agent, hearing, "no-contempt", "agent-was-first")
    form = {"csrf": csrf_of(page), "session": "2", "code": "words", "words": "Come back.", "key": "attorney-second"}
    answer = attorney.post(f"/hearings/{hearing}/outcome", data=form)
    assert answer.status_code == 409
    for words in ("Not in contempt.", "In the judge&#39;s own words; the judge&#39;s words: Come back.", "Keep theirs"):
        assert words in answer.text

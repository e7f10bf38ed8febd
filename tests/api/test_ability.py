"""The page and the API of ability to pay: incomplete until people have answered, whatever the arrears."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from cases.queries import case_record
from cases.tables import Asset
from kernel.money import Money
from tests.desks import Desks, csrf_of

ANSWERED = "Found out on November 20, 2026."


def sheet(desks: Desks) -> dict[str, Any]:
    answer = desks.bearer("agent").get(f"/api/v1/hearings/{desks.hearing}/ability")
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def answer_everything(desks: Desks, **other: str) -> None:
    agent = desks.bearer("agent")
    for one in sheet(desks)["questions"]:
        words = other.get(one["entry"], ANSWERED)
        path = f"/api/v1/cases/{desks.case_no}/notes/{one['entry']}"
        assert agent.put(path, json={"words": words}).status_code == 200


def own_a_truck(desks: Desks) -> None:
    with desks.database.transaction() as db:
        obligor = case_record(db, 1, desks.case_no).person("obligor")
        assert obligor is not None
        db.add(
            Asset(
                office_id=1, source_key="asset truck", content="truck", source="ACTS", source_record="ASSETS truck",
                retrieved_at=datetime(2026, 11, 20, 12, tzinfo=UTC), mpi_no=obligor.mpi_no, kind="vehicle",
                description="2016 Ford & Sons' F-150", amount=Money(600_000), told_by="DMV", seen_on=date(2026, 11, 10),
            )
        )  # fmt: skip


PURGE = {
    "amount": "300.00",
    "pay_on": "2026-12-08",
    "needs_first": "200.00",
    "proof": "pay stub of November 18",
    "funds": [
        {
            "what": "take-home pay of December 4",
            "amount": "640.00",
            "available_on": "2026-12-04",
            "shown_by": "pay stub",
            "seen_on": "2026-11-19",
        }
    ],
}


def test_a_sheet_that_nobody_answered_is_incomplete_though_arrears_are_high(desks: Desks) -> None:
    told = sheet(desks)
    assert (told["complete"], told["supports_contempt"]) == (False, False)
    lacking = {one["id"]: one["lacks"] for one in told["findings"]}
    assert lacking["nc.contempt.purpose"] == ""
    assert lacking["nc.contempt.purge"] == "no evidence"
    hearing = desks.bearer("agent").get(f"/api/v1/hearings/{desks.hearing}").json()
    gaps = {gap["what"]: gap["cause"] for gap in hearing["gaps"]}
    assert gaps["Ability to pay is not answered"].startswith("Still open: ")


def test_answers_and_a_purge_with_its_funds_complete_the_sheet(desks: Desks) -> None:
    answer_everything(desks)
    assert sheet(desks)["gaps"] == ["No purge is proposed with evidence that it can be paid on its day."]
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability"
    made = agent.post(f"{path}/purge", json=PURGE)
    assert (made.status_code, made.json()["kind"]) == (201, "purge")
    told = sheet(desks)
    assert (told["complete"], told["purge"]["means"]) == (True, 44_000)
    gaps = {gap["what"] for gap in agent.get(f"/api/v1/hearings/{desks.hearing}").json()["gaps"]}
    assert "Ability to pay is not answered" not in gaps


def test_a_purge_beyond_the_means_or_with_money_that_comes_later_is_refused_in_one_sentence(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability/purge"
    beyond = agent.post(path, json=PURGE | {"amount": "441.00"})
    assert (beyond.status_code, beyond.json()["error"]) == (
        409,
        "The purge of $441.00 is more than the $440.00 that the evidence leaves after basic needs on December 8, 2026.",
    )
    late = [PURGE["funds"][0] | {"available_on": "2027-02-20"}]  # type: ignore[index]
    assert "Nothing shows that the obligor will have any money" in agent.post(path, json=PURGE | {"funds": late}).text
    unseen = [PURGE["funds"][0] | {"seen_on": "2026-12-05"}]  # type: ignore[index]
    assert "has not come yet" in agent.post(path, json=PURGE | {"funds": unseen}).json()["error"]


def test_a_household_is_superseded_and_gives_the_limits_of_withholding(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability"
    sent = {
        "people": 2, "needs": [{"what": "Shelter", "monthly": "900.00"}], "orders": 1, "supports_others": False,
        "disposable": "2,000.00", "proof": "screening form",
    }  # fmt: skip
    first = agent.post(f"{path}/household", json=sent).json()["note"]
    again = agent.post(f"{path}/household", json=sent).json()["note"]
    second = agent.post(f"{path}/household", json=sent | {"people": 3}).json()["note"]
    assert first == again != second
    told = sheet(desks)
    assert (told["household"]["note"], told["household"]["people"]) == (second, 3)
    governs = told["limits"][0]
    assert (governs["law"], governs["percent"], governs["most"]) == ("North Carolina", "40", 80_000)
    gone = agent.post(f"{path}/withdraw", json={"kind": "household", "note": second, "why": "Wrong person."})
    assert gone.status_code == 200
    assert sheet(desks)["household"] is None
    assert agent.post(f"{path}/withdraw", json={"kind": "household", "note": second, "why": "x"}).status_code == 404


def test_property_answers_the_question_once_every_lien_was_looked_at(desks: Desks) -> None:
    own_a_truck(desks)
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability/assets"
    nobody_looked = [one for one in sheet(desks)["holdings"] if one["note"] is None]
    assert [one["what"] for one in nobody_looked] == ["2016 Ford & Sons' F-150"]
    for held in nobody_looked:
        assert "assets" in {one["entry"] for one in sheet(desks)["questions"] if one["open"]}
        sent = {"asset_key": held["asset_key"], "what": held["what"], "value": "6,000.00", "seen_on": "2026-11-10"}
        lien = {"lien": "5,000.00", "lien_holder": "First Bank", "proof": "payoff letter"}
        assert agent.post(path, json=sent | lien).status_code == 201
    other = {"what": "Boat", "value": "1,000.00", "seen_on": "2026-11-10", "exempt": "1,000.00", "proof": "title"}
    unnamed = agent.post(path, json=other).json()["error"]
    assert unnamed == "This cannot be noted: an exemption names the law that makes it."
    named = other | {"exemption": "N.C. Gen. Stat. § 1C-1601(a)(2)"}
    assert agent.post(path, json=named).status_code == 201
    told = sheet(desks)
    assert {one["reachable"] for one in told["holdings"]} <= {0, 100_000}
    assert "assets" not in {one["entry"] for one in told["questions"] if one["open"]}


def test_the_page_offers_property_that_nobody_has_looked_at_with_what_the_record_says(desks: Desks) -> None:
    own_a_truck(desks)
    page = desks.browser("agent").get(f"/hearings/{desks.hearing}/ability")
    assert page.status_code == 200
    assert 'value="6,000.00"' in page.text
    assert 'value="2026-11-10"' in page.text


def test_evidence_reaches_its_finding_and_no_finding_of_another_state(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability/evidence"
    sent = {
        "finding": "nc.contempt.willful", "kind": "the obligor's own words", "words": "I paid the truck instead.",
        "of": "2026-11-18", "proof": "agent's log",
    }  # fmt: skip
    assert agent.post(path, json=sent).status_code == 201
    (willful,) = [one for one in sheet(desks)["findings"] if one["id"] == "nc.contempt.willful"]
    assert (willful["shown"], willful["evidence"][0]["words"]) == (True, "I paid the truck instead. (agent's log)")
    assert agent.post(path, json=sent | {"finding": "ca.contempt.order"}).status_code == 409


def test_an_earlier_contempt_counts_toward_the_third_that_takes_licenses(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability/contempts"
    for found_on in ("2024-03-12", "2025-05-06"):
        sent = {"found_on": found_on, "kind": "civil", "purge": "500.00", "outcome": "paid", "proof": "order"}
        assert agent.post(path, json=sent).status_code == 201
    third = sheet(desks)["license_tests"][-1]
    assert (third["met"], third["because"]) == (True, "this would be the 3rd finding of contempt")
    assert agent.post(path, json=sent | {"found_on": "2026-12-01"}).status_code == 409


def test_the_page_says_what_is_open_and_writes_answers_under_the_agents_name(desks: Desks) -> None:
    agent, path = desks.browser("agent"), f"/hearings/{desks.hearing}/ability"
    page = agent.get(path)
    assert page.status_code == 200
    assert "Incomplete: " in page.text
    form = {"csrf": csrf_of(page.text), "health": "None found; asked on November 20."}
    assert agent.post(f"{path}/answers", data=form).status_code in (200, 303)
    (health,) = [one for one in sheet(desks)["questions"] if one["entry"] == "health"]
    assert (health["open"], health["by"]) == ("", "Avery Agent")


def test_an_attorney_corrects_one_answer_under_her_own_name_and_the_others_stay_the_agents(desks: Desks) -> None:
    agent, path = desks.browser("agent"), f"/hearings/{desks.hearing}/ability"
    given = {"health": "None found; asked on November 20.", "job_search": "Two applications in October."}
    agent.post(f"{path}/answers", data={"csrf": csrf_of(agent.get(path).text)} | given)
    attorney = desks.browser("attorney")
    page = attorney.get(path).text
    assert "Save answers" in page
    assert "readonly" not in page
    form = {"csrf": csrf_of(page)} | given | {"health": "Back pain; letter of Dr. Oyelaran of November 2."}
    assert attorney.post(f"{path}/answers", data=form).status_code == 303
    said = {one["entry"]: (one["words"], one["by"]) for one in sheet(desks)["questions"]}
    assert said["health"] == (form["health"], "Taylor Attorney")
    assert said["job_search"] == (given["job_search"], "Avery Agent")
    assert "Replaced by Taylor Attorney" in desks.browser("agent").get(path).text
    for verb in ("contempts", "purge"):
        assert attorney.post(f"{path}/{verb}", data={"csrf": csrf_of(page)}).status_code == 403


def test_a_clerk_neither_reads_nor_answers_the_sheet(desks: Desks) -> None:
    clerk, path = desks.browser("clerk"), f"/hearings/{desks.hearing}/ability"
    token = csrf_of(clerk.get("/inbox").text)
    assert clerk.get(path).status_code == 403
    assert clerk.post(f"{path}/answers", data={"csrf": token, "health": "None found."}).status_code == 403
    assert desks.bearer("clerk").get(f"/api/v1{path}").status_code == 403


def test_what_was_typed_stays_when_it_is_refused(desks: Desks) -> None:
    agent, path = desks.browser("agent"), f"/hearings/{desks.hearing}/ability"
    token = csrf_of(agent.get(path).text)
    form = {"csrf": token, "people": "none", "need_1": "Shelter & <heat>", "monthly_1": "900.00", "proof": "form"}
    refused = agent.post(f"{path}/household", data=form)
    assert refused.status_code == 409
    assert "the number of people is written in digits" in refused.text
    assert "Shelter &amp; &lt;heat&gt;" in refused.text
    assert "<heat>" not in refused.text
    bad = agent.post(f"{path}/purge", data={"csrf": token, "amount": "x", "pay_on": "2026-12-08"})
    assert bad.status_code == 422


def test_whether_others_depend_on_the_obligor_is_yes_or_no_and_nothing_else_is_taken_for_no(desks: Desks) -> None:
    agent, path = desks.browser("agent"), f"/hearings/{desks.hearing}/ability"
    form = {"csrf": csrf_of(agent.get(path).text), "people": "2", "orders": "1", "proof": "screening form"}
    assert agent.post(f"{path}/household", data=form | {"supports_others": "-1"}).status_code == 422
    assert sheet(desks)["household"] is None
    assert agent.post(f"{path}/household", data=form | {"supports_others": "yes"}).status_code == 303
    assert sheet(desks)["household"]["supports_others"] is True


@pytest.mark.parametrize("verb", ["contempts", "assets", "household", "evidence", "purge", "withdraw", "answers"])
def test_a_note_needs_the_token_of_the_page(verb: str, desks: Desks) -> None:
    answer = desks.browser("agent").post(f"/hearings/{desks.hearing}/ability/{verb}", data={"csrf": "x"})
    assert answer.status_code in (403, 422)


def test_what_was_replaced_or_taken_back_stays_readable_with_who_said_what_and_when(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/api/v1/hearings/{desks.hearing}/ability"
    notes = f"/api/v1/cases/{desks.case_no}/notes"
    assert "replaced or taken back" not in desks.browser("agent").get(f"/hearings/{desks.hearing}/ability").text
    agent.put(f"{notes}/health", json={"words": "Back pain since 2024."})
    agent.put(f"{notes}/health", json={"words": "None found."})
    agent.put(f"{notes}/venue", json={"words": "Here."})
    agent.put(f"{notes}/venue", json={"words": "There."})
    agent.post(f"{path}/purge", json=PURGE)
    agent.post(f"{path}/purge", json=PURGE | {"amount": "250.00"})
    contempt = {"found_on": "2024-03-12", "kind": "civil", "outcome": "paid in full", "proof": "order of that day"}
    note = agent.post(f"{path}/contempts", json=contempt).json()["note"]
    agent.post(f"{path}/withdraw", json={"kind": "contempt", "note": note, "why": "Another person's."})
    past = agent.get(f"{path}/history").json()
    assert [(one["kind"], one["entry"], one["ended"], one["instead"]) for one in past] == [
        ("contempt", "", "Taken back by Avery Agent: Another person's.", ""),
        ("purge", "", "Replaced by Avery Agent", past[1]["instead"]),
        ("answer", "health", "Replaced by Avery Agent", "None found."),
    ]
    assert (past[1]["words"][:7], past[1]["instead"][:7]) == ("$300.00", "$250.00")
    assert past[0]["words"] == "Civil contempt found on March 12, 2024, no purge set: paid in full"
    page = desks.browser("attorney").get(f"/hearings/{desks.hearing}/ability").text
    assert "3 notes and answers replaced or taken back" in page
    for words in ("Back pain since 2024.", "Replaced by Avery Agent: None found.", "order of that day"):
        assert words in page
    assert desks.bearer("agent", "elsewhere").get(f"{path}/history").status_code == 404

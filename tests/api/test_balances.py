"""The balances of a whole office: counted by jobs, shown by size, chosen by cause and side."""

from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select, update

from cases.county import actions
from cases.county.queries import balances_of
from cases.queries import case_numbers
from infra.audit import Audit
from infra.jobs import Job, JobState
from tests.desks import NOON, Desks, csrf_of

API = "/api/v1/balances"


def count(desks: Desks) -> str:
    """A count asked for on the page; where its progress stands."""
    client = desks.browser("agent")
    form = {"csrf": csrf_of(client.get("/balances").text), "as_of": "2026-11-20"}
    answer = client.post("/balances", data=form)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_count_names_each_wrong_balance_with_what_the_command_names(desks: Desks) -> None:
    count(desks)
    desks.work()
    run = desks.bearer("attorney").get(API).json()["run"]
    with desks.database.reading() as db:
        every = balances_of(db, 1, case_numbers(db, 1), NOON.date())
    wrong = {one.case_no: one for one in every if one.wrong}
    assert {one["case_no"] for one in run["differing"]} == set(wrong)
    for one in run["differing"]:
        beside = wrong[one["case_no"]].beside
        assert beside
        assert (one["state"], one["ours"], one["apart"]) == (
            beside.theirs.cents, beside.ours.cents, beside.apart.cents
        )  # fmt: skip
        assert one["words"] == (beside.likeliest[0].words if beside.likeliest else "")
    sizes = [abs(one["apart"]) for one in run["differing"]]
    assert sizes == sorted(sizes, reverse=True)
    assert (run["cases"], run["wrong"], run["chosen"]) == (len(every), len(wrong), len(wrong))
    assert run["right"] + run["wrong"] + run["unknown"] == run["cases"]
    assert run["untold"] == sum(1 for one in every if one.balance and not one.beside)
    assert sum(cause["cases"] for cause in run["causes"]) == len(wrong)


def test_the_page_tells_the_count_and_works_without_script(desks: Desks) -> None:
    assert "No count was made yet" in desks.browser("agent").get("/balances").text
    count(desks)
    desks.work()
    run = desks.bearer("agent").get(API).json()["run"]
    page = unescape(desks.browser("attorney").get("/balances").text)
    assert "asked for by Avery Agent" in page
    assert "<form class=\"bar\" method=\"post\"" not in page, "only agents start a count"
    first = run["differing"][0]
    assert f'/cases/{first["case_no"]}/audit?as_of={first["on"]}' in page
    assert first["words"] in page
    picture = desks.browser("attorney").get("/balances.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert run["causes"][0]["cause"].capitalize() in picture.text


def test_cases_are_chosen_by_cause_and_side(desks: Desks) -> None:
    count(desks)
    desks.work()
    client = desks.bearer("agent")
    run = client.get(API).json()["run"]
    cause = run["causes"][0]
    chosen = client.get(API, params={"cause": cause["cause"]}).json()["run"]
    assert (chosen["chosen"], {one["cause"] for one in chosen["differing"]}) == (cause["cases"], {cause["cause"]})
    for side, holds in (("higher", lambda cents: cents > 0), ("lower", lambda cents: cents < 0)):
        found = client.get(API, params={"side": side}).json()["run"]
        assert [one["case_no"] for one in found["differing"]] == [
            one["case_no"] for one in run["differing"] if holds(one["apart"])
        ]
    assert client.get(API, params={"cause": "weather"}).json()["run"]["differing"] == []
    assert "No case is of this kind" in desks.browser("agent").get("/balances?cause=weather").text
    assert client.get(API, params={"side": "sideways"}).status_code == 422


def test_a_page_holds_some_cases_and_the_next_one_the_smaller_differences(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.balances.SIZE", 4)
    count(desks)
    desks.work()
    client = desks.bearer("agent")
    pages = [client.get(API, params={"page": number}).json()["run"] for number in (1, 2, 3)]
    assert [len(one["differing"]) for one in pages] == [4, 4, 3]
    assert len({one["case_no"] for page in pages for one in page["differing"]}) == 11
    assert client.get(API, params={"page": 9000}).json()["run"]["page"] == 3
    assert "page=2#differing" in desks.browser("agent").get("/balances").text


def test_one_count_runs_at_a_time_and_the_one_before_stands_until_it_is_done(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "EACH", 30)
    count(desks)
    desks.work()
    before = desks.bearer("agent").get(API).json()
    with desks.database.transaction() as db:
        db.execute(update(Job).where(Job.batch == before["run"]["batch"]).values(batch="county-2026-11-19-1"))
        for job in db.scalars(select(Job).where(Job.batch == "county-2026-11-19-1")):
            job.idempotency_key = f"{job.idempotency_key}-before"
    work = count(desks)
    assert count(desks) == work
    assert "of 4</strong> parts done" in desks.browser("agent").get(work).text
    told = desks.bearer("agent").get(API).json()
    assert (told["under_way"], told["progress"]["total"]) == (work.rpartition("/")[2], 4)
    assert told["run"]["batch"] == "county-2026-11-19-1"
    assert "A count is under way: 0 of 4 parts" in desks.browser("attorney").get("/balances").text


def test_cases_whose_part_failed_are_said_to_be_missing(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "EACH", 30)
    count(desks)
    with desks.database.transaction() as db:
        part = db.scalars(select(Job).where(Job.kind == "cases.count_balances").limit(1)).one()
        part.state, part.error = JobState.DEAD, "The file store does not answer."
    desks.work()
    run = desks.bearer("agent").get(API).json()["run"]
    assert run["missing"] == 30
    assert run["right"] + run["wrong"] + run["unknown"] == run["cases"]
    assert "30 cases are missing because a part of the count failed" in desks.browser("agent").get("/balances").text


def test_only_agents_start_a_count_and_another_office_sees_none(desks: Desks) -> None:
    assert desks.bearer("attorney").post(API, json={}).status_code == 403
    count(desks)
    desks.work()
    assert desks.bearer("agent", "elsewhere").get(API).json() == {"run": None, "under_way": None, "progress": None}
    answer = desks.bearer("agent", "elsewhere").post(API, json={})
    assert (answer.status_code, answer.json()["error"]) == (
        409, "This office has no case yet; import an extract first."
    )  # fmt: skip


def test_asking_and_looking_stand_in_the_audit_log(desks: Desks) -> None:
    count(desks)
    desks.bearer("attorney").get(API)
    with desks.database.reading() as db:
        told = [(row.verb, row.subject) for row in db.scalars(select(Audit).where(Audit.office_id == 1))]
    assert ("asked to count the balances of", "every case") in told
    assert ("read the balances of", "every case") in told


def test_the_jobs_of_a_count_are_forgotten_after_thirty_days(desks: Desks) -> None:
    count(desks)
    desks.work()
    with desks.database.transaction() as db:
        of_count = select(Job).where(Job.kind == "cases.count_balances")
        for job in db.scalars(of_count):
            job.done_at, job.batch, job.idempotency_key = NOON - timedelta(days=31), "county-old", f"old-{job.id}"
    work = count(desks)
    with desks.database.reading() as db:
        assert {job.batch for job in db.scalars(of_count)} == {work.rpartition("/")[2]}


def test_a_day_that_is_none_is_refused_with_what_was_typed(desks: Desks) -> None:
    client = desks.browser("agent")
    form = {"csrf": csrf_of(client.get("/balances").text), "as_of": "2026-13-45"}
    answer = client.post("/balances", data=form)
    assert answer.status_code == 422
    assert "A day is written as year-month-day" in answer.text

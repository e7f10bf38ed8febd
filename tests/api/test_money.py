"""The money of a case on its page and in the API: what is told, who may enter and decide, and what bad input gets."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from infra.audit import Audit
from tests.desks import Desks, csrf_of

CASE = "7000070888"
SEVERAL = "7000070000"
CREDIT = {"on": "2026-10-01", "amount": "100.00", "why": "derivative benefits", "proof": "award letter of Oct 1, 2026"}
PROPOSAL = {
    "on": "2026-11-02", "bucket": "family", "amount": "-50.00", "reason": "charged twice", "proof": "clerk's ledger",
}  # fmt: skip


def money(desks: Desks) -> dict[str, Any]:
    told: dict[str, Any] = desks.bearer("agent").get(f"/api/v1/cases/{CASE}/money").json()
    return told


def test_page_api_and_command_tell_the_same_balance(desks: Desks) -> None:
    told, page = money(desks), desks.browser("agent").get(f"/cases/{CASE}/money").text
    assert told["total"] > 0
    assert f"${told['total'] // 100:,}.{told['total'] % 100:02}" in page
    account = desks.bearer("agent").get(f"/api/v1/cases/{CASE}/account").json()
    assert account["lines"][-1]["total"] == told["total"]
    assert f'href="/cases/{CASE}/money"' in desks.browser("agent").get(f"/cases/{CASE}").text


def test_the_account_comes_in_pages_that_follow_each_other(desks: Desks) -> None:
    agent = desks.bearer("agent")
    pages = agent.get(f"/api/v1/cases/{CASE}/account").json()["pages"]
    found = [agent.get(f"/api/v1/cases/{CASE}/account?page={number + 1}").json() for number in range(pages)]
    lines = [line for one in found for line in one["lines"]]
    assert len(lines) == found[0]["lines_in_all"] > 0
    assert [line["on"] for line in lines] == sorted(line["on"] for line in lines)


def test_one_line_of_the_account_is_told_as_one(desks: Desks) -> None:
    lines = desks.bearer("agent").get(f"/api/v1/cases/{CASE}/account?page=1").json()["lines"]
    first = lines[0]["on"]
    assert [line["on"] for line in lines].count(first) == 1
    page = desks.browser("agent").get(f"/cases/{CASE}/money?as_of={first}").text
    assert "Line 1 of 1, the oldest first" in page


def test_a_credit_is_entered_on_the_page_and_counts_once_it_is_found(desks: Desks) -> None:
    before, browser = money(desks), desks.browser("agent")
    path = f"/cases/{CASE}/money"
    form = CREDIT | {"csrf": csrf_of(browser.get(path).text)}
    assert browser.post(f"{path}/credits", data=form).status_code == 303
    assert "Nothing before a court finds it. Once it does, enter it again" in browser.get(path).text
    assert money(desks)["total"] == before["total"]
    assert browser.post(f"{path}/credits", data=form | {"found_on": "2026-11-10"}).status_code == 303
    after = money(desks)
    assert after["total"] == before["total"] - 10_000
    assert [(one["counts"], one["proof"]) for one in after["entries"]] == [(True, CREDIT["proof"])]
    assert [one["ended"] for one in after["history"]] == ["Replaced by a later entry"]


def test_spousal_support_entered_on_the_page_stands_beside_the_childs_in_balance_account_and_kinds(
    desks: Desks,
) -> None:
    before, browser, path = money(desks), desks.browser("agent"), f"/cases/{CASE}/money"
    form = {
        "support": "spousal support", "amount": "250.00", "frequency": "quarterly", "effective_on": "2026-10-31",
        "ended_on": "", "ordered_on": "2026-10-01", "proof": "17 CVD 100, page 2",
        "csrf": csrf_of(browser.get(path).text),
    }  # fmt: skip
    assert len(before["by_kind"]) == 1
    assert browser.post(f"{path}/obligations", data=form).status_code == 303
    told, page = money(desks), browser.get(path).text
    assert told["total"] == before["total"] + 25_000
    assert [(one["kind"], one["ordered"], one["owed"]) for one in told["by_kind"][1:]] == [
        ("spousal support", 25_000, 25_000),
    ]  # fmt: skip
    assert "By kind of support" in page
    assert "Nobody has verified this order" in page
    account = desks.bearer("agent").get(f"/api/v1/cases/{CASE}/account").json()
    assert {one["words"] for one in account["lines"] if one["kind"] == "spousal support"} == {
        "Spousal support falls due",
    }  # fmt: skip
    sent = {name: value for name, value in form.items() if name != "csrf"} | {"effective_on": "2026-11-15"}
    made = desks.bearer("agent").post(f"/api/v1{path}/obligations", json=sent)
    assert (made.status_code, made.json()["kind"], made.json()["counts"]) == (201, "obligations", True)


def test_a_portion_for_one_child_is_entered_on_the_page_by_a_tick_and_an_amount_and_in_the_api_by_number(
    desks: Desks,
) -> None:
    path = f"/cases/{SEVERAL}/money"
    browser, agent = desks.browser("agent"), desks.bearer("agent")
    page = browser.get(path).text
    first, *_ = re.findall(r'name="children" value="([^"]+)"', page)
    form = {"cause": "death of the child", "began_on": "2026-10-10", "proof": "certificate", "children": [first]}
    refused = browser.post(f"{path}/suspensions", data=form | {"csrf": csrf_of(page)})
    assert refused.status_code == 409
    assert "The law does not divide an order among the children" in refused.text
    assert f'value="{first}" checked' in refused.text
    entered = browser.post(f"{path}/suspensions", data=form | {"csrf": csrf_of(page), "portion": "20.00"})
    assert entered.status_code == 303
    assert "$20.00 of each instalment does not fall due from Oct 10, 2026 on." in browser.get(path).text
    told = agent.get(f"/api/v1{path}").json()
    assert [(one["portion"], one["children"]) for one in told["suspended"]] == [(2_000, [first])]
    sent = form | {"cause": "child with obligor", "began_on": "2026-11-02", "portion": "20.00"}
    again = agent.post(f"/api/v1{path}/suspensions", json=sent)
    assert (again.status_code, "enter the last day of that first" in again.json()["error"]) == (409, True)


def test_an_adjustment_is_proposed_by_one_and_decided_by_another(desks: Desks) -> None:
    before = money(desks)
    path = f"/cases/{CASE}/money"
    attorney, agent = desks.browser("attorney"), desks.bearer("agent")
    made = agent.post(f"/api/v1{path}/adjustments", json=PROPOSAL)
    assert (made.status_code, made.json()["counts"]) == (201, False)
    own = agent.post(f"/api/v1{path}/adjustments/{made.json()['id']}/decide", json={"approve": True})
    assert own.status_code == 403
    page = attorney.get(path).text
    assert "Adjustments to decide" in page
    decide = f"{path}/adjustments/{made.json()['id']}/decide"
    refused = attorney.post(decide, data={"csrf": csrf_of(page), "decision": "refuse"})
    assert (refused.status_code, "The reason is blank but must be filled." in refused.text) == (409, True)
    assert attorney.post(decide, data={"csrf": csrf_of(page), "decision": "approve"}).status_code == 303
    assert money(desks)["total"] == before["total"] - 5_000


def test_nobody_decides_about_his_own_proposal_on_the_page_or_in_the_api(desks: Desks) -> None:
    attorney = desks.bearer("attorney")
    made = attorney.post(f"/api/v1/cases/{CASE}/money/adjustments", json=PROPOSAL).json()
    answer = attorney.post(f"/api/v1/cases/{CASE}/money/adjustments/{made['id']}/decide", json={"approve": True})
    assert (answer.status_code, answer.json()["error"]) == (
        409, "Taylor Attorney proposed this adjustment, so that somebody else has to decide about it.",
    )  # fmt: skip
    assert "Your proposal" in desks.browser("attorney").get(f"/cases/{CASE}/money").text


def test_an_entry_is_taken_back_with_a_reason_and_stays_readable(desks: Desks) -> None:
    browser, agent = desks.browser("agent"), desks.bearer("agent")
    path = f"/cases/{CASE}/money"
    made = agent.post(f"/api/v1{path}/credits", json=CREDIT | {"found_on": "2026-11-10"}).json()
    form = {"csrf": csrf_of(browser.get(path).text), "why": "the order names another case <b>"}
    assert browser.post(f"{path}/credits/{made['id']}/withdraw", data=form).status_code == 303
    page = browser.get(path).text
    assert "Taken back by Avery Agent: the order names another case &lt;b&gt;" in page
    assert money(desks)["entries"] == []
    again = agent.post(f"/api/v1{path}/credits/{made['id']}/withdraw", json={"why": "once more"})
    assert again.status_code == 404


@pytest.mark.parametrize(
    ("kind", "sent", "status", "words"),
    [
        ("credits", CREDIT | {"amount": "0.00"}, 409, "A credit is an amount above nothing."),
        ("credits", CREDIT | {"amount": "1e3"}, 422, "An amount is written as dollars and cents"),
        ("credits", CREDIT | {"on": "2026-02-30"}, 422, "A day is written as year-month-day"),
        ("credits", CREDIT | {"on": "2026-12-24"}, 409, "The day of the credit lies in the future."),
        ("credits", CREDIT | {"proof": "  "}, 409, "The proof is blank but must be filled."),
        ("adjustments", PROPOSAL | {"bucket": "pocket"}, 409, "An adjustment moves one of: family, assigned"),
        ("suspensions", {"cause": "holiday", "began_on": "2026-01-01", "proof": "p"}, 409, "The cause is one of:"),
        ("steps", {"on": "2026-10-01", "amount": "1.00", "why": "w", "proof": "p", "order_key": "x"}, 404, "no such"),
        ("judgments", {"entered_on": "2026-10-01", "percent": "lots", "runs_from": "2026-10-01", "proof": "p"}, 409,
         "The rate is written as percent a year"),
        ("credits", CREDIT | {"why": "to 921-80-7955"}, 409, "The reason holds a Social Security number"),
        ("adjustments", PROPOSAL | {"proof": "SSN 921 80 7955"}, 409, "The proof holds a Social Security number"),
        ("judgments", {"entered_on": "2026-10-01", "percent": "8", "runs_from": "2026-10-01", "proof": "p",
                       "principal": "0.00"}, 409, "The principal of a judgment is an amount above nothing."),
        ("obligations", {"support": "pet support", "amount": "1.00", "effective_on": "2026-10-01",
                         "ordered_on": "2026-10-01", "proof": "p"}, 409, "Support that is entered by hand is one of:"),
        ("issuing-state", {"state": "GA", "registered_on": "2026-10-01", "proof": "p"}, 409, "No rows of this"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_in_the_api_and_on_the_page_where_the_form_stays_filled(
    desks: Desks, kind: str, sent: dict[str, str], status: int, words: str
) -> None:
    answer = desks.bearer("agent").post(f"/api/v1/cases/{CASE}/money/{kind}", json=sent)
    assert (answer.status_code, answer.json()["error"][: len(words)].lower()) == (status, words.lower()) or (
        words in answer.json()["error"]
    )
    browser = desks.browser("agent")
    form = sent | {"csrf": csrf_of(browser.get(f"/cases/{CASE}/money").text)}
    page = browser.post(f"/cases/{CASE}/money/{kind}", data=form)
    assert page.status_code == status
    assert '<details class="more" open>' in page.text


def test_reading_money_stands_in_the_audit_log_and_another_office_finds_nothing(desks: Desks) -> None:
    assert desks.bearer("agent", "elsewhere").get(f"/api/v1/cases/{CASE}/money").status_code == 404
    assert desks.browser("clerk").get(f"/cases/{CASE}/money").status_code == 403
    desks.browser("agent").get(f"/cases/{CASE}/money")
    with desks.database.reading() as db:
        verbs = set(db.scalars(select(Audit.verb).where(Audit.subject == f"case {CASE}")))
    assert "looked at the money of" in verbs


def test_the_chart_is_a_picture_and_says_in_words_what_it_shows(desks: Desks) -> None:
    browser = desks.browser("agent")
    answer = browser.get(f"/cases/{CASE}/money.svg")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert 'alt="Support ordered and paid by month from ' in browser.get(f"/cases/{CASE}/money").text

"""Payment plans in the browser and in the API."""

import re
from html import unescape
from typing import Any

from sqlalchemy import select

from cases.plans.tables import PaymentPlan, PayStub
from infra.audit import Audit
from tests.desks import Desks, csrf_of

PLAN = {
    "basis": "court order",
    "source": "order of June 1, 2026",
    "made_on": "2026-06-01",
    "first_due_on": "2026-06-15",
    "instalment": "75.00",
    "days_late": 5,
    "failures": 2,
}
"""What an agent writes down of a plan."""
STUB = {"paid_on": "2026-10-02", "withheld": "987.65", "evidence": "pay stub of 10/02/2026"}


def at(desks: Desks, *more: str) -> str:
    return "/".join((f"/cases/{desks.case_no}", *more))


def api(desks: Desks, *more: str) -> str:
    return "/api/v1" + at(desks, *more)


def made(desks: Desks, **changed: Any) -> int:
    """A plan written down through the API."""
    answer = desks.bearer("agent").post(api(desks, "plans"), json=PLAN | changed)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def test_a_plan_that_was_written_down_is_told_with_each_instalment_and_what_to_do_next(desks: Desks) -> None:
    id = made(desks)
    told = desks.bearer("attorney").get(api(desks, "plans")).json()
    (plan,) = [one for one in told["plans"] if one["id"] == id]
    assert (plan["instalment"], plan["days_late"], plan["failures"], plan["entered_by"]) == (7500, 5, 2, "Avery Agent")
    assert [one["due_on"] for one in plan["instalments"]][:2] == ["2026-06-15", "2026-07-15"]
    assert plan["standing"] == "broken"
    assert plan["next_steps"][0]["rule"] == "nc.plan.broken-order"
    assert {step["verified"] for step in plan["next_steps"]} == {False}
    paid = sum(one["paid"] for one in plan["instalments"])
    assert paid == sum(part["amount"] for one in plan["instalments"] for part in one["parts"])


def test_the_page_says_what_the_api_says(desks: Desks) -> None:
    made(desks)
    plan = desks.bearer("agent").get(api(desks, "plans")).json()["plans"][0]
    told = unescape(desks.browser("attorney").get(at(desks, "plans")).text)
    assert "Payment plan of 06/01/2026" in told
    assert "2 that fail in a row break the plan" in told
    for step in plan["next_steps"]:
        assert step["do"] in told
        assert step["because"] in told
    assert "unverified rule" in told


def test_where_no_plan_was_written_down_the_order_in_force_is_one(same_desks: Desks) -> None:
    found = same_desks.bearer("agent").get(api(same_desks, "plans")).json()["plans"]
    told = unescape(same_desks.browser("agent").get(at(same_desks, "plans")).text)
    if found:
        assert found[0]["id"] is None
        assert "What the order sets toward the arrears" in told
        assert "End this plan" not in told
    else:
        assert "No payment plan stands" in told


def test_a_second_plan_is_refused_until_the_first_has_ended_and_then_counts_no_money_twice(desks: Desks) -> None:
    first = made(desks)
    agent = desks.bearer("agent")
    refused = agent.post(api(desks, "plans"), json=PLAN | {"made_on": "2026-09-01", "first_due_on": "2026-09-15"})
    assert (refused.status_code, refused.json()["error"]) == (
        409,
        "The plan of June 1, 2026 still stands; end it first, so that no money counts toward two plans.",
    )
    ended = agent.post(api(desks, "plans", str(first), "end"), json={"on": "2026-08-31", "why": "a new order"})
    assert ended.status_code == 200
    same_day = agent.post(api(desks, "plans"), json=PLAN | {"made_on": "2026-08-31", "first_due_on": "2026-09-15"})
    assert "it begins after that day" in same_day.json()["error"]
    second = made(desks, made_on="2026-09-01", first_due_on="2026-09-15")
    told = agent.get(api(desks, "plans")).json()["plans"]
    assert [(one["id"], one["standing"] == "ended") for one in told] == [(second, False), (first, True)]
    parts = [(part["on"], part["reference"]) for one in told for line in one["instalments"] for part in line["parts"]]
    before = {on for on, _ in parts if on <= "2026-08-31"}
    assert before.isdisjoint({on for on, _ in parts if on > "2026-08-31"})
    with desks.database.reading() as db:
        assert db.get_one(PaymentPlan, second).follows_id == first


def test_a_plan_written_down_by_mistake_is_taken_back_with_a_reason_and_stays_as_history(desks: Desks) -> None:
    id = made(desks)
    agent = desks.bearer("agent")
    unsaid = agent.post(api(desks, "plans", str(id), "withdraw"), json={"why": " "})
    assert (unsaid.status_code, unsaid.json()["error"]) == (409, "A reason is needed, in a few words.")
    assert agent.post(api(desks, "plans", str(id), "withdraw"), json={"why": "wrong case"}).status_code == 200
    assert [one for one in agent.get(api(desks, "plans")).json()["plans"] if one["id"]] == []
    again = agent.post(api(desks, "plans", str(id), "withdraw"), json={"why": "again"})
    assert again.json()["error"] == "This was withdrawn before."
    with desks.database.reading() as db:
        row = db.get_one(PaymentPlan, id)
    assert (row.withdrawn_why, row.withdrawn_by, row.ended_on) == ("wrong case", "Avery Agent", None)


def test_every_verb_of_a_plan_is_in_the_audit(desks: Desks) -> None:
    id = made(desks)
    agent = desks.bearer("agent")
    agent.post(api(desks, "plans", str(id), "end"), json={"on": "2026-11-01", "why": "paid"})
    agent.post(api(desks, "plans", str(id), "withdraw"), json={"why": "wrong"})
    stub = agent.post(api(desks, "pay-stubs"), json=STUB).json()["id"]
    agent.post(api(desks, "pay-stubs", str(stub), "withdraw"), json={"why": "wrong"})
    agent.get(api(desks, "plans"))
    with desks.database.reading() as db:
        verbs = list(db.scalars(select(Audit.verb).where(Audit.subject == f"case {desks.case_no}")))
    for verb in (
        "made payment plan", "ended payment plan", "withdrew payment plan", "wrote down pay stub",
        "withdrew pay stub", "read plans of",
    ):  # fmt: skip
        assert verb in verbs


def test_a_pay_stub_without_a_receipt_is_told_as_not_sent_and_one_told_twice_is_refused(desks: Desks) -> None:
    agent = desks.bearer("agent")
    assert agent.post(api(desks, "pay-stubs"), json=STUB).status_code == 201
    (held,) = agent.get(api(desks, "plans")).json()["withholdings"]
    assert (held["withheld"], held["sent"], held["reference"]) == (98765, "not sent", "")
    again = agent.post(api(desks, "pay-stubs"), json=STUB)
    assert (again.status_code, again.json()["error"]) == (409, "This pay stub of October 2, 2026 is already on file.")
    huge = agent.post(api(desks, "pay-stubs"), json=STUB | {"withheld": "999999999999"})
    assert (huge.status_code, "no pay has more than $10,000,000.00 withheld" in huge.json()["error"]) == (409, True)
    (step,) = held["next_steps"]
    assert (step["rule"], step["owner"]) == ("nc.plan.withheld", "agent")
    told = unescape(desks.browser("agent").get(at(desks, "plans")).text)
    assert "no receipt of this amount" in told
    assert f"<strong>{step['do']}.</strong> {step['cite']}, unverified rule" in told
    with desks.database.reading() as db:
        assert [row.evidence for row in db.scalars(select(PayStub))] == [STUB["evidence"]]


def test_a_payment_of_its_amount_answers_the_pay_stub(desks: Desks) -> None:
    agent = desks.bearer("agent")
    agent.post(api(desks, "pay-stubs"), json=STUB)
    paid = {"receipt_no": "W-1", "collected_on": "2026-10-09", "amount": "987.65"}
    assert agent.post(api(desks, "payments"), json=paid).status_code == 201
    (held,) = agent.get(api(desks, "plans")).json()["withholdings"]
    assert (held["sent"], held["reference"]) == ("sent", "W-1")


def test_what_if_tells_the_debt_with_and_without_and_keeps_nothing(same_desks: Desks) -> None:
    sent = {"instalment": "200.00", "instalment_from": "2026-12-15"}
    told = same_desks.bearer("attorney").post(api(same_desks, "what-if"), json=sent).json()
    assert [one["on"] for one in told["given"]["ahead"]][:2] == ["2026-11-20", "2027-05-20"]
    assert told["given"]["ahead"][0] == told["without"]["ahead"][0]
    six = told["without"]["ahead"][0]["owed"] - told["given"]["ahead"][1]["owed"]
    assert six == 6 * 200_00
    page = same_desks.browser("attorney").get(at(same_desks, "plans"), params=sent)
    assert page.status_code == 200
    owed = told["given"]["ahead"][1]["owed"]
    assert f"${owed // 100:,}.{owed % 100:02}" in page.text
    with same_desks.database.reading() as db:
        assert db.scalar(select(PaymentPlan.id)) is None


def test_bad_input_is_told_in_one_sentence_and_what_was_typed_stays(desks: Desks) -> None:
    agent = desks.bearer("agent")
    for changed, status, words in (
        ({"instalment": "0.00"}, 409, "an instalment is an amount above nothing"),
        ({"instalment": "999999999999"}, 409, "no instalment is larger than $10,000,000.00"),
        ({"first_due_on": "2026-05-15"}, 409, "the first instalment falls due before the plan is made"),
        ({"made_on": "2027-06-01", "first_due_on": "2027-06-15"}, 409, "it cannot be made on a day that has not come"),
        ({"percent_short": 100}, 409, "from 0 to 99 percent"),
        ({"until": "2026-06-02"}, 409, "it ends before its first instalment"),
        ({"frequency": "yearly"}, 409, "weekly, biweekly, semimonthly or monthly"),
        ({"made_on": "2026-02-31"}, 422, "A day is written as year-month-day"),
        ({"basis": "a whim"}, 422, "basis"),
    ):
        answer = agent.post(api(desks, "plans"), json=PLAN | changed)
        assert (answer.status_code, list(answer.json())) == (status, ["error"]), changed
        assert words in answer.json()["error"]
    none = agent.post(api(desks, "what-if"), json={})
    assert (none.status_code, "Say what would be ordered" in none.json()["error"]) == (409, True)
    for often in ("two-monthly", "quarterly", "semiannual", "yearly"):
        never = agent.post(api(desks, "what-if"), json={"instalment": "75.00", "frequency": often})
        assert (never.status_code, "weekly, biweekly, semimonthly or monthly" in never.json()["error"]) == (409, True)
    browser = desks.browser("agent")
    form = {name: str(value) for name, value in (PLAN | {"instalment": "a lot"}).items()}
    csrf = csrf_of(browser.get(at(desks, "plans")).text)
    answer = browser.post(at(desks, "plans"), data=form | {"csrf": csrf})
    assert answer.status_code == 422
    assert 'value="a lot"' in answer.text
    assert "An amount is written as dollars and cents" in answer.text
    with desks.database.reading() as db:
        assert db.scalar(select(PaymentPlan.id)) is None


def test_the_forms_of_the_page_write_a_plan_end_it_and_take_a_pay_stub(desks: Desks) -> None:
    browser = desks.browser("agent")
    csrf = csrf_of(browser.get(at(desks, "plans")).text)
    form = {name: str(value) for name, value in PLAN.items()} | {"csrf": csrf, "consequence": "A show cause order."}
    assert browser.post(at(desks, "plans"), data=form).headers["location"] == at(desks, "plans")
    shown = browser.get(at(desks, "plans")).text
    assert "was written down by Avery Agent" in shown
    assert "A show cause order." in shown
    with desks.database.reading() as db:
        (id,) = db.scalars(select(PaymentPlan.id))
    late = browser.post(at(desks, "plans", str(id), "end"), data={"csrf": csrf, "on": "2027-01-01", "why": "x"})
    assert (late.status_code, "it ends on a day from June 1, 2026 to today" in late.text) == (409, True)
    ended = browser.post(at(desks, "plans", str(id), "end"), data={"csrf": csrf, "on": "2026-11-20", "why": "paid"})
    assert ended.status_code == 303
    stub = browser.post(at(desks, "pay-stubs"), data=STUB | {"csrf": csrf})
    assert stub.status_code == 303
    told = unescape(browser.get(at(desks, "plans")).text)
    assert "ended 11/20/2026" in told
    assert "pay stub of 10/02/2026" in told


def test_an_attorney_does_not_write_down_pay_stubs_and_a_clerk_sees_no_plans(same_desks: Desks) -> None:
    assert same_desks.bearer("attorney").post(api(same_desks, "pay-stubs"), json=STUB).status_code == 403
    assert same_desks.bearer("clerk").get(api(same_desks, "plans")).status_code == 403


def test_the_plan_of_another_case_is_not_there(desks: Desks) -> None:
    id = made(desks)
    other = desks.bearer("agent").post(f"/api/v1/cases/7000070111/plans/{id}/withdraw", json={"why": "x"})
    assert other.status_code == 404


def test_the_page_of_a_proposal_shows_its_chart_and_the_chart_is_of_that_proposal(same_desks: Desks) -> None:
    agent = same_desks.browser("agent")
    told = unescape(agent.get(at(same_desks, "plans"), params={"instalment": "75.00"}).text)
    (address,) = re.findall(r'<img class="drawing"[^>]* src="([^"]+what-if\.svg[^"]+)"', told)
    assert "instalment=75.00" in address
    picture = agent.get(address)
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
    assert "without it" in picture.text
    assert agent.get(at(same_desks, "what-if.svg")).status_code == 409
    assert '<td data-label="Without it" class="number">' in told

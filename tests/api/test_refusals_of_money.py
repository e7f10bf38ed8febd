"""What is not there, or cannot be read as a form, is said in one sentence."""

from sqlalchemy import select

from hearings.tables import Hearing
from tests.desks import Desks, csrf_of


def test_ability_to_pay_is_asked_for_a_hearing_on_contempt_alone(same_desks: Desks) -> None:
    with same_desks.database.reading() as db:
        (other, *_) = db.scalars(select(Hearing.id).where(Hearing.office_id == 1, Hearing.code != "HOSC"))
    told = same_desks.bearer("agent").get(f"/api/v1/hearings/{other}/ability")
    said = "Ability to pay is asked for a hearing on contempt; this hearing is of another kind."
    assert (told.status_code, told.json()) == (404, {"error": said})
    assert same_desks.browser("agent").get(f"/hearings/{other}/ability").status_code == 404


def test_a_plan_or_pay_stub_that_is_not_there_is_neither_ended_nor_taken_back(same_desks: Desks) -> None:
    agent, base = same_desks.bearer("agent"), f"/api/v1/cases/{same_desks.case_no}"
    for path, sent, what in (
        ("plans/77/end", {"on": "2026-11-20", "why": "paid"}, "payment plan"),
        ("plans/77/withdraw", {"why": "typed twice"}, "payment plan"),
        ("pay-stubs/77/withdraw", {"why": "typed twice"}, "pay stub"),
    ):
        answer = agent.post(f"{base}/{path}", json=sent)
        said = {"error": f"There is no {what} with this number in this office."}
        assert (answer.status_code, answer.json()) == (404, said)


def test_a_guideline_form_with_more_than_a_page_sends_or_a_count_in_words_is_refused(same_desks: Desks) -> None:
    browser, path = same_desks.browser("agent"), f"/cases/{same_desks.case_no}/guideline"
    form = {"csrf": csrf_of(browser.get(path).text), "hearing_on": "2026-12-08", "worksheet": "A"}
    many = browser.post(path, data=form | {f"source.{number}": "x" for number in range(200)})
    assert (many.status_code, "The form has more than any page of ours sends." in many.text) == (409, True)
    amounts = {"plaintiff.gross": "2,500.00", "defendant.gross": "3,000.00"}
    words = browser.post(path, data=form | amounts | {"defendant.other_children": "two"})
    assert words.status_code == 409
    assert "is a whole number, such as 2." in words.text
    assert 'value="two"' in words.text


def test_money_is_told_for_no_day_more_than_ten_years_ahead_on_any_page_or_address(same_desks: Desks) -> None:
    case, ahead = same_desks.case_no, "as_of=2036-11-21"
    said = "Nothing is counted for a day more than 10 years ahead, after November 20, 2036."
    api, browser = same_desks.bearer("agent"), same_desks.browser("agent")
    for address in ("facts", "money", "account", "plans", "audit", "audit.pdf", "audit.xlsx"):
        answer = api.get(f"/api/v1/cases/{case}/{address}?{ahead}")
        assert (answer.status_code, answer.json()) == (409, {"error": said})
    for address in ("money", "money.svg", "audit", "audit.pdf", "audit.xlsx", "audit.svg"):
        page = browser.get(f"/cases/{case}/{address}?{ahead}")
        assert (page.status_code, said in page.text) == (409, True)
    form = {"csrf": csrf_of(browser.get("/balances").text), "as_of": "2036-11-21"}
    assert (browser.post("/balances", data=form).status_code, said in browser.post("/balances", data=form).text) == (
        409, True,
    )  # fmt: skip
    assert api.post("/api/v1/balances", json={"as_of": "2036-11-21"}).json() == {"error": said}
    assert api.get(f"/api/v1/cases/{case}/money?as_of=2036-11-20").status_code == 200

"""The guideline of a case on its page and in the API: run, kept, compared, and refused in one sentence."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from sqlalchemy import update

from cases.tables import Participant
from kernel.money import Money
from offices.tables import Office
from tests.desks import Desks, csrf_of
from tests.law.nc_guideline.asking import written

SSN, AFTER_THE_REVIEW = "123-45-6789", "7000071480"
P, D = {"gross": 250_000}, {"gross": 300_000}
BAD: dict[str, dict[str, Any]] = {
    "negative income": written(defendant={"gross": -1}),
    "400 overnights": written(children=1, defendant=D | {"overnights": 400}),
    "a child born after the hearing": written(children=["2026-12-09"]),
    "a year without a schedule": written(hearing_on="2031-01-14"),
    "a year long gone": written(hearing_on="1999-01-12"),
    "no hearing": written(hearing_on=None),
    "a day that is none": written(hearing_on="2026-02-30"),
    "no children": written(children=0),
    "seven children": written(children=7),
    "a Social Security number as a child": written(children=[SSN]),
    "a Social Security number as a key": written(**{SSN: 1}),
    "a Social Security number as income": written(defendant={"gross": SSN}),
    "a Social Security number as a key of a parent": written(defendant=D | {SSN: 1}),
    "over the cap": written(plaintiff={"gross": 4_000_001}),
    "a fraction": written(defendant={"gross": 1.5}),
    "infinity in words": written(defendant={"gross": "Infinity"}),
    "yes": written(defendant={"gross": True}),
    "nothing": written(defendant={"gross": None}),
    "a list": written(defendant=[]),
    "worksheet D": written(worksheet="D"),
    "worksheet B without overnights": written(worksheet="B"),
    "worksheet C without children": written(worksheet="C"),
    "no obligor": written(obligor=None),
    "no income anywhere on B": written(
        worksheet="B", children=1, plaintiff={"gross": 0, "overnights": 200}, defendant={"gross": 0, "overnights": 165}
    ),
    "California's keys": {"period_on": "2026-03-01", "parent_a": {"net": 1}},
    "empty": {},
}


@pytest.mark.parametrize("case", BAD)
def test_the_api_refuses_what_cannot_be_computed_in_one_sentence(case: str, same_desks: Desks) -> None:
    client = same_desks.bearer("agent")
    answer = client.post(f"/api/v1/cases/{same_desks.case_no}/guideline", json={"input": BAD[case]})
    assert answer.status_code == 409
    assert list(answer.json()) == ["error"]
    words = answer.json()["error"]
    assert words.endswith(".")
    assert len(words) < 400
    assert SSN not in words
    assert client.get(f"/api/v1/cases/{same_desks.case_no}/guideline").json() == []


@pytest.mark.parametrize(
    "body",
    [
        {}, {"input": []}, {"input": None}, {"input": written(), "state": "CA"}, {"input": {}, "sources": ["x"]},
        {"input": written(), "remark": "x" * 2001}, {"input": written(), "sources": {"defendant.gross": 7}},
        {"input": {str(key): 1 for key in range(41)}},
    ],
)  # fmt: skip
def test_a_body_that_is_no_run_is_refused_before_anything_is_computed(body: Any, same_desks: Desks) -> None:
    answer = same_desks.bearer("agent").post(f"/api/v1/cases/{same_desks.case_no}/guideline", json=body)
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ({"defendant.income": "pay stub"}, "The run has no entry 'defendant.income' whose source could be told."),
        ({"123-45-6789": "x"}, "The run has no entry of the name that was sent, whose source could be told."),
        ({"defendant.gross": "a\x00b"}, "The text holds a control character."),
    ],
)
def test_a_source_belongs_to_an_entry_and_is_legal_text(
    sources: dict[str, str], words: str, same_desks: Desks
) -> None:
    sent = {"input": written(), "sources": sources}
    answer = same_desks.bearer("agent").post(f"/api/v1/cases/{same_desks.case_no}/guideline", json=sent)
    assert answer.status_code in (409, 422)
    assert answer.json()["error"] == words


def test_a_run_is_made_told_compared_and_withdrawn(desks: Desks) -> None:
    client, place = desks.bearer("agent"), f"/api/v1/cases/{desks.case_no}/guideline"
    made = client.post(place, json={"input": written(), "sources": {"defendant.gross": "Pay stubs of October"}})
    assert made.status_code == 201
    run = made.json()
    assert (run["number"], run["payer"], run["amount"], run["state"]) == (1, "obligor", 96_091, "NC")
    assert run["answer"]["lines"]["9"]["defendant"] == 96_091
    assert run["traces"]["defendant.gross"]["record"] == "Pay stubs of October"
    assert run["beside"]["guideline"] == 96_091
    assert run["beside"]["difference"] == 96_091 - run["beside"]["ordered"]
    assert "substantial change of circumstances" in run["beside"]["test"]["sentence"]
    assert client.get(place).json() == [run]
    assert client.get(f"{place}/1").json() == run
    page = desks.browser("agent").get(f"/cases/{desks.case_no}/guideline/1").text
    entries = page.split("What went in")[1].split("Rows of law")[0]
    assert "Work-related child care: obligor" in entries
    for of_another_worksheet in ("Overnights", "Children of the case living with"):
        assert of_another_worksheet not in entries
    gone = client.post(f"{place}/1/withdraw", json={"why": "Wrong month."}).json()
    assert (gone["withdrawn_why"], gone["digest"]) == ("Wrong month.", run["digest"])
    assert client.post(f"{place}/1/withdraw", json={"why": "Again."}).status_code == 409
    assert client.get(f"{place}/2").status_code == 404


def test_the_api_tells_what_the_record_holds_for_a_run(same_desks: Desks) -> None:
    told = same_desks.bearer("agent").get(f"/api/v1/cases/{same_desks.case_no}/guideline/offered").json()
    assert (told["state"], told["why_not"]) == ("NC", "")
    assert told["entries"]["hearing_on"]["value"] == told["on"]
    assert told["entries"]["children.0"]["trace"]["source"] == "ACTS"
    assert [(child["participant"], child["under_age"]) for child in told["children"]] == [
        ("4000701067", True), ("4000701056", True),
    ]  # fmt: skip
    place, client = f"/api/v1/cases/{same_desks.case_no}/guideline/offered", same_desks.bearer("agent")
    assert "No Schedule" in client.get(f"{place}?on=2031-01-14").json()["why_not"]
    later = client.get(f"{place}?on=2027-01-14").json()
    assert (told["check"], later["why_not"], later["check"][-46:]) == (
        "", "", "which holds for a hearing on January 14, 2027.",
    )  # fmt: skip


def _form(desks: Desks, **changes: str | list[str]) -> dict[str, Any]:
    """A1 as the page sends it; the children are those of the record."""
    page = desks.browser("agent").get(f"/cases/{desks.case_no}/guideline").text
    children = [part.split('"')[0] for part in page.split('name="child" value="')[1:]]
    return {
        "hearing_on": "2026-12-08", "worksheet": "A", "child": children, "plaintiff.gross": "2,500.00",
        "defendant.gross": "3000", "source.defendant.gross": "Pay stubs", "remark": "Seen on Nov 20.",
    } | changes  # fmt: skip


def test_the_page_keeps_a_run_and_shows_every_line(desks: Desks) -> None:
    client, place = desks.browser("agent"), f"/cases/{desks.case_no}/guideline"
    token = csrf_of(client.get(place).text)
    assert client.post(place, data=_form(desks) | {"csrf": token}).status_code == 303
    page = client.get(place).text
    for words in ("Run 1, which papers use", "Recommended child support order", "Beside the order in force", "percent"):
        assert words in page
    assert page.count('<td data-label="Obligor" class="number">$788.18</td>') == 2  # lines 7 and 9
    one = client.get(f"{place}/1").text
    assert "Entered by hand: Pay stubs" in one
    assert '<th scope="row">Monthly gross income: obligor</th><td data-label="Value">$3,000.00</td>' in one
    assert '<th scope="row">Day of the hearing</th><td data-label="Value">12/08/2026</td>' in one
    assert '<th scope="row">Child 1, born on</th>' in one
    assert ".gross<" not in one
    assert "nc.guideline.schedule" in one
    assert "Seen on Nov 20." in one
    gone = client.post(f"{place}/1/withdraw", data={"csrf": token, "why": "Wrong month."})
    assert gone.status_code == 303
    assert "Run 1, which papers use" not in client.get(place).text


def test_the_page_of_a_run_says_why_it_is_not_withdrawn_and_keeps_what_was_typed(desks: Desks) -> None:
    client, place = desks.browser("agent"), f"/cases/{desks.case_no}/guideline"
    token = csrf_of(client.get(place).text)
    assert client.post(place, data=_form(desks) | {"csrf": token}).status_code == 303
    wrong = client.post(f"{place}/1/withdraw", data={"csrf": token, "why": "Wrong\x07month"})
    assert wrong.status_code == 422
    none = client.post(f"{place}/1/withdraw", data={"csrf": token, "why": "   "})
    assert none.status_code == 409
    assert client.post(f"{place}/1/withdraw", data={"csrf": token, "why": "Wrong month."}).status_code == 303
    again = client.post(f"{place}/1/withdraw", data={"csrf": token, "why": "Again."})
    assert again.status_code == 409
    for answer in (wrong, none, again):
        assert "<h1>Guideline run 1</h1>" in answer.text
        assert "This was not done" in answer.text
    assert 'value="   "' in none.text
    assert client.post(f"{place}/2/withdraw", data={"csrf": token, "why": "None."}).status_code == 404


def test_the_page_shows_dollars_percent_and_both_tests_at_a_glance(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/cases/{desks.case_no}/guideline"
    told = agent.post(f"/api/v1{path}", json={"input": written()}).json()["beside"]
    page = desks.browser("agent").get(path).text
    tiles = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page))
    assert tiles["By the guideline, a month"] == "$960.91"
    assert tiles["Difference"] == f"+{Money(told['difference'])}"
    assert tiles["In percent of the order"] == f"+{told['percent']} %"
    checks = page.partition('<ul class="checks">')[2].partition("</ul>")[0]
    assert checks.count("Met</span>") == 2
    assert "at least 15 percent" in checks
    assert "at least 3 years old" in checks


def test_the_page_says_what_to_do_about_a_run_that_papers_of_the_next_hearing_do_not_use(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/cases/{desks.case_no}/guideline"
    made = agent.post(f"/api/v1{path}", json={"input": written(children=1), "children": ["4000701067"]}).json()
    assert (made["children"], made["left_out"]) == (["4000701067"], ["4000701056"])
    page = unescape(desks.browser("agent").get(path).text)
    assert "For MCSWAIN, TYRONE M; left out: MABRY, DENISE J." in page
    assert "do not use this run" not in page
    with desks.database.transaction() as db:
        db.execute(update(Participant).where(Participant.mpi_no == "4000701067").values(born_on=date(2005, 1, 1)))
    page = unescape(desks.browser("agent").get(path).text)
    assert "do not use this run: guideline run 1 counts TYRONE M MCSWAIN, owed no support on that day" in page
    ticked = re.findall(r'name="child" value="([0-9]+)" checked', page)
    assert ticked == []
    told = agent.get(f"/api/v1/hearings/{desks.hearing}").text
    assert "4000701067" not in told


def test_a_run_for_some_of_the_children_is_told_which(same_desks: Desks) -> None:
    client, place = same_desks.bearer("agent"), f"/api/v1/cases/{same_desks.case_no}/guideline"
    answer = client.post(place, json={"input": written(children=1)})
    assert (answer.status_code, answer.json()["error"]) == (
        409, "The run counts 1, and the record has 2 children: say which of them it is for.",
    )  # fmt: skip
    wrong = client.post(place, json={"input": written(children=1), "children": ["123-45-6789"]})
    assert wrong.status_code == 409
    assert "123-45-6789" not in wrong.text
    assert client.post(place, json={"input": written(), "children": ["1"] * 101}).status_code == 422


def test_a_hearing_after_the_review_of_the_schedule_has_its_run_and_a_warning_that_says_what_to_do(
    desks: Desks,
) -> None:
    agent, path = desks.bearer("agent"), f"/cases/{AFTER_THE_REVIEW}/guideline"
    made = agent.post(f"/api/v1{path}", json={"input": written(hearing_on="2027-01-12")})
    assert (made.status_code, made.json()["amount"]) == (201, 96_091)
    page = unescape(desks.browser("agent").get(path).text)
    assert "do not use this run" not in page
    for words in ("A newer schedule may hold on Tue, Jan 12, 2027", "the county attorney checks which holds for a",
                  "confirmed_until", "court’s own form by hand, withdraw run 1 and write its result"):  # fmt: skip
        assert words in page
    assert "A newer schedule" not in desks.browser("agent").get(f"/cases/{desks.case_no}/guideline").text


def test_the_page_says_which_entry_the_record_has_otherwise_since_a_run(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/cases/{desks.case_no}/guideline"
    note = f"/api/v1/cases/{desks.case_no}/notes/obligor_income"
    assert agent.put(note, json={"words": "3,000.00"}).status_code == 200
    assert agent.post(f"/api/v1{path}", json={"input": written()}).status_code == 201
    assert "the record has otherwise" not in desks.browser("agent").get(path).text
    assert agent.put(note, json={"words": "3,500.00"}).status_code == 200
    said = "Since this run the record has otherwise: gross of the obligor."
    assert said in desks.browser("agent").get(path).text


BAD_FORMS: dict[str, tuple[dict[str, Any], str]] = {
    "a negative income": ({"defendant.gross": "-5.00"}, "“Monthly gross income” of the obligor is less than zero"),
    "no income": ({"defendant.gross": ""}, "“Monthly gross income” of the obligor is missing."),
    "half a cent": ({"defendant.gross": "1.005"}, "“Monthly gross income” of the obligor is an amount of dollars"),
    "NaN": ({"plaintiff.gross": "NaN"}, "“Monthly gross income” of the obligee is an amount of dollars"),
    "other digits": ({"plaintiff.gross": "٣٠٠٠"}, "is an amount of dollars"),
    "half a child": (
        {"defendant.other_children": "1.5"},
        "“Other children living with this parent” of the obligor is a whole number, such as 2.",
    ),
    "half a night": ({"plaintiff.overnights": "12.5"}, "is a whole number"),
    "400 overnights of one child": ({"plaintiff.overnights": "9999"}, "in a year (AOC-CV-628, line 7)"),
    "no child ticked": ({"child": []}, "a worksheet is for at least one child"),
    "a year without a schedule": ({"hearing_on": "2031-02-11"}, "No Schedule of Basic Support Obligations is on file"),
    "no day": ({"hearing_on": ""}, "“Day of the hearing” is not a day"),
    "a day in words": ({"hearing_on": "tomorrow"}, "“Day of the hearing” is not a day"),
    "worksheet D": ({"worksheet": "D"}, "is none of A, B, C"),
    "over the cap": ({"plaintiff.gross": "40,000.01"}, "where the schedule ends"),
}


@pytest.mark.parametrize("case", BAD_FORMS)
def test_the_page_says_why_a_run_cannot_be_made_and_keeps_what_was_typed(case: str, same_desks: Desks) -> None:
    changes, words = BAD_FORMS[case]
    client, place = same_desks.browser("agent"), f"/cases/{same_desks.case_no}/guideline"
    token = csrf_of(client.get(place).text)
    answer = client.post(place, data=_form(same_desks) | changes | {"csrf": token})
    assert answer.status_code == 409
    assert "This was not done" in answer.text
    assert words in answer.text
    assert 'value="Pay stubs"' in answer.text


def test_a_form_without_end_is_refused(same_desks: Desks) -> None:
    client, place = same_desks.browser("agent"), f"/cases/{same_desks.case_no}/guideline"
    token = csrf_of(client.get(place).text)
    for wrong in ({f"x{number}": "1" for number in range(201)}, {"remark": "x" * 2001}, {"remark": "a\x07b"}):
        answer = client.post(place, data=_form(same_desks) | wrong | {"csrf": token})
        assert answer.status_code in (409, 422)


def test_the_page_says_what_to_do_for_a_hearing_that_no_schedule_reaches(same_desks: Desks) -> None:
    page = same_desks.browser("agent").get(f"/cases/{same_desks.case_no}/guideline?on=2031-01-14").text
    for words in ("No run can be made for Tue, Jan 14, 2031 yet", "What to do:", "county attorney", "law/nc/guideline/",
                  "court’s own form by hand"):  # fmt: skip
        assert words in page


@pytest.mark.parametrize(
    "raw",
    [
        b'{"input": {"hearing_on": ' + b"[" * 50_000 + b"]" * 50_000 + b"}}",
        b'{"input": {"children": ' + b"9" * 5_000 + b"}}",
        b'{"input": {"children": NaN}}',
        b'{"input": {"children": 1e400}}',
        b'{"input": {"hearing_on": "\\ud800"}}',
        b'{"input": {"\\u0000": 1}}',
        b'{"input": {"children": 1}',
        b"\xff\xfe",
    ],
    ids=["nesting", "digits", "NaN", "beyond any float", "half a letter", "a key of nothing", "cut off", "no text"],
)
def test_json_that_is_meant_to_break_something_is_refused_in_one_sentence(raw: bytes, same_desks: Desks) -> None:
    place = f"/api/v1/cases/{same_desks.case_no}/guideline"
    answer = same_desks.bearer("agent").post(place, content=raw, headers={"content-type": "application/json"})
    assert 400 <= answer.status_code < 500
    assert answer.json()["error"].endswith(".")


ESTABLISHMENT = "7000070000"


def test_a_run_becomes_a_worksheet_in_word_and_pdf_from_its_page(desks: Desks) -> None:
    client, place = desks.browser("agent"), f"/cases/{ESTABLISHMENT}/guideline"
    page = client.get(place).text
    assert "Wages on record, each of a quarter: $" in page
    assert "needs a second source" in page
    token, children = csrf_of(page), [part.split('"')[0] for part in page.split('name="child" value="')[1:]]
    sent = {"csrf": token, "hearing_on": "2026-12-08", "worksheet": "A", "child": children,
            "plaintiff.gross": "2500", "defendant.gross": "3000"}  # fmt: skip
    assert client.post(place, data=sent).status_code == 303
    page = client.get(place).text
    assert "Make it a paper in Word and PDF" in page
    hearing = page.partition('action="/hearings/')[2].partition("/papers")[0]
    assert client.post(f"/hearings/{hearing}/papers", data={"csrf": token, "kind": "guideline-worksheet-a"}).is_redirect
    assert desks.work() >= 1
    paper = client.get(f"/hearings/{hearing}/papers/guideline-worksheet-a").text
    assert "Recommended child support order" in paper
    assert "guideline run 1 by Avery Agent" in paper
    again = client.post(f"/hearings/{hearing}/papers", data={"csrf": token, "kind": "guideline-worksheet-b"})
    assert again.status_code == 409
    assert "guideline run 1 is on Worksheet A" in again.text


def californian(desks: Desks) -> None:
    """The same office under California's law."""
    with desks.database.transaction() as db:
        db.get_one(Office, 1).state = "CA"


CALIFORNIA = {"period_on": "2026-12-08", "parent_a.net": "2,800.00", "parent_b.net": "1500", "timeshare_a": "20",
              "addons.child care": "600.00"}  # fmt: skip


def test_californias_page_keeps_a_run_with_its_range_and_both_ways_to_share_a_cost(desks: Desks) -> None:
    californian(desks)
    client, place = desks.browser("agent"), f"/cases/{desks.case_no}/guideline"
    page = client.get(place).text
    children = [part.split('"')[0] for part in page.split('name="child" value="')[1:]]
    sent = CALIFORNIA | {"csrf": csrf_of(page), "child": children}
    assert client.post(place, data=sent).status_code == 303
    page = client.get(place).text
    order = "The court may order from $829.63 to $867.95."
    for words in ("$867.95", order, "+109.1 %", "Cal. Fam. Code § 4055(a)"):
        assert words in page
    told = desks.bearer("agent").get(f"/api/v1{place}/1").json()
    assert (told["state"], told["payer"], told["amount"], told["beside"]["test"]) == ("CA", "obligor", 86_795, None)
    assert told["answer"]["with_addons"] == {"base": 86_795, "shares": 33_777, "total": 120_572}
    assert "without shares of additional support" in told["beside"]["compared"]
    for words in ("a month before additional support", "$337.77", "Total of an order with these shares", "$1,205.72",
                  "Share of child care of $600.00, in proportion to net incomes",
                  "Compared is the guideline support, without shares of additional support",
                  "has shares of such costs in it, $1,205.72 is what stands beside it", "paid straight to a provider"):
        assert words in page
    bad: tuple[tuple[dict[str, str], str], ...] = (
        ({"timeshare_a": "120"}, "The obligor’s part of the time is a percentage from 0 to 100."),
        ({"timeshare_a": "1_0"}, "The obligor’s part of the time is a percentage from 0 to 100."),
        ({"timeshare_a": "NaN"}, "The obligor’s part of the time is a percentage"),
        ({"timeshare_a": ""}, "The obligor’s part of the time is a percentage"),
        ({"parent_a.net": "-1.00"}, "“Net monthly disposable income” of the obligor is negative; an amount of"),
        ({"parent_a.net": ""}, "Net monthly disposable income of the obligor is missing."),
        ({"parent_a.hardship": "half"}, "children at home” of the obligor, number 1, is a decimal from 0 to 1"),
        ({"period_on": "2027-02-01"}, "No row of the rule"),
        ({"period_on": ""}, "“A day of the support period” is a day of the support period"),
        ({"addon_split": "thirds"}, "“Additional support is shared” is proportional or half"),
        ({"spousal_support.amount": "5.00"}, "“Spousal support is paid by” is parent_a or parent_b"),
        ({"addons.travel": "-5.00"}, "is negative"),
    )
    for changes, words in bad:
        answer = client.post(place, data=sent | changes)
        assert answer.status_code == 409, changes
        assert words in answer.text, changes

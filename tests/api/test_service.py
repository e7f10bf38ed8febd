"""Service of process on the pages and in the API: what is told, what is not, and what happens to bad input."""

import io
from datetime import date
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfWriter
from sqlalchemy import select, update

from cases.tables import Address, Employment, Participant
from hearings.tables import ServiceAttempt
from infra.audit import Audit
from tests.desks import Desks, csrf_of

CASE, OBLIGOR = "7000070888", "4000701034"
FORM = {
    "paper": f"{OBLIGOR}|order to show cause",
    "method": "sheriff",
    "tried_on": "2026-11-18",
    "hour": "18:30",
    "result": "not home",
    "server": "Dep. Ñuñez O'Brien 李",
}
HIDDEN = "4711 Hidden Hollow Lane"


def a_pdf() -> bytes:
    made, out = PdfWriter(), io.BytesIO()
    made.add_blank_page(612, 792)
    made.write(out)
    return out.getvalue()


def test_a_docket_and_a_case_tell_the_same_service_to_people_and_programs(desks: Desks) -> None:
    agent, browser = desks.bearer("agent"), desks.browser("agent")
    told = agent.get(f"/api/v1/sessions/{desks.session}/service").json()
    row = next(one for one in told["rows"] if one["case_no"] == CASE)
    assert (row["state"], row["served_on"], row["paper"]) == ("served", "2026-11-13", "order to show cause")
    page = browser.get(f"/sessions/{desks.session}/service").text
    assert row["person"] in page
    assert f'href="/cases/{CASE}/service"' in page
    (paper,) = agent.get(f"/api/v1/cases/{CASE}/service").json()["papers"]
    assert (paper["state"], paper["attempts"][0]["complete_on"]) == ("served", "2026-11-13")
    assert "Fri, Nov 13, 2026" in browser.get(f"/cases/{CASE}/service").text
    assert "Timeline, attempts and proofs" in browser.get(f"/cases/{CASE}").text


def test_an_attempt_is_written_down_in_one_go_and_names_print_as_they_are(desks: Desks) -> None:
    browser = desks.browser("agent")
    path = f"/cases/{CASE}/service"
    form = FORM | {"csrf": csrf_of(browser.get(path).text)}
    assert browser.post(f"{path}/attempts", data=form).status_code == 303
    page = browser.get(path).text
    assert "Sheriff at 6:30 PM: not home, by Dep. Ñuñez O&#39;Brien 李" in page
    assert "The attempt of Nov 18, 2026 by sheriff, not home, was written down by" in page


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"tried_on": "2026-13-40"}, 422, "A day is written as year-month-day"),
        ({"tried_on": "2026-12-24"}, 409, "The attempt lies in the future"),
        ({"hour": "25:99"}, 409, "A time is written as 14:30"),
        ({"recipient_age": "old"}, 409, "An age is a number of years"),
        ({"result": "lost"}, 409, "The result is one of"),
        ({"lives_there": "perhaps"}, 409, "Yes or no is answered"),
        ({"place": "address|x"}, 404, "The record has no such place"),
        ({"paper": "1|order to show cause"}, 404, "has no such person"),
    ],
)
def test_bad_input_is_one_sentence_and_the_form_comes_back_filled(
    desks: Desks, change: dict[str, str], status: int, words: str
) -> None:
    browser = desks.browser("agent")
    path = f"/cases/{CASE}/service"
    answer = browser.post(f"{path}/attempts", data=FORM | change | {"csrf": csrf_of(browser.get(path).text)})
    assert answer.status_code == status
    assert words in answer.text
    assert 'value="Dep. Ñuñez O&#39;Brien 李"' in answer.text
    with desks.database.reading() as db:
        assert db.scalars(select(ServiceAttempt).where(ServiceAttempt.server.is_not(None))).all() == []


def test_a_proof_counts_when_it_was_opened_and_a_broken_one_says_why(desks: Desks) -> None:
    agent, browser = desks.bearer("agent"), desks.browser("agent")
    path = f"/api/v1/cases/{CASE}/service"
    entry = {"mpi_no": OBLIGOR, "paper": "order to show cause", "method": "sheriff", "tried_on": "2026-11-19"}
    assert agent.post(f"{path}/attempts", json=entry | {"result": "served", "relation": "self"}).status_code == 201
    key = agent.get(path).json()["papers"][0]["attempts"][-1]["key"]
    sent = {"attempt_key": key, "returned_on": "2026-11-20"}
    assert agent.post(f"{path}/proofs", data=sent, files={"file": ("x.pdf", b"no pdf")}).status_code == 409
    unknown = sent | {"attempt_key": "none"}
    assert agent.post(f"{path}/proofs", data=unknown, files={"file": ("x.pdf", a_pdf())}).status_code == 404
    made = agent.post(f"{path}/proofs", data=sent, files={"file": ("x.pdf", a_pdf())}).json()["id"]
    broken = agent.post(f"{path}/proofs", data=sent, files={"file": ("x.pdf", b"%PDF-1.7 nothing")}).json()["id"]
    assert browser.get(f"/proofs/{made}/pdf").status_code == 404
    desks.work()
    proofs = {one["id"]: one for one in agent.get(path).json()["papers"][0]["proofs"]}
    assert (proofs[made]["usable"], proofs[made]["pages"]) == (True, 1)
    assert proofs[broken]["usable"] is False
    assert proofs[broken]["problem"]
    assert browser.get(f"/proofs/{made}/pdf").content.startswith(b"%PDF-")
    assert agent.post(f"/api/v1/proofs/{made}/check").status_code == 200


def hide(desks: Desks) -> None:
    """Protect the obligor, and write where he lives and works into every row that could tell it."""
    with desks.database.transaction() as db:
        db.execute(update(Participant).where(Participant.mpi_no == OBLIGOR).values(protective_order=True))
        db.execute(update(Address).where(Address.mpi_no == OBLIGOR).values(line1=HIDDEN, verified_on=date(2026, 11, 1)))
        db.execute(update(Employment).where(Employment.mpi_no == OBLIGOR).values(line1=HIDDEN))
        db.execute(
            update(ServiceAttempt).where(ServiceAttempt.mpi_no == OBLIGOR).values(result="moved", served_on=None)
        )


def test_where_a_protected_person_is_stands_on_no_page_no_answer_and_in_no_log(desks: Desks) -> None:
    agent, browser = desks.bearer("agent"), desks.browser("agent")
    path = f"/cases/{CASE}/service"
    places = (f"/sessions/{desks.session}/service", path, f"/cases/{CASE}")
    with desks.database.transaction() as db:
        db.execute(update(Address).where(Address.mpi_no == OBLIGOR).values(line1=HIDDEN))
        db.execute(
            update(ServiceAttempt).where(ServiceAttempt.mpi_no == OBLIGOR).values(result="moved", served_on=None)
        )
    assert HIDDEN in browser.get(path).text
    hide(desks)
    form = FORM | {"csrf": csrf_of(browser.get(path).text), "place": "other", "where": HIDDEN}
    assert browser.post(f"{path}/attempts", data=form).status_code == 303
    assert all(HIDDEN not in browser.get(place).text for place in places)
    assert all(HIDDEN not in agent.get(f"/api/v1{place}").text for place in places[:2])
    with desks.database.reading() as db:
        assert all(HIDDEN not in f"{one.subject} {one.detail}" for one in db.scalars(select(Audit)))
    assert "tells nobody where he or she may be found" in browser.get(path).text


def test_the_e_mail_address_of_a_protected_persons_consent_is_withheld(desks: Desks) -> None:
    agent, path = desks.bearer("agent"), f"/cases/{CASE}/service"
    sent = {"mpi_no": OBLIGOR, "email": "wei@hidden-hollow-mill.example.com", "filed_on": "2026-11-02"}
    assert agent.post(f"/api/v1{path}/consents", json=sent).status_code == 201
    assert "hidden-hollow-mill" in desks.browser("agent").get(path).text
    hide(desks)
    told = (desks.browser("agent").get(path).text, agent.get(f"/api/v1{path}").text)
    assert all("hidden-hollow-mill" not in one and "[withheld]" in one for one in told)


def test_a_servers_list_is_told_line_by_line(desks: Desks) -> None:
    lines = ("case,paper,date,result", f"{CASE},order to show cause,11/19/2026,not home", "none,,11/19/2026,moved", "")
    sent = "\r\n".join(lines).encode()
    agent = desks.bearer("agent")
    looked = agent.post("/api/v1/service-list", data={"dry_run": "true"}, files={"file": ("l.csv", sent)}).json()
    taken = agent.post("/api/v1/service-list", files={"file": ("l.csv", sent)}).json()
    assert looked == taken
    assert (taken["taken"], taken["refused"], taken["lines"][1]["line"]) == (1, 1, 3)
    refused = agent.post("/api/v1/service-list", files={"file": ("l.csv", b"\xff")})
    assert (refused.status_code, list(refused.json())) == (409, ["error"])

def posted(browser: TestClient, path: str, **fields: str) -> Any:
    """A form of the page of the case's service, sent as a browser sends it."""
    token = csrf_of(browser.get(f"/cases/{CASE}/service").text)
    return browser.post(path, data=fields | {"csrf": token})


def papers(desks: Desks) -> dict[str, Any]:
    told = desks.bearer("agent").get(f"/api/v1/cases/{CASE}/service").json()
    return {one["paper"]: one for one in told["papers"]}


def test_an_attempt_by_mistake_is_taken_back_and_one_of_the_states_record_is_not(desks: Desks) -> None:
    browser, path = desks.browser("agent"), f"/cases/{CASE}/service/attempts"
    form = FORM | {"csrf": csrf_of(browser.get(f"/cases/{CASE}/service").text)}
    assert browser.post(path, data=form).status_code == 303
    attempts = papers(desks)["order to show cause"]["attempts"]
    (by_hand,) = [one for one in attempts if one["key"].startswith("attempt|")]
    (of_state,) = [one for one in attempts if one is not by_hand]
    assert f'value="{by_hand["key"]}"' in browser.get(f"/cases/{CASE}/service").text
    refused = posted(browser, f"{path}/withdraw", attempt_key=of_state["key"])
    assert (refused.status_code, "have it put right there" in refused.text) == (409, True)
    assert posted(browser, f"{path}/withdraw", attempt_key=by_hand["key"]).status_code == 303
    assert papers(desks)["order to show cause"]["attempts"] == [of_state]
    assert posted(browser, f"{path}/withdraw", attempt_key=by_hand["key"]).status_code == 404
    assert browser.post(path, data=form).status_code == 303


def test_a_chain_of_summonses_is_told_with_its_days_and_taken_back_from_its_end(desks: Desks) -> None:
    agent, browser = desks.bearer("agent"), desks.browser("agent")
    path = f"/api/v1/cases/{CASE}/service/issued"
    sent = {"mpi_no": OBLIGOR, "paper": "summons and complaint"}
    first = agent.post(path, json=sent | {"issued_on": "2026-07-01"}).json()["id"]
    alias = agent.post(path, json=sent | {"issued_on": "2026-09-15", "kind": "alias and pluries"}).json()["id"]
    told = papers(desks)["summons and complaint"]
    assert (told["summons"]["standing"], told["summons"]["serve_by"], told["summons"]["extend_by"]) == (
        "dormant", "2026-11-16", "2026-12-14",
    )  # fmt: skip
    assert "Have the summons and complaint extended by" not in browser.get(f"/cases/{CASE}/service").text
    assert "is dormant: it could be served until Nov 16, 2026" in browser.get(f"/cases/{CASE}/service").text
    refused = posted(browser, f"/issued/{first}/withdraw")
    assert (refused.status_code, "a later summons follows this one" in refused.text.lower()) == (409, True)
    assert posted(browser, f"/issued/{alias}/withdraw").status_code == 303
    assert papers(desks)["summons and complaint"]["summons"]["standing"] == "discontinued"
    assert agent.post(f"/api/v1/issued/{first}/withdraw").status_code == 200
    assert "summons and complaint" not in papers(desks)
    late = agent.post(path, json=sent | {"issued_on": "2026-09-15", "kind": "endorsement"})
    assert late.json() == {"error": "There is no earlier summons for this one to follow (N.C. R. Civ. P. 4(d), 4(e))."}


def test_a_consent_stands_on_the_page_until_it_is_ended(desks: Desks) -> None:
    browser = desks.browser("agent")
    form = {"mpi_no": OBLIGOR, "email": "latoya@example.org", "filed_on": "2026-11-02"}
    assert posted(browser, f"/cases/{CASE}/service/consents", **form).status_code == 303
    page = browser.get(f"/cases/{CASE}/service").text
    assert "latoya@example.org" in page
    (consent,) = desks.bearer("agent").get(f"/api/v1/cases/{CASE}/service").json()["consents"]
    assert posted(browser, f"/consents/{consent['id']}/end").status_code == 303
    assert "ended 11/20/2026" in browser.get(f"/cases/{CASE}/service").text


def test_an_answer_by_mistake_is_taken_back(desks: Desks) -> None:
    agent, browser = desks.bearer("agent"), desks.browser("attorney")
    path = f"/api/v1/cases/{CASE}/service"
    agent.post(f"{path}/issued", json={"mpi_no": OBLIGOR, "paper": "summons and complaint", "issued_on": "2026-11-02"})
    assert agent.post(f"{path}/answers", json={"mpi_no": OBLIGOR, "answered_on": "2026-11-18"}).status_code == 201
    assert papers(desks)["summons and complaint"]["answered_on"] == "2026-11-18"
    assert posted(browser, f"/cases/{CASE}/service/answers/withdraw", mpi_no=OBLIGOR).status_code == 303
    assert papers(desks)["summons and complaint"]["answered_on"] is None
    assert posted(browser, f"/cases/{CASE}/service/answers/withdraw", mpi_no=OBLIGOR).status_code == 404


def test_service_in_a_way_that_the_law_does_not_know_leaves_the_hearing_without_notice(desks: Desks) -> None:
    with desks.database.transaction() as db:
        db.execute(update(ServiceAttempt).where(ServiceAttempt.mpi_no == OBLIGOR).values(method="mail"))
    page = unescape(desks.browser("agent").get(f"/hearings/{desks.hearing}").text)
    assert "The other party is not served" in page
    assert "It does not count: 'mail' is no way to serve a paper such as the order to show cause" in page
    assert papers(desks)["order to show cause"]["attempts"][0]["complete_on"] is None


def test_a_proof_that_opened_is_a_return_for_the_hearing_and_one_left_out_is_none(desks: Desks) -> None:
    agent, browser = desks.bearer("agent"), desks.browser("agent")
    with desks.database.transaction() as db:
        db.execute(update(ServiceAttempt).where(ServiceAttempt.mpi_no == OBLIGOR).values(returned_on=None))
    gap = "Proof of service is not back"
    assert gap in browser.get(f"/hearings/{desks.hearing}").text
    key = papers(desks)["order to show cause"]["attempts"][0]["key"]
    path, sent = f"/api/v1/cases/{CASE}/service/proofs", {"attempt_key": key, "returned_on": "2026-11-18"}
    made = agent.post(path, data=sent, files={"file": ("x.pdf", a_pdf())}).json()["id"]
    assert gap in browser.get(f"/hearings/{desks.hearing}").text
    desks.work()
    assert gap not in browser.get(f"/hearings/{desks.hearing}").text
    assert papers(desks)["order to show cause"]["state"] == "served"
    assert posted(browser, f"/proofs/{made}/remove").status_code == 303
    assert gap in browser.get(f"/hearings/{desks.hearing}").text


def test_a_servers_list_is_brought_on_a_page_that_tells_each_line(desks: Desks) -> None:
    browser = desks.browser("agent")
    raw = f"case,paper,date,result\r\n{CASE},order to show cause,11/19/2026,not home\r\nnone,,11/19/2026,moved\r\n"
    token = csrf_of(browser.get("/service-list").text)
    answer = browser.post("/service-list", data={"csrf": token}, files={"file": ("<i>list</i>.csv", raw.encode())})
    assert answer.status_code == 200
    assert "&lt;i&gt;list&lt;/i&gt;.csv: 1 line taken over, 1 not." in answer.text
    assert "There is no case with this number in this office." in answer.text
    broken = browser.post("/service-list", data={"csrf": token}, files={"file": ("x.csv", b"\xff")})
    assert broken.status_code == 409

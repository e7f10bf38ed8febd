"""Service of process on the pages and in the API: what is told, what is not, and what happens to bad input."""

import io
from datetime import date

import pytest
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

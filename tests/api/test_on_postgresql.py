"""The same web on PostgreSQL: what a person may type, and what two people may do at once."""

from concurrent.futures import ThreadPoolExecutor

from tests.desks import Desks, csrf_of


def test_pages_bad_input_and_two_attorneys_at_once_on_postgresql(desks_on_postgresql: Desks) -> None:
    desks = desks_on_postgresql
    _every_page_of_the_agent_opens(desks)
    _what_no_database_takes_is_refused_in_words(desks)
    _of_two_clicks_at_once_one_counts(desks)


def _every_page_of_the_agent_opens(desks: Desks) -> None:
    client = desks.browser("agent")
    hearing = f"/hearings/{desks.hearing}"
    parts = ("", "/papers/fact-sheet", "/entries", "/exhibits", "/history")
    pages = ("/sessions", "/sessions/1", *(hearing + part for part in parts), f"/cases/{desks.case_no}", "/jobs")
    assert {path: client.get(path).status_code for path in pages} == dict.fromkeys(pages, 200)


def _what_no_database_takes_is_refused_in_words(desks: Desks) -> None:
    agent = desks.bearer("agent")
    case = f"/api/v1/cases/{desks.case_no}"
    payment = {"receipt_no": "M\x00", "collected_on": "2026-11-20", "amount": "500.00"}
    answers = [
        desks.client().post("/api/v1/sign-in", json={"email": "a\x00@b.gov", "password": "\x00"}),
        agent.get("/api/v1/cases", params={"q": "19 CVD\x00"}),
        agent.put(f"{case}/notes/ability", json={"words": "a\x00"}),
        agent.post(f"{case}/payments", json=payment),
        agent.get("/api/v1/hearings/99999999999"),
        agent.get("/api/v1/batches/%00"),
    ]
    assert [one.status_code for one in answers] == [401, 422, 422, 422, 404, 404]


def _of_two_clicks_at_once_one_counts(desks: Desks) -> None:
    client, revision = desks.browser("agent"), desks.revision("payment-history")
    form = {"csrf": csrf_of(client.get("/sessions").text)}
    with ThreadPoolExecutor(4) as people:
        clicks = people.map(lambda _: client.post(f"/revisions/{revision}/submit", data=form).status_code, range(4))
    assert sorted(clicks) == [303, 409, 409, 409]

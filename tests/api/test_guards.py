"""What stands before every request."""

import pytest
from sqlalchemy import func, select

from cases.queries import case_numbers, case_record
from hearings.queries import hearings_of_case
from infra.audit import Audit
from tests.desks import PASSWORD, Desks, csrf_of, email


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/hearings/1/prepare", "/sign-in", "/api/v1/sign-in", "/api/v1/hearings/1/prepare"])
def test_a_write_from_another_site_is_not_carried_out(path: str, headers: dict[str, str], same_desks: Desks) -> None:
    answer = same_desks.client().post(path, headers=headers)
    assert answer.status_code == 403
    assert "came from another site" in answer.text


@pytest.mark.parametrize("token", [None, "", "wrong", "é"])
def test_a_form_without_the_token_of_this_sign_in_is_not_carried_out(token: str | None, desks: Desks) -> None:
    client = desks.browser("agent")
    answer = client.post(f"/hearings/{desks.hearing}/prepare", data={} if token is None else {"csrf": token})
    assert answer.status_code == 403
    assert "belongs to another sign-in" in answer.text


def test_a_cookie_counts_for_nothing_in_the_api(desks: Desks) -> None:
    client = desks.browser("agent")
    assert client.get("/sessions").status_code == 200
    assert client.get("/api/v1/sessions").status_code == 401


def test_a_double_click_submits_once(desks: Desks) -> None:
    client, revision = desks.browser("agent"), desks.revision("payment-history")
    token = csrf_of(client.get("/sessions").text)
    first, second = (client.post(f"/revisions/{revision}/submit", data={"csrf": token}) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 409)
    told = desks.bearer("agent").get(f"/api/v1/revisions/{revision}").json()
    assert [one["verb"] for one in told["decisions"]] == ["submit"]


@pytest.mark.parametrize("path", ["/sign-in", "/sessions", "/nowhere", "/api/v1/sessions", "/healthz"])
def test_every_answer_says_what_a_browser_may_not_do(path: str, same_desks: Desks) -> None:
    headers = same_desks.client().get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize(
    "path", ["/sessions/", "/hearings/", "/revisions/1/pages/", "/api/v1/hearings/", "/api/v1/sessions/"]
)
def test_a_number_of_thousands_of_digits_is_no_address_of_ours(path: str, same_desks: Desks) -> None:
    assert same_desks.client().get(f"{path}{'9' * 5000}").status_code == 404


@pytest.mark.parametrize("path", ["/sign-in", "/api/v1/sign-in"])
def test_a_body_that_is_too_large_is_refused_in_words_with_every_header(path: str, same_desks: Desks) -> None:
    answer = same_desks.client().post(path, content=b"x" * 2_000_000)
    assert answer.status_code == 413
    assert "larger than allowed: 1 MB for forms" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_signing_in_rightly_many_times_locks_nobody_out(desks: Desks) -> None:
    answers = {
        desks.client().post("/api/v1/sign-in", json={"email": email("agent"), "password": PASSWORD}).status_code
        for _ in range(15)
    }
    assert answers == {200}


def test_pages_hold_no_script_or_style_of_their_own(same_desks: Desks) -> None:
    client = same_desks.browser("agent")
    pages = (
        "/sessions",
        "/sessions/1",
        f"/hearings/{same_desks.hearing}",
        "/jobs",
        "/cases",
        f"/cases/{same_desks.case_no}",
    )
    for path in pages:
        page = client.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick" not in page


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/api/v1/openapi.json"])
def test_no_document_of_the_api_is_served(path: str, same_desks: Desks) -> None:
    assert same_desks.client().get(path).status_code == 404


def test_looking_at_a_hearing_leaves_an_audit_row_that_says_who(desks: Desks) -> None:
    client = desks.browser("agent")
    with desks.database.reading() as db:
        before = db.scalar(select(func.count()).select_from(Audit))
    client.get(f"/hearings/{desks.hearing}")
    with desks.database.reading() as db:
        rows = list(db.scalars(select(Audit).order_by(Audit.seq.desc()).limit(1)))
        after = db.scalar(select(func.count()).select_from(Audit))
    assert (rows[0].actor, rows[0].verb, rows[0].subject) == (
        "agent:agent@here.example.gov", "looked at", f"hearing {desks.hearing}",
    )  # fmt: skip
    assert (before, after) == (before, (before or 0) + 1)


def test_no_page_tells_where_a_protected_person_may_be_found(same_desks: Desks) -> None:
    client, api = same_desks.browser("agent"), same_desks.bearer("agent")
    with same_desks.database.reading() as db:
        records = [case_record(db, 1, case_no) for case_no in case_numbers(db, 1)]
        guarded = [one for one in records if one.protected_words]
        hearings = {one.case_no: [each.id for each in hearings_of_case(db, 1, one.case_no)] for one in guarded}
    assert guarded
    for record in guarded:
        about = [f"/hearings/{one}{part}" for one in hearings[record.case_no] for part in ("", "/entries", "/history")]
        pages = [client.get(path) for path in (f"/cases/{record.case_no}", *about)]
        pages.append(api.get(f"/api/v1/cases/{record.case_no}/facts"))
        assert {page.status_code for page in pages} == {200}
        assert [word for word in record.protected_words for page in pages if word in page.text] == []


def test_agents_and_attorneys_write_notes_and_clerks_are_told_in_one_sentence_that_they_may_not(desks: Desks) -> None:
    note, page = f"/api/v1/cases/{desks.case_no}/notes/ability", f"/hearings/{desks.hearing}/entries"
    for role, refused in (("agent", False), ("attorney", False), ("clerk", True)):
        browser = desks.browser(role)
        token = csrf_of(browser.get("/inbox" if refused else page).text)
        typed = browser.post(page, data={"csrf": token, "ability": f"Seen by the {role}."})
        told = desks.bearer(role).put(note, json={"words": f"Seen by the {role}."})
        assert (typed.status_code, told.status_code) == ((403, 403) if refused else (303, 200))
        if refused:
            assert "Only an agent or an attorney may do this." in typed.text
            assert told.json() == {"error": "Only an agent or an attorney may do this."}

"""Signing in: the same answer for every failure, a new session each time, and an end to it."""

from datetime import timedelta

import pytest

from api.app import create_app
from offices.actions import IDLE_LIMIT
from tests.desks import PASSWORD, Desks, csrf_of, email, since_noon

COOKIE = "__Host-courtready"


@pytest.mark.parametrize(
    "sent",
    [
        {"email": "agent@here.example.gov", "password": "a wrong password"},
        {"email": "nobody@here.example.gov", "password": PASSWORD},
        {"email": "", "password": ""},
        {"email": "not an address\x00", "password": "\x00" * 20},
    ],
)
def test_every_failed_sign_in_gets_the_same_answer(sent: dict[str, str], same_desks: Desks) -> None:
    by_form = same_desks.client().post("/sign-in", data=sent)
    in_api = same_desks.client().post("/api/v1/sign-in", json=sent)
    assert (by_form.status_code, in_api.status_code) == (401, 401)
    assert "The e-mail address or the password is not right." in by_form.text
    assert in_api.json() == {"error": "The e-mail address or the password is not right."}
    assert COOKIE not in by_form.cookies


def test_the_cookie_is_for_this_host_alone_and_out_of_reach_of_scripts(same_desks: Desks) -> None:
    answer = same_desks.client().post("/sign-in", data={"email": email("agent"), "password": PASSWORD})
    told = answer.headers["set-cookie"].lower()
    assert told.startswith("__host-courtready=")
    assert all(word in told for word in ("httponly", "secure", "samesite=lax", "path=/"))
    assert "domain" not in told


def test_signing_in_anew_gives_a_new_session_and_ends_the_old_one(desks: Desks) -> None:
    client = desks.browser("agent")
    old = client.cookies[COOKIE]
    client.post("/sign-in", data={"email": email("agent"), "password": PASSWORD})
    assert client.cookies[COOKIE] != old
    other = desks.client()
    other.cookies.set(COOKIE, old)
    assert other.get("/sessions").headers["location"] == "/sign-in?after=/sessions"


def test_signing_out_ends_the_session(desks: Desks) -> None:
    client = desks.browser("agent")
    kept, token = client.cookies[COOKIE], csrf_of(client.get("/sessions").text)
    assert client.post("/sign-out", data={"csrf": token}).headers["location"] == "/sign-in"
    client.cookies.set(COOKIE, kept)
    assert client.get("/sessions").status_code == 303


def test_a_sign_in_ends_after_an_hour_without_use(desks: Desks) -> None:
    token = desks.bearer("agent").headers["authorization"]
    later = Desks(desks.database, create_app(now=lambda: since_noon() + 2 * IDLE_LIMIT), desks.hearing, 1)
    client = later.client()
    client.headers["authorization"] = token
    assert client.get("/api/v1/me").status_code == 401


def test_use_keeps_a_sign_in_alive_but_not_past_twelve_hours(desks: Desks) -> None:
    token = desks.bearer("agent").headers["authorization"]

    def status_after(span: timedelta) -> int:
        client = Desks(desks.database, create_app(now=lambda: since_noon() + span), desks.hearing, 1).client()
        client.headers["authorization"] = token
        return client.get("/api/v1/me").status_code

    assert [status_after(timedelta(minutes=50 * number)) for number in range(1, 16)] == [200] * 14 + [401]


def test_the_eleventh_try_for_one_person_waits_whether_that_person_exists_or_not(same_desks: Desks) -> None:
    client = same_desks.client()
    for address in (email("agent"), "nobody@nowhere.example.gov"):
        tried = [client.post("/api/v1/sign-in", json={"email": address, "password": "wrong"}) for _ in range(11)]
        assert [one.status_code for one in tried] == [401] * 10 + [429]
        assert tried[-1].json() == {"error": "Too many tries. Wait fifteen minutes, then sign in again."}


@pytest.mark.parametrize(
    "after", ["https://evil.example", "//evil.example", "/\\evil.example", "/sign-in", "javascript:1"]
)
def test_after_signing_in_nobody_is_led_elsewhere(after: str, same_desks: Desks) -> None:
    sent = {"email": email("agent"), "password": PASSWORD, "after": after}
    assert same_desks.client().post("/sign-in", data=sent).headers["location"] == "/today"


def test_after_signing_in_a_person_is_where_they_wanted_to_be(same_desks: Desks) -> None:
    sent = {"email": email("agent"), "password": PASSWORD, "after": "/hearings/3"}
    assert same_desks.client().post("/sign-in", data=sent).headers["location"] == "/hearings/3"

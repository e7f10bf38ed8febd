"""Every route asks who comes, and for what: the routes are read off the application, not off a list."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from api.app import create_app
from tests.desks import Desks, csrf_of

OPEN_TO_ALL = {
    ("GET", "/healthz"), ("GET", "/sign-in"), ("POST", "/sign-in"), ("POST", "/api/v1/sign-in"),
    ("GET", "/feeds/{secret}.ics"),
}  # fmt: skip
OF_EVERYBODY = {("GET", "/"), ("POST", "/sign-out"), ("POST", "/api/v1/sign-out"), ("GET", "/api/v1/me")}
NOTE = {"proof": "order"}
PLANS: dict[str, dict[str, Any]] = {
    "plans": {
        "basis": "agreement", "source": "agreement", "made_on": "2026-11-19", "first_due_on": "2026-12-01",
        "instalment": "50.00",
    },
    "{plan_id}/end": {"on": "2026-11-20", "why": "No."},
    "{plan_id}/withdraw": {"why": "No."},
    "{stub_id}/withdraw": {"why": "No."},
    "pay-stubs": {"paid_on": "2026-11-13", "withheld": "50.00", "evidence": "pay stub"},
}
SENT: dict[str, dict[str, Any]] = PLANS | {
    "what-if": {"instalment": "75.00"},
    "balances": {},
    "contempts": NOTE | {"found_on": "2024-03-12", "kind": "civil", "outcome": "paid"},
    "assets": NOTE | {"what": "Boat", "value": "1.00", "seen_on": "2026-11-19"},
    "household": NOTE | {"people": 1, "needs": [], "supports_others": False},
    "evidence": NOTE | {"finding": "nc.contempt.willful", "kind": "work", "words": "No.", "of": "2026-11-19"},
    "purge": NOTE | {"amount": "1.00", "pay_on": "2026-12-08", "funds": [], "needs_first": "0.00"},
    "ability/withdraw": {"kind": "purge", "note": 1, "why": "No."},
    "outcomes": {"session": 1, "code": "advisement", "id": "of-the-walk"},
    "close": {"words": "No."},
    "handoff": {"words": "No."},
    "met": {"on": "2026-11-20", "how": "By hand."},
    "deadlines": {"rule": "us.case.open", "trigger_on": "2026-11-19", "evidence": "application"},
    "continue": {"cause": "court"},
    "unlock": {"why": "No."},
    "frame": {},
    "accept-one": {"key": "0" * 32},
    "set-aside": {"key": "0" * 32},
    "sessions": {"on": "2027-01-20", "courthouse": "Annex", "room": "r", "judge": "j"},
    "closings": {"on": "2026-12-09", "why": "storm"},
    "courthouses": {"name": "Annex", "zone": "America/New_York"},
    "practices": {"subject": "minutes", "name": "review", "number": 7},
    "attempts/withdraw": {"attempt_key": "none"},
    "answers/withdraw": {"mpi_no": "4000701034"},
    "issues": {"pdf_sha": "0" * 64},
    "approve": {"pdf_sha": "0" * 64},
    "return": {"remarks": [{"words": "No."}]},
    "reject": {"reason": "other", "words": "No."},
    "guideline": {"input": {}},
    "{number}/withdraw": {"why": "No."},
    "payments": {"receipt_no": "M1", "collected_on": "2026-11-20", "amount": "1.00"},
    "{name}": {"words": "None found"},
    "attempts": {
        "mpi_no": "4000701034",
        "paper": "order to show cause",
        "method": "sheriff",
        "tried_on": "2026-11-19",
        "result": "not home",
    },
    "issued": {"mpi_no": "4000701034", "paper": "summons and complaint", "issued_on": "2026-11-19"},
    "answers": {"mpi_no": "4000701034", "answered_on": "2026-11-19"},
    "consents": {"mpi_no": "4000701034", "email": "a@example.gov", "filed_on": "2026-11-19"},
    "publish": {"in_force_on": "2026-12-01"},
    "again": {"in_force_on": "2026-12-01"},
    "mend": {},
}
MONEY: dict[str, dict[str, Any]] = {
    "money/steps": NOTE | {"on": "2026-10-01", "amount": "1.00", "why": "No."},
    "money/suspensions": NOTE | {"cause": "incarceration", "began_on": "2026-10-01"},
    "money/obligations": NOTE | {
        "support": "spousal support", "amount": "1.00", "frequency": "monthly", "effective_on": "2026-10-01",
        "ordered_on": "2026-10-01",
    },
    "money/credits": NOTE | {"on": "2026-10-01", "amount": "1.00", "why": "No."},
    "money/direct-payments": NOTE | {"paid_on": "2026-10-01", "amount": "1.00", "proof_kind": "money order"},
    "money/judgments": NOTE | {"entered_on": "2026-10-01", "percent": "8", "runs_from": "2026-10-01"},
    "money/issuing-state": NOTE | {"state": "CA", "registered_on": "2026-10-01"},
    "money/adjustments": NOTE | {"on": "2026-10-01", "bucket": "family", "amount": "1.00", "reason": "No."},
    "{entry_id}/withdraw": {"why": "No."},
}
SENT |= MONEY | {"{entry_id}/decide": {"approve": True}}
FORMS: dict[str, dict[str, Any]] = MONEY | PLANS | {
    "audit/proposal": {"on": "2026-11-19", "bucket": "family", "amount": "1.00", "reason": "No."},
    "{entry_id}/decide": {"decision": "approve"},
    "balances": {"as_of": "2026-11-20"},
    "ability/answers": {"health": "None found."},
    "ability/withdraw": {"kind": "purge", "note": "1", "why": "No."},
    "outcome": {"session": "1", "code": "advisement", "key": "of-the-walk-of-pages"},
    "close": {"words": "No."},
    "handoff": {"words": "No."},
    "met": {"on": "2026-11-20", "how": "By hand."},
    "deadlines": {"rule": "us.case.open", "trigger_on": "2026-11-19", "evidence": "application"},
    "continue": {"cause": "court"},
    "unlock": {"why": "No."},
    "accept-one": {"key": "0" * 32},
    "set-aside": {"key": "0" * 32},
    "sessions": {"on": "2027-01-20", "courthouse": "Annex", "room": "r", "judge": "j"},
    "closings": {"on": "2026-12-09", "why": "storm"},
    "issues": {"pdf_sha": "0" * 64},
    "practices/courthouse": {"name": "Annex", "zone": "America/New_York"},
    "practices/number": {"subject": "minutes", "name": "review", "number": "7"},
    "attempts/withdraw": {"attempt_key": "none"},
    "answers/withdraw": {"mpi_no": "4000701034"},
    "publish": {"in_force_on": "2026-12-01"},
    "again": {"in_force_on": "2026-12-01"},
    "mend": {"which": "all"},
    "papers": {"kind": "sonnet"},
    "approve": {"pdf_sha": "0" * 64},
    "return": {"fact": "", "words": "No."},
    "reject": {"reason": "other", "words": "No."},
    "payments": {"receipt_no": "M1", "collected_on": "2026-11-20", "amount": "1.00"},
    "attempts": {
        "paper": "4000701034|order to show cause",
        "method": "sheriff",
        "tried_on": "2026-11-19",
        "result": "not home",
    },
    "issued": {
        "mpi_no": "4000701034",
        "paper": "summons and complaint",
        "kind": "original",
        "issued_on": "2026-11-19",
    },
    "answers": {"mpi_no": "4000701034", "answered_on": "2026-11-19"},
    "consents": {"mpi_no": "4000701034", "email": "a@example.gov", "filed_on": "2026-11-19"},
    "proofs": {"attempt_key": "none", "returned_on": "2026-11-19"},
}
UPLOADS = ("exhibits", "proofs", "docket-list", "service-list")
OBJECTS = (
    "session_id", "hearing_id", "revision_id", "case_no", "exhibit_id", "envelope_id", "filing_id", "job_id",
    "draft_id", "version_id", "proof_id", "consent_id", "closing_id", "deadline_id", "issued_id", "task_id",
    "plan_id", "stub_id",
)  # fmt: skip


def _routes() -> Iterator[tuple[str, str]]:
    for context in iter_route_contexts(create_app().routes):
        path = context.path or ""
        for verb in sorted(context.methods or set()):
            if verb in ("GET", "POST", "PUT", "DELETE", "PATCH") and not path.startswith("/static"):
                yield verb, re.sub(r":int", "", path)


ROUTES = sorted(set(_routes()))
CLOSED = [route for route in ROUTES if route not in OPEN_TO_ALL]
ABOUT_AN_OBJECT = [route for route in CLOSED if any(f"{{{name}}}" in route[1] for name in OBJECTS)]


def _ids(route: tuple[str, str]) -> str:
    return " ".join(route)


def _path(path: str, desks: Desks) -> str:
    known = {
        "session_id": desks.session, "hearing_id": desks.hearing, "revision_id": desks.revision("fact-sheet"),
        "case_no": desks.case_no, "kind": "fact-sheet", "number": 1, "name": "ability", "batch": "b", "exhibit_id": 1,
        "envelope_id": 1, "filing_id": 1, "job_id": 1, "state": "nc", "draft_id": 1, "version_id": 1,
        "proof_id": 1, "consent_id": 1, "closing_id": 1, "deadline_id": 1, "issued_id": 1, "task_id": 1,
        "side": "after", "plan_id": 1, "stub_id": 1,
        "entry_kind": "credits", "entry_id": 1,
    }  # fmt: skip
    return path.format(**known)


def test_the_walk_finds_pages_and_the_api() -> None:
    assert len(ROUTES) > 70
    assert {("POST", "/hearings/{hearing_id}/prepare"), ("POST", "/api/v1/revisions/{revision_id}/approve")} <= set(
        ROUTES
    )


@pytest.mark.parametrize("route", CLOSED, ids=_ids)
def test_every_route_needs_somebody_who_is_signed_in(route: tuple[str, str], same_desks: Desks) -> None:
    verb, path = route
    answer = same_desks.client().request(verb, _path(path, same_desks))
    if path.startswith("/api/"):
        assert (answer.status_code, list(answer.json())) == (401, ["error"])
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("route", [route for route in CLOSED if route not in OF_EVERYBODY], ids=_ids)
def test_every_route_is_closed_to_some_role_and_says_whose_it_is(route: tuple[str, str], same_desks: Desks) -> None:
    answers = {role: _ask(route, same_desks, role, "here") for role in ("agent", "attorney", "clerk", "admin")}
    refused = {role for role, (status, words) in answers.items() if status == 403 and "may do this" in words}
    let_in = set(answers) - refused
    assert refused
    assert let_in
    assert {status for status, _ in answers.values() if status >= 500} == set()


@pytest.mark.parametrize("route", ABOUT_AN_OBJECT, ids=_ids)
def test_what_belongs_to_another_office_is_not_there(route: tuple[str, str], same_desks: Desks) -> None:
    answers = {role: _ask(route, same_desks, role, "elsewhere") for role in ("agent", "attorney", "clerk", "admin")}
    assert {status for status, _ in answers.values()} <= {403, 404}
    assert 404 in {status for status, _ in answers.values()}
    assert not any(word in words for _, words in answers.values() for word in ("TEAGUE", "18 CVD 18471"))


def _ask(route: tuple[str, str], desks: Desks, role: str, office: str) -> tuple[int, str]:
    verb, path = route
    last = path.rpartition("/")[2]
    if path.startswith("/api/"):
        client = _in_api(desks, role, office)
        if path.endswith("/exhibits"):
            answer = client.post(_path(path, desks), data={"title": "x"}, files={"file": ("x.pdf", b"%PDF-1.7")})
        elif path.endswith("/proofs"):
            sent = FORMS["proofs"]
            answer = client.post(_path(path, desks), data=sent, files={"file": ("x.pdf", b"%PDF-1.7")})
        elif path.endswith("/service-list"):
            answer = client.post(path, files={"file": ("list.csv", b"case,date,result\r\n")})
        elif path.endswith("/docket-list") and verb == "POST":
            answer = client.post(_path(path, desks), files={"file": ("x.csv", b"Case Number,Time")})
        elif path == "/api/v1/cases":
            answer = client.get("/api/v1/cases?q=7000070888")
        else:
            sent = _sent(SENT, path) if verb in ("POST", "PUT") else None
            answer = client.request(verb, _path(path, desks), json=sent)
        return answer.status_code, answer.text
    client, token = _on_pages(desks, role, office)
    if verb == "GET":
        answer = client.get(_path(path, desks))
    else:
        form = (_sent(FORMS, path) or {}) | {"csrf": token}
        files = {"file": ("x.pdf", b"%PDF-1.7")} if last in UPLOADS else None
        data = form | {"title": "x"} if last == "exhibits" else form
        answer = client.post(_path(path, desks), data=data, files=files)
    return answer.status_code, answer.text


def _sent(known: dict[str, Any], path: str) -> Any:
    """What a route is sent: by the last two words of its path, else by the last one."""
    *_, before, last = path.split("/")
    return known.get(f"{before}/{last}", known.get(last))


def _in_api(desks: Desks, role: str, office: str) -> TestClient:
    """A client of this test with a sign-in that the tests of this module share."""
    if (role, office) not in _TOKENS:
        _TOKENS[role, office] = desks.bearer(role, office).headers["authorization"]
    client = desks.client()
    client.headers["authorization"] = _TOKENS[role, office]
    return client


def _on_pages(desks: Desks, role: str, office: str) -> tuple[TestClient, str]:
    if (role, office) not in _COOKIES:
        signed_in = desks.browser(role, office)
        start = {"agent": "/today", "attorney": "/today", "clerk": "/inbox", "admin": "/jobs"}[role]
        _COOKIES[role, office] = signed_in.cookies[COOKIE], csrf_of(signed_in.get(start).text)
    client = desks.client()
    cookie, token = _COOKIES[role, office]
    client.cookies.set(COOKIE, cookie)
    return client, token


COOKIE = "__Host-courtready"
_TOKENS: dict[tuple[str, str], str] = {}
_COOKIES: dict[tuple[str, str], tuple[str, str]] = {}

"""Whatever is sent, the answer is one sentence, never what was sent, and never a defect."""

import json
from typing import Any

import pytest

from tests.desks import Desks, csrf_of

SSN = "123-45-6789"
PAYMENT = {"receipt_no": "M1", "collected_on": "2026-11-20", "amount": "500.00"}
BAD_PAYMENTS: list[dict[str, Any]] = (
    [
        {"amount": amount}
        for amount in (
            "NaN",
            "inf",
            "-inf",
            "1_000",
            "1e3",
            "٥٠٠",
            "-0",
            "0.00",
            "-5.00",
            "1.005",
            "5" * 5000,
            "",
            " ",
            None,
            500,
            1.5,
            True,
            [],
            {},
            "1" * 16,
            "500.00\x00",
            "$",
            "1,2,3",
        )
    ]
    + [
        {"collected_on": day}
        for day in (
            "2026-02-29",
            "0001-01-01",
            "1700000000",
            "11/20/26",
            "20-11-20",
            "",
            None,
            20261120,
            "٢٠٢٦-١١-٢٠",
            "9999-12-31",
        )
    ]
    + [
        {"receipt_no": number}
        for number in ("", "M\x00", "M\u202e1", "M\x07", "x" * 41, "x" * 2_000, None, 7, "a" + "\u0301" * 30)
    ]
    + [{extra: 1} for extra in ("office_id", "is_admin", "status", "id", SSN)]
)
BAD_WORDS = ["\x00", "a\x07b", "a\x0cb", "\u202eevil", "z" + "\u0300" * 20_000, "x" * 4_001, "", "   "]


def _is_one_sentence(answer: Any) -> None:
    assert list(answer.json()) == ["error"]
    words = answer.json()["error"]
    assert len(words) < 300
    assert words.endswith(".")
    assert SSN not in words


@pytest.mark.parametrize("wrong", BAD_PAYMENTS, ids=lambda wrong: ascii(wrong)[:40])
def test_a_payment_that_cannot_be_read_is_refused_in_one_sentence(wrong: dict[str, Any], same_desks: Desks) -> None:
    client = _agent(same_desks)
    answer = client.post(f"/api/v1/cases/{same_desks.case_no}/payments", json=PAYMENT | wrong)
    assert answer.status_code in (409, 422)
    _is_one_sentence(answer)


@pytest.mark.parametrize("words", BAD_WORDS, ids=lambda words: ascii(words)[:20])
def test_words_that_cannot_stand_in_a_court_paper_are_refused(words: str, same_desks: Desks) -> None:
    answer = _agent(same_desks).put(f"/api/v1/cases/{same_desks.case_no}/notes/ability", json={"words": words})
    assert answer.status_code in (409, 422)
    _is_one_sentence(answer)


@pytest.mark.parametrize(
    "words", ["Smith & Jones <3> \"Q\" 'S'", "{{7*7}}", "{_{7*7}_}", "O'Brien, Nuñez, 李", "=HYPERLINK(1)"]
)
def test_words_that_only_look_dangerous_are_kept_as_they_are(words: str, desks: Desks) -> None:
    path = f"/api/v1/cases/{desks.case_no}/notes"
    agent = desks.bearer("agent")
    assert agent.put(f"{path}/household", json={"words": words}).status_code == 200
    assert {one["name"]: one["words"] for one in agent.get(path).json()}["household"] == words
    page = desks.browser("agent").get(f"/hearings/{desks.hearing}/entries").text
    assert "<3>" not in page
    assert ">49<" not in page


@pytest.mark.parametrize(
    "body",
    [
        b'{"words": "\\ud800"}',
        b'{"words": "a\\udfffb"}',
        b'{"words": NaN}',
        b"{",
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"words": 1' + b"0" * 5000 + b"}",
        b"[" * 100_000,
    ],
    ids=lambda body: ascii(body[:20]),
)
def test_a_body_that_is_no_text_or_no_json_is_refused(body: bytes, same_desks: Desks) -> None:
    client = _agent(same_desks)
    path = f"/api/v1/cases/{same_desks.case_no}/notes/ability"
    answer = client.put(path, content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    _is_one_sentence(answer)


def test_a_field_of_30_megabytes_is_refused_while_it_is_read(same_desks: Desks) -> None:
    client = _agent(same_desks)
    path = f"/api/v1/cases/{same_desks.case_no}/notes/ability"
    for body in (json.dumps({"words": "x" * 30_000_000}).encode(), _in_pieces(b"x" * 100_000, 300)):
        answer = client.put(path, content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 413
        assert len(answer.content) < 300


def test_an_exhibit_may_be_larger_than_a_form_but_not_than_the_court_takes(desks: Desks) -> None:
    client = desks.bearer("agent")
    path = f"/api/v1/hearings/{desks.hearing}/exhibits"
    fits = client.post(path, data={"title": "Pay stubs"}, files={"file": ("a.pdf", b"%PDF-1.7" + b"x" * 3_000_000)})
    assert (fits.status_code, fits.json()["title"]) == (201, "Pay stubs")
    larger = client.post(path, data={"title": "Video"}, files={"file": ("a.pdf", b"%PDF-1.7" + b"x" * 54_000_000)})
    assert larger.status_code == 413


def test_a_file_that_is_no_pdf_is_refused_in_words(same_desks: Desks) -> None:
    path = f"/api/v1/hearings/{same_desks.hearing}/exhibits"
    answer = _agent(same_desks).post(path, data={"title": "x"}, files={"file": ("a.pdf", b"MZ...")})
    assert (answer.status_code, answer.json()) == (409, {"error": "The file cannot be attached: it is not a PDF."})


@pytest.mark.parametrize(
    "path",
    [
        "/hearings/0",
        "/hearings/-1",
        "/hearings/99999999999999999999",
        "/hearings/1.0",
        "/hearings/١",
        "/hearings/1%00",
        "/sessions/x",
        "/cases/%00",
        "/cases/..%2f..%2fetc",
        "/cases/" + "9" * 400,
        "/hearings/1/papers/..%2f",
        "/progress/%F0%9F%92%A9",
        "/nowhere",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
    ],
)
def test_a_path_that_leads_nowhere_is_not_found(path: str, same_desks: Desks) -> None:
    client = same_desks.browser("agent")
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("sought", ["\x00", "19 CVD \u202e", "x" * 61, "' OR 1=1 --", "%", "{{7*7}}", "<b>"])
def test_a_search_for_nonsense_finds_nothing_and_says_so(sought: str, same_desks: Desks) -> None:
    in_api = _agent(same_desks).get("/api/v1/cases", params={"q": sought})
    assert in_api.status_code in (404, 422)
    _is_one_sentence(in_api)
    page = same_desks.browser("agent").get("/cases", params={"q": sought})
    assert page.status_code == 404
    assert "<b>" not in page.text


@pytest.mark.parametrize(
    "spelling", ["18 CVD 18471", "18CVD018471", "2018CVD018471-590", " 18 cvd 18471 ", "7000070888"]
)
def test_a_case_is_found_under_every_spelling_of_its_docket_number(spelling: str, same_desks: Desks) -> None:
    assert _agent(same_desks).get("/api/v1/cases", params={"q": spelling}).json()["case_no"] == "7000070888"


def test_a_form_with_a_field_too_many_is_refused(desks: Desks) -> None:
    client = desks.browser("agent")
    form = PAYMENT | {"csrf": csrf_of(client.get("/sessions").text), "office_id": "2"}
    answer = client.post(f"/cases/{desks.case_no}/payments", data=form)
    assert answer.status_code == 422
    assert "The request has a field that is not known here." in answer.text


def test_what_was_typed_is_still_there_when_a_payment_is_refused(desks: Desks) -> None:
    client = desks.browser("agent")
    form = PAYMENT | {"csrf": csrf_of(client.get("/sessions").text), "amount": "five hundred", "receipt_no": "M77"}
    answer = client.post(f"/cases/{desks.case_no}/payments", data=form)
    assert answer.status_code == 422
    assert 'value="M77"' in answer.text
    assert 'value="five hundred"' in answer.text
    assert "An amount is written as dollars and cents" in answer.text


def test_a_remark_cannot_hang_on_words_that_are_no_fact(desks: Desks) -> None:
    revision = desks.revision("fact-sheet")
    sent = {"remarks": [{"words": "No.", "fact": "<script>"}]}
    answer = desks.bearer("attorney").post(f"/api/v1/revisions/{revision}/return", json=sent)
    assert answer.status_code == 422
    _is_one_sentence(answer)


def _in_pieces(piece: bytes, times: int) -> Any:
    yield from (piece for _ in range(times))


_TOKEN: list[str] = []


def _agent(desks: Desks) -> Any:
    """The agent in the API, signed in once for the tests of this module."""
    if not _TOKEN:
        _TOKEN.append(desks.bearer("agent").headers["authorization"])
    client = desks.client()
    client.headers["authorization"] = _TOKEN[0]
    return client

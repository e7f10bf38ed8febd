"""Templates on pages and in the API: looked over, mended, published, and asked for as another paper."""

import copy
import io

import docx
import pytest
from fastapi.testclient import TestClient

from documents.manifests import ROOT
from documents.reading import word_text
from tests.desks import Desks, csrf_of
from tests.documents.test_template_versions import ADDED, history

HISTORY = "/templates/nc/payment-history"
WRONG = "Owed: {{ arrears.totel }}"
TODAY = "2026-11-20"


def split() -> bytes:
    """The payment history with a tag in two pieces."""
    paper = docx.Document(str(ROOT / "nc/payment-history/template.docx"))
    paragraph = paper.add_paragraph()
    for piece in ("For {{ obl", "igor }}"):
        paragraph.add_run(piece)
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def bring(desks: Desks, client: TestClient, word: bytes, name: str = "template.docx") -> str:
    """The page of a draft that was brought on the page of its template and looked over."""
    token = csrf_of(client.get(HISTORY).text)
    answer = client.post(f"{HISTORY}/drafts", data={"csrf": token}, files={"file": (name, word)})
    assert answer.status_code == 303, answer.text
    batch = answer.headers["location"]
    desks.work()
    assert f'href="/templates/drafts/{batch.rpartition("-")[2]}"' in client.get(batch).text
    return f"/templates/drafts/{batch.rpartition('-')[2]}"


def of_lines(count: int) -> bytes:
    """The payment history with so many more paragraphs, each another."""
    paper = docx.Document(str(ROOT / "nc/payment-history/template.docx"))
    last = paper.add_paragraph("Line 0 of a long paper")._p
    for number in range(1, count):
        another = copy.deepcopy(last)
        another.r_lst[0].text = f"Line {number} of a long paper"
        last.addprevious(another)
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def act(client: TestClient, path: str, **form: str) -> str:
    """Where a form of a page leads."""
    token = csrf_of(client.get("/templates/nc/payment-history").text)
    answer = client.post(path, data={"csrf": token, **form})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_draft_shows_its_problem_in_words_with_its_place_and_cannot_be_published(desks: Desks) -> None:
    client = desks.browser("attorney")
    draft = bring(desks, client, history(WRONG))
    page = client.get(draft).text
    assert "1 problem, in the order of the paragraphs" in page
    assert "did you mean &#39;arrears.total&#39;?" in page
    assert WRONG in page
    assert "It cannot be published" in page
    (picture,) = [part.partition('"')[0] for part in page.split('src="')[1:] if "/places/" in part[:60]]
    answer = client.get(picture)
    assert (answer.headers["content-type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    token = csrf_of(page)
    refused = client.post(f"{draft}/publish", data={"csrf": token, "in_force_on": TODAY})
    assert (refused.status_code, "1 problem must be mended first" in refused.text) == (409, True)


def test_a_mend_makes_another_draft_that_can_be_published_and_is_used_from_then_on(desks: Desks) -> None:
    client = desks.browser("attorney")
    draft = bring(desks, client, split())
    page = client.get(draft).text
    assert "Join the pieces of the tag" in page

    batch = act(client, f"{draft}/mend", which="1")
    desks.work()
    mended = f"/templates/drafts/{batch.rpartition('-')[2]}"
    page = client.get(mended).text
    assert "No problem was found" in page
    assert "For {{ obligor }}" in page
    for side in ("before", "after"):
        assert client.get(f"{mended}/{side}/1.png").content[:4] == b"\x89PNG"
    assert client.get(f"{mended}/after/99.png").status_code == 404

    assert act(client, f"{mended}/publish", in_force_on=TODAY, note="For whom") == HISTORY
    page = client.get(HISTORY).text
    assert "For whom" in page
    assert "In force" in page
    hearing = client.get(f"/hearings/{desks.hearing}").text
    assert "Made from another version of its template. Version 2 is in force from 11/20/2026" in hearing
    assert "came: </span>For {{ obligor }}" in client.get(f"{HISTORY}/versions/2/difference").text


def test_the_page_of_a_very_long_draft_lists_its_beginning_and_counts_what_it_leaves_out(desks: Desks) -> None:
    client = desks.browser("attorney")
    page = client.get(bring(desks, client, of_lines(3_000))).text
    assert "2,602 more lines differ and are not listed here" in page
    assert "38 more pages are not shown" in page
    assert len(page) < 200_000


def test_a_version_is_rolled_back_and_withdrawn_on_its_page(desks: Desks) -> None:
    client, api = desks.browser("attorney"), desks.bearer("attorney")
    act(client, f"{bring(desks, client, history())}/publish", in_force_on=TODAY)
    assert act(client, f"{HISTORY}/again", in_force_on=TODAY, note="As version 1") == HISTORY
    versions = api.get(f"/api/v1{HISTORY}").json()["versions"]
    assert [(one["number"], one["note"]) for one in versions[:2]] == [(3, "As version 1"), (2, "")]
    act(client, f"/templates/versions/{versions[0]['id']}/withdraw")
    told = api.get(f"/api/v1{HISTORY}").json()
    assert (told["in_force"], told["versions"][0]["withdrawn_at"] is not None) == (2, True)


def test_programs_do_the_same_by_the_api(desks: Desks) -> None:
    api = desks.bearer("attorney")
    brought = api.post(f"/api/v1{HISTORY}/drafts", files={"file": ("x.docx", history())})
    assert (brought.status_code, brought.json()["looked_over"]) == (201, False)
    draft = f"/api/v1/templates/drafts/{brought.json()['draft']}"
    desks.work()
    told = api.get(draft).json()
    assert (told["looked_over"], told["publishable"], told["problems"]) == (True, True, [])

    made = api.post(f"{draft}/publish", json={"in_force_on": TODAY, "note": "Ours"})
    assert (made.status_code, made.json()["number"]) == (201, 2)
    assert f"+ {ADDED}" in api.get(f"/api/v1{HISTORY}/versions/2/difference?to=1").json()["lines"]
    assert ADDED in word_text(api.get(f"/api/v1{HISTORY}/versions/2/word").content)
    again = api.post(f"/api/v1/templates/versions/{made.json()['id']}/again", json={"in_force_on": "2026-12-01"})
    assert (again.status_code, again.json()["number"]) == (201, 3)
    gone = api.post(f"/api/v1/templates/versions/{made.json()['id']}/withdraw").json()
    assert gone["done"] == "version 2 of nc/payment-history withdrawn"
    assert [one["template"] for one in api.get("/api/v1/templates").json()].count("nc/payment-history") == 1


def test_the_api_mends_one_problem_or_all_that_are_safe(desks: Desks) -> None:
    api = desks.bearer("attorney")
    brought = api.post(f"/api/v1{HISTORY}/drafts", files={"file": ("x.docx", split())}).json()
    desks.work()
    draft = f"/api/v1/templates/drafts/{brought['draft']}"
    assert [one["fix"] for one in api.get(draft).json()["problems"]] == ["join the pieces of the tag"]
    for sent in ({"problem": 1}, {}):
        made = api.post(f"{draft}/mend", json=sent)
        desks.work()
        assert api.get(f"/api/v1/templates/drafts/{made.json()['draft']}").json()["problems"] == []
    assert api.post(f"{draft}/mend", json={"problem": 2}).status_code == 404


def test_the_facts_are_found_by_label_and_tag_with_sample_and_disclosure(same_desks: Desks) -> None:
    told = same_desks.bearer("attorney").get("/api/v1/templates/facts?facts=PaymentHistory&q=arrears total").json()
    fact, of_a_kind = told[0]["facts"]
    assert of_a_kind["inside"] == "{% for kind in arrears.kinds %}"
    assert (fact["tag"], fact["label"], fact["sort"], fact["disclosure"]) == (
        "{{ arrears.total }}", "Arrears", "amount", "open",
    )  # fmt: skip
    rows = same_desks.bearer("attorney").get("/api/v1/templates/facts?facts=PaymentHistory&q=collected").json()
    assert rows[0]["facts"][-1]["inside"] == "{% for payment in payments %}"
    page = same_desks.browser("attorney").get("/templates/facts?facts=PaymentHistory&q=arrears").text
    assert 'data-copy="{{ arrears.total }}"' in page


def test_templates_are_the_attorneys_and_each_office_has_its_own(desks: Desks) -> None:
    api = desks.bearer("attorney")
    draft = api.post(f"/api/v1{HISTORY}/drafts", files={"file": ("x.docx", history())}).json()["draft"]
    desks.work()
    version = api.post(f"/api/v1/templates/drafts/{draft}/publish", json={"in_force_on": TODAY}).json()["id"]
    other = desks.bearer("attorney", "elsewhere")
    assert other.get(f"/api/v1/templates/drafts/{draft}").status_code == 404
    assert other.get(f"/api/v1/templates/drafts/{draft}/word").status_code == 404
    assert other.post(f"/api/v1/templates/drafts/{draft}/mend", json={}).status_code == 404
    assert other.post(f"/api/v1/templates/versions/{version}/withdraw").status_code == 404
    assert other.get(f"/api/v1{HISTORY}").json()["in_force"] == 1
    pages = desks.browser("attorney", "elsewhere")
    for place in ("", "/word", "/places/1.png", "/before/1.png", "/after/1.png"):
        assert pages.get(f"/templates/drafts/{draft}{place}").status_code == 404
    assert desks.browser("agent").get("/templates").status_code == 403


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"%PDF-1.7", 409, "it is not a Word file"),
        (b"PK\x03\x04" + bytes(10 * 1024 * 1024), 409, "larger than 10 MB"),
        (b"PK\x03\x04" + bytes(12 * 1024 * 1024), 413, "larger than allowed"),
    ],
    ids=["no Word file", "large", "larger than any request"],
)
def test_what_is_no_template_is_refused_in_words(data: bytes, status: int, words: str, same_desks: Desks) -> None:
    answer = same_desks.bearer("attorney").post(f"/api/v1{HISTORY}/drafts", files={"file": ("x.docx", data)})
    assert (answer.status_code, words in answer.text) == (status, True)


def test_a_broken_word_file_is_a_draft_with_one_problem(desks: Desks) -> None:
    api = desks.bearer("attorney")
    draft = api.post(f"/api/v1{HISTORY}/drafts", files={"file": ("x.docx", b"PK\x03\x04rubbish")}).json()["draft"]
    desks.work()
    told = api.get(f"/api/v1/templates/drafts/{draft}").json()
    assert [one["words"] for one in told["problems"]] == [
        "The file cannot be used: it is not a Word file, or is empty or damaged."
    ]
    assert desks.browser("attorney").get(f"/templates/drafts/{draft}").status_code == 200


def test_a_draft_that_is_still_looked_over_says_so(desks: Desks) -> None:
    api, client = desks.bearer("attorney"), desks.browser("attorney")
    draft = api.post(f"/api/v1{HISTORY}/drafts", files={"file": ("x.docx", history())}).json()["draft"]
    assert "It is still being looked over" in client.get(f"/templates/drafts/{draft}").text
    assert client.get(f"/templates/drafts/{draft}/after/1.png").status_code == 404


def test_another_paper_is_offered_asked_for_and_made(desks: Desks) -> None:
    api, client = desks.bearer("agent"), desks.browser("agent")
    place = f"/hearings/{desks.hearing}"
    offered = [one["kind"] for one in api.get(f"/api/v1{place}/offered").json()]
    assert "order-of-continuance" in offered
    page = client.get(place).text
    assert '<option value="order-of-continuance">' in page

    answer = client.post(f"{place}/papers", data={"csrf": csrf_of(page), "kind": "order-of-continuance"})
    assert answer.headers["location"].startswith("/progress/hearing-")
    desks.work()
    assert desks.revision("order-of-continuance")
    assert "order-of-continuance" not in [one["kind"] for one in api.get(f"/api/v1{place}/offered").json()]


def test_an_attorney_asks_for_another_paper_by_the_api_too(desks: Desks) -> None:
    api = desks.bearer("attorney")
    asked = api.post(f"/api/v1/hearings/{desks.hearing}/papers/certificate-of-service").json()
    assert asked["jobs"] == 1
    desks.work()
    assert desks.revision("certificate-of-service")


def test_a_paper_that_the_hearing_does_not_take_is_not_there(same_desks: Desks) -> None:
    answer = same_desks.bearer("agent").post(f"/api/v1/hearings/{same_desks.hearing}/papers/sonnet")
    assert answer.status_code == 404
    assert answer.json()["error"].startswith("There is no paper 'sonnet' for a hearing of this type")

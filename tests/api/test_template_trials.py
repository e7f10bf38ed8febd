"""An attorney tries a draft on a stored hearing, on pages and by the API."""

from tests.api.test_templates import bring
from tests.desks import Desks, csrf_of
from tests.documents.test_template_versions import history

ASKED = "Asked of {{ obligor }}"


def test_a_draft_is_tried_on_a_hearing_that_the_attorney_chooses_and_both_papers_are_shown(desks: Desks) -> None:
    client = desks.browser("attorney")
    draft = bring(desks, client, history(ASKED))
    assert f'href="{draft}/hearings"' in client.get(draft).text
    chosen = client.get(f"{draft}/hearings?case={desks.case_no}").text
    place = f"{draft}/hearings/{desks.hearing}"
    assert f'action="{place}"' in chosen
    assert f'action="{place}"' in client.get(f"{draft}/hearings").text

    assert "It is not tried on what the record says today" in client.get(place).text
    answer = client.post(place, data={"csrf": csrf_of(chosen)})
    assert answer.status_code == 303
    desks.work()
    assert f'href="{place}"' in client.get(answer.headers["location"]).text
    page = client.get(place).text
    assert "Before: version 1, in force" in page
    assert page.count("Asked of ") == 1
    for side in ("before", "after"):
        picture = client.get(f"{place}/{side}/1.png")
        assert (picture.headers["content-type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    assert client.get(f"{place}/after/99.png").status_code == 404
    assert client.get(f"{place}/beside/1.png").status_code == 404


def test_a_case_that_there_is_not_is_told_so_and_the_office_next_door_sees_no_trial(desks: Desks) -> None:
    client = desks.browser("attorney")
    draft = bring(desks, client, history(ASKED))
    assert client.get(f"{draft}/hearings?case=0000000000").status_code == 404
    elsewhere = desks.browser("attorney", "elsewhere")
    for path in ("", f"/{desks.hearing}", f"/{desks.hearing}/after/1.png"):
        assert elsewhere.get(f"{draft}/hearings{path}").status_code == 404
    assert desks.browser("agent").get(f"{draft}/hearings").status_code == 403


def test_programs_try_a_draft_too_and_are_told_pages_and_gaps(desks: Desks) -> None:
    api, client = desks.bearer("attorney"), desks.browser("attorney")
    draft = f"/api/v1{bring(desks, client, history(ASKED))}/hearings"
    (hearing,) = (one for one in api.get(f"{draft}?case={desks.case_no}").json() if one["hearing"] == desks.hearing)
    assert hearing["case_no"] == desks.case_no
    place = f"{draft}/{desks.hearing}"
    assert (api.get(place).json()["tried"], api.get(f"{place}/after/1.png").status_code) == (False, 404)
    assert api.post(place).json()["jobs"] == 1
    desks.work()
    told = api.get(place).json()
    assert (told["tried"], told["version_in_force"], told["before"]["refusal"], told["after"]["refusal"]) == (
        True, 1, "", "",
    )  # fmt: skip
    assert told["after"]["pages"] >= told["before"]["pages"] > 0
    assert api.get(f"{place}/after/1.png").content[:4] == b"\x89PNG"

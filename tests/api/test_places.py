"""Each page shows from which place of the desk it is found, and no two landmarks of a page have one name."""

import re
from collections import Counter

import pytest

from api.pages import DESKS, UNDER, place_of
from offices.facts import Role
from tests.desks import Desks

PLACES = {
    "/hearings/{hearing}": "Court sessions",
    "/hearings/{hearing}/ability": "Court sessions",
    "/hearings/{hearing}/outcome": "Court sessions",
    "/hearings/{hearing}/handoff": "Court sessions",
    "/hearings/{hearing}/move": "Court sessions",
    "/practices": "Court sessions",
    "/closings": "Court sessions",
    "/continuances": "Court sessions",
    "/sessions/{session}/morning": "Court sessions",
    "/cases/{case_no}/money": "Cases",
    "/cases/{case_no}/plans": "Cases",
    "/balances": "Cases",
    "/moved-dates": "Today",
}


@pytest.mark.parametrize("path", PLACES)
def test_a_page_marks_the_place_of_the_desk_from_which_it_is_found(path: str, same_desks: Desks) -> None:
    known = {"hearing": same_desks.hearing, "session": same_desks.session, "case_no": same_desks.case_no}
    page = same_desks.browser("agent").get(path.format(**known))
    assert page.status_code == 200
    desks = page.text.partition('aria-label="Your desk"')[2].partition("</nav>")[0]
    (current,) = re.findall(r'<a href="[^"]+" aria-current="page">(.*?)</a>', desks, flags=re.DOTALL)
    assert current.rpartition("</svg>")[2].strip() == PLACES[path]


@pytest.mark.parametrize("path", PLACES)
def test_the_landmarks_of_a_page_have_different_names(path: str, same_desks: Desks) -> None:
    known = {"hearing": same_desks.hearing, "session": same_desks.session, "case_no": same_desks.case_no}
    page = same_desks.browser("agent").get(path.format(**known)).text
    texts = {id: re.sub(r"<.*?>", "", words) for id, words in re.findall(r'<h[1-6] id="([^"]+)">(.*?)</h', page)}
    regions = re.findall(r'<(?:section|\w+ [^>]*role="region")[^>]*>', page)
    names = [_name(one, texts) for one in regions]
    assert [name for name, times in Counter(filter(None, names)).items() if times > 1] == []


def test_every_place_of_every_desk_says_which_pages_are_found_from_it() -> None:
    for role in Role:
        assert {place_of(place, role) for _, place, _ in DESKS[role]} == {place for _, place, _ in DESKS[role]}
    assert set(UNDER) == {place for desk in DESKS.values() for _, place, _ in desk}


def _name(tag: str, texts: dict[str, str]) -> str:
    if by := re.search(r'aria-labelledby="([^"]+)"', tag):
        return texts.get(by[1], by[1])
    label = re.search(r'aria-label="([^"]+)"', tag)
    return label[1] if label else ""

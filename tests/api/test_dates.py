"""The page of dates and the law in the API: what the rules say, to people and to programs."""

import re
from datetime import date
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import select

from hearings.calendar.closings import close_court
from law.asking import asked
from law.states import law_of
from law.telling import deadline_told, rule_told
from offices.queries import person_of
from offices.tables import Staff
from tests.desks import NOON, Desks, email

NC = law_of("NC")
CONTEMPT = {"rule": "nc.notice.civil-contempt", "on": "2026-10-08"}
IN_API = {"rule": "nc.notice.civil-contempt", "trigger": "2026-10-08"}


def page(desks: Desks, **params: str) -> Any:
    """The page of dates as an agent sees it."""
    return desks.browser("agent").get("/dates", params=params)


def api(desks: Desks, path: str, **params: str) -> Any:
    """What the API tells an agent."""
    return desks.bearer("agent").get(f"/api/v1/law/{path}", params=params)


def test_the_page_tells_the_day_both_readings_the_last_safe_day_and_every_day_left_out(same_desks: Desks) -> None:
    told = unescape(page(same_desks, **CONTEMPT).text)
    found = asked(NC, CONTEMPT["rule"], date(2026, 10, 8))
    assert "Hearing of civil contempt: no earlier than" in told
    assert found.sentence() in told
    for words in ("Fri, Oct 16, 2026", "Thu, Oct 15, 2026", "Last safe day", "unverified rule", str(found.cite)):
        assert words in told
    for reading in found.readings:
        assert reading.why in told
    for day in found.left_out:
        assert f"{day.on:%a, %b %-d, %Y}" in told
        assert day.why in told


def test_the_picture_of_the_page_has_the_sentence_as_its_text_and_is_there(same_desks: Desks) -> None:
    client = same_desks.browser("agent")
    told = client.get("/dates", params=CONTEMPT).text
    (source, words) = re.findall(r'<img class="drawing drawing-strip" src="([^"]+)" alt="([^"]+)"', told)[0]
    assert unescape(words) == asked(NC, CONTEMPT["rule"], date(2026, 10, 8)).sentence()
    picture = client.get(unescape(source))
    assert picture.headers["content-type"] == "image/svg+xml"
    assert "Columbus Day" in "".join(ET.fromstring(picture.content).itertext())


def test_the_page_shows_before_and_after_for_every_rule_that_counts_from_the_same_event(same_desks: Desks) -> None:
    told = page(same_desks, rule="nc.summons.service", on="2026-09-15", what_if="2026-09-17").text
    table = told.partition('id="moved"')[2].partition("</table>")[0]
    assert re.findall(r'<span class="under">([a-z.-]+)</span>', table)[0] == "nc.summons.service"
    assert "nc.summons.extension" in table
    assert "Mon, Nov 16, 2026" in table
    assert "1 day later" in table or "stays" in table


def test_a_rule_is_found_by_its_words_and_grouped_by_topic(same_desks: Desks) -> None:
    told = page(same_desks, q="show cause").text
    options = re.findall(r'<option value="(nc\.[a-z.-]+)"', told)
    assert "nc.notice.civil-contempt" in options
    assert "nc.summons.service" not in options
    assert '<optgroup label="Notice">' in told
    assert "No rule has all of these words." in page(same_desks, q="zeppelin").text


def test_the_page_starts_with_the_state_of_the_office_and_takes_another(same_desks: Desks) -> None:
    assert '<option value="NC" selected>' in page(same_desks).text
    told = unescape(page(same_desks, state="CA", rule="ca.notice.motion", on="2026-12-08", method="mail").text)
    assert "Service and filing of the moving papers: by" in told
    assert "Fri, Nov 6, 2026" in told
    assert "16 court days plus 5 calendar days" in told


def test_a_rule_left_over_from_another_state_is_not_held_against_anybody(same_desks: Desks) -> None:
    answer = page(same_desks, state="CA", **CONTEMPT)
    assert answer.status_code == 200
    assert "Choose a rule and a day." in answer.text


@pytest.mark.parametrize(
    ("params", "status", "words"),
    [
        (CONTEMPT | {"on": "2031-01-02"}, 409, "The court holidays of 2031 are not yet on file for North Carolina"),
        (CONTEMPT | {"on": "tomorrow"}, 422, "A day is written as year-month-day"),
        (CONTEMPT | {"what_if": "2026-02-30"}, 422, "A day is written as year-month-day"),
        (CONTEMPT | {"method": "pigeon"}, 409, "'pigeon' is no method of service under the rule"),
        ({"rule": "nc.notice.moton", "on": "2026-10-08"}, 404, "close to it are nc.notice.motion"),
        (CONTEMPT | {"on": "1999-01-04"}, 409, "No row of the rule 'nc.notice.civil-contempt' is in force"),
    ],
)
def test_what_cannot_be_told_stands_in_words_above_a_form_that_keeps_what_was_typed(
    params: dict[str, str], status: int, words: str, same_desks: Desks
) -> None:
    answer = page(same_desks, **params)
    assert answer.status_code == status
    assert words in unescape(answer.text)
    assert f'value="{params["on"]}"' in answer.text


def test_a_strip_of_nothing_is_not_there(same_desks: Desks) -> None:
    assert same_desks.browser("agent").get("/dates/strip.svg").status_code == 404


@pytest.mark.parametrize(
    "params",
    [
        {"rule": "<script>alert(1)</script>", "on": "2026-10-08"},
        {"rule": "x" * 5000, "on": "2026-10-08"},
        {"state": "N\x00", "on": "2026-10-08"},
        {"known": "moonrise"},
        {"method": "mail' OR 1=1"},
        {"q": "x" * 81},
        {"office_id": "thirteen"},
    ],
)
def test_whatever_stands_in_the_address_the_answer_is_a_sentence_without_it(
    params: dict[str, str], same_desks: Desks
) -> None:
    for answer in (page(same_desks, **params), same_desks.browser("agent").get("/dates/strip.svg", params=params)):
        assert answer.status_code == 422
        assert not any(sent in answer.text for sent in params.values())


def test_words_that_were_sought_come_back_escaped(same_desks: Desks) -> None:
    told = page(same_desks, q='"><b>contempt').text
    assert "<b>" not in told
    assert "&lt;b&gt;contempt" in told


def test_the_api_tells_a_deadline_as_the_command_does(same_desks: Desks) -> None:
    told = api(same_desks, "deadline", **IN_API).json()
    assert told == deadline_told(NC, asked(NC, IN_API["rule"], date(2026, 10, 8)))
    assert list(told)[:8] == ["on", "readings", "rule", "cite", "verified", "excluded", "last_safe_day", "sentence"]


def test_the_api_is_asked_from_either_end(same_desks: Desks) -> None:
    rule = {"state": "CA", "rule": "ca.notice.motion", "method": "mail"}
    assert api(same_desks, "deadline", **rule, hearing="2026-12-08").json()["on"] == "2026-11-06"
    assert api(same_desks, "deadline", **rule, served="2026-11-06").json()["on"] == "2026-12-08"


def test_the_api_lists_the_rules_of_the_office_or_of_another_state(same_desks: Desks) -> None:
    told = api(same_desks, "rules").json()
    assert {row["id"]: row for row in told} == {row.id: rule_told(NC, row) for row in NC.pack().rules}
    assert {row["state"] for row in api(same_desks, "rules", state="ca").json()} == {"CA"}
    assert {row["topic"] for row in api(same_desks, "rules", topic="notice").json()} == {"notice"}
    assert api(same_desks, "rules", q="zeppelin").json() == []


@pytest.mark.parametrize(
    ("params", "status", "words"),
    [
        ({"rule": "nc.notice.motion"}, 409, "Name one day: trigger, "),
        (IN_API | {"served": "2026-10-08"}, 409, "Name one day: trigger, "),
        (IN_API | {"trigger": "2026-13-01"}, 422, "A day is written as"),
        (IN_API | {"trigger": "2026-1-1"}, 422, "The field 'trigger' is not written as it must be."),
        (IN_API | {"trigger": "2031-01-02"}, 409, "The court holidays of 2031"),
        (IN_API | {"state": "ZZ"}, 404, "The law of 'ZZ' is not on file; on file are CA, NC."),
        (IN_API | {"rule": "nc.notice"}, 404, "There is no rule 'nc.notice' in the law of NC"),
        (IN_API | {"method": "pigeon"}, 409, "'pigeon' is no method of service"),
        ({"trigger": "2026-10-08"}, 422, "The field 'rule' is missing."),
    ],
)
def test_the_api_refuses_in_words(params: dict[str, str], status: int, words: str, same_desks: Desks) -> None:
    answer = api(same_desks, "deadline", **params)
    assert answer.status_code == status
    assert answer.json()["error"].startswith(words)


def test_a_day_on_which_the_office_found_the_courthouse_closed_is_left_out(desks: Desks) -> None:
    client = desks.bearer("agent")
    asked_for = {"rule": "nc.notice.motion", "trigger": "2026-11-20"}
    before = client.get("/api/v1/law/deadline", params=asked_for).json()
    _close(desks, date(2026, 11, 30))
    after = client.get("/api/v1/law/deadline", params=asked_for).json()
    assert (before["on"], after["on"]) == ("2026-11-30", "2026-12-01")
    assert {"on": "2026-11-30", "why": "Ice storm"} in after["excluded"]
    elsewhere = client.get("/api/v1/law/deadline", params=asked_for | {"state": "CA", "rule": "ca.answer.complaint"})
    assert "Ice storm" not in elsewhere.text


def test_the_notice_of_a_hearing_is_drawn_with_the_last_day_to_serve(same_desks: Desks) -> None:
    client = same_desks.browser("agent")
    told = client.get(f"/hearings/{same_desks.hearing}").text
    assert "How the notice is counted" in told
    picture = client.get(f"/hearings/{same_desks.hearing}/notice.svg")
    words = ["".join(node.itertext()) for node in ET.fromstring(picture.content).iter() if node.tag.endswith("text")]
    assert {"given day", "first day", "last safe day"} <= {word.strip() for word in words}


def _close(desks: Desks, on: date) -> None:
    with desks.database.transaction() as db:
        agent = db.scalars(select(Staff).where(Staff.email == email("agent"))).one()
        close_court(db, on=on, courthouse="", why="Ice storm", cite="", by=person_of(agent), now=NOON)

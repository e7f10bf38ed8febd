"""The court calendar on the pages and in the API: sessions, locks, moves, closings, the court's list, feeds."""

import re
from datetime import date
from html import unescape
from typing import Any

import ics
import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlalchemy import select

from cases.tables import Participant
from hearings.calendar.tables import CalendarFeed, DocketList
from hearings.tables import CourtSession, Hearing, Setting
from infra.audit import Audit
from tests.desks import Desks, csrf_of

JANUARY = {"on": "2027-01-20", "courthouse": "MECKLENBURG COUNTY COURTHOUSE", "room": "4110", "judge": "Hon. P. Okafor"}


def posted(browser: TestClient, page: str, path: str, **fields: str) -> Any:
    """A form of a page, sent as a browser sends it."""
    return browser.post(path, data=fields | {"csrf": csrf_of(browser.get(page).text)})


def brought(browser: TestClient, session: int, raw: bytes, name: str = "list.csv") -> Any:
    path = f"/sessions/{session}/docket-list"
    return browser.post(path, data={"csrf": csrf_of(browser.get(path).text)}, files={"file": (name, raw)})


def opened(desks: Desks, **changed: Any) -> int:
    answer = desks.bearer("agent").post("/api/v1/sessions", json=JANUARY | changed)
    assert answer.status_code == 201
    return int(answer.json()["session"])


def calendar(desks: Desks, session: int) -> Any:
    return desks.bearer("agent").get(f"/api/v1/sessions/{session}/calendar").json()


def test_a_session_opened_on_the_page_has_its_hours_limits_and_load_for_people_and_programs(desks: Desks) -> None:
    browser = desks.browser("agent")
    frame = {"opens": "09:00", "closes": "12:30", "capacity": "20", "minutes": "180", "takes": "contempt, HREV"}
    answer = posted(browser, "/sessions", "/sessions", **JANUARY, **frame)
    assert answer.status_code == 303
    path = answer.headers["location"]
    told = unescape(browser.get(path).text)
    for words in ("9:00 AM to 12:30 PM (America/New_York)", "0 of 20 matters", "0 of 180 minutes", "contempt HREV"):
        assert words in told
    session = int(path.split("/")[2])
    assert calendar(desks, session)["load"] == {"matters": 0, "minutes": 0, "capacity": 20, "longest": 180}
    assert posted(browser, path, f"/sessions/{session}/frame", opens="10:00").status_code == 303
    after = calendar(desks, session)
    assert (after["opens"], after["closes"], after["load"]["capacity"], after["takes"]) == ("10:00:00", None, None, [])


def test_how_full_each_session_is_stands_on_the_list_of_sessions(desks: Desks) -> None:
    told = unescape(desks.browser("agent").get("/sessions").text)
    load = calendar(desks, desks.session)["load"]
    assert load["matters"] == 20
    assert "20 matters" in told
    assert f"about {load['minutes']} minutes" in told


def test_a_locked_calendar_is_locked_for_agents_and_opened_by_an_attorney_who_says_why(desks: Desks) -> None:
    agent, attorney = desks.browser("agent"), desks.browser("attorney")
    path = f"/sessions/{desks.session}/calendar"
    assert posted(agent, path, f"/sessions/{desks.session}/lock").status_code == 303
    assert "Locked by Avery Agent" in agent.get(path).text
    refused = posted(agent, path, f"/hearings/{desks.hearing}/continue", cause="court")
    assert refused.status_code == 409
    assert "only an attorney sets a hearing into it or moves one out, and says why" in unescape(refused.text)
    assert posted(agent, path, f"/sessions/{desks.session}/unlock", why="Please").status_code == 403
    empty = posted(attorney, path, f"/sessions/{desks.session}/unlock", why=" ")
    assert (empty.status_code, "Say why in a few words." in empty.text) == (409, True)
    assert posted(attorney, path, f"/sessions/{desks.session}/unlock", why="The judge adds one.").status_code == 303
    assert calendar(desks, desks.session)["locked_by"] is None
    locked = desks.bearer("agent").post(f"/api/v1/sessions/{desks.session}/lock").json()
    assert locked["locked_by"] == "Avery Agent"


def test_a_hearing_is_continued_with_its_cause_to_a_proposed_date(desks: Desks) -> None:
    agent, session = desks.bearer("agent"), opened(desks)
    (first, *_) = agent.get(f"/api/v1/hearings/{desks.hearing}/next-dates?method=sheriff").json()
    assert date(2026, 12, 8) < date.fromisoformat(first["on"]) <= date(2027, 1, 20)
    assert date.fromisoformat(first["serve_by"]) < date.fromisoformat(first["on"])
    assert "no earlier than" in first["notice"]
    sent = {"session": session, "at": "10:00", "cause": "late service", "words": "Served on December 4."}
    moved = agent.post(f"/api/v1/hearings/{desks.hearing}/continue", json=sent).json()
    assert (moved["session"], moved["on"], moved["at"], moved["is_set"]) == (session, "2027-01-20", "10:00:00", True)
    (kept,) = moved["continuances"]
    assert (kept["cause"], kept["cell"], kept["words"], kept["left_on"]) == (
        "late service", "notice", "Served on December 4.", "2026-12-08",
    )  # fmt: skip
    assert desks.hearing in calendar(desks, desks.session)["left"]
    page = unescape(desks.browser("agent").get(f"/sessions/{desks.session}/calendar").text)
    assert "Previously set here" in page
    causes = agent.get("/api/v1/continuances").json()
    assert [(one["month"], one["causes"][0]["cause"]) for one in causes] == [("2026-12", "late service")]


def test_the_page_proposes_dates_with_reasons_and_continues_to_the_one_that_is_picked(desks: Desks) -> None:
    browser, path = desks.browser("agent"), f"/hearings/{desks.hearing}/move"
    session = opened(desks)
    told = browser.get(path).text
    assert "passed over" in told
    assert "Serve by" in told
    (pick,) = re.findall(rf'value="({session}@[0-9:]+)"', told)
    seen = re.findall(r'name="seen" value="([0-9]+)"', told)[0]
    answer = posted(browser, path, f"/hearings/{desks.hearing}/continue", to=pick, cause="party asks", seen=seen)
    assert answer.status_code == 303
    assert "was set for Wed, Jan 20, 2027 at" in browser.get(f"/hearings/{desks.hearing}").text
    again = posted(browser, path, f"/hearings/{desks.hearing}/continue", to="", cause="court", seen=seen)
    assert again.status_code == 409
    assert "Somebody else moved this hearing meanwhile; it now stands on January 20, 2027" in again.text
    without = posted(browser, path, f"/hearings/{desks.hearing}/continue", to=pick)
    assert (without.status_code, "is no cause of a continuance" in without.text) == (409, True)


def test_a_session_that_is_not_proposed_can_be_named_and_is_checked_all_the_same(desks: Desks) -> None:
    agent, attorney = desks.browser("agent"), desks.browser("attorney")
    full, path = opened(desks, capacity=1), f"/hearings/{desks.hearing}/move"
    with desks.database.transaction() as db:
        other = db.scalars(select(Hearing).where(Hearing.office_id == 1, Hearing.id != desks.hearing)).first()
        assert other is not None
        setting = db.scalars(select(Setting).where(Setting.hearing_id == other.id)).one()
        setting.court_session_id = full
    assert f'<option value="{full}">' in agent.get(path).text
    form = {"other": str(full), "cause": "court"}
    refused = posted(agent, path, f"/hearings/{desks.hearing}/continue", **form)
    assert (refused.status_code, "1 of 1 matters are set" in refused.text) == (409, True)
    assert posted(attorney, path, f"/hearings/{desks.hearing}/continue", **form).status_code == 303
    assert calendar(desks, full)["load"]["matters"] == 2


def test_a_hearing_without_a_date_waits_on_the_pages_until_it_has_one(desks: Desks) -> None:
    browser, path = desks.browser("agent"), f"/hearings/{desks.hearing}/move"
    assert posted(browser, path, f"/hearings/{desks.hearing}/continue", cause="no service").status_code == 303
    assert "1 continued hearing without a date" in browser.get("/sessions").text
    assert f'href="/hearings/{desks.hearing}/move"' in browser.get("/continuances").text
    assert "Give a date to the hearing" in browser.get(path).text
    session = opened(desks)
    assert posted(browser, path, f"/hearings/{desks.hearing}/continue", to=f"{session}@09:00").status_code == 303
    assert "without a date" not in browser.get("/sessions").text


def test_whoever_stands_in_two_rooms_at_once_is_told_on_both_sessions(desks: Desks) -> None:
    browser, agent = desks.browser("agent"), desks.bearer("agent")
    same_day = opened(desks, on="2026-12-08", room="5150", judge="Hon. R. Whitfield")
    path = f"/sessions/{desks.session}/calendar"
    assert posted(browser, path, f"/sessions/{desks.session}/stand").status_code == 303
    sent = {"session": same_day, "at": "09:00", "cause": "court"}
    assert agent.post(f"/api/v1/hearings/{desks.hearing}/continue", json=sent).status_code == 200
    found = calendar(desks, same_day)["clashes"]
    assert {(one["role"], one["name"]) for one in found} >= {("agent", "Avery Agent"), ("judge", "Hon. R. Whitfield")}
    assert all(one["sentence"] in unescape(browser.get(path).text) for one in found)
    assert f"{len(calendar(desks, desks.session)['clashes'])} clash" in browser.get(f"/sessions/{desks.session}").text


def test_a_closing_tells_what_it_hits_and_moves_until_it_is_lifted(desks: Desks) -> None:
    browser, agent = desks.browser("agent"), desks.bearer("agent")
    made = agent.post("/api/v1/closings", json={"on": "2026-12-08", "why": "Ice storm", "cite": "Order 12"})
    assert made.status_code == 201
    assert made.json()["hit"][0]["session"] == desks.session
    assert "A period that ends on Tue Dec 8, 2026 now ends on Wed Dec 9, 2026." in made.json()["moved"]
    page = unescape(browser.get(f"/closings/{made.json()['id']}").text)
    assert "20 hearings need another date" in page
    assert "Ice storm" in browser.get("/closings").text
    again = posted(browser, "/closings", "/closings", on="2026-12-08", why="Snow")
    assert (again.status_code, "December 8, 2026 is closed already: Ice storm." in again.text) == (409, True)
    assert posted(browser, "/closings", f"/closings/{made.json()['id']}/lift").status_code == 303
    assert agent.get("/api/v1/closings").json() == []
    assert browser.get(f"/closings/{made.json()['id']}").status_code == 404


def test_a_closing_counts_in_the_notice_of_a_hearing_after_it(desks: Desks) -> None:
    browser = desks.browser("agent")
    path = f"/hearings/{desks.hearing}/notice.svg"
    before = browser.get(path).text
    assert posted(browser, "/closings", "/closings", on="2026-11-17", why="Flood").status_code == 303
    assert "Flood" in browser.get(path).text
    assert "Flood" not in before


LISTED = "Case Number,Time,Courtroom\r\n{docket},4:15 PM,8110\r\n99 CVD 1,9:00 AM,8110\r\n"


def docket(desks: Desks) -> str:
    with desks.database.reading() as db:
        return db.get_one(Hearing, desks.hearing).docket


@pytest.mark.parametrize("kind", ["csv", "ics"])
def test_the_courts_list_is_compared_and_followed_line_by_line(kind: str, desks: Desks) -> None:
    browser, path = desks.browser("agent"), f"/sessions/{desks.session}/docket-list"
    raw = LISTED.format(docket=docket(desks))
    if kind == "ics":
        entries = [
            f"BEGIN:VEVENT\r\nSUMMARY:{one}\r\nDTSTART:20261208T{hour}00Z\r\nEND:VEVENT\r\n"
            for one, hour in ((docket(desks), "2115"), ("99 CVD 1", "1400"))
        ]
        raw = f"BEGIN:VCALENDAR\r\n{''.join(entries)}END:VCALENDAR\r\n"
    assert brought(browser, desks.session, raw.encode(), f"list.{kind}").status_code == 303
    told = desks.bearer("agent").get(f"/api/v1{path}").json()
    kinds = [one["parted"] for one in told["open"]]
    assert (told["lines"], kinds[:2], set(kinds[2:])) == (2, ["other place", "no case of ours"], {"not on theirs"})
    page = unescape(browser.get(path).text)
    assert all(one["words"] in page for one in told["open"])
    assert "at 4:15 PM, not" in told["open"][0]["words"]
    followed = posted(browser, path, f"{path}/accept-one", key=told["open"][0]["key"])
    assert followed.status_code == 303
    with desks.database.reading() as db:
        now = db.scalars(select(Setting).where(Setting.hearing_id == desks.hearing, Setting.ended_at.is_(None))).one()
    assert now.at.isoformat("minutes") == "16:15"
    assert posted(browser, path, f"{path}/set-aside", key=told["open"][1]["key"]).status_code == 303
    assert "1 difference set aside" in browser.get(path).text
    rest = desks.bearer("agent").post(f"/api/v1{path}/accept-all").json()
    assert rest == {"accepted": 0}
    assert len(desks.bearer("agent").get(f"/api/v1{path}").json()["open"]) == len(kinds) - 2 >= 18


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7\x00", "it is no text"),
        (b"BEGIN:VCALENDAR\r\n", "it breaks off in the middle"),
        (b"Name,Room\r\nLEE,1", "no column is headed as a docket number"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_in_a_sentence_and_keeps_nothing(
    raw: bytes, words: str, desks: Desks
) -> None:
    answer = brought(desks.browser("agent"), desks.session, raw)
    assert answer.status_code == 409
    assert f"The docket list was not read: {words}" in unescape(answer.text)
    path = f"/api/v1/sessions/{desks.session}/docket-list"
    assert desks.bearer("agent").post(path, files={"file": ("x.csv", raw)}).status_code == 409
    with desks.database.reading() as db:
        assert db.scalars(select(DocketList)).all() == []


def test_what_a_list_says_is_shown_as_words_and_never_as_markup(desks: Desks) -> None:
    browser = desks.browser("agent")
    raw = b'Case Number,Time,Type\r\n<script>alert(1)</script>,9:00,"=cmd|calc"\r\n'
    assert brought(browser, desks.session, raw, "<b>list</b>.csv").status_code == 303
    page = browser.get(f"/sessions/{desks.session}/docket-list").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>list</b>" not in page


def made_feed(desks: Desks, role: str = "agent") -> str:
    """The path of a new feed of a person, as the page tells it this once."""
    browser = desks.browser(role)
    page = posted(browser, "/my-calendar", "/my-calendar").text
    (address,) = re.findall(r'id="address" value="https://court\.example\.gov(/feeds/[^"]+)"', page)
    assert address not in browser.get("/my-calendar").text
    return str(address)


def test_a_feed_is_read_without_signing_in_by_two_strict_readers(desks: Desks) -> None:
    browser = desks.browser("agent")
    posted(browser, f"/sessions/{desks.session}/calendar", f"/sessions/{desks.session}/stand")
    answer = desks.client().get(made_feed(desks))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    found = Calendar.from_ical(answer.content, multiple=False)
    assert len(found.walk("VEVENT")) == len(ics.Calendar(answer.text).events) == 20
    assert {str(one["URL"]).rpartition("/")[0] for one in found.walk("VEVENT")} == {
        "https://court.example.gov/hearings"
    }


def test_a_feed_tells_no_name_no_number_of_a_case_and_no_docket(desks: Desks) -> None:
    browser = desks.browser("attorney")
    for session in (1, 2, 3):
        posted(browser, f"/sessions/{session}/calendar", f"/sessions/{session}/stand")
    told = desks.client().get(made_feed(desks, "attorney")).text.replace("\r\n ", "").casefold()
    assert told.count("begin:vevent") == 60
    with desks.database.reading() as db:
        rows = db.execute(select(Hearing.case_no, Hearing.docket)).all()
        people = db.execute(select(Participant.name, Participant.mpi_no)).all()
        judges = db.scalars(select(CourtSession.judge)).all()
    secret = {word for row in (*rows, *people) for word in row} | set(judges)
    secret |= {part for name, _ in people for part in re.findall(r"[^\W\d_]{4,}", name)}
    words = set(re.findall(r"[\w'-]+", told))
    assert len(secret) > 100
    told_of = {one for one in filter(None, secret) if one.casefold() in (words if one.isalpha() else told)}
    assert told_of == set()


def test_a_feed_that_was_ended_or_replaced_is_not_found(desks: Desks) -> None:
    first = made_feed(desks)
    second = made_feed(desks)
    client, agent = desks.client(), desks.bearer("agent")
    assert [client.get(one).status_code for one in (first, second)] == [404, 200]
    assert client.get(second).headers.get("cache-control") is not None
    assert agent.get("/api/v1/my-calendar").json()["address"] is None
    assert agent.delete("/api/v1/my-calendar").json() == {"made_at": None, "address": None}
    ended, unknown = client.get(second), client.get(f"/feeds/{'x' * 43}.ics")
    assert (ended.status_code, unknown.status_code) == (404, 404)
    assert ended.text == unknown.text
    address = agent.post("/api/v1/my-calendar").json()["address"]
    assert client.get(address.removeprefix("https://court.example.gov")).status_code == 200
    with desks.database.reading() as db:
        assert len(db.scalars(select(CalendarFeed)).all()) == 3
        assert address.rpartition("/")[2].removesuffix(".ics") not in repr(
            [(one.subject, one.detail) for one in db.scalars(select(Audit))]
        )


def test_nobody_guesses_addresses_of_feeds_for_long(desks: Desks) -> None:
    client = desks.client()
    statuses = [client.get(f"/feeds/{number:043}.ics").status_code for number in range(65)]
    assert statuses[:60] == [404] * 60
    assert set(statuses[60:]) == {429}


def test_a_courthouse_keeps_its_own_clock_and_an_office_its_own_numbers(desks: Desks) -> None:
    browser, agent = desks.browser("agent"), desks.bearer("agent")
    border = {"name": "Border Annex", "zone": "America/Chicago", "address": "1 Main St"}
    assert posted(browser, "/practices", "/practices/courthouse", **border).status_code == 303
    assert agent.get("/api/v1/courthouses").json() == [border]
    assert calendar(desks, opened(desks, courthouse="Border Annex"))["zone"] == "America/Chicago"
    wrong = posted(browser, "/practices", "/practices/courthouse", name="X", zone="Mars/Olympus")
    assert (wrong.status_code, "is no time zone" in unescape(wrong.text)) == (409, True)
    number = {"subject": "lead_days", "name": "sheriff", "number": "3"}
    assert posted(browser, "/practices", "/practices/number", **number).status_code == 303
    told = {(one["subject"], one["name"]): one for one in agent.get("/api/v1/practices").json()}
    assert (told["lead_days", "sheriff"]["number"], told["lead_days", "sheriff"]["own"]) == (3, True)
    assert told["lead_days", "mail"]["own"] is False
    for wrong_number in ("", "soon", "10000", "-1"):
        refused = posted(browser, "/practices", "/practices/number", **(number | {"number": wrong_number}))
        assert (refused.status_code, "is a whole number from 0 to 9,999" in refused.text) == (409, True)
    sent = {"subject": "minutes", "name": "weddings", "number": 5}
    assert agent.put("/api/v1/practices", json=sent).json() == {
        "error": "'weddings' is no kind of hearing and no schedule code."
    }


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"on": "2027-02-30"}, 422),
        ({"on": "2027-01-18"}, 409),
        ({"on": "2031-01-21"}, 409),
        ({"courthouse": ""}, 422),
        ({"opens": "25:00"}, 422),
        ({"opens": "10:00", "closes": "09:00"}, 409),
        ({"capacity": 0}, 422),
        ({"takes": ["weddings"]}, 409),
        ({"judge": "a\u202eb"}, 422),
        ({"wings": 2}, 422),
    ],
)
def test_a_session_that_cannot_be_is_refused_in_one_sentence(
    sent: dict[str, object], status: int, desks: Desks
) -> None:
    answer = desks.bearer("agent").post("/api/v1/sessions", json=JANUARY | sent)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
    with desks.database.reading() as db:
        assert len(db.scalars(select(CourtSession).where(CourtSession.office_id == 1)).all()) == 3


def test_two_people_who_move_one_hearing_do_not_both_succeed(desks: Desks) -> None:
    agent, attorney = desks.bearer("agent"), desks.bearer("attorney")
    here, there = opened(desks), opened(desks, room="4120")
    path = f"/api/v1/hearings/{desks.hearing}/continue"
    with desks.database.reading() as db:
        seen = db.scalars(select(Setting.id).where(Setting.hearing_id == desks.hearing)).one()
    first = agent.post(path, json={"session": here, "cause": "court", "seen": seen})
    second = attorney.post(path, json={"session": there, "cause": "court", "seen": seen})
    assert (first.status_code, second.status_code) == (200, 409)
    assert second.json()["error"].startswith("Somebody else moved this hearing meanwhile; it now stands on January 20")


def test_a_refused_move_stands_on_its_page_with_all_that_was_typed(desks: Desks) -> None:
    agent = desks.browser("agent")
    full, path = opened(desks, capacity=1, judge="Hon. Q. Adler"), f"/hearings/{desks.hearing}/move"
    with desks.database.transaction() as db:
        other = db.scalars(select(Hearing).where(Hearing.office_id == 1, Hearing.id != desks.hearing)).first()
        assert other is not None
        db.scalars(select(Setting).where(Setting.hearing_id == other.id)).one().court_session_id = full
    typed = {"other": str(full), "cause": "party asks", "words": "Out of state <that> week.", "at": "10:15", "to": ""}
    refused = posted(agent, path, f"/hearings/{desks.hearing}/continue", **typed, method="personal")
    told = refused.text
    assert (refused.status_code, "1 of 1 matters are set" in told) == (409, True)
    assert f'<option value="{full}" selected>' in told
    assert '<option value="party asks" selected>' in told
    assert "Out of state &lt;that&gt; week.</textarea>" in told
    assert 'value="10:15"' in told
    assert '<input type="radio" name="to" value="" checked>' in told
    assert "<option selected>personal</option>" in told
    posted(agent, path, f"/hearings/{desks.hearing}/continue", cause="court", to="")
    gone = posted(agent, path, f"/hearings/{desks.hearing}/continue", cause="court", to="999999@09:00")
    assert gone.status_code == 404

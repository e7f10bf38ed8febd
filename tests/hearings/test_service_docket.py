"""Service of process as it is written down, taken from a server's list, and told for a whole docket."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import event, select

from cases.queries import case_record
from hearings.calendar.closings import close_court
from hearings.queries import sessions
from hearings.service.actions import extend_answer, record_answer, record_attempt
from hearings.service.corrections import withdraw_attempt
from hearings.service.docket import DocketService, docket_service
from hearings.service.entry import Attempt
from hearings.service.errors import (
    AttemptKnown,
    ChainBroken,
    ListUnreadable,
    NoSuchAttempt,
    NoSuchPerson,
    NoSuchPlace,
    NotInTheFuture,
    NotTold,
    TooLateToExtend,
)
from hearings.service.facts import Link, State
from hearings.service.issuing import issue_paper
from hearings.service.listing import take_list
from hearings.service.queries import next_place_for, places_of, services, timelines
from hearings.tables import ServiceAttempt
from infra.db import Database
from kernel.legal_text import NotLegalText
from kernel.sealed import Sealed
from offices.errors import NotYourRole
from offices.facts import Person, Role
from tests.county import DAY, NOON, county_of, import_, in_folder

MOVED, SHOW_CAUSE, NOTHING = "7000070000", "7000070888", "7000070370"
OBLIGOR = {MOVED: "4000700011", SHOW_CAUSE: "4000701034", NOTHING: "4000700451"}
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
BY = {"by": AGENT, "today": DAY, "now": NOON}
ENTRY = Attempt(OBLIGOR[MOVED], "notice of hearing", "sheriff", date(2026, 11, 19), "not home", hour=time(18, 30))
STREET = "4711 Hidden Hollow Lane"


@pytest.fixture
def county(db: Database, tmp_path: Path) -> Database:
    import_(db, in_folder(tmp_path / "extract", county_of(MOVED, SHOW_CAUSE, NOTHING)))
    return db


def rows(county: Database, as_of: date = DAY) -> dict[str, DocketService]:
    with county.reading() as db:
        found = [row for one in sessions(db, 1) for row in docket_service(db, 1, one.id, as_of=as_of)]
    return {one.case_no: one for one in found}


def written(county: Database, entry: Attempt, case_no: str = MOVED) -> None:
    with county.transaction() as db:
        record_attempt(db, case_no, entry, **BY)


def test_a_docket_tells_what_was_issued_tried_and_what_comes_next(county: Database) -> None:
    found = rows(county)
    moved = found[MOVED]
    assert (moved.state, moved.issued_on, moved.last_attempt) == (
        State.FAILED, date(2026, 11, 8), "Nov 16, 2026 by sheriff: moved",
    )  # fmt: skip
    assert moved.last_safe_day == date(2026, 11, 25)
    assert moved.next_action.startswith("Have the notice of hearing issued again and served at the next place by")
    assert (found[SHOW_CAUSE].state, found[SHOW_CAUSE].served_on) == (State.SERVED, date(2026, 11, 13))
    assert found[NOTHING].state is State.NOT_ISSUED


def test_a_docket_is_read_with_as_many_questions_for_three_hearings_as_for_one(county: Database) -> None:
    asked: list[str] = []
    event.listen(county.reader, "before_cursor_execute", lambda *given: asked.append(given[2]))
    counts = set()
    with county.reading() as db:
        for one in sessions(db, 1):
            asked.clear()
            docket_service(db, 1, one.id, as_of=DAY)
            counts.add(len(asked))
    assert max(counts) == min(counts) < 20


def test_an_attempt_by_hand_stands_on_the_timeline_and_moves_the_docket(county: Database) -> None:
    written(county, replace(ENTRY, result="served", relation="self", returned_on=date(2026, 11, 20)))
    row = rows(county)[MOVED]
    assert (row.state, row.served_on, row.next_action) == (State.SERVED, date(2026, 11, 19), "")
    with county.reading() as db:
        (line,) = timelines(db, 1, MOVED, as_of=DAY)
    assert [(one.trace.source, one.attempted_on, one.issued_on) for one in line.services] == [
        ("ACTS", date(2026, 11, 16), date(2026, 11, 8)), ("Entered by hand", date(2026, 11, 19), date(2026, 11, 8)),
    ]  # fmt: skip


def test_service_that_fails_a_demand_is_kept_and_shown_and_does_not_count(county: Database) -> None:
    written(county, replace(ENTRY, result="served", relation="neighbor", recipient="Pat O'Brien", recipient_age=44))
    row = rows(county)[MOVED]
    assert (row.state, row.complete_on) == (State.FAILED, None)
    assert row.unmet == (
        "Nothing shows that Pat O'Brien lives at the place where the papers were left (N.C. R. Civ. P. 4(j)(1)a).",
    )


def test_service_without_its_return_lacks_the_proof(county: Database) -> None:
    written(county, replace(ENTRY, result="served", relation="self"))
    assert rows(county)[MOVED].state is State.UNPROVED


def test_service_after_the_last_safe_day_is_too_late(county: Database) -> None:
    assert rows(county, as_of=date(2026, 11, 30))[MOVED].state is State.TOO_LATE


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"tried_on": date(2026, 11, 21)}, NotInTheFuture),
        ({"tried_on": date(2026, 11, 1), "issued_on": date(2026, 11, 8)}, NotTold),
        ({"result": "eaten by the dog"}, NotTold),
        ({"method": "pigeon"}, NotTold),
        ({"place": "moon"}, NotTold),
        ({"place_key": "address|nowhere"}, NoSuchPlace),
        ({"recipient_age": 200}, NotTold),
        ({"mpi_no": "1"}, NoSuchPerson),
        ({"paper": ""}, NotTold),
        ({"recipient": "a\u202eb"}, NotLegalText),
        ({"returned_on": date(2026, 11, 18)}, NotTold),
    ],
)
def test_an_entry_that_cannot_be_true_is_refused_and_nothing_is_kept(
    county: Database, change: dict[str, object], refused: type[Exception]
) -> None:
    before = rows(county)
    with pytest.raises(refused):
        written(county, replace(ENTRY, **change))  # type: ignore[arg-type]
    assert rows(county) == before


def test_the_same_attempt_is_written_down_once_and_only_by_an_agent(county: Database) -> None:
    written(county, ENTRY)
    with pytest.raises(AttemptKnown):
        written(county, ENTRY)
    clerk = replace(AGENT, role=Role.CLERK)
    with pytest.raises(NotYourRole), county.transaction() as db:
        record_attempt(db, MOVED, ENTRY, by=clerk, today=DAY, now=NOON)


def test_an_address_typed_in_is_sealed_in_the_row_and_in_no_value(county: Database) -> None:
    written(county, replace(ENTRY, place="other", where=STREET))
    with county.reading() as db:
        row = db.scalars(select(ServiceAttempt).where(ServiceAttempt.entered_by == "Avery Agent")).one()
        assert row.address == Sealed(STREET)
        raw = db.connection().exec_driver_sql("SELECT * FROM service_attempt").all()
        told = repr(services(db, 1, MOVED, as_of=DAY))
    assert STREET not in repr(raw)
    assert STREET not in told


def test_a_place_chosen_from_the_record_fails_there_and_the_next_one_is_told(county: Database) -> None:
    with county.reading() as db:
        record = case_record(db, 1, MOVED)
        first, *_ = places_of(record, OBLIGOR[MOVED])
    written(county, replace(ENTRY, place_key=first.key, result="no such address"))
    with county.reading() as db:
        (line,) = timelines(db, 1, MOVED, as_of=DAY)
        following = next_place_for(case_record(db, 1, MOVED), line, as_of=DAY)
    assert line.services[-1].manner is not None
    assert line.services[-1].manner.place_key == first.key
    assert following is None or following.key != first.key


def test_a_chain_of_summonses_is_written_down_link_by_link(county: Database) -> None:
    about = {"mpi_no": OBLIGOR[NOTHING], "paper": "summons and complaint", **BY}
    with county.transaction() as db:
        with pytest.raises(ChainBroken, match="no earlier summons"):
            issue_paper(db, NOTHING, kind=Link.ALIAS, issued_on=date(2026, 9, 1), **about)
        first = issue_paper(db, NOTHING, kind=Link.ORIGINAL, issued_on=date(2026, 7, 1), **about)
        alias = issue_paper(db, NOTHING, kind=Link.ALIAS, issued_on=date(2026, 9, 15), **about)
        assert alias.follows_id == first.id
        with pytest.raises(ChainBroken, match="Only a summons"):
            issue_paper(db, NOTHING, kind=Link.ALIAS, issued_on=DAY, **(about | {"paper": "notice of hearing"}))
        with pytest.raises(NotInTheFuture):
            issue_paper(db, NOTHING, kind=Link.ALIAS, issued_on=date(2026, 12, 1), **about)
    with county.reading() as db:
        line = next(one for one in timelines(db, 1, NOTHING, as_of=DAY) if one.paper == "summons and complaint")
    assert line.life is not None
    assert (line.life.standing, line.state) == ("dormant", State.FAILED)


def test_an_answer_is_extended_before_it_is_due_and_not_after(county: Database) -> None:
    who = {"mpi_no": OBLIGOR[NOTHING]}
    summons = Attempt(
        OBLIGOR[NOTHING], "summons and complaint", "sheriff", date(2026, 10, 10), "served", relation="self"
    )
    with county.transaction() as db:
        with pytest.raises(NotTold, match="No answer is due"):
            extend_answer(db, NOTHING, until=date(2026, 12, 9), granted_on=DAY, **who, **BY)
        issue_paper(db, NOTHING, paper=summons.paper, kind=Link.ORIGINAL, issued_on=date(2026, 10, 1), **who, **BY)
        record_attempt(db, NOTHING, summons, **BY)
        with pytest.raises(TooLateToExtend, match="was due on November 9, 2026"):
            extend_answer(db, NOTHING, until=date(2026, 12, 9), granted_on=date(2026, 11, 10), **who, **BY)
        extend_answer(db, NOTHING, until=date(2026, 12, 9), granted_on=date(2026, 11, 9), **who, **BY)
    row = rows(county)[NOTHING]
    assert (row.answer_due_on, row.default) == (date(2026, 12, 9), False)
    with county.transaction() as db:
        record_answer(db, NOTHING, answered_on=date(2026, 11, 18), **who, **BY)
    assert rows(county)[NOTHING].answered_on == date(2026, 11, 18)


def test_a_closing_moves_the_day_of_an_answer_and_the_end_of_a_summons(county: Database) -> None:
    """Served October 10, 2026: the answer is due on Monday, November 9. Issued October 1: served by November 30."""
    who = {"mpi_no": OBLIGOR[NOTHING]}
    summons = Attempt(OBLIGOR[NOTHING], "summons and complaint", "sheriff", date(2026, 10, 10), "served")
    with county.transaction() as db:
        issue_paper(db, NOTHING, paper=summons.paper, kind=Link.ORIGINAL, issued_on=date(2026, 10, 1), **who, **BY)
        record_attempt(db, NOTHING, summons, **BY)
    assert _due(county) == (date(2026, 11, 9), date(2026, 11, 30))
    for on in (date(2026, 11, 9), date(2026, 11, 30)):
        with county.transaction() as db:
            close_court(db, on=on, courthouse="", why="Flood", cite="", by=AGENT, now=NOON)
    assert _due(county) == (date(2026, 11, 10), date(2026, 12, 1))


def _due(county: Database) -> tuple[date | None, date | None]:
    with county.reading() as db:
        line = next(one for one in timelines(db, 1, NOTHING, as_of=DAY) if one.paper == "summons and complaint")
    return line.default.due_on if line.default else None, line.life.serve_by if line.life else None


def test_what_was_written_down_by_mistake_is_taken_back_and_its_row_stays(county: Database) -> None:
    before = rows(county)[MOVED]
    written(county, replace(ENTRY, result="served", relation="self"))
    assert rows(county)[MOVED].state is State.UNPROVED
    with county.transaction() as db:
        (row,) = db.scalars(select(ServiceAttempt).where(ServiceAttempt.entered_by == "Avery Agent"))
        of_state = db.scalars(select(ServiceAttempt).where(ServiceAttempt.case_no == MOVED)).first()
        assert of_state is not None
        withdraw_attempt(db, MOVED, row.source_key, by=AGENT, now=NOON)
        with pytest.raises(NotTold, match="told by the state's system"):
            withdraw_attempt(db, MOVED, of_state.source_key, by=AGENT, now=NOON)
        with pytest.raises(NoSuchAttempt):
            withdraw_attempt(db, MOVED, row.source_key, by=AGENT, now=NOON)
        with pytest.raises(NoSuchAttempt):
            withdraw_attempt(db, MOVED, row.source_key, by=replace(AGENT, office_id=2), now=NOON)
        with pytest.raises(NotYourRole):
            withdraw_attempt(db, MOVED, row.source_key, by=replace(AGENT, role=Role.CLERK), now=NOON)
    assert rows(county)[MOVED] == before
    with county.reading() as db:
        assert db.scalar(select(ServiceAttempt.superseded_at).where(ServiceAttempt.entered_by == "Avery Agent")) == NOON


LIST = (
    "Docket,Name,Attempt Date,Time,Result,Relation,Age,Lives there,Deputy,Return date\r\n"
    "{docket},\"{name}\",11/19/2026,6:30 PM,served,,,,Dep. Ñuñez,11/20/2026\r\n"
    "7000070000,\"NOBODY, AT ALL\",11/19/2026,,moved,,,,,\r\n"
    "99 CVD 1,,11/19/2026,,moved,,,,,\r\n"
    "7000070000,,19.11.2026,,moved,,,,,\r\n"
    "7000070888,,11/19/2026,,moved,,,,,\r\n"
)  # fmt: skip


def test_a_sheriffs_list_is_matched_line_by_line_and_no_line_is_lost(county: Database) -> None:
    with county.reading() as db:
        record = case_record(db, 1, MOVED)
        obligor = record.person("obligor")
    assert obligor is not None
    sent = LIST.format(docket=record.header.docket, name=obligor.name).encode()
    with county.transaction() as db:
        looked = take_list(db, sent, dry_run=True, **BY)
    assert rows(county)[MOVED].state is State.FAILED
    with county.transaction() as db:
        taken = take_list(db, sent, **BY)
    assert taken == looked
    assert [(one.line, one.case_no, bool(one.problem)) for one in taken] == [
        (2, MOVED, False), (3, MOVED, True), (4, "", True), (5, MOVED, True), (6, SHOW_CAUSE, True),
    ]  # fmt: skip
    assert [one.problem for one in taken[1:]] == [
        "Nobody of the case has the name on the line.",
        "There is no case with this number in this office.",
        "A day is written as 11/20/2026 or 2026-11-20.",
        "No papers are out for service on this person, so the line has to name its paper.",
    ]
    assert rows(county)[MOVED].state is State.SERVED
    with county.transaction() as db:
        again = take_list(db, sent, **BY)
    assert again[0].problem


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"case,when\r\n", b"x" * 2_000_001])
def test_a_list_that_is_none_is_refused(county: Database, data: bytes) -> None:
    with pytest.raises(ListUnreadable), county.transaction() as db:
        take_list(db, data, **BY)

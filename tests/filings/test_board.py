"""How ready a whole session is, read from the record: whose move it is, what each step does, how many questions."""

import io
import re
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from sqlalchemy import event, select, update

from bench.filled import fill
from cases.tables import Address
from documents.reading import page_texts
from filings import actions
from filings.board import board
from filings.docket import docket
from filings.queries import session_and_filing
from hearings.calendar.causes import Cell
from hearings.calendar.closings import close_court
from hearings.calendar.feeds import assign
from hearings.errors import NoSuchSession
from hearings.readiness.facts import Board, CellState, HearingRow, Outlook
from hearings.service.docket import docket_service
from hearings.service.facts import State
from hearings.tables import CourtSession, Setting
from infra.clock import now
from infra.db import Database
from tests.county import DAY, county_of, import_, in_folder
from tests.filings.conftest import TODAY, County

COUNTED = {20: 1, 60: 2}
"""Hearings in a session, and the number of the session."""


def of(county: County, as_of: date = TODAY) -> Board:
    with county.database.reading() as db:
        return board(db, 1, 1, as_of)


def row(county: County, hearing: int, as_of: date = TODAY) -> HearingRow:
    return next(one for one in of(county, as_of).rows if one.hearing.id == hearing)


def test_every_hearing_of_the_sample_session_has_its_row_in_call_order_and_every_red_cell_all_its_words(
    county: County,
) -> None:
    found = of(county)
    assert len(found.rows) == 20
    assert [(one.hearing.at, one.hearing.case_no) for one in found.rows] == sorted(
        (one.hearing.at, one.hearing.case_no) for one in found.rows
    )
    for one in found.rows:
        assert list(one.cells) == [cell for cell in Cell if cell is not Cell.NONE]
        for name, cell in one.red:
            assert all((cell.cause, cell.owner, cell.next_action, cell.last_safe_day)), (one.hearing.case_no, name)


def test_service_and_notice_say_what_the_docket_of_service_says(county: County) -> None:
    with county.database.reading() as db:
        told = {one.hearing_id: one for one in docket_service(db, 1, 1, as_of=TODAY)}
    for one in of(county).rows:
        service, notice = one.cells[Cell.SERVICE], one.cells[Cell.NOTICE]
        state = told[one.hearing.id].state
        assert (service.state is CellState.DONE) is (state is State.SERVED), one.hearing.case_no
        assert (notice.state is CellState.DONE) is (state in (State.SERVED, State.UNPROVED)), one.hearing.case_no
        if notice.red:
            assert notice.last_safe_day == told[one.hearing.id].last_safe_day


def test_papers_go_from_made_to_approved_to_filed_and_their_cells_with_them(county: County) -> None:
    before = row(county, county.show_cause).cells
    assert before[Cell.SHEET].cause.startswith("Fact sheet lacks ")
    assert (str(before[Cell.APPROVAL].owner), before[Cell.APPROVAL].next_action) == ("agent", "Submit the fact sheet.")
    assert before[Cell.FILING].cause == "No envelope is assembled."
    county.approve(county.show_cause)
    assert row(county, county.show_cause).cells[Cell.APPROVAL].cause == "Fact sheet is not handed to an attorney."

    with county.database.transaction() as db:
        envelope = actions.assemble(db, county.show_cause, by=county.agent, today=TODAY)
    drafted = row(county, county.show_cause).cells[Cell.FILING]
    assert drafted.state is CellState.AT_RISK
    assert drafted.next_action == f"Submit envelope {envelope.number} to the clerk."
    with county.database.transaction() as db:
        actions.submit(db, envelope.id, by=county.agent, today=TODAY)
        actions.receive(db, envelope.id, by=county.clerk)
    assert str(row(county, county.show_cause).cells[Cell.FILING].owner) == "clerk"
    with county.database.transaction() as db:
        actions.accept(db, envelope.id, by=county.clerk)
    accepted = row(county, county.show_cause).cells[Cell.FILING]
    assert (accepted.state, accepted.cause) == (CellState.DONE, f"The clerk accepted envelope {envelope.number}.")


def test_a_rejected_envelope_blocks_with_the_clerks_own_words(county: County) -> None:
    county.approve(county.show_cause)
    with county.database.transaction() as db:
        envelope = actions.assemble(db, county.show_cause, by=county.agent, today=TODAY)
        actions.submit(db, envelope.id, by=county.agent, today=TODAY)
        actions.receive(db, envelope.id, by=county.clerk)
        actions.reject(db, envelope.id, reason_code="case-number", words="It is 22 CVD 12432.", by=county.clerk)
    found = row(county, county.show_cause).cells[Cell.FILING]
    assert (found.state, str(found.owner)) == (CellState.BLOCKED, "agent")
    assert found.cause == (
        f"Envelope {envelope.number}, Riley Clerk: The file number is wrong or missing. It is 22 CVD 12432."
    )


def test_who_is_assigned_is_named_as_the_owner(county: County) -> None:
    for person in (county.agent, county.attorney):
        with county.database.transaction() as db:
            assign(db, [county.show_cause], person=person, by=county.agent, now=now())
    found = row(county, county.show_cause)
    assert str(found.attorney) == "Taylor Attorney"
    assert {str(cell.owner) for _, cell in found.red} == {"Avery Agent"}
    assert {str(cell.owner) for _, cell in row(county, county.review).red} == {"agent"}


def test_the_day_after_the_last_safe_day_a_hearing_that_nobody_was_served_for_should_be_continued(
    county: County,
) -> None:
    unserved = next(one for one in of(county).rows if one.cells[Cell.SERVICE].red and one.last_safe_day)
    last = unserved.cells[Cell.SERVICE].last_safe_day
    assert last is not None
    assert row(county, unserved.hearing.id, last).outlook is Outlook.SAVABLE
    assert row(county, unserved.hearing.id, last + timedelta(1)).outlook is Outlook.HOPELESS


def test_a_closing_of_the_court_moves_the_last_safe_days(county: County) -> None:
    last = row(county, county.show_cause).cells[Cell.FILING].last_safe_day
    assert last == date(2026, 12, 7)
    with county.database.transaction() as db:
        close_court(db, on=last, courthouse="", why="Ice storm", cite="", by=county.agent, now=now())
    assert row(county, county.show_cause).cells[Cell.FILING].last_safe_day == date(2026, 12, 4)


def test_a_hearing_whose_page_lists_no_gap_of_service_has_service_and_notice_done(county: County) -> None:
    with county.database.reading() as db:
        prepared = session_and_filing(db, 1, 1, as_of=TODAY)
    of_service = re.compile("issued for service|not served|Proof of service|Notice is too short")
    for one, found in zip(prepared, of(county).rows, strict=True):
        gap = any(of_service.search(gap.what) for gap in one.gaps)
        assert gap is any(found.cells[name].red for name in (Cell.SERVICE, Cell.NOTICE)), found.hearing.case_no


def test_what_is_another_offices_does_not_exist(county: County) -> None:
    with county.database.reading() as db:
        for office, session in ((2, 1), (1, 99_999)):
            with pytest.raises(NoSuchSession):
                board(db, office, session, TODAY)
            with pytest.raises(NoSuchSession):
                docket(db, office, session, TODAY)


def test_an_empty_session_has_an_empty_board_and_a_docket_that_can_be_printed(county: County) -> None:
    with county.database.transaction() as db:
        db.execute(update(Setting).where(Setting.court_session_id == 1).values(court_session_id=2))
    found = of(county)
    assert (found.rows, [found.count(one) for one in Outlook]) == ((), [0, 0, 0])
    with county.database.reading() as db:
        assert len(PdfReader(io.BytesIO(docket(db, 1, 1, TODAY))).pages) == 1


def test_the_docket_has_every_matter_in_call_order_with_caption_and_state_and_no_address(county: County) -> None:
    with county.database.reading() as db:
        pdf = docket(db, 1, 1, TODAY)
        assert docket(db, 1, 1, TODAY) == pdf
    texts = page_texts(pdf)
    told = " ".join(" ".join(texts).split())
    assert "Docket of Tuesday, December 8, 2026" in told
    places = [told.index(one.hearing.case_no) for one in of(county).rows]
    assert places == sorted(places)
    assert all(f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, start=1))
    assert "Service: done" in told
    with county.database.reading() as db:
        streets = {one for one in db.scalars(select(Address.line1)) if one}
    assert len(streets) > 20
    assert [street for street in streets if street in told] == []


def test_the_docket_is_tagged_with_head_cells_title_and_language(county: County) -> None:
    with county.database.reading() as db:
        pdf = docket(db, 1, 1, TODAY)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert (str(opened.docinfo.Title), str(opened.Root.Lang)) == ("Docket of Tuesday, December 8, 2026", "en-US")
        tables = [one for one in opened.Root.StructTreeRoot.K[0].K if one.S == "/Table"]
        assert len(tables) == len(opened.pages)
        rows = [line for table in tables for line in table.K]
        assert len(rows) == 20 + len(tables)
        assert {str(cell.S) for line in rows for cell in line.K} == {"/TH", "/TD"}


def test_sixty_hearings_take_as_many_questions_to_the_database_as_twenty(db: Database, tmp_path: Path) -> None:
    import_(db, in_folder(tmp_path / "extract", county_of()))
    with db.transaction() as session:
        fill(session, 180)
        settings = session.scalars(select(Setting.id).where(Setting.ended_at.is_(None)).order_by(Setting.id)).all()
        taken = iter(settings)
        for count, number in COUNTED.items():
            some = [next(taken) for _ in range(count)]
            session.execute(update(Setting).where(Setting.id.in_(some)).values(court_session_id=number))
        session.execute(update(Setting).where(Setting.id.in_(list(taken))).values(court_session_id=3))
        days = update(CourtSession).where(CourtSession.id.in_(COUNTED.values()))
        session.execute(days.values(on=date(2026, 12, 8)))
    asked: list[str] = []
    event.listen(db.reader, "before_cursor_execute", lambda *given: asked.append(given[2]))
    told = {}
    for count, number in COUNTED.items():
        with db.reading() as session:
            asked.clear()
            assert len(board(session, 1, number, DAY).rows) == count
            told[count] = len(asked)
    assert told[60] == told[20] < 60

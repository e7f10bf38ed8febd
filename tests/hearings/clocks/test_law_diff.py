"""New rows of law: what they would move, and that nothing moves before a person accepts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

import pytest

from hearings.calendar.closings import close_court
from hearings.clocks.actions import accept_move
from hearings.clocks.errors import NotMoved
from hearings.clocks.queries import would_move
from infra.db import Database
from law.pack import Pack
from law.states import STATES
from offices.errors import NotYourRole
from offices.facts import Role
from tests.hearings.calendar.court import staff
from tests.hearings.clocks.county import NOW, REVIEW, SHOW_CAUSE, kept, served, swept

MOTION = "nc.notice.motion"
LATER = NOW + timedelta(hours=1)


@contextmanager
def new_rows(**periods: str) -> Iterator[None]:
    """The rows of North Carolina with other periods, as a later version of the program would bring them."""
    law = STATES["NC"]
    old = law.pack()
    rules = tuple(
        replace(row, period=periods.get(row.id.replace(".", "_").replace("-", "_"), row.period)) for row in old.rules
    )
    pack = Pack(rules, old.added, old.methods, f"NC {'-'.join(periods)}")
    with patch.dict(STATES, {"NC": replace(law, pack=lambda: pack)}):
        yield


def test_open_dates_that_new_rows_would_move_are_told_and_stay(court: Database) -> None:
    swept(court)
    with new_rows(nc_notice_motion="14 calendar days"), court.reading() as db:
        (found,) = would_move(db, 1)
        assert (found.kept.case_no, found.kept.on, found.now_on) == (REVIEW, date(2026, 11, 28), date(2026, 11, 24))
        assert found.now_pack == "NC nc_notice_motion"
    with new_rows(nc_notice_motion="14 calendar days"):
        served(court, SHOW_CAUSE, "order to show cause", date(2026, 11, 19), staff(court))
        swept(court)
        (stays,) = kept(court, REVIEW, MOTION)
    assert stays.on == date(2026, 11, 28)


def test_rows_that_leave_a_day_where_it_is_move_nothing(court: Database) -> None:
    swept(court)
    with new_rows(nc_summons_service="70 calendar days"), court.reading() as db:
        assert would_move(db, 1) == []


def test_an_attorney_accepts_a_move_and_the_old_date_stays_as_history(court: Database) -> None:
    swept(court)
    attorney = staff(court, Role.ATTORNEY, "Taylor")
    (old,) = kept(court, REVIEW, MOTION)
    with new_rows(nc_notice_motion="14 calendar days"):
        with court.transaction() as db:
            accept_move(db, old.id, by=attorney, now=NOW)
        (found,) = kept(court, REVIEW, MOTION)
        assert (found.on, found.pack) == (date(2026, 11, 24), "NC nc_notice_motion")
        with court.reading() as db:
            assert would_move(db, 1) == []
        swept(court)
        assert kept(court, REVIEW, MOTION) == [found]
    was, _ = sorted(kept(court, REVIEW, MOTION, history=True), key=lambda one: one.id)
    assert was.why == "The rules changed; Taylor accepted it."


def test_an_agent_does_not_accept_a_move_and_nothing_is_accepted_that_does_not_move(court: Database) -> None:
    swept(court)
    (old,) = kept(court, REVIEW, MOTION)
    with court.transaction() as db, pytest.raises(NotYourRole):
        accept_move(db, old.id, by=staff(court, name="Avery"), now=NOW)
    with court.transaction() as db, pytest.raises(NotMoved):
        accept_move(db, old.id, by=staff(court, Role.ATTORNEY, "Taylor"), now=NOW)


def test_a_storm_moves_a_date_of_older_rows_where_the_new_ones_agree_and_not_where_they_would_move_it(
    court: Database,
) -> None:
    swept(court)
    agent = staff(court)
    with new_rows(nc_summons_service="70 calendar days"):
        with court.transaction() as db:
            close_court(db, on=date(2026, 11, 25), courthouse="", why="Ice storm", cite="", by=agent, now=LATER)
        swept(court)
        (found,) = kept(court, REVIEW, MOTION)
    assert found.last_safe_day == date(2026, 11, 24)
    with new_rows(nc_notice_motion="14 calendar days"):
        with court.transaction() as db:
            close_court(db, on=date(2026, 11, 24), courthouse="", why="Ice storm", cite="", by=agent, now=LATER)
        swept(court)
        (stays,) = kept(court, REVIEW, MOTION)
    assert stays.last_safe_day == date(2026, 11, 24)

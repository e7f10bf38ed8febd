"""Reminders: one mail a person and day, no word about any case, none lost and none twice."""

import threading
from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes
from pathlib import Path

import pytest
import time_machine
from aiosmtpd.controller import Controller
from sqlalchemy import select

from hearings.clocks.sweeping import ask_for_sweeps, offices_due
from hearings.clocks.tables import Reminder
from infra.db import Database
from infra.jobs.perform import work_off
from tests.hearings.calendar.court import staff
from tests.hearings.clocks.county import REVIEW, at_noon
from tests.servers import free_port
from worker.errands import ERRANDS

MORNING = datetime.fromisoformat("2026-11-20T12:30:00+00:00")
BEFORE_SEVEN = datetime.fromisoformat("2026-11-20T11:30:00+00:00")
THE_DAY_AFTER = datetime.fromisoformat("2026-11-21T18:00:00+00:00")
MONDAY = datetime.fromisoformat("2026-11-23T14:00:00+00:00")


class Kept:
    """A mail server's memory; ``refuses`` counts how often it is still unwilling."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.refuses = 0

    async def handle_DATA(self, _server: object, _session: object, envelope: object) -> str:  # noqa: N802
        if self.refuses:
            self.refuses -= 1
            return "451 Later, please"
        self.mails.append(envelope.content)  # type: ignore[attr-defined]
        return "250 OK"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    """A real SMTP server on this machine."""
    kept = Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=free_port())
    controller.start()
    port = controller.server.sockets[0].getsockname()[1]
    monkeypatch.setenv("COURTREADY_MAIL_URL", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("COURTREADY_MAIL_FROM", "courtready@county.example.gov")
    monkeypatch.setenv("COURTREADY_PAGES_URL", "https://court.example.gov/")
    yield kept
    controller.stop()


def _at(instant: datetime, database: Database) -> None:
    """The scheduler asks and the worker does, at an instant."""
    with time_machine.travel(instant, tick=True):
        with database.transaction() as db:
            ask_for_sweeps(db, instant)
        work_off(database, ERRANDS)


def test_a_reminder_tells_how_many_lines_wait_and_where_and_nothing_else(either: Database, server: Kept) -> None:
    staff(either)
    _at(MORNING, either)
    (mail,) = map(message_from_bytes, server.mails)
    text = mail.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert (mail["To"], mail["From"]) == ("avery@example.gov", "courtready@county.example.gov")
    assert mail["Subject"].startswith("Courtready: ")
    assert text.rstrip().endswith("https://court.example.gov/today")
    whole = server.mails[0].decode()
    for word in (REVIEW, "700007", "motion", "service", "Gen. Stat", "CVD", "hearing"):
        assert word not in whole


def test_it_is_sent_at_seven_in_the_morning_of_the_office_and_once(either: Database, server: Kept) -> None:
    staff(either)
    _at(BEFORE_SEVEN, either)
    assert server.mails == []
    _at(MORNING, either)
    _at(at_noon(date(2026, 11, 20)), either)
    assert len(server.mails) == 1


def test_a_server_that_refuses_is_asked_again_and_the_mail_keeps_its_number(either: Database, server: Kept) -> None:
    staff(either)
    server.refuses = 1
    _at(MORNING, either)
    assert server.mails == []
    _at(datetime.fromisoformat("2026-11-20T12:31:00+00:00"), either)
    assert len(server.mails) == 1
    with either.reading() as db:
        (row,) = db.scalars(select(Reminder))
        assert row.sent_at is not None
        number = f"<reminder.{row.id}.{row.person_id}@county.example.gov>"
    assert message_from_bytes(server.mails[0])["Message-ID"] == number


def test_two_schedulers_and_two_workers_at_once_send_one_mail(either: Database, server: Kept) -> None:
    staff(either)
    with time_machine.travel(MORNING, tick=True):
        workers = [threading.Thread(target=_as_one_process, args=(either,)) for _ in range(2)]
        for one in workers:
            one.start()
        for one in workers:
            one.join()
        work_off(either, ERRANDS)
    assert len(server.mails) == 1


def _as_one_process(database: Database) -> None:
    with database.transaction() as db:
        ask_for_sweeps(db, MORNING)
    work_off(database, ERRANDS)


def test_nobody_is_reminded_on_a_day_on_which_the_court_is_closed(either: Database, server: Kept) -> None:
    staff(either)
    _at(THE_DAY_AFTER, either)
    assert server.mails == []
    _at(MONDAY, either)
    assert len(server.mails) == 1


def test_when_nothing_changed_and_the_day_is_the_same_no_sweep_is_asked_for(either: Database, server: Kept) -> None:
    _at(MORNING, either)
    with either.reading() as db:
        assert offices_due(db, MORNING) == []
        assert offices_due(db, MONDAY) == [1]


def test_without_a_mail_server_each_mail_is_a_file(court: Database, data: Path) -> None:
    staff(court)
    _at(MORNING, court)
    (file,) = (data / "outbox").iterdir()
    assert b"To: avery@example.gov" in file.read_bytes()

"""The day that a command means where nobody names one: today where the office is, not where the clocks are set."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import select
from typer.testing import CliRunner

from cli.main import app
from infra.db import database
from offices.tables import Office
from tests.county import county_of, import_, in_folder

CASE = "7000070888"


@pytest.mark.parametrize(
    ("zone", "instant", "day", "current"),
    [
        ("America/New_York", datetime(2026, 12, 1, 4, 59, tzinfo=UTC), "2026-11-30", 22_400),
        ("America/New_York", datetime(2026, 12, 1, 5, 0, tzinfo=UTC), "2026-12-01", 41_500),
        ("America/Los_Angeles", datetime(2026, 12, 1, 7, 59, tzinfo=UTC), "2026-11-30", 22_400),
    ],
)
def test_in_the_evening_before_the_first_the_support_of_the_next_month_is_not_owed_yet(
    zone: str, instant: datetime, day: str, current: int, tmp_path: Path
) -> None:
    opened = database()
    opened.migrate()
    import_(opened, in_folder(tmp_path / "extract", county_of(CASE)))
    with opened.transaction() as db:
        office = db.scalars(select(Office)).one()
        office.settings = {**office.settings, "time_zone": zone}
    opened.close()
    with time_machine.travel(instant, tick=False):
        said = CliRunner().invoke(app, ["arrears", CASE, "--json"], catch_exceptions=False)
    told = json.loads(said.stdout)
    assert (told["as_of"], told["current"]) == (day, current)

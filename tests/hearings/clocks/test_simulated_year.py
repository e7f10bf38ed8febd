"""A year with faults, restarts, two schedulers and storms misses no deadline; the whole county is run by a command."""

from pathlib import Path

import pytest

from infra.db import database
from tools.simulated_year.county import made
from tools.simulated_year.year import run


@pytest.mark.timeout(1800)
def test_no_deadline_at_risk_goes_unshown_until_two_court_days_before(data: Path) -> None:
    opened = database()
    found = run(made(opened, 240), 240, events=45, seed=2027, say=lambda _words: None)
    opened.close()
    assert found.missed == ()
    assert found.verdict.at_risk > 20
    assert found.verdict.in_time + sum(found.verdict.late.values()) == found.verdict.at_risk
    assert found.sweeps.killed > 5
    assert found.sweeps.side_by_side > 5
    assert found.told["storm closings"] > 3
    assert found.told["service failed"] > 3

"""A case of the sample county, and the worked example A1 as its guideline is asked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from infra.db import Database
from offices.actions import open_office
from offices.facts import OfficeSettings
from tests.county import county_of, data_folder, import_, in_folder
from tests.law.nc_guideline.asking import written

CASE = "7000070888"
HEARING = date(2026, 12, 8)
A1 = written()


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Database]:
    """One case of the sample county, and another office that has none."""
    with data_folder(tmp_path / "data") as opened:
        import_(opened, in_folder(tmp_path / "extract", county_of(CASE)))
        with opened.transaction() as db:
            open_office(db, "Union County", state="NC", new_settings=OfficeSettings(county="Union"))
        yield opened

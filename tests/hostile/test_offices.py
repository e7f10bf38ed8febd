"""Settings that would break every page, and addresses that no database takes."""

from pathlib import Path

import pytest

from infra.db import Database
from offices.actions import sign_in
from offices.errors import SettingsBroken, SignInFailed
from offices.seeds import read_settings
from tests.county import NOON


@pytest.mark.parametrize("zone", ["Mars/Phobos", "", "../../etc/passwd", "America"])
def test_a_time_zone_that_no_map_has_is_refused_when_it_is_set(tmp_path: Path, zone: str) -> None:
    file = tmp_path / "office.toml"
    file.write_text(f'time_zone = "{zone}"\n')
    with pytest.raises(SettingsBroken, match="time_zone"):
        read_settings(file)


@pytest.mark.parametrize("email", ["a\0@b.gov", "a\ud800@b.gov", "\u202ea@b.gov", "A" * 254])
def test_a_hostile_address_is_an_unknown_person_on_every_database(db: Database, email: str) -> None:
    with db.transaction() as session, pytest.raises(SignInFailed):
        sign_in(session, email=email, password="a long enough password", now=NOON)

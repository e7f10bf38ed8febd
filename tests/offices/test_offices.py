"""Offices, the people in them, and how they sign in."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from infra import audit
from infra.db import Database
from kernel.legal_text import NotLegalText
from offices.actions import (
    IDLE_LIMIT,
    LONGEST_SIGN_IN,
    add_staff,
    open_office,
    set_office,
    sign_in,
    sign_out,
    token_hash,
)
from offices.errors import (
    AlreadyOnStaff,
    NameNeeded,
    NoSuchOffice,
    NotAnEmail,
    NotYourRole,
    SettingsBroken,
    SignInFailed,
    WeakPassword,
)
from offices.facts import OfficeSettings, Person, Role
from offices.queries import agents_by_code, office_named, require_role, settings_of, signed_in_person
from offices.seeds import SEEDS, read_settings, seed_for
from offices.tables import Office, SignIn, Staff

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"


@pytest.fixture
def office(sqlite: Database) -> Office:
    with sqlite.transaction() as db:
        return open_office(db, "Mecklenburg County", state="NC", new_settings=seed_for("Mecklenburg County"))


def staff(database: Database, office: Office, email: str = "avery@example.gov", **other: object) -> Person:
    told: dict[str, object] = {"name": "Avery O'Dell", "role": Role.AGENT, "password": PASSWORD} | other
    with database.transaction() as db:
        return add_staff(db, office, email=email, **told)  # type: ignore[arg-type]


def signed_in(database: Database, token: str, now: datetime) -> Person | None:
    with database.reading() as db:
        found = signed_in_person(db, token_hash(token), now=now, idle=IDLE_LIMIT, longest=LONGEST_SIGN_IN)
    return found[0] if found else None


def test_an_office_is_opened_once_and_keeps_its_settings(sqlite: Database, office: Office) -> None:
    with sqlite.transaction() as db:
        again = open_office(db, "Mecklenburg County", state="NC", new_settings=OfficeSettings(county="Other"))
        assert again.id == office.id
        assert settings_of(db, office.id).county == "Mecklenburg"


def test_an_office_that_is_not_there_is_missing(sqlite: Database) -> None:
    with sqlite.reading() as db, pytest.raises(NoSuchOffice, match="There is no office named 'Union County'"):
        office_named(db, "Union County")


@pytest.mark.parametrize(("name", "refusal"), [("", NameNeeded), ("  ", NameNeeded), ("a\x00b", NotLegalText)])
def test_an_office_has_a_name_that_can_stand_on_a_letter(
    sqlite: Database, name: str, refusal: type[Exception]
) -> None:
    with sqlite.transaction() as db, pytest.raises(refusal):
        open_office(db, name, state="NC", new_settings=OfficeSettings())


def test_new_settings_replace_the_old_ones_and_leave_an_audit_row(sqlite: Database, office: Office) -> None:
    with sqlite.transaction() as db:
        place = db.get_one(Office, office.id)
        set_office(db, place, OfficeSettings(county="Union", court_suffix="890"), by="operator:root")
    with sqlite.reading() as db:
        assert settings_of(db, office.id) == OfficeSettings(county="Union", court_suffix="890")
        assert audit.verify(db, office.id).ok


def test_every_shipped_seed_can_be_used(tmp_path: Path) -> None:
    assert [read_settings(path).county for path in sorted(SEEDS.glob("*.toml"))] == [
        "Mecklenburg", "San Joaquin",
    ]  # fmt: skip
    assert seed_for("San Joaquin County").plaintiff_label == "Petitioner/Plaintiff"
    assert seed_for("Union County") == OfficeSettings(letterhead="Union County")


SETTINGS = {
    "an unknown key": ('bar = "1"', "it sets 'bar', which no office has"),
    "a number as text": ('largest_file_mb = "25"', "'largest_file_mb' is not of the right kind"),
    "yes as a number": ("largest_file_mb = true", "'largest_file_mb' is not of the right kind"),
    "a day count nobody knows": (
        'interest_day_count = "360"', "'interest_day_count' is one of 365, actual, monthly",
    ),
    "a split nobody knows": ('add_on_split = "thirds"', "'add_on_split' is one of proportional, half, or empty"),
    "a limit below one": ("largest_file_mb = 0", "'largest_file_mb' is not of the right kind"),
    "not TOML": ("county: Union", "it cannot be read as TOML"),
    "not UTF-8": ("\udcff", "it cannot be read as TOML"),
    "a control character": ('phone = "1\\u0007"', "'phone' holds a control character"),
    "an unknown blank in the caption": (
        'plaintiff = "{county} v. {judge}"', "'plaintiff' may only name {county} and {obligee}",
    ),
    "code in the caption": (
        'plaintiff = "{county.__class__}"', "'plaintiff' may only name {county} and {obligee}",
    ),
    "an open brace in the caption": (
        'plaintiff = "{county"', "'plaintiff' may only name {county} and {obligee}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SETTINGS)
def test_settings_that_cannot_stand_on_a_paper_are_refused_in_words(tmp_path: Path, what: str) -> None:
    text, why = SETTINGS[what]
    file = tmp_path / "office.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsBroken) as refused:
        read_settings(file)
    assert str(refused.value) == f"The office settings in office.toml cannot be used: {why}."


def test_settings_of_an_older_version_are_still_read(sqlite: Database, office: Office) -> None:
    with sqlite.transaction() as db:
        place = db.get_one(Office, office.id)
        place.settings = place.settings | {"fax": "none any more"}
    with sqlite.reading() as db:
        assert settings_of(db, office.id).county == "Mecklenburg"


def test_a_person_signs_in_with_any_spelling_of_the_address(sqlite: Database, office: Office) -> None:
    person = staff(sqlite, office, " Avery@Example.GOV ")
    assert person.email == "avery@example.gov"
    with sqlite.transaction() as db:
        entered = sign_in(db, email="AVERY@example.gov", password=PASSWORD, now=NOW)
    assert entered.person == person
    assert signed_in(sqlite, entered.token, NOW) == person


def test_a_long_password_works_and_a_short_one_is_refused(sqlite: Database, office: Office) -> None:
    staff(sqlite, office, password="x" * 5_000)
    with sqlite.transaction() as db:
        assert sign_in(db, email="avery@example.gov", password="x" * 5_000, now=NOW).person.name == "Avery O'Dell"
    with pytest.raises(WeakPassword, match="at least 12 characters"):
        staff(sqlite, office, "other@example.gov", password="x" * 11)


@pytest.mark.parametrize(
    "email", ["", "avery", "avery@", "@example.gov", "a b@example.gov", "avery@exämple.gov", "a\x00@b.gov"]
)
def test_an_address_is_an_address(sqlite: Database, office: Office, email: str) -> None:
    with pytest.raises(NotAnEmail):
        staff(sqlite, office, email)


@pytest.mark.parametrize(("name", "refusal"), [("", NameNeeded), (" ", NameNeeded), ("a\u202eb", NotLegalText)])
def test_a_person_has_a_name_that_can_stand_on_a_paper(
    sqlite: Database, office: Office, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        staff(sqlite, office, name=name)


def test_an_address_belongs_to_one_person_in_all_offices(sqlite: Database, office: Office) -> None:
    staff(sqlite, office)
    with pytest.raises(AlreadyOnStaff, match=re.escape("avery@example.gov is already on the staff list.")):
        staff(sqlite, office)


def _unknown(email: str) -> tuple[str, str]:
    return "nobody@example.gov", PASSWORD


def _wrong(email: str) -> tuple[str, str]:
    return email, "wrong horse battery"


def _hostile(email: str) -> tuple[str, str]:
    return "' OR 1=1 --", PASSWORD


@pytest.mark.parametrize("how", [_unknown, _wrong, _hostile])
def test_an_unknown_person_and_a_wrong_password_get_the_same_answer(
    sqlite: Database, office: Office, how: Callable[[str], tuple[str, str]]
) -> None:
    staff(sqlite, office)
    email, password = how("avery@example.gov")
    with sqlite.transaction() as db, pytest.raises(SignInFailed) as refused:
        sign_in(db, email=email, password=password, now=NOW)
    assert str(refused.value) == "The e-mail address or the password is not right."
    with sqlite.reading() as db:
        assert db.scalars(select(SignIn)).all() == []


def test_an_unknown_person_takes_as_long_as_a_wrong_password(sqlite: Database, office: Office) -> None:
    staff(sqlite, office)

    def quickest(email: str) -> float:
        took = []
        for _ in range(5):
            started = time.process_time()
            with sqlite.transaction() as db, pytest.raises(SignInFailed):
                sign_in(db, email=email, password="wrong horse battery", now=NOW)
            took.append(time.process_time() - started)
        return min(took)

    quickest("nobody@example.gov")  # makes the hash that nobody has
    assert quickest("nobody@example.gov") > quickest("avery@example.gov") / 2


def test_somebody_who_left_does_not_sign_in_and_is_not_signed_in(sqlite: Database, office: Office) -> None:
    person = staff(sqlite, office)
    with sqlite.transaction() as db:
        token = sign_in(db, email=person.email, password=PASSWORD, now=NOW).token
        db.get_one(Staff, person.id).ended_at = NOW
    assert signed_in(sqlite, token, NOW) is None
    with sqlite.transaction() as db, pytest.raises(SignInFailed):
        sign_in(db, email=person.email, password=PASSWORD, now=NOW)


def test_a_sign_in_ends_when_it_idles_when_it_is_old_and_when_it_is_ended(sqlite: Database, office: Office) -> None:
    person = staff(sqlite, office)
    with sqlite.transaction() as db:
        first, second = (sign_in(db, email=person.email, password=PASSWORD, now=NOW) for _ in range(2))
    second_off = timedelta(seconds=1)
    assert signed_in(sqlite, first.token, NOW + IDLE_LIMIT - second_off) == person
    assert signed_in(sqlite, first.token, NOW + IDLE_LIMIT) is None
    with sqlite.transaction() as db:
        for row in db.scalars(select(SignIn)):
            row.seen_at = NOW + LONGEST_SIGN_IN
    assert signed_in(sqlite, first.token, NOW + LONGEST_SIGN_IN - second_off) == person
    assert signed_in(sqlite, first.token, NOW + LONGEST_SIGN_IN) is None
    with sqlite.transaction() as db:
        sign_out(db, first.token, now=NOW)
        sign_out(db, first.token, now=NOW)
    assert signed_in(sqlite, first.token, NOW) is None
    assert signed_in(sqlite, second.token, NOW + second_off) == person


def test_every_sign_in_has_its_own_token_of_which_only_a_hash_is_kept(sqlite: Database, office: Office) -> None:
    person = staff(sqlite, office)
    with sqlite.transaction() as db:
        entered = [sign_in(db, email=person.email, password=PASSWORD, now=NOW) for _ in range(3)]
        kept = list(db.scalars(select(SignIn.token_hash)))
    tokens = [one.token for one in entered]
    assert len(set(tokens)) == 3
    assert {token_hash(token) for token in tokens} == set(kept)
    assert not set(tokens) & set(kept)


def test_only_the_roles_that_are_asked_for_may_do_a_thing() -> None:
    attorney = Person(1, 1, "Taylor", "t@example.gov", Role.ATTORNEY)
    require_role(attorney, Role.AGENT, Role.ATTORNEY)
    with pytest.raises(NotYourRole, match=r"^Only a clerk may do this\.$"):
        require_role(attorney, Role.CLERK)
    with pytest.raises(NotYourRole, match=r"^Only an agent or an admin may do this\.$"):
        require_role(attorney, Role.AGENT, Role.ADMIN)


def test_an_agent_is_known_by_the_worker_code_of_the_own_office_alone(sqlite: Database, office: Office) -> None:
    staff(sqlite, office, agent_code="CS118")
    with sqlite.reading() as db:
        assert agents_by_code(db, office.id) == {"CS118": "Avery O'Dell"}
        assert agents_by_code(db, office.id + 1) == {}

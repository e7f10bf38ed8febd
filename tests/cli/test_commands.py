"""What the commands answer: JSON in a shape that others may read, and one sentence when something is refused."""

import csv
import json
import os
import sqlite3
import stat
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.courtready import COMMAND, courtready, surroundings
from tests.county import NAMES, OFFICE, PAYMENT_SOURCES, SAMPLE, changed, county_of, in_folder, in_zip, rows

AS_OF = ("--as-of", "2026-11-20")
CASE, RETURNED = "7000070074", "7000070037"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample county; tests here only read it, or add what no other test asks for."""
    folder = tmp_path_factory.mktemp("county") / "data"
    told = courtready(folder, "import", SAMPLE, "--mapping", "nc-acts", "--office", OFFICE, "--json").json
    assert [told["files"][name]["created"] for name in NAMES] == [len(rows(name)) for name in NAMES]
    return folder


def test_import_tells_what_became_of_the_rows_of_every_file(county: Path) -> None:
    told = courtready(county, "import", SAMPLE, "--mapping", "nc-acts", "--office", OFFICE, "--json").json
    assert set(told) >= {"files", "rejects"}
    assert told["files"] == {
        name: {"read": len(rows(name)), "created": 0, "changed": 0, "unchanged": len(rows(name)), "rejected": 0}
        for name in NAMES
    }
    assert told["rejects"] == []


def test_import_names_each_reject_and_writes_them_as_csv(tmp_path: Path) -> None:
    files = changed(county_of(CASE), "PAYMENTS.csv", lambda row: row.update(AMT="NaN", COLL_DT="02/29/2026"))
    files = changed(files, "PARTICIPANTS.csv", lambda row: row.update(NAME='=HYPERLINK("http://x.example")'))
    extract, out = in_folder(tmp_path / "extract", files), tmp_path / "rejects.csv"

    said = courtready(
        tmp_path / "data", "import", extract, "--mapping", "nc-acts", "--office", OFFICE, "--rejects", out, "--json"
    )

    reason = "COLL_DT names a day that does not exist."
    assert said.json["rejects"] == [{"file": "PAYMENTS.csv", "line": 2, "column": "COLL_DT", "reason": reason}]
    with out.open(newline="", encoding="utf-8") as file:
        head, row = csv.reader(file)
    assert (head, row) == (["file", "line", "column", "reason"], ["PAYMENTS.csv", "2", "COLL_DT", reason])


def test_a_dry_run_for_a_new_office_tells_all_and_leaves_no_row_not_even_the_office(tmp_path: Path) -> None:
    data = tmp_path / "data"
    zipped = in_zip(tmp_path / "extract.zip", county_of(CASE))

    told = courtready(data, "import", zipped, "--mapping", "nc-acts", "--office", OFFICE, "--dry-run", "--json").json

    assert told["files"]["CASES.csv"] == {"read": 1, "created": 1, "changed": 0, "unchanged": 0, "rejected": 0}
    with sqlite3.connect(data / "courtready.db") as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        filled = {name for name in tables if db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]}
    assert len(tables) > 20
    assert filled == {"alembic_version"}
    assert courtready(data, "sessions").refusal.startswith("There is no office yet; import an extract first: ")


def test_import_in_words_names_the_files_the_rejects_and_no_value(tmp_path: Path) -> None:
    files = changed(county_of(CASE), "PAYMENTS.csv", lambda row: row.update(AMT="987-65-4321"))
    del files["ASSETS.csv"]
    extract = in_folder(tmp_path / "extract", files)
    said = courtready(tmp_path / "data", "import", extract, "--mapping", "nc-acts", "--office", OFFICE)
    assert said.status == 0
    assert "PAYMENTS.csv line 2: AMT is not an amount such as 1,234.50." in said.out
    assert "Not in the extract, and so left as it was: ASSETS.csv." in said.out
    assert "987-65-4321" not in said.out + said.err


def test_sessions_tells_day_place_judge_and_how_many_hearings(county: Path) -> None:
    told = courtready(county, "sessions", "--json").json
    house = "MECKLENBURG COUNTY COURTHOUSE"
    judges = {"2026-12-08": "Hon. R. Whitfield", "2026-12-10": "Hon. C. Ellison", "2027-01-12": "Hon. T. Navarro"}
    as_imported = {
        "opens": None,
        "closes": None,
        "capacity": None,
        "minutes": None,
        "takes": [],
        "locked_at": None,
        "locked_by": None,
    }
    assert told == [
        {"id": id, "on": on, "courthouse": house, "room": "8110", "judge": judge, "hearings": 20} | as_imported
        for id, (on, judge) in enumerate(judges.items(), start=1)
    ]


def test_facts_tells_every_fact_with_its_trace_and_the_arrears_in_cents(county: Path) -> None:
    told = courtready(county, "facts", "7000070000", *AS_OF, "--json").json
    assert (told["case_no"], told["as_of"], len(told["facts_digest"])) == ("7000070000", "2026-11-20", 64)
    asked = {"name", "value", "source", "source_record", "as_of", "retrieved_at", "verified_by", "disclosure", "inputs"}
    assert all(fact.keys() >= asked for fact in told["facts"])
    facts = {fact["name"]: fact for fact in told["facts"]}
    assert len(facts) == len(told["facts"])
    assert facts["obligor.name"]["value"] == "ERIC D PRUITT"
    assert facts["obligor.name"]["source_record"] == "PARTICIPANTS.csv 7000070000 4000700011"
    assert facts["arrears.total"]["value"] == told["arrears"]["total"] == 261_600
    steps = ("opening", "charged", "paid", "credited", "to_interest")
    assert facts["arrears.total"]["inputs"] == [f"arrears.{step}" for step in steps]
    assert told["arrears"] == {"total": 261_600, "state_balance": 261_600, "difference": 0}
    assert facts["obligor.ssn"]["value"] == "7955"
    assert {fact["disclosure"] for fact in told["facts"]} <= {"open", "party", "verify", "internal"}


def test_facts_of_a_day_long_past_know_nothing_later_and_are_found_by_any_spelling(county: Path) -> None:
    told = courtready(county, "facts", "2014cvd018165", "--as-of", "2022-01-31", "--json").json
    assert (told["case_no"], told["as_of"]) == (RETURNED, "2022-01-31")
    assert told["arrears"]["state_balance"] is None
    days = [fact["value"] for fact in told["facts"] if fact["name"].endswith(".collected_on")]
    assert days
    assert max(days) <= "2022-01-31"


def test_the_same_facts_have_the_same_digest_and_another_day_has_another(county: Path) -> None:
    def digest(day: str) -> str:
        found: str = courtready(county, "facts", CASE, "--as-of", day, "--json").json["facts_digest"]
        return found

    assert digest("2026-11-20") == digest("2026-11-20") != digest("2026-10-20")


def test_facts_hold_no_source_of_a_payment_and_no_whole_ssn(county: Path) -> None:
    said = courtready(county, "facts", RETURNED, *AS_OF, "--json")
    ssns = {row["SSN"] for row in rows("PARTICIPANTS.csv") if row["SSN"]}
    assert [code for code in PAYMENT_SOURCES if f'"{code}"' in said.out] == []
    assert [ssn for ssn in ssns if ssn in said.out or ssn.replace("-", "") in said.out] == []


def test_facts_leave_an_audit_row(county: Path) -> None:
    courtready(county, "facts", CASE, *AS_OF)
    with sqlite3.connect(county / "courtready.db") as db:
        newest = db.execute("SELECT verb, subject, actor FROM audit ORDER BY id DESC LIMIT 1")
        verb, subject, actor = newest.fetchone()
    assert (verb, subject) == ("read facts", f"case {CASE}")
    assert actor.startswith("operator:")


def test_jobs_of_an_office_without_work_are_an_empty_list(county: Path) -> None:
    assert courtready(county, "jobs", "--json").json == []
    assert "No jobs." in courtready(county, "jobs").out


def test_doctor_tests_each_part_and_says_what_to_do(county: Path) -> None:
    said = courtready(county, "doctor", "--json")
    found = said.json
    parts = {"disk", "database", "migrations", "blobs", "broker", "worker", "LibreOffice", "fonts", "clock"}
    assert {one["part"] for one in found} >= parts
    assert all(one.keys() == {"part", "ok", "words", "advice"} for one in found)
    assert [one for one in found if not one["ok"]] == []


def test_doctor_says_which_part_is_broken_and_ends_with_a_failure(county: Path) -> None:
    said = courtready(county, "doctor", "--json", COURTREADY_BROKER_URL="redis://127.0.0.1:1/0")
    assert said.status == 1
    broken = {one["part"]: one["advice"] for one in json.loads(said.out) if not one["ok"]}
    assert "broker" in broken
    assert "COURTREADY_BROKER_URL" in broken["broker"]


REFUSED: dict[str, tuple[tuple[str | Path, ...], str]] = {
    "no such session": (("prepare", "--session", "999"), "There is no court session 999 in this office."),
    "no binder of no session": (
        ("binder", "--session", "999", "--out", "b.pdf"), "There is no court session 999 in this office.",
    ),
    "no such case": (("facts", "7999999999"), "There is no case with this number in this office."),
    "no such office": (("sessions", "--office", "Union County"), "There is no office named 'Union County'."),
    "no such extract": (
        ("import", "/nowhere", "--mapping", "nc-acts", "--office", "X"),
        "/nowhere cannot be imported: there is no such file or folder.",
    ),
    "no such day": (
        ("facts", CASE, "--as-of", "0001-01-01"),
        "--as-of takes a day between 1950 and 2100, such as 2026-12-08.",
    ),
    "a day in another shape": (
        ("facts", CASE, "--as-of", "11/20/26"),
        "--as-of takes a day between 1950 and 2100, such as 2026-12-08.",
    ),
    "no such time": (
        ("set-hearing", CASE, "--code", "X", "--on", "2026-12-09", "--at", "25:00", "--courthouse", "A", "--by", "a"),
        "--at takes a time of the day, such as 09:00.",
    ),
    "no day of a hearing": (
        ("set-hearing", CASE, "--code", "HOSC", "--on", "Friday", "--at", "09:00", "--courthouse", "A", "--by", "a"),
        "--on takes a day between 1950 and 2100, such as 2026-12-08.",
    ),
    "no such mapping": (
        ("import", SAMPLE, "--mapping", "acts", "--office", "X"),
        "The mapping 'acts' cannot be used: there is no such mapping; give one of nc-acts, or the path of a .toml "
        "file.",
    ),
    "no name": (("import", SAMPLE, "--mapping", "nc-acts", "--office", " "), "A name is needed here."),
    "weak password": (
        ("users", "add", "a@example.gov", "--role", "agent", "--name", "A", "--password-stdin"),
        "A password has at least 12 characters.",
    ),
    "not an address": (
        ("users", "add", "a b", "--role", "agent", "--name", "A"), "An e-mail address is written like name@county.gov.",
    ),
    "a folder where a file must go": (
        ("import", SAMPLE, "--mapping", "nc-acts", "--office", OFFICE, "--rejects", "/"),
        "/ cannot be used: Is a directory.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_is_one_sentence_on_standard_error_and_a_failure(county: Path, what: str) -> None:
    words, sentence = REFUSED[what]
    assert courtready(county, *words, typed="short\n").refusal == sentence


def test_a_database_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    url = "postgresql://nobody:secret@127.0.0.1:1/none"
    refusal = courtready(tmp_path / "data", "sessions", COURTREADY_DATABASE_URL=url).refusal
    assert refusal.startswith("The database cannot be used: connection failed")
    assert refusal.endswith("`courtready doctor` says more.")
    assert "secret" not in refusal


MISUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "no such command": (
        ("prepair",), "No such command 'prepair' (did you mean 'prepare'?); `courtready --help` tells what it takes.",
    ),
    "no such command of a group": (
        ("users", "remove"), "No such command 'remove'; `courtready users --help` tells what it takes.",
    ),
    "an option is missing": (
        ("deadline",), "Missing option '--state'; `courtready deadline --help` tells what it takes.",
    ),
    "an argument is missing": (
        ("arrears",), "Missing argument 'case_no'; `courtready arrears --help` tells what it takes.",
    ),
    "a word too many": (
        ("facts", CASE, "[bold]x"),
        "Got unexpected extra argument(s) ([bold]x); `courtready facts --help` tells what it takes.",
    ),
    "no such option": (
        ("prepare", "--bogus"),
        "No such option: --bogus (Possible options: --out); `courtready prepare --help` tells what it takes.",
    ),
    "a number in words": (
        ("prepare", "--session", "x"),
        "Invalid value for '--session': Input should be a valid integer, unable to parse string as an integer; "
        "`courtready prepare --help` tells what it takes.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", MISUSED)
def test_words_that_the_command_does_not_know_are_one_sentence_that_names_where_it_tells_them(
    county: Path, what: str
) -> None:
    words, sentence = MISUSED[what]
    said = courtready(county, *words)
    assert (said.status, said.refusal) == (2, sentence)


def test_without_any_words_the_help_is_shown_and_nothing_is_complained_of(county: Path) -> None:
    said = courtready(county)
    assert said.status == 2
    assert "Usage: courtready" in said.out
    assert said.err == ""


def test_a_password_that_nobody_types_is_one_sentence(county: Path) -> None:
    keyboard, terminal = os.openpty()
    words = ("users", "add", "a@example.gov", "--role", "agent", "--name", "A")
    asked = subprocess.Popen(
        [COMMAND, *words], env=surroundings(county), stdin=terminal, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    while asked.poll() is None:
        os.write(keyboard, b"\x04")  # nothing that is typed before the question counts
        time.sleep(0.2)
    _, said = asked.communicate()
    assert asked.returncode == 1
    assert said.strip().splitlines()[-1] == "Nothing was typed; `courtready --help` tells what it takes."


def test_a_person_is_put_on_the_staff_list_with_a_password_that_is_shown_once(county: Path) -> None:
    words = ("users", "add", "Riley@Example.gov", "--role", "clerk", "--name", "Riley O'Dell", "--json")
    told = courtready(county, *words).json
    assert (told["email"], told["role"], len(told["password"]) >= 12) == ("riley@example.gov", "clerk", True)
    assert courtready(county, *words).refusal == "riley@example.gov is already on the staff list."
    with sqlite3.connect(county / "courtready.db") as db:
        (kept,) = db.execute("SELECT password_hash FROM staff WHERE email = 'riley@example.gov'").fetchone()
    assert kept.startswith("$argon2id$")
    assert told["password"] not in kept


def test_with_several_offices_a_command_asks_which_one(tmp_path: Path) -> None:
    data, extract = tmp_path / "data", in_folder(tmp_path / "extract", county_of(CASE))
    for office in ("Mecklenburg County", "Union County"):
        courtready(data, "import", extract, "--mapping", "nc-acts", "--office", office)
    assert courtready(data, "sessions").refusal == "There is more than one office here; say which with --office NAME."
    assert len(courtready(data, "sessions", "--office", "Union County", "--json").json) == 1


def test_an_office_is_set_from_a_file_and_shown(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "office.toml"
    file.write_text('county = "Union"\ncourt_suffix = "890"\nattorney_name = "Smith & Sons <LLP>"\n')
    assert courtready(data, "offices", "set", "Union County", "--settings", file).status == 0
    told: Any = courtready(data, "offices", "show", "Union County").json
    assert (told["name"], told["state"]) == ("Union County", "NC")
    assert told["settings"]["attorney_name"] == "Smith & Sons <LLP>"
    file.write_text('county = "Union"\nfax = "1"\n')
    assert courtready(data, "offices", "set", "Union County", "--settings", file).refusal == (
        "The office settings in office.toml cannot be used: it sets 'fax', which no office has."
    )


def test_the_key_and_the_data_are_readable_by_their_owner_alone(county: Path) -> None:
    assert stat.S_IMODE(county.stat().st_mode) == 0o700
    assert stat.S_IMODE((county / "secret.key").stat().st_mode) == 0o600


def test_no_whole_ssn_stands_in_the_database_or_any_other_file(county: Path) -> None:
    numbers = {row["SSN"] for row in rows("PARTICIPANTS.csv")} | {row["FEIN"] for row in rows("EMPLOYERS.csv")}
    assert len(numbers) > 300
    canaries = [one.encode() for number in numbers if number for one in (number, number.replace("-", ""))]
    held = {path: path.read_bytes() for path in county.rglob("*") if path.is_file()}
    assert any(b"PRUITT, ERIC D" in data for data in held.values())
    assert [(path.name, canary) for path, data in held.items() for canary in canaries if canary in data] == []

"""``courtready deadline`` and ``courtready law``: JSON as promised, a sentence and a strip, and no office needed."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.main import app
from cli.speaking import out
from kernel.refusals import Courteous
from law.rule import Rule
from law.states import STATES, StateLaw, law_of
from tests.cli.courtready import courtready
from tests.law.every_rule import ROWS, day_for

CONTEMPT = ("deadline", "--state", "NC", "--rule", "nc.notice.civil-contempt", "--trigger", "2026-10-08")
PROMISED = ["on", "readings", "rule", "cite", "verified", "excluded", "last_safe_day", "sentence"]


def test_a_deadline_is_told_as_promised_with_no_office_no_database_and_no_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    told = courtready(data, *CONTEMPT, "--json").json
    assert list(told)[: len(PROMISED)] == PROMISED
    assert {name: told[name] for name in PROMISED[:-1]} == {
        "on": "2026-10-16",
        "readings": [
            {"on": "2026-10-15", "why": "only days on which the courthouse is closed are holidays"},
            {"on": "2026-10-16", "why": "every legal public holiday of G.S. 103-4 is a holiday"},
        ],
        "rule": "nc.notice.civil-contempt",
        "cite": "N.C. Gen. Stat. § 5A-23(a); N.C. R. Civ. P. 6(a)",
        "verified": False,
        "excluded": [
            {"on": "2026-10-10", "why": "Saturday"},
            {"on": "2026-10-11", "why": "Sunday"},
            {"on": "2026-10-12", "why": "Columbus Day"},
        ],
        "last_safe_day": "2026-10-08",
    }
    assert told["sentence"].startswith(
        "Service of the order to show cause Thu Oct 8, 2026; 5 calendar days, leaving out"
    )
    assert not data.exists()


def test_a_person_reads_the_sentence_both_readings_the_last_safe_day_and_a_strip(tmp_path: Path) -> None:
    lines = courtready(tmp_path / "data", *CONTEMPT).out.splitlines()
    assert lines[1:] == [
        "Thu Oct 15, 2026: only days on which the courthouse is closed are holidays",
        "Fri Oct 16, 2026 (in use): every legal public holiday of G.S. 103-4 is a holiday",
        "Last safe day: Thu Oct 8, 2026",
        "",
        "Sun         Mon         Tue         Wed         Thu         Fri         Sat",
        "                                                Oct 08 *!   Oct 09 1    Oct 10 –",
        "Oct 11 –    Oct 12 –    Oct 13 2    Oct 14 3    Oct 15 4 ?  Oct 16 5 #",
        "* given day, # first day, ? other reading, ! last safe day, – left out",
    ]


def test_the_day_is_asked_from_either_end() -> None:
    motion = ("deadline", "--state", "ca", "--rule", "ca.notice.motion", "--json")
    assert said(*motion, "--hearing", "2026-12-08", "--method", "mail")["on"] == "2026-11-06"
    assert said(*motion, "--served", "2026-11-06", "--method", "mail")["on"] == "2026-12-08"
    assert said(*motion, "--trigger", "2026-12-08", "--method", "mail")["last_safe_day"] == "2026-11-06"


def test_a_day_on_which_the_courthouse_is_closed_besides_is_left_out_with_its_reason() -> None:
    motion = ("deadline", "--state", "NC", "--rule", "nc.notice.motion", "--trigger", "2026-11-20", "--json")
    assert said(*motion)["on"] == "2026-11-30"
    closed = said(*motion, "--closing", "2026-11-30=Ice storm", "--closing", "2026-12-01=No power")
    assert closed["on"] == "2026-12-02"
    assert {"on": "2026-11-30", "why": "Ice storm"} in closed["excluded"]


@pytest.mark.parametrize("state", sorted(STATES))
def test_the_list_names_every_rule_with_trigger_methods_and_cite(state: str) -> None:
    told = said("law", "rules", "--state", state, "--json")
    assert sorted(row["id"] for row in told) == sorted(row.id for row in law_of(state).pack().rules)
    for row in told:
        assert row["trigger"]
        assert row["cite"]
        assert isinstance(row["methods"], list)
        assert row["direction"] in ("forward", "back")
        assert isinstance(row["verified"], bool)


def test_a_rule_and_a_method_of_the_list_can_be_asked_as_they_stand_there() -> None:
    row = next(row for row in said("law", "rules", "--state", "NC", "--topic", "notice", "--json") if row["methods"])
    for method in row["methods"]:
        asked = ("deadline", "--state", "NC", "--rule", row["id"], "--trigger", "2026-11-20", "--method", method)
        assert said(*asked, "--json")["method"] == method


@pytest.mark.parametrize(("law", "rule"), [pytest.param(*row, id=f"{row[0].state} {row[1].id}") for row in ROWS])
def test_the_command_answers_every_rule_and_names_every_day_left_out(law: StateLaw, rule: Rule) -> None:
    told = said("deadline", "--state", law.state, "--rule", rule.id, "--trigger", f"{day_for(rule)}", "--json")
    assert list(told)[: len(PROMISED)] == PROMISED
    assert (told["rule"], told["cite"]) == (rule.id, str(rule.cite))
    assert told["on"] in {reading["on"] for reading in told["readings"]}
    days = [(date.fromisoformat(day["on"]), day["why"]) for day in told["excluded"]]
    assert [why for on, why in days if f"{on:%b %-d} ({why})" not in told["sentence"]] == []


def test_the_rules_and_the_holidays_are_read_by_people_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(out, "width", 220)
    rules = CliRunner().invoke(app, ["law", "rules", "--state", "NC", "--topic", "notice"])
    assert "nc.notice.civil-contempt" in rules.output
    assert "(unverified)" in rules.output
    holidays = CliRunner().invoke(app, ["law", "holidays", "--state", "NC", "--year", "2027"])
    assert "Thu Nov 25, 2027" in holidays.output
    assert said("law", "holidays", "--state", "CA", "--year", "2027", "--json")[0]["on"] == "2027-01-01"


REFUSED = {
    "no such state": (
        ("deadline", "--state", "ZZ", "--rule", "x", "--trigger", "2026-10-08"),
        "The law of 'ZZ' is not on file; on file are CA, NC.",
    ),
    "no such rule": (
        ("deadline", "--state", "NC", "--rule", "nc.notice.civil-contemp", "--trigger", "2026-10-08"),
        "There is no rule 'nc.notice.civil-contemp' in the law of NC; close to it are nc.notice.civil-contempt",
    ),
    "no such method": ((*CONTEMPT, "--method", "pigeon"), "'pigeon' is no method of service under the rule"),
    "no such day": ((*CONTEMPT[:-1], "2026-02-29"), "--trigger takes a day between 1950 and 2100"),
    "a day in words": ((*CONTEMPT[:-1], "tomorrow"), "--trigger takes a day between 1950 and 2100"),
    "digits of another script": ((*CONTEMPT[:-1], "٢٠٢٦-10-08"), "--trigger takes a day between 1950 and 2100"),
    "the first year": ((*CONTEMPT[:-1], "0001-01-01"), "--trigger takes a day between 1950 and 2100"),
    "a year without holidays": ((*CONTEMPT[:-1], "2031-10-08"), "The court holidays of 2031 are not yet on file"),
    "before the rule": ((*CONTEMPT[:-1], "1999-10-08"), "No row of the rule 'nc.notice.civil-contempt' is in force"),
    "no day": (CONTEMPT[:-2], "Name one day: --trigger"),
    "two days": ((*CONTEMPT, "--served", "2026-10-09"), "Name one day: --trigger"),
    "a closing without a reason": ((*CONTEMPT, "--closing", "2026-10-09"), "--closing takes a day and why"),
    "a closing without a day": ((*CONTEMPT, "--closing", "snow=snow"), "--closing takes a day between 1950 and 2100"),
    "an unseen character": ((*CONTEMPT, "--method", "mail\u202e"), "--method holds a hidden mark that changes the"),
    "a long rule": (
        ("deadline", "--state", "NC", "--rule", "x" * 9000, "--trigger", "2026-10-08"),
        "--rule is longer than 80 characters.",
    ),
    "a holiday list of an unknown year": (
        ("law", "holidays", "--state", "NC", "--year", "2031"),
        "The court holidays of 2031 are not yet on file for North Carolina",
    ),
    "no such topic": (("law", "rules", "--state", "NC", "--topic", "zoning"), "There is no topic 'zoning'; the topics"),
    "served under no hearing": (
        ("deadline", "--state", "NC", "--rule", "nc.contest.registration", "--served", "2026-10-08"),
        "The rule 'nc.contest.registration' gives no notice before a hearing; it counts from",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_told_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    words, begins = REFUSED[case]
    refusal = courtready(tmp_path / "data", *words).refusal
    assert refusal.startswith(begins)
    assert len(refusal) < 700


NC = ("deadline", "--state", "NC", "--rule")
CA = ("deadline", "--state", "CA", "--rule")
NC_MOTION = (*NC, "nc.notice.motion")
A_DAY = ("--trigger", "2026-11-20")
NO_DAY = "--trigger takes a day between 1950 and 2100, such as 2026-12-08."
ODD: dict[tuple[str, ...], str] = {
    **{(*NC_MOTION, "--trigger", written): NO_DAY for written in (
        "", " ", "2026-11-31", "2026/11/20", "11/20/2026", "20261120", "2026-W47-5", "2026-11-20T00:00", "2026-11-20 ",
        "-2026-11-20", "9999-12-31", "0000-01-01", "2026-11-20\n", "２０２６-11-20", "today", "2026-11",
    )},
    (*NC_MOTION, "--trigger", "2023-12-31"): "The court holidays of 2023 are not yet on file for North Carolina",
    (*NC_MOTION, "--trigger", "2028-12-20"): "The court holidays of 2029 are not yet on file for North Carolina",
    (*NC_MOTION, "--trigger", "2100-12-31"): "The court holidays of 2101 are not yet on file for North Carolina",
    (*NC_MOTION, "--served", "2028-12-28"): "The court holidays of 2029 are not yet on file for North Carolina",
    (*NC_MOTION, "--hearing", "2024-01-02"): "The court holidays of 2023 are not yet on file for North Carolina",
    (*NC_MOTION, "--hearing", "2024-02-30"): "--hearing takes a day between 1950 and 2100",
    (*NC_MOTION, *A_DAY, "--method", "mail,personal"): "'mail,personal' is no method of service under the rule",
    (*NC_MOTION, *A_DAY, "--method", "x" * 500): "--method is longer than 80 characters.",
    (*NC_MOTION, *A_DAY, "--method", "\0"): "--method holds a control character.",
    (*NC_MOTION, *A_DAY, "--method", "\ud800"): "--method holds half of a character",
    (*NC_MOTION, *A_DAY, "--closing", "=Snow"): "--closing takes a day between 1950 and 2100",
    (*NC_MOTION, *A_DAY, "--closing", "2026-11-30= "): "--closing takes a day and why the courthouse is closed",
    (*NC_MOTION, *A_DAY, "--closing", "2026-11-30=" + "x" * 81): "--closing is longer than 80 characters.",
    ("deadline", "--state", "", "--rule", "x", *A_DAY): "The law of '' is not on file",
    ("deadline", "--state", "N.C.", "--rule", "x", *A_DAY): "The law of 'N.C.' is not on file",
    ("deadline", "--state", "ß", "--rule", "x", *A_DAY): "The law of 'ß' is not on file",
    (*CA, "nc.notice.motion", *A_DAY): "There is no rule 'nc.notice.motion' in the law of CA",
    (*NC, "", *A_DAY): "There is no rule '' in the law of NC",
    (*NC, "[bold]x", *A_DAY): "There is no rule '[bold]x' in the law of NC",
    (*NC, "us.case.open", *A_DAY, "--method", "mail"): "'mail' is no method of service",
    (*CA, "ca.notice.contempt", *A_DAY, "--method", "mail"): "'mail' is no method of",
    (*CA, "ca.set-aside.presumed-income", *A_DAY): "No row of the rule 'ca.set-aside.",
    (*NC, "nc.summons.service", "--hearing", "2026-12-01"): "The rule 'nc.summons.ser",
    ("law", "rules", "--state", "XX"): "The law of 'XX' is not on file",
    ("law", "rules", "--state", "NC", "--topic", "x" * 300): "--topic is longer than 80 characters.",
    ("law", "holidays", "--state", "CA", "--year", "2023"): "The court holidays of 2023 are not yet on",
}  # fmt: skip


@pytest.mark.parametrize("words", ODD, ids=lambda words: " ".join(words)[-60:].encode("ascii", "replace").decode())
def test_odd_words_are_refused_in_one_sentence_of_their_own(words: tuple[str, ...]) -> None:
    ended = CliRunner().invoke(app, list(words))
    assert ended.exit_code == 1
    assert isinstance(ended.exception, Courteous)
    assert str(ended.exception).startswith(ODD[words])
    assert str(ended.exception).count("\n") == 0
    assert ended.stdout == ""


def said(*words: str) -> Any:
    """The JSON of a command, run in this process."""
    ended = CliRunner().invoke(app, list(words))
    assert ended.exit_code == 0, ended.output
    return json.loads(ended.output)

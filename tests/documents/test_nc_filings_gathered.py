"""North Carolina's filings are gathered from the record: their grounds, and nowhere where a protected person is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.actions import write_note
from cases.errors import NoOrder, NothingOwed
from cases.notes import AMOUNTS, DATES, NOTES
from documents.errors import NoGround
from documents.facts.field import asked, gaps
from documents.freeze import freeze
from documents.gather import Matter, matter
from documents.gather.filings import GATHER
from documents.leaks import find_leaks
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.disclosure import Audience, Disclosure, may_see
from kernel.money import Money
from law.states import law_of
from offices.facts import Person, Role
from tests.county import DAY, NOON, Files, changed, county_of, import_, in_folder
from tests.documents.test_nc_filings import FILINGS, words_of

SHOW_CAUSE, PROTECTED = "7000071406", "7000072738"
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)


@pytest.fixture(scope="module")
def small() -> Files:
    return county_of(SHOW_CAUSE, PROTECTED)


def imported(
    database: Database, tmp_path: Path, files: Files, case_no: str = SHOW_CAUSE, *, code: str = "", as_of: date = DAY
) -> Matter:
    """The matter of a case after an import, as if its hearing had another code."""
    import_(database, in_folder(tmp_path / "extract", files))
    return of_case(database, case_no, code=code, as_of=as_of)


def of_case(
    database: Database, case_no: str = SHOW_CAUSE, *, code: str = "", office: int = 1, as_of: date = DAY
) -> Matter:
    with database.reading() as db:
        found = matter(db, office, hearings_of_case(db, office, case_no)[0].id, as_of=as_of)
    if not code:
        return found
    return replace(found, kind=law_of("nc").hearing_type(code), hearing=replace(found.hearing, code=code))


def write_everything(database: Database, case_no: str, words: str = "As the record shows.") -> None:
    with database.transaction() as db:
        for name in NOTES:
            said = "$830.00" if name in AMOUNTS else "11/02/2026" if name in DATES else words
            write_note(db, case_no, name, said, by=AGENT, now=NOON)


def numbers(files: Files, case_no: str, *roles: str) -> set[str]:
    return {row["MPI_NO"] for row in files["PARTICIPANTS.csv"]
            if row["IVD_CASE_NO"] == case_no and row["PART_TYPE"] in roles}  # fmt: skip


def unserved(files: Files, case_no: str) -> Files:
    """The same files with every attempt of a case come to nothing."""
    nothing = {"ATTEMPT_DT": "11/17/2026", "RESULT": "MOVED", "SERVED_DT": "", "SERVED_ON": ""}
    tried = [row | nothing if row["IVD_CASE_NO"] == case_no else row for row in files["SERVICE.csv"]]
    return dict(files) | {"SERVICE.csv": tried}


def owing(files: Files, *, since: str, until: str, paid: str) -> Files:
    """The same files with an order of $730.00 a month from one day to another and one payment."""
    order = {"EFF_DT": since, "END_DT": until, "SUPPORT_AMT": "730.00", "ARREARS_AMT": "0.00"}
    money = {"IVD_CASE_NO": SHOW_CAUSE, "RCPT_NO": "R-ONE", "COLL_DT": "11/05/2026", "AMT": paid, "REV_OF": ""}
    return dict(files) | {
        "ORDERS.csv": [row | order for row in files["ORDERS.csv"] if row["IVD_CASE_NO"] == SHOW_CAUSE],
        "PAYMENTS.csv": [files["PAYMENTS.csv"][0] | money],
        "BALANCES.csv": [],
    }


def filings_of(of: Matter, name: str) -> Any:
    gather: Callable[[Matter], Any] = GATHER[name]
    return gather(of)


def every_filing(database: Database, tmp_path: Path, files: Files, case_no: str) -> dict[str, tuple[str, str]]:
    """The words and the frozen facts of every filing of a case, with every entry written."""
    imported(database, tmp_path, files, case_no)
    write_everything(database, case_no)
    of = of_case(database, case_no, code="HEPS")
    told = {name: filings_of(of, name) for name in GATHER}
    return {name: (words_of(FILINGS[name], each), freeze(each).told.decode()) for name, each in told.items()}


def word_files(of: Matter) -> dict[str, bytes]:
    made = {}
    for name, paper in FILINGS.items():
        told = context(filings_of(of, name), paper.manifest.audience)
        made[name] = merge(paper.word, told, title=paper.manifest.title).word
    return made


def _born(row: dict[str, str]) -> date:
    month, day, year = row["BIRTH_DT"].split("/")
    return date(int(year), int(month), int(day))


def test_the_complaint_names_children_under_18_by_year_of_birth(sqlite: Database, tmp_path: Path, small: Files) -> None:
    told = filings_of(imported(sqlite, tmp_path, small, code="HEPS"), "Complaint")
    rows = [
        row for row in small["PARTICIPANTS.csv"] if row["IVD_CASE_NO"] == SHOW_CAUSE and row["PART_TYPE"] == "CHILD"
    ]
    young = sorted(int(row["BIRTH_DT"][-4:]) for row in rows if _born(row) > date(DAY.year - 18, DAY.month, DAY.day))
    assert [child.born_in.value for child in told.children] == young != []
    assert (told.paternity_at_issue.value, of_case(sqlite).record.header.case_type) == (True, "TANF")
    assert {gap.name for gap in gaps(told)} == {
        "pleaded_paternity", "pleaded_venue", "assistance_paid", "assistance_period",
    }  # fmt: skip
    assert {fact.disclosure for _, fact in asked(told)} == {Disclosure.OPEN}


def test_children_who_are_grown_are_no_ground_for_a_complaint_but_for_a_debt(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    grown = dict(small) | {"PARTICIPANTS.csv": [
        row | {"BIRTH_DT": "01/15/2001"} if row["PART_TYPE"] == "CHILD" else row for row in small["PARTICIPANTS.csv"]
    ], "CASES.csv": [row | {"CASE_TYPE": "NPA"} for row in small["CASES.csv"]]}  # fmt: skip
    of = imported(sqlite, tmp_path, grown, code="HESU")
    with pytest.raises(NoGround, match="no child of the case is under 18"):
        filings_of(of, "Complaint")
    debt = filings_of(of_case(sqlite, code="HPPA"), "Complaint")
    assert {gap.name for gap in gaps(debt)} >= {"assistance_paid", "assistance_period"}
    assert len(debt.children) == len(numbers(small, SHOW_CAUSE, "CHILD"))


def test_attempts_are_the_service_record_of_the_obligor_and_nothing_else(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    of = imported(sqlite, tmp_path, unserved(small, SHOW_CAUSE))
    told = filings_of(of, "DiligenceAffidavit")
    rows = [row for row in small["SERVICE.csv"] if row["IVD_CASE_NO"] == SHOW_CAUSE]
    assert len(told.attempts) == told.tried.value == len(rows) > 0
    assert {attempt.result.value for attempt in told.attempts} == {"moved"}


def test_one_who_was_served_or_never_tried_needs_no_affidavit_of_attempts(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    served = {"RESULT": "SERVED", "SERVED_DT": "11/16/2026", "SERVED_ON": "DEFENDANT"}
    done = dict(small) | {"SERVICE.csv": [row | served for row in small["SERVICE.csv"]]}
    with pytest.raises(NoGround, match="the obligor was served for this hearing"):
        filings_of(imported(sqlite, tmp_path, done), "DiligenceAffidavit")
    never = dict(small) | {"SERVICE.csv": []}
    import_(sqlite, in_folder(tmp_path / "never", never), office="Mecklenburg without service")
    with pytest.raises(NoGround, match="no attempt to serve the obligor is on record"):
        filings_of(of_case(sqlite, office=2), "DiligenceAffidavit")


@pytest.mark.parametrize(
    ("since", "until", "paid", "tests_met"),
    [
        ("11/01/2026", "", "1.00", (False, False)),
        ("11/01/2026", "", "0.00", (True, False)),
        ("07/01/2026", "", "0.00", (True, True)),
        ("07/01/2026", "07/31/2026", "729.00", (False, True)),
    ],
)
def test_licenses_are_in_question_from_one_months_support_or_from_ninety_days(
    sqlite: Database, tmp_path: Path, small: Files, since: str, until: str, paid: str, tests_met: tuple[bool, bool]
) -> None:
    of = imported(sqlite, tmp_path, owing(small, since=since, until=until, paid=paid))
    if not any(tests_met):
        with pytest.raises(NoGround, match="less than one month's support and less than ninety days old"):
            filings_of(of, "MotionToRevokeLicenses")
        return
    told = filings_of(of, "MotionToRevokeLicenses").arrears
    assert (told.one_month_behind.value, told.ninety_days_behind.value) == tests_met


def test_nothing_owed_is_no_ground_against_a_license_nor_for_an_affidavit_of_arrears(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    of = imported(sqlite, tmp_path, owing(small, since="11/01/2026", until="", paid="730.00"))
    with pytest.raises(NothingOwed):
        filings_of(of, "MotionToRevokeLicenses")
    with pytest.raises(NoGround, match="nothing is overdue on November 20, 2026"):
        filings_of(of, "AffidavitOfArrears")


def test_an_order_that_has_ended_or_never_was_cannot_be_modified(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    ended = dict(small) | {"ORDERS.csv": [row | {"END_DT": "06/30/2026"} for row in small["ORDERS.csv"]]}
    with pytest.raises(NoGround, match="the support order has ended"):
        filings_of(imported(sqlite, tmp_path, ended), "MotionToModify")
    none = dict(small) | {"ORDERS.csv": [], "PAYMENTS.csv": [], "BALANCES.csv": []}
    import_(sqlite, in_folder(tmp_path / "none", none), office="Mecklenburg without orders")
    with pytest.raises(NoOrder):
        filings_of(of_case(sqlite, office=2), "MotionToModify")


@pytest.mark.parametrize(
    ("share", "words"),
    [("1.25", "25.0 percent more"), ("0.5", "50.0 percent less"), ("1", "no different")],
)
def test_the_guidelines_are_compared_with_the_order_in_percent(
    sqlite: Database, tmp_path: Path, small: Files, share: str, words: str
) -> None:
    of = imported(sqlite, tmp_path, small)
    ordered: Money = filings_of(of, "MotionToModify").order.monthly_support.value
    with sqlite.transaction() as db:
        now = Money(int(ordered.cents * float(share)))
        write_note(db, SHOW_CAUSE, "guideline_support", str(now), by=AGENT, now=NOON)
    assert filings_of(of_case(sqlite), "MotionToModify").difference.value == words


def test_no_filing_of_a_protected_case_tells_where_she_or_the_child_is(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    told = every_filing(sqlite, tmp_path, unserved(small, PROTECTED), PROTECTED)
    hidden = numbers(small, PROTECTED, "CP", "CHILD")
    places = {row["LINE1"] for row in small["ADDRESSES.csv"] if row["MPI_NO"] in hidden}
    sites = {row[part] for row in small["EMPLOYERS.csv"] if row["MPI_NO"] in hidden for part in ("EMP_NAME", "ADDR")}
    assert places
    for name, (text, frozen) in told.items():
        assert [word for word in places | sites if word and word.upper() in (text + frozen).upper()] == [], name
    assert "Held by the Agency and not stated in a court paper." in told["CertificateOfService"][0]


def test_the_same_case_without_protection_does_tell_where_papers_were_served(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    open_case = dict(small) | {
        "PARTICIPANTS.csv": [row | {"FVI": "N", "PROT_ORDER": "N"} for row in small["PARTICIPANTS.csv"]],
        "CASES.csv": [row | {"FVI_CASE": "N"} for row in small["CASES.csv"]],
        "ADDRESSES.csv": [row | {"SOURCE": "USPS", "END_DT": ""} for row in small["ADDRESSES.csv"]],
    }
    told = every_filing(sqlite, tmp_path, unserved(open_case, PROTECTED), PROTECTED)
    lines = [row["LINE1"] for row in small["ADDRESSES.csv"] if row["MPI_NO"] in numbers(small, PROTECTED, "CP")]
    assert any(line in told["CertificateOfService"][0] for line in lines)


def test_a_flagged_obligors_home_stands_on_no_summons_sheet_and_no_certificate(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    place = next(at for at, row in enumerate(small["PARTICIPANTS.csv"])
                 if row["IVD_CASE_NO"] == SHOW_CAUSE and row["PART_TYPE"] == "NCP")  # fmt: skip
    homes = [row["LINE1"] for row in small["ADDRESSES.csv"] if row["MPI_NO"] in numbers(small, SHOW_CAUSE, "NCP")]
    known = dict(small) | {"ADDRESSES.csv": [row | {"SOURCE": "USPS", "END_DT": ""} for row in small["ADDRESSES.csv"]]}
    before = filings_of(imported(sqlite, tmp_path, known, code="HEPS"), "SummonsDataSheet")
    assert any(home in address.written.value for address in before.addresses for home in homes)
    flagged = changed(known, "PARTICIPANTS.csv", lambda row: row.update(FVI="Y"), place)
    import_(sqlite, in_folder(tmp_path / "flagged", flagged))
    sheet, certificate = (
        filings_of(of_case(sqlite, code="HEPS"), name) for name in ("SummonsDataSheet", "CertificateOfService")
    )
    assert (sheet.addresses, sheet.address_withheld.value) == ((), True)
    assert "Address: not stated on this sheet." in words_of(FILINGS["SummonsDataSheet"], sheet)
    assert (certificate.persons[0].address.value, certificate.persons[0].address_withheld.value) == (None, True)


def test_an_address_from_a_registry_alone_is_left_for_a_second_source(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    registry = dict(small) | {
        "ADDRESSES.csv": [row | {"SOURCE": "NDNH", "END_DT": ""} for row in small["ADDRESSES.csv"]]
    }
    of = imported(sqlite, tmp_path, registry, code="HEPS")
    assert of.record.addresses
    assert filings_of(of, "SummonsDataSheet").addresses == ()
    assert filings_of(of, "CertificateOfService").persons[0].address.value is None


def test_two_ledgers_that_differ_only_in_source_give_identical_filings(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    taxed = dict(small) | {"PAYMENTS.csv": [row | {"SRC_CD": "FEDTAX"} for row in small["PAYMENTS.csv"]]}
    assert {row["SRC_CD"] for row in small["PAYMENTS.csv"]} > {"IWO"}
    import_(sqlite, in_folder(tmp_path / "as sent", unserved(small, SHOW_CAUSE)), office="Mecklenburg as sent")
    import_(
        sqlite, in_folder(tmp_path / "one source", unserved(taxed, SHOW_CAUSE)), office="Mecklenburg with one source"
    )
    first, second = (word_files(of_case(sqlite, code="HEPS", office=office)) for office in (1, 2))
    assert first.keys() == GATHER.keys()
    assert first == second


def test_no_filing_holds_a_whole_identifier_and_none_of_the_public_file_a_full_birth_date(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    told = every_filing(sqlite, tmp_path, unserved(small, SHOW_CAUSE), SHOW_CAUSE)
    people = [row for row in small["PARTICIPANTS.csv"] if row["IVD_CASE_NO"] == SHOW_CAUSE]
    secret = {row["SSN"] for row in people if row["SSN"]} | {row["BIRTH_DT"] for row in people if row["BIRTH_DT"]}
    secret |= {f"{_born(row):%B} {_born(row).day}, {_born(row).year}" for row in people if row["BIRTH_DT"]}
    assert len(secret) > 4
    for name, (text, _) in told.items():
        assert [word for word in secret if word in text] == [], name
        assert find_leaks(text) == (), name


def test_every_fact_of_a_filing_may_be_seen_by_its_audience(sqlite: Database, tmp_path: Path, small: Files) -> None:
    of = imported(sqlite, tmp_path, unserved(small, SHOW_CAUSE), code="HEPS")
    write_everything(sqlite, SHOW_CAUSE)
    for name, paper in FILINGS.items():
        told = filings_of(of_case(sqlite, code=of.kind.code), name)
        hidden = [ask.path for ask, fact in asked(told) if not may_see(paper.manifest.audience, fact.disclosure)]
        assert hidden == [], name
        assert paper.manifest.audience in (Audience.COURT, Audience.PUBLIC_FILE)

"""The facts of a paper come from the record as known on a day; where a protected person is, is not even gathered."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.actions import write_note
from cases.errors import NoOrder, NothingOwed
from cases.queries import case_record
from documents.facts import asked
from documents.freeze import freeze
from documents.gather import Matter, fact_sheet, gathered, matter, motion_to_show_cause, payment_history
from documents.gather.people import age_on, birthday
from documents.making import Order, make
from documents.manifests import ALWAYS, papers_for, templates
from hearings.errors import NoSuchHearing
from hearings.queries import hearings_of_case, hearings_of_session, sessions
from infra.db import Database
from kernel.disclosure import Audience, Disclosure, may_see
from kernel.money import Money
from kernel.sealed import Last4
from offices.facts import Person, Role
from tests.county import DAY, NOON, SAMPLE, Files, changed, county_of, import_, in_folder, rows

SHOW_CAUSE, PROTECTED = "7000071406", "7000072738"
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)


@pytest.fixture(scope="module")
def small() -> Files:
    return county_of(SHOW_CAUSE, PROTECTED)


def of_case(database: Database, case_no: str = SHOW_CAUSE, *, office_id: int = 1, as_of: date = DAY) -> Matter:
    with database.reading() as db:
        return matter(db, office_id, hearings_of_case(db, office_id, case_no)[0].id, as_of=as_of)


def imported(database: Database, tmp_path: Path, files: Files) -> Database:
    import_(database, in_folder(tmp_path / "extract", files))
    return database


def person(files: Files, case_no: str, role: str) -> int:
    """Where a person stands in the file of participants."""
    people = [(row["IVD_CASE_NO"], row["PART_TYPE"]) for row in files["PARTICIPANTS.csv"]]
    return people.index((case_no, role))


def everything(tree: Any) -> str:
    """Every value and word of a facts tree, as text."""
    return freeze(tree).told.decode()


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).upper()


def test_no_paper_of_the_county_is_even_told_where_a_protected_person_lives_or_any_whole_identifier(
    sqlite: Database,
) -> None:
    import_(sqlite, SAMPLE)
    people = {row["MPI_NO"]: row for row in rows("PARTICIPANTS.csv")}
    hidden = {number for number, row in people.items() if "Y" in (row["FVI"], row["PROT_ORDER"])}
    lines = {row["LINE1"] for row in rows("ADDRESSES.csv") if row["MPI_NO"] in hidden}
    numbers = {row["SSN"] for row in people.values() if row["SSN"]} | {row["FEIN"] for row in rows("EMPLOYERS.csv")}
    assert (len(hidden), len(lines) > 10, len(numbers) > 300) == (11, True, True)
    canaries = {squeezed(line) for line in lines} | {squeezed(number) for number in numbers if number}
    with sqlite.reading() as db:
        for session in sessions(db, 1):
            for hearing in hearings_of_session(db, 1, session.id):
                of = matter(db, 1, hearing.id, as_of=DAY)
                told = squeezed(everything(fact_sheet(of)) + everything(payment_history(of)))
                assert [canary for canary in canaries if canary in told] == []


def test_the_county_really_tells_of_addresses_and_identifiers(sqlite: Database, tmp_path: Path, small: Files) -> None:
    of = of_case(imported(sqlite, tmp_path, small))
    sheet = everything(fact_sheet(of))
    obligor = small["PARTICIPANTS.csv"][person(small, SHOW_CAUSE, "NCP")]
    lines = [row["LINE1"] for row in small["ADDRESSES.csv"] if row["MPI_NO"] == obligor["MPI_NO"]]
    assert lines
    assert all(line in sheet for line in lines)
    assert fact_sheet(of).obligor.ssn.value == Last4(obligor["SSN"][-4:])


def test_the_protected_obligee_has_a_name_a_reason_and_no_address(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    sheet = fact_sheet(of_case(imported(sqlite, tmp_path, small), PROTECTED))
    assert (sheet.obligee.protected.value, sheet.obligee.addresses) == (True, ())
    assert sheet.obligee.protected_because.value == "protective order"
    assert sheet.obligee.protected_because.disclosure is Disclosure.INTERNAL
    assert sheet.obligor.addresses != ()
    assert all(child.protected.value for child in sheet.children)


def test_a_home_that_the_obligor_once_shared_with_a_protected_obligee_is_not_told_as_his(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    obligor, obligee = (small["PARTICIPANTS.csv"][person(small, PROTECTED, role)]["MPI_NO"] for role in ("NCP", "CP"))
    hers = next(row for row in small["ADDRESSES.csv"] if row["MPI_NO"] == obligee)
    shared = dict(small) | {"ADDRESSES.csv": [*small["ADDRESSES.csv"], hers | {"MPI_NO": obligor}]}
    sheet = fact_sheet(of_case(imported(sqlite, tmp_path, shared), PROTECTED))
    assert len(sheet.obligor.addresses) == sum(row["MPI_NO"] == obligor for row in small["ADDRESSES.csv"])
    assert squeezed(hers["LINE1"]) not in squeezed(everything(sheet))


def test_a_flagged_obligors_work_and_custody_and_home_are_not_gathered(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    before = of_case(imported(sqlite, tmp_path, small))
    assert fact_sheet(before).jobs != ()
    flagged = changed(
        small, "PARTICIPANTS.csv",
        lambda row: row.update(FVI="Y", INCARC_FAC="Hidden Detention", INCARC_DT="11/01/2026"),
        person(small, SHOW_CAUSE, "NCP"),
    )  # fmt: skip
    import_(sqlite, in_folder(tmp_path / "flagged", flagged))
    sheet = fact_sheet(of_case(sqlite))
    assert (sheet.jobs, sheet.custody, sheet.obligor.addresses) == ((), (), ())


def test_work_known_from_a_registry_alone_stays_inside_the_office(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    sheet = fact_sheet(of_case(imported(sqlite, tmp_path, small), PROTECTED))
    registry = [job for job in sheet.jobs if job.needs_second_source.value]
    assert [job.employer.value for job in registry] == ["Smith & Sons <Concrete>"]
    told = [fact for ask, fact in asked(registry[0]) if ask.name != "needs_second_source"]
    assert {fact.disclosure for fact in told} == {Disclosure.VERIFY}
    assert not any(may_see(Audience.COURT, fact.disclosure) for fact in told)


def test_the_motion_holds_only_what_the_public_file_may_see(sqlite: Database, tmp_path: Path, small: Files) -> None:
    motion = motion_to_show_cause(of_case(imported(sqlite, tmp_path, small)))
    assert {fact.disclosure for _, fact in asked(motion)} == {Disclosure.OPEN}


def made(of: Matter, *, audiences: set[Audience]) -> dict[str, tuple[str, str, str]]:
    """The digests of the facts, the Word file and the PDF of every paper that a hearing needs for these audiences."""
    found = {}
    for template in papers_for(of.kind, of.hearing.on, templates("nc")):
        if template.manifest.audience in audiences and template.manifest.prepared == ALWAYS:
            facts, record = gathered(template.manifest.facts, of), of.record
            order = Order(template, facts, record.case_no, record.protected_words, "Paper", "Office")
            paper = make(order, lambda done, total, words: None)
            found[template.manifest.id] = (paper.facts_sha, paper.word_sha, paper.pdf_sha)
    return found


def test_two_ledgers_that_differ_only_in_source_give_byte_identical_court_papers(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    all_one = dict(small) | {"PAYMENTS.csv": [row | {"SRC_CD": "FEDTAX"} for row in small["PAYMENTS.csv"]]}
    import_(sqlite, in_folder(tmp_path / "as sent", small), office="Mecklenburg as sent")
    import_(sqlite, in_folder(tmp_path / "one source", all_one), office="Mecklenburg with one source")

    court = {Audience.COURT, Audience.PUBLIC_FILE, Audience.OTHER_PARTY}
    first, second = (made(of_case(sqlite, office_id=office), audiences=court) for office in (1, 2))

    assert set(first) == {"nc/motion-and-order-to-show-cause", "nc/payment-history"}
    assert first == second


def test_nothing_overdue_is_no_ground_for_a_motion(sqlite: Database, tmp_path: Path, small: Files) -> None:
    money = {"IVD_CASE_NO": SHOW_CAUSE, "RCPT_NO": "R-ALL", "COLL_DT": "11/19/2026", "AMT": "999,999.00"}
    paid = dict(small) | {"PAYMENTS.csv": [*small["PAYMENTS.csv"], small["PAYMENTS.csv"][0] | money | {"REV_OF": ""}]}
    of = of_case(imported(sqlite, tmp_path, paid))
    with pytest.raises(NothingOwed, match=f"Nothing is overdue in case {SHOW_CAUSE} on November 20, 2026"):
        motion_to_show_cause(of)
    assert fact_sheet(of).arrears.total.value < Money(0)


def test_a_case_without_an_order_has_a_sheet_and_no_motion(sqlite: Database, tmp_path: Path, small: Files) -> None:
    bare = dict(small) | {name: [row for row in small[name] if row["IVD_CASE_NO"] != SHOW_CAUSE]
                          for name in ("ORDERS.csv", "PAYMENTS.csv", "BALANCES.csv")}  # fmt: skip
    of = of_case(imported(sqlite, tmp_path, bare))
    with pytest.raises(NoOrder, match=f"Case {SHOW_CAUSE} has no support order on file"):
        motion_to_show_cause(of)
    sheet = fact_sheet(of)
    assert (sheet.order, sheet.months, sheet.state_balance, sheet.arrears.total.value) == ((), (), (), Money(0))
    assert made(of, audiences={Audience.INTERNAL}).keys() == {"nc/fact-sheet"}


def test_a_case_without_people_has_a_sheet_full_of_gaps(sqlite: Database, tmp_path: Path, small: Files) -> None:
    empty = dict(small) | {name: [row for row in small[name] if row["IVD_CASE_NO"] != SHOW_CAUSE]
                           for name in ("PARTICIPANTS.csv", "SERVICE.csv")}  # fmt: skip
    import_(sqlite, in_folder(tmp_path / "extract", empty))
    sheet = fact_sheet(of_case(sqlite))
    assert (sheet.obligor.name.value, sheet.obligee.name.value, sheet.children) == (None, None, ())
    assert (sheet.caption.defendant.value, sheet.caption.plaintiff.value) == (None, None)


def test_what_a_person_wrote_down_stands_on_the_sheet_with_his_name(
    sqlite: Database, tmp_path: Path, small: Files
) -> None:
    imported(sqlite, tmp_path, small)
    with sqlite.transaction() as db:
        write_note(db, SHOW_CAUSE, "purge_amount", "1,234.50", by=AGENT, now=NOON)
        write_note(db, SHOW_CAUSE, "ability", "Owns Smith & Sons <Concrete>", by=AGENT, now=NOON)
    (contempt,) = fact_sheet(of_case(sqlite)).contempt
    assert (contempt.purge_amount.value, contempt.ability.value) == (Money(123_450), "Owns Smith & Sons <Concrete>")
    assert contempt.ability.trace.entered_by == "Avery Agent"
    assert contempt.subsistence.value is None


def test_the_sheet_of_a_day_does_not_know_what_happened_later(sqlite: Database, tmp_path: Path, small: Files) -> None:
    imported(sqlite, tmp_path, small)
    earlier = payment_history(of_case(sqlite, as_of=date(2024, 6, 30)))
    assert max(one.collected_on.value for one in earlier.payments) <= date(2024, 6, 30)
    assert earlier.months[-1].month.value == date(2024, 6, 1)
    assert len(earlier.payments) < len(payment_history(of_case(sqlite)).payments)


def test_a_hearing_of_another_office_is_missing(sqlite: Database, tmp_path: Path, small: Files) -> None:
    imported(sqlite, tmp_path, small)
    with sqlite.reading() as db:
        id = hearings_of_case(db, 1, SHOW_CAUSE)[0].id
        with pytest.raises(NoSuchHearing):
            matter(db, 2, id, as_of=DAY)


def test_papers_of_one_case_never_speak_of_another(sqlite: Database) -> None:
    import_(sqlite, SAMPLE)
    with sqlite.reading() as db:
        hearings = [one for session in sessions(db, 1) for one in hearings_of_session(db, 1, session.id)]
        told = {one.case_no: everything(fact_sheet(matter(db, 1, one.id, as_of=DAY))) for one in hearings}
        records = {case_no: case_record(db, 1, case_no) for case_no in told}
    numbers = {case_no: {case_no} | {one.mpi_no for one in record.participants} for case_no, record in records.items()}
    leaks = [
        (ours, number)
        for ours, text in told.items()
        for theirs, found in numbers.items()
        if theirs != ours
        for number in found
        if number in text
    ]
    assert len(told) == 60
    assert leaks == []


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2008, 12, 10), date(2026, 12, 10), 18),
        (date(2008, 12, 11), date(2026, 12, 10), 17),
        (date(2026, 12, 10), date(2026, 12, 10), 0),
    ],
)
def test_age_is_counted_in_full_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age
    assert (birthday(born, age) <= day) is True
    assert birthday(born, age + 1) > day

"""The record of a case as it answers: only current rows, each order until the next, protected words complete."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cases.actions import post_payment, write_note
from cases.errors import CellRefused, NoSuchCase, NoSuchNote, ReceiptKnown
from cases.queries import CaseRecord, case_record, find_case, protected_words
from infra import audit
from infra.db import Database
from kernel.legal_text import NotLegalText
from kernel.money import Money, NotMoney
from offices.errors import NotYourRole
from offices.facts import Person, Role
from tests.county import DAY, NOON, Files, changed, county_of, import_, in_folder

CASE, PROTECTED, RETURNED = "7000070074", "7000070222", "7000070037"
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
THEIRS = Person(2, 2, "Other Agent", "other@example.gov", Role.AGENT)


@pytest.fixture(scope="module")
def small() -> Files:
    return county_of(CASE, PROTECTED, RETURNED)


@pytest.fixture
def county(sqlite: Database, tmp_path: Path, small: Files) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", small))
    return sqlite


def record(county: Database, case_no: str = RETURNED) -> CaseRecord:
    with county.reading() as db:
        return case_record(db, 1, case_no)


def test_a_later_order_takes_over_on_the_day_it_takes_effect(county: Database, tmp_path: Path, small: Files) -> None:
    first = next(row for row in small["ORDERS.csv"] if row["IVD_CASE_NO"] == RETURNED)
    later = first | {"ORDER_DT": "05/20/2025", "EFF_DT": "06/01/2025", "SUPPORT_AMT": "500.00", "ORDER_TYPE": "MODF"}
    before = record(county).ledger()

    import_(county, in_folder(tmp_path / "later", {"ORDERS.csv": [first, later]}))

    after = record(county).ledger()
    assert [(one.effective_on, one.until) for one in after.obligations] == [
        (date(2014, 11, 1), date(2025, 5, 31)), (date(2025, 6, 1), None),
    ]  # fmt: skip
    assert after.arrears(date(2025, 5, 31)) == before.arrears(date(2025, 5, 31))
    assert before.arrears(DAY) - after.arrears(DAY) == Money(18 * (91_500 - 50_000))


def test_an_order_ends_on_its_own_last_day_when_that_comes_first(
    county: Database, tmp_path: Path, small: Files
) -> None:
    orders = [row for row in small["ORDERS.csv"] if row["IVD_CASE_NO"] == RETURNED]
    ended = [orders[0] | {"END_DT": "12/31/2025"}]
    import_(county, in_folder(tmp_path / "later", {"ORDERS.csv": ended}))
    assert [one.until for one in record(county).ledger().obligations] == [date(2025, 12, 31)]


def test_a_case_of_another_office_is_missing_just_like_one_that_never_was(county: Database) -> None:
    for office_id, case_no in ((2, CASE), (1, "7999999999"), (1, "' OR 1=1 --")):
        with county.reading() as db, pytest.raises(NoSuchCase, match="There is no case with this number"):
            case_record(db, office_id, case_no)
        with county.reading() as db, pytest.raises(NoSuchCase):
            find_case(db, office_id if office_id == 1 else 1, "7999999999")


def test_a_payment_posted_by_hand_counts_from_its_day_and_names_who_typed_it(county: Database) -> None:
    before = record(county).ledger().arrears(DAY)
    with county.transaction() as db:
        post_payment(db, RETURNED, receipt_no="H-1", collected_on=DAY, amount=Money(12_345), by=AGENT, now=NOON)
    now = record(county)
    assert before - now.ledger().arrears(DAY) == Money(12_345)
    assert now.ledger().arrears(DAY - timedelta(days=1)) == before  # no first of a month lies between
    posted = next(one for one in now.payments if one.receipt_no == "H-1")
    assert (posted.source, posted.entered_by, posted.retrieved_at) == ("Entered by hand", "Avery Agent", NOON)
    with county.reading() as db:
        assert audit.verify(db, 1).ok


def test_a_receipt_is_posted_once(county: Database, small: Files) -> None:
    known = small["PAYMENTS.csv"][0]["RCPT_NO"]
    with county.transaction() as db, pytest.raises(ReceiptKnown, match=f"Receipt {known} is already on file"):
        post_payment(db, RETURNED, receipt_no=known, collected_on=DAY, amount=Money(1), by=AGENT, now=NOON)


@pytest.mark.parametrize(("cents", "reverses"), [(0, None), (-500, None), (500, "R0700370014")])
def test_money_in_is_positive_and_money_back_is_negative_and_names_its_receipt(
    county: Database, cents: int, reverses: str | None
) -> None:
    with county.transaction() as db, pytest.raises(CellRefused, match="positive for a payment and negative for a rev"):
        post_payment(
            db, RETURNED, receipt_no="H-1", collected_on=DAY, amount=Money(cents), by=AGENT, now=NOON, reverses=reverses
        )


def test_nobody_posts_or_writes_in_another_office(county: Database) -> None:
    with county.transaction() as db, pytest.raises(NoSuchCase):
        post_payment(db, RETURNED, receipt_no="H-1", collected_on=DAY, amount=Money(1), by=THEIRS, now=NOON)
    with county.transaction() as db, pytest.raises(NoSuchCase):
        write_note(db, RETURNED, "ability", "None found", by=THEIRS, now=NOON)


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMIN])
def test_nobody_but_an_agent_or_an_attorney_writes_a_note(county: Database, role: Role) -> None:
    with county.transaction() as db:
        with pytest.raises(NotYourRole, match="Only an agent or an attorney may do this"):
            write_note(db, CASE, "ability", "None found", by=replace(AGENT, role=role), now=NOON)
        write_note(db, CASE, "recommendation", "Continue", by=replace(AGENT, role=Role.ATTORNEY), now=NOON)
    assert [note.name for note in record(county, CASE).notes] == ["recommendation"]


def test_a_note_written_again_supersedes_the_first_and_the_same_words_change_nothing(county: Database) -> None:
    with county.transaction() as db:
        first = write_note(db, CASE, "ability", "None found", by=AGENT, now=NOON)
        again = write_note(db, CASE, "ability", "None found", by=AGENT, now=NOON)
        assert again.id == first.id
        second = write_note(db, CASE, "ability", "Owns a truck\nworth $9,000", by=AGENT, now=NOON)
    assert [note.words for note in record(county, CASE).notes] == ["Owns a truck worth $9,000"]
    assert (first.superseded_at, first.superseded_by) == (NOON, second.id)


@pytest.mark.parametrize(
    ("name", "words", "refusal", "said"),
    [
        ("ability", "  ", CellRefused, 'is blank; write "None found"'),
        ("ability", "a\x00b", NotLegalText, "holds a control character"),
        ("ability", "x" * 4_001, NotLegalText, "longer than 4,000 characters"),
        ("purge_amount", "about five hundred", NotMoney, "written as dollars and cents"),
        ("purge_due_on", "02/30/2026", CellRefused, "Purge due on is a day, written as 11/20/2026"),
        ("purge_due_on", "20.11.2026", CellRefused, "Purge due on is a day, written as 11/20/2026"),
        ("hearsay", "He said so", NoSuchNote, "'hearsay' is not one of the entries"),
    ],
)
def test_a_note_is_words_under_a_known_name(
    county: Database, name: str, words: str, refusal: type[Exception], said: str
) -> None:
    with county.transaction() as db, pytest.raises(refusal, match=said):
        write_note(db, CASE, name, words, by=AGENT, now=NOON)


def test_the_protected_words_are_every_line_where_a_protected_person_lives_or_works(
    county: Database, tmp_path: Path, small: Files
) -> None:
    (obligee,) = (row["MPI_NO"] for row in small["PARTICIPANTS.csv"] if row["PROT_ORDER"] == "Y")
    lines = {row["LINE1"] for row in small["ADDRESSES.csv"] if row["MPI_NO"] == obligee}
    job = small["EMPLOYERS.csv"][0] | {"MPI_NO": obligee, "EMP_NAME": "Bakery of Hers", "ADDR": "77 Hidden Ln"}
    import_(county, in_folder(tmp_path / "job", {"EMPLOYERS.csv": [job]}))
    words = set(record(county, PROTECTED).protected_words)
    assert lines
    assert words == lines | {"Bakery of Hers", "77 Hidden Ln"}
    assert record(county, CASE).protected_words == ()


def test_a_flag_on_the_case_alone_protects_everybody_but_the_obligor(
    county: Database, tmp_path: Path, small: Files
) -> None:
    assert record(county, CASE).protected_words == ()
    place = next(at for at, row in enumerate(small["CASES.csv"]) if row["IVD_CASE_NO"] == CASE)
    flagged = changed(small, "CASES.csv", lambda row: row.update(FVI_CASE="Y"), place)
    import_(county, in_folder(tmp_path / "flag", flagged))
    found = record(county, CASE)
    assert {one.role for one in found.participants if found.protection(one)} == {"obligee", "child"}
    assert found.protected_words != ()


def test_the_protected_words_read_by_themselves_are_those_of_the_whole_record(county: Database) -> None:
    with county.reading() as db:
        told = {case_no: protected_words(db, 1, case_no) for case_no in (CASE, PROTECTED, RETURNED)}
        assert told == {case_no: case_record(db, 1, case_no).protected_words for case_no in told}
        assert told[PROTECTED] != ()
        with pytest.raises(NoSuchCase):
            protected_words(db, 2, PROTECTED)
